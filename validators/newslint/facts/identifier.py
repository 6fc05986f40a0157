"""The statistical language identifier, asked only where scripts and function words leave doubt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from newslint.facts.kinship import group_of
from newslint.facts.language_model import load_identifier

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from newslint.facts.arrays import Counts

    Scores = NDArray[np.float32]

MAX_CHARACTERS = 300
"""Characters shown to the identifier: its accuracy no longer grows beyond (99.7 % from 160 characters on)."""


@cache
def _identifier() -> Any:
    # Loading takes numpy, and 0.7 s the first time, so it waits for the first paragraph that is in doubt.
    return load_identifier()


@cache
def _labels() -> frozenset[str]:
    return frozenset(_identifier().labels)


@cache
def known_languages() -> frozenset[str]:
    """Return the groups of languages that the identifier knows, by their first code."""
    return frozenset(map(group_of, _labels()))


class Chances(Mapping[str, float]):
    """The probability of each group of languages for a text, likeliest first; ties go by code.

    Rounded to three decimals, so that the last bits of a processor's arithmetic cannot change a verdict.
    """

    __slots__ = ("_groups", "_rounded", "best", "probability")

    def __init__(self, groups: tuple[str, ...], rounded: list[float]) -> None:
        self._groups = groups
        self._rounded = rounded
        self.probability = max(rounded)
        """The probability of the likeliest group, ``best``."""
        self.best = groups[rounded.index(self.probability)]

    def __getitem__(self, group: str) -> float:
        return self._rounded[_positions()[group]]

    def __iter__(self) -> Iterator[str]:
        pairs = zip(self._rounded, self._groups, strict=True)
        return iter([group for _, group in sorted(pairs, key=lambda pair: (-pair[0], pair[1]))])

    def __len__(self) -> int:
        return len(self._groups)


@cache
def _groups() -> tuple[str, ...]:
    return tuple(sorted(known_languages()))


@cache
def _positions() -> Mapping[str, int]:
    return {group: position for position, group in enumerate(_groups())}


@cache
def _group_of_class() -> Any:
    """Return the position of the group of each of the identifier's classes, which are languages by script."""
    import numpy as np

    return np.array([_positions()[group_of(label)] for label in _identifier().nb_classes])


@lru_cache(maxsize=512)
def probabilities(text: str) -> Chances:
    """Return how likely *text* is in each group of languages.

    The last answers are kept, because several rules may ask about one paragraph and a site repeats its furniture.
    """
    import numpy as np

    # Not `rank`, which sorts and pairs all classes, and takes longer for that than for telling their probabilities.
    by_class = _identifier()._decide(text[:MAX_CHARACTERS])  # noqa: SLF001
    by_group = np.bincount(_group_of_class(), weights=by_class, minlength=len(_groups()))
    return Chances(_groups(), np.round(by_group, 3).tolist())


def likeliest(texts: Sequence[str]) -> list[str]:
    """Return the likeliest group of each of *texts*, as :func:`probabilities` has it.

    Hundreds of texts cost a quarter of what they cost one by one.
    """
    distinct = [*dict.fromkeys(text[:MAX_CHARACTERS] for text in texts)]
    if len(distinct) < _FEW:
        return [probabilities(text).best for text in texts]
    found: dict[str, str] = {}
    for first in range(0, len(distinct), _TOGETHER):
        chosen = distinct[first : first + _TOGETHER]
        found |= zip(chosen, map(_groups().__getitem__, _chances(chosen).argmax(1).tolist()), strict=True)
    return [found[text[:MAX_CHARACTERS]] for text in texts]


_FEW = 10
"""Fewer texts are cheaper one by one."""
_TOGETHER = 256
"""So many texts are looked at together; more would take more memory (20 MB) and save nothing."""


class _Automaton(NamedTuple):
    """The identifier's table of byte sequences, as arrays: from a state to the next by each byte, and what was seen."""

    following: NDArray[np.uint32]
    rows: Counts
    seen: NDArray[np.int32]


@cache
def _automaton() -> _Automaton:
    import numpy as np

    model = _identifier()
    return _Automaton(
        np.frombuffer(model.tk_nextmove, np.uint32),
        np.frombuffer(model._rowbase, np.int64),  # noqa: SLF001
        np.frombuffer(model.tk_output, np.int32),
    )


def _chances(texts: Sequence[str]) -> NDArray[np.float64]:
    """Return the probability of each group of languages for each of *texts*, by the arithmetic of the identifier."""
    import numpy as np

    data = [_identifier()._encode(text[:MAX_CHARACTERS]) for text in texts]  # noqa: SLF001 as it prepares them itself
    scores = _scores(data)
    # The root of the length keeps what is told of long texts from being too sure.
    scores /= np.sqrt(np.array([[len(text) or 1] for text in data], np.float32))
    np.exp(scores - scores.max(1, keepdims=True), out=scores)
    scores /= scores.sum(1, keepdims=True)
    order = _group_of_class().argsort(kind="stable")
    firsts = _group_of_class()[order].searchsorted(np.arange(len(_groups())))
    by_group: NDArray[np.float64] = np.add.reduceat(scores.take(order, 1).astype(np.float64), firsts, 1)
    return by_group.round(3)


def _scores(texts: Sequence[bytes]) -> Scores:
    """Return the score of each of the identifier's classes for each of *texts*; 0 for a text with nothing it knows."""
    import numpy as np

    model = _identifier()
    text, feature, times = _features(texts)
    weights, table = np.log1p(times, dtype=np.float32), model.nb_ptc.take(feature, 0).astype(np.float32)
    scores = np.zeros((len(texts), len(model.nb_classes)), np.float32)
    bounds = text.searchsorted(np.arange(len(texts) + 1)).tolist()
    for place, (start, end) in enumerate(pairwise(bounds)):
        if start < end:
            scores[place] = weights[start:end] @ table[start:end] + model.nb_pc
    return scores


def _features(texts: Sequence[bytes]) -> tuple[Counts, Counts, Counts]:
    """Return which features the identifier sees in which of *texts*, and how many times, in the order of the texts."""
    import numpy as np

    seen = _automaton().seen.take(_states(texts))
    text, place = (seen >= 0).nonzero()
    width = len(_identifier().nb_ptc)
    found, times = np.unique(text * width + seen[text, place], return_counts=True)
    return found // width, found % width, times


def _states(texts: Sequence[bytes]) -> Counts:
    """Return the state after each byte of each of *texts*, one row for each; 0, where nothing is seen, behind its end.

    All texts go ahead byte by byte together, the longest first, so that those that go on are the first ones.
    """
    import numpy as np

    lengths = np.array([len(text) for text in texts])
    order = (-lengths).argsort(kind="stable")
    columns = np.zeros((lengths.max(), len(texts)), np.intp)
    for column, text in enumerate(order.tolist()):
        columns[: lengths[text], column] = np.frombuffer(texts[text], np.uint8)
    going_on = np.bincount(lengths, minlength=lengths.max() + 1)[::-1].cumsum()[::-1][1:]
    following, rows, _ = _automaton()
    states = np.zeros((len(texts), lengths.max()), np.intp)
    state = np.zeros(len(texts), np.uint32)
    for place, count in enumerate(going_on.tolist()):
        state = following.take(rows.take(state[:count]) + columns[place, :count])
        states[order[:count], place] = state
    return states


def likeliest_member(text: str, candidates: tuple[str, ...]) -> str | None:
    """Return the likeliest of *candidates* (codes of one group), or ``None`` if the identifier knows none of them."""
    known = [code for code in candidates if code in _labels()]
    if len(known) < 2:
        return known[0] if known else None
    ranked = _identifier().rank(text[:MAX_CHARACTERS])
    return next((label for label, _ in ranked if label in candidates), None)
