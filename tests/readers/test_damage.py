"""Whatever the bytes, reading never raises, and says something about every file."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.readers import READERS, RawRecord, ReaderOptions, Unreadable, open_corpus, to_article
from newslint.readers.corpus import TABLES

JUNK = st.one_of(
    st.binary(max_size=400),
    st.text(alphabet='{}[]",:;\t|\n\r abé\ud800\x00\ufeff1', max_size=200).map(
        lambda text: text.encode("utf-8", "surrogatepass")
    ),
)


def _check(path: Path, encoding: str = "utf-8") -> None:
    items = list(open_corpus([str(path)], ReaderOptions(encoding=encoding)))
    assert items
    for item in items:
        assert item.origin.path == str(path)
        if isinstance(item, RawRecord):
            assert to_article(item).id
        else:
            assert item.reason
            assert item.quote.isprintable()


@given(
    data=JUNK,
    suffix=st.sampled_from([*READERS, *TABLES, ".dat"]),
    zipped=st.booleans(),
    encoding=st.sampled_from(["utf-8", "latin-1", "utf-16", "shift_jis", "utf-7"]),
)
def test_junk(tmp_path_factory: Any, data: bytes, suffix: str, zipped: bool, encoding: str) -> None:
    file = tmp_path_factory.mktemp("junk") / f"a{suffix}"
    file.write_bytes(gzip.compress(data) if zipped else data)
    _check(file, encoding)


@given(data=st.data())
def test_fixtures_with_a_few_bytes_changed(tmp_path_factory: Any, corpora: Path, data: Any) -> None:
    # Of a Parquet file whose footer is wrong in the right way, pyarrow 26 ends the process.
    files = sorted(file for file in corpora.rglob("*.*") if file.is_file() and file.suffix not in TABLES)
    fixture = data.draw(st.sampled_from(files))
    raw = bytearray(fixture.read_bytes())
    for _ in range(data.draw(st.integers(0, 4)) if raw else 0):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    file = tmp_path_factory.mktemp("changed") / fixture.name
    file.write_bytes(raw[: data.draw(st.integers(0, len(raw)))])
    _check(file)


@pytest.mark.parametrize("name", ["articles.jsonl.gz", "utf-16.jsonl", "articles.csv", "array.json", "article.txt"])
def test_cut_at_every_byte(tmp_path: Path, corpora: Path, name: str) -> None:
    raw = (corpora / name).read_bytes()
    file = tmp_path / name
    before = 0
    for end in range(0, len(raw), 7):
        file.write_bytes(raw[:end])
        _check(file)
        items = open_corpus([str(file)], ReaderOptions())
        readable = sum(not isinstance(item, Unreadable) for item in items)
        assert readable >= before - 1  # the record that is cut may be lost, never one before it
        before = max(before, readable)
