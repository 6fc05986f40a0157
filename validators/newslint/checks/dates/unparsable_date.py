"""DAT002: a date field that is no date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck
from newslint.facts.dates import find_dates, first_full_date
from newslint.facts.dates.readings import (
    is_impossible_day,
    is_machine_date,
    is_year_or_month,
    read_in_any_language,
    unix_day,
)
from newslint.facts.dates.sentinels import sentinel
from newslint.facts.placeholders import is_placeholder
from newslint.model import Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_FIELDS = ("published_at", "modified_at")
_QUOTED = 80
_LONGEST = 200


class UnparsableDate(ArticleCheck):
    """A date field holds something that is no date in any accepted format or language.

    What it flags
    -------------
    A ``published_at`` or ``modified_at`` that cannot be read as one date: relative words ("3 hours ago"), a date among
    other words ("Posted by admin on 6 December 2024"), a date run together with a time, a day without its year, a
    clock time alone, a bare number such as Unix time. Accepted are ISO 8601, RFC 2822, the forms in which programs
    print dates, and the way newspapers write them in 62 languages, with or without weekday, clock time and time zone.

    Why it hurts
    ------------
    Loaders turn such a value into nothing, or into today. The article then falls out of every timeline and every
    split by date, and all checks that compare its text with its day of publication stay silent.

    Example
    -------
    ``"published_at": "3 hours ago"``

    Fix
    ---
    None: a relative date is lost with the moment of the crawl, and of several dates none is sure to be meant.

    Options
    -------
    None.

    Limits
    ------
    Empty values are SCH001's where the field is required, words for "nothing" SCH004's, impossible days DAT003's,
    stored zeros DAT009's. A year or a month alone is a date, though no day, and passes. The dateline is not judged: it
    may hold a place only.
    """

    code = "DAT002"
    slug = "unparsable-date"
    severity = Severity.ERROR
    fix = "none"
    precision = "5 of 5 findings right on 1,121 records with a date"

    def applies(self, article: Article, facts: ArticleFacts) -> bool:  # noqa: ARG002
        """Return whether the record has a date field with a value."""
        has_value = article.published_at or article.modified_at
        return bool(has_value) and any(not _is_blank(field, article.text(field)) for field in _FIELDS)

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each date field that is no date."""
        was_read = facts.published.field if facts.published else None
        unread = [field for field in _FIELDS if field != was_read and not _is_blank(field, article.text(field))]
        return self._unparsable(article, facts, unread) if unread else iter(())

    def _unparsable(self, article: Article, facts: ArticleFacts, fields: Iterable[str]) -> Iterator[Finding]:
        for field in fields:
            value = article.text(field)
            if not _is_date(value, article.language, facts.language.code):
                message, evidence = _explain(value[:_LONGEST], facts.language.code)
                yield self.finding(article, field, None, message, quote=value[:_LONGEST], evidence=evidence)


def _is_blank(field: str, value: str) -> bool:
    return not value or value.isspace() or is_placeholder(field, value)


def _is_date(value: str, declared: str | None, language: str | None) -> bool:
    """Return whether *value* is a date, or one of the values that other checks judge."""
    if is_machine_date(value) or is_year_or_month(value) or sentinel(value, None):
        return True
    return is_impossible_day(value, language, declared) or read_in_any_language(value, language, declared) is not None


def _explain(value: str, language: str | None) -> tuple[str, dict[str, str]]:
    """Return the message for *value*, and what could be made of it."""
    shown = value if len(value) <= _QUOTED else value[:_QUOTED] + "…"
    if day := unix_day(value):
        message = f"“{shown}” is a bare number and no date; if it is Unix time, it means {day.isoformat()}."
        return message, {"kind": "number", "date": day.isoformat()}
    inner = first_full_date(value, None) or first_full_date(value, "en")
    if inner is not None and inner.value is not None:
        message = f"“{shown}” holds the date “{inner.text}” among other characters, so that it cannot be read whole."
        return message, {"kind": "mixed", "date": inner.value.isoformat()}
    if any(not mention.explicit_year for code in (language, "en") for mention in find_dates(value, code, None)):
        return f"“{shown}” names a day, but no year.", {"kind": "no year"}
    return f"“{shown}” is no date in any format or language that is accepted.", {"kind": "words"}
