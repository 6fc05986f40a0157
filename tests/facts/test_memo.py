"""What is remembered of words, and of objects."""

from __future__ import annotations

import pytest

from newslint.facts import memo
from newslint.facts.memo import LONGEST_REMEMBERED, Memo, computed_once


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def lengths(asked: list[str]) -> Memo[int]:
    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    return Memo(length)


def test_a_word_is_looked_at_once(lengths: Memo[int], asked: list[str]) -> None:
    assert [lengths["bridge"], lengths["bridge"], lengths["sea"]] == [6, 6, 3]
    assert asked == ["bridge", "sea"]


def test_what_is_no_word_is_not_kept(lengths: Memo[int]) -> None:
    assert lengths["a" * (LONGEST_REMEMBERED + 1)] == LONGEST_REMEMBERED + 1
    assert len(lengths) == 0


def test_no_more_is_kept_than_there_is_room_for(lengths: Memo[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memo, "MOST_REMEMBERED", 3)
    assert [lengths[word] for word in ("a", "bb", "ccc", "dddd")] == [1, 2, 3, 4]
    assert dict(lengths) == {"dddd": 4}


class Text:
    def __init__(self) -> None:
        self.times = 0

    @computed_once
    def words(self) -> int:
        """How many words there are."""
        self.times += 1
        return 7


def test_a_property_is_computed_once_for_each_object() -> None:
    text, other = Text(), Text()
    assert (text.words, text.words, text.times, other.times) == (7, 7, 1, 0)


def test_a_property_has_its_docstring() -> None:
    assert Text.words.__doc__ == "How many words there are."
