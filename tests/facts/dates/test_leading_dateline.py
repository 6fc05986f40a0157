"""Datelines at the start of the body."""

from __future__ import annotations

from datetime import date

import pytest

from newslint.facts.dates import find_dates
from newslint.facts.dates.leading_dateline import LeadingDateline, leading_dateline


def opening(body: str, language: str) -> LeadingDateline | None:
    return leading_dateline(body, find_dates(body, language, date(2024, 12, 6)))


@pytest.mark.parametrize(
    ("language", "body", "agency"),
    [
        ("en", "VELMOUTH, Dec 6 (Coast Wire) - The lock stays shut.", True),
        ("en", "December 6 (Coast Wire) - The lock stays shut.", True),
        ("en", "VELMOUTH, Norland, Dec. 6 — The lock stays shut.", False),
        ("de", "ALTENWERDER, 6. Dezember (ndi) – Die Schleuse bleibt zu.", True),
        ("de", "Altenwerder am Meer, 6. Dezember 2024 - Die Schleuse bleibt zu.", False),
        ("fr", "VALMER-SUR-MER, 6 décembre (ACP) - L'écluse reste fermée.", True),
        ("es", "VALMAR, 6 de diciembre (COSTA PRENSA) - La esclusa sigue cerrada.", True),
        ("it", "(ACI) - VALMARE, 6 dicembre - La chiusa resta chiusa.", False),
        ("pl", "Wierzbno, 6 grudnia (WAP) – Śluza pozostaje zamknięta.", True),
        ("ru", "ВЕРХНИЕ КЛЮЧИ, 6 декабря. /ВЕСТНИК/. Мост закрыт.", True),
        ("ru", "КЛЮЧИ, 6 дек — ВЕСТНИК. Мост закрыт.", True),
        ("uk", "ВЕРХОВЕ. 6 грудня. Шлюз закрито.", False),
        ("zh", "海报社河口12月6日电 船闸仍然关闭。", True),
        ("ja", "【河口 12月6日 海報】水門は閉まったままだ。", True),
        ("tr", "VADİKENT, 6 Aralık (KHA) - Kapak kapalı kaldı.", True),
        ("ar", "المرسى 6 ديسمبر (ساحل) - يبقى الهويس مغلقا.", True),
    ],
)
def test_datelines_are_found(language: str, body: str, agency: bool) -> None:
    found = opening(body, language)
    assert found is not None
    assert (found.mention.value, found.agency) == (date(2024, 12, 6), agency)


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("ms", "KOTA MUARA, 6 Dis (Bayu) -- Pintu air kekal ditutup."),
        ("ms", "KOTA MUARA, 6 Disember (Bayu) -- Pintu air kekal ditutup."),
        ("es", "Valmar, 6 dic (COSTA).- La esclusa sigue cerrada."),
        ("id", "Muara, 6/12 (BAYU) - Pintu air tetap ditutup."),
        ("id", "Muara, 6 Des (BAYU) - Pintu air tetap ditutup."),
        ("fa", "بندر نو، ۱۵ آذر (ساحل) - دریچه بسته می‌ماند."),
        ("ko", "(버들항=해안뉴스) 12월 6일 = 갑문은 닫힌다."),
        ("ja", "【河口12月6日】水門は閉まったままだ。"),
        ("ar", "المرسى 6 ديسمبر كانون الأول (ساحل) - يبقى الهويس مغلقا."),
    ],
)
def test_forms_that_agencies_alone_write(language: str, body: str) -> None:
    found = leading_dateline(body, find_dates(body, language, date(2024, 12, 6)), language)
    assert found is not None
    assert (found.mention.month, found.mention.day, found.agency) == (12, 6, True)


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Velmouth, 6/12 (Coast) - The lock stays shut."),
        ("es", "El barco tardó 6 dic (COSTA).- La esclusa sigue cerrada."),
        ("id", "Skor 6/12 (babak kedua) membuat mereka menang."),
        ("ko", "(버들항=해안뉴스) 12월 6일 버들항에서 불이 났다."),
        ("fa", "۳۶ آذر (ساحل) - دریچه بسته می‌ماند."),
    ],
)
def test_what_agencies_do_not_write(language: str, body: str) -> None:
    assert leading_dateline(body, find_dates(body, language, date(2024, 12, 6)), language) is None


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "The lock of Velmouth has been shut since December 6 (a Friday)."),
        ("en", "On December 6 (Coast Wire reports) the lock was shut."),
        ("en", "VELMOUTH (Coast Wire) - The lock has been shut since December 6."),
        ("en", "December 6 was a cold day in Velmouth."),
        ("en", "VELMOUTH, December 6-8 - Boat fair."),
        ("en", "Is it over? VELMOUTH, Dec 6 (Coast Wire) -"),
        ("de", "Am 6. Dezember (Freitag) wurde die Schleuse gesperrt."),
        ("de", "Die Schleuse – seit 6. Dezember – bleibt zu."),
        ("ru", "Об этом 6 декабря (в пятницу) сообщила управа."),
        ("fr", "Le 6 décembre - il neigeait - l'écluse a fermé."),
        ("en", "No date at all."),
        ("en", ""),
    ],
)
def test_sentences_are_none(language: str, body: str) -> None:
    assert opening(body, language) is None


def test_a_date_far_from_the_start_is_none() -> None:
    assert opening("V" * 100 + ", Dec 6 (Coast Wire) - The lock stays shut.", "en") is None


@pytest.mark.parametrize(
    "body",
    [
        "By Ada Quill\n\nVELMOUTH, Dec 6 (Coast Wire) - The lock stays shut.",
        "About us\nAdvertise\nVELMOUTH, Dec 6 — The lock stays shut.",
        "December 9, 2024\n\nVELMOUTH, Dec 6 (Coast Wire) - The lock stays shut.",
    ],
)
def test_furniture_above_the_dateline(body: str) -> None:
    found = opening(body, "en")
    assert found is not None
    assert found.mention.value == date(2024, 12, 6)


@pytest.mark.parametrize(
    "body",
    [
        "The lock stays shut\n\nAda Quill, Velmouth, December 6, 2024 (Coast Pictures)\n\nThe gate failed.",
        "The lock stays shut\n\nVELMOUTH, NORLAND - DECEMBER 6: Ada Quill looks at the gate.",
        "The lock stays shut\n\nDecember 6 (Updated) - The gate failed.",
    ],
)
def test_captions_and_stamps_are_none(body: str) -> None:
    assert opening(body, "en") is None
