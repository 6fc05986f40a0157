"""DUP001, DUP002, DUP007 and DUP008 together: no pair is reported twice, and nothing depends on what it should not."""

from __future__ import annotations

import pickle
import random

import pytest

from newslint.checks.base import CorpusCheck
from newslint.checks.duplication.duplicate_article import DuplicateArticle
from newslint.checks.duplication.near_duplicate_article import NearDuplicateArticle
from newslint.checks.duplication.url_with_several_texts import UrlWithSeveralTexts
from newslint.checks.duplication.wire_copy import WireCopy
from newslint.facts.article_facts import ArticleFacts
from newslint.model import Article, ArticleRef

CHOOSE = random.Random(2)
WORDS = ["".join(CHOOSE.choices("abcdefghijklmnop", k=CHOOSE.randint(3, 9))) for _ in range(3000)]
CHECKS: tuple[CorpusCheck, ...] = (DuplicateArticle(), NearDuplicateArticle(), WireCopy(), UrlWithSeveralTexts())


@pytest.fixture(autouse=True)
def _same_choices_in_any_order_of_tests() -> None:
    CHOOSE.seed(2)


def write(count: int = 200) -> list[str]:
    return CHOOSE.choices(WORDS, k=count)


def article(identity: str, words: list[str], source: str | None = None, **values: str) -> Article:
    return Article(id=identity, source=source, body=" ".join(words), **values)


def found(articles: list[Article]) -> list[tuple[str, str, str | None]]:
    findings = []
    for check in CHECKS:
        seen = []
        for one in articles:
            record = check.observe(one, ArticleFacts(one))
            if record is not None:
                seen.append((ArticleRef.of(one, day=one.published_at), pickle.loads(pickle.dumps(record))))
        findings += [(f.code, f.article.id, f.related[0].article) for f in check.conclude(seen)]
    return findings


def test_one_text_in_two_sources_and_twice_in_one() -> None:
    text = write()
    articles = [article("a", text, "s"), article("b", text, "t"), article("c", text, "s")]
    assert found(articles) == [("DUP001", "c", "a"), ("DUP007", "b", "a")]


def test_an_edited_copy_is_only_a_near_duplicate() -> None:
    text = write()
    assert found([article("a", text, "s"), article("b", [*text[:-1], "other"], "t")]) == [("DUP002", "b", "a")]


def test_one_url_with_a_copy_a_version_and_another_text() -> None:
    text, url = write(), "https://mill.example/1"
    articles = [
        article("a", text, url=url),
        article("b", text, url=url),
        article("c", [*text, "more"], url=url),
        article("d", write(), url=url),
    ]
    assert found(articles) == [("DUP001", "b", "a"), ("DUP002", "a", "c"), ("DUP008", "d", "a")]


@pytest.mark.parametrize("seed", range(5))
def test_dated_articles_give_the_same_findings_in_any_order(seed: int) -> None:
    articles = []
    for number in range(30):
        text = write()
        days = [f"2024-05-{day:02d}" for day in random.Random(number).sample(range(1, 28), 3)]
        articles += [
            article(f"{number}a", text, "s", published_at=days[0]),
            article(f"{number}b", text, "t", published_at=days[1]),
            article(f"{number}c", [*text[:-1], "x"], "s", published_at=days[2]),
        ]
    shuffled = random.Random(seed).sample(articles, len(articles))
    assert sorted(found(articles)) == sorted(found(shuffled))


def test_observations_of_all_checks_hold_one_sketch() -> None:
    one = article("a", write(), "s", url="https://mill.example/1")
    facts = ArticleFacts(one)
    records = [check.observe(one, facts) for check in CHECKS]
    assert records[0] is records[1] is records[2] is records[3][1]
    assert len(pickle.dumps(records)) < 400
