"""Anchors: what a text and its translation share whatever the languages.

Numbers, dates, links, names and loan words (once both are transliterated to a rough Latin), and concepts that CLDR
names in every language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from newslint.facts.concepts import UNSPACED, WORD, Concept, find_concepts

Kind = Literal["name", "word", "number", "concept"]
KINDS: tuple[Kind, ...] = ("name", "word", "number", "concept")

_LINK = re.compile(r"(?:https?://|www\.|[@#])[^\s()<>\[\]]+")
_NUMBER = re.compile(r"\d+(?:[.,'’\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?")
_NUMERIC_DATE = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})(?!\d)")
_CJK_MONTH = re.compile(r"(\d{1,2})\s?月")
_CJK_SCALE = {"千": 1_000, "万": 10_000, "萬": 10_000, "億": 100_000_000, "亿": 100_000_000}
_UNSPACED_NAME = re.compile(r"[\u30a1-\u30fa\u30fc]{3,}|[A-Za-z][A-Za-z'\-]{2,}")
_PUNCTUATION = re.compile(r"[?？!！:：;；()（）%％/&€$£«»“”„\"「」『』《》—–]")
_SAME_PUNCTUATION = str.maketrans("？！：；（）％–", "?!:;()%—") | str.maketrans(
    dict.fromkeys("«»“”„「」『』《》", '"')
)

_MIN_NAME = 3
_MIN_WORD = 4
_MIN_WORD_LETTERS = 5

# Spellings of one sound in the Latin that transliteration and the European orthographies make of it.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"[^a-z]", ""),
        (r"shch|sch|tch|sh|zh|ch|cz|sz", "s"),
        (r"kh|gh|h", "h"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"ck|q|c(?![eiy])", "k"),
        (r"ts|tz|c", "s"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"dj|j|y|ii|iy|ij", "i"),
        (r"z", "s"),
        (r"(.)\1+", r"\1"),
        (r"i([aueo])", r"\1"),
    )
)


class Anchor(msgspec.Struct, frozen=True, gc=False):
    """An anchor at ``text[start:end]``; two texts share it where kind and key are equal, or nearly so for names."""

    kind: Kind
    key: str
    start: int
    end: int


class Anchored(msgspec.Struct, frozen=True):
    """A text reduced to what its translation would share.

    ``keys`` holds the distinct keys of each kind, ``anchors`` every occurrence. ``length`` is in characters,
    ``punctuation`` counts marks, spellings of one mark taken together.
    """

    anchors: tuple[Anchor, ...]
    keys: dict[Kind, frozenset[str]]
    length: int
    punctuation: Counter[str]


def anchored(text: str, languages: tuple[str, ...]) -> Anchored:
    """Find the anchors of *text*, which is in one of *languages* (bare codes)."""
    unspaced = any(language in UNSPACED for language in languages)
    words = list(WORD.finditer(text))
    concepts = find_concepts(text, words, languages)
    found = [*_exact_anchors(text, concepts), *_spelled_anchors(text, words, unspaced=unspaced)]
    found.sort(key=lambda anchor: anchor.start)
    return _gather(tuple(found), text)


def join(first: Anchored, second: Anchored, offset: int) -> Anchored:
    """Return *first* and *second* as one stretch in which *second* begins at *offset*."""
    moved = tuple(Anchor(a.kind, a.key, a.start + offset, a.end + offset) for a in second.anchors)
    return Anchored(
        anchors=first.anchors + moved,
        keys={kind: first.keys[kind] | second.keys[kind] for kind in KINDS},
        length=first.length + second.length,
        punctuation=first.punctuation + second.punctuation,
    )


def cut(whole: Anchored, text: str, start: int, end: int) -> Anchored:
    """Return ``text[start:end]`` as a text of its own, from the anchors of *whole*, which are those of *text*."""
    inside = tuple(
        Anchor(a.kind, a.key, a.start - start, a.end - start)
        for a in whole.anchors
        if start <= a.start and a.end <= end
    )
    return _gather(inside, text[start:end])


def _gather(anchors: tuple[Anchor, ...], text: str) -> Anchored:
    return Anchored(
        anchors=anchors,
        keys={kind: frozenset(anchor.key for anchor in anchors if anchor.kind == kind) for kind in KINDS},
        length=len(text),
        punctuation=Counter(mark.translate(_SAME_PUNCTUATION) for mark in _PUNCTUATION.findall(text)),
    )


def _exact_anchors(text: str, concepts: list[Concept]) -> Iterator[Anchor]:
    """Yield links, dates, numbers and concepts; each rule blanks what it took, so that no digit counts twice."""
    left = text
    for link in _LINK.finditer(text):
        left = _blank(left, link.start(), link.end())
        yield Anchor("number", link.group().rstrip(".,;:!?"), link.start(), link.end())
    for date in _NUMERIC_DATE.finditer(left):
        left = _blank(left, date.start(), date.end())
        yield from _date_anchors(date)
    for month in _CJK_MONTH.finditer(left):
        left = _blank(left, month.start(), month.end())
        yield Anchor("concept", f"month:{int(month.group(1))}", month.start(), month.end())
    scales = {concept.start: concept for concept in concepts if concept.key.startswith("scale:")}
    for number in _NUMBER.finditer(left):
        yield _number_anchor(left, number, scales)
    for concept in concepts:
        kind, _, value = concept.key.partition(":")
        if kind == "number":
            yield Anchor("number", value, concept.start, concept.end)
        elif kind != "scale":
            yield Anchor("concept", concept.key, concept.start, concept.end)


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _date_anchors(date: re.Match[str]) -> Iterator[Anchor]:
    day, month, year = (int(part) for part in date.groups())
    if month > 12:  # month first, as Americans write it
        day, month = month, day
    yield Anchor("number", str(day), date.start(1), date.end(1))
    yield Anchor("concept", f"month:{month}", date.start(2), date.end(2))
    yield Anchor("number", str(year if year > 99 else year + 2000), date.start(3), date.end(3))


def _number_anchor(text: str, number: re.Match[str], scales: dict[int, Concept]) -> Anchor:
    """Return the value of *number*, with the "million" or "万" after it multiplied in."""
    value = _value(number.group())
    end = number.end()
    after = end + (text[end : end + 1] in (" ", "\u00a0"))
    if after in scales:
        value *= int(scales[after].key.partition(":")[2])
        end = scales[after].end
    elif text[end : end + 1] in _CJK_SCALE:
        value *= _CJK_SCALE[text[end]]
        end += 1
    return Anchor("number", f"{value:.12g}", number.start(), end)


def _value(digits: str) -> float:
    """Read a number whichever way its thousands and decimals are written.

    A comma or point before exactly three digits groups thousands: "1,234" and "1.234" are both 1234 in news far
    more often than they are decimals.
    """
    joined = re.sub(r"[.,'’\u00a0\u202f ](?=\d{3}(?!\d))", "", digits)
    return float(joined.replace(",", "."))


def _spelled_anchors(text: str, words: list[re.Match[str]], *, unspaced: bool) -> Iterator[Anchor]:
    """Yield names (words with a capital, all words of scripts that have none) and words, in rough Latin.

    A name is also a word: German writes every noun with a capital, and any language the first word of a sentence.
    """
    for match in _UNSPACED_NAME.finditer(text) if unspaced else words:
        word = match.group()
        key = rough_latin(word)
        if len(key) >= _MIN_NAME and (word[0] != word[0].lower() or word[0] == word[0].upper()):
            yield Anchor("name", key, match.start(), match.end())
        if len(word) >= _MIN_WORD_LETTERS and len(key) >= _MIN_WORD:
            yield Anchor("word", key, match.start(), match.end())


@lru_cache(maxsize=50_000)
def rough_latin(word: str) -> str:
    """Return *word* in Latin letters with spellings of one sound made one: Путин, Poutine → "putin", "poutine"."""
    from anyascii import anyascii

    latin = anyascii(word).lower()
    for pattern, sound in _SOUNDS:
        latin = pattern.sub(sound, latin)
    return latin
