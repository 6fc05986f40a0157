"""DAT009: a date field holds the default of some software."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from newslint.checks import base
from newslint.checks.base import CheckOptions, Natural
from newslint.facts.dates import read_date_field
from newslint.facts.dates.sentinels import Sentinel, sentinel
from newslint.facts.dates.url_date import url_date
from newslint.model import Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_FIELDS = ("published_at", "modified_at")


class PlaceholderDate(base.ArticleCheck):
    """A date field holds a day that software writes where it has no date, such as 1970-01-01.

    What it flags
    -------------
    A ``published_at`` or ``modified_at`` on the zero or the last day of a clock or a database: 1970-01-01 and, in
    western time zones, 1969-12-31, 1900-01-01, 1899-12-30, 1904-01-01, 1601-01-01, 0001-01-01, 0000-00-00, PHP's
    -0001-11-30, 2038-01-19, 9999-12-31; and, only where midnight is written beside them, 1980-01-01, 2000-01-01 and
    2001-01-01.

    Why it hurts
    ------------
    The value parses, so that nothing complains: of one published corpus of news 109 articles are dated 1970-01-01.
    They land at the wrong end of every timeline and skew every statistic by day.

    Example
    -------
    ``"published_at": "1970-01-01T00:00:00Z"``

    Fix
    ---
    None: the true day is not in the record; leave the field empty rather than filled with a default.

    Options
    -------
    corroboration_days : int, default 60 (days)
        An article is left alone where its text names a day with a year, or its URL a day, this near to the placeholder:
        archives do hold papers of 1 January 1970. Generous, since either of the two is rare beside a stored zero.

    Limits
    ------
    The date of the dateline is not judged, since people write it. A default that an editor chose (the day of a
    migration, say) is DAT013's.
    """

    code = "DAT009"
    slug = "placeholder-date"
    severity = Severity.ERROR
    fix = "none"
    precision = "no finding on 1,121 records with a date"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of DAT009."""

        corroboration_days: Natural = 60

    def applies(self, article: Article, facts: ArticleFacts) -> bool:  # noqa: ARG002
        """Return whether the record has a date field with a value."""
        has_value = article.published_at or article.modified_at
        return bool(has_value) and any(article.text(field).strip() for field in _FIELDS)

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each date field that holds a stored zero."""
        zeros = [
            (field, value, found)
            for field in _FIELDS
            if (value := article.text(field)) and (found := sentinel(value, read_date_field(value, article.language)))
        ]
        return self._uncorroborated(article, facts, zeros) if zeros else iter(())

    def _uncorroborated(
        self, article: Article, facts: ArticleFacts, zeros: Iterable[tuple[str, str, Sentinel]]
    ) -> Iterator[Finding]:
        for field, value, found in zeros:
            if not self._corroborated(article, facts, found.day):
                yield self._report(article, field, value, found)

    def _corroborated(self, article: Article, facts: ArticleFacts, day: date | None) -> bool:
        """Return whether anything else in the record speaks of the days around the placeholder."""
        if day is None:
            return False
        near = self.options.corroboration_days
        in_url = url_date(article.text("url"))
        if in_url is not None and abs((in_url.day - day).days) <= near:
            return True
        return any(
            mention.explicit_year and mention.value is not None and abs((mention.value - day).days) <= near
            for field in ("title", "body")
            for mention in facts.dates(field)
        )

    def _report(self, article: Article, field: str, value: str, found: Sentinel) -> Finding:
        evidence = {"origin": found.origin, **({"date": found.day.isoformat()} if found.day else {})}
        message = f"“{value}” is {found.origin}, stored where there was no date."
        return self.finding(article, field, None, message, quote=value, evidence=evidence)
