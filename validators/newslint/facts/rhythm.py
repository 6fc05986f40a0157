"""How regularly a source publishes, and which of its silences its rhythm does not explain.

Days are ordinals (``date.toordinal``); an active day is one from which at least one article is there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

_WEEK = 7
_LONG = 4
"""Median distances of active days from which a silence is looked at: where days are silent independently, one distance
in sixteen is as long, and so none that would be improbable among twenty is passed over."""
_PRIOR = 1
"""Days by which the share of silent days of the whole stretch counts as if seen on each weekday."""


class Silence(NamedTuple):
    """Silent days between two active ones.

    ``missed`` is how many of them the source usually fills; ``chance`` how likely so long a silence is after one active
    day, both by the rhythm before or after, whichever explains the silence better.
    """

    first: int
    last: int
    missed: float
    chance: float

    @property
    def days(self) -> int:
        """The length of the silence."""
        return self.last - self.first + 1


class _Rhythm(NamedTuple):
    """How many days of each weekday a stretch has, how many of them are silent, and what share of all days is."""

    days: tuple[int, ...]
    silent: tuple[int, ...]
    share: float

    def expects(self, silence: tuple[int, int]) -> tuple[float, float]:
        """Return how likely it is that all days from the first to the last are silent, and how many would not be.

        Each weekday has a rate of its own, which is not known but estimated: its distribution is a beta distribution,
        and every further silent day of that weekday makes the next one likelier (beta-binomial).
        """
        chance, missed = 1.0, 0.0
        seen = [0] * _WEEK
        for day in range(silence[0], silence[1] + 1):
            weekday = day % _WEEK
            silent = _PRIOR * self.share + self.silent[weekday]
            known = _PRIOR + self.days[weekday]
            missed += 1 - silent / known
            chance *= (silent + seen[weekday]) / (known + seen[weekday])
            seen[weekday] += 1
        return chance, missed


def silences(active: Sequence[int], *, window: int, min_side: int) -> Iterator[Silence]:
    """Yield the long silences between days of *active*, which are sorted and distinct.

    The rhythm is that of at most *window* days before and of as many after; a silence with fewer than *min_side* days
    on one side is not judged, since nobody knows what was usual there.
    """
    if len(active) < 2:
        return
    long = _LONG * median_low([later - earlier for earlier, later in pairwise(active)])
    for earlier, later in pairwise(active):
        if later - earlier < max(long, 2):
            continue
        before = max(active[0], earlier - window + 1), earlier
        after = later, min(active[-1], later + window - 1)
        if min(before[1] - before[0], after[1] - after[0]) + 1 < min_side:
            continue
        quiet = earlier + 1, later - 1
        (chance, missed), (other_chance, other_missed) = (
            _rhythm(active, stretch).expects(quiet) for stretch in (before, after)
        )
        yield Silence(*quiet, min(missed, other_missed), max(chance, other_chance))


def _rhythm(active: Sequence[int], stretch: tuple[int, int]) -> _Rhythm:
    first, last = stretch
    days, silent = ([0] * _WEEK for _ in range(2))
    for day in range(first, last + 1):
        days[day % _WEEK] += 1
    silent = days.copy()
    for day in active[bisect_left(active, first) : bisect_right(active, last)]:
        silent[day % _WEEK] -= 1
    share = (sum(silent) + 0.5) / (last - first + 2)
    return _Rhythm(tuple(days), tuple(silent), share)


def unexplained(
    found: Sequence[Silence], active_days: int, *, max_chance: float, min_missed: float, min_ratio: float
) -> list[Silence]:
    """Return those of the silences *found* in a source that its rhythm does not explain.

    Each active day may begin a silence, so the chance of one is multiplied by their number, and may be *max_chance*
    then. A source that goes silent again and again has such a rhythm: a silence must have *min_ratio* times as many
    missed days as any other that chance explains.
    """
    rare = [one for one in found if one.chance * active_days <= max_chance]
    usual = max((one.missed for one in found if one.chance * active_days > max_chance), default=0.0)
    return [one for one in rare if one.missed >= max(min_missed, min_ratio * usual)]
