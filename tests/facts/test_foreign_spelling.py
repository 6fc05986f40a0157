from __future__ import annotations

import pytest

from newslint.facts.foreign_spelling import foreign_words


@pytest.mark.parametrize(
    ("text", "language", "other", "words"),
    [
        ("Її поїзд, її поїзди", "ru", "uk", 3),
        ("Сергій Їжакевич приехал", "ru", "uk", 0),
        ("бъде съобщено, объект", "ru", "bg", 2),
        ("não são irmãos", "es", "pt", 3),
        ("sy skryf tyd", "nl", "af", 3),
        ("type systeem baby analyse", "nl", "af", 0),
        ("plain words", "es", "en", 0),
        ("ће бити", "ru", "sr", 1),
        ("wörter", "hr", "sl", 0),
    ],
)
def test_words_that_the_language_cannot_spell(text: str, language: str, other: str, words: int) -> None:
    assert foreign_words(text, language, other) == words


def test_a_word_counts_once() -> None:
    assert foreign_words("її " * 50, "ru", "uk") == 1
