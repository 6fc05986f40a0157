"""Give every candidate its calendar day: numeric order first, then the year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import msgspec

from newslint.facts.dates import grammar
from newslint.facts.dates.calendar import make_date
from newslint.facts.dates.mention import Candidate, DateMention, Precision, YearSource
from newslint.facts.dates.narrative import Narrative

LATEST_AHEAD = 120
"""Days after publication up to which a date without a year is read as yet to come; later ones lie in the year before.
Of 377 year-less dates in annotated news this reads 95.8 % right (0 days: 53.9, 30: 85.2, 183: 94.7, 300: 87.8 %)."""

_LAST_DAYS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""Days of each month in a leap year: what it lacks, every year lacks."""
_MONTH_FIRST_REGIONS = ("en-us", "en-ph", "en-pr")
_TO = r"[-–—]|to|until|till|through|bis|au|al|a|até|do|по|до|tot|til"
_TO_AFTER = re.compile(rf"[^\S\n]{{0,2}}(?:{_TO})[^\S\n]{{0,2}}(?:\d|\w{{3,12}}\.? \d)")
_TO_BEFORE = re.compile(r"\d ?[-–—] ?$")
_JOINED = re.compile(
    rf"[^\S\n]{{0,2}}(?:{_TO}|and|und|et|al|y|e|i|и|і|й|en|och|og)"
    r"[^\S\n]{0,2}(?:(?:den|d\.|the|le|el|il|zum)[^\S\n])?"
)
_WORDS_WINDOW = 40
_TOLD_WINDOW = 200
"""Characters before "that same year" within which the year is looked for."""


class Resolver:
    """Turns the candidates of one text into mentions."""

    def __init__(self, text: str, tag: str | None, published: date | None, *, narrative: bool = False) -> None:
        self._text = text
        self._tag = (tag or "").replace("_", "-").lower()
        self._published = published
        self._shared_years: dict[int, int] = {}
        self._narrative = Narrative(text) if narrative else None

    def resolve(self, candidates: Sequence[Candidate]) -> list[DateMention]:
        """Return the mentions, in text order; both ends of a range have the same span."""
        month_first = _order_in_text(candidates)
        self._shared_years = self._years_of_ranges(candidates)
        mentions: list[DateMention] = []
        for candidate in candidates:
            if candidate.kind == "numeric" and candidate.year:
                mentions.append(self._numeric(candidate, month_first))
            elif candidate.last_day:
                mentions.extend(self._range(candidate))
            else:
                mentions.append(self._mention(candidate, candidate.day, candidate.month))
        return mentions

    # ---- numeric order ---------------------------------------------------------------------------------------------

    def _numeric(self, candidate: Candidate, month_first: bool | None) -> DateMention:
        first, second = candidate.day, candidate.month
        ambiguous = first <= 12 and second <= 12 and first != second
        by_weekday = _order_by_weekday(candidate) if ambiguous else None
        known = month_first if by_weekday is None else by_weekday
        if second > 12 or (ambiguous and self._month_comes_first(candidate.separator, known)):
            first, second = second, first
        return self._mention(
            candidate, first, second, ambiguous=ambiguous and known is None and self._two_orders(candidate)
        )

    def _two_orders(self, candidate: Candidate) -> bool:
        """Return whether the language writes both orders: only English does, and never with dots.

        Of 355 numeric dates in Slavic news none was provably month-first.
        """
        return candidate.separator != "." and (not self._tag or self._tag.startswith("en"))

    def _month_comes_first(self, separator: str, in_text: bool | None) -> bool:
        """Let the text's own unambiguous dates decide, then the region, then the separator.

        Plain "en" is American with slashes and British with dots and hyphens: of the English pages with slashed
        dates most are American, and American papers never write dots.
        """
        if in_text is not None:
            return in_text
        return self._tag.startswith(_MONTH_FIRST_REGIONS) or (self._tag == "en" and separator == "/")

    # ---- years -----------------------------------------------------------------------------------------------------

    def _range(self, candidate: Candidate) -> list[DateMention]:
        first = self._mention(candidate, candidate.day, candidate.month, part_of_range=True)
        last = self._mention(candidate, candidate.last_day, candidate.month, part_of_range=True)
        return [_with_partner(first, last.value), _with_partner(last, first.value)]

    def _mention(
        self, candidate: Candidate, day: int, month: int, *, ambiguous: bool = False, part_of_range: bool = False
    ) -> DateMention:
        value, precision, source = self._day(candidate, day, month, weekday_counts=not part_of_range)
        return DateMention(
            candidate.start,
            candidate.end,
            self._text[candidate.start : candidate.end],
            value,
            precision,
            candidate.kind,
            bool(candidate.year),
            weekday=candidate.weekday,
            month=month,
            day=day,
            year_from=source,
            in_range=part_of_range or self._touches_range(candidate),
            ambiguous=ambiguous,
        )

    def _day(
        self, candidate: Candidate, day: int, month: int, *, weekday_counts: bool
    ) -> tuple[date | None, Precision, YearSource]:
        if candidate.year:
            value = make_date(candidate.year, month, day)
            if self._narrative:
                self._narrative.note(candidate.start, value)
            return (value, "day", "written") if value else (None, "impossible", "written")
        if day > _LAST_DAYS[month]:
            return None, "impossible", ""
        weekday = candidate.weekday if weekday_counts else None
        value, source = self._without_year(candidate, month, day, weekday)
        return value, "day" if value else "yearless", source

    def _without_year(
        self, candidate: Candidate, month: int, day: int, weekday: int | None
    ) -> tuple[date | None, YearSource]:
        if year := self._shared_years.get(candidate.start):
            return make_date(year, month, day), "words"
        if self._says_same_year(candidate):
            return self._in_year_told(candidate.start, month, day)
        if self._narrative and (told := self._narrative.read(candidate.start, month, day)):
            return told, "narrative"
        if self._published is None:
            return None, ""
        if (shift := self._said_year(candidate.end)) is not None:
            return make_date(self._published.year + shift, month, day), "words"
        return _nearest(self._published, month, day, weekday)

    def _said_year(self, end: int) -> int | None:
        """Return -1 or 1 where the words after the date say last or next year."""
        window = self._text[end : end + _WORDS_WINDOW].lower()
        if grammar.LAST_YEAR.match(window):
            return -1
        return 1 if grammar.NEXT_YEAR.match(window) else None

    def _says_same_year(self, candidate: Candidate) -> bool:
        """Return whether the words beside the date say that its year is the one told last ("같은 해 7월 12일")."""
        if grammar.SAME_YEAR_BEFORE.search(self._text[max(0, candidate.start - 16) : candidate.start].lower()):
            return True
        return grammar.SAME_YEAR.match(self._text[candidate.end : candidate.end + _WORDS_WINDOW].lower()) is not None

    def _in_year_told(self, start: int, month: int, day: int) -> tuple[date | None, YearSource]:
        years = grammar.YEARS.findall(self._text[max(0, start - _TOLD_WINDOW) : start])
        return (make_date(int(years[-1]), month, day), "words") if years else (None, "")

    def _years_of_ranges(self, candidates: Sequence[Candidate]) -> dict[int, int]:
        """Return the years that dates take from the other end of a range ("30 August to 2 September 2019")."""
        years: dict[int, int] = {}
        for first, second in pairwise(candidates):
            joined = not first.year and second.year and second.kind == "full"
            if joined and _JOINED.fullmatch(self._text, first.end, second.start):
                years[first.start] = second.year - (first.month > second.month)
        return years

    def _touches_range(self, candidate: Candidate) -> bool:
        """Return whether a dash or a word like "to" joins the date with what stands beside it."""
        if _TO_AFTER.match(self._text, candidate.end):
            return True
        return bool(_TO_BEFORE.search(self._text[max(0, candidate.start - 4) : candidate.start]))


def _order_by_weekday(candidate: Candidate) -> bool | None:
    """Return whether the month is first, where the weekday beside the date fits one of the two readings only."""
    if candidate.weekday is None:
        return None
    readings = ((candidate.month, candidate.day), (candidate.day, candidate.month))
    fits = [
        bool(day) and day.weekday() == candidate.weekday
        for day in (make_date(candidate.year, *r) for r in readings)
        if day
    ]
    return fits[1] if len(fits) == 2 and fits[0] != fits[1] else None


def _order_in_text(candidates: Sequence[Candidate]) -> bool | None:
    """Return whether the unambiguous numeric dates put the month first; ``None`` if there are none or they disagree."""
    orders = {
        candidate.month > 12
        for candidate in candidates
        if candidate.kind == "numeric" and candidate.year and (candidate.month > 12) != (candidate.day > 12)
    }
    return orders.pop() if len(orders) == 1 else None


def _nearest(published: date, month: int, day: int, weekday: int | None) -> tuple[date | None, YearSource]:
    """Return the day in the year in which it is a *weekday*, or else in that nearest to publication."""
    nearest = None
    for year in (published.year + 1, published.year, published.year - 1):
        value = make_date(year, month, day)
        if value is None or (value - published).days > LATEST_AHEAD:
            continue
        if value.weekday() == weekday:
            return value, "weekday"
        nearest = nearest or value
        if weekday is None:
            break
    return nearest, "nearest" if nearest else ""


def _with_partner(mention: DateMention, partner: date | None) -> DateMention:
    return msgspec.structs.replace(mention, partner=partner)
