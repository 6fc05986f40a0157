"""DUP004 beyond its fixture cases: how it shares the field with DUP003."""

from __future__ import annotations

from newslint.checks.duplication.repeated_paragraph import RepeatedParagraph
from newslint.checks.duplication.retold_paragraph import RetoldParagraph
from newslint.facts.article_facts import ArticleFacts
from newslint.model import Article, Finding

TOLD = (
    "The council of Elmbridge Quay voted on Tuesday evening to rebuild the old ferry landing by next summer, "
    "after a debate of four hours with the fishermen."
)
AGAIN = (
    "On Tuesday evening the Elmbridge Quay council voted for rebuilding the old ferry landing by next summer, "
    "following a four-hour debate with fishermen."
)
OTHER = "Work starts in April, once the spring tides are over, the harbour master said."


def run(*texts: str) -> list[Finding]:
    article = Article(id="a", language="en", body="\n\n".join(texts))
    facts = ArticleFacts(article)
    return [finding for check in (RepeatedParagraph(), RetoldParagraph()) for finding in check.check(article, facts)]


def test_the_finding_spans_the_later_paragraph_and_names_the_earlier() -> None:
    (finding,) = run(TOLD, OTHER, AGAIN)
    assert (finding.code, finding.quote) == ("DUP004", AGAIN)
    assert finding.message.startswith("¶3 retells ¶1 in other words (")
    assert [(span.field, span.start, span.end, span.quote, span.label) for span in finding.related] == [
        ("body", 0, len(TOLD), TOLD, "retold")
    ]
    assert finding.evidence["similarity"] == round(finding.evidence["similarity"], 3)


def test_without_the_second_version_there_is_nothing_to_say() -> None:
    assert run(TOLD, OTHER) == []


def test_a_copy_is_reported_once_and_by_dup003() -> None:
    assert [finding.code for finding in run(TOLD, OTHER, TOLD)] == ["DUP003"]
