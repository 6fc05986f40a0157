"""Read dates in text whose word boundaries are gone, for :mod:`newslint.facts.dates.mashed`.

The date scanner of the other checks wants a date to stand by itself. This reader takes one that begins in the middle
of a run of letters or digits, ends in one, or lacks the spaces between its own parts; it is slow, and meant for short
windows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import chain
from typing import NamedTuple

from newslint.facts.dates.calendar import make_date
from newslint.facts.dates.mashed_words import CASE_LANGUAGES
from newslint.facts.dates.names import LANGUAGES, fold, load_names
from newslint.facts.dates.starts import DIGIT

Numbers = Mapping[int, frozenset[str]]
"""What a name means: the number of the month or weekday, and the languages in which it does."""

YEARS = range(1900, 2100)
"""Years of news archives; other numbers of four digits beside a month are amounts."""

_MARKS = (
    "\u0300-\u036f\u05b0-\u05bd\u064b-\u0652\u0654\u0670\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0970\u200c"
    # Bengali, Gurmukhi, Gujarati, Tamil, Telugu, Kannada and Malayalam
    "\u0981-\u0983\u09bc\u09be-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0a70\u0a71\u0a81-\u0a83\u0abc\u0abe-\u0acd\u0b82\u0bbe-\u0bcd"
    "\u0c00-\u0c04\u0c3e-\u0c4d\u0c81-\u0c83\u0cbc\u0cbe-\u0ccd\u0d00-\u0d03\u0d3e-\u0d4d"
)
LETTER = rf"(?:[^\W\d_]|[{_MARKS}])"
"""A letter or a combining mark, which ``\\w`` leaves out."""
SPACE = "[ \u00a0\u202f\u2009]"
HUMP = re.compile(r"(?<=[^\W\d_])(?=[A-ZÀ-ÞА-Я])")
"""Where a word ends and a capital begins the next one inside it."""
CLOCK = r"\d{1,2}[:h][0-5٠-٥۰-۵०-५]\d"

_GAP = rf"(?:{SPACE}{{0,2}}|[-/.])"
_ORDINAL = r"(?:st|nd|rd|th|er|ère|\.|º|°|-?(?:го|е|ви|ти|ри|ми))"
_OF = rf"(?:(?:de|del|of|di|den|του|της){SPACE}|d['’])"
_TWO_WORD_MONTH = "(?:كانون|تشرين) (?:الأول|الثاني)"

_SHAPES = {
    "dmy": rf"(?P<d>\d{{1,2}})(?P<o>{_ORDINAL})?{_GAP}{_OF}?(?P<m>{_TWO_WORD_MONTH}|{LETTER}{{2,16}})"
    rf"(?:[.,،]{{0,2}}{_GAP}(?:{_OF}|del?(?=\d))?(?P<y>\d{{4}})|(?!{LETTER}|\d))",
    "numeric": rf"(?P<d>\d{{1,2}})(?P<s>\.{SPACE}?|[/-])(?P<n>\d{{1,2}})(?P=s)(?P<y>\d{{4}})(?!:)",
    "short year": rf"(?P<d>\d{{1,2}})(?P<s>[./-])(?P<n>\d{{1,2}})(?P=s)(?P<y>\d\d)(?={CLOCK})",
    "ymd": rf"(?P<y>\d{{4}})(?P<s>\.{SPACE}?|[/-])(?P<n>\d{{1,2}})(?P=s)(?P<d>\d\d|\d(?!\d))",
    "han": rf"(?P<y>\d{{4}}){SPACE}?[年년]{SPACE}?(?P<n>\d{{1,2}}){SPACE}?[月월]{SPACE}?(?P<d>\d{{1,2}}){SPACE}?[日일]",
    "year first": rf"(?P<y>\d{{4}})(?:\.{SPACE}gada|\.|{SPACE}m\.|{SPACE}metų){SPACE}"
    rf"(?:(?P<d>\d{{1,2}})\.{SPACE}(?P<m>[a-zāēģīķļņšūž]{{3,12}})"
    rf"|(?P<m2>{LETTER}{{3,12}})\.?{SPACE}(?P<d2>\d{{1,2}})(?:{SPACE}d\b)?\.?)",
}
_FROM_DIGIT = {shape: re.compile(pattern) for shape, pattern in _SHAPES.items()}
_FROM_MONTH = {
    "mdy": re.compile(rf"\.?{SPACE}{{0,2}}(?P<d>\d{{1,2}})(?P<o>st|nd|rd|th)?(?:,{SPACE}?|{SPACE})(?P<y>\d{{4}})"),
    "my": re.compile(rf"[.,]{{0,2}}{SPACE}{{0,2}}{_OF}?(?P<y>\d{{4}})"),
    "md": re.compile(rf"\.?{SPACE}{{0,2}}(?P<d>\d{{1,2}})(?P<o>st|nd|rd|th)?(?![\d.:/])"),
}
_NUMBER = re.compile(rf"[{DIGIT}](?<!\d\d)")
_MINUTES_BEFORE = re.compile(r"(?<=\d[:h])")
_INSIDE_DIGITS = re.compile(rf"(?:(?:19|20)\d\d|{CLOCK})(?=\d)")
# Words are read whole and from their start: else their end would be looked for again from every letter.
_MONTH_BEFORE_NUMBER = re.compile(
    rf"(?<![^\W\d_])(?:{_TWO_WORD_MONTH}|{LETTER}{{3,40}}+)(?=[.,]{{0,2}}{SPACE}{{0,2}}{_OF}?\d)"
)
_WEEKDAY_BEFORE = re.compile(
    rf"(?<![^\W\d_])(?P<w>(?:יום )?(?:{LETTER}|['’ʼ-]){{2,30}})"
    rf"(?P<gap>[.,،]{{0,2}}{SPACE}{{0,2}}(?:(?:den|the|el|le|dne|dnia){SPACE})?)\Z"
)
_OF_BEFORE_MONTH = re.compile(rf"{SPACE}?{_OF}")


class WrittenDate(NamedTuple):
    """A date as written, in characters of the text.

    ``start`` is that of the weekday where there is one, ``core`` that of the date itself, ``inner`` are the places
    where its own parts touch. ``plain`` says that the day can only be a day, and not the number of a name before it;
    ``swappable`` that day and month may be meant the other way round.
    """

    start: int
    core: int
    end: int
    shape: str
    day: int | None
    months: frozenset[int]
    year: int | None
    languages: frozenset[str]
    inner: tuple[int, ...] = ()
    plain: bool = True
    swappable: bool = False
    weekday: int | None = None

    def calendar_days(self) -> set[date]:
        """Return the calendar days it can be: none without a year, two where day and month may be swapped."""
        if self.year is None or self.day is None:
            return set()
        orders = {(self.day, month) for month in self.months}
        if self.swappable:
            orders |= {(month, day) for day, month in orders}
        return {found for day, month in orders if (found := make_date(self.year, month, day))}


class _Names(NamedTuple):
    """The names of all languages in one table; ``wide`` are those written out."""

    months: Mapping[str, Numbers]
    wide_months: frozenset[str]
    weekdays: Mapping[str, Numbers]
    wide_weekdays: frozenset[str]


def read_dates(text: str, start: int, end: int, language: str | None) -> list[WrittenDate]:
    """Return the dates in ``text[start:end]``, the leftmost and longest where readings overlap.

    *language* decides what a month's name means that languages share (``listopad``).
    """
    return _Reader(text, start, end, language).dates()


def weekday_languages(written: str) -> frozenset[str]:
    """Return the languages that have *written* as a weekday."""
    name = fold(written.strip(" \u00a0,،."))
    return frozenset(chain.from_iterable(_names().weekdays.get(name, {}).values()))


def is_wide_weekday(name: str) -> bool:
    """Return whether the folded *name* is a weekday, written out."""
    return name in _names().wide_weekdays


def is_wide_month(name: str) -> bool:
    """Return whether the folded *name* is a month, written out."""
    return name in _names().wide_months


def is_wordy(character: str) -> bool:
    """Return whether *character* is a letter, a combining mark or a digit."""
    return character.isalnum() or re.match(LETTER, character) is not None


class _Reader:
    """Reads one window of a text."""

    def __init__(self, text: str, start: int, end: int, language: str | None) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.language = language

    def dates(self) -> list[WrittenDate]:
        kept: list[WrittenDate] = []
        found = [*self._from_digits(), *self._from_months()]
        for each in sorted(found, key=lambda written: (written.start, -written.end)):
            if not kept or each.start >= kept[-1].end:
                kept.append(self._with_weekday(each))
        return kept

    def _from_digits(self) -> Iterator[WrittenDate]:
        """Yield the dates that begin with a digit, also behind a year or a time in the same run of digits."""
        numbers = [match.start() for match in _NUMBER.finditer(self.text, self.start, self.end)]
        inside = [_INSIDE_DIGITS.match(self.text, place, self.end) for place in numbers]
        places = {place for place in numbers if not _MINUTES_BEFORE.match(self.text, place)}
        places |= {match.end() for match in inside if match}
        waiting = sorted(places, reverse=True)
        while waiting:
            found = self._at_digit(waiting.pop())
            if found is None:
                continue
            yield found
            if found.end < self.end and self.text[found.end].isdigit():
                waiting.append(found.end)

    def _at_digit(self, place: int) -> WrittenDate | None:
        for shape, pattern in _FROM_DIGIT.items():
            match = pattern.match(self.text, place, self.end)
            if match and (found := self._read(shape, match, place)):
                return found
        return None

    def _from_months(self) -> Iterator[WrittenDate]:
        """Yield the dates that begin with the name of a month, also behind a capital inside a run of letters."""
        for match in _MONTH_BEFORE_NUMBER.finditer(self.text, self.start, self.end):
            place = self._month_start(match.start(), match.end())
            if place is None:
                continue
            found = self._at_month(place, match.end())
            # Glued to a word, a month and a year alone may be the title of something: TechMarch 2023.
            if found and (place == match.start() or found.shape != "my"):
                yield found

    def _month_start(self, start: int, end: int) -> int | None:
        """Return where the month's name begins in a run of letters that ends with it."""
        for place in range(start, end - 2):
            if (place == start or self.text[place].isupper()) and _month_numbers(self.text[place:end]):
                return place
        return None

    def _at_month(self, start: int, end: int) -> WrittenDate | None:
        for shape, pattern in _FROM_MONTH.items():
            match = pattern.match(self.text, end, self.end)
            if match and (found := self._read(shape, match, start, self.text[start:end])):
                return found
        return None

    def _read(self, shape: str, match: re.Match[str], start: int, month: str = "") -> WrittenDate | None:
        """Make a date of a match, or ``None`` if no calendar has it."""
        part = {key: value for key, value in match.groupdict().items() if value}
        name = month or part.get("m") or part.get("m2")
        numbers = _month_numbers(name) if name else {int(part["n"]): frozenset[str]()}
        day = part.get("d") or part.get("d2")
        year = int(part["y"]) + 2000 * (shape == "short year") if "y" in part else None
        end = match.end()
        if year is not None and year not in YEARS:
            if shape != "dmy":
                return None
            year, end = None, match.end("m")
        found = WrittenDate(
            start=start,
            core=start,
            end=end,
            shape=shape,
            day=int(day) if day else None,
            months=self._chosen(numbers),
            year=year,
            languages=frozenset(chain.from_iterable(numbers.values())),
            swappable=part.get("s") == "/",
        )
        if not _exists(found):
            return None
        return found._replace(inner=self._touching(found, match), plain=self._is_plain(found, match))

    def _chosen(self, numbers: Numbers) -> frozenset[int]:
        """Return the months a name means: the one of the article's language where languages share it."""
        own = frozenset(number for number, languages in numbers.items() if self.language in languages)
        return own or frozenset(numbers)

    def _touching(self, found: WrittenDate, match: re.Match[str]) -> tuple[int, ...]:
        """Return where letters and digits touch inside a date; none in a compact stamp (``06DEC2024``)."""
        if found.shape in ("han", "my"):
            return ()
        text = self.text
        ordinal = range(*match.span("o")) if match.groupdict().get("o") else range(0)
        places = tuple(
            place
            for place in range(found.core + 1, found.end)
            if text[place - 1].isdigit() != text[place].isdigit()
            and is_wordy(text[place - 1])
            and is_wordy(text[place])
            and place not in ordinal
        )
        written = text[found.core : found.end]
        one_case = written.isupper() or written.islower()
        stamp = len(places) == 2 and one_case and not is_wide_month(fold(written.strip("0123456789")))
        if stamp or not places:
            return ()
        # A full stop may touch the month by habit ("06.Dezember 2024"); beside another joint it is one too.
        dots = (place for place in range(found.core + 2, found.end) if text[place - 1] == "." and text[place].isalpha())
        return tuple(sorted((*places, *dots)))

    def _is_plain(self, found: WrittenDate, match: re.Match[str]) -> bool:
        """Return whether the day can only be a day: padded, ordinal, with an "of" or beside an inflected month."""
        if found.shape != "dmy":
            return True
        if match["d"].startswith("0") or match["o"] or _OF_BEFORE_MONTH.match(self.text, match.end("d")):
            return True
        return found.languages <= CASE_LANGUAGES or not match["m"][0] < "\u0250"

    def _with_weekday(self, found: WrittenDate) -> WrittenDate:
        """Extend *found* to the weekday before it."""
        low = max(0, found.core - 40)
        match = _WEEKDAY_BEFORE.search(self.text[low : found.core])
        if match is None:
            return found
        for place, numbers, wide in _weekdays_at_end(match["w"]):
            agreeing = {day.weekday() for day in found.calendar_days()} & set(numbers)
            # An abbreviation may be any word (Sat1, Mar): it is a weekday only if it is the right one.
            if agreeing or wide:
                return found._replace(start=low + match.start("w") + place, weekday=min(agreeing or numbers))
        return found


@cache
def _names() -> _Names:
    """Merge the names of all languages: a page's furniture is often in another language than its text."""
    names = [load_names(language) for language in LANGUAGES]
    return _Names(
        months=_merged(
            pair for each in names for pair in ((each.language, each.months_short), (each.language, each.months))
        ),
        wide_months=frozenset(chain.from_iterable(each.months for each in names)),
        weekdays=_merged(
            pair for each in names for pair in ((each.language, each.weekdays_short), (each.language, each.weekdays))
        ),
        wide_weekdays=frozenset(chain.from_iterable(each.weekdays for each in names)),
    )


def _merged(tables: Iterable[tuple[str, Mapping[str, int]]]) -> dict[str, Numbers]:
    merged: dict[str, dict[int, frozenset[str]]] = {}
    for language, table in tables:
        for form, number in table.items():
            numbers = merged.setdefault(form, {})
            numbers[number] = numbers.get(number, frozenset()) | {language}
    return dict(merged)


def _month_numbers(name: str) -> Numbers:
    """Return what *name* means as a month; Hebrew writes its preposition onto it (``בדצמבר``)."""
    months = _names().months
    folded = fold(name)
    return months.get(folded) or months.get(folded.removeprefix("ב"), {})


def _weekdays_at_end(word: str) -> Iterator[tuple[int, Numbers, bool]]:
    """Yield the readings of the end of *word* as a weekday: where it begins, what it means, if it is written out."""
    names = _names()
    for place in range(len(word)):
        name = fold(word[place:])
        if (place == 0 or word[place].isupper()) and name in names.weekdays:
            yield place, names.weekdays[name], name in names.wide_weekdays


def _exists(found: WrittenDate) -> bool:
    """Return whether a calendar has *found*; without a year, a leap year is assumed."""
    if not found.months:
        return False
    return found.day is None or bool(found._replace(year=found.year or 2000).calendar_days())
