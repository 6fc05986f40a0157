"""DUP009: one story in several languages is found, two stories are not, and nothing depends on what it should not."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml

import newslint
from newslint.checks.duplication.translated_article import TranslatedArticle
from newslint.config import Config
from newslint.facts.article_facts import ArticleFacts
from newslint.model import Article, ArticleRef, Finding

FIXTURE = Path(__file__).parents[3] / "fixtures" / "checks" / "DUP009-translated-article.yml"
CASES = yaml.safe_load(FIXTURE.read_text("utf-8"))["cases"]
ENGLISH, POLISH, RUSSIAN = (one["body"] for one in CASES["fail_three_versions"]["articles"])
RETOLD = CASES["pass_report_of_the_same_event"]["articles"][1]["body"]


def article(identity: str, body: str, day: str | None = None) -> Article:
    return Article(id=identity, body=body, published_at=day)


def findings(articles: list[Article]) -> list[Finding]:
    return [one for one in newslint.check(articles, Config(select=["DUP009"])).findings if one.code == "DUP009"]


def pairs(articles: list[Article]) -> list[tuple[str, str | None]]:
    return [(one.article.id, one.related[0].article) for one in findings(articles)]


def test_dated_articles_give_the_same_findings_in_any_order() -> None:
    bodies = {"english": ENGLISH, "polish": POLISH, "russian": RUSSIAN, "retold": RETOLD}
    articles = [article(name, body, f"2026-02-{day:02d}") for day, (name, body) in enumerate(bodies.items(), 1)]
    expected = [("polish", "english"), ("russian", "english")]
    for seed in range(5):
        assert sorted(pairs(random.Random(seed).sample(articles, len(articles)))) == expected


def test_a_copy_of_the_original_is_no_rival() -> None:
    assert pairs([article("a", ENGLISH), article("b", ENGLISH), article("c", POLISH)]) == [("c", "a")]


def test_no_chain_through_an_article_without_a_day() -> None:
    dated, later = article("a", ENGLISH, "2026-02-01"), article("b", POLISH, "2026-02-20")
    assert pairs([dated, later]) == []
    assert pairs([dated, later, article("c", RUSSIAN)]) == [("c", "a")]


def test_evidence_has_what_agrees_and_the_keeper() -> None:
    (found,) = findings([article("a", ENGLISH), article("b", RUSSIAN)])
    assert found.evidence["keeper"] == "a"
    assert {"214", "2009", "12.5", "2018", "85", "90"} <= set(found.evidence["figures"])
    assert found.evidence["anchors"] >= 15
    assert found.evidence["score"] > 2


@pytest.mark.parametrize("body", ["", "Nothing was decided by anyone there.", "12 34 56"])
def test_articles_of_few_anchors_or_no_language_are_not_observed(body: str) -> None:
    one = article("a", body)
    assert TranslatedArticle().observe(one, ArticleFacts(one)) is None


def test_nothing_and_one_article() -> None:
    assert list(TranslatedArticle().conclude([])) == []
    one = article("a", ENGLISH)
    observed = TranslatedArticle().observe(one, ArticleFacts(one))
    assert observed is not None
    assert list(TranslatedArticle().conclude([(ArticleRef.of(one, language="en"), observed)])) == []
