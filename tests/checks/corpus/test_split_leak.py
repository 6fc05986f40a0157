"""COR004 on generated corpora, beside the checks of duplicates."""

from __future__ import annotations

import pickle
import random
from collections.abc import Sequence

import pytest

from newslint.checks.corpus.split_leak import SplitLeak
from newslint.checks.duplication.duplicate_article import DuplicateArticle
from newslint.facts.article_facts import ArticleFacts
from newslint.model import Article, ArticleRef, Finding

CHOOSE = random.Random(4)
WORDS = ["".join(CHOOSE.choices("abcdefghijklmnop", k=CHOOSE.randint(3, 9))) for _ in range(3000)]


@pytest.fixture(autouse=True)
def _same_choices_in_any_order_of_tests() -> None:
    CHOOSE.seed(4)


def write(count: int = 200) -> list[str]:
    return CHOOSE.choices(WORDS, k=count)


def article(identity: str, words: list[str], split: str, source: str | None = None) -> Article:
    return Article(id=identity, source=source, body=" ".join(words), extra={"split": split})


def found(articles: Sequence[Article], check: SplitLeak | None = None) -> list[Finding]:
    check = check or SplitLeak()
    seen = []
    for one in articles:
        record = check.observe(one, ArticleFacts(one))
        if record is not None:
            seen.append((ArticleRef.of(one), pickle.loads(pickle.dumps(record))))
    return list(check.conclude(iter(seen)))


def pairs(findings: Sequence[Finding]) -> list[tuple[str, str | None]]:
    return [(finding.article.id, finding.related[0].article) for finding in findings]


def corpus() -> list[Article]:
    made = []
    for number in range(40):
        text = write()
        made += [
            article(f"{number}-train", text, "train", "s"),
            article(f"{number}-test", [*text[:-1], "x"] if number % 2 else text, "test", "t"),
            article(f"{number}-other", write(), "test", "s"),
        ]
    return made


def test_copies_and_edited_copies_are_found_and_nothing_else() -> None:
    assert pairs(found(corpus())) == [(f"{number}-test", f"{number}-train") for number in range(40)]


@pytest.mark.parametrize("seed", range(3))
def test_order_does_not_matter(seed: int) -> None:
    articles = corpus()
    shuffled = random.Random(seed).sample(articles, len(articles))
    assert sorted(pairs(found(articles))) == sorted(pairs(found(shuffled)))


def test_a_text_is_found_that_is_like_a_copy_only() -> None:
    first = write(400)
    second = first[40:] + write(40)
    third = second[40:] + write(40)
    made = [article("a", first, "train"), article("b", second, "train"), article("c", third, "test")]
    assert pairs(found(made)) == [("c", "b")]


def test_the_most_similar_article_of_the_training_split_is_named() -> None:
    text = write(400)
    made = [
        article("a", [*text[:-40], *write(40)], "train"),
        article("b", [*text[:-2], *write(2)], "train"),
        article("c", [*text, "more"], "validation"),
        article("d", text, "test"),
        article("e", text, "test"),
    ]
    assert pairs(found(made)) == [("c", "b"), ("d", "b"), ("e", "b")]


def test_what_recurs_in_a_source_is_no_leak() -> None:
    footer = write(400)
    made = [article(str(n), write(60) + footer, "test" if n % 2 else "train", "s") for n in range(40)]
    assert found(made) == []


def test_too_many_values_are_no_splits() -> None:
    text = write()
    made = [article(str(number), text, f"shard-{number}") for number in range(21)]
    assert found(made) == []
    assert len(found(made[:20])) == 19


def test_the_sketch_is_that_of_the_checks_of_duplicates() -> None:
    one = article("a", write(), "test")
    facts = ArticleFacts(one)
    record = SplitLeak().observe(one, facts)
    assert record is not None
    assert record[1] is DuplicateArticle().observe(one, facts)


def test_nothing_seen() -> None:
    assert found([]) == []
    assert found([article("a", write(), "train")]) == []
