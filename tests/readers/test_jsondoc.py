"""JSON documents."""

from __future__ import annotations

import gzip
from typing import Any

import pytest

from newslint.readers import Unreadable, to_article


def test_records_on_one_line_have_names_of_their_own(read: Any) -> None:
    records = read("a.json", '[{"body": "a"}, {"body": "b"}]')
    assert [(record.origin.line, record.origin.row) for record in records] == [(1, 1), (1, 2)]
    assert len({to_article(record).id for record in records}) == 2


def test_lines_count(read: Any) -> None:
    records = read("a.json", '[\n {"body": "a"},\n\n {"body":\n "b"},\n {"body": "c"}\n]\n')
    assert [record.origin.line for record in records] == [2, 4, 6]


def test_json_lines_under_the_name_json(read: Any) -> None:
    good, bad, last = read("a.json", '{"body": "a"}\n{"body"}\n{"body": "c"}\n')
    assert (good.origin.line, last.origin.line) == (1, 3)
    assert isinstance(bad, Unreadable)


def test_an_array_that_is_not_closed(read: Any) -> None:
    record, damage = read("a.json", '[{"body": "a"},\n')
    assert record.values == {"body": "a"}
    assert "the array is not closed" in damage.reason


def test_truncated_gzip_keeps_the_records_before_the_cut(read: Any) -> None:
    rows = ",\n".join(f'{{"id": {number}, "body": "text {number * 7919}"}}' for number in range(500))
    *records, _, damage = read("a.json.gz", gzip.compress(f"[{rows}]".encode())[:-200])
    assert len(records) > 100
    assert "break off after" in damage.reason


@pytest.mark.parametrize("data", ["[]", "[ ]\n", "  \n"])
def test_nothing_inside(read: Any, data: str) -> None:
    (item,) = read("a.json", data)
    assert "the file is empty" in item.reason


def test_deep_nesting(read: Any) -> None:
    (item,) = read("a.json", '{"body": ' + "[" * 200_000)
    assert "nested too deeply" in item.reason


def test_a_byte_of_another_encoding_keeps_the_records_before_it(read: Any) -> None:
    first, *damage = read("a.json", '[{"body": "a"},\n {"body": "été"}]'.encode("latin-1"))
    assert first.values == {"body": "a"}
    assert all(isinstance(item, Unreadable) for item in damage)
    assert "line 2 holds the byte 0xE9" in damage[-1].reason


@pytest.mark.parametrize(
    "data",
    [
        '{"data": {"articles": [{"title": "a"}, {"title": "b"}]}}',
        '{"status": "ok", "articles": [{"title": "a"}, {"title": "b"}]}\n',
        '{"status": "ok", "data": {"total": 2, "articles": [{"title": "a"}, {"title": "b"}]}, "took": 3}',
        '{"articles": [{"title": "a"}, {"title": "b"}], "sources": [{"name": "orla.example"}]}',
        '{"facets": [{"name": "sport"}], "response": {"results": [{"title": "a"}, {"title": "b"}]}}',
    ],
)
def test_records_one_or_two_levels_deep_in_an_answer(read: Any, data: str) -> None:
    assert [record.values for record in read("a.json", data)] == [{"title": "a"}, {"title": "b"}]


@pytest.mark.parametrize(
    "data",
    [
        '{"item": {"text": "a", "tags": [{"name": "b"}]}}',
        '{"a": {"articles": [{"title": "a"}]}, "b": {"articles": [{"title": "b"}]}}',
        '{"a": {"b": {"articles": [{"title": "a"}]}}}',
    ],
)
def test_no_list_of_records_is_guessed(read: Any, data: str) -> None:
    (item,) = read("a.json", data)
    assert "neither a body nor a title" in item.reason


def test_a_list_inside_a_record_is_no_list_of_records_where_the_text_is_nested(read: Any) -> None:
    data = '{"article": {"text": "a"},\n "tags": [{"name": "b"}]}'
    (record,) = read("a.json", data, fields={"body": "article.text"})
    assert record.values["body"] == "a"
