"""The day in the path of a URL, as many news sites write it."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

import msgspec

from newslint.facts.dates.calendar import make_date

_LONGEST = 2_000
_YEAR = r"(?P<y>(?:199|20[0-4])\d)"
_MONTH = r"(?P<m>0?[1-9]|1[0-2])"
_DAY = r"(?P<d>0?[1-9]|[12]\d|3[01])"
_TWO_MONTH = r"(?P<m>0[1-9]|1[0-2])"
_TWO_DAY = r"(?P<d>0[1-9]|[12]\d|3[01])"
_NAME = r"(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_END = r"(?=/|$)"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # The day must fill its segment: /2019/03/30-let is a slug that begins with a number.
        rf"/{_YEAR}/{_MONTH}/{_DAY}{_END}",
        rf"/{_YEAR}/{_NAME}/{_DAY}{_END}",
        rf"/{_YEAR}/{_TWO_MONTH}{_TWO_DAY}{_END}",
        rf"/{_YEAR}-{_TWO_MONTH}/{_TWO_DAY}{_END}",
        rf"/{_YEAR}-{_TWO_MONTH}-{_TWO_DAY}(?=[/_-]|$)",
        rf"-{_YEAR}-{_TWO_MONTH}-{_TWO_DAY}(?=/?$)",
        rf"/t?{_YEAR}{_TWO_MONTH}{_TWO_DAY}(?=[/_-]|$)",
    )
)
_BEGINS = re.compile(rf"[/-][tT]?{_YEAR}")
"""How all of them begin: most URLs have no such place."""
_URLS_KEPT = 64
"""Several checks ask for the day in the URL of one article, one after the other."""
_MONTH_NUMBERS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)  # noqa: SIM905
}


class UrlDate(msgspec.Struct, frozen=True, gc=False):
    """A day named in the path of a URL, and how it is written there."""

    day: date
    text: str


@lru_cache(maxsize=_URLS_KEPT)
def url_date(url: str) -> UrlDate | None:
    """Return the one day that the path of *url* names; ``None`` where it names none or several that differ.

    A year, or a year and a month, is no day. A number at the start of a slug (``/2019/03/30-let``) is not one either.
    """
    path = url[:_LONGEST].partition("?")[0].partition("#")[0]
    if not _BEGINS.search(path):
        return None
    found = [date_ for pattern in _PATTERNS for match in pattern.finditer(path) if (date_ := _read(match))]
    return found[0] if len({each.day for each in found}) == 1 else None


def _read(match: re.Match[str]) -> UrlDate | None:
    month = _MONTH_NUMBERS.get(match["m"].lower()) or int(match["m"])
    day = make_date(int(match["y"]), month, int(match["d"]))
    return UrlDate(day, match[0].strip("/-")) if day else None
