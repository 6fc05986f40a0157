"""DUP005 beyond its fixture cases: who speaks where the whole body is there twice."""

from __future__ import annotations

from newslint.checks.duplication.body_twice import BodyTwice
from newslint.checks.duplication.repeated_paragraph import RepeatedParagraph
from newslint.checks.duplication.repeated_sentence import RepeatedSentence
from newslint.checks.duplication.retold_paragraph import RetoldParagraph
from newslint.facts.article_facts import ArticleFacts
from newslint.model import Article

VERSION = (
    "The council of Elmbridge Quay voted on Tuesday evening to rebuild the old ferry landing by next summer.",
    "Work starts in April, once the spring tides are over, the harbour master said, and a ferry from Skerra sails.",
    "The town pays for the timber itself, while the county gives the money for the crane and the new lamps.",
)


def codes(*texts: str) -> list[str]:
    article = Article(id="a", language="en", body="\n\n".join(texts))
    facts = ArticleFacts(article)
    checks = (RepeatedParagraph(), RetoldParagraph(), BodyTwice(), RepeatedSentence())
    return [finding.code for check in checks for finding in check.check(article, facts)]


def test_the_body_twice_is_one_finding() -> None:
    assert codes(*VERSION, *VERSION) == ["DUP005"]


def test_interleaved_too() -> None:
    assert codes(*(text for part in VERSION for text in (part, part))) == ["DUP005"]


def test_in_one_line_too() -> None:
    assert codes(" ".join(VERSION * 2)) == ["DUP005"]


def test_a_single_paragraph_twice_is_the_other_checks() -> None:
    assert codes(*VERSION, VERSION[0]) == ["DUP003"]


def test_the_fix_leaves_one_version() -> None:
    body = "\r\n".join(VERSION * 2)
    article = Article(id="a", language="en", body=body)
    (finding,) = BodyTwice().check(article, ArticleFacts(article))
    assert finding.fix is not None
    assert not finding.fix.safe
    (edit,) = finding.fix.edits
    assert body[: edit.start] + edit.text + body[edit.end :] == "\r\n".join(VERSION)
