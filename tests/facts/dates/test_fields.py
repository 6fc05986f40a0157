"""Publication dates from fields and datelines."""

from __future__ import annotations

from datetime import date, time

import pytest

from newslint.facts.dates import parse_date_field, publication_date, read_date_field
from newslint.model import Article


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-12-06", date(2024, 12, 6)),
        ("2024-12-06T10:00:00+02:00", date(2024, 12, 6)),
        ("2024-12-06T10:00:00.000Z", date(2024, 12, 6)),
        ("2024-12-06 10:00:00+00:00", date(2024, 12, 6)),
        ("20241206", date(2024, 12, 6)),
        ("Fri, 06 Dec 2024 10:00:00 +0200", date(2024, 12, 6)),
        ("14.04.2017", date(2017, 4, 14)),
        ("6 December 2024", date(2024, 12, 6)),
        ("May 26, 2026 03:24 PM EST", date(2026, 5, 26)),
        (" 7-APR-1987 06:49:22.12", date(1987, 4, 7)),
        ("12:43, 20 Apr 2026", date(2026, 4, 20)),
        ("19.11.202119.11.2021", date(2021, 11, 19)),
        ("2024年12月6日 10:00", date(2024, 12, 6)),
        ("2024年12月6日 01時28分", date(2024, 12, 6)),
        ("06.12.2024 u 10:52", date(2024, 12, 6)),
        ("06.12.2024-19:20", date(2024, 12, 6)),
        ("13/12/2024 10:15 GMT+7", date(2024, 12, 13)),
    ],
)
def test_readable(value: str, expected: date) -> None:
    assert parse_date_field(value, "en") == expected


@pytest.mark.parametrize(
    ("value", "language"),
    [
        ("сряда, 04. ноември 2020 - 08:02", "bg"),
        ("Mittwoch, 4. November 2020, 8:02 Uhr", "de"),
        ("الأربعاء، 04 نوفمبر 2020 - 12:09 م", "ar"),
        ("4 listopada 2020 r., 12:00", "pl"),
    ],
)
def test_readable_in_the_language_of_the_article(value: str, language: str) -> None:
    assert parse_date_field(value, language) == date(2020, 11, 4)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "2017",
        "2024-12",
        "1733500000",
        "1750680000000",
        "2024-02-30",
        "0000-00-00",
        "yesterday",
        "May 2024",
        "x" * 300,
    ],
)
def test_no_day(value: str) -> None:
    assert parse_date_field(value, "en") is None


def test_a_sentence_is_no_date_field() -> None:
    assert parse_date_field("Published 6 December 2024 by Ann Marsh", "en") is None


def test_clock_time() -> None:
    read = read_date_field("May 26, 2026 03:24 PM EST", "en")
    assert read is not None
    assert read.time == time(15, 24)


def test_ambiguous_order() -> None:
    english, french = read_date_field("06/12/2024", "en"), read_date_field("06/12/2024", "fr")
    assert english is not None
    assert english.ambiguous
    assert french is not None
    assert (french.day, french.ambiguous) == (date(2024, 12, 6), False)


@pytest.mark.parametrize(
    ("dateline", "language", "expected"),
    [
        ("Friday06 December 2024", "en", "Friday06 December 2024"),
        ("Понеділок02 грудня 2024", "uk", "Понеділок02 грудня 2024"),
        ("Montag30. Juni 2025", "de", "Montag30. Juni 2025"),
        ("Velmouth, 6 December 2024, 10:30", "en", "6 December 2024"),
        ("Friday06 December 2024", "ru", "Friday06 December 2024"),
        ("Friday06 December 2024", None, "Friday06 December 2024"),
    ],
)
def test_dateline_span(dateline: str, language: str | None, expected: str) -> None:
    found = publication_date(Article(id="1", dateline=dateline), language)
    assert found is not None
    assert (found.field, found.text) == ("dateline", expected)
    assert dateline[found.start : found.end] == expected


def test_published_at_comes_first_and_has_no_span() -> None:
    found = publication_date(Article(id="1", published_at="2024-12-05", dateline="6 December 2024"), "en")
    assert found is not None
    assert (found.day, found.field, found.start, found.end) == (date(2024, 12, 5), "published_at", None, None)


def test_unreadable_published_at_falls_back_to_the_dateline() -> None:
    found = publication_date(Article(id="1", published_at="2024", dateline="6 December 2024"), "en")
    assert found is not None
    assert found.field == "dateline"


def test_neither() -> None:
    assert publication_date(Article(id="1", published_at="2024", dateline="Velmouth"), "en") is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024년 12월 6일 오후 2:05", time(14, 5)),
        ("2024年12月6日 午前10時15分", time(10, 15)),
        ("6 December 2024, 12:10 am", time(0, 10)),
        ("6 December 2024, 2:05 pm", time(14, 5)),
    ],
)
def test_halves_of_the_day(value: str, expected: time) -> None:
    read = read_date_field(value, "en")
    assert read is not None
    assert read.time == expected
