"""Where a span lies in the file it was read from."""

from __future__ import annotations

import re

from newslint.model import Article

_NEWLINE = re.compile(r"\r\n|[\r\n]")


def line_and_column(article: Article, field: str, start: int | None) -> tuple[int | None, int | None]:
    """Return the 1-based line and column of ``field[start]`` in the article's file.

    For plain text both are exact. For a record on one line (JSONL) or row (CSV) the line is the record's, and there
    is no column: the raw file holds an escaped form of the text.
    """
    place = article.origin.fields.get(field)
    if place is None:
        return article.origin.line, None
    breaks = list(_NEWLINE.finditer(article.text(field), 0, start or 0))
    if not breaks:
        return place.line, place.column + (start or 0)
    return place.line + len(breaks), (start or 0) - breaks[-1].end() + 1
