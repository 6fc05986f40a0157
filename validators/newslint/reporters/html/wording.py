"""Numbers, dates and languages as a reader expects them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

_MONTHS = tuple(
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_RIGHT_TO_LEFT = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi"))
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")


def number(value: float) -> str:
    """Write *value* with thousands separators, and without decimals where it has none."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"


def count(value: int, noun: str, plural: str = "") -> str:
    """Write *value* with its noun: ``1 error``, ``2 errors``."""
    return f"{value:,} {noun if value == 1 else plural or noun + 's'}"


def share(part: float, whole: float) -> str:
    """Write *part* of *whole* as a percentage; a share that is not zero never reads as zero."""
    return percent(part / whole) if whole else "–"


def percent(value: float) -> str:
    """Write a share (0 to 1) as a percentage."""
    if 0 < value < 0.0005:
        return "<0.1%"
    return f"{value * 100:.0f}%" if value >= 0.0995 or value == 0 else f"{value * 100:.1f}%"


def reader_date(iso: str) -> str:
    """Write ``2024-12-06`` as ``6 December 2024``, ``2024-12`` as ``December 2024``; anything else stays as it is."""
    try:
        if re.fullmatch(r"\d{4}-\d\d", iso):
            return f"{_MONTHS[int(iso[5:]) - 1]} {int(iso[:4])}"
        day = date.fromisoformat(iso[:10])
    except (ValueError, IndexError):
        return iso
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def is_date(value: object) -> bool:
    """Return whether *value* starts with a calendar date that ``datetime`` attributes accept."""
    try:
        date.fromisoformat(str(value)[:10])
    except ValueError:
        return False
    return True


def title(slug: str) -> str:
    """Write a slug as a heading: ``mashed-date`` becomes ``Mashed date``."""
    return slug.replace("-", " ").capitalize()


def language_tag(language: str | None) -> str:
    """Return *language* where it has the form of a BCP 47 tag, else an empty string."""
    return language if language and _TAG.fullmatch(language) else ""


def direction(language: str | None) -> str:
    """Return the value of ``dir`` for a text in *language*."""
    tag = language_tag(language)
    if not tag:
        return "auto"
    return "rtl" if tag.partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


def joined(parts: Iterable[str]) -> str:
    """Join the parts that are not empty, as metadata lines do."""
    return " · ".join(part for part in parts if part)
