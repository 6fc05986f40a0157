"""Days in the paths of URLs."""

from __future__ import annotations

from datetime import date

import pytest

from newslint.facts.dates.url_date import url_date

DAY = date(2024, 12, 6)


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("/2024/12/06/lock-shut", "2024/12/06"),
        ("/2024/12/6", "2024/12/6"),
        ("/harbour/2024/dec/06/lock-shut", "2024/dec/06"),
        ("/2024/December/6/", "2024/December/6"),
        ("/n1/2024/1206/c1004.html", "2024/1206"),
        ("/2024-12/06/content_1004.html", "2024-12/06"),
        ("/2024-12-06-lock-shut.html", "2024-12-06"),
        ("/2024-12-06/lock-shut", "2024-12-06"),
        ("/world/lock-shut-2024-12-06/", "2024-12-06"),
        ("/20241206/lock-shut", "20241206"),
        ("/20241206-lock-shut", "20241206"),
        ("/202412/t20241206_1004.html", "t20241206"),
    ],
)
def test_days_are_read(path: str, written: str) -> None:
    found = url_date("https://courier.example" + path)
    assert found is not None
    assert (found.day, found.text) == (DAY, written)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://courier.example/",
        "https://courier.example/2024/12/lock-shut",
        "https://courier.example/2019/03/30-let-od-povodne",
        "https://courier.example/2024/13/06/lock-shut",
        "https://courier.example/2024/02/30/lock-shut",
        "https://courier.example/2024/12/067/lock-shut",
        "https://courier.example/120241206/lock-shut",
        "https://courier.example/20241206123/lock-shut",
        "https://archive.example/web/20241206093000/https://courier.example/lock",
        "https://courier.example/lock?day=/2024/12/06/",
        "https://courier.example/lock#/2024/12/06/",
        "https://courier.example/1850/12/06/lock-shut",
    ],
)
def test_what_is_no_day(url: str) -> None:
    assert url_date(url) is None


def test_days_that_differ_settle_nothing() -> None:
    assert url_date("https://courier.example/2024/12/06/live-2024-12-09") is None


def test_one_day_written_twice_is_one_day() -> None:
    found = url_date("https://courier.example/2024/12/06/20241206-lock")
    assert found is not None
    assert found.day == DAY
