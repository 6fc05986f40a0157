"""Records as they stand in their files, a line each: what is written where a corpus is divided."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from math import isfinite
from typing import Any, BinaryIO, NamedTuple

import msgspec

from newslint.model import Origin
from newslint.readers.articles import to_article
from newslint.readers.base import Item, RawRecord, ReaderOptions, Unreadable
from newslint.readers.corpus import corpus_files, opened, opens_itself, read_file, reader_of
from newslint.readers.jsonl import BLOCK_BYTES, Block, blocks, parse_line, read_lines
from newslint.readers.mapping import FieldMap
from newslint.readers.streams import Source


class Verbatim(NamedTuple):
    """A record: where it stands, whether it can be read, and its *line* of JSON Lines, empty where there is none.

    What cannot be read has a line only in JSON Lines, where it is one already.
    """

    origin: Origin
    readable: bool
    line: bytes


def verbatim(paths: Sequence[str], options: ReaderOptions, stdin: BinaryIO | None = None) -> Iterator[Verbatim]:
    """Yield the records of *paths* in the order in which they are checked, as many as are checked.

    The lines of JSON Lines are those of the file, byte by byte, unless it is in another encoding than UTF-8. Rows of a
    table and records of a JSON document become objects with all their values, under the names of the data; a text file
    becomes one with the fields that were found in it, and the id that findings name.
    """
    whole = msgspec.structs.replace(options, mapped=False)
    for file in corpus_files(paths):
        if isinstance(file, Unreadable):
            yield Verbatim(file.origin, readable=False, line=b"")
        elif opens_itself(file):
            yield from map(_written, read_file(file, whole))
        else:
            with opened(file, options, stdin) as source:
                yield from _records(source, whole)


def _records(source: Source | Unreadable, options: ReaderOptions) -> Iterator[Verbatim]:
    if isinstance(source, Unreadable):
        yield Verbatim(source.origin, readable=False, line=b"")
    elif reader_of(source) is not read_lines:
        yield from map(_written, reader_of(source)(source, options))
    else:
        for block in blocks(source, BLOCK_BYTES):
            if isinstance(block, Unreadable):
                yield Verbatim(block.origin, readable=False, line=b"")
            else:
                yield from _lines(block, options)


def _lines(block: Block, options: ReaderOptions) -> Iterator[Verbatim]:
    fields = FieldMap(options)
    for number, line in enumerate(block.lines, block.first_line):
        if not line.isspace():
            item = parse_line(line, block.encoding, fields, Origin(block.path, number))
            yield Verbatim(item.origin, isinstance(item, RawRecord), _in_utf8(line, block.encoding))


def _in_utf8(line: bytes, encoding: str) -> bytes:
    """Return *line* as it is in UTF-8, with a line break; bytes that are no text of the *encoding* stay as they are."""
    if encoding != "utf-8":
        with suppress(UnicodeError):
            line = line.decode(encoding).encode()
    return line if line.endswith(b"\n") else line + b"\n"


def _written(item: Item) -> Verbatim:
    if isinstance(item, Unreadable):
        return Verbatim(item.origin, readable=False, line=b"")
    data = item.extra if item.text is None else {"id": to_article(item).id, **item.values}
    return Verbatim(item.origin, readable=True, line=_json(data) + b"\n")


def _json(data: dict[str, Any]) -> bytes:
    try:
        return json.dumps(data, ensure_ascii=False, allow_nan=False, default=_plain).encode()
    except UnicodeEncodeError:  # lone surrogates, which JSON has only as escapes
        return json.dumps(_finite(data), allow_nan=False, default=_plain).encode()
    except ValueError:
        return _json(_finite(data))


def _finite(value: Any) -> Any:
    """Return *value* with null for each number that JSON has not: NaN and the infinite ones."""
    if isinstance(value, dict):
        return {key: _finite(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [_finite(entry) for entry in value]
    return None if isinstance(value, float) and not isfinite(value) else value


def _plain(value: Any) -> object:
    """Return a value of a table as one that JSON has: dates in ISO 8601, bytes in base64, anything else as text."""
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return base64.b64encode(value).decode() if isinstance(value, bytes) else str(value)
