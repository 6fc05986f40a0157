"""Tables, rewritten."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest

WORDS = {"A&amp;O": "A&O", "SEMI": ";", "COMMA": ",", "BREAK": "\r\n", "QUOTE": '"', "GONE": ""}


def test_only_the_edited_cell_changes(rewrite: Any) -> None:
    table = (
        'id,"title", body ,n\r\n'
        '1,"kept as it is",A&amp;O here,"1.50"\r\n'
        "\r\n"
        '2,"no ""edit"" here","multi\nline, A&amp;O ""x""\r\n",\n'
        'broken"row,A&amp;O\n'
        '3, A&amp;O,"x",""'
    )
    raw, work = rewrite("c.csv", table, WORDS)
    assert raw.decode() == table.replace("A&amp;O here", "A&O here").replace('A&amp;O "', 'A&O "').replace(
        " A&amp;O,", " A&O,"
    )
    assert len(work.made) == 3


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("plain COMMA", '"plain ,"'),
        ("plain SEMI", "plain ;"),
        ("plain BREAK", '"plain \r\n"'),
        ("QUOTEplain", '"""plain"'),
        ('"quoted QUOTE ""x"""', '"quoted "" ""x"""'),
        ('"quoted A&amp;O"', '"quoted A&O"'),
        ("GONE", '""'),
        ('odd " A&amp;O', '"odd "" A&O"'),
    ],
)
def test_a_cell_is_quoted_as_it_was_or_as_it_must_be(rewrite: Any, cell: str, expected: str) -> None:
    frame = 'body,title\n%s,"T"\nlast,T\n'
    assert rewrite("c.csv", frame % cell, WORDS)[0].decode() == frame % expected
    single = "body\n%s\n\n"
    assert rewrite("c.csv", single % cell, WORDS)[0].decode() == single % expected


@pytest.mark.parametrize("delimiter", ["\t", ";", "|"])
def test_other_delimiters(rewrite: Any, delimiter: str) -> None:
    table = delimiter.join(("id", "title", "body")) + "\n" + delimiter.join(("1", "COMMA", "OLD")) + "\n"
    expected = table.replace("COMMA", ",").replace("OLD", "NEW")
    assert rewrite("c.tsv", table, {"COMMA": ",", "OLD": "NEW"})[0].decode() == expected


def test_quoting_survives_in_a_table_of_semicolons(rewrite: Any) -> None:
    assert rewrite("c.csv", "title;body\nx;SEMI a\n", WORDS)[0] == b'title;body\nx;"; a"\n'


def test_encoding_and_what_it_lacks(rewrite: Any) -> None:
    table = "title,body\nété,A&amp;O\nété,A&amp;O EUR\n".encode("latin-1")
    raw, work = rewrite("c.csv", table, WORDS | {"EUR": "€"}, encoding="latin-1")
    assert raw == table.replace(b"A&amp;O\n", b"A&O\n")
    assert len(work.made) == len(work.refused) == 1


@pytest.mark.parametrize(
    "later", [b"title,body\nx,A&amp;O 2\n", b"body\nx,A&amp;O\n", b"title,body\n", b"title,bode\nx,A&amp;O\n"]
)
def test_a_row_that_has_changed_is_left_alone(rewrite: Any, later: bytes) -> None:
    raw, work = rewrite("c.csv", b"title,body\nx,A&amp;O\n", WORDS, later=later)
    assert (raw, work.made, len(work.refused)) == (later, [], 1)


def test_two_fields_in_one_column_are_left_alone(rewrite: Any) -> None:
    table = b"text,id\nA&amp;O,1\n"
    raw, work = rewrite("c.csv", table, WORDS, fields={"body": "text", "title": "text"})
    assert (raw, len(work.refused)) == (table, 1)


def test_a_row_after_a_quote_that_is_never_closed(rewrite: Any) -> None:
    table = 'title,body\nx,A&amp;O\ny,"never closed A&amp;O\nz,A&amp;O\n\n'
    raw, work = rewrite("c.csv", table, WORDS)
    assert raw.decode() == table.replace("x,A&amp;O", "x,A&O").replace("z,A&amp;O", "z,A&O")
    assert len(work.made) == 2


def test_a_compressed_table(rewrite: Any, tmp_path: Path) -> None:
    table = b"title,body\nx,A&amp;O\n"
    raw, _ = rewrite("c.csv.gz", gzip.compress(table), WORDS)
    assert raw == table.replace(b"&amp;", b"&")
