"""DAT012: an article was changed before it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import msgspec

from newslint.checks import base
from newslint.checks.base import CheckOptions, Natural
from newslint.facts.dates import read_date_field
from newslint.facts.dates.readings import readings
from newslint.facts.dates.sentinels import sentinel
from newslint.model import Article, Finding, Related, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_ZONES = timedelta(hours=26)
"""From the westernmost to the easternmost time zone: what two clock times without a zone can be apart."""
_ZONED = re.compile(r"\d(?:Z|[+-]\d\d:?\d\d)$")


class Moment(msgspec.Struct, frozen=True, gc=False):
    """The span of time that a date field can mean: the whole day where it names no clock time."""

    first: datetime
    last: datetime


class ModifiedBeforePublished(base.ArticleCheck):
    """The article was last modified before it was published.

    What it flags
    -------------
    Records whose ``modified_at`` lies more than ``grace_hours`` before their ``published_at``.

    Why it hurts
    ------------
    The two are swapped, or one of them is the day of an import. Whoever takes the newer one for the state of the text
    and the older one for its news value gets both wrong.

    Example
    -------
    ``"published_at": "2024-12-06", "modified_at": "2024-11-11"``

    Fix
    ---
    None: the record does not say which of the two is right.

    Options
    -------
    grace_hours : int, default 24 (hours)
        How far modification may precede publication, because an article that is published on schedule was last touched
        the evening before. A convention of content management systems, not a measurement.

    Limits
    ------
    Values are compared with their time zones where both have one; otherwise the difference must exceed the span of all
    time zones (26 hours) as well. A date without a time means any time of its day, and an ambiguous numeric date
    either of its days. Stored zeros are DAT009's.
    """

    code = "DAT012"
    slug = "modified-before-published"
    severity = Severity.WARNING
    fix = "none"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of DAT012."""

        grace_hours: Natural = 24

    def applies(self, article: Article, facts: ArticleFacts) -> bool:  # noqa: ARG002
        """Return whether the record has both dates."""
        both = article.published_at and article.modified_at
        return bool(both and article.text("published_at") and article.text("modified_at"))

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding if the order is violated."""
        if not self.applies(article, facts):
            return
        values = article.text("published_at").strip(), article.text("modified_at").strip()
        published, modified = (_moment(value, article.language) for value in values)
        if published is None or modified is None:
            return
        early = published.first - modified.last
        zones = timedelta(0) if all(_ZONED.search(value) for value in values) else _ZONES
        if early > timedelta(hours=self.options.grace_hours) + zones:
            yield self._report(article, published.first - modified.first)

    def _report(self, article: Article, early: timedelta) -> Finding:
        published, modified = article.text("published_at"), article.text("modified_at")
        hours = early // timedelta(hours=1)
        amount = f"{hours // 24:,} days" if hours >= 48 else f"{hours} hours"
        return self.finding(
            article,
            "modified_at",
            None,
            f"“{modified}” is {amount} before the publication date, “{published}”.",
            quote=modified,
            related=[Related("published_at", None, None, published, "published")],
            evidence={"hours_early": hours},
        )


def _moment(value: str, language: str | None) -> Moment | None:
    """Return what *value* can mean, in UTC where it says its zone and as if it were UTC where it does not."""
    read = read_date_field(value, language)
    if read is None or sentinel(value, read):
        return None
    if _ZONED.search(value) and (exact := _exact(value)):
        return Moment(exact, exact)
    days = readings(read.day, ambiguous=read.ambiguous)
    return Moment(_at(min(days), read.time or time.min), _at(max(days), read.time or time.max))


def _exact(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, UTC)
