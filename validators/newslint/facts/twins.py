"""Twins: paragraphs left in the source language beside their own translation.

A foreign paragraph is compared with the title, the other paragraphs and pairs of neighbouring paragraphs. What agrees
(:mod:`newslint.facts.anchors`) is weighed by how rare it is in the article and turned into log-odds by a learned
scorer (:mod:`newslint.facts.twin_scorer`). Nothing here runs for an article without a foreign paragraph.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Literal, TypeVar

import msgspec

from newslint.facts.anchors import Anchor, Anchored, anchored, cut, join
from newslint.facts.concepts import concept_table
from newslint.facts.scripts import census, main_script
from newslint.facts.twin_scorer import Candidate, Decision, Matcher, expected_length, scorer_data
from newslint.facts.word_tables import read_foreign

if TYPE_CHECKING:
    from newslint.facts.languages import ArticleLanguage, ParagraphLanguage
    from newslint.model import Article
    from newslint.text.segment import Paragraph

Span = tuple[int, int]
T = TypeVar("T")

MAX_FOREIGN = 40
"""Foreign paragraphs looked at in one article; an article with more is in another language than thought."""

MAX_TEXTS = 300
"""Texts of the article that each foreign paragraph is compared with: the nearest ones. Bounds the cost; of 2,232
scraped articles fewer than ten had more paragraphs."""

MAX_PARTS = 400
"""Runs of sentences that each foreign paragraph is compared with, those of the nearest paragraphs first."""

MAX_CHARACTERS = 4000
"""Characters of a text that are compared; a longer one is a page that lost its line breaks."""

SAME_LANGUAGE_WORDS = 0.6
"""Share of a paragraph's lower-case words (0 to 1) that stand as they are in another text of the same language. In
translations, Czech and Slovak share 0.21 in the median, Russian and Ukrainian 0.08."""

MIN_LETTERS = 40
"""Fewest letters on which names and numbers alone, without a word table, are believed. Shorter lines that shared a
firm's name with a sentence were a quarter of the eight wrong answers on 2,232 scraped articles."""

LONGER_PARAGRAPH = 1.6
"""A paragraph this many times longer than the translation should be is compared by sentences too, if there is a word
table: names and numbers alone cannot tell the sentences of one paragraph apart."""

SHORTEST_RUN = 0.6
MAX_SENTENCES = 3
"""Runs of one to three sentences, and at least 0.6 times as long as the translation should be, are compared."""

MAX_MENTIONS = 20
"""Mentions of one name that are marked in what is repeated."""

_TITLE = -1
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


class Twin(msgspec.Struct, frozen=True):
    """A foreign paragraph and the text of the same article that it repeats.

    ``index`` is the foreign paragraph's. What it repeats is ``text == field[start:end]``: the title, a paragraph
    (``partner_index``; ``None`` for the title), some sentences of one (``partner_is_part``), or ``partner_paragraphs``
    neighbouring ones from it on. ``score`` is
    the scorer's log-odds. ``numbers`` agree on both sides; ``names`` and ``concepts`` pair the raw spellings, foreign
    first. ``marks`` are the (start, end) offsets of the agreeing anchors in the foreign paragraph's text,
    ``partner_marks`` those in ``text``.
    """

    index: int
    field: Literal["title", "body"]
    start: int
    end: int
    text: str
    partner_index: int | None
    partner_paragraphs: int
    partner_is_part: bool
    score: float
    numbers: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    concepts: tuple[tuple[str, str], ...] = ()
    marks: tuple[Span, ...] = ()
    partner_marks: tuple[Span, ...] = ()


class Place(msgspec.Struct, frozen=True):
    """A stretch of the article that can be repeated: ``text == field[start:end]``.

    ``index`` is its (first) paragraph's, -1 for the title; ``paragraphs`` counts them. ``part`` says that it is some
    sentences of its paragraph, not all; ``unsure``, that its language could not be told.
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


def find_twins(
    article: Article,
    paragraphs: tuple[Paragraph, ...],
    verdicts: tuple[ParagraphLanguage, ...],
    language: ArticleLanguage,
) -> Mapping[int, Twin]:
    """Return the twin of each foreign paragraph that has one, by the foreign paragraph's index.

    A foreign paragraph that is not in the mapping is untranslated only, or too poor in anchors to tell.
    """
    foreign = [index for index, verdict in enumerate(verdicts) if verdict.verdict == "foreign"][:MAX_FOREIGN]
    if not foreign:
        return {}
    code = bare_code(language.code or language.declared)
    own = [p for p in paragraphs if verdicts[p.index].verdict != "foreign"]
    unsure = {index for index, verdict in enumerate(verdicts) if verdict.verdict == "unsure"}
    places = article_places(article, own, unsure, code)
    found: dict[int, Twin] = {}
    for index in foreign:
        twin = find_twin(paragraphs[index], verdicts[index].code, places, code)
        if twin is not None:
            found[index] = twin
    return found


def article_places(
    article: Article, own: Sequence[Paragraph], unsure: Collection[int], code: str | None
) -> list[Place]:
    """Return what can be repeated: the title, the paragraphs *own*, and each two of them that follow one another.

    *own* are the paragraphs in the article's language *code*, or that may be: the indexes of those are *unsure*.
    """
    places: list[Place] = []
    title = article.text("title")
    if title.strip() and not _is_foreign(title, code):
        places.append(Place("title", 0, len(title), title, _TITLE, 1, _anchored(title, code)))
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
    for first, second in pairwise(singles):
        if second.index == first.index + 1:
            joined = join(first.anchored, second.anchored, second.start - first.start)
            text = body[first.start : second.end]
            yield Place("body", first.start, second.end, text, first.index, 2, joined)


def find_twin(paragraph: Paragraph, code: str | None, places: Sequence[Place], article_code: str | None) -> Twin | None:
    """Return what *paragraph*, which is in the foreign language *code*, repeats among *places*, if anything."""
    text = paragraph.text[:MAX_CHARACTERS]
    languages = languages_of(code, text)
    reading = read_foreign(text, languages, article_code)
    if reading is None and sum(map(str.isalpha, text)) < MIN_LETTERS:
        return None
    nearest = _nearest(places, paragraph.index)
    near = _comparable(nearest, places, text, unsure=reading is not None)
    foreign = anchored(text, languages)
    coefficients = scorer_data().words if reading else scorer_data().anchors
    matcher = Matcher(foreign, [place.anchored for place in nearest])
    expected = expected_length(languages, article_code)
    scores: list[tuple[float, Place]] = []
    likely_length = len(text) / math.exp(expected[0])
    parts = islice(_parts(near, likely_length), MAX_PARTS) if reading else ()
    for place in (*near, *parts):
        features = matcher.features(Candidate(place.anchored, abs(place.index - paragraph.index)), expected)
        if reading:
            features |= reading.features(place.text[: 2 * MAX_CHARACTERS])
        scores.append((coefficients.log_odds(features), place))
    best = _decide(scores, coefficients.decision)
    return _twin(paragraph, foreign, best[1], best[0]) if best else None


def _nearest(places: Sequence[Place], index: int) -> list[Place]:
    """Return the title and single paragraphs among *places*, those nearest to the paragraph *index*, bounded."""
    singles = (place for place in places if place.paragraphs == 1)
    return sorted(singles, key=lambda place: abs(place.index - index))[:MAX_TEXTS]


def _comparable(nearest: Sequence[Place], places: Sequence[Place], text: str, *, unsure: bool) -> list[Place]:
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


def _parts(places: Iterable[Place], length: float) -> Iterator[Place]:
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


def _decide(scores: Sequence[tuple[float, Place]], decision: Decision) -> tuple[float, Place] | None:
    """Return the best place with the log-odds of "duplicate", if they suffice."""
    if not scores:
        return None
    best, place = max(scores, key=lambda score: score[0])
    rivals = (log_odds for log_odds, other in scores if not _overlap(place, other))
    log_odds = decision.log_odds(best, max(rivals, default=None))
    return (log_odds, place) if log_odds >= decision.duplicate_at else None


def _overlap(place: Place, other: Place) -> bool:
    return place.field == other.field and place.start < other.end and other.start < place.end


def same_language(text: str, other: str) -> bool:
    """Return whether *text* shares so many lower-case words with *other* that the two are in one language."""
    words = {word for word in text.split() if word.isalpha() and word.islower()}
    return len(words) > 3 and len(words & set(other.split())) >= SAME_LANGUAGE_WORDS * len(words)


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


def _twin(paragraph: Paragraph, foreign: Anchored, place: Place, score: float) -> Twin:
    """Put what agrees into words a reader can check."""
    pairs = Matcher(foreign, [place.anchored]).agreement(place.anchored).pairs
    theirs: dict[tuple[str, str], list[Anchor]] = {}
    for anchor in place.anchored.anchors:
        theirs.setdefault((anchor.kind, anchor.key), []).append(anchor)
    agreeing = [
        (anchor, other)
        for anchor in foreign.anchors
        if anchor.key in pairs[anchor.kind]
        for other in theirs[anchor.kind, pairs[anchor.kind][anchor.key]][:MAX_MENTIONS]
    ]
    return Twin(
        index=paragraph.index,
        field=place.field,
        start=place.start,
        end=place.end,
        text=place.text,
        partner_index=None if place.field == "title" else place.index,
        partner_paragraphs=place.paragraphs,
        partner_is_part=place.part,
        score=round(score, 2),
        numbers=_distinct(anchor.key for anchor, _ in agreeing if anchor.kind == "number"),
        names=_spellings(agreeing, "name", paragraph.text, place.text),
        concepts=_spellings(agreeing, "concept", paragraph.text, place.text),
        marks=_marks(anchor for anchor, _ in agreeing),
        partner_marks=_marks(other for _, other in agreeing),
    )


def _distinct(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))


def _spellings(
    agreeing: Iterable[tuple[Anchor, Anchor]], kind: str, text: str, other: str
) -> tuple[tuple[str, str], ...]:
    """Return the raw spellings on both sides of the agreeing anchors of *kind*, each foreign key once."""
    first: dict[str, tuple[str, str]] = {}
    for mine, theirs in agreeing:
        if mine.kind == kind:
            first.setdefault(mine.key, (text[mine.start : mine.end], other[theirs.start : theirs.end]))
    return _distinct(first.values())


def _marks(anchors: Iterable[Anchor]) -> tuple[Span, ...]:
    """Return the spans of *anchors* in text order, none inside or across another."""
    spans: list[Span] = []
    for start, end in sorted({(anchor.start, anchor.end) for anchor in anchors}):
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
    return tuple(spans)
