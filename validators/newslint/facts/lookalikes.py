"""Letters of one script that look like letters of another, and words in which both occur."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby, pairwise
from types import MappingProxyType
from typing import Literal

import msgspec

from newslint.text.scan import Gate

Script = Literal["Latin", "Cyrillic", "Greek"]

_CYRILLIC_AND_LATIN = (
    ("а", "a"), ("е", "e"), ("о", "o"), ("р", "p"), ("с", "c"), ("у", "y"), ("х", "x"), ("і", "i"), ("ј", "j"),
    ("ѕ", "s"), ("һ", "h"), ("ё", "ë"), ("ї", "ï"), ("А", "A"), ("В", "B"), ("Е", "E"), ("К", "K"), ("М", "M"),
    ("Н", "H"), ("О", "O"), ("Р", "P"), ("С", "C"), ("Т", "T"), ("У", "Y"), ("Х", "X"), ("І", "I"), ("Ј", "J"),
    ("Ѕ", "S"), ("Һ", "H"), ("Ё", "Ë"), ("Ї", "Ï"), ("к", "k"),
)  # fmt: skip
_GREEK_AND_LATIN = (
    ("ο", "o"), ("Α", "A"), ("Β", "B"), ("Ε", "E"), ("Ζ", "Z"), ("Η", "H"), ("Ι", "I"), ("Κ", "K"), ("Μ", "M"),
    ("Ν", "N"), ("Ο", "O"), ("Ρ", "P"), ("Τ", "T"), ("Υ", "Y"), ("Χ", "X"),
)  # fmt: skip
_GREEK_AND_CYRILLIC = tuple(
    (greek, cyrillic) for greek, latin in _GREEK_AND_LATIN for cyrillic, other in _CYRILLIC_AND_LATIN if latin == other
)


def _both_ways(
    pairs: tuple[tuple[str, str], ...], one: Script, other: Script
) -> dict[tuple[Script, Script], dict[str, str]]:
    # Where two letters look like one (Cyrillic Н and Һ like H), the commoner, which comes first, is meant.
    return {(one, other): dict(reversed(pairs)), (other, one): {b: a for a, b in reversed(pairs)}}


_LOOK_ALIKES: Mapping[tuple[Script, Script], Mapping[str, str]] = MappingProxyType(
    _both_ways(_CYRILLIC_AND_LATIN, "Cyrillic", "Latin")
    | _both_ways(_GREEK_AND_LATIN, "Greek", "Latin")
    | _both_ways(_GREEK_AND_CYRILLIC, "Greek", "Cyrillic")
)
"""For each pair of scripts (of the letter, of what it looks like), the letters by which to replace it."""

LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
CYRILLIC = "\u0400-\u052f"
GREEK = "\u0386-\u03ff\u1f00-\u1fff"
"""The letters of each script, as members of a regular expression's class; micro and ohm signs are of none."""

# Pairs over a few long ranges: the letters between them cost nothing, and short ranges make the scan slow.
_LATIN_OR_NEAR, _CYRILLIC_OR_GREEK, _GREEK_MARKED = "A-Za-z\u00c0-\u024f", "\u0386-\u052f", "\u1f00-\u1fff"
_BESIDE_MARKED = f"{_LATIN_OR_NEAR}{CYRILLIC}"
_NEIGHBOURS = (
    (_LATIN_OR_NEAR, _CYRILLIC_OR_GREEK),
    (_BESIDE_MARKED, _GREEK_MARKED),
    (CYRILLIC, "\u0386-\u03ff"),
)
TWO_SCRIPTS = Gate("|".join(f"[{one}][{other}]|[{other}][{one}]" for one, other in _NEIGHBOURS), alone=True)
"""A letter beside one of another script."""

_SCRIPTS: tuple[tuple[Script, re.Pattern[str]], ...] = (
    ("Latin", re.compile(f"[{LATIN}]")),
    ("Cyrillic", re.compile(f"[{CYRILLIC}]")),
    ("Greek", re.compile(f"[{GREEK}]")),
)
_WORD = re.compile(r"[^\W\d_]+")
_SPACE = re.compile(r"\s")
_ROMAN = re.compile(r"[IVXLCDMІХСМ]+")
_CYRILLIC = re.compile(f"[{CYRILLIC}]{{2}}")
_LENT = frozenset("æÆăĂĕĔçÇ")
_ADDRESS_SIGNS = ("#", "@", "://", "www.", "_")
_RUSSIAN_ONLY = frozenset("ыьъэщ")
"""Letters that are left over where Russian was put into Latin letters, and of which no brand makes a pun."""

MIN_LETTERS = 3
"""Shorter words are units, moves of chess and codes."""
MIN_CODE_LETTERS = 6
"""Beside a digit, shorter words are codes: ``Сxd5``, ``МB-24``."""
MAX_LETTERS = 60
"""Longer words are glued text."""
MIN_NAME = 2
"""Fewest letters of a name or an abbreviation that takes an ending."""
MAX_ENDING = 4
"""Most letters of an inflected ending: ``XXго``, ``XIXому``, ``SMSками``."""


_DAMAGE = re.compile("[a-z\u00df-\u00f6\u00f8-\u00ff][\u0402-\u040f\u0410-\u042f\u0490]")
MIN_DAMAGE = 3
"""From so many Cyrillic capitals after small Latin letters on, the encoding was damaged (``fГјr``, ``dГјrfte``)."""


class MixedWord(msgspec.Struct, frozen=True):
    """A word in two scripts.

    ``letters`` are those of the minority, in order and each once; ``mended`` is the word in its main ``script``,
    or ``None`` where the strange letters look like none of it.
    """

    start: int
    end: int
    text: str
    script: Script
    strange: Script
    letters: str
    mended: str | None


def is_damaged(text: str) -> bool:
    """Return whether *text* is UTF-8 read as a Cyrillic code page, which makes a mixture of every second word."""
    return len(_DAMAGE.findall(text)) >= MIN_DAMAGE


def mixed_words(text: str, start: int, end: int) -> Iterator[MixedWord]:
    """Yield the words touching ``text[start:end]`` in which letters of one script pose as another's.

    Exempt are mixtures that people write: names and abbreviations with an ending (``SMSка``), Roman numerals
    (``XXго``), names joined from two (``РосEco``), tags and addresses, codes, units.
    """
    window = max(0, start - MAX_LETTERS)
    for match in _WORD.finditer(text, window, min(len(text), end + MAX_LETTERS)):
        if match.end() > start and match.start() < end:
            found = _mixed(text, match.start(), match.group())
            if found is not None:
                yield found


def _mixed(text: str, start: int, word: str) -> MixedWord | None:
    """Judge one word at *start* of *text*."""
    runs = [(script, "".join(letters)) for script, letters in groupby(word, _script)]
    if len(word) < MIN_LETTERS or _is_on_purpose(text, start, word):
        return None
    scripts = _main_and_strange(word, runs)
    if scripts is None:
        return None
    main, strange = scripts
    letters = "".join(dict.fromkeys(letter for letter in word if _script(letter) == strange))
    if _changes_case(word, letters) or _is_inflected(text, start, runs):
        return None
    mended = _mended(word, strange, main)
    if mended is None and not _is_leftover(word, letters, main):
        return None
    return MixedWord(start, start + len(word), word, main, strange, letters, mended)


def _main_and_strange(word: str, runs: list[tuple[Script | None, str]]) -> tuple[Script, Script] | None:
    """Return the script with most letters and the other, or ``None`` where there are not two, or it cannot be told.

    Of two with as many letters the strange one is that whose letters can all be meant for the other's, if it is
    spread over the word (``rоjо``); in a piece of its own it may be anything.
    """
    counts = Counter(map(_script, word))
    if len(counts) != 2 or None in counts:
        return None
    (main, more), (strange, fewer) = counts.most_common()
    if main is None or strange is None:
        return None
    if more > fewer:
        return main, strange
    candidates = [(one, other) for one, other in ((main, strange), (strange, main)) if _mended(word, other, one)]
    return candidates[0] if len(runs) > 2 and len(candidates) == 1 else None


def _mended(word: str, strange: Script, main: Script) -> str | None:
    """Return *word* with the letters it has of *strange* put in *main*, or ``None`` where one has no look-alike."""
    table = _LOOK_ALIKES[strange, main]
    letters = [table.get(letter) if _script(letter) == strange else letter for letter in word]
    return None if None in letters else "".join(filter(None, letters))


def _is_leftover(word: str, letters: str, main: Script) -> bool:
    """Return whether *word* is Russian put into Latin letters with some forgotten: ``sotsialnыx``."""
    return main == "Latin" and word[1:].islower() and _RUSSIAN_ONLY.issuperset(letters)


def _is_on_purpose(text: str, start: int, word: str) -> bool:
    """Return whether what stands around the word, or a Roman numeral in it, explains the mixture."""
    end = start + len(word)
    before, after = text[max(0, start - MAX_LETTERS) : start], text[end : end + MAX_LETTERS]
    token = _SPACE.split(before)[-1] + word + _SPACE.split(after)[0]
    if any(sign in token for sign in _ADDRESS_SIGNS):
        return True
    if len(word) < MIN_CODE_LETTERS and (before[-1:].isdigit() or after[:1].isdigit()):
        return True
    numeral = _ROMAN.match(word)
    if numeral is None:
        return False
    ending = word[numeral.end() :]
    return not ending or (numeral.end() > 1 and len(ending) <= MAX_ENDING and ending.islower())


def _changes_case(word: str, letters: str) -> bool:
    """Return whether a strange capital follows a small letter: a name joined from two, or a damaged encoding."""
    return any(after in letters and after.isupper() and before.islower() for before, after in pairwise(word))


def _is_inflected(text: str, start: int, runs: list[tuple[Script | None, str]]) -> bool:
    """Return whether a Latin name or abbreviation has a Cyrillic ending: ``SMSка``, ``в Twitterе``.

    Letters that Latin lends to Cyrillic orthographies (Chuvash ``çăкăр``) are taken for such names too.
    """
    if any(letter in _LENT for _, run in runs for letter in run):
        return _in_cyrillic(text, start)
    if len(runs) != 2 or runs[0][0] != "Latin" or runs[1][0] != "Cyrillic":
        return False
    name, ending = runs[0][1], runs[1][1]
    if len(name) < MIN_NAME or len(ending) > MAX_ENDING or not ending.islower():
        return False
    return name.isupper() or _in_cyrillic(text, start)


def _in_cyrillic(text: str, start: int) -> bool:
    return _CYRILLIC.search(text, max(0, start - MAX_LETTERS), start) is not None


def _script(letter: str) -> Script | None:
    return next((script for script, letters in _SCRIPTS if letters.match(letter)), None)
