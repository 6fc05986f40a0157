"""The records of a batch as a table, as far as they need to be one."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from newslint.checks.schema.missing_field import MissingField
from newslint.model import Failure
from newslint.readers import RawRecord, Unreadable
from newslint.readers.frame import is_null

SAMPLE = 80
"""Characters of an offending value that a finding quotes: one line of a terminal."""


_PLAIN = frozenset((str, type(None)))
"""Types of values that are right in any field, unless it is required."""


def table_failures(items: Sequence[RawRecord | Unreadable], required: Sequence[str]) -> Mapping[int, list[Failure]]:
    """Return what breaks the table schema, by the position of its record in *items*.

    Of a record of texts only, it is plain which required ones are missing. What else there is, the schema judges: the
    other records are made a table, of the columns in which it could fail. A corpus in which all values are texts or
    absent never imports pandas and pandera, which takes a second and 80 MB.
    """
    broken: dict[int, list[Failure]] = {}
    suspects: list[int] = []
    doubted: set[str] = set()
    for position, item in enumerate(items):
        if not isinstance(item, RawRecord):
            continue
        values = item.values
        missing = [field for field in required if _is_blank(values.get(field))]
        if not _PLAIN.issuperset(map(type, values.values())):
            suspects.append(position)
            doubted.update(missing, [field for field, value in values.items() if type(value) not in _PLAIN])
        elif missing:
            broken[position] = [Failure(position, field, MissingField.slug, values.get(field)) for field in missing]
    if suspects:
        broken |= _judged(items, suspects, required, doubted)
    return broken


def _judged(
    items: Sequence[Any], suspects: Sequence[int], required: Sequence[str], fields: Collection[str]
) -> dict[int, list[Failure]]:
    """Return what breaks the schema in the *fields* of the *suspects*, which are positions in *items*."""
    from newslint.schema import failures

    broken: dict[int, list[Failure]] = {}
    for failure in failures([items[position].values for position in suspects], required, fields):
        broken.setdefault(suspects[failure.row], []).append(failure)
    return broken


def _is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and (not value or value.isspace()))


def quoted(value: object) -> str:
    """Return *value* for a finding: text as it is, anything else as JSON, cut at SAMPLE characters."""
    if is_null(value):
        return ""
    text = value if isinstance(value, str) else _as_json(value)
    return text if len(text) <= SAMPLE else text[:SAMPLE] + "…"


def _as_json(value: object) -> str:
    try:
        return json.dumps(value, ensure_ascii=False, default=str)
    except (TypeError, ValueError, RecursionError):
        return type(value).__name__  # keys that are no text, a value that holds itself, nesting without end
