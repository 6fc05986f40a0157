"""Twins: paragraphs left in the source language beside their own translation.

A foreign paragraph is compared with what it may repeat (:mod:`newslint.facts.twin_places`). What agrees
(:mod:`newslint.facts.anchors`) is weighed by how rare it is in the article and turned into log-odds by a learned
scorer (:mod:`newslint.facts.twin_scorer`). Nothing here runs for an article without a foreign paragraph.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeVar

import msgspec

from newslint.facts.anchors import KINDS, Anchor, Anchored
from newslint.facts.citations import cited_paragraphs
from newslint.facts.lazy import lazy
from newslint.facts.romanised import MIN_CHARACTERS, romanised_russian
from newslint.facts.twin_places import (
    MAX_CHARACTERS,
    Place,
    Span,
    Surroundings,
    article_places,
    bare_code,
    comparable,
    languages_of,
    sentence_runs,
)
from newslint.facts.twin_scorer import (
    Candidate,
    Coefficients,
    Decision,
    Matcher,
    Texts,
    expected_length,
    length_z,
    scorer_data,
)
from newslint.facts.word_tables import Reading, read_foreign

if TYPE_CHECKING:
    from newslint.facts.languages import ArticleLanguage, ParagraphLanguage
    from newslint.model import Article
    from newslint.text.segment import Paragraph

T = TypeVar("T")
Likeness = Callable[[str, Sequence[str]], Sequence[float]]
"""Says how like a text each of others is in meaning, as log-odds added to the scorer's."""

MAX_FOREIGN = 40
"""Foreign paragraphs looked at in one article; an article with more is in another language than thought."""

MAX_TEXTS = 300
"""Texts of the article that each foreign paragraph is compared with: the nearest ones. Bounds the cost; of 2,232
scraped articles fewer than ten had more paragraphs."""

MAX_PARTS = 400
"""Runs of sentences that each foreign paragraph is compared with, those of the likeliest paragraphs first."""

MOST_LIKELY = 8
"""So many places, and so many runs of sentences, those that look likeliest at first sight, are compared in full."""

LIKENESS_WEIGHT = 6.0
"""Log-odds for each unit of likeness in words at first sight: about what the two word features weigh together."""

MIN_LETTERS = 40
"""Fewest letters on which names and numbers alone, without a word table, are believed. Shorter lines that shared a
firm's name with a sentence were a quarter of the eight wrong answers on 2,232 scraped articles."""

UNSURE_AT = 0.0
"""Log-odds of "duplicate" from which a paragraph may repeat a text: an even chance, by cross-validation."""

MAX_MENTIONS = 20
"""Mentions of one name that are marked in what is repeated."""


class Twin(msgspec.Struct, frozen=True):
    """A foreign paragraph and the text of the same article that it repeats, or may repeat.

    ``index`` is the foreign paragraph's, ``language`` the code of its language where that is known (``ru-Latn`` for
    Russian in Latin letters). What it repeats is ``text == field[start:end]``: the title, a paragraph
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
    language: str | None = None
    numbers: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    concepts: tuple[tuple[str, str], ...] = ()
    marks: tuple[Span, ...] = ()
    partner_marks: tuple[Span, ...] = ()

    @property
    def probability(self) -> float:
        """How probable it is (0 to 1) that the paragraph really repeats the text."""
        return round(1 / (1 + math.exp(-self.score)), 2)


class TwinAnswers(msgspec.Struct, frozen=True):
    """What is known of the foreign paragraphs of an article, by their index.

    ``duplicates`` repeat a text of the article, ``unsure`` ones may. A foreign paragraph in neither is untranslated.
    """

    duplicates: Mapping[int, Twin]
    unsure: Mapping[int, Twin]


NO_ANSWERS = TwinAnswers(MappingProxyType({}), MappingProxyType({}))


def find_twins(
    article: Article,
    paragraphs: Sequence[Paragraph],
    verdicts: tuple[ParagraphLanguage, ...],
    language: ArticleLanguage,
) -> Mapping[int, Twin]:
    """Return the twin of each foreign paragraph that has one, cited or not, by the foreign paragraph's index."""
    foreign = _foreign_texts(paragraphs, verdicts)
    return _answers(article, paragraphs, verdicts, language, foreign).duplicates if foreign else {}


def find_answers(
    article: Article,
    paragraphs: Sequence[Paragraph],
    verdicts: tuple[ParagraphLanguage, ...],
    language: ArticleLanguage,
    likeness: Likeness | None = None,
) -> TwinAnswers:
    """Return which foreign paragraphs repeat a text of the article, and which may.

    Russian in Latin letters, whose language is never told, counts as foreign too. What the article cites, and so
    prints in the original on purpose, is not asked about. *likeness* adds what a model of the user's makes of the
    meaning.
    """
    foreign = _foreign_texts(paragraphs, verdicts)
    if foreign and language.code is not None:
        cited = cited_paragraphs(paragraphs, verdicts, language.code)
        foreign = {index: text for index, text in foreign.items() if index not in cited}
    return _answers(article, paragraphs, verdicts, language, foreign, likeness) if foreign else NO_ANSWERS


def _answers(
    article: Article,
    paragraphs: Sequence[Paragraph],
    verdicts: Sequence[ParagraphLanguage],
    language: ArticleLanguage,
    foreign: Mapping[int, _Foreign],
    likeness: Likeness | None = None,
) -> TwinAnswers:
    code = bare_code(language.code or language.declared)
    own = [p for p in paragraphs if p.index not in foreign and verdicts[p.index].verdict != "foreign"]
    untold = {p.index for p in own if verdicts[p.index].verdict == "unsure"}
    search = _Search(*article_places(article, own, untold, code), code, likeness)
    duplicates: dict[int, Twin] = {}
    unsure: dict[int, Twin] = {}
    for text in foreign.values():
        twin, sure = search.twin(text)
        if twin is not None:
            (duplicates if sure else unsure)[twin.index] = twin
    return TwinAnswers(duplicates, unsure)


class _Foreign(msgspec.Struct, frozen=True):
    """A foreign paragraph; ``read_as`` is its text in the usual script of its language."""

    paragraph: Paragraph
    language: str | None
    text: str
    read_as: str


def _foreign_texts(paragraphs: Sequence[Paragraph], verdicts: Sequence[ParagraphLanguage]) -> dict[int, _Foreign]:
    """Return the paragraphs to find twins of, by index."""
    found: dict[int, _Foreign] = {}
    for index in [index for index, verdict in enumerate(verdicts) if verdict.verdict != "same"]:
        paragraph, verdict = paragraphs[index], verdicts[index]
        if verdict.verdict == "foreign" or len(paragraph.text) >= MIN_CHARACTERS:  # most are labels and headings
            foreign = _foreign_text(paragraph, verdict)
            if foreign:
                found[paragraph.index] = foreign
                if len(found) == MAX_FOREIGN:
                    break
    return found


def _foreign_text(paragraph: Paragraph, verdict: ParagraphLanguage) -> _Foreign | None:
    text, is_foreign = paragraph.text[:MAX_CHARACTERS], verdict.verdict == "foreign"
    cyrillic = romanised_russian(text) if verdict.code is None or not is_foreign else None
    if cyrillic:
        return _Foreign(paragraph, "ru-Latn", text, cyrillic)
    return _Foreign(paragraph, verdict.code, text, text) if is_foreign else None


class _Search:
    """Looks for twins of foreign paragraphs among the places of one article, which is in the language *code*.

    *singles* are the title and paragraphs, *windows* each two of them that follow one another.
    """

    def __init__(
        self, singles: Sequence[Place], windows: Sequence[Place], code: str | None, likeness: Likeness | None
    ) -> None:
        self._singles = singles
        self._windows = windows
        self._code = code
        self._likeness = likeness

    def twin(self, foreign: _Foreign) -> tuple[Twin | None, bool]:
        """Return what *foreign* repeats, or may repeat, if anything, and whether that is sure."""
        languages = languages_of(foreign.language, foreign.read_as)
        reading = read_foreign(foreign.read_as, languages, self._code)
        if reading is None and sum(map(str.isalpha, foreign.text)) < MIN_LETTERS:
            return None, False
        nearest = sorted(self._singles, key=lambda place: abs(place.index - foreign.paragraph.index))[:MAX_TEXTS]
        near = comparable(nearest, self._windows, foreign.text, unsure=reading is not None)
        if not near:
            return None, False
        anchored = Anchored(foreign.text, languages)
        around = self._all if len(nearest) == len(self._singles) else Surroundings(nearest)
        comparison = _Comparison(foreign, anchored, around, reading, expected_length(languages, self._code))
        likely = comparison.likeliest(near)
        log_odds = comparison.log_odds(likely)
        if self._likeness:
            added = self._likeness(foreign.text, [place.text for place in likely])
            log_odds = [own + more for own, more in zip(log_odds, added, strict=True)]
        scores = list(zip(log_odds, likely, strict=True))
        decision = comparison.coefficients.decision
        best, place = _decide(scores, decision)
        if best < UNSURE_AT:
            return None, False
        sure = best >= decision.duplicate_at + scorer_data().margin(languages, self._code)
        return _twin(foreign, anchored, place, best), sure

    @lazy
    def _all(self) -> Surroundings:
        return Surroundings(self._singles)


class _Comparison:
    """One foreign paragraph against the places of its article."""

    def __init__(
        self,
        foreign: _Foreign,
        anchored: Anchored,
        around: Surroundings,
        reading: Reading | None,
        expected: tuple[float, float],
    ) -> None:
        self.coefficients: Coefficients = scorer_data().words if reading else scorer_data().anchors
        self._index = foreign.paragraph.index
        self._length = len(foreign.text)
        self._around = around
        self._matcher = Matcher(anchored, around.texts)
        self._reading = reading
        self._held = reading.held(around.stems) if reading else []
        self._expected = expected

    def likeliest(self, places: Sequence[Place]) -> list[Place]:
        """Return the places worth comparing in full: those that look likeliest, and runs of sentences of them."""
        agreements = self._agreements(places)
        whole = _most(MOST_LIKELY, places, self._promises(places, agreements))
        if self._reading is None:
            return whole
        length = self._length / math.exp(self._expected[0])
        holders = _most(MOST_LIKELY, places, agreements)
        runs = list(islice(sentence_runs(holders, length), MAX_PARTS))
        agreements = [self._agreement_of_run(run) for run in runs]
        return whole + _most(MOST_LIKELY, runs, self._promises(runs, agreements))

    def _promises(self, places: Sequence[Place], agreements: Sequence[float]) -> list[float]:
        """Return roughly how likely each of *places* is the translation, from what is cheap to know."""
        weights = self.coefficients.features
        nearness, z_weight, z2_weight = weights["nearness"], weights["length_z"], weights["length_z2"]
        length, index, expected = self._length, self._index, self._expected
        promises = []
        for place, agreement in zip(places, agreements, strict=True):
            z, z2 = length_z(length, place.length, expected)
            near = nearness / (abs(place.index - index) or 1)
            promises.append(agreement + near + z_weight * z + z2_weight * z2)
        return promises

    def _agreements(self, places: Iterable[Place]) -> list[float]:
        """Return how much of the foreign paragraph each of *places*, single or joined ones, answers."""
        found = []
        bits_of, answered = self._around.bits, self._matcher.answered
        for place in places:
            bits = bits_of(place)
            agreement = math.log1p(self._matcher.likeness(bits)) if bits & answered else 0.0
            if self._held:
                agreement += LIKENESS_WEIGHT * sum([share for holders, share in self._held if holders & bits])
            found.append(agreement)
        return found

    def _agreement_of_run(self, run: Place) -> float:
        answered = self._around.bits(run) & self._matcher.answered
        agreement = math.log1p(self._matcher.likeness_of(run.anchored)) if answered else 0.0
        return agreement + (LIKENESS_WEIGHT * self._reading.likeness(run.stems) if self._reading else 0.0)

    def log_odds(self, places: Iterable[Place]) -> list[float]:
        """Return the log-odds that each of *places* is the translation."""
        found = []
        for place in places:
            candidate = Candidate(place.anchored, abs(place.index - self._index))
            features = self._matcher.features(candidate, self._expected)
            if self._reading:
                features |= self._reading.features(place.stems)
            found.append(self.coefficients.log_odds(features))
        return found


def _most(number: int, places: Sequence[Place], scores: Sequence[float]) -> list[Place]:
    """Return so many of *places*, those with the highest of *scores*."""
    order = sorted(range(len(places)), key=scores.__getitem__, reverse=True)
    return [places[position] for position in order[:number]]


def _decide(scores: Sequence[tuple[float, Place]], decision: Decision) -> tuple[float, Place]:
    """Return the best place with the log-odds of "duplicate"."""
    best, place = max(scores, key=lambda score: score[0])
    rivals = (log_odds for log_odds, other in scores if not _overlap(place, other))
    return decision.log_odds(best, max(rivals, default=None)), place


def _overlap(place: Place, other: Place) -> bool:
    return place.field == other.field and place.start < other.end and other.start < place.end


def _twin(foreign: _Foreign, foreign_anchors: Anchored, place: Place, score: float) -> Twin:
    """Put what agrees into words a reader can check."""
    paragraph = foreign.paragraph
    matcher = Matcher(foreign_anchors, Texts([half.alone for half in place.halves or (place,)]))
    pairs = {kind: matcher.pairs(kind, place.anchored.keys[kind]) for kind in KINDS}
    theirs: dict[tuple[str, str], list[Anchor]] = {}
    for anchor in place.anchored.anchors:
        theirs.setdefault((anchor.kind, anchor.key), []).append(anchor)
    agreeing = [
        (anchor, other)
        for anchor in foreign_anchors.anchors
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
        language=foreign.language,
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
