"""What a foreign paragraph may repeat: the title, paragraphs, two that follow one another, some sentences of one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import msgspec

from newslint.facts.anchors import Anchored, anchored, cut, join
from newslint.facts.concepts import concept_table
from newslint.facts.scripts import census, letters_in, main_script

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
_SCRIPT_LANGUAGES = (
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


class Place(msgspec.Struct, frozen=True):
    """A stretch of the article that can be repeated: ``text == field[start:end]``.

    ``index`` is its (first) paragraph's, -1 for the title; ``paragraphs`` counts them. ``part`` says that it is some
    sentences of its paragraph, not all; ``unsure``, that its language could not be told. ``halves`` are the places of
    two paragraphs that it joins.
    """

    field: Literal["title", "body"]
    start: int
    end: int
    text: str
    index: int
    paragraphs: int
    anchored: Anchored
    part: bool = False
    unsure: bool = False
    halves: tuple[Place, ...] = ()

    @property
    def key(self) -> tuple[str, int, int]:
        """What tells it from the other places of its article."""
        return self.field, self.start, self.end


def article_places(
    article: Article, own: Sequence[Paragraph], unsure: Collection[int], code: str | None
) -> list[Place]:
    """Return what can be repeated: the title, the paragraphs *own*, and each two of them that follow one another.

    *own* are the paragraphs in the article's language *code*, or that may be: the indexes of those are *unsure*.
    """
    places: list[Place] = []
    title = article.text("title")
    if title.strip() and not _is_foreign(title, code):
        places.append(Place("title", 0, len(title), title, TITLE, 1, _anchored(title, code)))
    singles = [
        Place("body", p.start, p.end, p.text, p.index, 1, _anchored(p.text, code), unsure=p.index in unsure)
        for p in own
    ]
    return [*places, *singles, *_windows(article.text("body"), singles)]


def _is_foreign(title: str, code: str | None) -> bool:
    """Return whether the title was left in the source language too; what it repeats is then no translation."""
    from newslint.facts.languages import paragraph_language

    return paragraph_language(title, code).verdict == "foreign"


def _anchored(text: str, code: str | None) -> Anchored:
    compared = text[:MAX_CHARACTERS]
    return anchored(compared, languages_of(code, compared))


def _windows(body: str, singles: Sequence[Place]) -> Iterator[Place]:
    """Yield each two paragraphs that follow one another: translators split and merge."""
    tellings = [place for place in singles if letters_in(place.text) >= MIN_HALF_LETTERS]
    for first, second in pairwise(tellings):
        if second.index == first.index + 1:
            joined = join(first.anchored, second.anchored, second.start - first.start)
            text = body[first.start : second.end]
            yield Place("body", first.start, second.end, text, first.index, 2, joined, halves=(first, second))


def comparable(nearest: Sequence[Place], places: Sequence[Place], text: str, *, unsure: bool) -> list[Place]:
    """Return the *nearest* places that *text* may translate, and pairs of them.

    What is in the language of *text* itself is not among them. Without a word table, names agree in the same words
    too: a place whose language could not be told then counts only if *unsure* ones do, or if its script is another.
    """
    script = main_script(census(text))
    kept = []
    for place in nearest:
        own = place.text[:MAX_CHARACTERS]
        told = unsure or not place.unsure or main_script(census(own)) != script
        if told and not same_language(text, own):
            kept.append(place)
    indexes = {place.index for place in kept}
    windows = (place for place in places if place.paragraphs == 2)
    return kept + [window for window in windows if {window.index, window.index + 1} <= indexes]


def same_language(text: str, other: str) -> bool:
    """Return whether *text* shares so many lower-case words with *other* that the two are in one language."""
    words = {word for word in text.split() if word.isalpha() and word.islower()}
    return len(words) > 3 and len(words & set(other.split())) >= SAME_LANGUAGE_WORDS * len(words)


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
                inside = cut(place.anchored, place.text, start, end)
                begin, text = place.start + start, place.text[start:end]
                yield Place(place.field, begin, begin + len(text), text, place.index, 1, inside, part=True)


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
    for first, last, languages in _SCRIPT_LANGUAGES:
        if sum(first <= character <= last for character in text) * 3 > len(text):
            return languages
    return (bare,) if bare else ("en",)
