"""TYP001 glued-sentence: what the fixture file cannot say well."""

from __future__ import annotations

import pytest

from newslint.checks.typography.glued_sentence import GluedSentence
from newslint.facts.article_facts import ArticleFacts
from newslint.model import Article
from newslint.text.scan import Scanner

SCANNER = Scanner({GluedSentence.code: GluedSentence.triggers})


@pytest.mark.parametrize(
    ("text", "found"),
    [("है।श", 1), ("said.The", 0), ("said.the The", 0), ('a."A', 0), ("A.", 0), ("है।", 1), (".,?!", 0), ("的。是", 0)],
)
def test_a_text_without_any_space_is_read_to_the_end(text: str, found: int) -> None:
    article = Article(id="a", body=text * 30_000)
    findings = list(GluedSentence().check(article, ArticleFacts(article, SCANNER.scan(article))))
    assert len(findings) == found
