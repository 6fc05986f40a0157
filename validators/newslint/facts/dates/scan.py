"""Find what can be a date: a scan that starts at numbers and looks a few characters to either side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from newslint.facts.dates import grammar
from newslint.facts.dates.mention import Candidate
from newslint.facts.dates.names import LANGUAGES, DateNames, fold, load_names
from newslint.facts.dates.places import Span, around
from newslint.facts.dates.starts import OTHER_DIGIT, WITH_YEAR, WITHOUT_YEAR, starts, weekdays

_WEEKDAY_WINDOW = 34
_MONTH_WINDOW = 18
_YEAR_WINDOW = 14
_SECOND_WORD = re.compile(rf"[^\S\n]{grammar.WORD}")
_OTHER_NAME = re.compile(rf" ?/ ?({grammar.WORD})")

_LATIN = re.compile("[a-z]")
_AFTER_MONTH = " \u00a0."
_OPENING_MARKS = "([\"'«“„‘—–-"

_START_BEFORE_PLACE = 24
"""Characters from the number that starts a range to the second one, beside which the month stands."""
_WORDS_KEPT = 4096
_LAST_DAY = 39
"""Numbers up to this count as a (then impossible) day before a month name: "34 July" is a typing error."""


class Scanner:
    """Finds date candidates in texts of one language, or of an unknown one (``language`` is ``None``).

    In an unknown language only those full month names count that mean the same month in every language that has
    them, and only with a year; numeric, ISO and East Asian forms need no language.
    """

    def __init__(self, language: str | None) -> None:
        names = load_names(language) if language else _shared_names()
        self.language = language
        self._months = dict(names.months)
        self._short_months = names.months_short
        self._weekdays = dict(names.weekdays)
        self._short_weekdays = names.weekdays_short
        self._two_words = any(" " in name for name in names.months)
        self._month_first = language is None or language in grammar.MONTH_FIRST
        self._starts = starts(language, (*names.months, *names.months_short))
        self._reach = WITH_YEAR if language is None else WITHOUT_YEAR
        self._has_weekday = weekdays(language, (*names.weekdays, *names.weekdays_short)).search
        self._capitalised = language in grammar.CAPITALISED
        self._bare_abbreviations = language in grammar.BARE_ABBREVIATIONS
        # The words beside numbers are few and come again and again: "percent", "people", "million".
        self._month = lru_cache(maxsize=_WORDS_KEPT)(self._read_month)

    def scan(self, text: str, places: Iterable[Span] | None = None) -> list[Candidate]:
        """Return the candidates of *text*, in text order, not overlapping; with *places*, those near one of them."""
        found: list[Candidate] = []
        resume = 0
        starts = self._all_starts(text) if places is None else self._near(text, places)
        # Translating a text costs more than reading its dates, so only one with dates and such digits is.
        if starts and self.language in grammar.OWN_DIGITS and OTHER_DIGIT.search(text):
            text = text.translate(grammar.DIGITS)
        for start, end in starts:
            if start < resume:
                continue
            candidate = self._at(text, start, end)
            if candidate is not None:
                found.append(candidate)
                resume = candidate.end
        return found

    def _all_starts(self, text: str) -> list[Span]:
        return [match.span() for match in self._starts.finditer(text)]

    def _near(self, text: str, places: Iterable[Span]) -> list[Span]:
        found: list[Span] = []
        for start, end in around(places, _START_BEFORE_PLACE, 0):
            for match in self._starts.finditer(text, start, end + self._reach):
                if match.start() > end:
                    break
                found.append(match.span())
        return found

    def _at(self, text: str, start: int, end: int) -> Candidate | None:
        """Return the date that the number ``text[start:end]`` is part of."""
        if end - start > 2:
            return self._east_asian(text, start) or _iso(text, start)
        after = text[end : end + 2]
        if after[:1] in ("/", ".", "-") and (candidate := self._numeric(text, start)):
            return candidate
        if after.strip()[:1] in ("月", "월"):
            return self._east_asian(text, start)
        day = int(text[start:end])
        if not 0 < day <= _LAST_DAY:
            return None
        if self._month_first and (candidate := self._month_before(text, start, end, day)):
            return candidate
        return self._month_after(text, start, end, day)

    # ---- numbers only ----------------------------------------------------------------------------------------------

    def _numeric(self, text: str, start: int) -> Candidate | None:
        if match := grammar.NUMERIC.match(text, start):
            first, second, year, mark = int(match[1]), int(match[3]), match[4], match[2].strip()
            if not (0 < first <= 31 and 0 < second <= 31) or (len(year) == 2 and self._is_no_year(mark)):
                return None
            found = Candidate(start, match.end(), first, second, _century(year), "numeric", separator=mark)
            return self._with_weekday(text, found)
        if self.language in grammar.DAY_MONTH_DOTTED and (match := grammar.DAY_MONTH.match(text, start)):
            day, month = int(match[1]), int(match[2])
            if 0 < day <= 31:
                found = Candidate(start, match.end(), day, month, 0, "numeric", separator=".")
                return self._with_weekday(text, found)
        return None

    def _is_no_year(self, separator: str) -> bool:
        """Two digits after dots are a version in English, and after hyphens a score or a code anywhere."""
        return separator == "-" or (separator == "." and self.language in {"en", None})

    def _east_asian(self, text: str, start: int) -> Candidate | None:
        match = grammar.EAST_ASIAN.match(text, start)
        if match is None:
            return None
        year, month, day = (int(group or 0) for group in match.groups())
        if not (0 < month <= 12 and 0 < day <= 31) or 0 < year < 1000:
            return None
        found = Candidate(start, match.end(), day, month, year, "full" if year else "yearless")
        return self._with_weekday(text, found)

    # ---- month names -----------------------------------------------------------------------------------------------

    def _month_after(self, text: str, start: int, end: int, day: int) -> Candidate | None:
        tail = self._day_tail(text, end)
        if tail is None or (tail["last"] and int(tail["last"]) <= day):
            return None  # "4-1 in February" is a score
        word, stop = tail["word"], tail.end("word")
        month, short = self._month(word)
        if not month and self._two_words and (second := _SECOND_WORD.match(text, stop)):
            word, stop = word + second[0], second.end()
            month, short = self._month(word)
        if not month or (tail["gap"] == "\n" and (self.language == "en" or word[0].isupper())):
            return None
        stop = self._after_other_name(text, stop)
        dot = text[stop : stop + 1] == "."
        year, end = _year_after(text, stop + dot, stop + (dot and short))
        if not year and self.language in grammar.YEAR_BEFORE_DAY:
            year, start = _year_before(text, start)
        found = Candidate(start, end, day, month, year, "full" if year else "yearless", last_day=int(tail["last"] or 0))
        return self._accept(self._with_weekday(text, found), certain=dot or not short)

    def _day_tail(self, text: str, end: int) -> re.Match[str] | None:
        hyphenated = grammar.HYPHENATED_TAIL.match(text, end) if self.language in grammar.HYPHENATED_DAY else None
        return hyphenated or grammar.DAY_TAIL.match(text, end)

    def _month_before(self, text: str, start: int, end: int, day: int) -> Candidate | None:
        window = text[max(0, start - _MONTH_WINDOW) : start]
        line = window.rpartition("\n")[2].rstrip(_AFTER_MONTH)
        word = line[max(line.rfind(" "), line.rfind("\u00a0")) + 1 :].lstrip(_OPENING_MARKS)
        month, short = self._month(word)
        if not month:
            return None
        tail = grammar.MONTH_TAIL.match(text, end)
        if tail is None or (tail["last"] and int(tail["last"]) <= day):
            return None
        if self.language == "fi" and not text.startswith(". päiv", end):
            return None
        first = start - len(window) + window.rindex(word)
        year, stop = _year_after(text, tail.end(), tail.end())
        if not year and self.language not in {"en", None}:
            year, first = _year_before(text, first)
        found = Candidate(
            first, stop, day, month, year, "full" if year else "yearless", last_day=int(tail["last"] or 0)
        )
        dot = window.rstrip().endswith(".")
        return self._accept(self._with_weekday(text, found), certain=dot or not short)

    def _read_month(self, word: str) -> tuple[int, bool]:
        """Return the number of the month that *word* names (0: none), and whether it is an abbreviation."""
        folded = fold(word)
        month = self._months.get(folded) or self._short_months.get(folded)
        if not month:
            folded = self._repaired(folded)
            month = self._months.get(folded) or self._short_months.get(folded, 0)
        if month and self._capitalised and not word[0].isupper():
            return 0, False
        return month, folded not in self._months

    def _repaired(self, folded: str) -> str:
        """Return the name inside a word that is none: before an ending, behind a prefix, or with foreign letters."""
        if "'" in folded:
            return folded.partition("'")[0]
        if self.language == "he" and folded[:1] in "בלמהוש":
            return folded[1:]  # Hebrew writes prepositions and the article as the first letter of the word.
        if self.language in grammar.CYRILLIC and not folded.isascii() and _LATIN.search(folded):
            return folded.translate(grammar.LOOKALIKES)
        return folded

    def _after_other_name(self, text: str, stop: int) -> int:
        """Return where a second name of the same month ends, as Arabic papers write ("كانون الأول/ديسمبر")."""
        if self._two_words and (other := _OTHER_NAME.match(text, stop)) and self._month(other[1])[0]:
            return other.end(1)
        return stop

    def _accept(self, found: Candidate, *, certain: bool) -> Candidate | None:
        """Drop abbreviations that can be other words, and names of an unknown language without a year."""
        if found.year or (self.language is not None and (certain or self._bare_abbreviations)):
            return found
        return found if found.weekday is not None and self.language is not None else None

    # ---- weekdays --------------------------------------------------------------------------------------------------

    def _with_weekday(self, text: str, found: Candidate) -> Candidate:
        """Extend *found* by the weekday beside it."""
        offset = max(0, found.start - _WEEKDAY_WINDOW)
        window = text[offset : found.start]
        before = grammar.WEEKDAY_BEFORE.search(window) if self._has_weekday(window) else None
        if before is not None:
            weekday, begin = self._weekday_before(window, before)
            if weekday is not None:
                found.weekday, found.start = weekday, offset + begin
                opened = "(" in text[found.start : found.end] and text[found.end : found.end + 1] == ")"
                found.end += opened
                return found
        return self._weekday_after(text, found)

    def _weekday_before(self, window: str, before: re.Match[str]) -> tuple[int | None, int]:
        begin, word, mark = before.start("word"), fold(before["word"]), before["mark"]
        previous = window[:begin].rstrip().rpartition(" ")[2]
        if previous and (weekday := self._weekdays.get(f"{fold(previous)} {word}")) is not None:
            return weekday, window.rindex(previous, 0, begin)
        weekday = self._weekdays.get(word)
        if weekday is not None:
            # After a full stop the date begins another sentence.
            return (None if mark.startswith(".") else weekday), begin
        if fold(previous) == "the" or not (mark or self._may_stand_bare(before["word"], window[:begin])):
            return None, begin
        return self._short_weekdays.get(word), begin

    def _may_stand_bare(self, word: str, before: str) -> bool:
        """Return whether an abbreviation without any mark can be a weekday: Polish "do 13", Czech "po 13" are not."""
        opens_line = not before.rpartition("\n")[2].strip()
        return opens_line or (self.language == "en" and word[0].isupper())

    def _weekday_after(self, text: str, found: Candidate) -> Candidate:
        after = grammar.WEEKDAY_AFTER_DATE.match(text, found.end)
        if after is None or not (after["bracket"] or self.language in grammar.WEEKDAY_AFTER):
            return found
        word = after["word"]
        weekday, length = self._weekday_prefix(word) if self.language in grammar.CJK else (None, 0)
        if weekday is None:
            weekday, length = self._weekdays.get(fold(word)), len(word)
        if weekday is None and after["bracket"]:
            weekday = self._short_weekdays.get(fold(word))
        if weekday is not None:
            found.weekday, found.end = weekday, after.start("word") + length + bool(after["bracket"])
        return found

    def _weekday_prefix(self, word: str) -> tuple[int | None, int]:
        """Chinese, Japanese and Korean put no space after the weekday."""
        for length in (3, 2):
            weekday = self._weekdays.get(word[:length], self._short_weekdays.get(word[:length]))
            if weekday is not None:
                return weekday, min(length, len(word))
        return None, 0


@cache
def scanner(language: str | None) -> Scanner:
    """Return the scanner of *language*, one of ``LANGUAGES`` or ``None``."""
    return Scanner(language)


@cache
def _shared_names() -> DateNames:
    """Return the names of all languages that mean the same wherever they occur (Polish listopad does not)."""
    shared: dict[str, dict[str, int]] = {}
    for kind in ("months", "weekdays"):
        meanings: dict[str, set[int]] = {}
        for language in LANGUAGES:
            names = load_names(language)
            for table in (getattr(names, kind), getattr(names, kind + "_short")):
                for name, number in table.items():
                    meanings.setdefault(name, set()).add(number)
        full = Counter(name for language in LANGUAGES for name in getattr(load_names(language), kind))
        shared[kind] = {name: min(meanings[name]) for name in full if len(meanings[name]) == 1}
    return DateNames("", shared["months"], {}, shared["weekdays"], {})


def _iso(text: str, start: int) -> Candidate | None:
    match = grammar.ISO.match(text, start)
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[3]), int(match[4])
    if not (0 < month <= 12 and 0 < day <= 31):
        return None
    return Candidate(start, match.end(), day, month, year, "iso")


def _century(year: str) -> int:
    """Read two digits as 1950 to 2049, as date parsers do."""
    number = int(year)
    if len(year) == 4:
        return number
    return number + (2000 if number < 50 else 1900)


def _year_after(text: str, position: int, otherwise: int) -> tuple[int, int]:
    """Return the year written at *position* and where it ends, or 0 and *otherwise*."""
    match = grammar.YEAR_TAIL.match(text, position)
    return (int(match["year"]), match.end("year")) if match else (0, otherwise)


def _year_before(text: str, start: int) -> tuple[int, int]:
    """Return the year written before *start* and where it begins, or 0 and *start*."""
    window = text[max(0, start - _YEAR_WINDOW) : start]
    match = grammar.YEAR_BEFORE.search(window)
    return (int(match[1]), start - len(window) + match.start(1)) if match else (0, start)
