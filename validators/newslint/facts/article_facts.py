"""The facts of one article, each computed at most once, and only when a check asks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

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
from newslint.facts.languages import ArticleLanguage, ParagraphLanguage, article_language, paragraph_language
from newslint.facts.minhash import sketch
from newslint.facts.similarity import RepeatedPair, RetoldPair, repeated_pairs, retold_pairs
from newslint.facts.twice import Twice, told_twice
from newslint.facts.twins import Twin, TwinAnswers, find_answers
from newslint.facts.word_hashes import Words, find_words
from newslint.model import TEXT_FIELDS, Article
from newslint.text.scan import Hit
from newslint.text.segment import Paragraph, paragraphs


class ArticleFacts:
    """What can be known of an article from the article alone.

    ``hits`` are the places where the triggers of a check matched, by check code, and under ``DATES`` (empty where there
    is none) where dates can be; the engine passes them in.
    """

    def __init__(self, article: Article, hits: Mapping[str, list[Hit]] | None = None) -> None:
        self.article = article
        self._hits = hits or {}
        self._dates: dict[str, tuple[DateMention, ...]] = {}

    def hits(self, code: str) -> list[Hit]:
        """Return where the triggers of the check *code* matched, in text order."""
        return self._hits.get(code, [])

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the body."""
        return paragraphs(self.article.text("body"))

    @cached_property
    def language(self) -> ArticleLanguage:
        """The language the article is written in, as read from its body, and the declared one beside it."""
        return article_language(self.article, self.paragraphs)

    @cached_property
    def locale(self) -> str | None:
        """The article's language, with its region where one is declared: numeric dates are read by region."""
        code = self.language.code
        declared = self.article.language
        return declared if declared and base_language(declared) == code else code

    @cached_property
    def paragraph_languages(self) -> tuple[ParagraphLanguage, ...]:
        """The verdict on each paragraph of the body, in the order of ``paragraphs``."""
        language = self.language.code
        return tuple(paragraph_language(paragraph.text, language) for paragraph in self.paragraphs)

    @cached_property
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

    @cached_property
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

    @cached_property
    def _twin_answers(self) -> TwinAnswers:
        return find_answers(self.article, self.paragraphs, self.paragraph_languages, self.language)

    @cached_property
    def repeated(self) -> tuple[RepeatedPair, ...]:
        """Pairs of paragraphs that say the same in the same words."""
        return repeated_pairs(self.paragraphs)

    @cached_property
    def retold(self) -> tuple[RetoldPair, ...]:
        """Pairs of paragraphs that say the same in other words."""
        return retold_pairs(self.paragraphs, self.language.code, self.words)

    @cached_property
    def told_twice(self) -> Twice | None:
        """How the whole body stands twice, if it does."""
        return told_twice(self.paragraphs, self.words)

    @cached_property
    def words(self) -> Words:
        """The words of the body, hashed: what all comparisons of wording start from."""
        return find_words(self.paragraphs)

    @cached_property
    def sketch(self) -> bytes | None:
        """A few hundred bytes by which the body is compared with other articles'; none for a body of one word."""
        return sketch(self.words)
