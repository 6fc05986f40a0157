"""Sentences that tell of a date as past."""

from __future__ import annotations

from datetime import date

import pytest

from newslint.facts.dates import find_dates
from newslint.facts.dates.tense import LANGUAGES, told_as_past


def past(body: str, language: str) -> bool:
    (mention,) = find_dates(body, language, date(2024, 12, 6))
    return told_as_past(body, mention, language)


PAST = {
    "en": "The treaty was signed on 11 January 2025 in Velmouth.",
    "de": "Der Vertrag wurde am 11. Januar 2025 in Altenwerder unterzeichnet.",
    "fr": "L'accord a été signé le 11 janvier 2025 à Valmer.",
    "es": "El tratado fue firmado el 11 de enero de 2025 en Valmar.",
    "it": "Il trattato è stato firmato il 11 gennaio 2025 a Valmare.",
    "pt": "O tratado foi assinado no dia 11 de janeiro de 2025 em Valmar.",
    "nl": "Het verdrag werd op 11 januari 2025 in Waterhoek getekend.",
    "pl": "Umowa została podpisana 11 stycznia 2025 roku w Wierzbnie.",
    "ru": "Договор был подписан 11 января 2025 года в Ключах.",
    "uk": "Договір було підписано 11 січня 2025 року у Верховому.",
}
PLANS = {
    "en": "The treaty was to be signed on 11 January 2025, and the council said that it will be.",
    "de": "Der Vertrag wurde verlesen und soll am 11. Januar 2025 in Kraft treten.",
    "fr": "Le maire a déclaré que l'accord sera signé le 11 janvier 2025.",
    "es": "El alcalde dijo que el tratado se firmará el 11 de enero de 2025.",
    "it": "Il sindaco ha detto che il trattato scadrà il 11 gennaio 2025.",
    "pt": "O prefeito disse que o tratado terminará no dia 11 de janeiro de 2025.",
    "nl": "De burgemeester zei dat het verdrag op 11 januari 2025 wordt getekend.",
    "pl": "Burmistrz powiedział, że umowa zostanie podpisana 11 stycznia 2025 roku.",
    "ru": "Глава сообщил, что договор будет подписан 11 января 2025 года.",
    "uk": "Голова повідомив, що договір буде підписано 11 січня 2025 року.",
}
DEADLINES = {
    "en": "The council said traders had until 11 January 2025.",
    "de": "Die Händler hatten bis zum 11. Januar 2025 Zeit, sagte der Rat.",
    "fr": "Les marchands avaient jusqu'au 11 janvier 2025.",
    "es": "Los comerciantes habían pedido espera hasta el 11 de enero de 2025.",
    "it": "I mercanti avevano tempo fino al 11 gennaio 2025.",
    "pt": "Os comerciantes tinham prazo até 11 de janeiro de 2025.",
    "nl": "De handelaren hadden tot 11 januari 2025 de tijd.",
    "pl": "Kupcy dostali zgodę, która była ważna do 11 stycznia 2025 roku.",
    "ru": "Торговцам было дано время до 11 января 2025 года.",
    "uk": "Торговцям було дано час до 11 січня 2025 року.",
}


def test_every_language_is_tested() -> None:
    assert set(PAST) == set(PLANS) == set(DEADLINES) == LANGUAGES


@pytest.mark.parametrize("language", sorted(PAST))
def test_past(language: str) -> None:
    assert past(PAST[language], language)


@pytest.mark.parametrize("language", sorted(PLANS))
def test_plans(language: str) -> None:
    assert not past(PLANS[language], language)


@pytest.mark.parametrize("language", sorted(DEADLINES))
def test_deadlines(language: str) -> None:
    assert not past(DEADLINES[language], language)


def test_only_the_sentence_of_the_date_counts() -> None:
    assert not past("The gate was repaired. 11 January 2025 is a Saturday.", "en")
    assert past("The gate will stay. It was repaired on 11 January 2025.", "en")


def test_an_abbreviation_ends_no_sentence() -> None:
    assert past("Mr. Quill was seen on St. Olaf's quay on 11 January 2025.", "en")


def test_unknown_language() -> None:
    assert not past("Smlouva byla podepsána 11. ledna 2025.", "cs")
