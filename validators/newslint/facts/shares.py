"""Whether a share has risen, and whether a mix has moved, more than chance explains."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp, lgamma, log, sqrt
from typing import NamedTuple

MIN_EXPECTED = 5
"""Articles that a class should have in the smaller run if nothing has moved; rarer ones are taken together. The usual
rule for comparisons of counts (W. G. Cochran, 1954)."""
_PRIOR = 0.5
"""Articles that each class counts as if it had them besides, so that a class that is new has a logarithm (Jeffreys)."""
_NEGLIGIBLE = 1e-12


class Counted(NamedTuple):
    """How many articles of a number of them are flagged."""

    flagged: int
    articles: int

    @property
    def share(self) -> float:
        """The share that is flagged, 0 to 1."""
        return self.flagged / self.articles

    @property
    def odds(self) -> float:
        """How many are flagged for one that is not; half an article is added to both, so that neither is none."""
        return (self.flagged + _PRIOR) / (self.articles - self.flagged + _PRIOR)


def chance_of_rise(now: Counted, before: Counted, together: int = 1) -> float:
    """Return how likely so many flagged articles or more are *now* if the share is that of *before* (Fisher, exact).

    Where a flaw strikes *together* articles at a time, so many count as one.
    """
    now = Counted(now.flagged // together, now.articles // together)
    before = Counted(-(-before.flagged // together), -(-before.articles // together))
    articles, flagged = now.articles + before.articles, now.flagged + before.flagged
    others = articles - flagged
    term = exp(
        _log_choose(flagged, now.flagged)
        + _log_choose(others, now.articles - now.flagged)
        - _log_choose(articles, now.articles)
    )
    total = 0.0
    for drawn in range(now.flagged, min(flagged, now.articles) + 1):
        total += term
        if term < total * _NEGLIGIBLE:
            break
        term *= (flagged - drawn) * (now.articles - drawn) / ((drawn + 1) * (others - now.articles + drawn + 1))
    return min(1.0, total)


def _log_choose(of: int, chosen: int) -> float:
    return lgamma(of + 1) - lgamma(chosen + 1) - lgamma(of - chosen + 1)


class Shift(NamedTuple):
    """How far a mix has moved.

    ``psi`` is the population stability index (PSI: the sum of ``(p - q) * ln(p / q)`` over all classes), ``chance``
    what it is expected to be if nothing has moved, ``spread`` the standard deviation of that. ``moved`` are the classes
    with their shares before and now, those that moved most first; rare ones are not in it.
    """

    psi: float
    chance: float
    spread: float
    moved: tuple[tuple[str, float, float], ...]


def shift(now: Mapping[str, int], before: Mapping[str, int]) -> Shift:
    """Return how far the mix *now* is from that of *before*; both are articles by class, and neither is empty."""
    here, there = sum(now.values()), sum(before.values())
    smaller = min(here, there) / (here + there)
    names = sorted({*now, *before})
    common = [name for name in names if (now.get(name, 0) + before.get(name, 0)) * smaller >= MIN_EXPECTED]
    pairs = [(before.get(name, 0), now.get(name, 0)) for name in common]
    rest = there - sum(pair[0] for pair in pairs), here - sum(pair[1] for pair in pairs)
    classes = [*pairs, rest] if any(rest) else pairs
    noise = 1 / here + 1 / there
    prior = _PRIOR * len(classes)
    terms = [_term((was + _PRIOR) / (there + prior), (is_ + _PRIOR) / (here + prior)) for was, is_ in classes]
    by_term = sorted(zip(common, pairs, terms, strict=False), key=lambda entry: -entry[2])
    moved = tuple((name, was / there, is_ / here) for name, (was, is_), _ in by_term)
    freedom = len(classes) - 1
    return Shift(sum(terms), freedom * noise, sqrt(2 * freedom) * noise, moved)


def _term(before: float, now: float) -> float:
    """Return what one class adds to the index."""
    return (now - before) * log(now / before)
