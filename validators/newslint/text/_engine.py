"""What the scan and its engines share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

Match = tuple[int, int, int]
"""(index of the group of patterns, start, end), in bytes."""


MAX_UNIONS = 10_000
"""Disjoint stretches an engine need keep per group: ten times what the scan reports, so that enough are left when a
later match, which would have to span thousands of others, joins them."""


class Gate(NamedTuple):
    """A cheap pattern that occurs in every text in which the dear ones behind it do.

    ``alone`` gives it an automaton of its own. Most gates share one; those that have to look at each pair of letters
    make it too large to run fast. ``caseless`` reads it without regard to case.
    """

    pattern: str
    alone: bool = False
    caseless: bool = False


class Pattern(NamedTuple):
    """A pattern that every engine reads alike, and the gate it may be looked for behind.

    ``often`` says that most texts have it, so that to look first for whether they do is wasted.
    """

    source: str
    caseless: bool
    gate: Gate | None = None
    often: bool = False


class PatternError(Exception):
    """An engine refuses a pattern; the text is its reason."""


class Matcher(Protocol):
    """Compiled groups of patterns.

    It returns the matches in each text, in any order. It may merge or leave out matches as long as their union stays
    the same, up to the first :data:`MAX_UNIONS` stretches of a group.
    """

    def __call__(self, texts: Sequence[bytes]) -> Sequence[Sequence[Match]]:
        """Return the matches in each of *texts*, which are valid UTF-8; nothing where there are none in any of them."""
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
