"""Dates of the Iranian and the Thai calendar, and Uzbek ones, that run into their neighbour.

No day of theirs is told, since the date facts have no table of their names; that a weekday, a time or a word touches
such a date is seen without. Each pattern names a month, so that it fits nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

_Kind = Literal["weekday+day", "date+time", "date+word"]
IRANIAN_MONTHS = "فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند"
_IRANIAN_WEEKDAYS = "(?:یک|دو|سه|چهار|پنج)?\u200c?شنبه|جمعه"
_THAI_MONTHS = (
    r"(?:ม|มี|ต|ธ|พ|ก|ส)\.?ค\.|ก\.พ\.|เม\.ย\.|(?:มิ|ก|พ)\.ย\.|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|"
    "กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
)
_UZBEK_MONTHS = (
    "yanvar|fevral|mart|aprel|may|iyun|iyul|avgust|sentabr|sentyabr|oktabr|oktyabr|noyabr|dekabr"
    "|январ|феврал|март|апрел|май|июн|июл|август|сентябр|октябр|ноябр|декабр"
)
_DIGIT = "[۰-۹٠-٩0-9]"
_PATTERNS: tuple[tuple[_Kind, re.Pattern[str]], ...] = (
    # پنجشنبه۲۰ اردیبهشت ۱۴۰۳
    (
        "weekday+day",
        re.compile(
            rf"(?<!\w)(?:{_IRANIAN_WEEKDAYS})(?P<at>){_DIGIT}{{1,2}} ?(?:{IRANIAN_MONTHS})(?!\w)(?: ?{_DIGIT}{{4}})?"
        ),
    ),
    # 9 พ.ค. 256716:02
    ("date+time", re.compile(rf"(?<!\d)\d{{1,2}} ?(?:{_THAI_MONTHS}) ?25\d\d(?P<at>)\d{{1,2}}[:.][0-5]\d(?!\d)")),
    # 2017-yil 25-iyulEndi; its endings are small letters.
    (
        "date+word",
        re.compile(rf"(?<!\d)\d{{4}}-(?:yil|йил) \d{{1,2}}-(?:{_UZBEK_MONTHS})(?P<at>)[A-ZА-ЯЎҚҒҲ][\w'‘’ʻʼ]{{0,40}}"),
    ),
)


class CalendarJoint(NamedTuple):
    """Where two parts touch, the span of both, and which parts they are."""

    start: int
    at: int
    end: int
    kind: _Kind


def calendar_joints(text: str, start: int, end: int) -> Iterator[CalendarJoint]:
    """Yield the joints in ``text[start:end]``."""
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text, start, end):
            yield CalendarJoint(match.start(), match.start("at"), match.end(), kind)
