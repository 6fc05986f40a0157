"""Stamps of pages in languages whose other dates are not read: Thai, with the years of the Buddha, and Mongolian."""

from __future__ import annotations

import re
from datetime import time

from newslint.facts.dates.calendar import make_date
from newslint.facts.dates.fields import FieldDate
from newslint.text.patterns import either

_OF_BUDDHA = 543
_THIS_CENTURY_OF_BUDDHA = 2500
_LONGEST = 80
_SHORT = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
_LONG = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม",
    "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
_MONTHS = {name: number for names in (_SHORT, _LONG) for number, name in enumerate(names, 1)}
_HOUR = r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?:[:.][0-5]\d)?"
_THAI = re.compile(
    rf"(?:วัน[^\s\d]{{2,10}}\s?(?:ที่)?\s)?(?:วันที่\s?)?(?P<day>\d{{1,2}})\s(?P<month>{either(_MONTHS)})"
    rf"\s?(?:พ\.ศ\.\s?)?(?P<year>25\d\d|20\d\d|\d\d)(?:[\s,|–-]{{1,3}}(?:เวลา\s?)?{_HOUR}(?:\s?น\.?)?)?"
)
_MONGOLIAN = re.compile(
    rf"(?P<year>20\d\d)\s(?:оны|он)\s(?P<month>\d{{1,2}})(?:\s?-?\s?р)?\s(?:сарын|сар)\s(?P<day>\d{{1,2}})"
    rf"(?:-?(?:ны|ний|нд|н))?(?:\s(?:өдөр|өдрийн))?(?:,?\s{{1,2}}(?:[|–-]\s)?{_HOUR})?",
    re.IGNORECASE,
)


def read_other_stamp(text: str) -> FieldDate | None:
    """Return the day and the hour that *text* is as a whole, where a Thai or a Mongolian page writes them."""
    match = _THAI.fullmatch(text) or _MONGOLIAN.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        return None
    year, month = int(match["year"]), match["month"]
    if year < 100:
        year += _THIS_CENTURY_OF_BUDDHA
    year -= _OF_BUDDHA if year > _THIS_CENTURY_OF_BUDDHA else 0
    day = make_date(year, _MONTHS[month] if month in _MONTHS else int(month), int(match["day"]))
    hour = time(int(match["hour"]), int(match["minute"])) if match["hour"] else None
    return FieldDate(day, hour) if day else None
