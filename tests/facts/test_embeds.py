"""What is left of embedded posts."""

from __future__ import annotations

import pytest

from newslint.facts.furniture.embeds import embeds_at


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Glad! pic.twitter.com/aBcD3fGhIjThe mayor", ["pic.twitter.com/aBcD3fGhIj"]),
        ("— Ada (@ada) March 3, 2024 The mayor", ["— Ada (@ada) March 3, 2024"]),
        ("— Ada (@ada)", ["— Ada (@ada)"]),
        ("The account – Ada (@ada) – said", []),
        ("A post shared by the mayor was seen by many", []),
    ],
)
def test_only_the_remains_are_marked(text: str, found: list[str]) -> None:
    assert [text[slice(*piece)] for piece in embeds_at(text, 0, len(text))] == found
