"""The records of a batch as a table, as far as they need to be one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from newslint.readers import RawRecord, Unreadable
from newslint.readers.frame import is_null

if TYPE_CHECKING:
    from newslint.schema import Failure

SAMPLE = 80
"""Characters of an offending value that a finding quotes: one line of a terminal."""


_PLAIN = frozenset((str, type(None)))
"""Types of values that are right in any field, unless it is required."""


def table_failures(items: Sequence[RawRecord | Unreadable], required: Sequence[str]) -> Mapping[int, list[Failure]]:
    """Return what breaks the table schema, by the position of its record in *items*.

    Only the records that the schema could fail are made a table, and only the columns in which it could. Nearly all
    values are text or absent, and nearly all required texts are not blank; seeing that costs a thousandth of what
    pandera takes, and a corpus without any doubt never imports pandas, which takes a second and 100 MB.
    """
    suspects: list[int] = []
    doubted: set[str] = set()
    for position, item in enumerate(items):
        if isinstance(item, RawRecord) and (fields := doubtful_fields(item.values, required)):
            suspects.append(position)
            doubted.update(fields)
    if not suspects:
        return {}
    from newslint.schema import failures

    by_position: dict[int, list[Failure]] = {}
    rows = [item.values for item in (items[position] for position in suspects) if isinstance(item, RawRecord)]
    for failure in failures(rows, required, doubted):
        by_position.setdefault(suspects[failure.row], []).append(failure)
    return by_position


def doubtful_fields(record: Mapping[str, object], required: Sequence[str]) -> list[str]:
    """Return the fields of *record* at which the schema has to look: all in which it could fail."""
    found = [field for field in required if not (text := record.get(field)) or str(text).isspace()]
    if not _PLAIN.issuperset(map(type, record.values())):
        found += [field for field, value in record.items() if type(value) not in _PLAIN]
    return found


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
