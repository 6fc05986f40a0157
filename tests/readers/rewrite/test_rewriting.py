"""Rewriting as such: every reader has its rewriter, and nothing is lost on the way."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newslint.errors import InputError
from newslint.readers import READERS, ReaderOptions
from newslint.readers.rewrite import REWRITERS, Piece, Worklist, rewriting
from newslint.readers.text import read_plain

NEWLINE = {"alte\n": "ältere\n"}


def test_every_reader_has_a_rewriter() -> None:
    assert set(REWRITERS) == set(READERS.values())


@pytest.mark.parametrize("folder", ["corpora"])
def test_without_repairs_every_file_comes_back(root: Path, folder: str) -> None:
    files = [file for file in sorted((root / "fixtures" / folder).iterdir()) if file.is_file()]
    came_back = 0
    for file in files:
        try:
            with rewriting(str(file), ReaderOptions(), Worklist([])) as rewritten:
                raw = b"".join(piece.new for piece in rewritten.pieces)
        except InputError:
            continue  # no text at all, or broken gzip: such a file is not written
        original = file.read_bytes()
        assert raw == (gzip.decompress(original) if rewritten.packed else original), file.name
        came_back += 1
    assert came_back > len(files) / 2


def test_a_broken_archive_is_not_rewritten(rewrite: Any) -> None:
    lines = b'{"body": "old words, and many more"}\n' * 50
    with pytest.raises(InputError, match=r"c\.jsonl\.gz is left as it was: the compressed data break off"):
        rewrite("c.jsonl.gz", gzip.compress(lines)[:-9], {"old": "new"})


@pytest.mark.parametrize("lossy", [b"short", b"A story and more", b"another"])
def test_pieces_that_are_not_the_file_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lossy: bytes
) -> None:
    def careless(*_: object) -> Iterator[Piece]:
        yield Piece(lossy, lossy)

    (tmp_path / "a.txt").write_bytes(b"A story")
    monkeypatch.setitem(REWRITERS, read_plain, careless)
    with (
        pytest.raises(InputError, match="not all of its bytes"),
        rewriting(str(tmp_path / "a.txt"), ReaderOptions(), Worklist([])) as rewritten,
    ):
        list(rewritten.pieces)


def test_bytes_that_have_two_spellings_are_refused(rewrite: Any) -> None:
    # The line drawn twice in this set comes back as the other one.
    data = "Preis und Menge A".encode("cp932") + b"\xfa\x5b"
    assert data.decode("cp932").encode("cp932") != data
    with pytest.raises(InputError, match="not all of its bytes"):
        rewrite("a.txt", data, {"Menge": "Zahl"}, encoding="cp932")


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "Der alte Hafen, der älteste.\r\n"),
        ("a.jsonl", '{"body": "Der alte Hafen"}\r\n{"body": "Die Fähre"}\r\n'),
        ("a.json", '[{"body": "Der alte Hafen"},\n {"body": "Die Fähre"}]'),
        ("a.csv", 'id,body\r\n1,"Der alte\n Hafen"\r\n2,Die Fähre\r\n'),
    ],
)
def test_every_format_in_every_wrapping(rewrite: Any, name: str, text: str, encoding: str, packed: bool) -> None:
    data = text.encode(encoding)
    raw, work = rewrite(name + ".gz" * packed, gzip.compress(data) if packed else data, {"alte ": "ältere "} | NEWLINE)
    assert raw == text.replace("alte ", "ältere ").replace("alte\n", "ältere\n").encode(encoding)
    assert len(work.made) == 1


def test_a_file_that_is_gone_is_said_so(tmp_path: Path) -> None:
    with (
        pytest.raises(InputError, match=r"gone\.txt is left as it was: the file cannot be opened"),
        rewriting(str(tmp_path / "gone.txt"), ReaderOptions(), Worklist([])),
    ):
        pass
