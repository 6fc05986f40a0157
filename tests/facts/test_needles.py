"""Telling cheaply that no phrase can be in a text."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.facts.furniture import notices, paywalls
from newslint.facts.furniture.needles import Phrases, fold, needles

PATTERNS = {
    "notices": (*notices._RESERVED, *notices._REGISTERED, notices._DATED, notices._DATED_AFTER, notices._OWNED),
    "paywalls": (*paywalls._PHRASES, *paywalls._LABELS),
}
PHRASES = [phrase for phrases in PATTERNS.values() for phrase in phrases]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("read more", {"read more"}),
        ("colou?r of", {"colo"}),
        ("(?:for|to) (?:our )?(?:subscriber|member)", {"subscriber", "member"}),
        ("(?P<dated>©|\\(c\\)) ?(?:19|20)\\d\\d", {"©", "(c)"}),
        ("[a-z]+", set()),
        ("abc|d?", set()),
        ("Straße(?=n)x{0,3}ΣΑΣ", {"strasse"}),
        ("ab+c", {"ab"}),
        ("(?:x|yz)+ now", {" now"}),
        ("a{2,4}?b", {"a"}),
    ],
)
def test_the_most_telling_part_is_taken(pattern: str, expected: set[str]) -> None:
    assert needles(pattern) == expected


@pytest.mark.parametrize("phrase", PHRASES)
def test_each_phrase_has_needles(phrase: str) -> None:
    assert needles(phrase)


@settings(suppress_health_check=list(HealthCheck), deadline=None)
@given(st.data())
def test_nothing_that_matches_is_passed_over(data: st.DataObject) -> None:
    phrase = data.draw(st.sampled_from(PHRASES))
    text = data.draw(st.from_regex(re.compile(phrase, re.IGNORECASE), fullmatch=True))
    assert Phrases(phrase).search(f"before {text} behind")
    assert Phrases("|".join(PHRASES)).search(text)


def test_a_line_without_any_is_told() -> None:
    assert not Phrases("|".join(PHRASES)).may_be_in("The bridge over the Orle was reopened on Monday.")


@given(st.text())
def test_what_ignores_case_in_re_is_one_letter_here(text: str) -> None:
    for one in text[:20]:
        if one.isalpha() and len(one.upper()) == 1 and re.fullmatch(re.escape(one), one.upper(), re.IGNORECASE):
            assert fold(one) == fold(one.upper())
