"""Rewriters: each writes repaired values back into the format that its reader reads, and changes nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from newslint.errors import InputError
from newslint.readers.base import ReaderOptions, Unreadable
from newslint.readers.compression import Compression
from newslint.readers.corpus import STDIN, Reader, opened, opens_itself, reader_of
from newslint.readers.csv import read_csv
from newslint.readers.jsondoc import read_json
from newslint.readers.jsonl import read_lines
from newslint.readers.rewrite.base import Piece, Rewriter, Worklist
from newslint.readers.rewrite.csv import rewrite_table
from newslint.readers.rewrite.json import rewrite_document, rewrite_lines
from newslint.readers.rewrite.text import rewrite_plain
from newslint.readers.streams import BROKEN_STREAM, Source, broken_stream
from newslint.readers.text import read_plain

__all__ = ["REWRITERS", "Piece", "Rewriting", "Worklist", "rewriting"]

REWRITERS: dict[Reader, Rewriter] = {
    read_csv: rewrite_table,
    read_json: rewrite_document,
    read_lines: rewrite_lines,
    read_plain: rewrite_plain,
}
"""Rewriter by reader: every reader has one."""


class Rewriting(NamedTuple):
    """A file that is being rewritten: its *pieces*, unpacked where it is *packed*."""

    packed: Compression | None
    pieces: Iterator[Piece]


@contextmanager
def rewriting(path: str, options: ReaderOptions, work: Worklist, stdin: BinaryIO | None = None) -> Iterator[Rewriting]:
    """Open *path* and yield all of it in pieces, with the repairs in *work* made.

    The pieces before the repair are the bytes of the file, each of them: this is compared while they are read. What
    stands in *path* is not touched.

    Raises
    ------
    InputError
        Now, or while the pieces are read: the file cannot be read to its end, or its bytes cannot be had back from its
        text. The message names the file.

    """
    if opens_itself(path):
        raise InputError(f"{path} is left as it was: files of this format are not written; check them as JSON Lines")
    with opened(path, options, stdin) as source:
        if isinstance(source, Unreadable):
            raise InputError(f"{path} is left as it was: {source.reason}")
        pieces = _pieces(source, options, work)
        if path != STDIN:
            pieces = _compared(pieces, path, source.packed)
        yield Rewriting(source.packed, _readable(pieces, path))


def _pieces(source: Source, options: ReaderOptions, work: Worklist) -> Iterator[Piece]:
    yield Piece(source.mark, source.mark)
    for piece in REWRITERS[reader_of(source)](source, options, work):
        yield piece if source.written == source.encoding else _recoded(piece, source)
    work.close()


def _recoded(piece: Piece, source: Source) -> Piece:
    """Return *piece* in the encoding of the file, of which the stream is a translation."""
    # Some encoders begin with a byte-order mark, which belongs to the file and not to each piece.
    mark = "".encode(source.written)
    old, new = (side.decode(source.encoding).encode(source.written).removeprefix(mark) for side in piece)
    return Piece(old, new)


def _compared(pieces: Iterable[Piece], path: str, packed: Compression | None) -> Iterator[Piece]:
    """Pass *pieces* on, as long as they are what the file holds."""
    with Path(path).open("rb") as raw:
        original = packed.open(raw, "rb") if packed else raw
        for piece in pieces:
            if original.read(len(piece.old)) != piece.old:
                break
            yield piece
        else:
            if not original.read(1):
                return
    reason = "not all of its bytes can be had back from its text, or it has just changed"
    raise InputError(f"{path} is left as it was: {reason}")


def _readable(pieces: Iterable[Piece], path: str) -> Iterator[Piece]:
    try:
        yield from pieces
    except BROKEN_STREAM as error:
        raise InputError(f"{path} is left as it was: {broken_stream(error)}") from error
