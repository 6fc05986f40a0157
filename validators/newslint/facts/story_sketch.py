"""Sketches of stories: at most 300 bytes that a news article and its translation largely share.

What survives translation into any script is figures, what CLDR names in every language (countries, months, ...), and
names. A name is reduced to its skeleton, the first consonants in eight classes of sounds, because vowels, case endings
and spellings change: Путиным, Poutine, بوتين and Putin begin alike. Where a script has capitals, names are the words
with one inside a sentence; where it has none, every word may be a name, and a sketch holds the same sample of names
whichever text it is taken from. Scripts without spaces give figures, concepts, Latin words and katakana only.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple
from zlib import crc32

import msgspec

from newslint.facts.concepts import UNSPACED, concept_table
from newslint.facts.scripts import LETTERS_PER_SIGN, SCRIPTS

MAX_ANCHORS = 96
"""Anchors of a sketch; each takes three bytes."""

MAX_CHARACTERS = 3_000
"""Only so much of a text is looked at: an ordinary article, and translations tell things in the same order."""

MAX_KNOWN = 1 << 16
"""Words whose anchors are remembered, for names and for the concepts of each language; then memory begins anew."""

NUMBER, CONCEPT, NAME = 1 << 22, 2 << 22, 3 << 22
"""The kind of an anchor, in its upper two bits; the value is in the lower 22."""

_VALUE = NUMBER - 1
_OPENING = 4
_CHINESE = ("yue", "wuu")
_EXACT = 1 << 21
_SKELETON = 5
_MIN_SKELETON = 3
_CASED = frozenset({"Latn", "Cyrl", "Grek", "Armn"})
_RUNNING_ON = frozenset({"Thai", "Laoo", "Khmr", "Mymr", "Tibt"})
# The digits of ASCII, Arabic, Persian, Devanagari and Bengali: a class of its own is scanned faster than "\d".
_DIGITS = "[0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]"
_NUMBER = re.compile(rf"({_DIGITS}{{1,18}}(?:[.,\u066b\u066c]{_DIGITS}{{1,18}}){{0,6}})([万萬億亿]?)")
_SCALES = {"": 1, "万": 10_000, "萬": 10_000, "億": 100_000_000, "亿": 100_000_000}
_LATIN_OR_KATAKANA = re.compile(r"[A-Za-z]{3,}|[\u30a1-\u30fa\u30fc]{3,}")
_ENDS = ".!?:…։"
_MARKS = '"“”„«»‹›‘()[]{}<>.,;:!?…،؛؟।۔–—*'
_BREAKS = "'’ʼ-‐‑/־\u200c\",،«“„("
_CLASSES = {"b": "bpf", "k": "kgqc", "t": "td", "s": "sz", "n": "n", "m": "m", "l": "l", "r": "r"}
_DIGIT = {letter: str(digit) for digit, letters in enumerate(_CLASSES.values(), 1) for letter in letters}
_LETTER_OF_DIGIT = dict(zip("12345678", _CLASSES, strict=True))
_NOT_SAME_SOUND = re.compile("kh|gh|ph")


class StorySketch(NamedTuple):
    """The language of a text, its length in letters of an alphabet, and its anchors, three bytes each, sorted."""

    language: str
    letters: int
    anchors: bytes

    @property
    def values(self) -> list[int]:
        """The anchors as numbers."""
        return [int.from_bytes(self.anchors[at : at + 3], "little") for at in range(0, len(self.anchors), 3)]


def story_sketch(text: str, language: str) -> StorySketch:
    """Return the sketch of *text*, which is in *language* (a bare code)."""
    seen = text[:MAX_CHARACTERS]
    script = SCRIPTS.get(language, ("",))[0]
    unspaced = language in UNSPACED or script == "CJK" or script in _RUNNING_ON
    figures = _figures(seen)
    if unspaced:
        concepts = _unspaced_concepts(seen, language)
        names = _LATIN_OR_KATAKANA.findall(seen)
    else:
        spaced = _without_marks(seen)
        tokens = spaced.split()
        names = _capitalised(tokens, spaced.lower().split()) if script in _CASED else tokens
        openings = _openings(language)
        named = [token for token in set(tokens) if token[:_OPENING] in openings]
        concepts = set(map(_concepts(language).__getitem__, named))
    first = _sampled((figures | concepts) - {0}, MAX_ANCHORS)
    chosen = [*first, *_sampled(set(map(_SKELETONS.__getitem__, set(names))) - {0}, MAX_ANCHORS - len(first))]
    packed = b"".join([anchor.to_bytes(3, "little") for anchor in sorted(chosen)])
    return StorySketch(language, round(len(text) * LETTERS_PER_SIGN.get(script, 1.0)), packed)


def has_capitals(language: str) -> bool:
    """Return whether *language* is printed in a script that tells names by their capitals."""
    return SCRIPTS.get(language, ("",))[0] in _CASED


def is_figure(anchor: int) -> bool:
    """Return whether *anchor* is a figure."""
    return anchor & ~_VALUE == NUMBER


def spelled(anchor: int) -> str:
    """Return what *anchor* shows of itself: a figure or the skeleton of a name; of concepts only hashes are kept."""
    kind, value = anchor & ~_VALUE, anchor & _VALUE
    if kind == NUMBER:
        return str(value) if value < _EXACT else ""
    if kind != NAME:
        return ""
    digits = ""
    while value:
        value, digit = divmod(value, 9)
        digits = _LETTER_OF_DIGIT[str(digit)] + digits
    return digits


class _Sounds(dict[int, str]):
    """What each character becomes in a skeleton, worked out when it is first met."""

    def __missing__(self, character: int) -> str:
        from anyascii import anyascii

        latin = _NOT_SAME_SOUND.sub(lambda met: met.group()[0] if met.group() != "kh" else "", anyascii(chr(character)))
        drawn = "".join(_DIGIT.get(letter, "") for letter in latin.lower().replace("x", "ks"))
        self[character] = drawn
        return drawn


_SOUNDS = _Sounds()


def _sampled(anchors: set[int], room: int) -> Collection[int]:
    """Return *room* of *anchors*, first in the order of their hashes: of any two texts the same ones are dropped."""
    return anchors if len(anchors) <= room else sorted(anchors, key=_scattered)[:room]


def _scattered(anchor: int) -> int:
    return (anchor * 0x9E3779B1) & 0xFFFFFFFF


def _figures(text: str) -> set[int]:
    """Return the figures of *text*; those of one digit tell nothing."""
    return {NUMBER + _figure(*found) for found in set(_NUMBER.findall(text)) if len(found[0]) > 1 or found[1]}


@lru_cache(maxsize=20_000)
def _figure(written: str, scale: str) -> int:
    """Return the value of a figure in 22 bits: itself where it is a number below 2^21, else a hash.

    Three digits after a comma or a point are thousands, others decimals.
    """
    parts = re.split(r"[.,\u066b\u066c]", written)
    whole = "".join([parts[0], *(part for part in parts[1:] if len(part) == 3)])
    rest = [part for part in parts[1:] if len(part) != 3]
    value = f"{float(whole + '.' + ''.join(rest)) * _SCALES[scale]:.10g}" if rest else str(int(whole) * _SCALES[scale])
    small = value.isdigit() and int(value) < _EXACT
    return int(value) if small else _EXACT + crc32(value.encode()) % _EXACT


def _without_marks(text: str) -> str:
    for mark in _BREAKS:
        text = text.replace(mark, " ")
    return text


def _capitalised(tokens: list[str], lowered: list[str]) -> list[str]:
    """Return the words with a capital that do not open a sentence; *lowered* are *tokens* in lower case."""
    before = [".", *tokens]
    return [
        token
        for token, low, last in zip(tokens, lowered, before, strict=False)
        if token != low and last[-1] not in _ENDS
    ]


class _Skeletons(dict[str, int]):
    """The anchors of names, worked out when first met; 0 where fewer than three consonants tell too little."""

    def __missing__(self, name: str) -> int:
        if len(self) >= MAX_KNOWN:
            self.clear()
        drawn = name.translate(_SOUNDS)
        for digit in _LETTER_OF_DIGIT:
            drawn = drawn.replace(digit + digit, digit)
        found = NAME + int(drawn[:_SKELETON], 9) if len(drawn) >= _MIN_SKELETON else 0
        self[name] = found
        return found


class _Concepts(dict[str, int]):
    """The anchors of the countries, months and the like that words name in a language; 0 for the other words."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._table = concept_table(language)

    def __missing__(self, token: str) -> int:
        if len(self) >= MAX_KNOWN:
            self.clear()
        found = self._named(token.strip(_MARKS))
        self[token] = found
        return found

    def _named(self, word: str) -> int:
        for concept in self._table.find(word, (word,)) if self._table else ():
            return _concept_anchor(concept.key)
        return 0


_SKELETONS = _Skeletons()
_concepts = cache(_Concepts)


def _concept_anchor(key: str) -> int:
    return 0 if key.startswith(("number:", "scale:")) else CONCEPT + (crc32(key.encode()) & _VALUE)


def _as_printed(opening: str) -> set[str]:
    """Return the beginning of a name in the ways it may be printed: comparing them is cheaper than folding a text."""
    spelled_out = {opening, opening.replace("ё", "е")}
    return {form for one in spelled_out for form in (one, one.lower(), one.capitalize(), one.upper())}


def _unspaced_concepts(text: str, language: str) -> set[int]:
    openings = _openings(language)
    return {anchor for sign in openings.keys() & set(text) for name, anchor in openings[sign] if name in text}


@cache
def _openings(language: str) -> dict[str, list[tuple[str, int]]]:
    """Return the names of concepts in *language* by their beginning: others are not looked for in a text.

    That is the first sign where words are not spaced, and else the first four letters, which case endings spare.
    """
    own = "zh" if language in _CHINESE else language
    data = files("newslint.data").joinpath("concept_names.json").read_bytes()
    raw = msgspec.json.decode(data, type=dict[str, msgspec.Raw]).get(own)
    length = 1 if own in UNSPACED else _OPENING
    openings: dict[str, list[tuple[str, int]]] = {}
    for key, names in (msgspec.json.decode(raw, type=dict[str, list[str]]) if raw else {}).items():
        anchor = _concept_anchor(key)
        for name in names if anchor else ():
            if len(name) > 1 and " " not in name:
                for opening in _as_printed(name[:length]):
                    openings.setdefault(opening, []).append((name, anchor))
    return openings
