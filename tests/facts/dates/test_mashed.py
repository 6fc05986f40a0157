"""Dates that run into their neighbour: what is read, what is left alone, and how it is repaired."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.facts.dates.mashed import Mashed, find_mashed
from newslint.facts.dates.mashed_words import MONTH_STEMS
from newslint.facts.dates.names import LANGUAGES, load_names


def mashed(text: str, language: str | None = None) -> tuple[Mashed, ...]:
    """Find without triggers: everywhere."""
    return find_mashed(text, [(0, len(text))], language)


def only(text: str, language: str | None = None) -> Mashed:
    (found,) = mashed(text, language)
    return found


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("Friday06 December 2024", "Friday, 06 December 2024"),
        ("Montag30. Juni 2025", "Montag, 30. Juni 2025"),
        ("Jeudi2 novembre 2023", "Jeudi 2 novembre 2023"),
        ("Venerdì6 dicembre 2024", "Venerdì 6 dicembre 2024"),
        ("Viernes6 de diciembre de 2024", "Viernes, 6 de diciembre de 2024"),
        ("sexta-feira6 de dezembro de 2024", "sexta-feira, 6 de dezembro de 2024"),
        ("Pátek6. prosince 2024", "Pátek 6. prosince 2024"),
        ("П’ятниця06 грудня 2024", "П’ятниця, 06 грудня 2024"),
        ("Παρασκευή6 Δεκεμβρίου 2024", "Παρασκευή 6 Δεκεμβρίου 2024"),
        ("الجمعة6 ديسمبر 2024", "الجمعة، 6 ديسمبر 2024"),
        ("יום שישי6 בדצמבר 2024", "יום שישי, 6 בדצמבר 2024"),
        ("2024. december 6.péntek", "2024. december 6., péntek"),
        ("FridayDecember 6, 2024", "Friday, December 6, 2024"),
    ],
)
def test_weekdays_are_parted_as_the_language_writes_it(text: str, repaired: str) -> None:
    assert only(text).repaired == repaired
    assert only(text).safe


@pytest.mark.parametrize(
    ("text", "kind", "day", "safe"),
    [
        ("Friday06 December 2024", "weekday+day", date(2024, 12, 6), True),
        ("Monday06 December 2024", "weekday+day", date(2024, 12, 6), False),
        ("Friday06 December", "weekday+day", None, False),
        ("13November2021", "day+month+year", date(2021, 11, 13), True),
        ("9 May 2024 18.30 BSTLast", "time+word", date(2024, 5, 9), True),
        ("18:30 UhrVon", "time+word", None, False),
        ("30June2024kii", "day+month+year", date(2024, 6, 30), False),
        ("پنجشنبه۲۰ اردیبهشت ۱۴۰۳", "weekday+day", None, False),
        ("Desk19.10.2019", "word+date", date(2019, 10, 19), True),
        ("Deskwire12 May 2020", "word+date", date(2020, 5, 12), False),
        ("Desk05/06/2021", "word+date", None, True),
        ("3 Nov, 20239:59 am", "date+time", date(2023, 11, 3), True),
        ("28.09.1912:44", "date+time", date(2019, 9, 28), False),
        ("May 07, 2025Last", "date+word", date(2025, 5, 7), True),
        ("19.11.202119.11.2021", "date+date", date(2021, 11, 19), True),
        ("10:3006 December 2024", "time+date", date(2024, 12, 6), True),
        ("5:169 May 2024", "time+date", date(2024, 5, 9), False),
    ],
)
def test_kind_day_and_safety(text: str, kind: str, day: date | None, safe: bool) -> None:
    found = only(text)
    assert (found.kind, found.day, found.safe) == (kind, day, safe)
    assert text[found.start : found.end] == text


@pytest.mark.parametrize(
    "text",
    [
        "Windows10 May 2020",
        "ngomhla ka10 May 1994",
        "ngoJuni 19, 1953",
        "September 2019kii",
        "6 Aralık 2024te",
        "2019/03/30-let",
        "/2019/03/30Desk",
        "#Regatta13November2021",
        "photo_13November2021.jpg",
        "Build2.10.2019",
        "31.02.2021Desk",
        "6 December 1824Desk",
        "2024-12-06T10:30:00",
        "06DEC2024",
        "港口2024年12月6日",
        "6 December 2024AD",
        "no date, 20000 people and 2021Desk",
    ],
)
def test_look_alikes_are_left_alone(text: str) -> None:
    assert mashed(text) == ()


def test_a_name_shared_by_languages_follows_the_language_but_not_the_repair() -> None:
    croatian, polish, unknown = (only("Desk6. listopada 2021", language) for language in ("hr", "pl", None))
    assert (croatian.day, polish.day, unknown.day) == (date(2021, 10, 6), date(2021, 11, 6), None)
    assert croatian.repaired == polish.repaired == unknown.repaired == "Desk 6. listopada 2021"


def test_a_chain_longer_than_a_window_is_one_run() -> None:
    text = "19.11.2021" * 40
    found = only(text)
    assert (found.start, found.end, found.joints) == (0, len(text), 39)
    assert found.repaired == " ".join(["19.11.2021"] * 40)


def test_only_what_lies_near_a_hit_is_read() -> None:
    text = "Friday06 December 2024" + " " * 300 + "Friday06 December 2024"
    assert [found.start for found in find_mashed(text, [(322, 330)])] == [322]


def test_stems_cover_every_month() -> None:
    stems = {stem for line in MONTH_STEMS for stem in line.split()}
    for language in set(LANGUAGES) - {"zh", "ja", "ko"}:
        names = load_names(language)
        for form in (*names.months, *names.months_short):
            bare = re.sub(r"^(de |d')", "", form)
            assert any(bare.startswith(stem) for stem in stems), (language, form)


_PARTS = st.sampled_from(
    ["Friday", "06", " ", ".", "December", "2024", ":", "30", ",", "/", "Desk", "19.10.2019", "грудня", "am", "9", "\n"]
)


@given(st.lists(_PARTS, max_size=30).map("".join))
def test_runs_are_apart_and_repairs_only_insert(text: str) -> None:
    reach = 0
    for found in mashed(text):
        assert reach <= found.start < found.end
        reach = found.end
        written = text[found.start : found.end]
        assert re.sub(r"[\s,]", "", found.repaired) == re.sub(r"[\s,]", "", written) != ""
        assert len(found.repaired) > len(written)
