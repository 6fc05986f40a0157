"""The measures of likeness and the learned score."""

from __future__ import annotations

import json
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.facts.wording import (
    MEASURES,
    Agreement,
    Wording,
    agreement,
    article_weights,
    best_case,
    contradict,
    is_unspaced,
    numbers,
    word_list,
)
from newslint.text.segment import paragraphs

TEXTS = st.text(alphabet="abcde ABC 123 .,é", min_size=1, max_size=80)


def compare(first: str, second: str, unspaced: bool = False) -> Agreement:
    weights = article_weights([word_list(text, unspaced) for text in (first, second)])
    return agreement(Wording.of(first, unspaced), Wording.of(second, unspaced), weights)


@given(TEXTS, TEXTS)
def test_every_measure_is_symmetric_and_in_range(first: str, second: str) -> None:
    forward, backward = compare(first, second), compare(second, first)
    for name in MEASURES:
        value = getattr(forward, name)
        assert value == pytest.approx(getattr(backward, name))
        assert (-1 if name in ("numbers", "names") else 0) <= value <= 1 + 1e-9


def test_equal_texts_agree_fully() -> None:
    found = compare("The mill of Dunbrook lost 2 sails.", "The mill of Dunbrook lost 2 sails.")
    assert all(getattr(found, name) == pytest.approx(1.0) for name in MEASURES if name != "unspaced")


def test_rare_words_weigh_more_than_common_ones() -> None:
    words = [["common", "rare"], ["common"], ["common"]]
    weights = article_weights(words)
    assert weights["rare"] > weights["common"] > 0


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("86,500 fish", {"865"}),
        ("86.5 thousand fish", {"865"}),
        ("60 000 and 60,000", {"6"}),
        ("at 01:30", {"1", "3"}),
        ("a score of 2-0", {"2"}),
        ("no figure", set()),
    ],
)
def test_figures_by_their_significant_digits(text: str, digits: set[str]) -> None:
    assert set(numbers(text)) == digits


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("158", "135", True),
        ("158 on 7", "135 on 7", True),
        ("158", "none", False),
        ("158 of 200", "158", False),
        ("14 26 27 31 48", "2 26 27 31 48", False),
    ],
)
def test_contradicting_figures(first: str, second: str, expected: bool) -> None:
    assert contradict(numbers(first).keys(), numbers(second).keys()) is expected
    assert contradict(numbers(second).keys(), numbers(first).keys()) is expected


def test_vowel_signs_do_not_end_a_word() -> None:
    assert word_list("दिल्ली में", unspaced=False) == ["दिल्ल", "में"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("青石镇政府宣布。", None, True),
        ("ท่าเรือเก่า", None, True),
        ("Plain words.", None, False),
        ("Plain words.", "zh-Hant", True),
        ("青石镇政府宣布。", "en", False),
        ("", None, False),
    ],
)
def test_unspaced_writing(text: str, language: str | None, expected: bool) -> None:
    assert is_unspaced(paragraphs(text), language) is expected


def test_the_table_has_a_coefficient_for_every_measure() -> None:
    table = json.loads(resources.files("newslint.data").joinpath("retold_scorer.json").read_text("utf-8"))
    assert tuple(table["coefficients"]) == MEASURES


@given(TEXTS, TEXTS)
def test_the_best_case_is_the_score_with_that_much_agreement(first: str, second: str) -> None:
    one, other = Wording.of(first, unspaced=False), Wording.of(second, unspaced=False)
    measured = agreement(one, other, {})
    assert best_case(one, other, measured.weighted_words) == measured.logit
    assert best_case(one, other, 1.0) >= measured.logit - 1e-9
