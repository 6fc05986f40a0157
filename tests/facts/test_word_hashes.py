"""Words as numbers: the same words wherever and however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.facts.word_hashes import all_words, find_words, telling_words, whole_words
from newslint.facts.wording import word_list
from newslint.text.segment import paragraphs


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
    words = telling_words(find_words(paragraphs("The mill turns slowly.\nNobody turns the wheel.\n\nRain.")))
    assert len(words) == 3
    assert len(words[0] & words[1]) == 1
    assert not words[0] & words[2]


def test_short_words_do_not_tell_unless_most_are_short() -> None:
    english, korean = find_words(paragraphs("It is near the old mill.")), find_words(paragraphs("그 집 은 참 크 다"))
    assert len(telling_words(english)[0]) == 2
    assert telling_words(korean) == all_words(korean)


def test_unspaced_writing_counts_in_pairs() -> None:
    assert len(hashes("青石镇政府")) == 4
    assert set(hashes("青石镇")) & set(hashes("在青石镇里"))


@given(st.text(alphabet="abcdefgABC ,.-é12\n", max_size=200))
def test_distinct_words_are_those_that_python_finds(text: str) -> None:
    body = paragraphs(text)
    if body:
        found = all_words(find_words(body))
        assert [len(words) for words in found] == [len(set(word_list(part.text, unspaced=False))) for part in body]


@given(st.text(max_size=300))
def test_any_text_can_be_hashed(text: str) -> None:
    body = paragraphs(text)
    words = find_words(body)
    assert (words.ends > words.starts).all()
    assert len(all_words(words)) == max(1, len(body))
