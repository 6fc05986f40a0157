from __future__ import annotations

import pytest

from newslint.reporters.html import wording


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2024-12-06", "6 December 2024"),
        ("2024-12-06T23:10:00Z", "6 December 2024"),
        ("2024-12", "December 2024"),
        ("2024", "2024"),
        ("2024-13-06", "2024-13-06"),
        ("2024-13", "2024-13"),
        ("soon", "soon"),
    ],
)
def test_dates_in_reader_form(iso, words):
    assert wording.reader_date(iso) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "0%"), (0.0001, "<0.1%"), (0.004, "0.4%"), (0.0449, "4.5%"), (0.1, "10%"), (0.664, "66%"), (1, "100%")],
)
def test_shares(value, words):
    assert wording.percent(value) == words


def test_a_share_of_nothing_is_no_number():
    assert wording.share(3, 0) == "–"


def test_counts_have_their_noun():
    assert wording.count(1, "day") == "1 day"
    assert wording.count(1200, "day") == "1,200 days"
    assert wording.count(2, "entity", "entities") == "2 entities"


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("ar", "rtl"),
        ("he-IL", "rtl"),
        ("FA", "rtl"),
        ("ru", "ltr"),
        (None, "auto"),
        ("English", "auto"),
        ('"><x', "auto"),
    ],
)
def test_direction(language, direction):
    assert wording.direction(language) == direction


def test_numbers():
    assert wording.number(1234.0) == "1,234"
    assert wording.number(0.125) == "0.12"


def test_titles():
    assert wording.title("stale-event-date") == "Stale event date"
