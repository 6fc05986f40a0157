"""COR001 with its defaults, on generated sources."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from newslint.checks.corpus.coverage_gap import CoverageGap
from newslint.facts.article_facts import ArticleFacts
from newslint.model import Article, ArticleRef, Finding

FIRST = date(2024, 1, 1)
BODY = "The lock opens."


def paper(source: str, keep: Callable[[int], bool], days: int = 120, each: int = 2) -> list[Article]:
    """Return *each* articles of every day that is kept."""
    return [
        Article(
            id=f"{source}-{day}-{n}", source=source, published_at=str(FIRST + timedelta(day)), body="The lock opens."
        )
        for day in range(days)
        if keep(day)
        for n in range(each)
    ]


def findings(articles: Sequence[Article]) -> list[Finding]:
    check = CoverageGap()
    seen = [(ArticleRef.of(a), pickle.loads(pickle.dumps(check.observe(a, ArticleFacts(a))))) for a in articles]
    return list(check.conclude(iter(seen)))


def gaps(articles: Sequence[Article]) -> list[tuple[str | None, object, object]]:
    return [(one.article.source, one.evidence["first_day"], one.evidence["days"]) for one in findings(articles)]


def test_each_source_has_its_own_silences() -> None:
    articles = [
        *paper("a", lambda day: not 40 <= day < 50),
        *paper("b", lambda _: True),
        *paper("c", lambda day: not 60 <= day < 70),
    ]
    assert gaps(articles) == [("a", "2024-02-10", 10), ("c", "2024-03-01", 10)]


def test_order_does_not_matter() -> None:
    articles = [*paper("a", lambda day: not 40 <= day < 50), *paper("b", lambda day: not 60 <= day < 70)]
    assert sorted(gaps(articles), key=str) == sorted(gaps(articles[::-1]), key=str)


def test_ends_are_no_gaps() -> None:
    assert gaps([*paper("a", lambda day: day < 50), *paper("b", lambda day: day > 70)]) == []


def test_dates_of_two_days_and_stored_zeros_are_unknown() -> None:
    check = CoverageGap()
    for value in ("05/03/2024", "1970-01-01", "soon", None):
        article = Article(id="a", published_at=value, body=BODY)
        assert check.observe(article, ArticleFacts(article)) == (0, "", "")


def test_undated_articles_may_fill_the_gap() -> None:
    articles = paper("a", lambda day: not 40 <= day < 50)
    undated = [Article(id=f"u{n}", source="a", body=BODY) for n in range(40)]
    assert len(findings([*articles, *undated[:10]])) == 1
    assert findings([*articles, *undated]) == []


def test_what_is_kept_of_an_article_is_small() -> None:
    article = paper("a", lambda _: True)[0]
    assert len(pickle.dumps(CoverageGap().observe(article, ArticleFacts(article)))) < 100


def test_no_articles() -> None:
    assert findings([]) == []
