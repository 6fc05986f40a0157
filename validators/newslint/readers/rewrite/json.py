"""Rewrite JSON and JSON Lines: the characters of the edits inside a string, and no other byte."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Sequence

from newslint.model import Edit, Repair
from newslint.model.repair import in_order
from newslint.readers.base import ReaderOptions, Unreadable
from newslint.readers.jsondoc import Document, is_lines, records_path
from newslint.readers.mapping import FieldMap
from newslint.readers.rewrite.base import CHANGED, Piece, RefusalError, Worklist, kept, recognise, spliced
from newslint.readers.streams import Source
from newslint.readers.wholefile import read_for_rewriting

_SPACE = re.compile(r"[ \t\r\n]*")
_BEFORE_RECORD = re.compile("[\ufeff \t\r\n]*")
_UNIT = re.compile(
    r"(?P<plain>[^\\]+)|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL
)
"""In a string token: characters that stand for themselves, or an escape, which stands for one."""
_ESCAPED_LETTER = re.compile(r"(?<!\\)\\u(?!00[0-7])[0-9a-fA-F]{4}")
_decoder = json.JSONDecoder()


def rewrite_lines(source: Source, options: ReaderOptions, work: Worklist) -> Iterator[Piece]:
    """Yield a JSONL input line by line, with the repairs of its records made."""
    fields = FieldMap(options)
    for number, line in enumerate(source.stream, 1):
        text = _decoded(line, source.encoding) if work.awaits(number) else None
        if text is None:
            yield kept(line)
            continue
        record = _Record(text, _end(_BEFORE_RECORD, text), source.written, fields)
        yield from spliced(text, work.edits(number, None, record.locate), source.encoding)


def rewrite_document(source: Source, options: ReaderOptions, work: Worklist) -> Iterator[Piece]:
    """Yield a .json file with the repairs of its records made."""
    if is_lines(source):
        yield from rewrite_lines(source, options, work)
        return
    text, undecoded = read_for_rewriting(source)
    fields = FieldMap(options)
    edits: list[Edit] = []
    row = 0
    for value in Document(source.path, text).values():
        if isinstance(value, Unreadable):
            break
        for start in _record_starts(text, value.start, records_path(value.value, fields)):
            row += 1
            edits += work.edits(value.line, row, _Record(text, start, source.written, fields).locate)
    yield from spliced(text, edits, source.encoding)
    yield kept(undecoded)


def _decoded(line: bytes, encoding: str) -> str | None:
    try:
        return line.decode(encoding)
    except UnicodeDecodeError:
        return None


class _Record:
    """An object that stands at *start* in *text*, which is JSON."""

    def __init__(self, text: str, start: int, encoding: str, fields: FieldMap) -> None:
        self._text, self._start, self._encoding, self._fields = text, start, encoding, fields

    def locate(self, repair: Repair) -> list[Edit]:
        """Return the edits of *repair* as edits of the JSON text; raise RefusalError where they cannot be made."""
        try:
            data, end = _decoder.raw_decode(self._text, self._start)
            edits = list(self._edits(repair, data, self._text[self._start : end]))
        except (ValueError, RecursionError) as error:
            raise RefusalError(CHANGED) from error
        return edits

    def _edits(self, repair: Repair, data: object, raw: str) -> Iterator[Edit]:
        paths = self._fields.paths(data) if isinstance(data, dict) else {}
        named: dict[tuple[str, ...], str] = {}
        for field in repair.digests:
            path = paths.get(field)
            if path is None:
                raise RefusalError(CHANGED)
            if named.setdefault(path, field) != field:
                raise RefusalError(f"its {named[path]} and its {field} are the same value")
            yield from self._in_string(repair, field, _find(self._text, self._start, path), raw)

    def _in_string(self, repair: Repair, field: str, start: int, raw: str) -> Iterator[Edit]:
        value, end = _decoder.raw_decode(self._text, start)
        recognise(repair, field, value)
        inside = self._text[start + 1 : end - 1]
        is_ascii = _writes_ascii(inside, raw)
        edits = in_order(repair.edits_of(field))
        places = _token_offsets(inside, sorted({place for edit in edits for place in (edit.start, edit.end)}))
        for edit in edits:
            spelt = _spelt(edit.text, self._encoding, is_ascii=is_ascii)
            yield Edit("", start + 1 + places[edit.start], start + 1 + places[edit.end], spelt)


def _find(text: str, start: int, path: Sequence[str]) -> int:
    """Return where the value at *path* begins; of keys that are there twice the last one counts, as for readers."""
    for key in path:
        if text[start : start + 1] != "{":
            raise RefusalError(CHANGED)
        starts = dict(_members(text, start))
        if key not in starts:
            raise RefusalError(CHANGED)
        start = starts[key]
    return start


def _record_starts(text: str, start: int, path: Sequence[str] | None) -> Iterator[int]:
    """Yield where the records of a value begin: those in the list at *path*, or the value itself without one."""
    if path is None:
        yield start
        return
    position = _end(_SPACE, text, _find(text, start, path) + 1)
    while text[position] != "]":
        yield position
        position = _next_item(text, position)


def _members(text: str, start: int) -> Iterator[tuple[str, int]]:
    """Yield the keys of the object at *start*, and where their values begin."""
    position = _end(_SPACE, text, start + 1)
    while text[position] != "}":
        key, end = _decoder.raw_decode(text, position)
        position = _end(_SPACE, text, _end(_SPACE, text, end) + 1)
        yield key, position
        position = _next_item(text, position)


def _next_item(text: str, start: int) -> int:
    """Return where the item after the one at *start* begins, or the bracket that closes both."""
    position = _end(_SPACE, text, _decoder.raw_decode(text, start)[1])
    return _end(_SPACE, text, position + 1) if text[position] == "," else position


def _end(pattern: re.Pattern[str], text: str, start: int = 0) -> int:
    match = pattern.match(text, start)
    return match.end() if match else start


def _token_offsets(inside: str, wanted: Sequence[int]) -> dict[int, int]:
    """Return where in a string token the characters with the offsets *wanted*, which rise, begin."""
    found: dict[int, int] = {}
    waiting = deque(wanted)
    characters = 0
    for unit in _UNIT.finditer(inside):
        count = len(unit.group()) if unit["plain"] else 1
        while waiting and waiting[0] < characters + count:
            within = waiting[0] - characters
            found[waiting.popleft()] = unit.start() + within
        characters += count
    return found | dict.fromkeys(waiting, len(inside))


def _writes_ascii(inside: str, raw: str) -> bool:
    """Return whether letters beyond ASCII are escaped here: in the string, or if it has none, in the record."""
    for piece in (inside, raw):
        if not piece.isascii():
            return False
        if _ESCAPED_LETTER.search(piece):
            return True
    return False


def _spelt(text: str, encoding: str, *, is_ascii: bool) -> str:
    """Return *text* as it stands in a JSON string; what the file's encoding does not have is escaped."""
    spelt = _quoted(text, is_ascii=is_ascii)
    try:
        spelt.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_escaped_unless_in(encoding, character) for character in spelt)
    return spelt


def _escaped_unless_in(encoding: str, character: str) -> str:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return _quoted(character, is_ascii=True)
    return character


def _quoted(text: str, *, is_ascii: bool) -> str:
    return json.dumps(text, ensure_ascii=is_ascii)[1:-1]
