"""Lines that may recur in the articles of a source."""

from __future__ import annotations

import pytest

from newslint.facts.furniture.recurring import LONGEST, MOST_CHARACTERS, MOST_LINES, Lines, compared_lines, may_recur
from newslint.text.segment import Paragraphs


def _compared(body: str, author: str = "") -> Lines:
    return compared_lines(body, Paragraphs.of(body), author)


def test_the_first_the_last_and_the_short_lines_are_compared() -> None:
    long = "The weir held through the night of the flood. " * 8
    body = "\n".join(["First", long, long, "Second", *[long] * 9, "Last"])
    assert _compared(body).texts == ("First", "Second", "Last")


def test_places_and_white_space() -> None:
    body = "\n\nFirst\n\nLast \n"
    lines = _compared(body)
    assert [body[start : start + len(text)] for start, text in zip(lines.starts, lines.texts, strict=True)] == [
        "First",
        "Last",
    ]
    assert lines.before == (2, 2)
    assert lines.behind == ("\n\n", " \n")
    assert lines.ends


def test_the_last_sentence_stands_for_a_long_line() -> None:
    body = "The weir held through the night of the flood. " * 8 + "Orlin is a town of readers."
    assert _compared(body).texts == ("Orlin is a town of readers.",)
    assert not _compared("x" * (LONGEST + 1)).texts


def test_lines_that_name_the_author_are_left_out() -> None:
    assert _compared("By ADA LINDEN\nThe weir held.\nLinden", "Ada Linden").texts == ("The weir held.",)


def test_what_is_noted_is_small() -> None:
    for body in ("word\n" * 50_000, "a longer line of some words, which is said again and again\n" * 1_000):
        lines = _compared(body)
        assert len(lines.texts) <= MOST_LINES
        assert sum(map(len, lines.texts)) <= MOST_CHARACTERS


def test_no_text() -> None:
    assert _compared(" \n").texts == ()


@pytest.mark.parametrize(
    "line",
    ["By Ada Linden", "Von Ada Linden und Otto Ehrenbach", "* * *", "&#3;", "<p></p>", "Follow us on Facebook.",
     "© 2031 Orlin Post. All rights reserved.", "Read also: The mill runs again"],
)  # fmt: skip
def test_may_recur(line: str) -> None:
    assert may_recur(line)


@pytest.mark.parametrize(
    "line", ["Orlin is a town of readers.", "By the river it is cold.", "विस्तार", "De pont is weg"]
)
def test_is_boilerplate_where_it_recurs(line: str) -> None:
    assert not may_recur(line)
