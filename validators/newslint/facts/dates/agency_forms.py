"""Dates as agencies write them before their name, in forms that are no date anywhere else.

"KOTA BHARU, 2 Dis (Bernama) --", "Madrid, 2 dic (EFE).-", "Jakarta, 2/12 (ANTARA) -", "تهران، ۱۲ آذر (ساحل)": an
abbreviation without its full stop, two bare numbers, a month of the Iranian calendar. Only the bracket of the agency
behind them says what they are, so the general reader leaves them alone.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from newslint.facts.dates.calendar import make_date
from newslint.facts.dates.grammar import DIGITS
from newslint.facts.dates.mashed_calendars import IRANIAN_MONTHS
from newslint.facts.dates.mention import DateMention
from newslint.facts.dates.names import base_language, fold, load_names

_MALAY = ("jan", "feb", "mac", "apr", "mei", "jun", "jul", "ogos", "sept", "okt", "nov", "dis")
_MALAY_MONTHS = {name: number for number, name in enumerate(_MALAY, 1)} | {
    "ogo": 8,
    "sep": 9,
    "julai": 7,
    "disember": 12,
}
_DAY_FIRST = frozenset({"id", "ms", "es", "pt", "fr", "it"})
"""Languages whose agencies put two numbers before their name, the day first."""

_NAMED = re.compile(
    r"(?P<day>[0-9]{1,2})\.?[^\S\n]{1,2}(?P<month>[^\W\d_]{3,9})\.?(?=[^\S\n]{1,2}\([^()\n\d]{2,40}\)[^\S\n]{0,2}[.,:]{0,2}[-–—])"
)
_NUMBERS = re.compile(
    r"(?<![\d/])(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})(?=[^\S\n]{1,2}\([^()\n\d]{2,40}\)[^\S\n]{0,2}[.,:]{0,2}[-–—])"
)
_IRANIAN = re.compile(
    rf"(?P<day>[0-9۰-۹٠-٩]{{1,2}})[^\S\n](?P<month>{IRANIAN_MONTHS})(?:[^\S\n][0-9۰-۹٠-٩]{{4}})?"
    r"(?=[^\S\n]{0,2}\([^()\n\d]{2,40}\))"
)
_ORDER = IRANIAN_MONTHS.split("|")
_NOROOZ = date(2001, 3, 21)
"""The Iranian year begins on 20, 21 or (seldom) 19 March; a day more or less is no contradiction."""


def agency_date(line: str, language: str | None, offset: int = 0) -> DateMention | None:
    """Return the date of *line* that stands before an agency, with its place in a text where *line* is at *offset*.

    Its year is open and its value none; month and day are Gregorian.
    """
    if match := _NAMED.search(line):
        found = _in_calendar(match, _month_named(match["month"], language))
    elif match := _NUMBERS.search(line):
        code = (language or "").partition("-")[0]
        found = _in_calendar(match, int(match["month"])) if code in _DAY_FIRST else None
    elif match := _IRANIAN.search(line):
        found = _iranian(match)
    else:
        return None
    if found is None:
        return None
    return DateMention(
        offset + match.start(), offset + match.end(), match[0], None, "yearless", "yearless", False,
        month=found.month, day=found.day,
    )  # fmt: skip


def _month_named(word: str, language: str | None) -> int:
    folded = fold(word)
    code = base_language(language)
    names = load_names(code) if code else None
    own = (names.months.get(folded) or names.months_short.get(folded)) if names else None
    malay = language is None or language.partition("-")[0] in {"ms", "id"}
    return own or (_MALAY_MONTHS.get(folded, 0) if malay else 0)


def _in_calendar(match: re.Match[str], month: int) -> date | None:
    """Return the day in a leap year: without a year, any day that some year has is one."""
    return make_date(2000, month, int(match["day"])) if month else None


def _iranian(match: re.Match[str]) -> date | None:
    """Return the Gregorian day of an Iranian one; its first six months have 31 days, the others 30 (or 29)."""
    day, month = int(match["day"].translate(DIGITS)), _ORDER.index(match["month"])
    if not 0 < day <= 31 - (month > 5):
        return None
    return _NOROOZ + timedelta(days=31 * min(month, 6) + 30 * max(0, month - 6) + day - 1)
