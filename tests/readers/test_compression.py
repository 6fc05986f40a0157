"""Every compression: known by its beginning, read to where it breaks off, and written so that it is read again."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newslint.readers import RawRecord, ReaderOptions, Unreadable, compression, open_corpus, validate_paths
from newslint.readers.compression import COMPRESSIONS, Compression, compression_of_data, compression_of_name
from newslint.readers.shares import plan_shares, read_share

Command = Callable[..., Any]
OPTIONS = ReaderOptions()
EACH = pytest.mark.parametrize("how", COMPRESSIONS.values(), ids=COMPRESSIONS)


def packed(data: bytes, how: Compression) -> bytes:
    raw = io.BytesIO()
    with how.open(raw, "wb") as stream:
        stream.write(data)
    return raw.getvalue()


def lines(count: int) -> bytes:
    """Records that no compression makes small, so that half of the bytes are half of the records."""
    noise = random.Random(1)
    bodies = ("".join(chr(noise.randrange(0x430, 0x450)) for _ in range(200)) for _ in range(count))
    records = ({"id": str(number), "title": "Паром", "body": body} for number, body in enumerate(bodies, 1))
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


@EACH
@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl{}", "A.JSONL{}", "dump"])
def test_the_beginning_tells_what_the_name_may_not(how: Compression, name: str, tmp_path: Path) -> None:
    path = tmp_path / name.format(how.suffix)
    path.write_bytes(packed(b'{"id": "a", "title": "Ferry", "body": "It runs."}\n', how))
    [record] = open_corpus([str(path)], OPTIONS)
    assert isinstance(record, RawRecord)
    assert record.values["id"] == "a"


@EACH
def test_several_streams_in_one_file_are_read_on(how: Compression, tmp_path: Path) -> None:
    path = tmp_path / f"a.jsonl{how.suffix}"
    path.write_bytes(packed(lines(3), how) + packed(lines(2), how))
    assert len(list(open_corpus([str(path)], OPTIONS))) == 5
    whole = [item for share in plan_shares([str(path)], OPTIONS, target=500) for item in read_share(share, OPTIONS)]
    assert len(whole) == 5


@EACH
def test_what_stands_before_the_cut_is_read(how: Compression, tmp_path: Path) -> None:
    path = tmp_path / f"a.jsonl{how.suffix}"
    # Compressors work block by block; several blocks show how much of the beginning is kept.
    data = packed(lines(3_000), how)
    path.write_bytes(data[: len(data) * 3 // 4])
    *records, damage = open_corpus([str(path)], OPTIONS)
    assert isinstance(damage, Unreadable)
    assert "break off" in damage.reason
    assert damage.reason.endswith("the file is truncated or damaged")
    whole = [record for record in records if isinstance(record, RawRecord)]
    assert [record.values["id"] for record in whole] == [str(number) for number in range(1, len(whole) + 1)]
    assert len(whole) > 1_000


@EACH
def test_damage_in_the_middle_is_said(how: Compression, tmp_path: Path) -> None:
    path = tmp_path / f"a.jsonl{how.suffix}"
    data = bytearray(packed(lines(2_000), how))
    data[len(data) // 2 : len(data) // 2 + 64] = bytes(64)
    path.write_bytes(bytes(data))
    [*_, damage] = open_corpus([str(path)], OPTIONS)
    assert isinstance(damage, Unreadable)
    assert "break off" in damage.reason


@EACH
def test_safe_fixes_leave_a_file_as_it_was_packed(how: Compression, newslint: Command, tmp_path: Path) -> None:
    path = tmp_path / f"a.jsonl{how.suffix}"
    path.write_bytes(packed(b'{"id": "a", "title": "Ferry", "body": "It runs&nbsp;on."}\n', how))
    shown = newslint("check", path.name, "--select", "ENC004", "--diff").stdout
    assert shown.startswith("--- a.jsonl\n+++ a.jsonl\n")
    assert newslint("check", path.name, "--select", "ENC004", "--fix").returncode == 0
    assert compression_of_data(path.read_bytes()) is how
    [record] = open_corpus([str(path)], OPTIONS)
    assert isinstance(record, RawRecord)
    assert record.values["body"] == "It runs\u00a0on."


@EACH
def test_a_division_is_packed_by_its_name(how: Compression, newslint: Command, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines(5))
    newslint("check", "a.jsonl", "--select", "ENC", "--accepted", f"yes.jsonl{how.suffix}")
    written = (tmp_path / f"yes.jsonl{how.suffix}").read_bytes()
    assert written == packed(lines(5), how)


def test_a_frame_of_notes_before_the_first_of_data(tmp_path: Path) -> None:
    zstd = COMPRESSIONS[".zst"]
    path = tmp_path / "a.jsonl.zst"
    path.write_bytes(b"\x50\x2a\x4d\x18\x04\x00\x00\x00note" + packed(lines(2), zstd))
    assert len(list(open_corpus([str(path)], OPTIONS))) == 2


def test_prose_is_not_taken_for_bzip2(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("BZh9 is the ferry's call sign.\n\nIt was heard all night.\n", "utf-8")
    [record] = open_corpus([str(path)], OPTIONS)
    assert isinstance(record, RawRecord)


def test_without_the_library_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    data = packed(lines(1), COMPRESSIONS[".zst"])
    monkeypatch.setattr(compression, "_ZSTD_MODULE", "backports.nothing")
    for name in ("a.jsonl.zst", "dump"):
        path = tmp_path / name
        path.write_bytes(data)
        [problem] = open_corpus([str(path)], OPTIONS)
        assert isinstance(problem, Unreadable)
        assert problem.reason.endswith("pip install 'newslint[zstd]'")
    assert list(validate_paths([str(tmp_path / "a.jsonl.zst")])) == [str(tmp_path / "a.jsonl.zst")]


def test_names() -> None:
    assert compression_of_name("A.TXT.GZ") is COMPRESSIONS[".gz"]
    assert compression_of_name("gz") is None
    assert compression.unpacked_name("news/a.jsonl.XZ") == "news/a.jsonl"
    assert compression.unpacked_name("news/a.jsonl") == "news/a.jsonl"
