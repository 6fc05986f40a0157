"""The facts of one article, each computed at most once, and only when a check asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from newslint.facts.addresses import Address, read_address
from newslint.facts.bodies import Bodies
from newslint.facts.dates import (
    DATES,
    DateMention,
    PublicationDate,
    Span,
    base_language,
    find_dates,
    places_by_field,
    publication_date,
)
from newslint.facts.doubled import Doubled
from newslint.facts.home_words import AT_HOME, LOOK_CLOSER, TOO_SHORT
from newslint.facts.inner_capitals import Inside
from newslint.facts.languages import (
    ArticleLanguage,
    ParagraphLanguage,
    article_language,
    language_at_a_glance,
    paragraph_languages,
)
from newslint.facts.lazy import lazy
from newslint.facts.similarity import RepeatedPair, RetoldPair, repeated_pairs, retold_pairs
from newslint.facts.twice import Twice, told_twice
from newslint.facts.twins import NO_ANSWERS, Twin, TwinAnswers, find_answers
from newslint.facts.units import places_in_characters, spans_in_characters
from newslint.model import TEXT_FIELDS, Article
from newslint.text.scan import MAX_HITS, Hit
from newslint.text.segment import Paragraph, Paragraphs

T = TypeVar("T")
_NO_TWIN = bytes((AT_HOME, TOO_SHORT))
"""What a glance says of paragraphs that repeat none in another language."""


class ArticleFacts:
    """What can be known of an article from the article alone.

    ``hits`` are the places where the triggers of a check matched, by check code, and under ``DATES`` (empty where there
    is none) where dates can be; the engine passes them in, as it does the ``bodies`` of the batch, of which the
    article's stands at ``position``.
    """

    def __init__(
        self,
        article: Article,
        hits: Mapping[str, list[Hit]] | None = None,
        bodies: Bodies | None = None,
        position: int = 0,
    ) -> None:
        self.article = article
        self._bodies = bodies or Bodies([article.text("body")], [article.text("title")])
        self._position = position
        self._hits = hits or {}
        self._dates: dict[str, tuple[DateMention, ...]] = {}

    @property
    def all_hits(self) -> Mapping[str, list[Hit]]:
        """Where the triggers of all checks matched, by check code."""
        return self._hits

    def hits(self, code: str) -> list[Hit]:
        """Return where the triggers of the check *code* matched, in text order."""
        return self._hits.get(code, [])

    def count(self, code: str, found: int) -> str:
        """Return as text how many places the check *code* *found* where its triggers matched.

        Where the scan has met so many that it kept no more, there are at least as many.
        """
        hits = self.hits(code)
        is_flooded = len(hits) >= MAX_HITS and max(Counter(hit.field for hit in hits).values()) >= MAX_HITS
        return f"at least {found:,}" if is_flooded else f"{found:,}"

    def texts_hit(self, code: str) -> list[tuple[str, str]]:
        """Return the fields in which triggers of the check *code* matched, each with its text, in their usual order."""
        fields = {hit.field for hit in self.hits(code)}
        return [(field, self.article.text(field)) for field in TEXT_FIELDS if field in fields]

    @lazy
    def address(self) -> Address | None:
        """The parts of the URL; ``None`` where there is none, or none that leads to the public web."""
        return read_address(self.article.text("url"))

    @lazy
    def paragraphs(self) -> Paragraphs:
        """The paragraphs of the body."""
        return self._bodies.paragraphs(self._position)

    @lazy
    def language(self) -> ArticleLanguage:
        """The language the article is written in, as read from its body, and the declared one beside it."""
        spoken = self._bodies.spoken(self._position)
        told = language_at_a_glance(self.article, spoken) if spoken else None
        return told or article_language(self.article, self.paragraphs)

    @lazy
    def locale(self) -> str | None:
        """The article's language, with its region where one is declared: numeric dates are read by region."""
        code = self.language.code
        declared = self.article.language
        return declared if declared and base_language(declared) == code else code

    @lazy
    def paragraph_languages(self) -> tuple[ParagraphLanguage, ...]:
        """The verdict on each paragraph of the body, in the order of ``paragraphs``."""
        return paragraph_languages(self.paragraphs, self.language.code, self._bodies.glances(self._position))

    @property
    def paragraphs_may_be_foreign(self) -> bool:
        """Whether any paragraph may be in another language than the article; a glance rules out most articles."""
        return LOOK_CLOSER in self._bodies.glances(self._position)

    @property
    def title_may_be_foreign(self) -> bool:
        """Whether the title may be in another language than the body; a glance rules out most."""
        return LOOK_CLOSER in self._bodies.title_glances(self._position)

    @lazy
    def published(self) -> PublicationDate | None:
        """The day of publication: ``published_at`` where it can be read, else the dateline."""
        return publication_date(self.article, self.locale)

    def dates(self, field: str) -> tuple[DateMention, ...]:
        """Return the date mentions of *field*, year-less ones resolved against the publication date."""
        found = self._dates.get(field)
        if found is None:
            found = self._dates[field] = self._find_dates(field)
        return found

    def _find_dates(self, field: str) -> tuple[DateMention, ...]:
        near = self.date_places.get(field)
        if not near:
            return ()
        text = self.article.text(field)
        return find_dates(text, self.locale, self.published.day if self.published else None, near)

    @lazy
    def date_places(self) -> Mapping[str, list[Span]]:
        """Where dates can be, also mashed ones, by field; all the text of a field where the scan did not look."""
        hits = self._hits.get(DATES)
        if hits is not None:
            return places_by_field(hits, self.article) if hits else {}
        return {field: [(0, len(text))] for field in TEXT_FIELDS if (text := self.article.text(field))}

    @property
    def twins(self) -> Mapping[int, Twin]:
        """The translation of each foreign paragraph inside the same article, by the foreign paragraph's index."""
        return self._twin_answers.duplicates

    @property
    def possible_twins(self) -> Mapping[int, Twin]:
        """What foreign paragraphs may repeat, where the evidence is not enough to say so."""
        return self._twin_answers.unsure

    @lazy
    def _twin_answers(self) -> TwinAnswers:
        # Russian in Latin letters may look like a list.
        if not self._bodies.glances(self._position).translate(None, _NO_TWIN):
            return NO_ANSWERS
        return find_answers(self.article, self.paragraphs, self.paragraph_languages, self.language)

    @property
    def paragraph_count(self) -> int:
        """How many paragraphs the body has; cheaper than ``paragraphs``, which has their texts."""
        return self._bodies.paragraph_count(self._position)

    @lazy
    def repeated(self) -> tuple[RepeatedPair, ...]:
        """Pairs of paragraphs that say the same in the same words."""
        alike = self._bodies.may_be_repeated(self._position)
        return repeated_pairs([self.paragraphs[index] for index in alike]) if alike else ()

    @lazy
    def retold(self) -> tuple[RetoldPair, ...]:
        """Pairs of paragraphs that say the same in other words."""
        alike = self._bodies.alike(self._position)
        return retold_pairs(self.paragraphs, self.language.code, alike) if alike else ()

    @lazy
    def told_twice(self) -> Twice | None:
        """How the whole body stands twice, if it does."""
        return told_twice(self.paragraphs) if self._bodies.may_stand_twice(self._position) else None

    @property
    def may_loop(self) -> Sequence[Paragraph]:
        """The paragraphs in which sentences may be said several times in a row; a cheap look, free of loss."""
        return [self.paragraphs[index] for index in self._bodies.may_loop(self._position)]

    @property
    def may_echo(self) -> Sequence[Paragraph]:
        """The paragraphs in which a phrase may stand many times in a row, or whose halves may be equal."""
        return [self.paragraphs[index] for index in self._bodies.may_echo(self._position)]

    @property
    def doubled_words(self) -> Sequence[Doubled]:
        """The words of the body that may stand twice in a row, whatever parts them; a cheap look, free of loss."""
        return self._in_characters(self._bodies.doubled(self._position), spans_in_characters)

    @property
    def unbalanced_marks(self) -> Sequence[int]:
        """Where the body has quotation marks, if they are not even in number; a cheap look."""
        return self._in_characters(self._bodies.unbalanced_marks(self._position), places_in_characters)

    @property
    def halves(self) -> Sequence[int]:
        """Where a hyphen and a space, or the end of a line, part two words of the body."""
        return self._in_characters(self._bodies.halves(self._position), places_in_characters)

    @property
    def inner_capitals(self) -> Sequence[Inside]:
        """The words of the body with a capital inside, between small letters or figures."""
        return self._in_characters(self._bodies.inner_capitals(self._position), spans_in_characters)

    def _in_characters(self, found: Sequence[T], convert: Callable[[str, Sequence[T]], Sequence[T]]) -> Sequence[T]:
        """Return what was *found* in UTF-16 units of the body in characters; in most bodies these are the same."""
        if not found or not self._bodies.has_wide_characters(self._position):
            return found
        return convert(self.article.text("body"), found)

    @property
    def sketch(self) -> bytes | None:
        """A few hundred bytes by which the body is compared with other articles'; none for a body of one word."""
        return self._bodies.sketch(self._position)
