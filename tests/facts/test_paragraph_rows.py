"""Paragraphs as rows: those that the segmenter finds, at the same places."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.facts.bodies import Bodies
from newslint.facts.paragraph_rows import end_sentences, find_paragraphs
from newslint.facts.prose import ends_sentence
from newslint.facts.word_hashes import find_words
from newslint.text.segment import Paragraphs, paragraphs

# No letters outside the Basic Multilingual Plane: they are two units, and offsets would differ from Python's.
TEXT = st.text(alphabet="ab.”») \t\u00a0\u3000\r\n\x0b\x0c\x85\u2028\u2029", max_size=60)


@given(st.lists(TEXT | st.text(alphabet=st.characters(max_codepoint=0xFFFF), max_size=40), max_size=4))
def test_rows_are_the_paragraphs(texts: list[str]) -> None:
    words = find_words(texts)
    rows = find_paragraphs(words)
    spans = list(zip(rows.starts.tolist(), rows.ends.tolist(), strict=True))
    for place, (first, after) in enumerate(pairwise(rows.first.tolist())):
        start = int(words.texts[place])
        found = [(low - start, high - start) for low, high in spans[first:after]]
        assert found == [(paragraph.start, paragraph.end) for paragraph in paragraphs(texts[place])]
        assert set(rows.article[first:after].tolist()) <= {place}


@given(st.lists(TEXT | st.text(alphabet="a \n\r\x1c\x1e\x85😀𝔸\ud800", max_size=20) | st.text(max_size=40), max_size=4))
def test_paragraphs_made_one_by_one_are_those_of_the_segmenter(texts: list[str]) -> None:
    bodies = Bodies(texts)
    for position, text in enumerate(texts):
        found, expected = bodies.paragraphs(position), paragraphs(text)
        assert tuple(found) == expected
        assert found[-1:] == list(expected[-1:])
        assert len(found) == len(expected)


def test_a_paragraph_is_made_once_and_negative_positions_count_from_the_end() -> None:
    found = Paragraphs.of("One.\n\nTwo.\nThree.")
    assert found[-1] is found[2]
    assert [each.text for each in found[:2]] == ["One.", "Two."]
    assert found.breaks == ["start", "blank", "line"]
    with pytest.raises(IndexError):
        found[3]


def test_a_line_of_white_space_is_passed_over_however_long() -> None:
    body = f"One.\n{' ' * 500}\n{' ' * 500}Two.{' ' * 500}\n"
    rows = find_paragraphs(find_words([body]))
    assert (rows.ends - rows.starts).tolist() == [4, 4]


@given(st.lists(TEXT, max_size=4))
def test_words_belong_to_their_row(texts: list[str]) -> None:
    words = find_words(texts)
    rows = find_paragraphs(words)
    for row in range(rows.starts.size):
        inside = slice(int(rows.words[row]), int(rows.words[row + 1]))
        assert (words.starts[inside] >= rows.starts[row]).all()
        assert (words.ends[inside] <= rows.ends[row]).all()


@given(st.lists(TEXT, max_size=4))
def test_ends_of_sentences_are_those_that_prose_tells(texts: list[str]) -> None:
    words = find_words(texts)
    rows = find_paragraphs(words)
    expected = [ends_sentence(paragraph.text) for text in texts for paragraph in paragraphs(text)]
    assert end_sentences(words, rows).tolist() == expected
