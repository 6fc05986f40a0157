"""Dates that run into their neighbour because the markup between them was stripped.

``Friday06 December 2024``, ``3 Nov, 20239:59 am``, ``Terpstra19.10.2019``: every date near a trigger is read, and then
asked what touches it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from newslint.facts.dates.mashed_calendars import calendar_joints
from newslint.facts.dates.mashed_reading import (
    CLOCK,
    HUMP,
    LETTER,
    SPACE,
    WrittenDate,
    is_wide_month,
    is_wide_weekday,
    is_wordy,
    read_dates,
    weekday_languages,
)
from newslint.facts.dates.mashed_times import small_units, time_behind
from newslint.facts.dates.mashed_words import (
    BYLINE_WORDS,
    CLOCK_WORDS,
    ERA_WORDS,
    NOUN_PREFIXES,
    NUMBERED_NAMES,
    PREPOSITIONS,
    STAMP_LABELS_BEFORE,
    VERSION_WORDS,
    WEEKDAY_COMMA,
)
from newslint.facts.dates.names import fold

if TYPE_CHECKING:
    from datetime import date

Kind = Literal[
    "weekday+day", "day+month+year", "word+date", "date+time", "date+word", "date+date", "time+date", "time+word"
]

_STEP, _BEFORE, _AFTER = 60, 70, 130
"""A hit is read in windows from 70 characters before to 130 after every 60th of its characters: 200 in all, and the
longest date with its weekday fits in before and after."""

_LAST_OF_ALPHABETS = "\u1fff"
"""Behind it come the scripts that write no spaces, or touch digits as a rule."""

_INDIC = "\u0900", "\u0dff"
"""The first and the last of the scripts of India, which add no English month to a word."""

_NOON = rf"(?:{SPACE}?[AaPp]\.?[Mm]\b\.?)?"
_CLOCK_BEFORE = re.compile(rf"(?<![\d:]){CLOCK}(?::[0-5]\d)?(?:{SPACE}?[AaPp]\.?[Mm]\.?)?\Z")
_CLOCK_AFTER = re.compile(rf"(?P<h>\d{{1,2}})(?P<s>[:.h])[0-5٠-٥۰-۵०-५]\d(?:(?P=s)[0-5]\d)?(?!\d|\.\d){_NOON}")
_CLOCK_AFTER_WORD = re.compile(rf"\.?{SPACE}?\d{{1,2}}[:.h]\d\d(?!\d){_NOON}")
_WORD_BEFORE = re.compile(rf"(?<![^\W\d_])(?:{LETTER}{{1,40}}['’ʼ-])*{LETTER}{{1,40}}\Z")
_WORD_AFTER = re.compile(rf"{LETTER}{{1,40}}")
_LOWER_AFTER = re.compile(r"[a-z]{3,40}(?![^\W\d_])")
_SHOUTED = re.compile(r" [^\W\d_a-zß-ÿ]{3}")
_PADDED = re.compile(r"\d\d[./-]\d\d")
_LABELS = (
    "Updated|Published|Posted|Modified|Aktualisiert|Veröffentlicht|Publié|Actualizado|Publicado|Atualizado|Aggiornato"
)
_LABEL_REACH = 40
_LABEL = re.compile(
    rf"(?P<label>{_LABELS})(?P<gap>:?{SPACE}?)(?P<clock>{CLOCK}(?:{SPACE}?[AaPp]\.?[Mm]\.?)?(?:,{SPACE}?|{SPACE}))?\Z"
)
"""A label of a date or of a time before it, which pages write with a capital: ``DesignPublished12:30, 14 May 2021``."""
_TOKEN_BEFORE = re.compile(r"(?<!\S)\S{0,40}\Z")
_IDENTIFIER_BEFORE = re.compile(r"[/_=@#&%?\\+]|www\.")
_IDENTIFIER_AFTER = re.compile(r"[_/=@&%\\]|-[^\W_]|\.[a-z]{2,4}\b|T\d\d")


class Mashed(msgspec.Struct, frozen=True, gc=False):
    """One mashed run: ``text[start:end]`` in characters.

    ``kind`` names the first place where two parts touch, ``joints`` counts such places. ``repaired`` is the run with
    the missing separators. ``day`` is the first calendar date in it, or ``None`` where there is no whole one or the
    order of day and month is open. ``safe`` says that every date in the run is whole and exists, that each
    weekday agrees with its date, and that the run can be split in no other way.
    """

    start: int
    end: int
    kind: Kind
    repaired: str
    day: date | None
    safe: bool
    joints: int


class _Joint(NamedTuple):
    """A place where two parts touch, and the span of both. ``sure`` where they can be parted in one way only."""

    at: int
    separator: str
    kind: Kind
    start: int
    end: int
    sure: bool = True


def find_mashed(text: str, hits: Iterable[tuple[int, int]], language: str | None = None) -> tuple[Mashed, ...]:
    """Return the mashed runs of *text* near the *hits* of a trigger, in text order, none overlapping.

    *language*, that of the article, only settles what a name shared by languages means; dates of all languages are
    read. Nothing wider than 200 characters is looked at in one go.
    """
    joints: dict[int, _Joint] = {}
    dates: set[WrittenDate] = set()
    for start, end in _windows(hits, text):
        found = read_dates(text, start, end, language)
        dates.update(found)
        window = _Window(text, found, language)
        for joint in (*window.joints(), *_without_date(text, start, end)):
            known = joints.get(joint.at)
            if known is None or joint.end - joint.start > known.end - known.start:
                joints[joint.at] = joint
    in_order = sorted(dates, key=lambda found: found.core)
    cores = [found.core for found in in_order]
    return tuple(_mashed(text, run, in_order, cores) for run in _runs(joints.values()))


def _without_date(text: str, start: int, end: int) -> Iterator[_Joint]:
    """Yield the joints of times beside which no date need stand, and those of dates that are not Gregorian."""
    for time in small_units(text, start, end):
        yield _Joint(time.at, " ", "time+word", time.start, time.end)
    for found in calendar_joints(text, start, end):
        yield _Joint(found.at, " ", found.kind, found.start, found.end)


def _windows(hits: Iterable[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    wanted = sorted({centre for start, end in hits for centre in range(start, max(end, start + 1), _STEP)})
    centres: list[int] = []
    for centre in wanted:
        if not centres or centre >= centres[-1] + _STEP:
            centres.append(centre)
    return [
        (_start_of_word(text, max(0, centre - _BEFORE), centre), min(len(text), centre + _AFTER)) for centre in centres
    ]


def _start_of_word(text: str, start: int, centre: int) -> int:
    """Return the first place from *start* on that is not inside a word: the end of one may be a name ("ab|out")."""
    while 0 < start < centre and text[start - 1].isalpha() and text[start].isalpha():
        start += 1
    return start


def _runs(joints: Iterable[_Joint]) -> Iterator[list[_Joint]]:
    """Group *joints* whose spans overlap: one mashed run is one finding."""
    run: list[_Joint] = []
    reach = 0
    for joint in sorted(joints, key=lambda each: (each.start, each.at)):
        if run and joint.start >= reach:
            yield run
            run = []
        run.append(joint)
        reach = max(reach, joint.end)
    if run:
        yield run


def _mashed(text: str, run: list[_Joint], dates: Sequence[WrittenDate], cores: Sequence[int]) -> Mashed:
    start, end = min(joint.start for joint in run), max(joint.end for joint in run)
    run = sorted(run)
    # Neighbouring windows may cut a date in two ways; what a joint leans on is inside the run and whole.
    inside = [found for found in dates[bisect_left(cores, start) : bisect_left(cores, end)] if found.end <= end]
    days = [found.calendar_days() for found in inside]
    known = [min(each) for each in days if len(each) == 1]
    safe = bool(inside) and all(map(_is_sound, inside)) and all(joint.sure for joint in run)
    return Mashed(
        start, end, run[0].kind, _repaired(text, run, start, end), known[0] if known else None, safe, len(run)
    )


def _is_sound(found: WrittenDate) -> bool:
    """Return whether *found* is a whole calendar date, and on its weekday where it names one."""
    days = found.calendar_days()
    return bool(days) and (found.weekday is None or found.weekday in {day.weekday() for day in days})


def _repaired(text: str, run: Sequence[_Joint], start: int, end: int) -> str:
    pieces: list[str] = []
    for joint in run:
        pieces += (text[start : joint.at], joint.separator)
        start = joint.at
    return "".join(pieces) + text[start:end]


class _Window:
    """The dates in one window of a text, and what touches them."""

    def __init__(self, text: str, dates: Sequence[WrittenDate], language: str | None) -> None:
        self.text = text
        self.dates = dates
        self.language = language

    def joints(self) -> Iterator[_Joint]:
        """Yield every place where a date, or a part of it, touches its neighbour."""
        ends = {found.end: found for found in self.dates}
        starts = {found.start for found in self.dates}
        for found in self.dates:
            if self._is_identifier(found, ends):
                continue
            yield from self._inside(found)
            before = ends.get(found.start)
            if before is not None:
                yield _Joint(found.start, " ", "date+date", before.start, found.end)
            else:
                yield from self._before(found)
            if found.end not in starts and (found.year is not None):
                yield from self._after(found)
            if found.year is not None:
                yield from self._beside_label(found)
            if found.day is not None and (time := time_behind(self.text, found.end)):
                yield _Joint(time.at, " ", "time+word", found.start, time.end)

    def _is_identifier(self, found: WrittenDate, ends: Mapping[int, WrittenDate]) -> bool:
        """Return whether *found* is part of a URL, a file name, a hashtag or another identifier."""
        if _IDENTIFIER_AFTER.match(self.text, found.end):
            return True
        first = found
        while first.start in ends:
            first = ends[first.start]
        token = _TOKEN_BEFORE.search(self.text[max(0, first.start - 40) : first.start])
        return token is not None and _IDENTIFIER_BEFORE.search(token.group()) is not None

    def _inside(self, found: WrittenDate) -> Iterator[_Joint]:
        """Yield the joints between the parts of one date."""
        if found.weekday is not None and is_wordy(self.text[found.core - 1]):
            yield _Joint(found.core, self._weekday_separator(found), "weekday+day", found.start, found.end)
        if found.year is None and found.weekday is None:
            return
        # Behind a date run together the word that touches its year is no ending, as it may be behind any other.
        rest = _LOWER_AFTER.match(self.text, found.end) if found.inner and found.year else None
        if rest:
            yield _Joint(found.end, " ", "date+word", found.start, rest.end(), sure=self.language == "en")
        sure = rest is not None or not self.text[found.end : found.end + 1].isalpha()
        for place in found.inner:
            yield _Joint(place, " ", "day+month+year", found.start, found.end, sure)

    def _weekday_separator(self, found: WrittenDate) -> str:
        """Return what the language of the date writes between weekday and day."""
        spoken = weekday_languages(self.text[found.start : found.core])
        both = (spoken & found.languages) or spoken
        language = self.language if self.language in both else min(both, default="en")
        if language == "ar":
            return "، "
        return ", " if language in WEEKDAY_COMMA else " "

    def _before(self, found: WrittenDate) -> Iterator[_Joint]:
        """Yield the joint between *found* and the time or the word before it."""
        text, place = self.text, found.start
        clock = _CLOCK_BEFORE.search(text[max(0, place - 16) : place])
        if clock:
            # 5:169 May: the ninth at 5:16, or the 69th? Only a day of two digits settles it.
            sure = not text[place].isdigit() or text[place : place + 2].isdigit()
            yield _Joint(place, " ", "time+date", place - len(clock.group()), found.end, sure)
            return
        word = _WORD_BEFORE.search(text[max(0, place - 42) : place])
        if word is not None and word.group() in STAMP_LABELS_BEFORE and found.year is not None:
            yield _Joint(place, " ", "word+date", place - len(word.group()), found.end)
            return
        if word is None or word.group()[-1] > _LAST_OF_ALPHABETS:
            return
        sure_or_none = self._splits_from_word(word.group(), found)
        if sure_or_none is not None:
            yield _Joint(place, " ", "word+date", place - len(word.group()), found.end, sure_or_none)

    def _beside_label(self, found: WrittenDate) -> Iterator[_Joint]:
        """Yield the joints of a label before *found* that touches the word before it, or the time behind it."""
        text, floor = self.text, max(0, found.start - _LABEL_REACH)
        label = _LABEL.search(text[floor : found.start])
        if label is None:
            return
        start, end = floor + label.start(), floor + label.end("label")
        word = _WORD_BEFORE.search(text[max(0, start - 42) : start]) if text[start - 1 : start].islower() else None
        if word is not None:
            yield _Joint(start, " ", "word+date", start - len(word.group()), found.end)
        if label["clock"] and label["gap"] == "":
            yield _Joint(end, " ", "word+date", start, found.end)

    def _splits_from_word(self, word: str, found: WrittenDate) -> bool | None:
        """Return whether *word* surely ends where *found* begins; ``None`` if they may belong together."""
        name = fold(word)
        last = name.rpartition("-")[2]
        letters = sum(character.isalpha() for character in word)
        if name in PREPOSITIONS and found.day is not None:
            return None if name in NOUN_PREFIXES and "en" in found.languages else True
        if found.weekday is not None:
            return True if letters > 2 else None
        if found.year is not None and found.shape == "mdy" and _INDIC[0] <= word[-1] <= _INDIC[1]:
            return True
        if found.year is None or letters < 3:
            return None
        if last in NUMBERED_NAMES and self.text[found.core].isdigit():
            # Windows10 May 2020, but hardly News17-07-2025; with full stops it is a version, or no name at all.
            is_padded = found.shape == "numeric" and _PADDED.match(self.text, found.core)
            return "." not in self.text[found.core : found.end] if is_padded else None
        if found.shape in ("numeric", "short year", "ymd"):
            return _splits_from_numbers(self.text, word, found)
        if not found.plain:
            return self._splits_from_name(word, found)
        # isiXhosa ngo10 May and ngoJuni 19: a prefix before a borrowed month.
        borrowed = found.shape == "mdy" or "en" in found.languages
        prefix = borrowed and word.isascii() and word.islower() and letters < 4
        return None if prefix else True

    def _splits_from_name(self, word: str, found: WrittenDate) -> bool | None:
        """Judge ``Coastwire12 May 2020``, which reads like ``Windows10 May 2020``: furniture, never a sentence.

        A lower-case word is taken only beside a month of the article's own language: elsewhere it may be a prefix.
        """
        if len(word) < 5 and (word.isupper() or word.islower()):
            return None
        if word.islower() and self.language not in found.languages:
            return None
        rest = self.text[found.end : found.end + 2]
        runs_on = len(rest) == 2 and rest[0] in " \u00a0" and rest[1].islower()
        return None if runs_on else False

    def _after(self, found: WrittenDate) -> Iterator[_Joint]:
        """Yield the joint between *found* and the time or the word after it."""
        text, place = self.text, found.end
        clock = _CLOCK_AFTER.match(text, place)
        if clock and text[place - 1].isdigit() and int(clock["h"]) <= 24:
            if clock["s"] != "." or found.day is not None:
                yield _Joint(place, " ", "date+time", found.start, clock.end(), found.shape != "short year")
            return
        word = _WORD_AFTER.match(text, place)
        end = word and _end_of_word_after(text, word.group(), found)
        if word and end:
            # Hungarian and Lithuanian put the weekday behind the date, and a comma between.
            comma = "," if weekday_languages(word.group()) & {"hu", "lt"} else ""
            yield _Joint(place, f"{comma} ", "date+word", found.start, end)


def _splits_from_numbers(text: str, word: str, found: WrittenDate) -> bool | None:
    """Judge a word before a numeric date, which might be the name of a version or of a dated file."""
    versioned = fold(word).rpartition("-")[2] in VERSION_WORDS
    if found.shape == "ymd":
        return None if versioned else not (word.islower() and word.isascii())
    doubtful = versioned or (word.islower() and len(word) < 4)
    return None if doubtful and not _PADDED.match(text, found.core) else True


def _end_of_word_after(text: str, word: str, found: WrittenDate) -> int | None:
    """Return where the word that touches the end of *found* ends; ``None`` if it may be an ending of the year."""
    name = fold(word)
    end = found.end + len(word)
    if name in ERA_WORDS or found.shape == "han":
        return None
    if name in CLOCK_WORDS:
        clock = _CLOCK_AFTER_WORD.match(text, end)
        return clock.end() if clock else None
    if name in BYLINE_WORDS or is_wide_weekday(name):
        return end
    if found.day is None and not is_wide_month(fold(_WORD_AFTER.findall(text[found.core : found.end])[0])):
        return None
    if word[0].isupper():
        return _end_of_capitalised(text, word, found)
    caseless = not word[0].islower() and "\u0590" <= word[0] <= "\u097f"
    return end if caseless and len(word) > 2 and found.day is not None else None


def _end_of_capitalised(text: str, word: str, found: WrittenDate) -> int | None:
    end = found.end + len(word)
    if word[1:2].islower():
        # Behind the date come the share buttons: 2023FacebookTwitterEmail. The first word is neighbour enough.
        hump = HUMP.search(word, 1)
        return found.end + hump.start() if hump else end
    # Two capitals may be an era, a country, a unit; the first two of a shouted headline are followed by more.
    shouted = word.isupper() and found.day is not None and (len(word) > 2 or _SHOUTED.match(text, end))
    return end if shouted else None
