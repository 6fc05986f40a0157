"""Tables."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.readers import RawRecord, Unreadable
from newslint.readers import csv as csv_reader

# Left to their own tests: control characters, of which a small file holds too many for text, and empty cells.
CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), min_size=1, max_size=30)


@given(rows=st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=6), delimiter=st.sampled_from(",\t;|"))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_cells_survive(read: Any, rows: list[tuple[str, str]], delimiter: str) -> None:
    table = io.StringIO(newline="")
    csv.writer(table, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(
        [("title", "body"), *rows]
    )
    records = read("a.csv", table.getvalue().encode())
    assert [(r.values["title"], r.values["body"]) for r in records if isinstance(r, RawRecord)] == rows
    lines = table.getvalue().split("\n")
    for record, (title, _) in zip(records, rows, strict=True):
        assert lines[record.origin.line - 1].startswith('"' + title.replace('"', '""').split("\n")[0])


def test_empty_cells_are_missing_and_unknown_columns_extra(read: Any) -> None:
    (record,) = read("a.csv", "title,body,section\nOne,,Sports\n")
    assert record.values == {"title": "One", "body": None}
    assert record.extra == {"section": "Sports"}


def test_repeated_and_unnamed_columns_keep_their_cells(read: Any) -> None:
    (record,) = read("a.csv", ",title,tag, tag, body \n0,One,Two,Three,Text\n")
    assert record.values == {"title": "One", "body": "Text"}
    assert record.extra == {"": "0", "tag": "Two", "tag.2": "Three"}


def test_two_columns_for_one_field_are_said_once(read: Any) -> None:
    (item,) = read("a.csv", "title,body,Body, body\nOne,Text,,Other\nTwo,Text,,Other\n")
    assert isinstance(item, Unreadable)
    assert item.origin.line == 1
    assert item.reason == "the name body, which holds the body, stands there 2 times; leave one"


def test_lines_are_those_at_which_rows_start(read: Any) -> None:
    records = read("a.csv", 'title,body\r\n\r\nOne,"a\r\nb"\r\nTwo,c\r\n')
    assert [(r.values["title"], r.values["body"]) for r in records] == [("One", "a\r\nb"), ("Two", "c")]
    assert [r.origin.line for r in records] == [3, 5]


def test_commas_in_the_cells_do_not_hide_the_delimiter(read: Any) -> None:
    (record,) = read("a.tsv", "id\theadline\ttext\n1\tOne, two, three\tFour, five; six | seven\n")
    assert record.values == {"id": "1", "title": "One, two, three", "body": "Four, five; six | seven"}


def test_a_cell_of_five_megabytes_and_the_limit_of_the_process(read: Any) -> None:
    before = csv.field_size_limit()
    (record,) = read("a.csv", "body\n" + "word " * 1_000_000 + "\n")
    assert len(record.values["body"]) == 5_000_000
    assert csv.field_size_limit() == before


def test_bad_bytes_inside_a_quoted_cell_cost_one_row(read: Any) -> None:
    one, two, three = read("a.csv", b'title,body\n1,"a\nb\xe9\nc"\n2,"d\ne"\n3,\xff\n')
    assert isinstance(one, Unreadable)
    assert one.origin.line == 2
    assert "line 3 holds the byte 0xE9" in one.reason
    assert (two.values["body"], two.origin.line) == ("d\ne", 5)
    assert "line 7 holds the byte 0xFF" in three.reason


def test_bad_bytes_in_lines_that_are_parsed_again_are_still_reported(read: Any) -> None:
    unclosed, bad, good = read("a.csv", b'title,body\n1,"never\n2,\xe9t\xe9\n3,fine\n')
    assert "never closed" in unclosed.reason
    assert isinstance(bad, Unreadable)
    assert "line 3 holds the byte 0xE9" in bad.reason
    assert (good.values["title"], good.origin.line) == ("3", 4)


def test_the_right_encoding_reads_it_all(read: Any) -> None:
    (record,) = read("a.csv", "title,body\nFête,À midi\n".encode("latin-1"), encoding="latin-1")
    assert record.values == {"title": "Fête", "body": "À midi"}


def test_a_cell_that_is_never_closed_gives_its_lines_back(read: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_reader, "MAX_ROW_LINES", 10)
    items = read("a.csv", 'title,body\n1,"open\n' + "2,plain\n" * 30)
    assert isinstance(items[0], Unreadable)
    assert [item.origin.line for item in items] == list(range(2, 33))


def test_the_message_lists_the_columns_and_guesses_none(read: Any) -> None:
    (item,) = read("a.csv", "nr,remarks\n1,This is the long one\n")
    assert "among the names nr, remarks; say which one is the body: --field body=NAME, or" in item.reason
    (record,) = read("a.csv", "nr,remarks\n1,This is the long one\n", fields={"body": "remarks"})
    assert record.values == {"body": "This is the long one"}
