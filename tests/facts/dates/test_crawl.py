"""The day of the crawl."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from newslint.facts.dates.crawl import crawl_day
from newslint.model import Article


def crawl(**extra: Any) -> tuple[date, str] | None:
    found = crawl_day(Article(id="a", language="en", extra=extra))
    return (found.day, found.name) if found else None


@pytest.mark.parametrize(
    "name", ["crawled_at", "crawlDate", "scraped-at", "Scraping Date", "fetched_at", "retrieved_at", "date_download"]
)
def test_usual_names(name: str) -> None:
    assert crawl(**{name: "2024-12-06T10:15:00Z"}) == (date(2024, 12, 6), name)


def test_dates_of_frames() -> None:
    assert crawl(crawled_at=datetime(2024, 12, 6, 10, 15)) == (date(2024, 12, 6), "crawled_at")


def test_nested_fields() -> None:
    assert crawl(metadata={"fetched_at": "2024-12-06"}) == (date(2024, 12, 6), "fetched_at")


def test_the_latest_counts() -> None:
    assert crawl(crawled_at="2024-11-01", fetched_at="2024-12-06") == (date(2024, 12, 6), "fetched_at")


@pytest.mark.parametrize(
    "extra",
    [
        {},
        {"crawled_at": None},
        {"crawled_at": 1733479200},
        {"crawled_at": "yesterday"},
        {"crawled_at": "1970-01-01"},
        {"crawled_at": "04/05/2024"},
        {"updated_on": "2024-12-06"},
        {"other": {"fetched_at": "2024-12-06"}},
    ],
)
def test_what_tells_nothing(extra: dict[str, Any]) -> None:
    assert crawl(**extra) is None
