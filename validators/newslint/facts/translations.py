"""Pairs of sketches that belong to a story and its translation.

Anchors are weighed by how rare they are in the corpus. Candidates share an anchor that is not too frequent; a pair is
kept where the weight of what it shares is large, is a large part of the poorer sketch, and is well above that of either
text with any other text in the same language.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from newslint.facts.story_sketch import CONCEPT, NUMBER, StorySketch, has_capitals, is_figure

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ids = NDArray[np.int64]
    Weights = NDArray[np.float64]

MAX_POSTINGS = 256
"""Articles of the days in question that may share an anchor for it to make candidates; more are too many to look at."""

MAX_CANDIDATES = 16
"""Candidates of an article that are compared exactly: those that share most."""

COPY = 0.7
"""Part of two sketches of one language that agrees where one text is a version of the other and not its rival."""

_RIVAL = 0.5
"""Part of the least weight of a translation below which a text is no rival of one; a choice."""

_BACKGROUND = 200
_BACKGROUND_CONCEPT = 4.0
_BACKGROUND_OTHER = 0.8
"""A small corpus does not know what is rare. 200 articles more are imagined, 4 of which name any one concept and 0.8
any one figure or name, as in translated news."""


class Dated(NamedTuple):
    """A sketch and the day of its article as a number, if known."""

    sketch: StorySketch
    day: int | None


class Demands(NamedTuple):
    """What a pair must have: see the options of DUP009."""

    weight: float
    agreement: float
    agreement_without_capitals: float
    agreement_of_figures: float
    margin: float
    days: int
    length_ratio: float


class Translated(NamedTuple):
    """Two positions, earlier first, the anchors they share, rarest first, their weight, and their part of the poorer.

    ``figures`` is the part of the figures of the text with fewer that the other text has too, 1 where it has none.
    """

    first: int
    second: int
    shared: tuple[int, ...]
    weight: float
    agreement: float
    figures: float


def translated_pairs(dated: Sequence[Dated], demands: Demands) -> list[Translated]:
    """Return the pairs of *dated* that are translations of each other, in the order of their positions."""
    if len({one.sketch.language for one in dated}) < 2:
        return []
    index = _Index(dated, demands)
    scored = {pair: found for pair in sorted(index.pairs()) if (found := index.compared(*pair))}
    rivals: dict[tuple[int, str], list[Translated]] = defaultdict(list)
    for found in scored.values():
        rivals[found.first, dated[found.second].sketch.language].append(found)
        rivals[found.second, dated[found.first].sketch.language].append(found)
    return [
        found
        for found in scored.values()
        if index.suffices(found)
        and not index.is_beaten(found, rivals[found.first, dated[found.second].sketch.language])
        and not index.is_beaten(found, rivals[found.second, dated[found.first].sketch.language])
    ]


class _Index:
    """The anchors of all sketches as arrays: about a kilobyte an article."""

    def __init__(self, dated: Sequence[Dated], demands: Demands) -> None:
        import numpy as np

        self._dated = dated
        self._demands = demands
        counts = np.array([len(one.sketch.anchors) // 3 for one in dated], np.int64)
        self._starts = np.concatenate(([0], np.cumsum(counts)))
        packed = np.frombuffer(b"".join(one.sketch.anchors for one in dated), np.uint8).reshape(-1, 3).astype(np.uint32)
        values = packed[:, 0] | packed[:, 1] << 8 | packed[:, 2] << 16
        self._values, ids, frequencies = np.unique(values, return_inverse=True, return_counts=True)
        self._ids = ids.astype(np.int32)
        self._weight = self._rarity(frequencies)
        texts = np.repeat(np.arange(len(dated)), counts)
        self._totals = np.bincount(texts, self._weight[self._ids], len(dated))
        are_figures = self._values >> 22 == NUMBER >> 22
        self._figures = np.bincount(texts, are_figures[self._ids], len(dated))
        # A day before all others stands for unknown ones. Postings are ordered by anchor, then by day.
        known = [one.day for one in dated if one.day is not None]
        origin = min(known, default=0) - 1
        self._span = max(known, default=0) + demands.days - origin + 1
        self._days = np.array([0 if one.day is None else one.day - origin for one in dated], np.int64)
        owners = texts.astype(np.int32)
        keys = self._ids * np.int64(self._span) + self._days[owners]
        order = np.lexsort((owners, keys))
        self._keys, self._postings = keys[order], owners[order]

    def _rarity(self, frequencies: Ids) -> Weights:
        import numpy as np

        is_concept = self._values >> 22 == CONCEPT >> 22
        background = np.where(is_concept, _BACKGROUND_CONCEPT, _BACKGROUND_OTHER)
        # An anchor is as rare as it is in the other articles: the two that share it do not make it frequent.
        others = np.maximum(frequencies - 2, 0)
        return np.log((len(self._dated) + _BACKGROUND) / (others + background))

    def _own(self, position: int) -> NDArray[np.int32]:
        own: NDArray[np.int32] = self._ids[self._starts[position] : self._starts[position + 1]]
        return own

    def pairs(self) -> set[tuple[int, int]]:
        """Return the pairs that are worth comparing: those of each article that share most in rare anchors."""
        import numpy as np

        found: set[tuple[int, int]] = set()
        for position in range(len(self._dated)):
            who, weights = self._sharing(position)
            enough = weights >= self._demands.weight * _RIVAL
            who, weights = who[enough], weights[enough]
            taken = 0
            for best in np.lexsort((who, -weights)).tolist():
                other = int(who[best])
                if taken == MAX_CANDIDATES:
                    break
                if self._comparable(position, other):
                    found.add((min(position, other), max(position, other)))
                    taken += 1
        return found

    def _sharing(self, position: int) -> tuple[NDArray[np.int32], Weights]:
        """Return the articles of the days around and of unknown days that share rare anchors, and their weight."""
        import numpy as np

        own = self._own(position)
        first = own * np.int64(self._span)
        day, reach = int(self._days[position]), self._demands.days
        low, high = (1, self._span) if day == 0 else (max(1, day - reach), min(self._span, day + reach + 1))
        starts = self._keys.searchsorted(np.concatenate((first, first + low)))
        ends = self._keys.searchsorted(np.concatenate((first + 1, first + high)))
        lengths = np.where(ends - starts > MAX_POSTINGS, 0, ends - starts)
        skipped = np.cumsum(lengths) - lengths
        at = np.arange(int(lengths.sum())) + np.repeat(starts - skipped, lengths)
        who, groups = np.unique(self._postings[at], return_inverse=True)
        weight = np.repeat(np.tile(self._weight[own], 2), lengths)
        return who, np.bincount(groups, weight, len(who)).astype(np.float64)

    def _comparable(self, first: int, second: int) -> bool:
        one, other = self._dated[first].sketch, self._dated[second].sketch
        short, long = sorted((one.letters, other.letters))
        return one.language != other.language and long <= short * self._demands.length_ratio

    def compared(self, first: int, second: int) -> Translated | None:
        """Return what two articles share, if it is enough for a rival at least."""
        import numpy as np

        shared = np.intersect1d(self._own(first), self._own(second), assume_unique=True)
        weight = float(self._weight[shared].sum())
        if weight < self._demands.weight * _RIVAL:
            return None
        rarest = shared[np.lexsort((shared, -self._weight[shared]))]
        named = tuple(self._values[rarest].tolist())
        poorer = min(float(self._totals[first]), float(self._totals[second]))
        return Translated(first, second, named, weight, weight / poorer, self._shared_figures(first, second, named))

    def _shared_figures(self, first: int, second: int, shared: Sequence[int]) -> float:
        fewer = float(min(self._figures[first], self._figures[second]))
        return sum(is_figure(anchor) for anchor in shared) / fewer if fewer else 1.0

    def suffices(self, found: Translated) -> bool:
        """Return whether what a pair shares is enough, whatever the others share."""
        wanted = self._demands
        capitals = all(has_capitals(self._dated[at].sketch.language) for at in (found.first, found.second))
        return (
            found.weight >= wanted.weight
            and found.agreement >= (wanted.agreement if capitals else wanted.agreement_without_capitals)
            and found.figures >= wanted.agreement_of_figures
        )

    def is_beaten(self, found: Translated, rivals: Sequence[Translated]) -> bool:
        """Return whether another text in the same language, no version of the found one, agrees nearly as well."""
        for rival in rivals:
            if rival is found or found.weight >= rival.weight * self._demands.margin:
                continue
            mine, theirs = {found.first, found.second}, {rival.first, rival.second}
            if not self._is_version(*(mine ^ theirs)):
                return True
        return False

    def _is_version(self, first: int, second: int) -> bool:
        import numpy as np

        shared = np.intersect1d(self._own(first), self._own(second), assume_unique=True)
        return float(self._weight[shared].sum()) >= COPY * max(float(self._totals[first]), float(self._totals[second]))
