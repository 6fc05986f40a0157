"""The pandera model of an article table.

The engine validates every batch of raw records with it, and anyone with a frame of articles can do the same::

    from newslint.schema import article_table
    article_table(required=("title", "body")).validate(frame, lazy=True)

Each rule carries the slug of the check that documents it, so a failure case is a finding without any translation
table. Importing this module imports pandas and pandera; nothing on the way to ``newslint --version`` does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache

import pandas as pd
import pandera.pandas as pa

from newslint.errors import UnknownNameError
from newslint.model import FIELDS, Failure

DEFAULT_REQUIRED = ("title", "body")
DATE_FIELDS = ("published_at", "modified_at")


def article_table(required: Iterable[str] = DEFAULT_REQUIRED, *, unique_ids: bool = True) -> pa.DataFrameSchema:
    """Return the schema of an article table.

    *required* fields must be there and not blank; every field that is there must be of its type. Other columns are
    allowed. *unique_ids* is off for the batches of a streamed corpus, where an id may repeat in another batch.

    Raises UnknownNameError where *required* names a field that no article has.
    """
    needed = tuple(required)
    for name in needed:
        if name not in FIELDS:
            raise UnknownNameError("article field", name, FIELDS)
    return _table(needed, unique_ids)


@cache
def _table(required: tuple[str, ...], unique_ids: bool) -> pa.DataFrameSchema:
    columns = {field: _column(field, field in required) for field in FIELDS}
    if unique_ids:
        unique = pa.Check(_unique, name="duplicate-id", error="used by more than one record")
        columns["id"] = columns["id"].set_checks([*columns["id"].checks, unique])
    return pa.DataFrameSchema(columns, strict=False, coerce=False, name="articles")


def failures(
    records: Sequence[Mapping[str, object]],
    required: Sequence[str] = DEFAULT_REQUIRED,
    fields: Collection[str] = FIELDS,
) -> list[Failure]:
    """Validate a batch of raw records as a table and return what breaks a rule, in row order.

    Columns other than *fields* are known to be right, and left out.
    """
    needed = tuple(field for field in required if field in fields)
    present = {field for record in records for field in record if field in fields} | set(needed)
    columns = article_table(needed, unique_ids=False).columns
    found: list[Failure] = []
    for field in columns:
        if field in present:
            values = [record.get(field) for record in records]
            series = pd.Series(values, name=field, dtype=object)
            # Not `validate`, which spends nine tenths of its time on the report that its error carries.
            found += [
                Failure(row, field, str(rule.name), values[row])
                for rule in columns[field].checks
                for row in _broken(rule(series).check_output)
            ]
    return sorted(found, key=lambda failure: failure.row)


def _broken(output: pd.Series) -> list[int]:
    rows: list[int] = output.index[~output.astype(bool)].tolist()
    return rows


def _column(field: str, required: bool) -> pa.Column:
    rules = [pa.Check(_type_rule(field), name="wrong-type", error="is not of its field's type")]
    if required:
        rules.append(pa.Check(_present, name="missing-field", error="absent or blank", ignore_na=False))
    return pa.Column(None, rules, nullable=True, required=required)


def _type_rule(field: str):  # type: ignore[no-untyped-def]
    accepts = {"id": _is_id, "author": _is_author}.get(field, _is_date if field in DATE_FIELDS else _is_text)

    def rule(column: pd.Series) -> pd.Series:
        return column.map(accepts).astype(bool)

    return rule


def _is_text(value: object) -> bool:
    return isinstance(value, str) or _is_null(value)


def _is_id(value: object) -> bool:
    return _is_text(value) or (isinstance(value, int) and not isinstance(value, bool))


def _is_author(value: object) -> bool:
    # Extractors give one name or a list of names.
    return _is_text(value) or (isinstance(value, list) and all(isinstance(name, str) for name in value))


def _is_date(value: object) -> bool:
    # datetime and pandas.Timestamp are dates, too; a number is a defect: nobody can tell seconds from milliseconds.
    return _is_text(value) or isinstance(value, date)


def _is_null(value: object) -> bool:
    return value is None or value is pd.NaT or (isinstance(value, float) and value != value)


def _present(column: pd.Series) -> pd.Series:
    return column.map(lambda value: not _is_null(value) and not (isinstance(value, str) and not value.strip())).astype(
        bool
    )


def _unique(column: pd.Series) -> pd.Series:
    return ~column.duplicated() | column.isna()
