"""Words as numbers: the same words wherever and however they are written."""

from __future__ import annotations

from itertools import chain, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.facts.bodies import BodyTable
from newslint.facts.word_hashes import Words, find_words, stems, whole_words, with_inner_letters, without_joints
from newslint.facts.wording import word_list


def hashes(text: str) -> list[int]:
    return [int(value) for value in whole_words(find_words([text]))]


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


def test_unspaced_writing_counts_in_pairs() -> None:
    assert len(hashes("青石镇政府")) == 4
    assert set(hashes("青石镇")) & set(hashes("在青石镇里"))


def stem_sets(words: Words) -> list[set[int]]:
    found = stems(words, np.arange(words.starts.size)).tolist()
    bounds = words.starts.searchsorted(words.texts).tolist()
    return [set(found[start:end]) for start, end in pairwise(bounds)]


@given(st.lists(st.text(alphabet="abcdefgABC ,.-é12\n", max_size=80), max_size=5))
def test_distinct_stems_are_those_that_python_finds(texts: list[str]) -> None:
    found = stem_sets(find_words(texts))
    assert [len(words) for words in found] == [len(set(word_list(text, unspaced=False))) for text in texts]


@given(st.lists(st.text(max_size=100), max_size=5))
def test_any_texts_can_be_hashed_together_as_alone(texts: list[str]) -> None:
    together = find_words(texts)
    assert (together.ends > together.starts).all()
    alone = [whole_words(find_words([text])).tolist() for text in texts]
    assert whole_words(together).tolist() == list(chain.from_iterable(alone))


def test_all_letters_of_long_words_count() -> None:
    long = "Donaudampfschifffahrtsgesellschaftskapitän"
    other = long.replace("fahrts", "fuhrts")
    one, two = (with_inner_letters(words, whole_words(words)) for words in (find_words([long]), find_words([other])))
    assert hashes(long) == hashes(other)
    assert one.tolist() != two.tolist()


@given(st.integers(1, 200), st.data())
def test_a_change_of_any_letter_of_a_word_of_any_length_shows(length: int, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, length - 1))
    word = "a" * length
    texts = [word, word[:place] + "b" + word[place + 1 :]]
    words = find_words(texts)
    first, second = with_inner_letters(words, whole_words(words)).tolist()
    assert first != second


def test_what_nobody_sees_inside_a_word_does_not_part_it() -> None:
    jointed, plain = "Die Schiff\u00adfahrt ruht, می\u200cشود", "Die Schifffahrt ruht, میشود"
    assert without_joints(jointed) == plain
    found = BodyTable(["“An other” text…", jointed, plain]).sketches
    assert found[1] == found[2] != found[0]


@pytest.mark.parametrize("word", ["ރާއްޖެ", "हिन्दी", "كِتَاب", "שָׁלוֹם", "й̆"])
def test_vowel_signs_do_not_part_a_word(word: str) -> None:
    assert len(hashes(word)) == len(word_list(word, unspaced=False)) == 1
