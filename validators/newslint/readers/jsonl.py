"""JSON Lines: one object a line, streamed; and parts of a file on their own."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from newslint.model import Origin
from newslint.readers.base import STDIN, Item, ReaderOptions, Unreadable, sample
from newslint.readers.mapping import FieldMap
from newslint.readers.streams import BROKEN_STREAM, Source, broken_stream, wrong_encoding

BLOCK_BYTES = 1 << 16
"""Bytes of lines that are held at a time: some twenty articles."""
_BOM = b"\xef\xbb\xbf"
_KINDS = {list: "an array", str: "a string", bool: "true or false", int: "a number", float: "a number"}

_NAMES_KEPT = 256

_fast = msgspec.json.Decoder()


class Block(msgspec.Struct, frozen=True):
    """Raw lines of a JSONL input that lie together; *first_line* is the number of the first of them."""

    path: str
    encoding: str
    first_line: int
    lines: list[bytes]


def read_lines(source: Source, options: ReaderOptions) -> Iterator[Item]:
    """Yield the records of an open JSONL input; memory is bounded by its longest line."""
    for block in blocks(source, BLOCK_BYTES):
        if isinstance(block, Unreadable):
            yield block
        else:
            yield from read_block(block, options)


def blocks(source: Source, size: int) -> Iterator[Block | Unreadable]:
    """Cut an open JSONL input into blocks of about *size* bytes, whole lines each; damage comes where it was met."""
    number = found = 0
    lines: list[bytes] = []
    waiting = 0
    damage: Unreadable | None = None
    try:
        for number, line in enumerate(source.stream, 1):
            lines.append(line)
            waiting += len(line)
            found += not line.isspace()
            if waiting >= size:
                yield Block(source.path, source.encoding, number - len(lines) + 1, lines)
                lines, waiting = [], 0
    except BROKEN_STREAM as error:
        found += 1
        damage = source.unreadable(broken_stream(error, f" after line {number}"), line=number + 1)
    if lines:
        yield Block(source.path, source.encoding, number - len(lines) + 1, lines)
    if not found:
        damage = source.unreadable("the file is empty: it holds only blank lines")
    if damage is not None:
        yield damage


def read_block(block: Block, options: ReaderOptions) -> Iterator[Item]:
    """Yield the records of a block of lines."""
    fields = FieldMap(options)
    for number, line in enumerate(block.lines, block.first_line):
        if not line.isspace():
            item = parse_line(line, block.encoding, fields, Origin(block.path, number))
            yield _hinted(item, line) if block.path == STDIN and number == 1 and not options.stdin_name else item


def _hinted(item: Item, line: bytes) -> Item:
    """Return *item*; where the first line of standard input is no object, with what says that it is something else."""
    if not isinstance(item, Unreadable) or _is_object(line):
        return item
    hint = "standard input is read as JSON Lines; where it is something else, --stdin-filename NAME.csv says so"
    return Unreadable(item.origin, f"{item.reason}; {hint}", item.quote)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def read_range(path: str, options: ReaderOptions, start: int, end: int, *, first_line: int = 1) -> Iterator[Item]:
    """Yield the records of the lines whose first byte lies in ``[start, end)``.

    Cut a file into adjoining ranges at any bytes, and each line is read exactly once. Only for uncompressed files in
    an encoding in which a newline is one byte. *first_line* is the number of the first line that begins in the range.
    Unlike `read_lines`, a range that holds no record is nothing to report.
    """
    fields = FieldMap(options)
    encoding = codecs.lookup(options.encoding).name
    with Path(path).open("rb") as stream:
        for number, line in enumerate(_lines_in(stream, start, end), first_line):
            if not line.isspace():
                yield parse_line(line, encoding, fields, Origin(path, number))


def parse_line(line: bytes, encoding: str, fields: FieldMap, origin: Origin) -> Item:
    """Return the record on one line."""
    if encoding == "utf-8":
        try:
            value = _fast.decode(line)
        except (ValueError, RecursionError, msgspec.MsgspecError):
            # The slow way accepts more (lone surrogates, NaN, marks left by cat), sees repeated names, and says exactly
            # what is wrong.
            pass
        else:
            if not _may_repeat(line, value, fields):
                return as_record(value, fields, origin, line)
    try:
        text = line.decode(encoding)
    except UnicodeDecodeError as error:
        return Unreadable(origin, wrong_encoding(error, origin.line or 1), sample(line, error.start))
    return _parse_text(text.strip("\ufeff\r\n"), fields, origin)


class Repeating(dict[str, Any]):
    """An object of JSON in which a name stands twice; ``names`` are all of them, as they are written."""

    names: list[str]


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return *pairs* as a decoder's object, which tells where a name stands in it twice."""
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    repeating = Repeating(found)
    repeating.names = [name for name, _ in pairs]
    return repeating


def _may_repeat(line: bytes, value: object, fields: FieldMap) -> bool:
    """Return whether a name that holds a field may stand twice in the object on *line*, of which *value* has it once.

    The names are counted wherever they are, those of nested objects as well. It takes 4 µs for an article, where
    reading takes 10 and checking some hundreds.
    """
    if not isinstance(value, dict):
        return False
    names = tuple(fields.plan(value).values())
    return len(_names_in(names).findall(line)) > len(names)


@lru_cache(maxsize=_NAMES_KEPT)
def _names_in(names: tuple[str, ...]) -> re.Pattern[bytes]:
    """Return what finds *names* before a colon, as programs write them."""
    return re.compile(rb'"(?:%s)"\s*:' % b"|".join(re.escape(name.encode("utf-8", "replace")) for name in names))


def as_record(value: object, fields: FieldMap, origin: Origin, raw: str | bytes) -> Item:
    """Return a decoded JSON value as a record; only objects are records."""
    if isinstance(value, Repeating) and (twice := fields.repeated(value.names)):
        return Unreadable(origin, twice, sample(raw))
    if isinstance(value, dict):
        return fields.record(value, origin, raw)
    kind = _KINDS.get(type(value), "null")
    return Unreadable(origin, f"the record is {kind}, not an object", sample(raw))


def json_complaint(error: ValueError | RecursionError) -> str:
    """Say what the JSON parser stumbled over; the column counts from 1."""
    if isinstance(error, json.JSONDecodeError):
        return f"not valid JSON: {error.msg[:1].lower()}{error.msg[1:]} (column {error.colno})"
    if isinstance(error, RecursionError):
        return "not usable JSON: it is nested too deeply"
    return f"not usable JSON: {str(error).partition(';')[0]}"


def _parse_text(text: str, fields: FieldMap, origin: Origin) -> Item:
    try:
        value = json.loads(text, object_pairs_hook=once)
    except (ValueError, RecursionError) as error:
        around = error.pos if isinstance(error, json.JSONDecodeError) else 0
        where = f"line {origin.line} is " if origin.line else ""
        return Unreadable(origin, where + json_complaint(error), sample(text, around))
    return as_record(value, fields, origin, text)


def _lines_in(stream: BinaryIO, start: int, end: int) -> Iterable[bytes]:
    position = 0
    if start:
        # One byte earlier: if that is a newline, the line at *start* is ours, else it began before us.
        stream.seek(start - 1)
        position = start - 1 + len(stream.readline())
    while position < end and (line := stream.readline()):
        yield line.removeprefix(_BOM) if position == 0 else line
        position += len(line)
