"""What values of date fields can mean."""

from __future__ import annotations

from datetime import date

import pytest

from newslint.facts.dates.readings import (
    is_impossible_day,
    is_machine_date,
    is_year_or_month,
    read_in_any_language,
    readings,
    unix_day,
)


def test_readings_of_an_ambiguous_date() -> None:
    assert readings(date(2024, 4, 5), ambiguous=True) == (date(2024, 4, 5), date(2024, 5, 4))
    assert readings(date(2024, 4, 5), ambiguous=False) == (date(2024, 4, 5),)


@pytest.mark.parametrize(
    "value",
    [
        "Fri Dec  6 10:15:00 2024",
        "Fri Dec 06 10:15:00 +0000 2024",
        "Fri Dec 06 2024 10:15:00 GMT+0200 (Eastern European Standard Time)",
        "06-DEC-24",
        "2024-12-06T10:15:00+02:00[Europe/Kyiv]",
        "20241206101500",
        "2024-W49-5",
    ],
)
def test_forms_of_programs(value: str) -> None:
    assert is_machine_date(value)


@pytest.mark.parametrize("value", ["", "3 hours ago", "20241306101500", "06-DEZ-24", "x" * 300])
def test_no_forms_of_programs(value: str) -> None:
    assert not is_machine_date(value)


@pytest.mark.parametrize("value", ["2024", "2024-12", "12/2024", "December 2024", "грудень 2024", "2024. december"])
def test_years_and_months(value: str) -> None:
    assert is_year_or_month(value)


@pytest.mark.parametrize("value", ["", "24", "December", "2024 2025", "Velmouth 2024", "6 December 2024"])
def test_neither_year_nor_month(value: str) -> None:
    assert not is_year_or_month(value)


@pytest.mark.parametrize(
    "value", ["2023-02-29", "2024-04-31T10:00:00Z", "31.04.2024", "32/01/2024", "30.02.2024 10:15"]
)
def test_impossible_days(value: str) -> None:
    assert is_impossible_day(value)


@pytest.mark.parametrize(
    "value",
    [
        "31 April 2024",
        "29 February 2023",
        "April 31, 2024",
        "Wed, 31 Apr 2024 10:15:00 +0200",
        "31-Apr-2024",
        "31 апреля 2024",
        "31. April 2024, 10:15 Uhr",
        "31 avril 2024 à 10h15",
        "30 de febrero de 2024",
        "2024年4月31日 10:15",
        "٣١ أبريل ٢٠٢٤",
    ],
)
def test_impossible_days_with_the_name_of_a_month(value: str) -> None:
    assert is_impossible_day(value)
    assert is_impossible_day(value, "sl")


@pytest.mark.parametrize(
    "value",
    [
        "29 February 2024",
        "31 May 2024",
        "30 people on 6 April 2024",
        "Posted on 31 April 2024",
        "31 April",
        "30 February 24",
        "31 minutes ago",
        "Fri, 06 Dec 2024 10:31:30 GMT",
    ],
)
def test_possible_days_and_other_words(value: str) -> None:
    assert not is_impossible_day(value, "en")


@pytest.mark.parametrize("value", ["", "2024-02-29", "0000-00-00", "12/31/2024", "31/12/2024", "2024", "0.4.14"])
def test_possible_or_no_days(value: str) -> None:
    assert not is_impossible_day(value)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("1733479200", date(2024, 12, 6)),
        ("1733479200000", date(2024, 12, 6)),
        ("1733479200000000", date(2024, 12, 6)),
        ("0000000000", None),
        ("20241206", None),
        ("١٧٣٣٤٧٩٢٠٠", None),
        ("a week ago", None),
    ],
)
def test_unix_time(value: str, day: date | None) -> None:
    assert unix_day(value) == day


def test_names_of_another_language_are_read() -> None:
    read = read_in_any_language("6 listopada 2024", "en")
    assert read is not None
    assert read.day == date(2024, 11, 6)
    assert read_in_any_language("gestern", "de") is None
