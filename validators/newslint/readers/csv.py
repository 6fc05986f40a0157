"""Comma-, tab-, semicolon- and bar-separated tables with a header row, streamed."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator

from newslint.model import Origin
from newslint.readers.base import Item, ReaderOptions, Unreadable, sample
from newslint.readers.mapping import FieldMap, unmapped
from newslint.readers.streams import BROKEN_STREAM, Source, broken_stream, wrong_encoding

MAX_ROW_LINES = 50_000
"""Lines after which a quoted cell counts as never closed; the longest of 2,092 scraped bodies has 2,839."""

_DELIMITERS = (",", "\t", ";", "|")
_ROWS_SNIFFED = 20
_Line = tuple[str, UnicodeDecodeError | None, bytes]
_CELL_LIMIT = 2**31 - 1  # the largest value every platform's C long takes


def read_csv(source: Source, options: ReaderOptions) -> Iterator[Item]:
    """Yield one record a row; ``Origin.line`` is the line at which the row starts.

    The delimiter is found by looking. Empty cells are None: CSV has no other way to say that a value is missing.
    A row that cannot be read (wrong number of cells, broken quoting, bytes of another encoding) is reported and the
    next line is tried; quoting is strict, so that a stray quotation mark cannot swallow the rows behind it.
    """
    fields = FieldMap(options)
    rows = Rows(source, delimiter_of(source, fields))
    try:
        header = rows.header()
        if isinstance(header, Unreadable):
            yield header
        elif header is None:
            yield source.unreadable("the file is empty: it holds only blank lines")
        elif twice := fields.repeated(rows.names):
            yield source.unreadable(twice, sample(",".join(rows.names)), 1)
        elif not fields.has_text(header):
            yield source.unreadable(unmapped(header), sample(",".join(header)), 1)
        else:
            yield from _records(rows, header, fields)
    except BROKEN_STREAM as error:
        yield source.unreadable(broken_stream(error, f" after line {rows.lines.number}"), line=rows.lines.number + 1)


def _records(rows: Rows, header: list[str], fields: FieldMap) -> Iterator[Item]:
    found = False
    for row in rows:
        found = True
        yield row if isinstance(row, Unreadable) else _record(row, header, fields, Origin(rows.path, rows.start))
    if not found:
        yield Unreadable(Origin(rows.path), "the table has a header, but no rows", sample(",".join(header)))


def _record(row: list[str], header: list[str], fields: FieldMap, origin: Origin) -> Item:
    if len(row) != len(header):
        reason = f"the row at line {origin.line} has {_cells(len(row))}, but the header has {len(header)}"
        return Unreadable(origin, reason, sample(",".join(row)))
    return fields.record({name: cell or None for name, cell in zip(header, row, strict=True)}, origin)


def _cells(count: int) -> str:
    return "1 cell" if count == 1 else f"{count} cells"


class _Lines:
    """The decoded lines of a table for the CSV parser, with what is needed to report or repeat the row at hand."""

    def __init__(self, source: Source) -> None:
        self.number = 0  # of the last line handed out
        self.held: list[_Line] = []  # the lines of the row at hand
        self.passed: list[bytes] = []  # the raw lines of the row at hand and of the blank ones before it
        self._again: deque[_Line] = deque()  # lines to be handed out anew
        self._source = source

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self.held) >= MAX_ROW_LINES:
            raise csv.Error("unexpected end of data")
        line = self._again.popleft() if self._again else self._read()
        self.number += 1
        self.held.append(line)
        self.passed.append(line[2])
        return line[0]

    def give_back(self) -> None:
        """Hand out all lines of the row at hand again, except its first."""
        returned = self.held[1:]
        self._again.extendleft(reversed(returned))
        self.number -= len(returned)
        self.passed = self.passed[: len(self.passed) - len(returned)]

    def _read(self) -> _Line:
        raw = self._source.stream.readline()
        if not raw:
            raise StopIteration
        try:
            return raw.decode(self._source.encoding), None, raw
        except UnicodeDecodeError as error:
            # The row keeps its shape, so that a bad byte inside a quoted cell costs one row and not the rest.
            return raw.decode("latin-1"), error, raw


class Rows:
    """Rows of an open table, with the line each one starts at; goes on after a row that cannot be parsed."""

    def __init__(self, source: Source, delimiter: str) -> None:
        self.path = source.path
        self.names: list[str] = []  # of the columns, as they are written
        self.start = 1  # the line at which the current row starts
        self.lines = _Lines(source)
        self._source = source
        self._parser = csv.reader(self.lines, delimiter=delimiter, strict=True)

    def header(self) -> list[str] | Unreadable | None:
        """Return the names of the columns, a repeated name numbered, or None where there is no row at all."""
        row = next(self, None)
        if not isinstance(row, list):
            return row
        self.names = [cell.strip() for cell in row]
        names: list[str] = []
        for written in self.names:
            name, count = written, 1
            while name in names:
                count += 1
                name = f"{written}.{count}"
            names.append(name)
        return names

    def __iter__(self) -> Iterator[list[str] | Unreadable]:
        return self

    def __next__(self) -> list[str] | Unreadable:
        row: list[str] = []
        self.lines.passed = []
        while not row:
            self.lines.held = []
            self.start = self.lines.number + 1
            try:
                row = self._next_row()
            except csv.Error as error:
                return self._broken(error)
            damage = self._undecodable()
            if damage is not None:
                return damage
        return row

    def _next_row(self) -> list[str]:
        # The limit belongs to the whole process: lift it for this row only. Bodies of 5 MB are beyond the default.
        usual = csv.field_size_limit(_CELL_LIMIT)
        try:
            return next(self._parser)
        finally:
            csv.field_size_limit(usual)

    def _undecodable(self) -> Unreadable | None:
        for line, (_, error, _) in enumerate(self.lines.held, self.start):
            if error is not None:
                return self._source.unreadable(
                    wrong_encoding(error, line), sample(error.object, error.start), self.start
                )
        return None

    def _broken(self, error: csv.Error) -> Unreadable:
        """Report the row at hand; of its lines only the first is given up.

        A quotation mark that is never closed takes many lines into its cell. Those lines hold no other stray mark
        (it would have ended the cell), so each line is parsed at most twice.
        """
        quote = sample(self.lines.held[0][0]) if self.lines.held else ""
        self.lines.give_back()
        reason = f"the row at line {self.start} is not valid CSV: {_explain(error)}"
        return self._source.unreadable(reason, quote, self.start)


def _explain(error: csv.Error) -> str:
    message = str(error)
    if "unexpected end of data" in message:
        return "a quotation mark opens a cell and is never closed"
    if "expected after" in message:
        return "text follows a closing quotation mark (a quotation mark inside a quoted cell must be doubled)"
    if "universal-newline" in message:
        return "its lines end in carriage returns alone, which no CSV has; save it with line feeds"
    return message


def delimiter_of(source: Source, fields: FieldMap) -> str:
    """Return the delimiter under which the header names most fields and the first rows have its number of cells."""
    lines = [line + "\n" for line in source.head.decode(source.encoding, "replace").split("\n")]
    return max(_DELIMITERS, key=lambda delimiter: _fitness(lines, delimiter, fields))


def _fitness(lines: list[str], delimiter: str, fields: FieldMap) -> tuple[int, int, int]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(lines, delimiter=delimiter):
            if row:
                rows.append(row)
            if len(rows) > _ROWS_SNIFFED:
                break
    except csv.Error:
        pass  # a cell longer than the default limit: the rows before it must do
    if not rows:
        return (0, 0, 0)
    width = len(rows[0])
    fitting = sum(len(row) == width for row in rows) if width > 1 else 0
    return (len(fields.plan(cell.strip() for cell in rows[0])), fitting, width)
