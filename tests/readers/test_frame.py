"""Frames as records."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

import newslint
from newslint.errors import InputError, UnknownNameError
from newslint.model import Article, Origin
from newslint.readers import RawRecord, Unreadable
from newslint.readers.frame import frame_records, memory_records

TEXT = {"title": "Ferry runs again", "body": "The ferry runs again."}


def values(**columns: Any) -> list[dict[str, object]]:
    rows = max(len(column) for column in columns.values())
    frame = pd.DataFrame({**{name: [text] * rows for name, text in TEXT.items()}, **columns})
    return [record.values for record in frame_records(frame)]


@pytest.mark.parametrize("null", [None, float("nan"), pd.NaT, pd.NA])
def test_null_values_are_absent(null: object) -> None:
    [first, _] = values(url=pd.Series([null, "https://a.example/1"], dtype=object))
    assert "url" not in first


def test_arrays_of_authors_become_lists() -> None:
    [first, second] = values(
        author=pd.Series([np.array(["Ada Quill", "Bo Lind"]), np.array(["Ada Quill"])], dtype=object)
    )
    assert (first["author"], second["author"]) == (["Ada Quill", "Bo Lind"], ["Ada Quill"])


def test_whole_ids_stay_whole_beside_a_null() -> None:
    [first, second] = values(id=[17, None])
    assert first["id"] == 17
    assert "id" not in second


def test_columns_are_mapped_and_the_rest_is_extra() -> None:
    frame = pd.DataFrame({"headline": ["T"], "text": ["B"], "score": [1]})
    [record] = frame_records(frame, {"title": "headline", "body": "text"})
    assert record.values == {"title": "T", "body": "B"}
    assert record.extra == {"score": 1}
    assert record.origin.row == 1


def test_a_mapped_column_wins_over_one_with_the_fields_own_name() -> None:
    frame = pd.DataFrame({"body": ["teaser"], "full_text": ["whole"], "title": ["T"]})
    [record] = frame_records(frame, {"body": "full_text"})
    assert record.values == {"body": "whole", "title": "T"}
    assert record.extra == {"body": "teaser"}


def test_usual_column_names_need_no_mapping() -> None:
    frame = pd.DataFrame({"headline": ["T"], "text": ["B"], "_id": [7.0], 3: ["x"], "note": [None]})
    [record] = frame_records(frame)
    assert record.values == {"id": 7, "title": "T", "body": "B"}
    assert record.extra == {"3": "x"}


def test_a_dotted_name_reaches_into_a_column_of_objects() -> None:
    frame = pd.DataFrame({"body": ["B", "C"], "site": [{"name": "Orla Courier"}, None]})
    first, second = frame_records(frame, {"source": "site.name"})
    assert first.values == {"body": "B", "source": "Orla Courier"}
    assert second.values == {"body": "C"}


def test_a_frame_without_text_is_unreadable_once() -> None:
    frame = pd.DataFrame({"nr": [1, 2, 3], "remarks": ["a", "b", "c"]})
    [item] = frame_records(frame)
    assert isinstance(item, Unreadable)
    assert "neither a body nor a title among the names nr, remarks" in item.reason
    [finding] = newslint.check(frame).findings
    assert (finding.code, finding.article.id) == ("SCH005", "frame")
    [empty] = frame_records(pd.DataFrame())
    assert isinstance(empty, Unreadable)
    assert empty.reason == "the frame has no columns"


def test_two_columns_for_one_field_are_an_error() -> None:
    frame = pd.DataFrame([["A", "B", "1", "2"]], columns=["body", "body", "tag", "tag"])
    with pytest.raises(InputError, match=r"the name body, which holds the body, stands there 2 times"):
        list(frame_records(frame))
    assert len(list(frame_records(frame.iloc[:, 1:]))) == 1


def test_a_frame_whose_texts_are_null_is_no_unreadable_one() -> None:
    [record] = frame_records(pd.DataFrame({"title": [None], "body": [None]}))
    assert record == RawRecord({}, {}, Origin(row=1))


def test_mappings_obey_configured_and_usual_names() -> None:
    items: list[dict[object, object]] = [
        {"headline": "T", "full_text": "whole", "body": "teaser", 7: "x"},
        {"title": "U", "site": {"name": "Orla Courier"}},
    ]
    first, second = memory_records(items, {"body": "full_text", "source": "site.name"})
    assert first == RawRecord({"title": "T", "body": "whole"}, {"body": "teaser", "7": "x"}, Origin(row=1))
    assert second.values == {"title": "U", "source": "Orla Courier"}
    [usual] = memory_records([{"text": "B", "link": "https://a.example/1"}])
    assert usual.values == {"body": "B", "url": "https://a.example/1"}


def test_a_mapping_without_text_is_unreadable_and_the_next_is_read() -> None:
    first, empty, last = memory_records([{"remarks": "a"}, {}, {"body": "b"}])
    assert isinstance(first, Unreadable)
    assert (first.origin.row, "among the names remarks" in first.reason) == (1, True)
    assert empty == Unreadable(Origin(row=2), "the record is empty")
    assert last == RawRecord({"body": "b"}, {}, Origin(row=3))


def test_configured_names_are_not_for_articles() -> None:
    [record] = memory_records([Article(id="a", body="B")], {"body": "full_text"})
    assert record.values["body"] == "B"


@pytest.mark.parametrize("item", ["a.jsonl", 7, None, ("title", "body")])
def test_other_items_are_refused(item: object) -> None:
    with pytest.raises(TypeError, match=r"^item 2 of the corpus is of type \w+, neither an article nor a mapping$"):
        list(memory_records([{"body": "b"}, item]))


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'body'"):
        list(memory_records([], {"boddy": "text"}))
    with pytest.raises(UnknownNameError, match="did you mean 'body'"):
        list(frame_records(pd.DataFrame(), {"boddy": "text"}))


def test_articles_keep_what_they_have() -> None:
    [record] = memory_records([Article(id="a", body="B", extra={"k": 1})])
    assert (record.values, record.extra) == ({"id": "a", "body": "B"}, {"k": 1})


def test_a_frame_is_checked_like_its_rows() -> None:
    frame = pd.DataFrame(
        {"id": ["a", "b"], "title": ["T", ""], "body": ["One bridge was opened.", "Two bridges were opened."]}
    )
    found = newslint.check(frame).findings
    assert [(finding.code, finding.article.id) for finding in found] == [("SCH001", "b")]
