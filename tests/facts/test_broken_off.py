"""Sentences that break off."""

from __future__ import annotations

import pytest

from newslint.facts.broken_off import FUSED, UNFINISHED, fused, is_gap, is_sentence, unfinished
from newslint.model import Article
from newslint.text.scan import Hit, Scanner


def _hits(body: str) -> list[Hit]:
    return Scanner({"X": (*FUSED, *UNFINISHED)}).scan(Article(id="a", body=body)).get("X", [])


def test_a_sentence_that_runs_into_the_next_one() -> None:
    body = "Мост закрыт. Об этом сообщил По словам мэра, он опасен для всех."
    (place,) = fused(body, _hits(body), "ru")
    assert body[place.sentence : place.next] == "Об этом сообщил "
    assert body[place.start : place.end] == "сообщил По"
    assert is_sentence(body, place, "ru")


def test_a_heading_is_no_sentence() -> None:
    body = "Мост закрыт. Ремонт моста По словам мэра, он опасен для всех."
    (place,) = fused(body, _hits(body), "ru")
    assert not is_sentence(body, place, "ru")


def test_other_languages_are_not_judged() -> None:
    body = "Об этом сообщил По словам мэра, он опасен для всех."
    assert list(fused(body, _hits(body), "en")) == list(fused(body, _hits(body), None)) == []


@pytest.mark.parametrize("body", ["As told by , the bridge is shut.", "The note of the. It says no."])
def test_a_word_is_missing_before_the_mark(body: str) -> None:
    assert len(list(unfinished(body, _hits(body), "en"))) == 1


@pytest.mark.parametrize(
    "body",
    ["Told by , they say , the town .", "Sent to , from and by the town.", "The road she stood on, he said."],
)
def test_no_word_is_missing(body: str) -> None:
    assert not list(unfinished(body, _hits(body), "en"))


def test_a_gap_is_no_stray_space() -> None:
    text = "The house was reported by , the town says."
    assert is_gap(text, text.index(" ,"), "en")
    assert not is_gap("The house was shut , the town says.", 18, "en")


def test_floods_stay_cheap() -> None:
    body = "by , " * 100_000
    assert list(unfinished(body, _hits(body), "en")) == []
