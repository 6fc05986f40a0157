"""Nothing backtracks over hostile text: every pattern of Python's ``re`` in the package is linear by its shape.

A backtracking engine takes exponential time where a repeat without bound stands inside another, and both can match the
same text in several ways. Possessive repeats and atomic groups never go back, so they are harmless inside.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import newslint

BOUND = 100
"""A repeat of more than this counts as unbounded: its square is already more than a window of 200 characters."""


def patterns() -> Iterator[tuple[str, str, int]]:
    seen = set()
    for info in pkgutil.walk_packages(newslint.__path__, "newslint."):
        if info.name in ("newslint.__main__", "newslint.spark"):
            continue
        module = import_module(info.name)
        for name, value in list(vars(module).items()):
            for pattern in found_in(value):
                key = (pattern.pattern, pattern.flags)
                if key not in seen and isinstance(pattern.pattern, str):
                    seen.add(key)
                    yield f"{info.name}.{name}", pattern.pattern, pattern.flags


def found_in(value: object, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list, set, frozenset)) and depth < 3:
        for entry in value:
            yield from found_in(entry, depth + 1)
    elif isinstance(value, dict) and depth < 3:
        for entry in value.values():
            yield from found_in(entry, depth + 1)


def nested_repeats(tree: Any, inside: bool = False) -> bool:
    """Return whether an unbounded repeat stands inside an unbounded repeat, and both may go back."""
    for operator, argument in tree:
        if operator in (constants.MAX_REPEAT, constants.MIN_REPEAT):
            low, high, body = argument
            loose = high > BOUND and low != high
            if (inside and loose) or nested_repeats(body, inside or loose):
                return True
        elif operator in (constants.POSSESSIVE_REPEAT, constants.ATOMIC_GROUP):
            continue
        elif operator is constants.BRANCH:
            if any(nested_repeats(branch, inside) for branch in argument[1]):
                return True
        elif operator is constants.SUBPATTERN:
            if nested_repeats(argument[-1], inside):
                return True
        elif operator in (constants.ASSERT, constants.ASSERT_NOT) and nested_repeats(argument[1], inside):
            return True
    return False


@pytest.mark.parametrize(
    ("pattern", "dangerous"), [(r"(a+)+b", True), (r"(?:a*,)*b", True), (r"(a++)+b", False), (r"\s*x\s*", False)]
)
def test_the_test_sees_what_it_is_for(pattern: str, dangerous: bool) -> None:
    assert nested_repeats(parser.parse(pattern)) is dangerous


def test_no_repeat_without_bound_inside_another() -> None:
    checked = list(patterns())
    assert len(checked) > 50, "the walk found hardly any pattern"
    dangerous = [(name, pattern) for name, pattern, flags in checked if nested_repeats(parser.parse(pattern, flags))]
    assert dangerous == []
