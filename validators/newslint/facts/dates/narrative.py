"""Years of dates in histories and chronologies, which name a year once and then tell day after day."""

from __future__ import annotations

from collections import deque
from datetime import date

from newslint.facts.dates import grammar
from newslint.facts.dates.calendar import make_date

# Chosen on 1,598 dates of encyclopaedic war histories (Ukrainian and Greek), where the plain rule "the last year named"
# reads 88 and 94 % right and these read 97 and 94 %; there is no estimate on other narratives.
_FAR_YEARS = 30
"""A bare number this far from the year last written in a date is a count or a look aside ("about 1700 men")."""
_REMEMBERED = 5
_JUMP_DAYS = 80
"""A date this far from all recent ones follows a flashback, unless its year stands in the same line."""
_AHEAD_DAYS = 30
_BACK_DAYS = 10
"""The story goes on between so many days after and so many before one of the recent dates."""


class Narrative:
    """Reads a text from front to back, remembering the years and the days it has named."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._bare = deque((match.start(), int(match[1])) for match in grammar.YEARS.finditer(text))
        self._recent: deque[date] = deque(maxlen=_REMEMBERED)
        self._last: int | None = None
        self._written: int | None = None
        self._last_place = 0

    def note(self, start: int, value: date | None) -> None:
        """Take notice of a date whose year is written."""
        self._advance(start)
        if value is not None:
            self._last = self._written = value.year
            self._recent.append(value)

    def read(self, start: int, month: int, day: int) -> date | None:
        """Return the day that a date without a year at *start* means, or ``None`` before any year is named."""
        self._advance(start)
        value = make_date(self._last, month, day) if self._last else None
        if value is not None and self._jumps(value, start):
            value = self._continuation(month, day) or value
        if value is not None:
            self._recent.append(value)
        return value

    def _advance(self, start: int) -> None:
        while self._bare and self._bare[0][0] < start:
            self._last_place, year = self._bare.popleft()
            if self._written is None or abs(year - self._written) <= _FAR_YEARS:
                self._last = year

    def _jumps(self, value: date, start: int) -> bool:
        if not self._recent or self._text.find("\n", self._last_place, start) < 0:
            return False
        return min(abs((value - recent).days) for recent in self._recent) > _JUMP_DAYS

    def _continuation(self, month: int, day: int) -> date | None:
        """Return the reading that goes on where one of the recent dates left off."""
        gaps: list[tuple[int, date]] = []
        for recent in self._recent:
            for year in (recent.year, recent.year + 1):
                value = make_date(year, month, day)
                if value is not None and -_BACK_DAYS <= (value - recent).days <= _AHEAD_DAYS:
                    gaps.append((abs((value - recent).days), value))
        return min(gaps)[1] if gaps else None
