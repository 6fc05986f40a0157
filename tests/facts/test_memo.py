"""What is remembered of words."""

from __future__ import annotations

import pytest

from newslint.facts import memo
from newslint.facts.memo import LONGEST_REMEMBERED, Memo


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
