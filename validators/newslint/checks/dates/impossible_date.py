"""DAT003: a day that no calendar has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newslint.checks import base
from newslint.checks.base import CheckOptions, Natural
from newslint.facts.dates.readings import is_impossible_day
from newslint.model import TEXT_FIELDS, Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts
    from newslint.facts.dates import DateMention

_RECORD_FIELDS = ("published_at", "modified_at")
_FOUR_DIGITS = re.compile(r"\d{4}")
_EAST_ASIAN = re.compile("[月월]")
_RUN_TOGETHER = re.compile(r"[^\W\d_]\d")
_BEFORE = 24
_DAY_OF_MONTH = re.compile(
    r"(?:\b(?:on|since|until|till|by|from|of|through|before|after|dated)|^|[(:,–—-])\s*$", re.IGNORECASE | re.MULTILINE
)
"""What stands before "June 31" where it is a date; in "in June 31 people" the number counts the people."""
_ENDS_DATE = re.compile(r"\s*(?:[,.;:)!?–—]|$|\n)")
_IN_URL = re.compile(r"\S*(?:://|www\.|\.\w{2,4}/|[@#_=&])\S*$")
_URL_WINDOW = 80


class ImpossibleDate(base.ArticleCheck):
    """A date names a day that no calendar has, such as 31 April or 29 February 2023.

    What it flags
    -------------
    In the dateline, the title and the body, a day with a month name or with a year of four digits that does not exist:
    ``31 April``, ``29 February 2023``, ``34 июля``, ``31.04.2023``, ``2023-02-30``; and the same as the value of
    ``published_at`` or ``modified_at``.

    Why it hurts
    ------------
    Parsers disagree on such a day: some return nothing, some the first of the next month. In a text it is a typing
    error that a reader cannot repair; in a record it shows that dates are put together from parts.

    Example
    -------
    ``The tram depot opens on 31 November 2024.`` November has 30 days.

    Fix
    ---
    None: nothing says which day is meant.

    Options
    -------
    earliest_year : int, default 1925
        Dates before this year stay unjudged: 29 February 1900 was a day where the Julian calendar was in use, which
        Greece left in 1923.

    Limits
    ------
    Numbers without a month name and without a year of four digits are versions and scores more often than dates
    (``0.4.14``) and are never flagged. 29 February without a year exists in some year. Where the month stands before
    the day, a number without a year counts only behind "on", "since" and the like, or before a stop ("in June 31 people
    …" is no date). A date that touches letters or digits is DAT001's.
    """

    code = "DAT003"
    slug = "impossible-date"
    severity = Severity.ERROR
    fix = "none"
    precision = "no finding on 2,107 articles"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of DAT003."""

        earliest_year: Natural = 1925

    def applies(self, article: Article, facts: ArticleFacts) -> bool:
        """Return whether the article has a date in any of its fields."""
        if article.published_at or article.modified_at:
            return True
        return bool(facts.dates("body") or facts.dates("title") or facts.dates("dateline"))

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for every impossible day."""
        language = facts.language.code
        values = [
            (field, value)
            for field in _RECORD_FIELDS
            if (value := article.text(field)) and is_impossible_day(value, language, article.language)
        ]
        mentions = [
            (field, mention)
            for field in TEXT_FIELDS
            for mention in facts.dates(field)
            if mention.precision == "impossible"
        ]
        return self._judge(article, values, mentions) if values or mentions else iter(())

    def _judge(
        self, article: Article, values: Iterable[tuple[str, str]], mentions: Iterable[tuple[str, DateMention]]
    ) -> Iterator[Finding]:
        for field, value in values:
            yield self.finding(article, field, None, f"“{value}” is a day that no calendar has.", quote=value)
        seen: set[tuple[str, int]] = set()
        for field, mention in mentions:
            # Both ends of a range have one span.
            if (field, mention.start) not in seen and self._is_day(article.text(field), mention):
                seen.add((field, mention.start))
                yield self._report(article, field, mention)

    def _is_day(self, text: str, mention: DateMention) -> bool:
        """Return whether the impossible day is meant as one."""
        if _touches_text(text, mention) or _is_in_url(text, mention):
            return False
        year = _FOUR_DIGITS.search(mention.text)
        if mention.explicit_year:
            return year is not None and int(year[0]) >= self.options.earliest_year
        return mention.kind != "numeric" and _is_day_of_month(text, mention)

    def _report(self, article: Article, field: str, mention: DateMention) -> Finding:
        return self.finding(
            article,
            field,
            (mention.start, mention.end),
            f"“{mention.text}” names a day that no calendar has.",
            evidence={"day": mention.day, "month": mention.month},
        )


def _touches_text(text: str, mention: DateMention) -> bool:
    """Return whether the date is run together with its neighbours; Chinese, Japanese and Korean write no spaces."""
    if _EAST_ASIAN.search(mention.text):
        return False
    around = text[max(0, mention.start - 1) : mention.start] + text[mention.end : mention.end + 1]
    return any(character.isalnum() for character in around) or bool(_RUN_TOGETHER.search(mention.text))


def _is_in_url(text: str, mention: DateMention) -> bool:
    return _IN_URL.search(text[max(0, mention.start - _URL_WINDOW) : mention.start]) is not None


def _is_day_of_month(text: str, mention: DateMention) -> bool:
    """Return whether the number beside a month name is its day, not a count of what follows."""
    if mention.text[0].isdigit() or mention.weekday is not None or _EAST_ASIAN.search(mention.text):
        return True
    before = text[max(0, mention.start - _BEFORE) : mention.start]
    return bool(_DAY_OF_MONTH.search(before) or _ENDS_DATE.match(text, mention.end))
