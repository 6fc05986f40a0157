"""DUP009: one story in several languages is found, two stories are not, and nothing depends on what it should not."""

from __future__ import annotations

import pickle
import random
from pathlib import Path

import pytest
import yaml

from newslint.checks.duplication.translated_article import TranslatedArticle
from newslint.facts.article_facts import ArticleFacts
from newslint.facts.story_sketch import MAX_ANCHORS, StorySketch, spelled, story_sketch
from newslint.model import Article, ArticleRef, Finding

FIXTURE = Path(__file__).parents[3] / "fixtures" / "checks" / "DUP009-translated-article.yml"
CASES = yaml.safe_load(FIXTURE.read_text("utf-8"))["cases"]
STORY = {one["language"]: one["body"] for one in CASES["fail_four_languages"]["articles"]}
SIMILAR = CASES["pass_similar_story"]["articles"][1]["body"]


def article(identity: str, language: str, body: str, day: str | None = None) -> Article:
    return Article(id=identity, language=language, body=body, published_at=day)


def findings(articles: list[Article]) -> list[Finding]:
    check = TranslatedArticle()
    seen = []
    for one in articles:
        sketch = check.observe(one, ArticleFacts(one))
        if sketch is not None:
            seen.append((ArticleRef.of(one, day=one.published_at), pickle.loads(pickle.dumps(sketch))))
    return list(check.conclude(seen))


def pairs(articles: list[Article]) -> list[tuple[str, str | None]]:
    return [(one.article.id, one.related[0].article) for one in findings(articles)]


def test_every_language_names_one_keeper() -> None:
    articles = [article(language, language, body) for language, body in STORY.items()]
    assert pairs(articles) == [("de", "en"), ("ru", "en"), ("uk", "en")]


def test_two_similar_stories_are_two() -> None:
    assert pairs([article("a", "en", STORY["en"]), article("b", "de", SIMILAR)]) == []


def test_dated_articles_give_the_same_findings_in_any_order() -> None:
    articles = [
        article(language, language, body, f"2026-02-{number:02d}")
        for number, (language, body) in enumerate(STORY.items(), 1)
    ]
    articles.append(article("other", "de", SIMILAR, "2026-02-02"))
    expected = sorted(pairs(articles))
    assert len(expected) == 3
    for seed in range(5):
        assert sorted(pairs(random.Random(seed).sample(articles, len(articles)))) == expected


def test_unknown_days_are_compared_with_all_and_far_days_are_not() -> None:
    dated, later = article("a", "en", STORY["en"], "2026-02-01"), "2026-02-20"
    assert pairs([dated, article("b", "de", STORY["de"])]) == [("b", "a")]
    assert pairs([dated, article("b", "de", STORY["de"], later)]) == []
    # No chain: the third is within reach of neither dated one's language twin alone, and takes the first as keeper.
    assert pairs([dated, article("b", "de", STORY["de"], later), article("c", "ru", STORY["ru"])]) == [
        ("c", "a"),
    ]


def test_a_copy_of_the_original_is_no_rival() -> None:
    articles = [article("a", "en", STORY["en"]), article("b", "en", STORY["en"]), article("c", "de", STORY["de"])]
    assert pairs(articles) == [("c", "a")]


def test_evidence_names_figures_and_consonants_of_names() -> None:
    (found,) = findings([article("a", "en", STORY["en"]), article("b", "ru", STORY["ru"])])
    assert found.evidence["agree"] >= 15
    assert set(found.evidence["figures"]) <= {"14", "22", "95", "386", "430", "1250", "2019", "2027", "2031"}
    assert len(found.evidence["figures"]) == 5
    assert found.evidence["consonants_of_names"]


def test_observations_are_small_whatever_the_text() -> None:
    choose = random.Random(1)
    for language, letters in (("en", "abcdefgklmnprst"), ("ar", "بتدرسكلمنفق"), ("zh", "的一是不了人我在有他")):
        words = ["".join(choose.choices(letters, k=8)).title() for _ in range(5_000)]
        body = " ".join(f"{word} {number}" for number, word in enumerate(words, 10))
        sketch = story_sketch(body, language)
        assert len(sketch.anchors) <= 3 * MAX_ANCHORS
        assert len(pickle.dumps(sketch)) < 400
        assert pickle.loads(pickle.dumps(sketch)) == sketch


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "they met Putin there"),
        ("fr", "ils ont vu Poutine hier"),
        ("ru", "они видели Путина там"),
        ("ar", "بوتين"),
        ("he", "פוטין"),
    ],
)
def test_a_name_has_one_anchor_in_every_script(language: str, text: str) -> None:
    anchors = story_sketch(text, language).values
    assert any(spelled(anchor) in ("btn", "btnn") for anchor in anchors)


@pytest.mark.parametrize(
    ("language", "text", "figure"),
    [
        ("en", "sold 1,250 of them", "1250"),
        ("de", "verkaufte 1.250 davon", "1250"),
        ("fr", "en a vendu 1250", "1250"),
        ("ar", "باع ١٢٥٠ منها", "1250"),
        ("zh", "售出3万件", "30000"),
        ("en", "sold 30,000 of them", "30000"),
    ],
)
def test_a_figure_has_one_anchor_however_it_is_written(language: str, text: str, figure: str) -> None:
    assert figure in map(spelled, story_sketch(text, language).values)


def test_an_article_of_few_anchors_is_not_observed() -> None:
    short = article("a", "en", "The council of the village met in the evening and nothing was decided by anyone there.")
    assert TranslatedArticle().observe(short, ArticleFacts(short)) is None
    assert list(TranslatedArticle().conclude([])) == []
    lone = StorySketch("en", 100, b"")
    assert list(TranslatedArticle().conclude([(ArticleRef.of(short), lone)])) == []
