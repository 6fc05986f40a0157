"""JSON Lines, whole and in ranges."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newslint.readers import Item, RawRecord, ReaderOptions, Unreadable, open_corpus, read_range

Read = Callable[..., list[Item]]
WORDS = st.text(max_size=40)


def _write(folder: Path, lines: list[bytes], newline: bytes = b"\n") -> str:
    file = folder / "lines.jsonl"
    file.write_bytes(newline.join(lines))
    return str(file)


@given(
    bodies=st.lists(WORDS, min_size=1, max_size=8), ascii_only=st.booleans(), newline=st.sampled_from([b"\n", b"\r\n"])
)
@example(bodies=["\x7f", "\x7f"], ascii_only=False, newline=b"\n")
def test_texts_survive(tmp_path_factory: Any, bodies: list[str], ascii_only: bool, newline: bytes) -> None:
    path = _write(
        tmp_path_factory.mktemp("lines"),
        [json.dumps({"body": b}, ensure_ascii=ascii_only).encode() for b in bodies],
        newline,
    )
    records = list(open_corpus([path], ReaderOptions()))
    assert [record.values["body"] for record in records if isinstance(record, RawRecord)] == bodies
    assert [record.origin.line for record in records] == list(range(1, len(bodies) + 1))


@given(
    lines=st.lists(
        st.sampled_from([b"", b"{", b'{"body": "a"}', '{"body": "\u0431\u0456\u043b\u043a\u0430"}'.encode()]),
        max_size=8,
    ),
    cuts=st.lists(st.integers(0, 200), max_size=4),
    final=st.booleans(),
)
def test_ranges_cut_anywhere_give_every_line_once(
    tmp_path_factory: Any, lines: list[bytes], cuts: list[int], final: bool
) -> None:
    path = _write(tmp_path_factory.mktemp("ranges"), [*lines, b""] if final else lines)
    size = Path(path).stat().st_size
    edges = sorted({0, size, *(cut for cut in cuts if cut < size)})
    data = Path(path).read_bytes()
    options = ReaderOptions()
    pieces = []
    for start, end in pairwise(edges):
        first = data[:start].count(b"\n") + (1 if start == 0 or data[start - 1 : start] == b"\n" else 2)
        pieces += list(read_range(path, options, start, end, first_line=first))
    assert pieces == list(read_range(path, options, 0, size))
    assert len(pieces) == sum(1 for line in lines if line)


def test_lone_surrogates_and_nan(read: Any) -> None:
    surrogate, numbers = read("a.jsonl", '{"body": "\\ud83d!"}\n{"body": "x", "n": NaN, "m": 1e999}')
    assert surrogate.values["body"] == "\ud83d!"
    assert numbers.extra["n"] != numbers.extra["n"]
    assert numbers.extra["m"] == float("inf")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"body": "cut', "not valid JSON: unterminated string starting at (column 10)"),
        ('{"body": ' + "[" * 200_000, "nested too deeply"),
        ('{"body": ' + "1" * 5000 + "}", "not usable JSON"),
        ("7", "the record is a number, not an object"),
    ],
)
def test_bad_lines_are_reported_and_the_next_is_read(read: Any, line: str, words: str) -> None:
    bad, good = read("a.jsonl", line + '\n{"body": "good"}\n')
    assert isinstance(bad, Unreadable)
    assert words in bad.reason
    assert bad.origin.line == 1
    assert good.origin.line == 2


def test_marks_left_by_concatenation_are_dropped(read: Any) -> None:
    line = b'\xef\xbb\xbf{"body": "x"}\n'
    assert [record.values for record in read("a.jsonl", line * 2)] == [{"body": "x"}] * 2


def test_another_encoding(read: Any) -> None:
    (record,) = read("a.jsonl", '{"body": "Ярмарка"}'.encode("cp1251"), encoding="windows-1251")
    assert record.values == {"body": "Ярмарка"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "utf-8-sig"])
def test_wide_encodings_and_marks(read: Any, encoding: str) -> None:
    data = '{"body": "Ярмарка 😀"}\n{"body": "два"}\n'.encode(encoding)
    records = read("a.jsonl", data, encoding="utf-16-le" if encoding == "utf-16-le" else "utf-8")
    assert [record.values["body"] for record in records] == ["Ярмарка 😀", "два"]


def test_utf_16_cut_in_the_middle_keeps_what_came_before(read: Any) -> None:
    data = ('{"body": "x"}\n' * 20_000).encode("utf-16")[:-1]
    *records, last = read("a.jsonl", data)
    assert len(records) >= 19_990
    assert isinstance(last, Unreadable)
    assert "it is not valid UTF-16" in last.reason


def test_a_long_line(read: Any) -> None:
    (record,) = read("a.jsonl", json.dumps({"body": "word " * 1_000_000}))
    assert len(record.values["body"]) == 5_000_000


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_a_block_of_nuls_costs_the_line_it_is_on(read: Read, name: str) -> None:
    good = b'{"body": "The lock stays shut."}\n'
    data = good * 50 + b"\0" * 4096 + good * 4
    items = read(name, gzip.compress(data) if name.endswith(".gz") else data)
    broken = [item for item in items if isinstance(item, Unreadable)]
    assert len(items) == 54
    assert [item.origin.line for item in broken] == [51]
    assert "line 51 is not valid JSON" in broken[0].reason


def test_binary_data_are_no_lines(read: Read) -> None:
    [item] = read("a.jsonl", b'{"body": "The lock stays shut."}\n' + bytes(range(256)) * 50)
    assert isinstance(item, Unreadable)
    assert "looks like binary data" in item.reason


@pytest.mark.parametrize(
    "line",
    [
        '{"body": "A", "title": "T", "body": "B"}',
        '{"body":"A","body":"B"}',
        '{"body": "A", "source": {"name": "Orla Courier"}, "body": "B"}',
        '{"full_text": "A", "full_text": null}',
    ],
)
@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
def test_a_record_in_which_the_name_of_a_field_stands_twice(read: Read, line: str, name: str) -> None:
    items = read(name, f'{{"body": "before"}}\n{line}\n{{"body": "behind"}}\n')
    assert [isinstance(item, Unreadable) for item in items] == [False, True, False]
    assert items[1].origin.line == 2
    assert "stands there 2 times; leave one" in items[1].reason


def test_a_record_of_a_document_in_which_the_name_of_a_field_stands_twice(read: Read) -> None:
    items = read("a.json", '[{"body": "before"}, {"title": "A", "body": "", "title": "B"}, {"body": "behind"}]')
    assert [isinstance(item, Unreadable) for item in items] == [False, True, False]


@pytest.mark.parametrize(
    "line",
    [
        '{"body": "A", "tag": 1, "tag": 2}',
        '{"body": "The key \\"body\\": twice, \\"body\\": here"}',
        '{"url": "https://orla.example/a", "body": "A", "author": "B", "more": {"url": "https://orla.example"}}',
        '{"body": "A", "more": {"body": 1, "body": 2}}',
    ],
)
def test_other_names_may_stand_twice(read: Read, line: str) -> None:
    [record] = read("a.jsonl", line)
    assert isinstance(record, RawRecord)
    assert record.values["body"]
