"""DAT004: the weekday and the date beside it disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from newslint.checks import base
from newslint.checks.base import CheckOptions, Natural
from newslint.model import TEXT_FIELDS, Article, Finding, Related, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts
    from newslint.facts.dates import DateMention

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_OTHER_CALENDAR = re.compile(
    r"old style|new style|\bO\.\s?S\.|\bN\.\s?S\.|julian|julianisch|julien|juliano|ст\. ?ст|стар(?:ого|ым) стил|"
    r"нов(?:ого|ым) стил|юлианск|юліанськ|starego stylu|hijri|الهجري|هـ",
    re.IGNORECASE,
)
_CALENDAR_WINDOW = 60


class WeekdayContradiction(base.ArticleCheck):
    """A weekday stands beside a date that falls on another weekday.

    What it flags
    -------------
    A weekday next to a calendar date, in the dateline, the title or the body, where the calendar says otherwise:
    "Friday, 7 December 2024" (a Saturday). A date without a year is flagged only if it falls on another weekday in the
    year before, the year of and the year after publication.

    Why it hurts
    ------------
    One of the two is wrong: a typing error of the paper, a date shifted by a time zone, or a year lost and guessed
    anew when the page was stored. Whatever is computed from the date (timelines, event extraction, train-test splits
    by day) inherits the error.

    Example
    -------
    ``The council met on Friday, 7 December 2024.`` The seventh was a Saturday.

    Fix
    ---
    None: nothing in the text says which of the two is right.

    Options
    -------
    earliest_year : int, default 1925
        Dates before this year stay unjudged: countries used the Julian calendar until then (Greece changed in 1923,
        Turkey in 1926), and so may the text.

    Limits
    ------
    Ranges ("Friday to Sunday, 6-8 December") and texts that name an old style or another calendar are left alone.
    Weekday abbreviations count only where a mark follows them or they open the line, since many are other words.
    Numeric dates that read both ways are taken the way that agrees. In 2,107 scraped articles, of which 118 pair a
    weekday with a date, it found 3 contradictions, all of them real.
    """

    code = "DAT004"
    slug = "weekday-contradiction"
    severity = Severity.WARNING
    fix = "none"
    precision = "3 of 3 findings right on 2,107 articles"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of DAT004."""

        earliest_year: Natural = 1925

    def applies(self, article: Article, facts: ArticleFacts) -> bool:  # noqa: ARG002
        """Return whether any date of the article has a weekday beside it."""
        for field in TEXT_FIELDS:
            for mention in facts.dates(field):
                if mention.weekday is not None and _pair(mention):
                    return True
        return False

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield one finding for every contradicting pair."""
        for field in TEXT_FIELDS:
            text = article.text(field)
            for mention in facts.dates(field):
                day = mention.value
                if not _pair(mention) or day is None or day.year < self.options.earliest_year:
                    continue
                if not (_agrees(mention, day) or _other_calendar(text, mention) or _ends_a_line(text, mention)):
                    yield self._report(article, facts, field, mention, day)

    def _report(self, article: Article, facts: ArticleFacts, field: str, mention: DateMention, day: date) -> Finding:
        written, actual = _NAMES[mention.weekday or 0], _NAMES[day.weekday()]
        in_year = "" if mention.explicit_year else " (and the weekday fits neither the year before nor the year after)"
        return self.finding(
            article,
            field,
            (mention.start, mention.end),
            f"“{mention.text}” says {written}, but {day.isoformat()} is a {actual}{in_year}.",
            related=() if mention.explicit_year else _published(facts),
            evidence={"date": day.isoformat(), "written": written, "actual": actual},
        )


def _pair(mention: DateMention) -> bool:
    """Return whether *mention* is a single day with a weekday written beside it."""
    return mention.weekday is not None and mention.kind not in {"weekday", "relative"} and not mention.in_range


def _agrees(mention: DateMention, day: date) -> bool:
    """Return whether the weekday fits, in a neighbouring year too where the year was not written but inferred."""
    if mention.explicit_year:
        return day.weekday() == mention.weekday
    return any(_weekday(day, shift) == mention.weekday for shift in (-1, 0, 1))


def _weekday(day: date, years: int) -> int | None:
    try:
        return day.replace(year=day.year + years).weekday()
    except ValueError:
        return None


def _other_calendar(text: str, mention: DateMention) -> bool:
    around = text[max(0, mention.start - _CALENDAR_WINDOW) : mention.end + _CALENDAR_WINDOW]
    return bool(_OTHER_CALENDAR.search(around))


def _ends_a_line(text: str, mention: DateMention) -> bool:
    """Return whether the weekday ends a line, a headline say, and the date below is that of the article."""
    line_start = text.rfind("\n", 0, mention.start) + 1
    return "\n" in mention.text and bool(text[line_start : mention.start].strip())


def _published(facts: ArticleFacts) -> Iterator[Related]:
    """Yield the publication date, against which a date without a year was read."""
    published = facts.published
    if published is not None:
        yield Related(published.field, published.start, published.end, published.text, "published")
