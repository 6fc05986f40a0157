"""Records that are already in memory: articles, mappings, the rows of a frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from numbers import Integral
from typing import Any

from newslint.errors import InputError
from newslint.model import FIELDS, Article, Origin
from newslint.readers.base import Item, RawRecord, ReaderOptions, Unreadable, sample
from newslint.readers.mapping import FieldMap, unmapped


def frame_records(frame: Any, columns: Mapping[str, str] | None = None) -> Iterator[Item]:
    """Yield the rows of a pandas frame; *columns* maps article fields to column names.

    Columns are found as the names of a file are: mapped ones first, then those with an article field's own name, then
    the usual names; all others become ``extra``. A frame in which no column can be a body or a title is one
    `Unreadable`. An index that is named as an id is, where no column is the id. Null values (``None``, ``NaN``,
    ``NaT``) are absent. The row number counts from 1.

    Raises UnknownNameError where *columns* names a field that no article has, and InputError where two columns of one
    name hold a field.
    """
    fields = FieldMap(ReaderOptions(fields=dict(columns or {})))
    names = [str(column) for column in frame.columns]
    if twice := fields.repeated(names):
        raise InputError(f"the frame cannot be read: {twice}")
    if not fields.has_text(names):
        yield Unreadable(Origin(), unmapped(names) if names else "the frame has no columns", sample(", ".join(names)))
        return
    keyed = _id_index(frame, fields, names)
    names = [*keyed, *names]
    for number, row in enumerate(frame.itertuples(index=bool(keyed), name=None), start=1):
        values, extra = fields.split(dict(zip(names, row, strict=True)))
        yield RawRecord(present(values), present(extra), Origin(row=number))


def _id_index(frame: Any, fields: FieldMap, names: list[str]) -> list[str]:
    """Return the name of the index where it is that of the id and no column is the id, else nothing."""
    name = frame.index.name
    if not isinstance(name, str) or "id" in fields.plan(names):
        return []
    return [name] if fields.plan([*names, name]).get("id") == name else []


def row_labels(frame: Any) -> Any:
    """Return the index of *frame*, None where it only counts the rows."""
    index = frame.index
    counts = (getattr(index, "start", None), getattr(index, "step", None)) == (0, 1)
    return None if counts else index


def memory_records(items: Iterable[object], fields: Mapping[str, str] | None = None) -> Iterator[Item]:
    """Yield articles and mappings as raw records; *fields* maps article fields to the keys of the mappings.

    Keys are found as the names of a file are, and a mapping with neither a body nor a title is `Unreadable`.

    Raises UnknownNameError where *fields* names a field that no article has, and TypeError for an item of another kind.
    """
    mapped = FieldMap(ReaderOptions(fields=dict(fields or {})))
    for number, item in enumerate(items, start=1):
        if isinstance(item, Article):
            yield _of_article(item)
        elif isinstance(item, Mapping):
            yield mapped.record({str(key): value for key, value in item.items()}, Origin(row=number))
        else:
            kind = type(item).__name__
            raise TypeError(f"item {number} of the corpus is of type {kind}, neither an article nor a mapping")


def _of_article(article: Article) -> RawRecord:
    values = {field: getattr(article, field) for field in FIELDS}
    if not article.named:
        del values["id"]
    present = {field: value for field, value in values.items() if value is not None}
    return RawRecord(present, article.extra, article.origin)


def present(values: Mapping[str, object]) -> dict[str, object]:
    """Return *values* without those that stand for nothing, the others as they were before a table held them."""
    return {name: _plain(name, value) for name, value in values.items() if not is_null(value)}


def is_null(value: object) -> bool:
    """Return whether *value* stands for nothing: None, NaN, NaT or pandas.NA."""
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
    """Undo what a frame does to values: lists become arrays, and whole numbers become floats beside a null.

    Whole numbers are decimal in a warehouse, too, and numpy's own in a frame with types for missing values.
    """
    is_number = isinstance(value, (float, Decimal, Integral)) and not isinstance(value, bool)
    if name == "id" and is_number and value % 1 == 0:
        return int(value)
    return value.tolist() if type(value).__name__ == "ndarray" else value
