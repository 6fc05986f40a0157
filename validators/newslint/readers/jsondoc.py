"""A .json file: an array of records, one record, or several values one after the other."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from newslint.model import Origin
from newslint.readers.base import Item, ReaderOptions, Unreadable, sample
from newslint.readers.jsonl import as_record, json_complaint, once, read_lines
from newslint.readers.mapping import FieldMap
from newslint.readers.streams import HEAD, Source
from newslint.readers.wholefile import read_text

_SPACE = re.compile(r"[ \t\r\n]*")
_SPACE_OR_COMMA = re.compile(r"[ \t\r\n,]*")


def read_json(source: Source, options: ReaderOptions) -> Iterator[Item]:
    """Yield the records of a .json file; ``Origin.row`` numbers them, because many may stand on one line.

    JSON Lines under this name are streamed. Anything else is held in memory as text, while its records are decoded
    one by one, so that damage in the middle costs only what follows it.
    """
    if is_lines(source):
        yield from read_lines(source, options)
        return
    text, damage = read_text(source, partial=True)
    if text is not None:
        yield from _records(Document(source.path, text), FieldMap(options))
    if damage is not None:
        yield damage


def _records(document: Document, fields: FieldMap) -> Iterator[Item]:
    row = 0
    for found in document.values():
        if isinstance(found, Unreadable):
            yield found
            continue
        raw = document.text[found.start : found.start + HEAD]
        for record in _unwrap(found.value, fields):
            row += 1
            yield as_record(record, fields, Origin(document.path, found.line, row), raw)


def is_lines(source: Source) -> bool:
    """Return whether the first line is an object of its own, and another line follows."""
    first, _, rest = source.head.lstrip().partition(b"\n")
    try:
        return bool(rest.strip()) and isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


class Value(NamedTuple):
    """A JSON value, the offset at which it begins, and the line."""

    value: object
    start: int
    line: int


class Document:
    """Walks through the values of a text, keeping count of lines."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self._decoder = json.JSONDecoder(object_pairs_hook=once)
        self._position = self._counted = 0
        self._line = 1

    def values(self) -> Iterator[Value | Unreadable]:
        """Yield the values that follow each other, or lie in an array, and what cannot be read."""
        found = 0
        inside_array = False
        while self._skip(_SPACE_OR_COMMA if inside_array else _SPACE):
            character = self.text[self._position]
            if character == ("]" if inside_array else "["):
                inside_array = not inside_array
                self._position += 1
                continue
            found += 1
            yield self._value()
            if self._position < 0:
                return
        if inside_array:
            yield Unreadable(self._origin(), "not valid JSON: the array is not closed; the file may be truncated")
        elif not found:
            yield Unreadable(Origin(self.path), "the file is empty: it holds no records", sample(self.text))

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        match = pattern.match(self.text, self._position)
        self._position = match.end() if match else self._position
        return self._position < len(self.text)

    def _value(self) -> Value | Unreadable:
        """Decode the value at the position; damage sets it to -1, because nothing behind can be trusted."""
        start, origin = self._position, self._origin()
        try:
            value, self._position = self._decoder.raw_decode(self.text, start)
        except (ValueError, RecursionError) as error:
            self._position = -1
            return self._damage(error, origin)
        return Value(value, start, self._line)

    def _damage(self, error: ValueError | RecursionError, origin: Origin) -> Unreadable:
        if not isinstance(error, json.JSONDecodeError):
            return Unreadable(origin, json_complaint(error))
        reason = f"line {error.lineno} is {json_complaint(error)}; nothing after it could be read"
        return Unreadable(Origin(self.path, error.lineno), reason, sample(self.text, error.pos))

    def _origin(self) -> Origin:
        self._line += self.text.count("\n", self._counted, self._position)
        self._counted = self._position
        return Origin(self.path, self._line)


def _unwrap(value: object, fields: FieldMap) -> list[Any]:
    """Return the records inside an answer of a news service, else *value*."""
    path = records_path(value, fields)
    if path is None:
        return [value]
    inner: Any = value
    for key in path:
        inner = inner[key]
    return list(inner)


def records_path(value: object, fields: FieldMap) -> tuple[str, ...] | None:
    """Return the keys that lead to the records inside an answer of a news service; None where *value* is a record.

    The list of records may lie one level deep (``{"status": "ok", "articles": [...]}``) or two
    (``{"data": {"articles": [...]}}``); of several lists it is the one whose first record has a text.
    """
    if not isinstance(value, dict) or fields.has_text(value):
        return None
    inner = {key: child for key, child in value.items() if isinstance(child, dict) and not fields.has_text(child)}
    lists: dict[tuple[str, ...], list[Any]] = {(key,): records for key, records in _record_lists(value)}
    lists |= {(outer, key): records for outer, child in inner.items() for key, records in _record_lists(child)}
    chosen = [path for path, records in lists.items() if fields.has_text(records[0])] or list(lists)
    return chosen[0] if len(chosen) == 1 else None


def _record_lists(value: dict[str, Any]) -> Iterator[tuple[str, list[Any]]]:
    for key, child in value.items():
        if isinstance(child, list) and child and isinstance(child[0], dict):
            yield key, child
