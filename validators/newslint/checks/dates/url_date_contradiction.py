"""DAT010: the day in the URL is not the day of publication."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.checks import base
from newslint.checks.base import CheckOptions, Natural
from newslint.facts.dates.readings import readings
from newslint.facts.dates.sentinels import is_stored_zero
from newslint.facts.dates.url_date import url_date
from newslint.model import Article, Finding, Related, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts


class UrlDateContradiction(base.ArticleCheck):
    """The date in the path of the URL and the publication date are different days.

    What it flags
    -------------
    Articles whose URL names a day (``/2024/12/06/``, ``/2024/dec/06/``, ``/2024-12-06-lock-shut``, ``/20241206/``,
    ``/2024/1206/``) that lies ``min_days`` or more from the publication date, before it or after it.

    Why it hurts
    ------------
    Sites put the day of first publication into the address and never change it. A publication date that differs is
    that of an update, of a crawl or of an import, or day and month were swapped when it was read.

    Example
    -------
    ``https://courier.example/2024/11/11/lock-shut`` with ``"published_at": "2024-12-06"``

    Fix
    ---
    None: the URL is the better witness as a rule, but some sites date an address by the event.

    Options
    -------
    min_days : int, default 2 (days)
        From this difference on, a pair is flagged; of 585 healthy pairs 581 differ by a day at most, and of 239 others
        all; re-dated by 25 days, all 239 are flagged.

    Limits
    ------
    A year and a month alone are no day, and a number that begins a slug (``/2019/03/30-let``) is part of the title. A
    URL that names several days is left alone, and so is a publication date that reads both ways if one reading agrees.
    """

    code = "DAT010"
    slug = "url-date-contradiction"
    severity = Severity.WARNING
    fix = "none"
    precision = "no finding on 239 articles with a day in the URL"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of DAT010."""

        min_days: Natural = 2

    def applies(self, article: Article, facts: ArticleFacts) -> bool:
        """Return whether the URL names a day and the day of publication is known."""
        return facts.published is not None and url_date(article.text("url")) is not None

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding if the two days differ."""
        in_url, published = url_date(article.text("url")), facts.published
        if in_url is None or published is None or is_stored_zero(published):
            return
        apart = min(
            ((day - in_url.day).days for day in readings(published.day, ambiguous=published.ambiguous)), key=abs
        )
        if abs(apart) < self.options.min_days:
            return
        side = "after" if apart > 0 else "before"
        yield self.finding(
            article,
            "url",
            None,
            f"The publication date {published.day.isoformat()} lies {abs(apart):,} days {side} the day "
            f"in the URL, “{in_url.text}”.",
            quote=article.text("url"),
            related=[Related(published.field, published.start, published.end, published.text, "published")],
            evidence={"days_apart": apart, "url_date": in_url.day.isoformat(), "published": published.day.isoformat()},
        )
