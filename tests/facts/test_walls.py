"""What stands instead of an article."""

from __future__ import annotations

import pytest

from newslint.facts.furniture.pieces import Piece
from newslint.facts.furniture.walls import is_wall_heading, wall_kind, wall_proofs, wall_share


@pytest.mark.parametrize("line", ["404 Not Found", "Access Denied", "Just a moment...", "Error 404 - Page not found"])
def test_headings_of_walls(line: str) -> None:
    assert is_wall_heading(line)


@pytest.mark.parametrize("line", ["Access denied to 40 reporters", "404 people came", "Errors of the council"])
def test_headlines_are_no_headings_of_walls(line: str) -> None:
    assert not is_wall_heading(line)


def test_a_quotation_proves_nothing() -> None:
    text = "The page said “we use cookies” for a week."
    assert wall_proofs(text, [Piece(0, len(text))]) == []


def test_the_share_counts_sentences_of_the_wall() -> None:
    text = "Your browser needs cookies for this. The mayor of the town opened a bridge."
    assert 0.3 < wall_share(text, []) < 0.6
    assert wall_share("OK", []) == 1.0


def test_a_word_speaks_for_its_surroundings_only() -> None:
    assert wall_share("cookie " + "bridge " * 500, []) < 0.1


def test_kinds_are_told() -> None:
    assert wall_kind("we use cookies") == "asks for consent"
    assert wall_kind("404") == "is an error page"
