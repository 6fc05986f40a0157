"""STR006 beyond its fixture cases."""

from __future__ import annotations

import pytest

from newslint.checks.structure.missing_paragraph_break import MissingParagraphBreak
from newslint.facts.article_facts import ArticleFacts
from newslint.model import Article, Finding

SENTENCES = (
    "The harbour master of Port Amsel said that no ship had reported any damage after the storm.",
    "The lighthouse lost two panes of glass, and its keeper spent the night on the gallery.",
    "Ferries to the island of Skerra sail again from Tuesday, an hour later than in summer.",
    "The coast road stays closed until the slope above it has been cleared of loose stones.",
    "A crane from the mainland will lift the two fishing boats that sank at their moorings.",
)


def run(body: str) -> list[Finding]:
    article = Article(id="a", language="en", body=body)
    return list(MissingParagraphBreak().check(article, ArticleFacts(article)))


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_the_break_is_doubled_in_its_own_style(newline: str) -> None:
    blank = newline * 2
    body = SENTENCES[0] + newline + blank.join(SENTENCES[1:])
    (finding,) = run(body)
    assert finding.quote == f"storm.{newline}The"
    assert finding.fix is not None
    assert finding.fix.safe
    (edit,) = finding.fix.edits
    assert body[: edit.start] + edit.text + body[edit.end :] == blank.join(SENTENCES)


def test_a_long_word_is_not_shown_in_full() -> None:
    long = "x" * 300 + "."
    (finding,) = run("\n\n".join([*SENTENCES, long]) + "\n" + SENTENCES[0])
    assert len(finding.quote) < 40


def test_an_unbroken_body_is_flagged_from_the_limit_on() -> None:
    assert run("word " * 299 + "words") == []
    (finding,) = run("word " * 300 + "words")
    assert finding.fix is None
    assert finding.quote == ("word " * 16).strip()


def test_a_body_of_one_endless_word() -> None:
    (finding,) = run("x" * 2000)
    assert finding.quote == "x" * 80
