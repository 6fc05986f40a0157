"""What a run keeps of all its articles until the corpus checks conclude.

The packed notes of a batch go into one file, which is in memory while it is small and a temporary file of the system
from then on: a corpus of ten million articles leaves six gigabytes of notes. A corpus check sees its own opened, one
batch at a time.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate
from os import SEEK_END
from pathlib import Path
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import IO, Any, NamedTuple
from weakref import finalize

from newslint.engine.notes import Notes, unpacked_records, unpacked_references
from newslint.errors import StorageError
from newslint.model import ArticleRef, Origin

IN_MEMORY = 16 << 20
"""Bytes of notes from which they are kept in a temporary file: the notes of some 25,000 articles."""

KEPT = 32
"""Batches whose articles stay unpacked, because a dozen checks ask for them: these take four megabytes."""


class Observed(ArticleRef, frozen=True):
    """An article as corpus checks see it, with its position among all that were noted."""

    position: int = 0


class _Piece(NamedTuple):
    """Where bytes stand in the file."""

    start: int
    length: int


class _Batch(NamedTuple):
    """Where the notes of a batch stand, whose first article is at position ``first``; ``counts`` are of records."""

    first: int
    references: _Piece
    shared: _Piece
    records: dict[str, _Piece]
    counts: dict[str, int]


class Stored(NamedTuple):
    """A notebook that other processes can open: the file of its notes, and where they stand in it."""

    path: str
    batches: list[_Batch]


class Notebook:
    """The notes of a run, in corpus order; ``badness`` has a byte for each article that was noted.

    At most *in_memory* bytes of them stay in memory.
    """

    def __init__(self, in_memory: int = IN_MEMORY) -> None:
        self.badness = bytearray()
        self._file: IO[bytes] = SpooledTemporaryFile(in_memory)  # noqa: SIM115 it lasts as long as the notebook
        finalize(self, self._file.close)
        self._batches: list[_Batch] = []
        self._known: dict[int, list[Observed]] = {}

    @classmethod
    def opened_from(cls, stored: Stored) -> Notebook:
        """Return a notebook of what was *stored*, to read in; how bad the articles are it does not know."""
        notebook = cls()
        notebook._file = open(stored.path, "rb")  # noqa: SIM115, PTH123 it lasts as long as the notebook
        finalize(notebook, notebook._file.close)
        notebook._batches = stored.batches
        return notebook

    def stored(self, path: Path) -> Stored:
        """Write the notes to *path*, where other processes can read them.

        Raises
        ------
        StorageError
            There is no room for the file.

        """
        with room(), path.open("wb") as file:
            self._file.seek(0)
            copyfileobj(self._file, file)
        return Stored(str(path), self._batches)

    def add(self, notes: Notes) -> None:
        """Take in the notes of the next batch.

        Raises
        ------
        StorageError
            There is no room for a temporary file.

        """
        records = {code: self._write(one.packed) for code, one in notes.records.items()}
        counts = {code: one.count for code, one in notes.records.items()}
        pieces = self._write(notes.references), self._write(notes.shared)
        self._batches.append(_Batch(len(self.badness), *pieces, records, counts))
        self.badness += notes.badness

    def noted(self, code: str) -> Noted:
        """Return what the check *code* noted."""
        return Noted(self, [batch for batch in self._batches if code in batch.records], code)

    def opened(self, batch: _Batch, code: str) -> list[tuple[Observed, Any]]:
        """Return the articles of *batch* that the check *code* noted, with its records."""
        articles = self._articles_of(batch)
        positions, records = unpacked_records(self._read(batch.shared), self._read(batch.records[code]))
        return list(zip([articles[position] for position in positions], records, strict=True))

    def _articles_of(self, batch: _Batch) -> list[Observed]:
        known = self._known.get(batch.first)
        if known is not None:
            return known
        ids, sources, languages, days, *places = unpacked_references(self._read(batch.references))
        numbers = range(batch.first, batch.first + len(ids))
        articles = list(map(Observed, ids, sources, languages, days, map(Origin, *places), numbers))
        if len(self._known) < KEPT:
            self._known[batch.first] = articles
        return articles

    def _write(self, packed: bytes) -> _Piece:
        with room():
            self._file.seek(0, SEEK_END)
            start = self._file.tell()
            self._file.write(packed)
        return _Piece(start, len(packed))

    def _read(self, piece: _Piece) -> bytes:
        with room():  # what was written last may reach the disk only now
            self._file.seek(piece.start)
            return self._file.read(piece.length)


@contextmanager
def room() -> Iterator[None]:
    """Turn what goes wrong with a temporary file into a StorageError."""
    try:
        yield
    except OSError as error:
        what = error.strerror or error
        raise StorageError(f"the run cannot keep its notes in a temporary file (TMPDIR says where): {what}") from error


class Noted(Sequence[tuple[Observed, Any]]):
    """The articles that one check noted, with its records, in corpus order.

    Every look builds them anew from the batch they are in, of which the last one is kept: going through in order is
    cheap, and so is fetching a few of them in order.
    """

    def __init__(self, notebook: Notebook, batches: Sequence[_Batch], code: str) -> None:
        self._notebook = notebook
        self._code = code
        self._batches = batches
        self._ends = list(accumulate(batch.counts[code] for batch in batches))
        self._opened: tuple[int, list[tuple[Observed, Any]]] = (-1, [])

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __iter__(self) -> Iterator[tuple[Observed, Any]]:
        for batch in range(len(self._batches)):
            yield from self._pairs(batch)

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            return [self[position] for position in range(*at.indices(len(self)))]
        if not 0 <= at < len(self):
            raise IndexError(at)
        batch = bisect_right(self._ends, at)
        pairs = self._pairs(batch)
        return pairs[at - self._ends[batch] + len(pairs)]

    def _pairs(self, batch: int) -> list[tuple[Observed, Any]]:
        if self._opened[0] != batch:
            self._opened = batch, self._notebook.opened(self._batches[batch], self._code)
        return self._opened[1]
