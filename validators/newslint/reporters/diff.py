"""A unified diff of what a repair changes, made from pieces as they come: no file is held, and none compared twice."""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain

from newslint.readers.rewrite import Piece

CONTEXT = 3
"""Unchanged lines shown on each side of a change, as ``diff -u`` does."""

_NOT_PLAIN = re.compile(rb'[\x00-\x1f\x7f"\\]')
_KEPT, _TAKEN, _ADDED = b" ", b"-", b"+"
_Line = tuple[bytes, bytes]
"""The mark of a line, and the line with its end."""


def unified_diff(name: str, pieces: Iterable[Piece]) -> Iterator[bytes]:
    """Yield the diff of a file called *name*, fit for ``patch -p0`` and ``git apply -p0``; nothing if nothing changes.

    Lines are the bytes up to a line feed, whatever the encoding: the result of the patch is exact to the byte.
    """
    hunks = _hunks(_lines(pieces))
    first = next(hunks, None)
    if first is None:
        return
    header = _quoted(os.fsencode(name))
    yield b"--- %b\n+++ %b\n" % (header, header)
    for old, new, lines in chain([first], hunks):
        yield b"@@ -%b +%b @@\n" % (_range(old, lines, _ADDED), _range(new, lines, _TAKEN))
        for mark, line in lines:
            yield mark + line if line.endswith(b"\n") else mark + line + b"\n\\ No newline at end of file\n"


def _lines(pieces: Iterable[Piece]) -> Iterator[_Line]:
    """Yield the lines of a file, those that change as they were and then as they are."""
    old = new = b""  # what is read of the lines at hand
    for piece in pieces:
        rest = piece.old if piece.old == piece.new else b""
        if not rest:
            old, new = old + piece.old, new + piece.new
            continue
        if not (_is_whole(old) and _is_whole(new)):
            cut = rest.find(b"\n") + 1 or len(rest)
            old, new, rest = old + rest[:cut], new + rest[:cut], rest[cut:]
        if _is_whole(old) and _is_whole(new):
            yield from _changes(old, new)
            cut = rest.rfind(b"\n") + 1
            yield from ((_KEPT, line) for line in _split(rest[:cut]))
            old = new = rest[cut:]
    yield from _changes(old, new)


def _is_whole(text: bytes) -> bool:
    return not text or text.endswith(b"\n")


def _split(text: bytes) -> list[bytes]:
    lines = text.split(b"\n")
    return [line + b"\n" for line in lines[:-1]] + lines[-1:] if lines[-1] else [line + b"\n" for line in lines[:-1]]


def _changes(old: bytes, new: bytes) -> Iterator[_Line]:
    """Yield the lines in which *old* and *new* agree at their ends once, and all lines between them twice."""
    before, after = _split(old), _split(new)
    pairs = list(zip(before, after, strict=False))
    head = next((place for place, (one, other) in enumerate(pairs) if one != other), len(pairs))
    room = min(len(before), len(after)) - head
    ends = zip(reversed(before), reversed(after), strict=False)
    tail = min(room, next((place for place, (one, other) in enumerate(ends) if one != other), room))
    yield from ((_KEPT, line) for line in before[:head])
    yield from ((_TAKEN, line) for line in before[head : len(before) - tail])
    yield from ((_ADDED, line) for line in after[head : len(after) - tail])
    yield from ((_KEPT, line) for line in before[len(before) - tail :])


def _hunks(lines: Iterable[_Line]) -> Iterator[tuple[int, int, list[_Line]]]:
    """Yield the changes with the lines around them, and the numbers of the first line before and after the change."""
    recent: deque[_Line] = deque(maxlen=CONTEXT)
    hunk: list[_Line] = []
    quiet = 0  # unchanged lines at the end of the hunk
    old = new = 1  # numbers of the line at hand
    start = (1, 1)
    for mark, line in lines:
        if not hunk and mark != _KEPT:
            hunk, start, quiet = list(recent), (old - len(recent), new - len(recent)), 0
        old, new = old + (mark != _ADDED), new + (mark != _TAKEN)
        if not hunk and mark == _KEPT:
            recent.append((mark, line))
            continue
        hunk.append((mark, line))
        quiet = quiet + 1 if mark == _KEPT else 0
        if quiet > 2 * CONTEXT:
            recent.extend(hunk[-CONTEXT:])
            yield *start, hunk[: len(hunk) - quiet + CONTEXT]
            hunk = []
    if hunk:
        yield *start, hunk[: len(hunk) - max(0, quiet - CONTEXT)]


def _range(start: int, lines: list[_Line], foreign: bytes) -> bytes:
    """Return the line numbers of one side of a hunk, to which the lines marked *foreign* do not belong."""
    count = sum(mark != foreign for mark, _ in lines)
    return b"%d,%d" % (start if count else start - 1, count)


def _quoted(name: bytes) -> bytes:
    """Return *name* as the header of a diff has it: a tab ends a name with spaces, marks enclose an unusual one."""
    if _NOT_PLAIN.search(name):
        return b'"' + _NOT_PLAIN.sub(lambda found: b"\\%03o" % found.group()[0], name) + b'"'
    return name + b"\t" if b" " in name else name
