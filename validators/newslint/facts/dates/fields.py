"""Read the fields that should hold one date: ``published_at``, ``modified_at`` and the dateline."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import lru_cache
from typing import Literal

import msgspec

from newslint.facts.dates.calendar import make_date
from newslint.facts.dates.mention import DateMention
from newslint.facts.dates.names import base_language, fold, load_names
from newslint.facts.dates.resolve import Resolver
from newslint.facts.dates.scan import scanner
from newslint.model import Article

_LONGEST = 200
_FIELDS_KEPT = 1_024
"""A date field is read by half a dozen checks in turn; and what a crawl stored once it stores often."""
_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[T _]+(\d\d)(?::?(\d\d))?(?::?(\d\d))?(?:[.,]\d+)?)?"
    r"\s*(?:Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?\Z"
)
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})([-/ ])([A-Za-z]{3,9})\2(\d{4})\b")
_CLOCK = re.compile(
    r"(?:(?P<early>午前|上午|오전)|(?P<late>午後|下午|오후))?\s*"
    r"(?<!\d)([01]?\d|2[0-3])(?:[:.h]|[時时点點시]\s?)([0-5]\d)(?::([0-5]\d))?[分분]?(?:[.,]\d+)?\s*"
    r"(a\.?m|p\.?m|ص|م)?",
    re.IGNORECASE,
)
_FULL_YEAR = re.compile(r"\d{4}")
_SHIFT = re.compile(r"(?:GMT|UTC)\s?[+-]\d{1,2}(?::?\d\d)?")
_AFTERNOON = ("p", "م")
_BETWEEN_TOKENS = re.compile(r"[\s,.;:|•·@()/،—–-]+")
_TIME_ZONE = re.compile(r"[A-Z]{1,5}|МСК|\+?\d\d(?:\d\d)?")
_FILLERS = frozenset(
    (
        *[
            "at",
            "um",
            "uhr",
            "à",
            "alle",
            "ore",
            "às",
            "as",
            "a",
            "las",
            "ob",
            "o",
            "kl",
            "klo",
            "kell",
            "в",
            "о",
            "ч",
            "u",
            "om",
        ],
        *("h", "hrs", "hs", "am", "pm", "m", "г", "р", "r", "год", "года", "годин", "року", "roku"),
    )
)
"""What may stand around the date in a date field beside weekdays, clock times and zones."""


class FieldDate(msgspec.Struct, frozen=True, gc=False):
    """A date field read whole: ``time`` is the clock time as written, without its zone.

    ``ambiguous`` says that the day reads both day-first and month-first, as in :class:`DateMention`.
    """

    day: date
    time: time | None = None
    ambiguous: bool = False


class PublicationDate(msgspec.Struct, frozen=True, gc=False):
    """The day an article says it was published.

    ``start`` and ``end`` are the exact span of the date in the dateline; both are ``None`` where the whole value of
    ``published_at`` was read. ``time`` is the clock time where one is written.
    """

    day: date
    field: Literal["published_at", "dateline"]
    start: int | None
    end: int | None
    text: str
    time: time | None = None
    ambiguous: bool = False


def publication_date(article: Article, language: str | None) -> PublicationDate | None:
    """Return when *article* was published: ``published_at`` where it can be read whole, else the dateline.

    A year or a month alone is no day, and bare numbers are not taken for Unix time: both give ``None``.
    """
    value = article.text("published_at")
    if value and (read := read_date_field(value, language)):
        return PublicationDate(read.day, "published_at", None, None, value, read.time, read.ambiguous)
    dateline = article.text("dateline")
    mention = first_full_date(dateline, language) if dateline else None
    if mention is None or mention.value is None:
        return None
    return PublicationDate(
        mention.value, "dateline", mention.start, mention.end, mention.text, ambiguous=mention.ambiguous
    )


def first_full_date(text: str, language: str | None) -> DateMention | None:
    """Return the first date of *text* that has a year and is a real day, in *language* or else in any."""
    head = text[:_LONGEST]
    for code in dict.fromkeys((base_language(language), None)):
        for mention in Resolver(head, language, None).resolve(scanner(code).scan(head)):
            if mention.value is not None and mention.explicit_year:
                return mention
    return None


def parse_date_field(value: str, language: str | None) -> date | None:
    """Return the day that *value* names as a whole, or ``None``; :func:`read_date_field` tells more."""
    read = read_date_field(value, language)
    return read.day if read else None


def read_date_field(value: str, language: str | None) -> FieldDate | None:
    """Read *value* if it is one date, with or without a time: ISO 8601, RFC 2822, or as newspapers write it."""
    text = value.strip()
    return _read_field(text, language) if 0 < len(text) <= _LONGEST else None


@lru_cache(maxsize=_FIELDS_KEPT)
def _read_field(text: str, language: str | None) -> FieldDate | None:
    if match := _ISO.match(text):
        return _from_iso(match)
    text = _DAY_MONTH_YEAR.sub(r"\1 \3 \4", text, count=1)
    for code in dict.fromkeys((base_language(language), "en", None)):
        if read := _from_words(text, code, language):
            return read
    return None


def _from_iso(match: re.Match[str]) -> FieldDate | None:
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    value = make_date(year, month, day) if year else None
    if value is None:
        return None
    if match[4] is None:
        return FieldDate(value)
    try:
        return FieldDate(value, time(int(match[4]), int(match[5] or 0), min(int(match[6] or 0), 59)))
    except ValueError:
        return None


def _from_words(text: str, code: str | None, tag: str | None) -> FieldDate | None:
    """Read the first full date of *text* if nothing but a clock time, a weekday and a zone stand beside it."""
    for mention in Resolver(text, tag or "en", None).resolve(scanner(code).scan(text)):
        if mention.value is None or not mention.explicit_year:
            continue
        rest, clock = _without_clock(text, mention)
        if not _is_only_filler(rest, code):
            return None
        return FieldDate(mention.value, _clock_time(clock), mention.ambiguous)
    return None


def _without_clock(text: str, mention: DateMention) -> tuple[str, re.Match[str] | None]:
    """Return what stands beside the date in *text*, without a clock time, and that time."""
    rest = f"{text[: mention.start]} {text[mention.end :]}".replace(mention.text, " ")
    rest = _SHIFT.sub(" ", rest, count=1)
    clock = _CLOCK.search(rest)
    return (rest[: clock.start()] + " " + rest[clock.end() :] if clock else rest), clock


def names_impossible_day(value: str, language: str | None) -> bool:
    """Return whether *value* is one date, as newspapers write it, whose day no calendar has (``31 April 2024``)."""
    text = _DAY_MONTH_YEAR.sub(r"\1 \3 \4", value.strip()[:_LONGEST], count=1)
    code = base_language(language)
    mentions = Resolver(text, language or "en", None).resolve(scanner(code).scan(text))
    # A year of four digits: with two, the parts of a version or a score are no date that is wrong.
    return any(
        mention.precision == "impossible"
        and _FULL_YEAR.search(mention.text) is not None
        and _is_only_filler(_without_clock(text, mention)[0], code)
        for mention in mentions
    )


def _is_only_filler(rest: str, code: str | None) -> bool:
    """Return whether *rest* holds nothing but weekdays, words like "at" and time zones."""
    names = load_names(code or "en")
    for token in _BETWEEN_TOKENS.split(rest):
        word = fold(token)
        known = not token or word in _FILLERS or word in names.weekdays or word in names.weekdays_short
        if not known and not _TIME_ZONE.fullmatch(token):
            return False
    return True


def _clock_time(match: re.Match[str] | None) -> time | None:
    if match is None:
        return None
    hour, noon = int(match[3]), (match[6] or "").lower()
    late = bool(match["late"]) or noon.startswith(_AFTERNOON)
    if (late or noon or match["early"]) and hour <= 12:
        hour = hour % 12 + 12 * late
    return datetime(2000, 1, 1, hour, int(match[4]), int(match[5] or 0)).time()
