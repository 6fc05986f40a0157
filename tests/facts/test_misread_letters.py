"""Latin letters that were read as Western European: proven by the language that lacks them, and undone exactly."""

from __future__ import annotations

import pytest

from newslint.facts.misread_letters import damaged_words, misread_letters, repaired

TEXTS = [
    ("hu", "windows-1250", "A híd előtt tartották a gyűlést. Először a küldöttség érkezett, a felújítás befejeződik."),
    ("pl", "windows-1250", "Żółta łódź będzie pływać także w nocy, ponieważ most trzeba naprawić, a że pada, to źle."),
    ("pl", "iso8859-2", "Żółta łódź będzie pływać także w nocy, ponieważ most trzeba naprawić, a że pada, to źle."),
    (
        "tr",
        "windows-1254",
        "Köprü onarım için kapalı. Islak yol, değişiklik ve başkan: İnşaat mayıs ayına kadar sürecek.",
    ),
    (
        "ro",
        "windows-1250",
        "Podul va fi închis până în mai, a spus primarul oraşului, şi toţi aşteaptă să fie deschis.",
    ),
    ("cs", "windows-1250", "Most přes řeku zůstane zavřený až do května, řekl starosta. Děti čekají na přívoz."),
    ("sk", "windows-1250", "Most cez rieku bude zatvorený, ľudia čakajú, ďalší koniec týždňa sa oproti plánu zmešká."),
    ("hr", "windows-1250", "Most će biti zatvoren do svibnja. Također će voziti trajekt, a noću čeka i čamac."),
    ("lt", "windows-1257", "Tiltas bus uždarytas iki gegužės, sakė meras. Žmonės lauks kelto, kuris plauks ir naktį."),
    ("lv", "windows-1257", "Tilts būs slēgts līdz maijam, sacīja mērs. Cilvēki gaidīs prāmi, kas kursēs arī naktī."),
]


@pytest.mark.parametrize("wrong", ["windows-1252", "latin-1"])
@pytest.mark.parametrize(("language", "encoding", "text"), TEXTS)
def test_they_are_put_back(language: str, encoding: str, text: str, wrong: str) -> None:
    damaged = text.encode(encoding).decode(wrong)
    letters = misread_letters(damaged, language)
    assert letters is not None
    whole = list(damaged)
    for start, word in damaged_words(damaged, letters):
        whole[start : start + len(word)] = repaired(word, letters)
    assert "".join(whole) == text


@pytest.mark.parametrize(("language", "encoding", "text"), TEXTS)
def test_a_sound_text_is_left_alone(language: str, encoding: str, text: str) -> None:
    assert misread_letters(text, language) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (None, "A híd elõtt tartották a gyûlést. Elõször a küldöttség érkezett."),
        ("pt", "Os leões são três, as estações são sete e os botões são dois."),
        ("hu", "A híd elott tartották a gyulést Tõnu Kõivval és Põlva polgármesterével."),  # names, one kind of sign
        ("hu", "A híd előtt volt a gyûlés, elõször a küldöttség, késõbb a település."),  # the letters are there
        ("pl", "Most ma 300 m³ betonu, 5 m³ wody i kosztuje ¿co? 20 euro."),
        ("hr", "Most je zatvoren, a Søren Kjær i Bjørn Næss stigli su iz Malmøa."),
        ("tr", ""),
    ],
)
def test_foreign_names_and_signs_prove_nothing(language: str | None, text: str) -> None:
    assert misread_letters(text, language) is None
