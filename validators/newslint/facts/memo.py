"""What was found out once of a word, remembered, because words repeat from article to article."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

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
