"""The pieces of page furniture: where they begin and end, and what is left when they go."""

from __future__ import annotations

import pytest

from newslint.facts.furniture.calls import call_at
from newslint.facts.furniture.cuts import cut_mark
from newslint.facts.furniture.pieces import Piece, is_quoted, joined, line_at, sentence_at, shown, with_space
from newslint.facts.furniture.teasers import opens_teaser

TEXT = "The bridge opened. It cost three million.\n\nShare this!\nThe mayor came."


def test_line_and_sentence_of_a_phrase() -> None:
    at = TEXT.index("cost")
    line = line_at(TEXT, at, at + 4)
    assert TEXT[slice(*line)] == "The bridge opened. It cost three million."
    assert TEXT[slice(*sentence_at(TEXT, at, at + 4, line))] == "It cost three million."


def test_a_line_is_read_so_far_only() -> None:
    text = "x" * 1_000
    assert line_at(text, 500, 501, reach=10) == Piece(490, 511)


@pytest.mark.parametrize(
    ("text", "expected"), [("He said “follow", True), ("He said “yes” and follow", False), ('A "b" c', False)]
)
def test_open_quotation(text: str, expected: bool) -> None:
    assert is_quoted(text, 0, len(text)) is expected


def test_neighbours_are_joined() -> None:
    assert joined("ab  cd ef", [Piece(4, 6), Piece(0, 2)]) == [Piece(0, 6)]
    assert joined("ab x cd", [Piece(0, 2), Piece(5, 7)]) == [Piece(0, 2), Piece(5, 7)]


@pytest.mark.parametrize(
    ("text", "phrase", "left"),
    [
        ("A.\n\nShare\n\nB.", "Share", "A.\n\nB."),
        ("A.\n\nShare", "Share", "A."),
        ("Share\nB.", "Share", "B."),
        ("A. Share. B.", "Share.", "A. B."),
        ("A. Share.\n\nB.", "Share.", "A.\n\nB."),
    ],
)
def test_nothing_empty_is_left(text: str, phrase: str, left: str) -> None:
    start = text.index(phrase)
    piece = with_space(text, Piece(start, start + len(phrase)))
    assert text[: piece.start] + text[piece.end :] == left


def test_quotes_in_messages_are_one_short_line() -> None:
    assert shown("a\n\nb", Piece(0, 4)) == "a b"
    assert len(shown("a" * 200, Piece(0, 200))) == 81


def test_a_call_needs_its_thing() -> None:
    text = "Follow the path to the harbour and then the signs."
    assert call_at(text, 0, 6) is None


def test_a_cue_after_marks_opens_a_teaser() -> None:
    assert opens_teaser("» Read also: x", 0)
    assert not opens_teaser("They read also the rest", 0)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("The bridge o… [+12 chars]", "… [+12 chars]"),
        ("The bridge of the ...", "..."),
        ("The bridge is open… Read more", "… Read more"),
        ("The bridge is open. Read more", None),
        ("And the ferry...", None),
        ("", None),
    ],
)
def test_marks_of_a_cut(text: str, mark: str | None) -> None:
    found = cut_mark(text)
    assert (text[slice(*found)] if found else None) == mark


def test_parts_of_one_footer_are_joined() -> None:
    assert joined("a | b", [Piece(0, 1), Piece(4, 5)], within=3) == [Piece(0, 5)]
