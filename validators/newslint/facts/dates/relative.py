"""Weekdays and words like "yesterday", read against the publication date: only where a caller asks for them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from newslint.facts.dates import grammar
from newslint.facts.dates.mention import DateMention
from newslint.facts.dates.names import fold, load_names

_WORD = re.compile(r"[^\s\d.,;:!?()\[\]{}\"«»“”„…/\\|<>=+*&%$#@^~_–—]{2,18}")

SHIFTS: dict[str, dict[str, int]] = {
    "en": {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0},
    "de": {"heute": 0, "gestern": -1, "vorgestern": -2, "übermorgen": 2},
    "fr": {"aujourd'hui": 0, "hier": -1, "demain": 1},
    "es": {"hoy": 0, "ayer": -1, "anteayer": -2, "anoche": -1},
    "it": {"oggi": 0, "ieri": -1, "domani": 1},
    "pt": {"hoje": 0, "ontem": -1, "amanhã": 1},
    "nl": {"vandaag": 0, "gisteren": -1, "morgen": 1},
    "ru": {"сегодня": 0, "вчера": -1, "завтра": 1, "позавчера": -2},
    "uk": {"сьогодні": 0, "вчора": -1, "учора": -1, "завтра": 1},
    "pl": {"dziś": 0, "dzisiaj": 0, "wczoraj": -1, "jutro": 1},
    "cs": {"dnes": 0, "včera": -1, "zítra": 1},
    "sk": {"dnes": 0, "včera": -1, "zajtra": 1},
    "sl": {"danes": 0, "včeraj": -1, "jutri": 1},
    "hr": {"danas": 0, "jučer": -1, "sutra": 1},
    "bg": {"днес": 0, "вчера": -1, "утре": 1},
    "et": {"täna": 0, "eile": -1, "üleeile": -2, "homme": 1},
    "el": {"σήμερα": 0, "χθες": -1, "χτες": -1, "αύριο": 1},
    "tr": {"bugün": 0, "dün": -1, "yarın": 1},
}
"""Days from publication, by word."""


def find_relative(text: str, language: str, published: date, taken: tuple[DateMention, ...]) -> list[DateMention]:
    """Return weekday and relative mentions of *text* outside the spans of *taken*.

    A bare weekday is read as its latest occurrence up to publication; it may as well lie ahead, so nothing that
    measures staleness should use it.
    """
    weekdays, shifts = load_names(language).weekdays, SHIFTS.get(language, {})
    spans = [(mention.start, mention.end) for mention in taken]
    found: list[DateMention] = []
    for match in _WORD.finditer(text):
        word = fold(match[0])
        weekday, shift = weekdays.get(word), shifts.get(word)
        if (weekday is None and shift is None) or any(start <= match.start() < end for start, end in spans):
            continue
        if weekday is not None:
            if language in grammar.CAPITALISED and not match[0][0].isupper():
                continue
            day = published - timedelta(days=(published.weekday() - weekday) % 7)
        else:
            day = published + timedelta(days=shift or 0)
        kind = "relative" if weekday is None else "weekday"
        found.append(_mention(match, day, kind, weekday))
    return found


def _mention(match: re.Match[str], day: date, kind: str, weekday: int | None) -> DateMention:
    return DateMention(
        match.start(), match.end(), match[0], day, "day", "relative" if kind == "relative" else "weekday", False,
        weekday=weekday, month=day.month, day=day.day, year_from="nearest",
    )  # fmt: skip
