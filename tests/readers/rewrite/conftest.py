"""Helpers for the tests of the rewriters: words are replaced, whatever checks would say to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from newslint.model import WHOLE_FILE, Edit, Repair
from newslint.model.repair import digest
from newslint.readers import RawRecord, ReaderOptions, open_corpus, to_article
from newslint.readers.rewrite import Worklist, rewriting

Rewrite = Callable[..., tuple[bytes, Worklist]]


def repair_of(record: RawRecord, words: Mapping[str, str]) -> Repair | None:
    """The repair that replaces *words* in all texts of *record*."""
    texts = {WHOLE_FILE: record.text} if record.text is not None else record.values
    edits = tuple(
        Edit(field, found.start(), found.end(), new)
        for field, text in texts.items()
        if isinstance(text, str)
        for old, new in words.items()
        for found in re.finditer(re.escape(old), text)
    )
    digests = {edit.field: digest(str(texts[edit.field])) for edit in edits}
    return Repair(record.origin, to_article(record).id, len(edits), edits, digests) if edits else None


@pytest.fixture
def rewrite(tmp_path: Path) -> Rewrite:
    """Write bytes under a name and return what becomes of them; *later* is what stands there by then."""

    def rewrite(
        name: str, data: bytes | str, words: Mapping[str, str], later: bytes | None = None, **settings: object
    ) -> tuple[bytes, Worklist]:
        file = tmp_path / name
        file.write_bytes(data.encode() if isinstance(data, str) else data)
        options = ReaderOptions(**settings)
        records = [item for item in open_corpus([str(file)], options) if isinstance(item, RawRecord)]
        work = Worklist(repair for record in records if (repair := repair_of(record, words)))
        if later is not None:
            file.write_bytes(later)
        with rewriting(str(file), options, work) as rewritten:
            return b"".join(piece.new for piece in rewritten.pieces), work

    return rewrite
