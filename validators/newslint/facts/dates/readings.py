"""What a date field can mean: both orders of a numeric date, and values that are dates but name no single day."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from newslint.facts.dates.calendar import make_date
from newslint.facts.dates.fields import FieldDate, PublicationDate, names_impossible_day, read_date_field
from newslint.facts.dates.names import LANGUAGES, fold, load_names

_LONGEST = 200
_MONTHS_3 = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_MACHINE_FORMS = re.compile(
    rf"(?:"
    rf"(?:mon|tue|wed|thu|fri|sat|sun) (?:{_MONTHS_3})  ?\d{{1,2}}(?: \d{{4}})? \d\d:\d\d:\d\d.{{0,80}}"
    rf"|\d{{1,2}}-(?:{_MONTHS_3})-\d\d(?: \d\d:\d\d(?::\d\d)?)?"
    rf"|\d{{4}}-\d\d-\d\d[T ]\d\d:\d\d.{{0,24}}\s?\[?[a-z]+/[a-z_]+\]?"
    rf"|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{{4,6}}"
    rf"|\d{{4}}-?w\d\d(?:-?\d)?"
    rf")",
    re.IGNORECASE,
)
"""Dates that programs write and readers of dates know: C's ctime, JavaScript's Date, Oracle's default, ISO weeks."""

_YEAR_AND_MONTH = re.compile(r"(?:19|20)\d\d(?:[-/.](?:0?[1-9]|1[0-2]))?|(?:0?[1-9]|1[0-2])[-/.](?:19|20)\d\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SPACES = re.compile(r"[\s,./-]+")
_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_OTHER_DAY = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d)(?!\d)")
_LATE_DAY = re.compile(r"(?<!\d)(?:[2٢۲२][9٩۹९]|[3٣۳३]\d)(?!\d)")
_UNIX_DIGITS = {10: 1, 13: 1_000, 16: 1_000_000}
"""How many digits a moment of our days has as Unix time in seconds, milli- and microseconds, and units in a second."""
_UNIX_YEARS = range(1990, 2100)


def span_of(published: PublicationDate) -> tuple[int, int] | None:
    """Return the span of the date in its field, or ``None`` where the whole value was read."""
    return None if published.start is None or published.end is None else (published.start, published.end)


def readings(day: date, *, ambiguous: bool) -> tuple[date, ...]:
    """Return *day*, and the day that the other order of day and month gives where the date is *ambiguous*."""
    other = make_date(day.year, day.day, day.month) if ambiguous else None
    return (day,) if other is None else (day, other)


def read_in_any_language(value: str, *languages: str | None) -> FieldDate | None:
    """Read a date field with the names of *languages*, and where none of them fits, of every language."""
    if not any(character.isdigit() for character in value[:_LONGEST]):
        return None
    return _read_in_any_language(value, languages)


@lru_cache(maxsize=1_024)  # A source that stores "3 hours ago" does so in every record.
def _read_in_any_language(value: str, languages: tuple[str | None, ...]) -> FieldDate | None:
    for language in dict.fromkeys((*languages, *LANGUAGES)):
        if read := read_date_field(value, language):
            return read
    return None


def is_machine_date(value: str) -> bool:
    """Return whether *value* has one of the forms in which programs print a date."""
    return len(value) <= _LONGEST and _MACHINE_FORMS.fullmatch(value.strip()) is not None


def is_year_or_month(value: str) -> bool:
    """Return whether *value* is a year or a month of one, which is a date, if not a day."""
    text = value.strip()
    if _YEAR_AND_MONTH.fullmatch(text):
        return True
    words = [word for word in _SPACES.split(text[:_LONGEST]) if word]
    years = [word for word in words if _YEAR.fullmatch(word)]
    names = [word for word in words if word not in years]
    return len(years) == 1 and len(names) == 1 and _is_month(fold(names[0]))


def unix_day(value: str) -> date | None:
    """Return the day that *value* is as Unix time, where it has as many digits as such a moment of our days."""
    digits = value.strip()
    units = _UNIX_DIGITS.get(len(digits))
    if units is None or not (digits.isascii() and digits.isdigit()):
        return None
    seconds = int(digits) // units
    day = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).date()
    return day if day.year in _UNIX_YEARS else None


def is_impossible_day(value: str, *languages: str | None) -> bool:
    """Return whether the date field *value* is written as a day that no calendar has (``2023-02-29``, 31 April 2024).

    The names of months are those of *languages*, and where none of them fits, of every language.
    """
    text = value.strip()[:_LONGEST]
    if match := _ISO_DAY.match(text):
        year, month, day = (int(group) for group in match.groups())
        return year > 0 and month > 0 and day > 0 and make_date(year, month, day) is None
    if match := _OTHER_DAY.search(text):
        first, second, year = (int(group) for group in match.groups())
        exists = make_date(year, first, second) or make_date(year, second, first)
        return first > 0 and second > 0 and exists is None
    # Every month has the days before: no other value need be read for its words.
    return _LATE_DAY.search(text) is not None and _is_impossible_in_words(text, languages)


@lru_cache(maxsize=1_024)
def _is_impossible_in_words(value: str, languages: tuple[str | None, ...]) -> bool:
    if read_in_any_language(value, *languages) is not None:
        return False
    return any(names_impossible_day(value, language) for language in dict.fromkeys((*languages, *LANGUAGES)))


def _is_month(name: str) -> bool:
    return any(name in load_names(code).months or name in load_names(code).months_short for code in LANGUAGES)
