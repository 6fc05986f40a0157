"""Attributes that are computed once."""

from __future__ import annotations

from newslint.facts.lazy import lazy


class Text:
    def __init__(self) -> None:
        self.times = 0

    @lazy
    def words(self) -> int:
        """How many words there are."""
        self.times += 1
        return 7


def test_a_property_is_computed_once_for_each_object() -> None:
    text, other = Text(), Text()
    assert (text.words, text.words, text.times, other.times) == (7, 7, 1, 0)


def test_a_property_has_its_docstring() -> None:
    assert Text.words.__doc__ == "How many words there are."
