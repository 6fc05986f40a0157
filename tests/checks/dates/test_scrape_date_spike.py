"""DAT013 with its defaults, on sources of a realistic size."""

from __future__ import annotations

import pickle
import random
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from newslint.checks.dates.scrape_date_spike import ScrapeDateSpike
from newslint.facts.article_facts import ArticleFacts
from newslint.model import Article, ArticleRef, Finding

CRAWLED = date(2024, 12, 6)
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def article(number: int, published: date, told: date) -> Article:
    body = f"The council of Velmouth met on {MONTHS[told.month - 1]} {told.day} to speak of lock {number}."
    return Article(id=f"a{number}", source="Coast Courier", language="en", published_at=str(published), body=body)


def month(seed: int, fresh: float, *, per_day: int = 20) -> list[Article]:
    """Return a month of a paper of whose articles the share *fresh* tells of the last three days."""
    rng = random.Random(seed)
    made: list[Article] = []
    for day in (CRAWLED - timedelta(days=back) for back in range(5, 35)):
        for _ in range(per_day):
            lag = rng.randint(0, 3) if rng.random() < fresh else rng.randint(4, 90)
            made.append(article(len(made), day, day - timedelta(days=lag)))
    return made


def crawl(articles: Sequence[Article], count: int, seed: int) -> list[Article]:
    """Return *articles* with *count* of them under the date of the crawl."""
    chosen = set(random.Random(seed).sample(range(len(articles)), count))
    return [
        Article(id=a.id, source=a.source, language=a.language, published_at=str(CRAWLED), body=a.body)
        if number in chosen
        else a
        for number, a in enumerate(articles)
    ]


def findings(articles: Sequence[Article]) -> list[Finding]:
    check = ScrapeDateSpike()
    seen = [(ArticleRef.of(a), check.observe(a, ArticleFacts(a))) for a in articles]
    return list(check.conclude((reference, dated) for reference, dated in seen if dated is not None))


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("fresh", [0.3, 0.5, 0.9])
def test_healthy_sources_stay_silent(seed: int, fresh: float) -> None:
    assert findings(month(seed, fresh)) == []


@pytest.mark.parametrize("seed", range(3))
def test_the_day_of_the_crawl_is_found(seed: int) -> None:
    (found,) = findings(crawl(month(seed, 0.6), 120, seed))
    assert found.evidence["day"] == str(CRAWLED)
    assert found.evidence["articles"] == 120
    assert found.evidence["share"] <= 0.1
    assert found.quote == str(CRAWLED)


def test_a_source_of_old_news_is_not_judged() -> None:
    assert findings(crawl(month(1, 0.05), 120, 1)) == []


def test_order_does_not_matter() -> None:
    articles = crawl(month(4, 0.6), 120, 4)
    forward, backward = findings(articles), findings(articles[::-1])
    assert [found.evidence for found in forward] == [found.evidence for found in backward]


def test_observations_are_small() -> None:
    made = article(1, CRAWLED, CRAWLED)
    assert len(pickle.dumps(ScrapeDateSpike().observe(made, ArticleFacts(made)))) <= 300
