import pytest

from newslint.facts.misread_cyrillic import damaged_words, is_misread, misread_cyrillic


def damaged(text: str) -> str:
    import ftfy  # noqa: F401

    return text.encode("utf-8").decode("sloppy-windows-1251")


@pytest.mark.parametrize(
    "sound",
    [
        "są łódki, które odpłyną",
        "Köprü açıldı",
        "über Öl größer",
        "l’été à Brévanne",
        "mới được mở",
        "için Şehir İşi",
    ],
)
def test_what_was_read_as_windows_1251_is_read_back(sound: str) -> None:
    line = damaged(sound)
    repaired = line
    for start, end, text in reversed(list(misread_cyrillic(line))):
        repaired = repaired[:start] + text + repaired[end:]
    assert repaired == sound


@pytest.mark.parametrize(
    "line",
    [
        "Музей «Art-Гараж» купил USB-кабель и iPhone-чехол",
        "Россия — «Е»-класс, В№ 4, ТВ-3, Є12",
        "Café in Łódź – 12 °C",
        "Т™ abcА” xД1",
    ],
)
def test_nothing_else_is_a_damaged_word(line: str) -> None:
    assert list(damaged_words(line)) == []


def test_three_different_words_prove_it() -> None:
    words = list(damaged_words(damaged("są mówił są mówił")))
    assert len(words) == 4
    assert not is_misread(words)
    assert is_misread([*words, damaged("łódki")])


def test_words_of_one_run_are_one_stretch() -> None:
    line = damaged("ten są łódki nad rzeką")
    assert [(text, line[start:end]) for start, end, text in misread_cyrillic(line)] == [
        ("są łódki", damaged("są łódki")),
        ("rzeką", damaged("rzeką")),
    ]
