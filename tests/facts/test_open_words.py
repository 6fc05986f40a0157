"""Open words: the last word of a text that has to be followed by another."""

import pytest

from newslint.facts.open_words import open_word


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("The mayor spoke to the", "en", "the"),
        ("The mayor spoke.\nThe", "en", ""),
        ("Мост открыли. По", "ru", "По"),
        ("Die Fähre kam mit der", "de", "der"),
        ("Where the Ferry Is Bound To", "en", ""),
        ("The mayor spoke to the", "ru", ""),
        ("The mayor spoke to the", None, ""),
        ("The mayor spoke to the", "xx", ""),
        ("", "en", ""),
    ],
)
def test_the_word_behind_which_a_sentence_goes_on(text: str, language: str | None, word: str) -> None:
    assert open_word(text, language) == word
