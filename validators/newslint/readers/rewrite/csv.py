"""Rewrite tables: the cells of the edits, in the quoting they have, and no other cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.model import Edit, Repair
from newslint.model.repair import apply_edits
from newslint.readers.base import ReaderOptions
from newslint.readers.csv import Rows, delimiter_of
from newslint.readers.mapping import FieldMap
from newslint.readers.rewrite.base import CHANGED, Piece, RefusalError, Worklist, encodable, kept, recognise, spliced
from newslint.readers.streams import Source


def rewrite_table(source: Source, options: ReaderOptions, work: Worklist) -> Iterator[Piece]:
    """Yield a table row by row, with the repairs of its records made."""
    fields = FieldMap(options)
    delimiter = delimiter_of(source, fields)
    rows = Rows(source, delimiter)
    header = rows.header()
    yield from map(kept, rows.lines.passed)
    names = header if isinstance(header, list) else []
    columns = {field: names.index(name) for field, name in fields.plan(names).items()}
    for row in rows:
        if isinstance(row, list) and work.awaits(rows.start):
            yield from _rewritten(rows, _Row(rows, row, delimiter, columns, source.written), work, source.encoding)
        else:
            yield from map(kept, rows.lines.passed)
    yield from map(kept, rows.lines.passed)


def _rewritten(rows: Rows, row: _Row, work: Worklist, encoding: str) -> Iterator[Piece]:
    blank = len(rows.lines.passed) - len(rows.lines.held)
    yield from map(kept, rows.lines.passed[:blank])
    yield from spliced(row.text, work.edits(rows.start, None, row.locate), encoding)


class _Row:
    """A row as it is spelt, and the *cells* that it was read as."""

    def __init__(self, rows: Rows, cells: list[str], delimiter: str, columns: dict[str, int], encoding: str) -> None:
        self.text = "".join(line for line, _, _ in rows.lines.held)
        self._cells, self._columns = cells, columns
        self._delimiter, self._encoding = delimiter, encoding

    def locate(self, repair: Repair) -> list[Edit]:
        """Return the edits of *repair* as edits of the row; raise RefusalError where they cannot be made."""
        spans = list(_cell_spans(self.text, self._delimiter))
        if [_read(self.text[slice(*span)]) for span in spans] != self._cells:
            raise RefusalError(CHANGED)
        edits: dict[int, Edit] = {}
        for field in repair.digests:
            column = self._columns.get(field, -1)
            if not 0 <= column < len(spans):
                raise RefusalError(CHANGED)
            if column in edits:
                raise RefusalError(f"its {field} and another field are the same column")
            edits[column] = self._edit(repair, field, spans[column], self._cells[column])
        return list(edits.values())

    def _edit(self, repair: Repair, field: str, span: tuple[int, int], cell: str) -> Edit:
        new = apply_edits(recognise(repair, field, cell), repair.edits_of(field))
        was_quoted = self.text[span[0] : span[0] + 1] == '"'
        # An empty cell without marks would make a row of one column a blank line.
        must_be_quoted = not new or any(character in new for character in (self._delimiter, '"', "\r", "\n"))
        spelt = '"' + new.replace('"', '""') + '"' if was_quoted or must_be_quoted else new
        return Edit("", *span, encodable(spelt, self._encoding))


def _cell_spans(text: str, delimiter: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each cell of a row, quotation marks included."""
    pattern = re.compile(rf'"(?:[^"]++|"")*+"|[^{re.escape(delimiter)}\r\n]*+')
    position = -1
    while position < 0 or text[position : position + 1] == delimiter:
        cell = pattern.match(text, position + 1)
        if cell is None:
            return
        yield cell.span()
        position = cell.end()


def _read(spelt: str) -> str:
    return spelt[1:-1].replace('""', '"') if spelt.startswith('"') else spelt
