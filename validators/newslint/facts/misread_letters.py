"""Latin letters with accents whose bytes were read as Western European: Hungarian ``elõtt`` was ``előtt``.

Most letters of such a text stay as they are, so the language must be known: it is proof enough that a text has several
words with signs that its language does not have, and not one of the letters that they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from newslint.facts.misread import WINDOWS_SIGNS

MIN_WORDS = 3
"""Fewest different words with two kinds of wrong signs that prove it: a foreign name or two have no more."""
MIN_WORDS_ALIKE = 6
"""The same where all words have one kind of sign."""

_LETTERS: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        "cs": ("čďěňřťů", ("windows-1250", "iso8859-2")),
        "hr": ("čćđ", ("windows-1250", "iso8859-2")),
        "hu": ("őű", ("windows-1250",)),
        "lt": ("ąčęėįšųūž", ("windows-1257",)),
        "lv": ("āčēģīķļņšūž", ("windows-1257",)),
        "pl": ("ąćęłńśźż", ("windows-1250", "iso8859-2")),
        "ro": ("ăşţ", ("windows-1250",)),
        "sk": ("čďľňť", ("windows-1250", "iso8859-2")),
        "sl": ("č", ("windows-1250",)),
        "tr": ("ğışİ", ("windows-1254",)),
    }
)
"""The letters of a language that Western European sets do not have, and the sets in which it used to be written."""
_IN_BOTH = "šžŠŽ"
"""Letters that windows-1252 has, too, at the same places, and Latin-1 has not."""
# The two bytes of a letter in UTF-8. None of the languages writes these letters beside such signs in any of the sets.
_UTF8 = re.compile(f"[ÂÃÄÅ][\x80-\xbf{WINDOWS_SIGNS}]")
_SPELLED_ALIKE = str.maketrans("șțȘȚ", "şţŞŢ")


class Letters(NamedTuple):
    """What the wrong signs of a text stand for, and how they came about."""

    table: Mapping[str, str]
    encoding: str


def misread_letters(text: str, language: str | None) -> Letters | None:
    """Return which letters of *text*, in *language* (a bare code), were read wrongly; ``None`` if it is sound."""
    if language not in _LETTERS:
        return None
    signs = _signs(language)
    if not signs.any_wrong.search(text) or _UTF8.search(text) or signs.own & set(text.translate(_SPELLED_ALIKE)):
        return None
    # The sets of one region differ in a few letters: the one that explains most signs was meant.
    best = max(signs.readings, key=lambda letters: sum(map(text.count, letters.table)))
    # A sign alone is a question mark of Spanish, a power or a degree, and proves nothing.
    words = {word.lower() for _, word in damaged_words(text, best) if sum(map(str.isalpha, word)) > 1}
    kinds = {sign for word in words for sign in word if sign in best.table}
    least = MIN_WORDS if len(kinds) > 1 else MIN_WORDS_ALIKE
    return best if len(words) >= least else None


def damaged_words(text: str, letters: Letters) -> list[tuple[int, str]]:
    """Return where each damaged word of *text* starts, and the word."""
    signs = re.escape("".join(letters.table))
    words = re.finditer(rf"[^\W\d_]*[{signs}](?:[^\W\d_]|[{signs}])*", text)
    return [(match.start(), match.group()) for match in words]


def repaired(word: str, letters: Letters) -> str:
    """Return a damaged *word* as it was written."""
    return "".join(letters.table.get(sign, sign) for sign in word)


class _Signs(NamedTuple):
    own: frozenset[str]
    any_wrong: re.Pattern[str]
    readings: tuple[Letters, ...]


@cache
def _signs(language: str) -> _Signs:
    letters, encodings = _LETTERS[language]
    own = frozenset(sign for sign in letters + letters.upper() if not sign.isascii())  # the capital of ı is I
    readings = []
    for encoding in encodings:
        for wrong in ("windows-1252", "latin-1"):
            read = {_read(letter, encoding, wrong): letter for letter in (*own, *_IN_BOTH)}
            table = {sign: letter for sign, letter in read.items() if sign not in ("", letter)}
            readings.append(Letters(MappingProxyType(table), f"{encoding} read as {wrong}"))
    every = {sign for reading in readings for sign in reading.table}
    return _Signs(own, re.compile(f"[{re.escape(''.join(every))}]"), tuple(readings))


def _read(letter: str, encoding: str, wrong: str) -> str:
    """Return what is seen of *letter* where its byte is read in another set; nothing where it has none."""
    try:
        return letter.encode(encoding).decode(wrong)
    except UnicodeError:
        return ""
