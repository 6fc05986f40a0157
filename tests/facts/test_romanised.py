"""Russian in Latin letters: what is recognised, and what must not be."""

from __future__ import annotations

import pytest

from newslint.facts.romanised import MIN_CHARACTERS, romanised_russian, to_cyrillic


@pytest.mark.parametrize(
    "text",
    [
        "Shkola otkroetsya v sentyabre 2024 goda, na stroitelstvo vыdeleno 12 millionov dollarov, i eto nachalo.",
        "Gorod Kalinovo otkryl v ponedelnik novuyu biblioteku na ulitse Sadovoy, kotoraya stoila tri milliona evro.",
        "Predstavitel xokimiyata Dilshod Karimov obratilsya k roditelyam i otvetil na ix voprosы o shkole.",
        "Prosim soobshchat' o narusheniyakh v [politsiyu](https://politsiya.example/102), a ne v redaksiyu gazet.",
    ],
)
def test_russian_in_latin_letters_is_recognised(text: str) -> None:
    assert romanised_russian(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Olmazor tumani hokimligi dushanba kuni yangi maktab qurilishi haqida xabar berdi va javob qaytardi.",
        "Starosta řekl, že oprava mostu přijde na třicet milionů a že práce začnou na jaře příštího roku.",
        "Gradonačelnik je rekao da će obnova mosta stajati tri milijuna eura i da će početi na proljeće.",
        "Burmistrz powiedział, że naprawa mostu będzie kosztować trzy miliony złotych i zacznie się na wiosnę.",
        "The mayor said on Monday that the repair of the bridge would cost three million euros and begin in spring.",
        "Na tribuni so vztrajali do konca, za zmago pa so morali počakati na podaljšek.",
    ],
)
def test_other_languages_are_not(text: str) -> None:
    assert romanised_russian(text) is None


@pytest.mark.parametrize(
    "text", ["", "na ne", "Na etom vse.", "12 34 56", "https://na.example/ne/za/ob", "v i na " * 90]
)
def test_too_little_is_not(text: str) -> None:
    assert romanised_russian(text) is None


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("obyazatelno", "обязателно"),
        ("otvetstvennost'", "ответственность"),
        ("Yuliya Shcherbakova", "юлия щербакова"),
        ("vxod s ulitsы", "вход с улицы"),
        ("novy most", "новы мост"),
    ],
)
def test_letters_go_back_to_cyrillic(latin: str, cyrillic: str) -> None:
    assert to_cyrillic(latin) == cyrillic


def test_addresses_are_left_out() -> None:
    assert to_cyrillic("[shkola](https://shkola.example) otkrыta") == "школа открыта"


def test_what_is_too_short_to_be_asked_about_is_never_recognised() -> None:
    text = "v na goda mosta gorod shkola biblioteka"
    assert romanised_russian(text) is not None
    for length in range(MIN_CHARACTERS):
        assert romanised_russian(text[:length]) is None
