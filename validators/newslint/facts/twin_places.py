"""What a foreign paragraph may repeat: the title, paragraphs, two that follow one another, some sentences of one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import msgspec

from newslint.facts.anchors import Anchored, Joined
from newslint.facts.concepts import concept_table
from newslint.facts.lazy import lazy
from newslint.facts.scripts import census, letters_in, main_script
from newslint.facts.twin_scorer import Texts
from newslint.facts.word_tables import DEFAULT_LANGUAGE, stems, stems_of, stems_of_tokens

if TYPE_CHECKING:
    from newslint.model import Article
    from newslint.text.segment import Paragraph

Span = tuple[int, int]

MAX_CHARACTERS = 4000
"""Characters of a text that are compared; a longer one is a page that lost its line breaks."""

SAME_LANGUAGE_WORDS = 0.6
"""Share of a paragraph's lower-case words (0 to 1) that stand as they are in another text of the same language. In
translations, Czech and Slovak share 0.21 in the median, Russian and Ukrainian 0.08."""

LONGER_PARAGRAPH = 1.6
"""A paragraph this many times longer than the translation should be is compared by sentences too, if there is a word
table: names and numbers alone cannot tell the sentences of one paragraph apart."""

SHORTEST_RUN = 0.6
MAX_SENTENCES = 3
"""Runs of one to three sentences, and at least 0.6 times as long as the translation should be, are compared."""

MIN_HALF_LETTERS = 12
"""Fewest letters of either of two paragraphs that are compared as one: fewer are an ornament, nothing split off."""

TITLE = -1
"""The ``index`` of the title among places."""

_SENTENCE_END = re.compile(r"[.!?…]+[\"»”’)\]]*\s+|[。！？]+[」』”）]*")
_COMMON_LETTERS = "A-Za-z\u0370-\u052f\u0620-\u064a\u0900-\u0963\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_TELLING = re.compile(rf"(?:[^{_COMMON_LETTERS}]{{0,9}}[{_COMMON_LETTERS}]){{{MIN_HALF_LETTERS}}}")
"""The beginning of most texts shows that they have so many letters."""

_SCRIPT_LANGUAGES = tuple(
    (re.compile(f"[{first}-{last}]+"), languages)
    for first, last, languages in (
        ("\u0400", "\u052f", ("ru", "uk")),
        ("\u0370", "\u03ff", ("el",)),
        ("\u0590", "\u05ff", ("he",)),
        ("\u0600", "\u06ff", ("ar", "fa")),
        ("\u0900", "\u097f", ("hi",)),
        ("\u0e00", "\u0e7f", ("th",)),
        ("\u10a0", "\u10ff", ("ka",)),
        ("\u3040", "\u30ff", ("ja",)),
        ("\u4e00", "\u9fff", ("zh", "ja")),
        ("\uac00", "\ud7a3", ("ko",)),
    )
)


class Place(msgspec.Struct, frozen=True, dict=True):
    """A stretch of the article that can be repeated: ``text == field[start:end]``.

    ``index`` is its (first) paragraph's, -1 for the title; ``paragraphs`` counts them. ``language`` is the article's.
    ``part`` says that it is some sentences of its paragraph, not all; ``unsure``, that its language could not be told.
    ``halves`` are the places of two paragraphs that it joins. What it has to say is found when it is asked for: many
    foreign paragraphs are too short for a comparison, and what is compared is so once for all of them.
    """

    field: Literal["title", "body"]
    start: int
    end: int
    text: str
    index: int
    paragraphs: int
    language: str | None
    halves: tuple[Place, ...] = ()
    part: bool = False
    unsure: bool = False

    @lazy
    def length(self) -> int:
        """How many characters are compared."""
        return sum([half.length for half in self.halves]) if self.halves else min(len(self.text), MAX_CHARACTERS)

    @lazy
    def anchored(self) -> Anchored | Joined:
        """What its translation would share."""
        if self.halves:
            first, second = self.halves
            return Joined(first.alone, second.alone, second.start - first.start)
        return self.alone

    @lazy
    def alone(self) -> Anchored:
        """The same of a place that joins no others."""
        compared = self.text[:MAX_CHARACTERS]
        return Anchored(compared, languages_of(self.language, compared))

    @lazy
    def stems(self) -> set[str]:
        """The stems of its words, for a word table."""
        if self.halves:
            return set().union(*[half.stems for half in self.halves])
        language = self.language or DEFAULT_LANGUAGE
        if len(self.text) <= MAX_CHARACTERS:
            return stems_of(self.alone.tokens, language)
        return stems(self.text[: 2 * MAX_CHARACTERS], language)

    @lazy
    def script(self) -> str | None:
        """The script of most of its letters."""
        return main_script(census(self.text[:MAX_CHARACTERS]))


class Surroundings:
    """The single *places* that a foreign paragraph is compared with; each has a bit, as the texts of a scorer do."""

    def __init__(self, places: Sequence[Place]) -> None:
        self.texts = Texts([place.alone for place in places])
        self._places = places
        self._bits = {place.index: 1 << number for number, place in enumerate(places)}

    def bits(self, place: Place) -> int:
        """Return the bits of the single places that *place* is, or joins, or is a part of."""
        own = self._bits[place.index]
        return own if place.paragraphs == 1 else own | self._bits[place.index + 1]

    @lazy
    def stems(self) -> dict[str, int]:
        """Which places have each stem."""
        found: dict[str, int] = {}
        if self._places:
            stems_in = stems_of_tokens(self._places[0].language or DEFAULT_LANGUAGE)
            for token, bits in self.texts.tokens.items():
                for stem in stems_in[token]:
                    found[stem] = found.get(stem, 0) | bits
        for place in self._places:
            if place.alone.is_unspaced or len(place.text) > MAX_CHARACTERS:
                for stem in place.stems:
                    found[stem] = found.get(stem, 0) | self._bits[place.index]
        return found


def article_places(
    article: Article, own: Sequence[Paragraph], unsure: Collection[int], code: str | None
) -> tuple[list[Place], list[Place]]:
    """Return what can be repeated: the title and the paragraphs *own*; and each two of these that follow one another.

    *own* are the paragraphs in the article's language *code*, or that may be: the indexes of those are *unsure*.
    """
    title = article.text("title")
    titles = []
    if title.strip() and not _is_foreign(title, code):
        titles.append(Place("title", 0, len(title), title, TITLE, 1, code))
    singles = [Place("body", p.start, p.end, p.text, p.index, 1, code, unsure=p.index in unsure) for p in own]
    return titles + singles, _windows(article.text("body"), singles)


def _is_foreign(title: str, code: str | None) -> bool:
    """Return whether the title was left in the source language too; what it repeats is then no translation."""
    from newslint.facts.languages import paragraph_language

    return paragraph_language(title, code).verdict == "foreign"


def _windows(body: str, singles: Sequence[Place]) -> list[Place]:
    """Return each two paragraphs that follow one another: translators split and merge."""
    windows = []
    for first, second in pairwise([place for place in singles if _tells(place.text)]):
        if second.index == first.index + 1:
            text = body[first.start : second.end]
            joined = Place("body", first.start, second.end, text, first.index, 2, first.language, (first, second))
            windows.append(joined)
    return windows


def _tells(text: str) -> bool:
    """Return whether *text* has the letters of a part of what is told."""
    return _TELLING.match(text) is not None or letters_in(text) >= MIN_HALF_LETTERS


def comparable(nearest: Sequence[Place], windows: Iterable[Place], text: str, *, unsure: bool) -> list[Place]:
    """Return the *nearest* places that *text* may translate, and the *windows* over two of them.

    What is in the language of *text* itself is not among them. Without a word table, names agree in the same words
    too: a place whose language could not be told then counts only if *unsure* ones do, or if its script is another.
    """
    script = None if unsure else main_script(census(text))
    told = [place for place in nearest if unsure or not place.unsure or place.script != script]
    words = {word for word in text.split() if word.isalpha() and word.islower()}
    kept = [place for place in told if not _shares_most(words, place)] if len(words) > 3 else told
    indexes = {place.index for place in kept}
    return kept + [window for window in windows if window.index in indexes and window.index + 1 in indexes]


def _shares_most(words: Set[str], place: Place) -> bool:
    """Return whether *place* has so many of the lower-case *words* of a text that the two are in one language."""
    tokens = place.alone.tokens
    return not tokens.isdisjoint(words) and len(words & tokens) >= SAME_LANGUAGE_WORDS * len(words)


def sentence_runs(places: Iterable[Place], length: float) -> Iterator[Place]:
    """Yield runs of sentences about *length* characters long from paragraphs that are much longer."""
    for place in places:
        if place.paragraphs == 1 and LONGER_PARAGRAPH * length < len(place.text) <= MAX_CHARACTERS:
            yield from _runs(place, length)


def _runs(place: Place, length: float) -> Iterator[Place]:
    sentences = _sentences(place.text)
    for first in range(len(sentences)):
        for last in range(first, min(first + MAX_SENTENCES, len(sentences))):
            start, end = sentences[first][0], sentences[last][1]
            if SHORTEST_RUN * length <= end - start <= LONGER_PARAGRAPH * length and end - start < len(place.text):
                begin, text = place.start + start, place.text[start:end]
                yield Place(place.field, begin, begin + len(text), text, place.index, 1, place.language, part=True)


def _sentences(text: str) -> list[Span]:
    """Return where the sentences of *text* are; a full stop after an abbreviation ends one too, which runs mend."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    spans = zip([0, *ends], [*ends, len(text)], strict=True)
    return [(start, start + len(text[start:end].rstrip())) for start, end in spans if text[start:end].strip()]


def bare_code(tag: str | None) -> str | None:
    """Return the language of a BCP 47 tag: ``"pt-BR"`` → ``"pt"``."""
    return tag.split("-")[0].lower() if tag else None


def languages_of(code: str | None, text: str) -> tuple[str, ...]:
    """Return whose concept names to look for: *code*, or what is commonly written in the script of *text*."""
    bare = bare_code(code)
    if bare and concept_table(bare):
        return (bare,)
    if not text.isascii():
        for signs, languages in _SCRIPT_LANGUAGES:
            if sum(map(len, signs.findall(text))) * 3 > len(text):
                return languages
    return (bare,) if bare else (DEFAULT_LANGUAGE,)
