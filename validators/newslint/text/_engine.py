"""What the scan and its engines share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, islice
from operator import itemgetter
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


def unions(matches: Iterable[Match]) -> list[Match]:
    """Merge those *matches* of a group that overlap, and sort all; those that only touch stay apart."""
    merged: list[Match] = []
    group = start = end = -1
    for match in sorted(matches):
        if match[0] != group or match[1] >= end:
            merged.append(match)
            group, start, end = match
        elif match[2] > end:
            end = match[2]
            merged[-1] = (group, start, end)
    return merged


def firsts(matches: Iterable[Match], most: int) -> list[Match]:
    """Return the first *most* of each group of *matches*, which stand together."""
    return [match for _, own in groupby(matches, key=itemgetter(0)) for match in islice(own, most)]
