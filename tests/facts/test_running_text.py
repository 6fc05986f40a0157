from __future__ import annotations

import pytest

from newslint.facts.running_text import (
    is_prose,
    opens_running_quotation,
    outside_quotations,
    own_words,
    quotations,
    without_addresses,
    without_titles,
)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "yes" twice', ['"yes"']),
        ("«Да», – сказал он. «Нет»", ["«Да»", "«Нет»"]),
        ("„Ja“ und „nein”", ["„Ja“", "„nein”"]),
        ("「はい」と言った", ["「はい」"]),
        ("“outer «inner» outer”", ["“outer «inner» outer”"]),
        ('a 5" pipe', []),
        ("»Ja«, sagte er", ["»Ja«"]),
        ("He said ‘yes’ and ‘maybe', I think", ["‘yes’", "‘maybe'"]),
        ("O‘zbekiston va ko‘prik, g‘alaba’ning", []),
        ("the workers’ rights and ’twas", []),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == quoted


def test_outside_quotations() -> None:
    assert outside_quotations('He said "yes" twice').split() == ["He", "said", "twice"]


@pytest.mark.parametrize(
    ("text", "runs_on"),
    [
        ("“The bridge was closed for years. We waited.", True),
        ("«Мост был закрыт. Мы ждали.", True),
        ("“The bridge was closed”, he said.", False),
        ("The bridge “was closed for years.", False),
        ("", False),
    ],
)
def test_a_quotation_that_is_not_closed_runs_on(text: str, runs_on: bool) -> None:
    assert opens_running_quotation(text) is runs_on


def test_addresses_are_dropped() -> None:
    text = "See https://city.example/a?b=c and write to press@city.example or @city #works file_name A4x now"
    assert without_addresses(text) == "See and write to or now"


def test_a_sentence_without_spaces_is_no_address() -> None:
    assert without_addresses("市長は3人の職員を表彰した。") == "市長は3人の職員を表彰した。"


def test_a_paragraph_mostly_quoted_keeps_its_quotation() -> None:
    text = "«Мы ждали этого моста двадцать лет», – сказал он"
    assert own_words(text) == text
    assert "ждали" not in own_words("Мэр города рассказал нам вчера вечером, что «ждали» его долго")


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("The mayor said that the bridge is closed", True),
        ("Der Bürgermeister sagte, dass die Brücke geschlossen ist", True),
        ("Ana Horvat, Ivan Kovač, Marija Babić, Luka Marić", False),
        ("THE BRIDGE IS CLOSED", True),
        ("市長は橋を閉鎖した", True),
        ("اخبارالمدینةالسیاسة والاقتصادالریاضةالثقافة العالمالمحلیاتالمنوعات", False),
        ("أعلن رئيس البلدية أن الجسر الجديد سيفتح في الربيع", True),
        ("IndabaEzemidlaloEzoyoloIzimvoEntsimini EnglishOurNetworkAthloneNewsAtlanticSun", False),
        ("12 : 30", True),
    ],
)
def test_prose(text: str, prose: bool) -> None:
    assert is_prose(text) is prose


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Wir zeigen „Le salaire de la pluie“ um acht", "Wir zeigen   um acht"),
        ("Er sagte „nein“ und ging", "Er sagte „nein“ und ging"),
        ("„Das ist teuer. Wir gehen“, sagte er", "„Das ist teuer. Wir gehen“, sagte er"),
        ("Top: 1. Solitud, 2. Aloma, 3. Mirall. Fin", "Top:  ,  ,  . Fin"),
        ("am 3. Juni oder 4. Juli", "am 3. Juni oder 4. Juli"),
        ("2. La plaça del port", " "),
        ("(1) La luna; (2) El mar; (3) Una noche. Fin", " ;  ;  . Fin"),
        ("They play 'L'ombra del porto' at eight, don't they?", "They play   at eight, don't they?"),
    ],
)
def test_without_titles(text: str, kept: str) -> None:
    assert without_titles(text) == kept
