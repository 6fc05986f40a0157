"""What asks for comments of readers."""

from __future__ import annotations

import pytest

from newslint.facts.furniture.comments import comment_form_at, has_comment_form
from newslint.facts.furniture.pieces import Piece
from newslint.text.scan import MAX_HITS


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("A bridge.\nComments (3)\nMore", "Comments", "Comments (3)"),
        ("A bridge.\nComment\nMore", "Comment", None),
        ("A bridge.\nComment *\nMore", "Comment", "Comment *"),
        ("She would not leave a comment, the clerk said.", "leave a comment", None),
        ("By Ada Fenwick |  4 comments", "4 comments", "4 comments"),
        ("There were 4 comments", "4 comments", None),
    ],
)
def test_the_place_tells_a_form_from_prose(text: str, words: str, found: str | None) -> None:
    start = text.index(words)
    piece = comment_form_at(text, start, start + len(words))
    assert (piece and text[slice(*piece)]) == found


def test_a_call_with_the_words_of_a_form_is_of_the_form() -> None:
    text = "Sign up to receive email updates when comments are posted."
    assert has_comment_form(text, Piece(0, len(text)))
    assert not has_comment_form("Sign up for our newsletter.", Piece(0, 27))


def test_a_flood_of_labels_in_one_line_is_read_in_windows() -> None:
    text = "Reply Comments " * 100_000
    assert {comment_form_at(text, at * 15, at * 15 + 14) for at in range(MAX_HITS)} == {None}
