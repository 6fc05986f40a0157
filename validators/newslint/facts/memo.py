"""What was found out once, remembered: of a word, because words repeat from article to article; of an object."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")
Owner = TypeVar("Owner")

MOST_REMEMBERED = 20_000
"""Strings remembered at a time, some 4 MB of them; then all are forgotten, which costs less than to keep an order."""

LONGEST_REMEMBERED = 40
"""Longer strings (in characters) are no words that come again, and would make the bound above none."""


class Memo(dict[str, T]):
    """The answers of a function to short strings; asked as ``memo[string]``, a fifth of the cost of a call."""

    def __init__(self, function: Callable[[str], T]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, string: str) -> T:
        answer = self._function(string)
        if len(string) <= LONGEST_REMEMBERED:
            if len(self) >= MOST_REMEMBERED:
                self.clear()
            self[string] = answer
        return answer


class computed_once(Generic[Owner, T]):  # noqa: N801 - used like the decorator it is
    """A property that is computed when it is first asked for, like :func:`functools.cached_property`.

    That one takes a lock each time before Python 3.12, which for a few thousand short texts costs as much as the work.
    """

    def __init__(self, function: Callable[[Owner], T]) -> None:
        self._function = function
        self.__doc__ = function.__doc__

    def __set_name__(self, owner: type[Owner], name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type[Owner]) -> computed_once[Owner, T]: ...

    @overload
    def __get__(self, instance: Owner, owner: type[Owner]) -> T: ...

    def __get__(self, instance: Any, owner: type[Owner]) -> Any:
        if instance is None:
            return self
        answer = instance.__dict__[self._name] = self._function(instance)
        return answer
