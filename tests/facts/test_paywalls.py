"""Paywalls, and which check reports one."""

from __future__ import annotations

import pytest

from newslint.facts.furniture.paywalls import STUB_CHARACTERS, is_stub_paywall, paywall_at
from newslint.facts.furniture.pieces import Piece

STUB = "The bridge opened on Monday. Subscribe to continue reading"
START = STUB.index("Subscribe")


def test_a_paywall_is_its_sentence_or_its_short_line() -> None:
    assert paywall_at(STUB, START, len(STUB)) == Piece(START, len(STUB))
    line = "Dear reader, subscribe to unlock"
    assert paywall_at(line, 13, len(line)) == Piece(0, len(line))


def test_labels_count_alone_in_a_short_line() -> None:
    assert paywall_at("Nur für Abonnenten", 0, 18) == Piece(0, 18)
    long = "Das Konzert am Hafen ist nur für Abonnenten, sagte die Dirigentin am Montag."
    assert paywall_at(long, 0, len(long)) is None


def test_a_quoted_paywall_is_none() -> None:
    text = "It said “subscribe to unlock” again."
    assert paywall_at(text, 0, len(text)) is None


@pytest.mark.parametrize(("before", "expected"), [("", True), ("x" * STUB_CHARACTERS + "\n", False)])
def test_a_paywall_of_a_short_body_is_no_call_and_no_cut(before: str, expected: bool) -> None:
    text = before + STUB
    mark = Piece(len(text) - len("continue reading"), len(text))
    assert is_stub_paywall(text, mark) is expected


def test_what_stands_beside_a_paywall_is_none() -> None:
    text = "Follow us on Telegram.\n\nSubscribe to unlock"
    assert not is_stub_paywall(text, Piece(0, 22))
