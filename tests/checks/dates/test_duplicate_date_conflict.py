"""DAT014: what it keeps of an article, and that the order of the corpus does not matter."""

from __future__ import annotations

import pickle
from datetime import date, timedelta
from itertools import permutations

from newslint.checks.dates.duplicate_date_conflict import DuplicateDateConflict
from newslint.facts.article_facts import ArticleFacts
from newslint.model import Article, ArticleRef, Finding

BODY = "The lock of Velmouth stays shut over the winter, and boats take the long way round the cape. " * 6


def article(name: str, day: date, body: str = BODY) -> Article:
    return Article(id=name, language="en", published_at=str(day), body=body)


def findings(articles: list[Article]) -> list[Finding]:
    check = DuplicateDateConflict()
    seen = [(ArticleRef.of(a), check.observe(a, ArticleFacts(a))) for a in articles]
    return list(check.conclude((reference, dated) for reference, dated in seen if dated is not None))


def test_order_does_not_matter() -> None:
    start = date(2024, 11, 11)
    articles = [article(name, start + timedelta(days=7 * number)) for number, name in enumerate("abc")]
    for order in permutations(articles):
        found = findings(list(order))
        assert {each.article.id for each in found} == {"b", "c"}
        assert {each.related[0].article for each in found} == {"a"}


def test_observations_are_small_however_long_the_text() -> None:
    long = article("a", date(2024, 12, 6), BODY * 500)
    assert len(pickle.dumps(DuplicateDateConflict().observe(long, ArticleFacts(long)))) <= 300


def test_one_changed_word_makes_another_text() -> None:
    changed = BODY.replace("winter", "summer", 1)
    assert findings([article("a", date(2024, 11, 11)), article("b", date(2024, 12, 6), changed)]) == []


def test_lone_surrogates_do_no_harm() -> None:
    broken = BODY + "\ud800"
    assert len(findings([article("a", date(2024, 11, 11), broken), article("b", date(2024, 12, 6), broken)])) == 1
