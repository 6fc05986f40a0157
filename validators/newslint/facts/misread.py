"""Text in another alphabet whose bytes, one for each letter, were read as Latin-1: ``Ïðèâåò`` was ``Привет``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from newslint.facts.function_words import languages_of_common_words, tokens
from newslint.facts.scripts import SCRIPTS, census

TRIGGER = "[À-ÿ]{4}"
"""What every such text has; in words of the Latin alphabet not so many letters with accents stand side by side."""
WINDOWS_SIGNS = bytes(range(0x80, 0xA0)).decode("windows-1252", "ignore")
"""What windows-1252 has in the place of the C1 controls of Latin-1."""
CUT_MARK = r"â€(?=[ .,;:!?)]|$)"
"""A right quotation mark in UTF-8, whose last byte, which windows-1252 has not, was dropped."""
MIN_LETTERS = 20
"""Fewest letters of a run of damaged words: four words and more, of which some are function words."""
MIN_VOTES = 2
"""Common words of languages in the alphabet that prove what the text was; the encoding that gives the most is taken."""
MIN_SHARE = 0.95
"""Share of the letters that are of the alphabet; windows-1256 has some Latin ones between the Arabic."""

_ENCODINGS: Mapping[str, str] = MappingProxyType(
    {
        "windows-1251": "Cyrl",
        "koi8-r": "Cyrl",
        "windows-1253": "Grek",
        "windows-1255": "Hebr",
        "windows-1256": "Arab",
    }
)
_HIGH = re.compile("[À-ÿ]")
_WORDS = re.compile("[À-ÿ]{4,}")
# White space by ASCII only: a no-break space may be the byte of a letter.
_TOKEN = re.compile(r"[^ \t\r\n]+")


class Misread(NamedTuple):
    """The words ``line[start:end]``, what they were, and how they came about."""

    start: int
    end: int
    text: str
    encoding: str


def misread(line: str) -> Iterator[Misread]:
    """Yield the runs of words in *line* that were read as Latin-1, as far as function words prove what they were."""
    for start, end in _runs(line):
        damaged = line[start:end]
        if len(_HIGH.findall(damaged)) < MIN_LETTERS or not _WORDS.search(damaged):
            continue
        data = bytes(map(_bytes().__getitem__, damaged))
        readings = {encoding: data.decode(encoding, "replace") for encoding in _ENCODINGS}
        votes = {encoding: _common_words(text, _ENCODINGS[encoding]) for encoding, text in readings.items()}
        best = max(votes, key=votes.__getitem__)
        if votes[best] >= MIN_VOTES:
            wrong = "latin-1" if all(sign <= "\xff" for sign in damaged) else "windows-1252"
            yield Misread(start, end, readings[best], f"{best} read as {wrong}")


def is_misread(text: str) -> bool:
    """Return whether *text* looks like one that was read as Latin-1: most of its letters are in words of such signs."""
    return 2 * sum(map(len, _WORDS.findall(text))) > sum(map(str.isalpha, text))


def _runs(line: str) -> Iterator[tuple[int, int]]:
    """Yield where words without an ASCII letter follow one another; numbers and marks between them do not matter."""
    start = end = -1
    for token in _TOKEN.finditer(line):
        word = token.group()
        is_damaged = _HIGH.search(word) is not None and _bytes().keys() >= set(word) and not _has_ascii_letter(word)
        if is_damaged:
            start, end = (token.start() if start < 0 else start), token.end()
        elif start >= 0 and (any(map(str.isalpha, word)) or not _bytes().keys() >= set(word)):
            yield start, end
            start = -1
    if start >= 0:
        yield start, end


def _has_ascii_letter(word: str) -> bool:
    return any(sign.isascii() and sign.isalpha() for sign in word)


def _common_words(text: str, script: str) -> int:
    """Return how many different words of *text* are common in a language of *script*; 0 in another script."""
    counts = census(text)
    if "\ufffd" in text or counts.get(script, 0.0) < MIN_SHARE * sum(counts.values()):
        return 0
    languages = map(languages_of_common_words().get, set(tokens(text)))
    return sum(any(script in SCRIPTS[code] for code in codes) for codes in languages if codes)


def as_bytes(text: str) -> bytes | None:
    """Return the bytes that *text* was read from as Latin-1 or windows-1252; ``None`` if it has other signs too."""
    table = _bytes()
    return bytes(map(table.__getitem__, text)) if table.keys() >= set(text) else None


@cache
def _bytes() -> Mapping[str, int]:
    """Return the byte of each character, as Latin-1 has it or windows-1252."""
    table = {chr(byte): byte for byte in range(256)}
    for byte in range(0x80, 0xA0):
        character = bytes([byte]).decode("windows-1252", "ignore")
        if character:
            table[character] = byte
    return MappingProxyType(table)
