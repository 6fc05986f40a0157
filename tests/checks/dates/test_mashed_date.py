"""DAT001 as a whole: the places it looks at, its recall on written contexts, its findings."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from newslint.checks.dates.mashed_date import MashedDate, signatures
from newslint.facts.article_facts import ArticleFacts
from newslint.facts.dates import DATES, TRIGGERS
from newslint.facts.dates.mashed import find_mashed
from newslint.model import Article, Finding
from newslint.text.scan import Scanner

CONTEXTS = Path(__file__).parents[3] / "fixtures" / "dates" / "mashed_contexts.tsv"


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    return Scanner({DATES: TRIGGERS})


def contexts() -> Iterator[tuple[Article, str]]:
    with CONTEXTS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            body = row["text"].replace("\\n", "\n")
            yield Article(id="context", language=row["language"], body=body), row["quote"]


def findings(scanner: Scanner, article: Article) -> list[Finding]:
    return list(MashedDate().check(article, ArticleFacts(article, {DATES: [], **scanner.scan(article)})))


def test_there_are_contexts_enough() -> None:
    rows = list(contexts())
    assert len({(article.body, quote) for article, quote in rows}) >= 300
    assert len({article.language for article, _ in rows}) >= 20
    assert all(quote in article.text("body") for article, quote in rows)


def test_contexts_are_found_exactly(scanner: Scanner) -> None:
    missed = []
    for article, quote in contexts():
        if [found.quote for found in findings(scanner, article)] != [quote]:
            missed.append(quote)
    assert missed == []


def test_repaired_contexts_are_not_flagged_again(scanner: Scanner) -> None:
    for article, _ in contexts():
        text = article.text("body")
        (found,) = find_mashed(text, [(0, len(text))], article.language)
        repaired = text[: found.start] + found.repaired + text[found.end :]
        assert find_mashed(repaired, [(0, len(repaired))], article.language) == ()


def test_ordinary_dates_look_like_nothing_mashed() -> None:
    body = """Friday, 06 December 2024, 14:05. On 19.10.2019 and 2024-12-06 10:30; le 2 novembre 2023; 28. 1. 2020.
    The G20 met in 2019; 20,000 people saw the A320 land at 10:30 on 9 May."""
    assert signatures(body, [(0, len(body))]) == []
    assert signatures(body + " Friday06 December", [(0, len(body) + 18)]) != []


def test_without_a_scan_the_whole_text_is_read() -> None:
    article = Article(id="a", language="en", body="Ferries run.\n\nDesk06 December 2024")
    assert [found.quote for found in MashedDate().check(article, ArticleFacts(article))] == ["Desk06 December 2024"]


def test_the_publication_date_is_evidence(scanner: Scanner) -> None:
    article = Article(id="a", language="en", published_at="2024-12-07", body="Desk06 December 2024\n\nFerries run.")
    (found,) = findings(scanner, article)
    assert [(span.field, span.quote, span.label) for span in found.related] == [
        ("published_at", "2024-12-07", "published")
    ]


def test_a_mashed_dateline_is_not_its_own_evidence(scanner: Scanner) -> None:
    article = Article(id="a", language="en", dateline="Friday06 December 2024", body="Ferries are back.")
    (found,) = findings(scanner, article)
    assert (found.start, found.end, found.related) == (0, 22, ())
    assert found.evidence == {"kind": "weekday+day", "joints": 1, "date": "2024-12-06"}
    assert found.fix is not None
    assert found.fix.safe
    assert [edit.text for edit in found.fix.edits] == ["Friday, 06 December 2024"]
