"""Rewrite plain text: the characters of the edits, and no other."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.model import WHOLE_FILE, Edit, Repair
from newslint.readers.base import ReaderOptions
from newslint.readers.rewrite.base import Piece, Worklist, encodable, kept, recognise, spliced
from newslint.readers.streams import Source
from newslint.readers.wholefile import read_for_rewriting


def rewrite_plain(source: Source, options: ReaderOptions, work: Worklist) -> Iterator[Piece]:  # noqa: ARG001
    """Yield a text file with the repair of its one article made."""
    text, undecoded = read_for_rewriting(source)

    def locate(repair: Repair) -> list[Edit]:
        recognise(repair, WHOLE_FILE, text)
        for edit in repair.edits:
            encodable(edit.text, source.written)
        return list(repair.edits)

    yield from spliced(text, work.edits(1, None, locate), source.encoding)
    yield kept(undecoded)
