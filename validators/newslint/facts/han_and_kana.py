"""Chinese and Japanese at a glance: their signs are counted where other languages show by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.facts.scripts import LETTERS_PER_SIGN, SCRIPT_NAMES, language_of_signs, script_numbers

if TYPE_CHECKING:
    from newslint.facts.arrays import Booleans, Counts, Positions, Units

CJK = "CJK"

MIN_SHARE = 0.75
"""Least share of a body's letters (signs count as the letters they stand for) in the signs of its language."""

SURE_KANA = 0.25
"""Least share of kana in a body that is Japanese at a glance; with fewer it may be Chinese with a line of Japanese."""

SIGNS_PER_CHARACTER = 0.6
"""Fewest signs per character in a paragraph of the language: with fewer, a part of it may be foreign."""


def language_in_signs(units: Units) -> tuple[str, float] | None:
    """Return the language of a text that is written in Han or kana, and which share of its letters these are."""
    import numpy as np

    numbers = np.bincount(script_numbers()[units], minlength=len(SCRIPT_NAMES))
    letters = {name: LETTERS_PER_SIGN.get(name, 1.0) * int(numbers[place]) for place, name in enumerate(SCRIPT_NAMES)}
    share = letters[CJK] / (sum(letters.values()) or 1.0)
    if share < MIN_SHARE:
        return None
    kana, han = int(_kana(units).sum()), int(_han(units).sum())
    language = language_of_signs(kana, han)
    if language == "ja" and kana < SURE_KANA * (kana + han):
        return None
    return (language, share) if language else None


def written_in_signs(units: Units, starts: Positions, ends: Positions, language: str) -> Booleans:
    """Return of each paragraph, from *starts* to *ends* of *units*, whether its signs are those of *language*."""
    import numpy as np

    signs = script_numbers()[units] == SCRIPT_NAMES.index(CJK)
    signs, kana, han = (_within(flags, starts, ends) for flags in (signs, _kana(units), _han(units)))
    languages = [language_of_signs(*counts) for counts in zip(kana.tolist(), han.tolist(), strict=True)]
    found: Booleans = signs >= SIGNS_PER_CHARACTER * (ends - starts)
    return found & np.array([told == language for told in languages], np.bool_)


def _within(flags: Booleans, starts: Positions, ends: Positions) -> Counts:
    import numpy as np

    counts = np.concatenate(([0], flags.cumsum()))
    found: Counts = counts[ends] - counts[starts]
    return found


def _kana(units: Units) -> Booleans:
    return units - units.dtype.type(0x3040) < 0x30FF - 0x3040 + 1


def _han(units: Units) -> Booleans:
    return units - units.dtype.type(0x3400) < 0x9FFF - 0x3400 + 1
