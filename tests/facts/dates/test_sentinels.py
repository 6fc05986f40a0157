"""Stored zeros."""

from __future__ import annotations

from datetime import date

import pytest

from newslint.facts.dates import publication_date, read_date_field
from newslint.facts.dates.sentinels import is_stored_zero, sentinel
from newslint.model import Article


@pytest.mark.parametrize(
    "value",
    [
        "1970-01-01",
        "1970-01-01 00:00:00",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "1900-01-01T00:00:00",
        "0001-01-01T00:00:00Z",
        "1/1/0001 12:00:00 AM",
        "0000-00-00",
        "0000-00-00 00:00:00",
        "-0001-11-30T00:00:00+00:00",
        "2000-01-01T00:00:00",
        "9999-12-31",
        "31/12/9999",
        "0",
    ],
)
def test_zeros(value: str) -> None:
    assert sentinel(value, read_date_field(value, "en")) is not None


@pytest.mark.parametrize("value", ["2000-01-01", "2000-01-01T10:15:00", "2024-12-06T00:00:00", "1970-01-02", "", "10"])
def test_days(value: str) -> None:
    assert sentinel(value, read_date_field(value, "en")) is None


def test_a_zero_that_is_no_day() -> None:
    found = sentinel("0000-00-00", None)
    assert found is not None
    assert found.day is None


@pytest.mark.parametrize(("value", "zero"), [("1970-01-01", True), ("2024-12-06", False)])
def test_publication_dates(value: str, zero: bool) -> None:
    published = publication_date(Article(id="a", published_at=value), "en")
    assert published is not None
    assert published.day == date.fromisoformat(value)
    assert is_stored_zero(published) is zero
