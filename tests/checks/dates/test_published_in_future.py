"""DAT008 by the clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from newslint.checks.dates.published_in_future import PublishedInFuture
from newslint.facts.article_facts import ArticleFacts
from newslint.model import Article


def flagged(days: int) -> bool:
    day = datetime.now(UTC).date() + timedelta(days=days)
    article = Article(id="a", language="en", published_at=day.isoformat(), body="The lock stays shut.")
    return bool(list(PublishedInFuture().check(article, ArticleFacts(article))))


def test_without_a_crawl_day_the_clock_decides() -> None:
    assert not flagged(-30)
    assert not flagged(0)
    assert flagged(30)
