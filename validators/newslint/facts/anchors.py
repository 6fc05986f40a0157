"""Anchors: what a text and its translation share whatever the languages.

Numbers, dates, links, names and loan words (once both are transliterated to a rough Latin), and concepts that CLDR
names in every language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from newslint.facts.concepts import UNSPACED, WORD, Concept, concept_table, find_concepts
from newslint.facts.figures import CJK_SCALES, FIGURE, value_of
from newslint.facts.lazy import lazy
from newslint.facts.memo import Memo

Kind = Literal["name", "word", "number", "concept"]
KINDS: tuple[Kind, ...] = ("name", "word", "number", "concept")

_LINK = re.compile(r"(?:https?://|www\.|[@#])[^\s()<>\[\]]+")
_DIGIT = re.compile(r"\d")
_LINK_SIGN = re.compile(r"[@#]|http|www\.")
_NUMBER = re.compile(FIGURE)
_NUMERIC_DATE = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})(?!\d)")
_CJK_MONTH = re.compile(r"(\d{1,2})\s?月")
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


class Anchored:
    """A text, which is in one of *languages* (bare codes), reduced to what its translation would share.

    Each part of that is found when it is asked for: of most texts of an article only ``parts`` and ``exact`` ever are.
    """

    def __init__(self, text: str, languages: tuple[str, ...]) -> None:
        self.length = len(text)
        self._text = text
        self._languages = languages

    @lazy
    def tokens(self) -> frozenset[str]:
        """The distinct parts between white space."""
        return frozenset(self._text.split())

    @lazy
    def keys(self) -> dict[Kind, frozenset[str]]:
        """The distinct keys of each kind."""
        names, words = self._spelled_keys()
        exact = self.exact
        return {
            "name": names,
            "word": words,
            "number": frozenset([anchor.key for anchor in exact if anchor.kind == "number"]),
            "concept": frozenset([anchor.key for anchor in exact if anchor.kind == "concept"]),
        }

    @lazy
    def anchors(self) -> tuple[Anchor, ...]:
        """Every occurrence, in text order."""
        words = (_UNSPACED_NAME if self.is_unspaced else WORD).finditer(self._text)
        found = [*self.exact, *_spelled_anchors(words)]
        found.sort(key=lambda anchor: anchor.start)
        return tuple(found)

    @lazy
    def punctuation(self) -> Counter[str]:
        """How many marks of each kind there are, spellings of one mark taken together."""
        return Counter(mark.translate(_SAME_PUNCTUATION) for mark in _PUNCTUATION.findall(self._text))

    @lazy
    def exact(self) -> tuple[Anchor, ...]:
        """The numbers and concepts; most texts of a line or two have none, which their tokens show."""
        if not any(map(_exact_tokens(self._languages).__getitem__, self.tokens)):
            return ()
        return tuple(_exact_anchors(self._text, find_concepts(self._text, self.tokens, self._languages)))

    @lazy
    def parts(self) -> frozenset[str]:
        """The distinct strings that hold the names and words: what is between white space, if words are."""
        return frozenset(_UNSPACED_NAME.findall(self._text)) if self.is_unspaced else self.tokens

    @lazy
    def is_unspaced(self) -> bool:
        """Whether the text may be in a language that puts no white space between words."""
        return not UNSPACED.isdisjoint(self._languages)

    def _spelled_keys(self) -> tuple[frozenset[str], frozenset[str]]:
        """Return the keys of the names and of the words."""
        memo = SPELLED[self.is_unspaced]
        spelled = [memo[part] for part in self.parts]
        nothing: frozenset[str] = frozenset()
        return nothing.union(*[names for names, _ in spelled]), nothing.union(*[words for _, words in spelled])


class Joined:
    """Two neighbouring texts as one; the second begins *offset* characters after the first."""

    def __init__(self, first: Anchored, second: Anchored, offset: int) -> None:
        self.length = first.length + second.length
        self._first = first
        self._second = second
        self._offset = offset

    @lazy
    def keys(self) -> dict[Kind, frozenset[str]]:
        """The distinct keys of each kind."""
        return {kind: self._first.keys[kind] | self._second.keys[kind] for kind in KINDS}

    @lazy
    def anchors(self) -> tuple[Anchor, ...]:
        """Every occurrence, in text order."""
        offset = self._offset
        moved = tuple(Anchor(a.kind, a.key, a.start + offset, a.end + offset) for a in self._second.anchors)
        return self._first.anchors + moved

    @lazy
    def punctuation(self) -> Counter[str]:
        """How many marks of each kind there are, spellings of one mark taken together."""
        return self._first.punctuation + self._second.punctuation


@lru_cache(maxsize=64)
def _exact_tokens(languages: tuple[str, ...]) -> Memo[bool]:
    """Return whether strings between white space have digits, or may be a link, or begin a name of a concept."""
    tables = [table for table in map(concept_table, languages) if table]

    def is_exact(token: str) -> bool:
        signs = _DIGIT.search(token) or _LINK_SIGN.search(token)
        return signs is not None or any(table.may_begin_in(token) for table in tables)

    return Memo(is_exact)


def _exact_anchors(text: str, concepts: list[Concept]) -> Iterator[Anchor]:
    """Yield links, dates, numbers and concepts; each rule blanks what it took, so that no digit counts twice."""
    left = text
    for link in _LINK.finditer(text) if "http" in text or "www." in text or "@" in text or "#" in text else ():
        left = _blank(left, link.start(), link.end())
        yield Anchor("number", link.group().rstrip(".,;:!?"), link.start(), link.end())
    digit = _DIGIT.search(left)
    if digit:
        yield from _number_anchors(left, digit.start(), concepts)
    for concept in concepts:
        kind, _, value = concept.key.partition(":")
        if kind == "number":
            yield Anchor("number", value, concept.start, concept.end)
        elif kind != "scale":
            yield Anchor("concept", concept.key, concept.start, concept.end)


def _number_anchors(left: str, first: int, concepts: list[Concept]) -> Iterator[Anchor]:
    """Yield the dates and numbers of *left*, whose first digit is at *first*."""
    for date in _NUMERIC_DATE.finditer(left, first) if "." in left or "/" in left else ():
        left = _blank(left, date.start(), date.end())
        yield from _date_anchors(date)
    for month in _CJK_MONTH.finditer(left, first) if "月" in left else ():
        left = _blank(left, month.start(), month.end())
        yield Anchor("concept", f"month:{int(month.group(1))}", month.start(), month.end())
    scales = {concept.start: concept for concept in concepts if concept.key.startswith("scale:")}
    for number in _NUMBER.finditer(left, first):
        yield _number_anchor(left, number, scales)


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
    value = _VALUES[number.group()]
    end = number.end()
    after = end + (text[end : end + 1] in (" ", "\u00a0"))
    if after in scales:
        value *= int(scales[after].key.partition(":")[2])
        end = scales[after].end
    elif text[end : end + 1] in CJK_SCALES:
        value *= CJK_SCALES[text[end]]
        end += 1
    return Anchor("number", f"{value:.12g}", number.start(), end)


_VALUES = Memo(value_of)


def _spelled_anchors(words: Iterable[re.Match[str]]) -> Iterator[Anchor]:
    """Yield names (words with a capital, all words of scripts that have none) and words, in rough Latin.

    A name is also a word: German writes every noun with a capital, and any language the first word of a sentence.
    """
    for match in words:
        key, is_name, is_word = _spelled(match.group())
        if is_name:
            yield Anchor("name", key, match.start(), match.end())
        if is_word:
            yield Anchor("word", key, match.start(), match.end())


def _spelled(word: str) -> tuple[str, bool, bool]:
    """Return *word* in rough Latin, and whether it may be a name, and a word."""
    key = rough_latin(word)
    is_name = len(key) >= _MIN_NAME and (word[0] != word[0].lower() or word[0] == word[0].upper())
    return key, is_name, len(word) >= _MIN_WORD_LETTERS and len(key) >= _MIN_WORD


Spelled = tuple[tuple[str, ...], tuple[str, ...]]
"""The keys of the names, and of the words, of a part of a text."""


def _spelled_keys(words: Iterable[str]) -> Spelled:
    spelled = [_spelled(word) for word in words]
    names = tuple([key for key, is_name, _ in spelled if is_name])
    return names, tuple([key for key, _, is_word in spelled if is_word])


def _spelled_in_token(token: str) -> Spelled:
    return _spelled_keys(WORD.findall(token))


def _spelled_as_name(name: str) -> Spelled:
    return _spelled_keys([name])


SPELLED = {False: Memo(_spelled_in_token), True: Memo(_spelled_as_name)}
"""What each part of a text spells; by whether the text is unspaced."""


@lru_cache(maxsize=50_000)
def rough_latin(word: str) -> str:
    """Return *word* in Latin letters with spellings of one sound made one: Путин, Poutine → "putin", "poutine"."""
    from anyascii import anyascii

    latin = anyascii(word).lower()
    for pattern, sound in _SOUNDS:
        latin = pattern.sub(sound, latin)
    return latin
