"""Raw records become articles."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pandas as pd
import pytest

from newslint.model import Origin, Place
from newslint.readers import RawRecord, to_article

HERE = Origin("news/day.jsonl", 7)


def _article(origin: Origin = HERE, **values: object):
    return to_article(RawRecord(values, {"score": 1}, origin))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-03-04", "2024-03-04"),
        (date(2024, 3, 4), "2024-03-04"),
        (datetime(2024, 3, 4, 5, 6, tzinfo=UTC), "2024-03-04T05:06:00+00:00"),
        (pd.Timestamp("2024-03-04 05:06"), "2024-03-04T05:06:00"),
        (pd.NaT, None),
        (float("nan"), None),
        (1709510400, None),
        (None, None),
    ],
)
def test_dates(value: object, expected: str | None) -> None:
    article = _article(published_at=value, modified_at=value)
    assert (article.published_at, article.modified_at) == (expected, expected)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Ada Quill", "Ada Quill"),
        (["Ada Quill", "Bo Reed"], "Ada Quill, Bo Reed"),
        ([], None),
        (["a", 1], None),
        (3, None),
    ],
)
def test_authors(value: object, expected: str | None) -> None:
    assert _article(author=value).author == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("x", "x"), (42, "42"), (True, "news/day.jsonl:7"), (4.5, "news/day.jsonl:7"), (" ", "news/day.jsonl:7")],
)
def test_ids(value: object, expected: str) -> None:
    assert _article(id=value).id == expected


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        (Origin("news/day.jsonl", 7), "news/day.jsonl:7"),
        (Origin("news/day.json", 1, 3), "news/day.json#3"),
        (Origin("news/000_ab.v2.txt", 1, fields={"body": Place(1, 1, 0)}), "000_ab.v2"),
        (Origin("news/story.txt.gz", 1, fields={"body": Place(1, 1, 0)}), "story"),
        (Origin(row=5), "row 5"),
    ],
)
def test_a_record_without_an_id_is_named_by_its_place(origin: Origin, expected: str) -> None:
    assert _article(origin).id == expected


def test_wrong_types_become_none_and_the_rest_is_untouched() -> None:
    article = _article(title=["x"], body=" kept \ud800 ", source={"name": "x"}, language=1)
    assert (article.title, article.source, article.language) == (None, None, None)
    assert article.body == " kept \ud800 "
    assert article.extra == {"score": 1}
    assert article.origin == HERE
