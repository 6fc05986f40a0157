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


def table_failures(items: Sequence[RawRecord | Unreadable], required: Sequence[str]) -> Mapping[int, list[Failure]]:
    """Return what breaks the table schema, by the position of its record in *items*.

    Only records that the schema could fail are made a table. Nearly all values are text, and nearly all required texts
    are not blank; seeing that costs a thousandth of what pandera takes for the table, and a corpus without such a
    record never imports pandas, which takes a second and 100 MB.
    """
    suspects = [
        position
        for position, item in enumerate(items)
        if isinstance(item, RawRecord) and is_suspect(item.values, required)
    ]
    if not suspects:
        return {}
    from newslint.schema import failures

    by_position: dict[int, list[Failure]] = {}
    rows = [item.values for item in (items[position] for position in suspects) if isinstance(item, RawRecord)]
    for failure in failures(rows, required):
        by_position.setdefault(suspects[failure.row], []).append(failure)
    return by_position


def is_suspect(record: Mapping[str, object], required: Sequence[str]) -> bool:
    """Return whether the schema has to look at *record*: true for every record that it could fail."""
    if not all(type(value) is str for value in record.values()):
        return True
    return any(not (text := record.get(field)) or str(text).isspace() for field in required)


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
