"""Records that are already in memory: articles, mappings, the rows of a frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newslint.model import FIELDS, Article, Origin
from newslint.readers.base import RawRecord


def frame_records(frame: Any, columns: Mapping[str, str] | None = None) -> Iterator[RawRecord]:
    """Yield the rows of a pandas frame; *columns* maps article fields to column names.

    Columns that carry an article field's own name are found without help; all others become ``extra``. Null values
    (``None``, ``NaN``, ``NaT``) are absent. The row number counts from 1.
    """
    by_column = {str(column): field for field, column in (columns or {}).items()}
    names = [by_column.get(str(column), str(column)) for column in frame.columns]
    for number, row in enumerate(frame.itertuples(index=False, name=None), start=1):
        values = {name: _plain(name, value) for name, value in zip(names, row, strict=True) if not _is_null(value)}
        yield _split(values, Origin(row=number))


def memory_records(items: Iterable[Article | Mapping[str, object]]) -> Iterator[RawRecord]:
    """Yield articles and mappings as raw records; the keys of a mapping are article field names."""
    for number, item in enumerate(items, start=1):
        if isinstance(item, Article):
            values = {field: getattr(item, field) for field in FIELDS}
            if not item.named:
                del values["id"]
            present = {field: value for field, value in values.items() if value is not None}
            yield RawRecord(present, item.extra, item.origin)
        else:
            yield _split(dict(item), Origin(row=number))


def _split(values: Mapping[str, object], origin: Origin) -> RawRecord:
    own = {name: value for name, value in values.items() if name in FIELDS}
    extra = {name: value for name, value in values.items() if name not in FIELDS}
    return RawRecord(own, extra, origin)


def _is_null(value: object) -> bool:
    # NaN, NaT and pandas.NA are the values that do not equal themselves, or refuse to say so.
    if value is None:
        return True
    try:
        return bool(value != value)
    except TypeError:
        return True  # pandas.NA refuses to be true or false
    except ValueError:
        return False  # an array of several values is not null, whatever they are


def _plain(name: str, value: Any) -> object:
    """Undo what a frame does to values: lists become arrays, and whole numbers become floats beside a null."""
    if name == "id" and isinstance(value, float) and value.is_integer():
        return int(value)
    return value.tolist() if type(value).__name__ == "ndarray" else value
