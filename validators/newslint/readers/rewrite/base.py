"""What rewriters have in common: pieces of a file, and the list of repairs they work through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from newslint.model import Edit, Repair
from newslint.model.repair import digest, in_order
from newslint.readers.base import ReaderOptions
from newslint.readers.streams import Source

CHANGED = "its text is no longer what was checked"


class Piece(NamedTuple):
    """Bytes of a file, and what they become; all pieces in a row are the file, before and after."""

    old: bytes
    new: bytes


class RefusalError(Exception):
    """A repair cannot be made; its text is a clause that says why. Never leaves the rewriters."""


class Worklist:
    """The repairs of one file: rewriters ask for the one that belongs to the record at hand.

    ``made`` and ``refused`` say in the end what became of them; no repair is ever made in part.
    """

    def __init__(self, repairs: Iterable[Repair]) -> None:
        self.made: list[Repair] = []
        self.refused: list[tuple[Repair, str]] = []
        self._waiting = {(repair.origin.line, repair.origin.row): repair for repair in repairs}

    def awaits(self, line: int | None, row: int | None = None) -> bool:
        """Return whether the record at *line* and *row* is to be repaired."""
        return (line, row) in self._waiting

    def edits(self, line: int | None, row: int | None, locate: Callable[[Repair], list[Edit]]) -> list[Edit]:
        """Return the edits that the record at *line* and *row* needs, none if *locate* refuses to find their places."""
        repair = self._waiting.pop((line, row), None)
        if repair is None:
            return []
        try:
            found = locate(repair)
        except RefusalError as refusal:
            self.refused.append((repair, str(refusal)))
            return []
        self.made.append(repair)
        return found

    def close(self) -> None:
        """Refuse the repairs whose records were not met."""
        self.refused += [(repair, CHANGED) for repair in self._waiting.values()]
        self._waiting.clear()


Rewriter: TypeAlias = Callable[[Source, ReaderOptions, Worklist], Iterator[Piece]]
"""Yields all of a source, as the bytes of its stream, with the repairs of the worklist made."""


def kept(raw: bytes) -> Piece:
    """Return the piece that stays as it is."""
    return Piece(raw, raw)


def spliced(text: str, edits: Iterable[Edit], encoding: str) -> Iterator[Piece]:
    """Yield *text* in pieces, with *edits* made, whose offsets count in it."""
    position = 0
    for edit in in_order(edits):
        yield kept(text[position : edit.start].encode(encoding))
        yield Piece(text[edit.start : edit.end].encode(encoding), edit.text.encode(encoding))
        position = edit.end
    yield kept(text[position:].encode(encoding))


def recognise(repair: Repair, field: str, text: object) -> str:
    """Return *text*, if it is the one in *field* that was checked; else raise RefusalError."""
    if not isinstance(text, str) or digest(text) != repair.digests[field]:
        raise RefusalError(CHANGED)
    return text


def encodable(text: str, encoding: str) -> str:
    """Return *text*, if the encoding has all of its characters; else raise RefusalError."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError as error:
        missing = f"U+{ord(text[error.start]):04X}"
        raise RefusalError(f"its repair needs the character {missing}, which is not in {encoding.upper()}") from error
    return text
