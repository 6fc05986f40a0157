"""DUP003 beyond its fixture cases."""

from __future__ import annotations

from newslint.checks.duplication.repeated_paragraph import RepeatedParagraph
from newslint.facts.article_facts import ArticleFacts
from newslint.model import Article

TEXT = "The library of Westmere lends tools as well as books, and a drill is out every weekend."


def run(body: str) -> list[str]:
    article = Article(id="a", language="en", body=body)
    return [finding.message for finding in RepeatedParagraph().check(article, ArticleFacts(article))]


def test_a_long_row_of_repetitions_is_counted_not_listed() -> None:
    (message,) = run("\n\n".join([TEXT] * 9))
    assert message == f"¶2, ¶3, ¶4, ¶5, ¶6 and 3 more repeat ¶1 word for word ({len(TEXT)} characters)."


def test_an_article_of_one_paragraph_is_not_applicable() -> None:
    article = Article(id="a", body=TEXT)
    assert not RepeatedParagraph().applies(article, ArticleFacts(article))


def test_the_fix_takes_out_every_repetition() -> None:
    article = Article(id="a", language="en", body=f"{TEXT}\n\n{TEXT}\n\nThe end.\n\n{TEXT}")
    (finding,) = RepeatedParagraph().check(article, ArticleFacts(article))
    assert finding.fix is not None
    assert not finding.fix.safe
    body = article.text("body")
    for edit in reversed(finding.fix.edits):
        body = body[: edit.start] + edit.text + body[edit.end :]
    assert body == f"{TEXT}\n\nThe end."
