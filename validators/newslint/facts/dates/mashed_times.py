"""Times of day that run into the word behind them: "18.30 BSTLast modified", "14h30Par", "18:30 UhrVon Anke".

A time alone may touch a word by right (``10:30h``, ``7-8:30Uhr``, durations, odds). So either a date stands right
before it, or its unit is written small and the word begins with a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.facts.dates.mashed_reading import HUMP, SPACE
from newslint.facts.dates.mashed_words import BYLINE_WORDS, STAMP_LABELS
from newslint.facts.dates.names import fold

_ZONE = (
    "GMT|UTC|BST|WEST|WET|CEST|CET|EEST|EET|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|AK[SD]T|IST|WIB|WITA|WIT|MSK|МСК|JST|KST|SGT|"
    "HKT|PKT|NPT|AE[SD]T|AW[SD]T|AC[SD]T|NZ[SD]?T|SAST|EAT|WAT|CAT|TRT|GST|BR[ST]T|ART"
)
_SHIFT = r"[+-]\d{1,2}(?::?\d\d)?"
_LARGE = rf"AM|PM|A\.M\.|P\.M\.|UHR|(?:{_ZONE})(?:{SPACE}?{_SHIFT})?|\((?:{_ZONE})(?:{_SHIFT})?\)"
_SMALL = r"am|pm|a\.m\.?|p\.m\.?|Uhr|uhr"
_OTHER = r"[Hh]rs?|[Hh]s|h|ч\.?|น\.?|[Hh]oras|ore|saat|klo"
_CLOCK = r"(?P<h>\d{1,2})(?P<s>[:.h])(?P<m>[0-5]\d)(?:[:.][0-5]\d)?(?!\d)"
_AT = r"at|um|à|a las|às|alle|ore|ob|kl\.?|klo\.?|kell|в|о|u|om"
_JOIN = rf"{SPACE}{{0,2}}(?:[,|•·/–—@-]{SPACE}{{0,2}})?(?:(?:{_AT}){SPACE})?"
# The unit is not given back: "10:30 Uhr" is no time and a word.
_BEHIND_DATE = re.compile(
    rf"{_JOIN}{_CLOCK}(?P<unit>{SPACE}?(?:{_LARGE}|{_SMALL}|{_OTHER})(?![a-zà-ÿа-я]))?+(?=[^\W\d_])"
)
_BEHIND_SMALL_UNIT = re.compile(
    rf"(?<![\d:.,/])(?P<h>\d{{1,2}})(?:[:.][0-5]\d)?{SPACE}?(?P<unit>am|pm|Uhr)(?=[^\W\d_a-zà-ÿ][a-zà-ÿ])"
)
_WORD = re.compile(r"[^\W\d_]{1,40}")
_SHOUT = 5
"""Capitals behind a time without a unit that are a word, and not a zone."""


class TimeJoint(NamedTuple):
    """A time that touches a word: where it begins, where the word does, and where the word ends."""

    start: int
    at: int
    end: int


def time_behind(text: str, place: int) -> TimeJoint | None:
    """Return the joint of the time that stands right behind a date which ends at *place*, if it touches a word."""
    clock = _BEHIND_DATE.match(text, place)
    if clock is None or int(clock["h"]) > 24:
        return None
    end = _end_of_word(text, clock.end(), clock["unit"])
    return TimeJoint(clock.start("h"), clock.end(), end) if end else None


def small_units(text: str, start: int, end: int) -> Iterator[TimeJoint]:
    """Yield the joints of times in ``text[start:end]`` whose small unit touches a capital."""
    for clock in _BEHIND_SMALL_UNIT.finditer(text, start, end):
        stop = _end_of_word(text, clock.end(), clock["unit"]) if int(clock["h"]) <= 24 else None
        if stop:
            yield TimeJoint(clock.start(), clock.end(), stop)


def _end_of_word(text: str, place: int, unit: str | None) -> int | None:
    """Return where the word at *place* ends, or ``None`` if it may be a part of the time."""
    match = _WORD.match(text, place)
    word = match[0] if match else ""
    if label := next((label for label in STAMP_LABELS if word.startswith(label)), None):
        return place + len(label)
    if fold(word) in BYLINE_WORDS and len(word) > 2:
        return place + len(word)
    if word[:1].isupper() and word[1:2].islower():
        hump = HUMP.search(word, 1)
        return place + (hump.start() if hump else len(word)) if unit or len(word) > 2 else None
    return place + len(word) if word.isupper() and len(word) >= _SHOUT and not unit else None
