"""Cutting a corpus into shares loses nothing, doubles nothing, and keeps every line number."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.readers import ReaderOptions, open_corpus
from newslint.readers.shares import Files, Lines, Range, Records, RowGroups, plan_shares, read_share

OPTIONS = ReaderOptions()
RECORDS = [{"id": str(number), "title": "Zug fährt", "body": "Wörter " * (number % 40)} for number in range(300)]
LINES = [json.dumps(record, ensure_ascii=False).encode() for record in RECORDS]
LINES[7] = b'{"id": 7, "title": "cut'
LINES[8] = b""
LINES[150] = b"\xff\xfe not utf-8"


def by_shares(paths: list[str], size: int, stdin: bytes | None = None) -> list[object]:
    stream = io.BytesIO(stdin) if stdin is not None else None
    return [item for share in plan_shares(paths, OPTIONS, stream, size) for item in read_share(share, OPTIONS)]


@settings(max_examples=60, deadline=None)
@given(size=st.integers(1, 40_000), final=st.sampled_from([b"", b"\n", b"\r\n", b"\n\n"]))
def test_a_cut_anywhere_gives_the_same_records(
    tmp_path_factory: pytest.TempPathFactory, size: int, final: bytes
) -> None:
    path = tmp_path_factory.mktemp("cut") / "c.jsonl"
    path.write_bytes(b"\n".join(LINES[:60]) + final)
    assert by_shares([str(path)], size) == list(open_corpus([str(path)], OPTIONS))


@pytest.mark.parametrize("content", [b"\n" * 900, b" \n\n" * 300, b"\n" * 500 + LINES[0]])
def test_blank_lines_are_the_same_in_shares(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "c.jsonl"
    path.write_bytes(content)
    assert by_shares([str(path)], 100) == list(open_corpus([str(path)], OPTIONS)) != []


@pytest.mark.parametrize("size", [1, 500, 10**7])
def test_compressed_and_piped_lines_travel_as_lines(tmp_path: Path, size: int) -> None:
    raw = b"\n".join(LINES)
    path = tmp_path / "c.jsonl.gz"
    path.write_bytes(gzip.compress(raw)[:-9])
    assert by_shares([str(path)], size) == list(open_corpus([str(path)], OPTIONS))
    assert by_shares(["-"], size, raw) == list(open_corpus(["-"], OPTIONS, io.BytesIO(raw)))
    assert all(isinstance(share, Lines | Records) for share in plan_shares([str(path)], OPTIONS, None, size))


def test_a_folder_of_everything(root: Path) -> None:
    folder = str(root / "fixtures" / "corpora")
    shares = list(plan_shares([folder, "missing"], OPTIONS, None, 100))
    assert {type(share) for share in shares} == {Files, Lines, Range, Records, RowGroups}
    assert by_shares([folder, "missing"], 100) == list(open_corpus([folder, "missing"], OPTIONS))
