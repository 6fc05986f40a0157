"""A .json file: an array of records, one record, or several values one after the other."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from newslint.model import Origin
from newslint.readers.base import Item, ReaderOptions, Unreadable, sample
from newslint.readers.jsonl import as_record, json_complaint, read_lines
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
    if _is_lines(source):
        yield from read_lines(source, options)
        return
    text, damage = read_text(source, partial=True)
    if text is not None:
        yield from _Document(source.path, text, FieldMap(options)).items()
    if damage is not None:
        yield damage


def _is_lines(source: Source) -> bool:
    """Return whether the first line is an object of its own, and another line follows."""
    first, _, rest = source.head.lstrip().partition(b"\n")
    try:
        return bool(rest.strip()) and isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


class _Document:
    """Walks through the values of a text, keeping count of lines."""

    def __init__(self, path: str, text: str, fields: FieldMap) -> None:
        self._path, self._text, self._fields = path, text, fields
        self._decoder = json.JSONDecoder()
        self._position = self._counted = 0
        self._line = 1
        self._row = 0

    def items(self) -> Iterator[Item]:
        found = 0
        inside_array = False
        while self._skip(_SPACE_OR_COMMA if inside_array else _SPACE):
            character = self._text[self._position]
            if character == ("]" if inside_array else "["):
                inside_array = not inside_array
                self._position += 1
                continue
            found += 1
            yield from self._value()
            if self._position < 0:
                return
        if inside_array:
            yield Unreadable(self._origin(), "not valid JSON: the array is not closed; the file may be truncated")
        elif not found:
            yield Unreadable(Origin(self._path), "the file is empty: it holds no records", sample(self._text))

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        match = pattern.match(self._text, self._position)
        self._position = match.end() if match else self._position
        return self._position < len(self._text)

    def _value(self) -> Iterator[Item]:
        """Decode the value at the position; damage sets it to -1, because nothing behind can be trusted."""
        start, origin = self._position, self._origin()
        try:
            value, self._position = self._decoder.raw_decode(self._text, start)
        except (ValueError, RecursionError) as error:
            self._position = -1
            yield self._damage(error, origin)
            return
        raw = self._text[start : start + HEAD]
        for record in _unwrap(value, self._fields):
            self._row += 1
            yield as_record(record, self._fields, Origin(self._path, origin.line, self._row), raw)

    def _damage(self, error: ValueError | RecursionError, origin: Origin) -> Unreadable:
        if not isinstance(error, json.JSONDecodeError):
            return Unreadable(origin, json_complaint(error))
        reason = f"line {error.lineno} is {json_complaint(error)}; nothing after it could be read"
        return Unreadable(Origin(self._path, error.lineno), reason, sample(self._text, error.pos))

    def _origin(self) -> Origin:
        self._line += self._text.count("\n", self._counted, self._position)
        self._counted = self._position
        return Origin(self._path, self._line)


def _unwrap(value: object, fields: FieldMap) -> list[object]:
    """Return the records inside an answer of a news service, else *value*.

    The list of records may lie one level deep (``{"status": "ok", "articles": [...]}``) or two
    (``{"data": {"articles": [...]}}``); of several lists it is the one whose first record has a text.
    """
    if isinstance(value, dict) and not fields.has_text(value):
        inner = [child for child in value.values() if isinstance(child, dict) and not fields.has_text(child)]
        lists = [records for level in (value, *inner) for records in _record_lists(level)]
        chosen = [records for records in lists if fields.has_text(records[0])] or lists
        if len(chosen) == 1:
            return chosen[0]
    return [value]


def _record_lists(value: dict[str, object]) -> list[list[Any]]:
    return [child for child in value.values() if isinstance(child, list) and child and isinstance(child[0], dict)]
