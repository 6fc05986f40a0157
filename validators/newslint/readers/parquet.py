"""Parquet tables, read by row groups. pyarrow is imported only where there is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, cast

import msgspec

from newslint.model import Origin
from newslint.readers.base import Item, RawRecord, ReaderOptions, Unreadable, sample
from newslint.readers.frame import present
from newslint.readers.mapping import FieldMap, unmapped

ROWS_AT_ONCE = 256
"""Rows that are turned into Python objects together: of a few megabytes of text, whatever the size of a row group."""

MISSING = "Parquet files are read with pyarrow, which is not installed: pip install 'newslint[parquet]'"


class RowGroup(msgspec.Struct, frozen=True):
    """A row group: its place in the file, its first row (from 1), how many it has, and its bytes.

    ``packed`` are the bytes in the file, ``unpacked`` those of the values.
    """

    number: int
    first_row: int
    rows: int
    packed: int
    unpacked: int


class _UnusableError(Exception):
    """A file has no rows for us; its text says why. Never leaves this module."""


def read_parquet(path: str, options: ReaderOptions) -> Iterator[Item]:
    """Yield one record a row of a Parquet file; ``Origin.row`` counts from 1.

    Null values are absent. Columns of lists and of bytes (embeddings, pictures) are not read, unless they hold a field.
    A row group that cannot be read, and a row with bytes that are no UTF-8, are reported, and the rest is read.
    """
    groups = row_groups(path, options)
    if isinstance(groups, Unreadable):
        yield groups
    else:
        yield from read_row_groups(path, options, groups)


def row_groups(path: str, options: ReaderOptions) -> list[RowGroup] | Unreadable:
    """Return the row groups of the file at *path*, or why it cannot be read."""
    try:
        with _opened(path) as file:
            if twice := FieldMap(options).repeated(file.schema_arrow.names):
                raise _UnusableError(twice)
            if not FieldMap(options).has_text(file.schema_arrow.names):
                raise _UnusableError(unmapped(file.schema_arrow.names))
            found = list(_groups(file.metadata))
            if not found:
                raise _UnusableError("the table has columns, but no rows")
    except _UnusableError as error:
        return Unreadable(Origin(path), str(error))
    return found


def read_row_groups(path: str, options: ReaderOptions, groups: Sequence[RowGroup]) -> Iterator[Item]:
    """Yield the rows of some row groups of a Parquet file, as :func:`read_parquet` does."""
    fields = FieldMap(options)
    try:
        with _opened(path) as file:
            columns = _wanted(file.schema_arrow, fields, options)
            for group in groups:
                yield from _rows_of(file, group, columns, fields, path)
    except _UnusableError as error:
        yield Unreadable(Origin(path), str(error))


@contextmanager
def _opened(path: str) -> Iterator[Any]:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise _UnusableError(MISSING) from error
    try:
        file = ParquetFile(path)  # type: ignore[no-untyped-call]
    except (ArrowException, OSError) as error:
        raise _UnusableError(f"not a Parquet file that can be read: {_first_line(error)}") from error
    with file:
        yield file


def _groups(metadata: Any) -> Iterator[RowGroup]:
    first_row = 1
    for number in range(metadata.num_row_groups):
        group = metadata.row_group(number)
        packed = sum(group.column(column).total_compressed_size for column in range(group.num_columns))
        if group.num_rows:
            yield RowGroup(number, first_row, group.num_rows, packed, group.total_byte_size)
        first_row += group.num_rows


def _wanted(schema: Any, fields: FieldMap, options: ReaderOptions) -> list[str]:
    """Return the names of the columns that are read: all that hold fields, and of the others those of single values.

    What is read to be written again needs them all.
    """
    from pyarrow import types

    if not options.mapped:
        return list(schema.names)
    configured = {name.partition(".")[0] for name in options.fields.values()}
    used = {*fields.plan(schema.names).values(), *configured}
    heavy = (types.is_nested, types.is_binary, types.is_large_binary, types.is_fixed_size_binary)
    return [column.name for column in schema if column.name in used or not any(is_(column.type) for is_ in heavy)]


def _rows_of(file: Any, group: RowGroup, columns: list[str], fields: FieldMap, path: str) -> Iterator[Item]:
    from pyarrow import ArrowException

    row = group.first_row
    try:
        for batch in file.iter_batches(ROWS_AT_ONCE, row_groups=[group.number], columns=columns, use_threads=False):
            yield from _rows(batch, fields, path, row)
            row += batch.num_rows
    except (ArrowException, OSError) as error:
        last = group.first_row + group.rows - 1
        yield Unreadable(Origin(path, row=row), f"rows {row:,} to {last:,} cannot be read: {_first_line(error)}")


def _rows(batch: Any, fields: FieldMap, path: str, first_row: int) -> Iterator[Item]:
    names = batch.schema.names
    try:
        rows = list(zip(*map(_values, batch.columns), strict=True))
    except UnicodeDecodeError as error:
        if batch.num_rows == 1:
            reason = f"the row holds the byte 0x{error.object[error.start]:02X}, which is not UTF-8"
            yield Unreadable(Origin(path, row=first_row), reason, sample(error.object, error.start))
            return
        for number in range(batch.num_rows):
            yield from _rows(batch.slice(number, 1), fields, path, first_row + number)
        return
    for row, cells in enumerate(rows, first_row):
        values, extra = fields.split(dict(zip(names, cells, strict=True)))
        yield RawRecord(present(values), present(extra), Origin(path, row=row))


def _values(column: Any) -> list[Any]:
    """Return the values of *column*; as text or numbers where Python has none for them, such as the year 10000."""
    import pyarrow as pa

    try:
        return cast("list[Any]", column.to_pylist())
    except UnicodeDecodeError:
        raise
    except Exception:  # noqa: BLE001 overflows, unknown time zones: whatever the class, the other values are fine
        for plain in (pa.string(), pa.int64()):
            with suppress(pa.ArrowException):
                return cast("list[Any]", column.cast(plain).to_pylist())
        return [None] * len(column)


def _first_line(error: Exception) -> str:
    line = (str(error).splitlines() or [type(error).__name__])[0]
    return line[:1].lower() + line[1:].rstrip(".")
