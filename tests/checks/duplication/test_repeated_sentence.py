"""DUP006 beyond its fixture cases."""

from __future__ import annotations

from newslint.checks.duplication.repeated_sentence import RepeatedSentence
from newslint.facts.article_facts import ArticleFacts
from newslint.model import Article, Finding

SOLD = "The mill was sold on Friday to a buyer from Orlec, who has not been seen in Dunbrook since."


def run(body: str) -> list[Finding]:
    article = Article(id="a", language="en", body=body)
    return list(RepeatedSentence().check(article, ArticleFacts(article)))


def test_a_long_sentence_is_cut_in_the_message_only() -> None:
    (finding,) = run(f"{SOLD} {SOLD}")
    assert finding.message == "“The mill was sold on Friday to a buyer from Orlec, who has n…” is said twice in a row."
    assert finding.quote == SOLD


def test_offsets_are_those_of_the_body() -> None:
    body = f"The weir held.\n\nIt rained. {SOLD} {SOLD}\n\nThe end."
    (finding,) = run(body)
    assert body[finding.start : finding.end] == SOLD
    assert finding.related[0].quote == SOLD
    assert finding.start == body.rindex(SOLD)
