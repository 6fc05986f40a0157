"""DAT008: the publication date lies after the crawl, or after today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from newslint.checks import base
from newslint.checks.base import CheckOptions, Natural
from newslint.facts.dates.crawl import CrawlDay, crawl_day
from newslint.facts.dates.readings import readings, span_of
from newslint.facts.dates.sentinels import is_stored_zero
from newslint.model import Article, Finding, Related, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts
    from newslint.facts.dates import PublicationDate


class PublishedInFuture(base.ArticleCheck):
    """The publication date lies after the day of the crawl, or after today where no crawl day is known.

    What it flags
    -------------
    A publication date (``published_at``, or the dateline where that cannot be read) later than the day on which the
    record was crawled, if the record says when (``crawled_at``, ``scraped_at``, ``date_download`` and their like), and
    later than today otherwise.

    Why it hurts
    ------------
    Nobody can have fetched an article before it was published. Day and month were swapped, the year was mistyped, or
    the date of an announced event was taken for the article's own. Articles from the future leak into test sets that
    are meant to be the newest.

    Example
    -------
    ``"published_at": "2035-12-06", "crawled_at": "2025-12-07T08:00:00Z"``

    Fix
    ---
    None: the record does not say which day is meant.

    Options
    -------
    grace_days : int, default 1 (days)
        How far ahead a date may lie, because time zones differ by up to 26 hours: of 216 scraped articles with both
        dates one is a day ahead of its crawl, none more.
    today : date, default 9999-12-31
        Records without a crawl day are judged by this day, or by the present day in UTC if that is earlier. Set it to a
        past day where two runs on different days must give the same result.

    Limits
    ------
    A numeric date that can be read both ways is flagged only if both days lie ahead. The largest date of a database
    (9999-12-31) is DAT009's.
    """

    code = "DAT008"
    slug = "published-in-future"
    severity = Severity.ERROR
    fix = "none"
    precision = "no finding on 1,057 dated articles"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of DAT008."""

        grace_days: Natural = 1
        today: date = date.max

    def applies(self, article: Article, facts: ArticleFacts) -> bool:  # noqa: ARG002
        """Return whether the day of publication is known."""
        return facts.published is not None

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding if the article was published later than it can have been."""
        published = facts.published
        if published is None or is_stored_zero(published):
            return iter(())
        crawl = crawl_day(article)
        limit = crawl.day if crawl else self._today()
        earliest = min(readings(published.day, ambiguous=published.ambiguous)) if published.ambiguous else published.day
        ahead = (earliest - limit).days
        if ahead <= self.options.grace_days:
            return iter(())
        return iter((self._report(article, published, crawl, limit, ahead),))

    def _today(self) -> date:
        today: date = self.options.today
        return min(today, datetime.now(UTC).date())

    def _report(
        self, article: Article, published: PublicationDate, crawl: CrawlDay | None, limit: date, ahead: int
    ) -> Finding:
        measure = f"the crawl on {limit.isoformat()}" if crawl else f"today, {limit.isoformat()}"
        days = "1 day" if ahead == 1 else f"{ahead:,} days"
        return self.finding(
            article,
            published.field,
            span_of(published),
            f"“{published.text}” is {days} after {measure}.",
            quote=published.text,
            related=[Related(crawl.name, None, None, crawl.text, "crawled")] if crawl else (),
            evidence={"days_ahead": ahead, "limit": limit.isoformat(), "limit_from": crawl.name if crawl else "today"},
        )
