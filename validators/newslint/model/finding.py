"""One defect, in its place, with its evidence."""

from __future__ import annotations

import re
from enum import StrEnum
from hashlib import blake2b
from typing import Any

import msgspec

from newslint.model.article import Article, Origin

_SPACE = re.compile(r"\s+")


class Severity(StrEnum):
    """How bad a finding is. ``error`` fails the gate by default."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Return 0 for error, 1 for warning, 2 for info: sorts the worst first."""
        return ("error", "warning", "info").index(self.value)


class ArticleRef(msgspec.Struct, frozen=True):
    """What a finding needs to know of its article, so that it can outlive the text."""

    id: str
    source: str | None = None
    language: str | None = None
    day: str | None = None
    origin: Origin = Origin()

    @classmethod
    def of(cls, article: Article, *, language: str | None = None, day: str | None = None) -> ArticleRef:
        """Refer to *article*; *language* and *day* (``YYYY-MM-DD``) come from its facts where they are known."""
        return cls(article.id, article.source, language or article.language, day, article.origin)

    def plain(self) -> ArticleRef:
        """Return the reference without what a subclass adds, as findings have it."""
        return ArticleRef(self.id, self.source, self.language, self.day, self.origin)


class Related(msgspec.Struct, frozen=True):
    """A span elsewhere that is evidence for a finding: the paragraph that is repeated, the date contradicted.

    ``start`` and ``end`` are character offsets into ``field``, or ``None`` where the whole value is meant.
    ``article`` names the article when it is another one than the finding's own. ``label`` says in one or two words
    what the span is (``"translation"``, ``"published"``).
    """

    field: str
    start: int | None
    end: int | None
    quote: str
    label: str = ""
    article: str | None = None


class Edit(msgspec.Struct, frozen=True):
    """Replace ``field[start:end]`` by ``text``."""

    field: str
    start: int
    end: int
    text: str


class Fix(msgspec.Struct, frozen=True):
    """Edits that repair a finding. A *safe* fix cannot change what the article says."""

    safe: bool
    edits: tuple[Edit, ...]


class Excerpt(msgspec.Struct, frozen=True):
    """A span with the text around it, kept for reports that show findings in context.

    ``label`` names the place for a reader (``"body · ¶3"``); ``language`` is the BCP 47 tag of the paragraph where it
    is known; ``marks`` are the shared anchors inside ``quote`` as (start, end) offsets into ``quote``.
    """

    label: str
    before: str
    quote: str
    after: str
    language: str | None = None
    related: bool = False
    marks: tuple[tuple[int, int], ...] = ()


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A defect found in one field of one article.

    ``start`` and ``end`` are character offsets (Unicode code points) into the raw field; ``None`` where the field is
    missing or the finding is about the record as a whole. ``line`` and ``column`` are 1-based and point into the file
    where the file is text. ``evidence`` holds numbers and short strings, for example ``{"lag_days": 25}``. An
    *accepted* finding stands in the baseline: it is reported, but neither counted nor judged.
    """

    code: str
    slug: str
    severity: Severity
    article: ArticleRef
    field: str
    start: int | None
    end: int | None
    quote: str
    message: str
    line: int | None = None
    column: int | None = None
    related: tuple[Related, ...] = ()
    evidence: dict[str, Any] = {}
    fix: Fix | None = None
    excerpts: tuple[Excerpt, ...] = ()
    accepted: bool = False

    @property
    def fingerprint(self) -> str:
        """Identify the finding across runs: code, article, field and normalised quote; no offsets, no lines."""
        quote = _SPACE.sub(" ", self.quote).strip().casefold()
        key = "\x1f".join((self.code, self.article.id, self.field, quote))
        return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()

    @property
    def sort_key(self) -> tuple[int, str, int, str]:
        """Order the findings of one article as a reader meets them: field, position, code."""
        order = {"dateline": 0, "title": 1, "body": 2}
        return (order.get(self.field, -1), self.field, self.start or 0, self.code)
