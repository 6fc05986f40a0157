"""Words as numbers: the same words wherever and however they are written."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.facts import word_hashes
from newslint.facts.word_hashes import Bags, all_words, find_words, telling_words, whole_words
from newslint.facts.wording import word_list
from newslint.text.segment import paragraphs


def sets(bags: Bags) -> list[set[int]]:
    return [bags.distinct(paragraph) for paragraph in range(len(bags.bounds) - 1)]


def hashes(text: str) -> list[int]:
    return [int(value) for value in whole_words(find_words(paragraphs(text)))]


def test_case_and_punctuation_do_not_count() -> None:
    assert hashes("The MILL, of Dunbrook!") == hashes("the mill of dunbrook")


@pytest.mark.parametrize(
    ("one", "other"), [("mill", "mills"), ("a", "b"), ("Mühle", "Muhle"), ("переписка", "перепиcка")]
)
def test_other_words_have_other_hashes(one: str, other: str) -> None:
    assert hashes(one) != hashes(other)


def test_words_of_any_length_and_place_agree_with_themselves() -> None:
    alone = [hashes(word)[0] for word in ("a", "of", "the", "mill", "ferry", "harbour", "municipalities")]
    assert hashes("(a) of-the mill; ferry harbour: municipalities") == alone


def test_paragraphs_are_kept_apart() -> None:
    bags = telling_words(find_words(paragraphs("The mill turns slowly.\nNobody turns the wheel.\n\nRain.")))
    words = sets(bags)
    assert len(words) == 3
    assert len(words[0] & words[1]) == 1
    assert not words[0] & words[2]
    assert bags.shared(np.array([0, 1, 2])).tolist() == [[3, 1, 0], [1, 3, 0], [0, 0, 1]]


def test_short_words_do_not_tell_unless_most_are_short() -> None:
    english, korean = find_words(paragraphs("It is near the old mill.")), find_words(paragraphs("그 집 은 참 크 다"))
    assert len(sets(telling_words(english))[0]) == 2
    assert sets(telling_words(korean)) == sets(all_words(korean))


def test_unspaced_writing_counts_in_pairs() -> None:
    assert len(hashes("青石镇政府")) == 4
    assert set(hashes("青石镇")) & set(hashes("在青石镇里"))


@given(st.text(alphabet="abcdefgABC ,.-é12\n", max_size=200))
def test_distinct_words_are_those_that_python_finds(text: str) -> None:
    body = paragraphs(text)
    if body:
        found = sets(all_words(find_words(body)))
        assert [len(words) for words in found] == [len(set(word_list(part.text, unspaced=False))) for part in body]


@given(st.text(max_size=300))
def test_any_text_can_be_hashed(text: str) -> None:
    body = paragraphs(text)
    words = find_words(body)
    assert (words.ends > words.starts).all()
    assert len(sets(all_words(words))) == max(1, len(body))


@given(st.lists(st.text(alphabet="ab c\u0431", max_size=60), min_size=1, max_size=8))
def test_shared_words_are_counted_like_sets(texts: list[str]) -> None:
    body = paragraphs("\n".join(texts))
    bags = all_words(find_words(body))
    words = sets(bags)[: len(body)]
    expected = [[len(one & other) for other in words] for one in words]
    if body:
        assert bags.shared(np.arange(len(body))).tolist() == expected


def test_a_large_vocabulary_is_counted_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    body = paragraphs("\n".join(" ".join(f"w{n}x" for n in range(k, k + 50)) for k in (0, 20, 70)))
    bags = all_words(find_words(body))
    whole = bags.shared(np.arange(3)).tolist()
    monkeypatch.setattr(word_hashes, "_CELLS", 7)
    assert bags.shared(np.arange(3)).tolist() == whole
