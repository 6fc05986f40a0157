"""ENC003 invisible-character: what the fixture file cannot say well."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.checks.encoding.invisible_character import _CANDIDATES, InvisibleCharacter, _visible
from newslint.facts.article_facts import ArticleFacts
from newslint.model import Article, Finding
from newslint.text.scan import Scanner

SCANNER = Scanner({InvisibleCharacter.code: InvisibleCharacter.triggers})


def findings(body: str, **options: object) -> list[Finding]:
    article = Article(id="a", body=body)
    check = InvisibleCharacter(InvisibleCharacter.Options(**options))
    return list(check.check(article, ArticleFacts(article, SCANNER.scan(article))))


def cleaned(body: str, found: list[Finding]) -> str:
    for edit in sorted((edit for finding in found for edit in finding.fix.edits), key=lambda edit: -edit.start):
        body = body[: edit.start] + edit.text + body[edit.end :]
    return body


@pytest.mark.parametrize("code", [0x00, 0x03, 0x0B, 0x1C, 0x7F, 0x81, 0xAD, 0x200B, 0x202E, 0x2060, 0xFEFF, 0xE000])
def test_every_kind_is_found_between_latin_letters(code: int) -> None:
    (found,) = findings(f"ab{chr(code)}cd")
    assert (found.start, found.end, found.quote) == (2, 3, chr(code))
    assert f"U+{code:04X}" in found.message
    assert found.message.isprintable()


def test_no_visible_character_is_a_candidate() -> None:
    visible = [char for char in map(chr, range(0x20000)) if unicodedata.category(char)[0] in "NPSZ"]
    found = findings(" ".join(visible))
    assert found == []


@pytest.mark.parametrize("code", [0x09, 0x0A, 0x0D, 0x85, 0x92, 0xA0, 0x2028, 0x2029, 0xFE0F, 0x0301])
def test_characters_of_other_checks(code: int) -> None:
    assert findings(f"ab{chr(code)}cd") == []


@pytest.mark.parametrize("letters", ["می|خواهم", "നി|ക്ക", "ක|ෂ", "ကြ|ည", "ᠮᠣ|ᠩ", "ܫܠ|ܡܐ"])
@pytest.mark.parametrize("joiner", "\u200c\u200d")
def test_joiners_are_orthography(letters: str, joiner: str) -> None:
    assert findings(letters.replace("|", joiner)) == []


@pytest.mark.parametrize("text", ["work\u200dshop", "слово\u200cслово", "中\u200c文"])
def test_joiners_have_no_business_elsewhere(text: str) -> None:
    assert len(findings(text)) == 1


@pytest.mark.parametrize(("letter", "safe"), [("\x19", False), ("\ue000", False), ("\u200b", True), ("\x0c", True)])
def test_what_may_be_a_letter_is_not_removed_without_asking(letter: str, safe: bool) -> None:
    (found,) = findings(f"It{letter}s")
    assert found.fix.safe is safe


def test_many_are_merged_and_all_are_removed() -> None:
    body = "Ge\u00admein\u00adde " * 600 + "\ufeff"
    found = findings(body)
    assert [(finding.quote, finding.evidence["count"]) for finding in found] == [("\u00ad", 1_200), ("\ufeff", 1)]
    assert "1,200 times" in found[0].message
    assert cleaned(body, found) == "Gemeinde " * 600


def test_the_limit_is_inclusive() -> None:
    assert len(findings("a\u200b " * 20)) == 20
    assert len(findings("a\u200b " * 21)) == 1


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from(_CANDIDATES.replace("-", "") + "ab яא中😀\x80é\U0001f3f4"), max_size=20))
def test_the_fix_is_idempotent_and_keeps_what_is_visible(body: str) -> None:
    once = cleaned(body, findings(body))
    assert findings(once) == []
    assert _visible(once).replace(" ", "") == _visible(body).replace(" ", "")
