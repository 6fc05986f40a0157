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
    return place_after(article.text(field)[: start or 0], place.line, place.column)


def place_after(text: str, line: int, column: int) -> tuple[int, int]:
    """Return the 1-based line and column at which *text* ends that begins at *line* and *column*."""
    breaks = list(_NEWLINE.finditer(text))
    if not breaks:
        return line, column + len(text)
    return line + len(breaks), len(text) - breaks[-1].end() + 1
