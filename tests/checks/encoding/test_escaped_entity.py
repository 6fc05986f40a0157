"""ENC004 escaped-entity: what the fixture file cannot say well."""

from __future__ import annotations

from html.entities import html5

import pytest

from newslint.checks.encoding.escaped_entity import EscapedEntity
from newslint.facts.article_facts import ArticleFacts
from newslint.model import Article, Finding
from newslint.text.scan import Scanner

SCANNER = Scanner({EscapedEntity.code: EscapedEntity.triggers})


def findings(body: str) -> list[Finding]:
    article = Article(id="a", body=body)
    return list(EscapedEntity().check(article, ArticleFacts(article, SCANNER.scan(article))))


def resolved(body: str) -> str:
    edits = [edit for finding in findings(body) for edit in finding.fix.edits]
    for edit in sorted(edits, key=lambda edit: -edit.start):
        body = body[: edit.start] + edit.text + body[edit.end :]
    return body


def test_every_name_of_html_5_is_known() -> None:
    names = [name for name in html5 if name.endswith(";")]
    assert [name for name in names if not findings(f"one &{name} two")] == []


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("&#8217;", "’"),
        ("&#x2019;", "’"),
        ("&#X2019;", "’"),
        ("&#146;", "’"),
        ("&amp;#8217;", "’"),
        ("&#38;nbsp;", "\xa0"),
    ],
)
def test_numbers(source: str, text: str) -> None:
    assert resolved(f"one {source} two") == f"one {text} two"


@pytest.mark.parametrize("levels", range(8))
def test_escaped_all_the_way_down(levels: int) -> None:
    assert resolved("one &" + "amp;" * levels + "eacute; two") == "one é two"


@pytest.mark.parametrize("source", ["&#0;", "&#xD800;", "&#x110000;", "&nosuchname;", "&;", "&#;", "&# 39;"])
def test_what_html_does_not_resolve(source: str) -> None:
    assert findings(f"one {source} two") == []


@pytest.mark.parametrize(("source", "safe"), [("&lt;", False), ("&amp;gt;", False), ("&#60;", False), ("&quot;", True)])
def test_markup_is_never_made_silently(source: str, safe: bool) -> None:
    (found,) = findings(f"one {source} two")
    assert found.fix.safe is safe


@pytest.mark.parametrize(
    "text",
    [
        "https://orlin.example/?a=1&lang;=2",
        "www.orlin.example/a&amp;b",
        "(https://orlin.example/x?y&amp;z=1)",
        "/read?id=4&copy;=2",
    ],
)
def test_addresses(text: str) -> None:
    assert findings(text) == []


def test_after_an_address_text_goes_on() -> None:
    assert len(findings("https://orlin.example/ &nbsp; and more")) == 1


def test_after_code_text_goes_on() -> None:
    assert [found.quote for found in findings("<code>&lt;</code> and &eacute; and `&gt;` and &agrave;")] == [
        "&eacute;",
        "&agrave;",
    ]


def test_a_flood_is_one_finding_that_repairs_everything() -> None:
    body = "в&nbsp;мае " * 1_500
    (found,) = findings(body)
    assert found.evidence == {"text": "\xa0", "count": 1_500}
    assert (
        found.message
        == "&nbsp; is an escaped entity that stands for a no-break space and occurs 1,500 times in this article."
    )
    assert resolved(body) == "в\xa0мае " * 1_500
