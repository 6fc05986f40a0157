"""One article as it was read, with the raw text untouched."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import msgspec

FIELDS = (
    "id",
    "source",
    "url",
    "title",
    "published_at",
    "modified_at",
    "author",
    "language",
    "dateline",
    "body",
)
"""The fields an article can have, in the order in which reports name them."""

TEXT_FIELDS = ("dateline", "title", "body")
"""The fields that hold running text; findings inside them carry character offsets."""

NESTED_FIELDS = ("extra", "meta", "metadata")
"""Fields of a record whose value may hold further fields that are none of an article's own."""

_SEPARATORS = re.compile(r"[\s_\-]+")
_NAMES_KEPT = 1_024


@lru_cache(maxsize=_NAMES_KEPT)  # The records of a corpus have the same few fields.
def folded_name(name: str) -> str:
    """Return the *name* of a field as names are compared: without case, underscores, hyphens and spaces."""
    return _SEPARATORS.sub("", name).casefold()


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where a field begins in a text file: 1-based line and column, 0-based character offset."""

    line: int
    column: int
    offset: int


RecordPlace = tuple[str, int | None, int | None]
"""The path, line and row of a record."""


class Origin(msgspec.Struct, frozen=True):
    """Where a record came from.

    ``path`` is the path as the user gave it (``-`` for standard input, empty for records passed in memory), ``line``
    the 1-based line at which the record starts, ``row`` the 1-based row of a table that has no lines. ``fields`` is
    filled for plain-text files only, where every field has its own place in the file.
    """

    path: str = ""
    line: int | None = None
    row: int | None = None
    fields: dict[str, Place] = {}

    @property
    def record(self) -> RecordPlace:
        """Return what tells a record from all others of a corpus."""
        return self.path, self.line, self.row


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """A news article. Only ``body`` or ``title`` must be present; every text is kept exactly as it was read.

    ``published_at`` and ``modified_at`` are the raw values: facts read them, nothing rewrites them. ``dateline`` is
    the date line that stands apart from the body (a header line of a text file, a column of a table).
    """

    id: str
    source: str | None = None
    url: str | None = None
    title: str | None = None
    published_at: str | None = None
    modified_at: str | None = None
    author: str | None = None
    language: str | None = None
    dateline: str | None = None
    body: str | None = None
    extra: dict[str, Any] = {}
    origin: Origin = Origin()
    named: bool = True
    """Whether the id is the record's own; without one an article is named by its place, and places may repeat."""

    def text(self, field: str) -> str:
        """Return the raw text of *field*, or an empty string where the article does not have it."""
        value = getattr(self, field)
        return value if isinstance(value, str) else ""
