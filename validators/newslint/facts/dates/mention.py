"""The record of one date mention."""

from __future__ import annotations

import datetime
from typing import Literal

import msgspec

Kind = Literal["full", "yearless", "numeric", "iso", "weekday", "relative"]
Precision = Literal["day", "yearless", "impossible"]
YearSource = Literal["written", "weekday", "words", "nearest", "narrative", ""]


class DateMention(msgspec.Struct, frozen=True, gc=False):
    """A calendar day named in a text.

    ``start`` and ``end`` are character offsets into the field; the span includes the weekday written beside the date.
    Of a range ("5-7 November") both ends are mentions with the same span, and ``partner`` is the other end.

    ``kind`` is ``full`` (month name and year), ``yearless`` (month name, no year), ``numeric`` (``14.04.2017``,
    ``6.12.``), ``iso`` (``2024-12-06``), ``weekday`` or ``relative`` ("yesterday"). ``precision`` is ``day`` where
    ``value`` is known, ``impossible`` where no calendar has the day (31 April), ``yearless`` where the year could
    not be told. ``year_from`` says how the year was found: ``written``, by the ``weekday`` beside the date, by
    ``words`` ("of last year"), the year ``nearest`` to publication, or the last year named in a ``narrative``.
    ``weekday`` counts from 0 = Monday. ``ambiguous`` marks numeric dates that read both day-first and month-first.
    """

    start: int
    end: int
    text: str
    value: datetime.date | None
    precision: Precision
    kind: Kind
    explicit_year: bool
    weekday: int | None = None
    partner: datetime.date | None = None
    month: int = 0
    day: int = 0
    year_from: YearSource = ""
    in_range: bool = False
    ambiguous: bool = False


class Candidate(msgspec.Struct, gc=False):
    """What the scanner saw, before years and numeric order are settled. ``year`` 0 means none was written.

    For numeric dates ``day`` and ``month`` hold the first and the second number as written, whatever they mean.
    """

    start: int
    end: int
    day: int
    month: int
    year: int
    kind: Kind
    weekday: int | None = None
    last_day: int = 0
    separator: str = ""
