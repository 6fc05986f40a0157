"""The statistical language identifier, asked only where scripts and function words leave doubt."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from newslint.facts.kinship import group_of

MAX_CHARACTERS = 600
"""Characters shown to the identifier: its accuracy no longer grows beyond (99.7 % from 160 characters on)."""


@cache
def _identifier() -> Any:
    # Loading takes 0.3 to 0.8 s and numpy, so it waits for the first paragraph that is in doubt.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)  # type: ignore[no-untyped-call]


@cache
def known_languages() -> frozenset[str]:
    """Return the groups of languages that the identifier knows, by their first code."""
    return frozenset(group_of(label) for label in _identifier().labels)


@lru_cache(maxsize=32)
def probabilities(text: str) -> Mapping[str, float]:
    """Return the probability of each group of languages for *text*, likeliest first; ties go by code.

    Rounded to three decimals, so that the last bits of a processor's arithmetic cannot change a verdict. The last few
    answers are kept, because several rules may ask about one paragraph.
    """
    found: dict[str, float] = {}
    for label, probability in _identifier().rank(text[:MAX_CHARACTERS]):
        group = group_of(label)
        found[group] = found.get(group, 0.0) + float(probability)
    ordered = sorted(found.items(), key=lambda item: (-round(item[1], 3), item[0]))
    return MappingProxyType({group: round(probability, 3) for group, probability in ordered})


def likeliest_member(text: str, candidates: tuple[str, ...]) -> str | None:
    """Return the likeliest of *candidates* (codes of one group), or ``None`` if the identifier knows none of them."""
    ranked = _identifier().rank(text[:MAX_CHARACTERS])
    return next((label for label, _ in ranked if label in candidates), None)
