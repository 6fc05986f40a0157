"""DAT015: a paragraph of the body that is only a date or a time."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from newslint.checks.base import ArticleCheck, replace
from newslint.facts.dates import read_date_field
from newslint.facts.dates.other_stamps import read_other_stamp
from newslint.facts.dates.readings import readings
from newslint.facts.dates.stamps import LabelledPart, parts_of_stamp
from newslint.facts.dates.starts import DIGIT
from newslint.model import Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts
    from newslint.facts.dates import DateMention, FieldDate, Span
    from newslint.text.segment import Paragraph

_LONGEST = 80
_MOST_LINES = 2
_EDGE = 2
_HEAD = 4
_HEAD_CHARACTERS = 200
_SENTENCE_ENDS = (".", "!", "?", "…", "。", ".”", ".“", '."', ".»", "।")
"""Up to four paragraphs before a stamp are the head of a page if each is short and no sentence: section, title, …"""
_HEAD_OF_LABELS = 8
"""A label before a date and a time is no chronology's: so many paragraphs from the top, pictures and teasers included,
such a line is the article's stamp."""
_REACH = _EDGE + _MOST_LINES
_REACH_IN_HEAD = max(_HEAD + _MOST_LINES, _HEAD_OF_LABELS)
"""Paragraphs at either edge among which a stamp can be."""
_PLACE = re.compile(r"[^\W\d_]{2,20}(?: [^\W\d_]{2,20})?(?:\s?[-–—|•·]\s?|,\s)(?=\d)")
"""Where the article was written, before the date and the time of its page: "Madrid-29/05/2025 20:00"."""
_CLOCK = re.compile(r"\d[:hH]\d|\d (?:[ก-ฮ]|оны? \d)")
_AGO = re.compile(
    r"(?:about |vor |il y a |hace |há |for )?(?:\d{1,2}|an?|one|einer|einem|une?|una|um|uma)\s?"
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|stunden?|tag(?:en)?|minuten|heures?|jours?|horas?|minutos?|d[ií]as?"
    r"|ore|giorni|uur|dagen|timer|timmar|dager?|часов|часа?|минут[уы]?|дн(?:я|ей)|годин[иу]?|saat|dakika|gün|giờ|phút)"
    r"(?: (?:ago|geleden|fa|atrás|назад|тому|sedan|siden|temu|önce|trước))?",
    re.IGNORECASE,
)
"""How long ago an article was changed, beside the day of its publication."""
_WORLD = timedelta(hours=14)
"""Clocks of two places differ by at most so much: a page shows its own, and the field the time of Greenwich."""
# A date with its year or its time; far from the edges nothing less is a stamp.
_MANY_DIGITS = re.compile(f"(?:[{DIGIT}][^{DIGIT}]{{0,40}}){{3}}")
_TIME = re.compile(
    r"(?:(?:at|um|à|a las|alle|ore|às|om|kl\.?|klo|kell|ob|o|u|godz\.?|в|о)\s)?"
    r"(?:[01]?\d|2[0-3])[:h][0-5]\d(?::[0-5]\d)?(?:\s?(?:a\.?m\.?|p\.?m\.?|uhr|hrs|h|ч\.?))?(?:\s[A-Z]{2,4})?",
    re.IGNORECASE,
)
_RUN_TOGETHER = re.compile(r"(?:19|20)\d\d(?:\d{1,2}[:.]\d\d|[a-zà-ÿ])|[가-힣](?:19|20)\d\d[./-]")
_AROUND_DAY = re.compile(r"[\s,.;|•·—–()-]*")

Kind = Literal["date", "time"]
Field = Literal["published_at", "modified_at"]


class _Stamp(NamedTuple):
    """What a paragraph is: ``marked`` by a time or a label, ``labelled`` by one; ``days`` are its readings.

    ``timed`` says that the date has a year and a time; ``moment`` is these, where one part of the stamp has both.
    """

    kind: Kind
    days: tuple[date, ...] = ()
    marked: bool = False
    labelled: bool = False
    timed: bool = False
    moment: datetime | None = None


class StrayDateLine(ArticleCheck):
    """A paragraph of the body is only a date or a time.

    What it flags
    -------------
    Paragraphs that are a date, a time or both and nothing else but a label ("Updated: 6 December 2024, 10:15"), at the
    edges of the body: with at most two other paragraphs before them, or four short ones that are no sentences (the head
    of a page: section, title, byline), or at most two behind them. A label, a date and a time are one in the first
    eight lines, whatever these are, and so are a date and a time alone, if they are known not to lie ahead. Pages tell
    the hour of the update (``| Updated: 1 hour ago``) or, in Chinese, the outlet behind the stamp, and put it in
    brackets. A date with a time (also in the line below, or behind a place) or behind a label that names the very day
    of ``published_at`` or ``modified_at``, or an hour no farther from these than clocks of two places differ, is a
    stamp wherever it stands, however many date lines there are.

    Why it hurts
    ------------
    It is the page's stamp and no sentence of the article. It moves the lede down, glues itself to the neighbour once
    line breaks are lost, and tells a model nothing.

    Example
    -------
    ``The lock of Velmouth stays shut.``, ``6 December 2024``, ``Repairs will take until spring.``

    Fix
    ---
    Drops the paragraph. Unsafe, because the stamp may be the only trace of the day of publication.

    Options
    -------
    None.

    Limits
    ------
    An article with three such lines or more without a label is a chronology or a live ticker (EXT008) and passes, but
    for stamps of its own day; those pass too where three dates with a time stand without a label. So does a date line
    of another day in the middle of the body, which heads what follows. Dates without a year count only in the
    languages whose names of months are known, and not if they lie ahead, as in a programme; nor does any date that
    lies ahead behind three short paragraphs. A stamp run together with other text is DAT001's.
    """

    code = "DAT015"
    slug = "stray-date-line"
    severity = Severity.INFO
    fix = "unsafe"
    precision = "91 of 92 findings right on 2,107 articles, 105 of 105 read on 479 others"

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each stamp."""
        # A stamp stands at an edge, or names the article's own day: most articles have neither, and that settles it.
        paragraphs = facts.paragraphs
        own = _own_days(article, facts)
        tail = len(paragraphs) - _REACH
        candidates = list(_may_be_stamps(article, facts))
        possible = any(
            (index < _REACH_IN_HEAD or index >= tail or (own and _MANY_DIGITS.search(paragraphs[index].text)))
            and _read(paragraphs[index], facts)
            for index in candidates
        )
        return self._stamps(article, facts, own, candidates) if possible else iter(())

    def _stamps(
        self, article: Article, facts: ArticleFacts, own: Mapping[date, Field], candidates: Sequence[int]
    ) -> Iterator[Finding]:
        stamps = {index: stamp for index in candidates if (stamp := _read(facts.paragraphs[index], facts)) is not None}
        stamps |= _over_two_lines(stamps)
        moments = _own_moments(article, facts) if any(stamp.moment for stamp in stamps.values()) else {}
        of_the_article = _of_the_article(stamps, own, moments)
        # A chronology's lines have no labels, and are of other days than the article's.
        entries = [index for index, stamp in stamps.items() if index not in of_the_article and not stamp.labelled]
        few = len(entries) <= _MOST_LINES
        texts = len(facts.paragraphs) - len(stamps)
        for order, (index, stamp) in enumerate(stamps.items()):
            before = index - order
            at_edge = few and (before <= _EDGE or texts - before <= _EDGE or _is_in_head(facts, index, before))
            is_sure = stamp.timed and (stamp.labelled or (few and _has_passed(facts, stamp.moment)))
            at_edge = at_edge or (is_sure and index < _HEAD_OF_LABELS)
            if texts and (at_edge or index in of_the_article):
                yield self._report(article, facts, facts.paragraphs[index], stamp.kind, of_the_article.get(index))

    def _report(
        self, article: Article, facts: ArticleFacts, paragraph: Paragraph, kind: Kind, day_of: Field | None
    ) -> Finding:
        start, end = _with_break(facts, paragraph)
        return self.finding(
            article,
            "body",
            (paragraph.start, paragraph.end),
            f"“{paragraph.text}” is only a {kind}: a stamp of the page, no paragraph of the article.",
            evidence={"kind": kind, "day_of": day_of} if day_of else {"kind": kind},
            fix=replace("body", start, end, "", safe=False),
        )


def _is_in_head(facts: ArticleFacts, index: int, before: int) -> bool:
    """Return whether paragraph *index* has *before* others before it that can be the head of a page."""
    if before > _HEAD or not all(map(_is_heading, facts.paragraphs[:index])):
        return False
    mention = _first_in(facts.dates("body"), facts.paragraphs.starts[index], facts.paragraphs.ends[index])
    return mention is None or not _lies_ahead(facts, mention)


def _over_two_lines(stamps: Mapping[int, _Stamp]) -> dict[int, _Stamp]:
    """Return both halves of the stamps whose time stands in the line below the date, as stamps of that day."""
    found: dict[int, _Stamp] = {}
    for index, stamp in stamps.items():
        below = stamps.get(index + 1)
        if stamp.kind == "date" and not stamp.marked and below is not None and below.kind == "time":
            found[index] = stamp._replace(marked=True)
            found[index + 1] = below._replace(days=stamp.days, marked=True)
    return found


def _is_heading(paragraph: Paragraph) -> bool:
    return len(paragraph.text) <= _HEAD_CHARACTERS and not paragraph.text.endswith(_SENTENCE_ENDS)


def _may_be_stamps(article: Article, facts: ArticleFacts) -> Iterator[int]:
    """Yield the short paragraphs in which the scan found the place of a date, or that have a clock time."""
    text = article.text("body")
    places = facts.date_places.get("body", ())
    for index, (start, end) in enumerate(zip(facts.paragraphs.starts, facts.paragraphs.ends, strict=True)):
        if end - start <= _LONGEST and ((places and _overlaps(places, start, end)) or _CLOCK.search(text, start, end)):
            yield index


def _overlaps(places: Sequence[Span], start: int, end: int) -> bool:
    """Return whether one of *places*, which are in text order, reaches into ``start`` to ``end``."""
    following = bisect_left(places, (end,))
    return following > 0 and places[following - 1][1] > start


def _own_days(article: Article, facts: ArticleFacts) -> Mapping[date, Field]:
    """Return the days on which the article says it was published and modified."""
    days: dict[date, Field] = {}
    modified = read_date_field(article.text("modified_at"), facts.language.code) if article.modified_at else None
    if modified is not None:
        days[modified.day] = "modified_at"
    if facts.published is not None and facts.published.field == "published_at":
        days[facts.published.day] = "published_at"
    return days


def _own_moments(article: Article, facts: ArticleFacts) -> Mapping[datetime, Field]:
    """Return the days and hours at which the article says it was published and modified, where it tells the hours."""
    fields: tuple[Field, ...] = ("modified_at", "published_at")
    values = ((field, article.text(field)) for field in fields)
    read = ((field, read_date_field(value, facts.language.code)) for field, value in values if value)
    return {datetime.combine(each.day, each.time): field for field, each in read if each is not None and each.time}


def _has_passed(facts: ArticleFacts, moment: datetime | None) -> bool:
    """Return whether the article is known to have appeared on the day of *moment* or later."""
    return moment is not None and facts.published is not None and moment.date() <= facts.published.day


def _of_the_article(
    stamps: Mapping[int, _Stamp], own: Mapping[date, Field], moments: Mapping[datetime, Field]
) -> dict[int, Field]:
    """Return which stamps name a day of the article's own, and which day it is.

    Three dates with a time and no label are a live ticker's, and one of them may well be of that day.
    """
    unlabelled = [stamp for stamp in stamps.values() if stamp.kind == "time" or (stamp.marked and not stamp.labelled)]
    ticks = len(unlabelled) > _MOST_LINES
    found: dict[int, Field] = {}
    for index, stamp in stamps.items():
        if not stamp.marked or (ticks and not stamp.labelled):
            continue
        near = [field for moment, field in moments.items() if stamp.moment and abs(moment - stamp.moment) <= _WORLD]
        fields = [*(own[day] for day in stamp.days if day in own), *near]
        if fields:
            found[index] = fields[0]
    return found


def _read(paragraph: Paragraph, facts: ArticleFacts) -> _Stamp | None:
    """Return what the paragraph is, if it is a date or a time, or several with labels, and no more."""
    parts = parts_of_stamp(paragraph.text)
    read: list[_Stamp] = []
    for part in parts:
        stamp = _read_part(part, paragraph, facts)
        if stamp is None:
            return None
        read.append(stamp)
    dated = [stamp for stamp in read if stamp.kind == "date"]
    if len(read) == 1 or not dated:
        return read[0]
    days = tuple(day for stamp in dated for day in stamp.days)
    # "18.12.2020 | Stand: 19:13 Uhr" has its hour in a part of its own.
    timed = any(stamp.timed or stamp.kind == "time" for stamp in read)
    moment = next((stamp.moment for stamp in dated if stamp.moment), None)
    return _Stamp("date", days, marked=True, labelled=True, timed=timed, moment=moment)


def _read_part(part: LabelledPart, paragraph: Paragraph, facts: ArticleFacts) -> _Stamp | None:
    text = part.text
    if _RUN_TOGETHER.search(paragraph.text):
        return None
    if _TIME.fullmatch(text) or (part.labelled and _AGO.fullmatch(text)):
        return _Stamp("time", labelled=part.labelled)
    if other := read_other_stamp(text):
        return _dated(other, part)
    start = paragraph.start + part.start
    mention = _first_in(facts.dates("body"), start, start + len(text))
    # English stamps stand in pages of any language; other dates are found with the article's own names.
    if mention is None and not (text.isascii() and facts.language.code != "en"):
        return None
    if read := read_date_field(text, facts.language.code) or _behind_a_place(text, facts.language.code):
        return _dated(read, part)
    if mention is None or not _is_day_without_year(text, start, mention) or _lies_ahead(facts, mention):
        return None
    days = (mention.value,) if mention.value else ()
    return _Stamp("date", days, part.labelled or mention.end - start < len(text), part.labelled)


def _dated(read: FieldDate, part: LabelledPart) -> _Stamp:
    days = readings(read.day, ambiguous=read.ambiguous)
    moment = None if read.time is None else datetime.combine(read.day, read.time)
    return _Stamp("date", days, part.labelled or moment is not None, part.labelled, moment is not None, moment)


def _behind_a_place(text: str, language: str | None) -> FieldDate | None:
    """Read the date and the time behind a place; a place and a day alone are a dateline."""
    place = _PLACE.match(text)
    read = read_date_field(text[place.end() :], language) if place else None
    return read if read and read.time else None


def _first_in(mentions: Sequence[DateMention], start: int, end: int) -> DateMention | None:
    position = bisect_left(mentions, start, key=lambda mention: mention.start)
    mention = mentions[position] if position < len(mentions) else None
    return mention if mention is not None and mention.end <= end else None


def _is_day_without_year(text: str, start: int, mention: DateMention) -> bool:
    """Return whether *text*, which is at *start*, is one date without a year, with a weekday or a time at most."""
    after = _TIME.sub("", text[mention.end - start :], count=1)
    alone = _AROUND_DAY.fullmatch(text[: mention.start - start]) and _AROUND_DAY.fullmatch(after)
    return bool(alone) and mention.kind != "numeric"


def _lies_ahead(facts: ArticleFacts, mention: DateMention) -> bool:
    """Return whether the day is still to come when the article appears: then it heads a programme."""
    published = facts.published
    return published is not None and mention.value is not None and mention.value > published.day


def _with_break(facts: ArticleFacts, paragraph: Paragraph) -> tuple[int, int]:
    """Return the paragraph with the break behind it, or before it where it is the last one."""
    following = paragraph.index + 1
    if following < len(facts.paragraphs):
        return paragraph.start, facts.paragraphs[following].start
    return facts.paragraphs[paragraph.index - 1].end, paragraph.end
