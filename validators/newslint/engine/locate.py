"""Where a span lies in the file it was read from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from newslint.model import Article, Finding

_NEWLINE = re.compile(r"\r\n|[\r\n]")


class Locator:
    """Finds lines and columns in the file of *article*; the lines of a field are counted once for all its findings."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._lines: dict[str, list[int]] = {}

    def line_and_column(self, field: str, start: int | None) -> tuple[int | None, int | None]:
        """Return the 1-based line and column of ``field[start]``.

        For plain text both are exact. For a record on one line (JSONL) or row (CSV) the line is the record's, and there
        is no column: the raw file holds an escaped form of the text.
        """
        place = self._article.origin.fields.get(field)
        if place is None:
            return self._article.origin.line, None
        lines = self._lines.get(field)
        if lines is None:
            lines = self._lines[field] = _line_starts(self._article.text(field))
        return _counted(lines, start or 0, place.line, place.column)


def misplaced(finding: Finding, article: Article) -> str:
    """Return what is wrong with the places of *finding* and of its fix, which a check made of *article*; or nothing."""
    places: list[tuple[str, int, int | None]] = []
    if finding.start is not None:
        places.append((finding.field, finding.start, finding.end))
    if finding.fix is not None:
        places += [(edit.field, edit.start, edit.end) for edit in finding.fix.edits]
    for field, start, end in places:
        length = len(article.text(field))
        if end is None or not 0 <= start <= end <= length:
            return f"no such place: characters {start} to {end} of {field}, which has {length:,}"
    return ""


def place_after(text: str, line: int, column: int) -> tuple[int, int]:
    """Return the 1-based line and column at which *text* ends that begins at *line* and *column*."""
    return _counted(_line_starts(text), len(text), line, column)


def _counted(lines: Sequence[int], position: int, line: int, column: int) -> tuple[int, int]:
    """Return the line and column of *position* in a text that begins at *line* and *column*, with more *lines*."""
    before = bisect_right(lines, position)
    if not before:
        return line, column + position
    return line + before, position - lines[before - 1] + 1


def _line_starts(text: str) -> list[int]:
    """Return where the lines of *text* begin, without the first."""
    return [match.end() for match in _NEWLINE.finditer(text)]
