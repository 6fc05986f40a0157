"""Frames as records."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

import newslint
from newslint.model import Article
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


def test_articles_keep_what_they_have() -> None:
    [record] = memory_records([Article(id="a", body="B", extra={"k": 1})])
    assert (record.values, record.extra) == ({"id": "a", "body": "B"}, {"k": 1})


def test_a_frame_is_checked_like_its_rows() -> None:
    frame = pd.DataFrame({"id": ["a", "b"], "title": ["T", ""], "body": ["One.", "Two."]})
    found = newslint.check(frame).findings
    assert [(finding.code, finding.article.id) for finding in found] == [("SCH001", "b")]
