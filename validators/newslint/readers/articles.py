"""From a raw record to an article."""

from __future__ import annotations

import os
from datetime import date
from functools import lru_cache
from pathlib import PurePath

from newslint.model import Article, Origin
from newslint.readers.base import RawRecord
from newslint.readers.compression import unpacked_name

_PATHS_KEPT = 1_024
_TEXTS = ("source", "url", "title", "language", "dateline", "body")


def to_article(record: RawRecord) -> Article:
    r"""Return *record* as an article.

    A value of the wrong type becomes None; the table schema reports it from the raw record. Dates and times (also
    those of pandas) become ISO 8601 text. A list of authors is joined with ``", "``, because extractors give one.
    An integer id becomes text. A record without an id is named by its place: ``path:line``, ``path#row`` in a
    JSON document or a web archive, the file name without suffixes for a text file, the path of a web page, ``row N``
    for a table in memory.

    Texts may hold lone surrogates (JSON allows ``\\ud800``); encode them with ``"surrogatepass"``.
    """
    value = record.values.get
    source, url, title, language, dateline, body = [
        text if isinstance(text, str) else None for text in map(value, _TEXTS)
    ]
    own_id = _id(value("id"))
    return Article(
        id=own_id or place_name(record.origin),
        source=source,
        url=url,
        title=title,
        published_at=_moment(value("published_at")),
        modified_at=_moment(value("modified_at")),
        author=_author(value("author")),
        language=language,
        dateline=dateline,
        body=body,
        extra=record.extra,
        origin=record.origin,
        named=own_id is not None,
    )


def place_name(origin: Origin) -> str:
    """Return the id of a record that has none of its own; it is the same however the path to it was written."""
    if not origin.path:
        return f"row {origin.row or origin.line or 1}"
    if origin.fields:
        return PurePath(unpacked_name(origin.path)).stem
    path = _usual_path(origin.path, os.getcwd())  # noqa: PTH109 a Path for each record costs more than the rest
    if origin.row is None and origin.line is None:
        return path  # a web page; of these, half are named index.html
    # Several records of a JSON document may stand on one line.
    return f"{path}#{origin.row}" if origin.row else f"{path}:{origin.line or 1}"


@lru_cache(maxsize=_PATHS_KEPT)
def _usual_path(path: str, here: str) -> str:
    """Return *path* relative to the folder *here*, if it lies below it, without what leads nowhere (``./``)."""
    return os.path.normpath(path).removeprefix(here + os.sep).replace(os.sep, "/")


def _id(value: object) -> str | None:
    if isinstance(value, str):
        return value if value and not value.isspace() else None
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _moment(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, date):  # datetime and pandas.Timestamp are dates, too
        is_nat = value != value  # pandas.NaT is a datetime that does not equal itself
        return None if is_nat else value.isoformat()
    return None


def _author(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return ", ".join(value) or None
    return None
