"""What the scan and its engines share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

Match = tuple[int, int, int]
"""(index of the group of patterns, start, end), in bytes."""


MAX_UNIONS = 10_000
"""Disjoint stretches an engine need keep per group: ten times what the scan reports, so that enough are left when a
later match, which would have to span thousands of others, joins them."""


class Pattern(NamedTuple):
    """A pattern that every engine reads alike."""

    source: str
    caseless: bool


class PatternError(Exception):
    """An engine refuses a pattern; the text is its reason."""


class Matcher(Protocol):
    """Compiled groups of patterns.

    It returns the matches of each group, in any order. It may merge or leave out matches as long as their union stays
    the same, up to the first :data:`MAX_UNIONS` stretches of a group.
    """

    def __call__(self, data: bytes) -> Sequence[Match]:
        """Return the matches in *data*, which is valid UTF-8."""
        ...


def union(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Merge the *spans* that overlap; those that only touch stay apart. Sorts *spans* in place."""
    spans.sort()
    merged = [spans[0]]
    for start, end in spans[1:]:
        last_start, last_end = merged[-1]
        if start >= last_end:
            merged.append((start, end))
        elif end > last_end:
            merged[-1] = (last_start, end)
    return merged
