"""Every healthy fixture gives its articles, every damaged one what can be saved and one clear sentence a defect."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.readers import RawRecord, ReaderOptions, Unreadable, open_corpus, to_article

TITLES = ["Ferry to Orla Island runs again", "Stadtrat beschließt neue Brücke", "У Вербиному відкрили читальню"]
HEALTHY = {
    "answer.json": TITLES,
    "array.json": TITLES,
    "article.txt": TITLES[2:],
    "articles.csv": TITLES,
    "articles.jsonl": TITLES,
    "articles.jsonl.gz": TITLES,
    "articles.ndjson": TITLES,
    "articles.parquet": TITLES,
    "articles.tsv": TITLES,
    "bare.txt": [None],
    "bom.csv": TITLES,
    "object.json": TITLES[:1],
    "page.html": TITLES[:1],
    "semicolons.csv": TITLES,
    "surrogate.jsonl": ["Half a face: \ud83d"],
    "utf-16.jsonl": TITLES,
}

# For each file: how many articles are read, and (line, words of the reason) of everything that is not.
DAMAGED: dict[str, tuple[int, list[tuple[int | None, str]]]] = {
    "blank.jsonl": (0, [(None, "the file is empty")]),
    "broken-line.jsonl": (4, [(3, "line 3 is not valid JSON: expecting ',' delimiter (column 33)")]),
    "empty.txt": (0, [(None, "the file is empty")]),
    "header-only.csv": (0, [(None, "no rows")]),
    "image.jsonl": (0, [(None, "is not text (looks like a PNG image)")]),
    "junk.csv": (0, [(None, "is not text (looks like binary data)")]),
    "latin-1.csv": (2, [(3, "the byte 0xEA, which is not UTF-8; if the file is in another encoding, set it in")]),
    "nul.csv": (2, []),
    "odd.jsonl": (0, [(1, "the name title, which holds the title, stands there 2 times")]),
    "page.txt": (0, [(None, "is HTML")]),
    "stray-quote.csv": (1, [(2, "must be doubled")]),
    "truncated.json": (2, [(24, "nothing after it could be read")]),
    "truncated.jsonl.gz": (105, [(106, "break off after line 105; the file is truncated or damaged")]),
    "two-arrays.json": (3, []),
    "unclosed-quote.csv": (3, [(3, "a quotation mark opens a cell and is never closed")]),
    "unmapped.csv": (0, [(1, "among the names nr, notes, remarks; say which one is the body")]),
    "unmapped.jsonl": (
        0,
        [
            (1, '--field body=NAME, or [fields] body = "NAME" in the configuration'),
            (2, "the record is an array, not an object"),
            (3, "the record is a string, not an object"),
            (4, "the record is null, not an object"),
            (5, "the record is empty"),
        ],
    ),
    "utf-16-unmarked.txt": (0, [(None, 'encoding = "utf-16-le"')]),
    "white.txt": (0, [(None, "the file is empty: it holds only white space")]),
    "windows-1251.csv": (0, [(2, 'encoding = "windows-1251"')]),
    "wrong-columns.csv": (2, [(3, "has 2 cells, but the header has 3"), (4, "has 4 cells")]),
}


def test_every_fixture_is_listed(corpora: Path) -> None:
    assert {file.name for file in corpora.iterdir() if file.is_file()} == set(HEALTHY)
    assert {file.name for file in (corpora / "damaged").iterdir()} == set(DAMAGED)


@pytest.mark.parametrize("name", HEALTHY)
def test_healthy_fixture(corpora: Path, name: str) -> None:
    items = list(open_corpus([str(corpora / name)], ReaderOptions()))
    assert [to_article(item).title for item in items if isinstance(item, RawRecord)] == HEALTHY[name]
    assert len(items) == len(HEALTHY[name])


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_fixture(corpora: Path, name: str) -> None:
    path = str(corpora / "damaged" / name)
    articles, expected = DAMAGED[name]
    items = list(open_corpus([path], ReaderOptions()))
    damage = [item for item in items if isinstance(item, Unreadable)]
    assert len(items) - len(damage) == articles
    assert [item.origin.line for item in damage] == [line for line, _ in expected]
    for item, (_, words) in zip(damage, expected, strict=True):
        assert words in item.reason
        assert item.origin.path == path
        assert len(item.quote) <= 80
        assert item.quote.isprintable()
        assert "\n" not in item.reason
