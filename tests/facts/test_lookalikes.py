from __future__ import annotations

import pytest

from newslint.facts.lookalikes import is_damaged, mixed_words


def words(text: str) -> list[tuple[str, str | None]]:
    return [(word.text, word.mended) for word in mixed_words(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("se fue a c\u043entar", ("c\u043entar", "contar")),
        ("по вер\u0063ии", ("вер\u0063ии", "версии")),
        ("r\u043ej\u043e", ("r\u043ej\u043e", "rojo")),
        ("H\u0415LLO", ("H\u0415LLO", "HELLO")),
        ("\u0041θήνα", ("\u0041θήνα", "Αθήνα")),
        ("sotsialn\u044bx", ("sotsialn\u044bx", None)),
    ],
)
def test_mixed(text: str, found: tuple[str, str | None]) -> None:
    assert words(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "plain words",
        "простые слова",
        "читает Twitterе и SMSка",
        "XXго и XIXому",
        "ход Сxd5",
        "РосEco",
        "#Лeто",
        "https://пример.example/лeто",
        "слово хæдзар",
        "fГјr",
        "ΔT",
        "5 μm",
    ],
)
def test_meant(text: str) -> None:
    assert words(text) == []


def test_only_words_that_touch_the_span() -> None:
    text = "c\u043entar y c\u043entar"
    assert [word.start for word in mixed_words(text, 9, 11)] == [9]
    assert [word.start for word in mixed_words(text, 0, 1)] == [0]


def test_letters_are_named_once() -> None:
    [word] = mixed_words("d\u043ecument\u043es", 0, 10)
    assert (word.letters, word.script, word.strange) == ("\u043e", "Latin", "Cyrillic")


def test_damaged_encoding() -> None:
    assert is_damaged("fГјr dГјrfte grГ¶Гџer")
    assert not is_damaged("iРусский и МегаFon")
