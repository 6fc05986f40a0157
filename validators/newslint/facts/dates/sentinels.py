"""Stored zeros: the days that software writes where it has no date."""

from __future__ import annotations

import re
from datetime import date, time

import msgspec

from newslint.facts.dates.fields import FieldDate, PublicationDate

_ALWAYS = {
    date(1, 1, 1): "the zero of .NET and of Python",
    date(1, 1, 2): "the zero of .NET in a western time zone",
    date(1601, 1, 1): "the zero of Windows file times",
    date(1899, 12, 30): "the zero of spreadsheets",
    date(1899, 12, 31): "the zero of spreadsheets",
    date(1900, 1, 1): "the zero of SQL Server",
    date(1904, 1, 1): "the zero of old Macintosh files",
    date(1969, 12, 31): "the zero of Unix time in a western time zone",
    date(1970, 1, 1): "the zero of Unix time",
    date(2038, 1, 19): "the last moment of 32-bit Unix time",
    date(9999, 12, 31): "the largest date of databases",
}
_AT_MIDNIGHT = {
    date(1980, 1, 1): "the zero of DOS and ZIP files",
    date(2000, 1, 1): "a default of content management systems",
    date(2001, 1, 1): "the zero of Apple's clock",
}
"""Days on which papers did appear; only with the midnight that a default brings along."""

_ZEROS = frozenset((*_ALWAYS, *_AT_MIDNIGHT))

_CLOCK = r"(?:[T ].{0,20})?"
_WRITTEN = (
    (re.compile(rf"0000[-/.]00[-/.]00{_CLOCK}|00[-/.]00[-/.]0000{_CLOCK}"), "MySQL's empty date", None),
    (re.compile(rf"-0*1[-/]11[-/](?:28|29|30){_CLOCK}"), "MySQL's empty date as PHP prints it", None),
    (re.compile(rf"0?1[-/.]0?1[-/.]0001{_CLOCK}"), "the zero of .NET and of Python", None),
    (re.compile(rf"(?:31[-/.]12|12[-/.]31)[-/.]9999{_CLOCK}"), "the largest date of databases", None),
    (re.compile(r"0|0\.0|-1"), "the zero of Unix time", date(1970, 1, 1)),
)
"""Forms that readers of dates do not take for one."""


class Sentinel(msgspec.Struct, frozen=True, gc=False):
    """What software a stored zero comes from; ``day`` is ``None`` where the zero is no day at all (0000-00-00)."""

    origin: str
    day: date | None


def sentinel(value: str, read: FieldDate | None) -> Sentinel | None:
    """Return what *value* is the default of; *read* is the value as it was read, if it could be.

    Raw forms that no calendar has (``0000-00-00``, PHP's ``-0001-11-30``) are known by their text.
    """
    if read is not None:
        if read.day not in _ZEROS:
            return None
        origin = _ALWAYS.get(read.day) or (_AT_MIDNIGHT.get(read.day) if read.time == time() else None)
        return Sentinel(origin, read.day) if origin else None
    text = value.strip()
    for pattern, name, day in _WRITTEN:
        if pattern.fullmatch(text):
            return Sentinel(name, day)
    return None


def is_stored_zero(published: PublicationDate) -> bool:
    """Return whether the day of publication is no day but the default of some software."""
    # Nearly every article passes here several times.
    if published.day not in _ZEROS:
        return False
    return sentinel(published.text, FieldDate(published.day, published.time)) is not None
