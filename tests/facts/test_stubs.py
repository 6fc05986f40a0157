"""Bodies in which nothing is told."""

from __future__ import annotations

import pytest

from newslint.facts.stubs import is_told_elsewhere, tells_nothing


@pytest.mark.parametrize(
    "body",
    [
        "Orlin Home Slider, News 11 May, 2031",
        "WATCH LIVE",
        "Why is the bridge of Orlin closed?",
        "Foto: Ana Lirio / Agencia Orlín.",
        "写真一覧へ",
        "https://video.example/watch?v=jxj",
    ],
)
def test_no_sentence(body: str) -> None:
    assert tells_nothing(body, "Another title")


@pytest.mark.parametrize(
    "body",
    [
        "The ferry has sunk.",
        "Mayor (64) resigns after vote (57%).",
        "Why is the bridge closed? Nobody knows.",
        "奥林渡船周一晚间沉没。",
        "नौका डूब गई है।",
        "ਬੇੜੀ ਸੋਮਵਾਰ ਸ਼ਾਮ ਨੂੰ ਡੁੱਬ ਗਈ|",
        "ጀልባዋ ሰኞ ማታ ሰጠመች፡፡",
        "Net 1,991,000 vs 1,485,000\nSales 11.7 mln vs 9.4 mln",
    ],
)
def test_a_sentence_or_a_table(body: str) -> None:
    assert not tells_nothing(body, "Another title")


def test_the_title_again_tells_nothing() -> None:
    assert tells_nothing("“The ferry has sunk off Orlin.”", "The ferry has sunk off Orlin")
    assert not tells_nothing("The ferry has sunk off Orlin. Nobody was hurt.", "The ferry has sunk off Orlin")


def test_a_headline_without_a_title_may_be_a_flash() -> None:
    assert not tells_nothing("Old ferry sinks off Orlin in calm weather", "")
    assert tells_nothing("Old ferry sinks off Orlin in calm weather", "The mill runs again")
    assert tells_nothing("Orlin\nMay 11\nBy Ada Linden", "")


def test_what_is_no_word_is_not_judged() -> None:
    assert not tells_nothing("... 12 ...", "")


@pytest.mark.parametrize(
    "body",
    ["Ferry sinks\nSubscribe to unlock", "The town wants to … [+230 chars]", "N/A", "Access Denied", ". , A - « » ."],
)
def test_told_elsewhere(body: str) -> None:
    assert is_told_elsewhere(body, "")


def test_not_told_elsewhere() -> None:
    assert not is_told_elsewhere("Suche...", "Die Fähre")
    assert not is_told_elsewhere("Orlin Home Slider", "The ferry")
