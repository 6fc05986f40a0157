"""The statistical language identifier, asked only where scripts and function words leave doubt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from newslint.facts.kinship import group_of

MAX_CHARACTERS = 300
"""Characters shown to the identifier: its accuracy no longer grows beyond (99.7 % from 160 characters on)."""


@cache
def _identifier() -> Any:
    # Loading takes 0.3 to 0.8 s and numpy, so it waits for the first paragraph that is in doubt.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)  # type: ignore[no-untyped-call]


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


def likeliest_member(text: str, candidates: tuple[str, ...]) -> str | None:
    """Return the likeliest of *candidates* (codes of one group), or ``None`` if the identifier knows none of them."""
    known = [code for code in candidates if code in _labels()]
    if len(known) < 2:
        return known[0] if known else None
    ranked = _identifier().rank(text[:MAX_CHARACTERS])
    return next((label for label, _ in ranked if label in candidates), None)
