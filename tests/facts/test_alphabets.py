from __future__ import annotations

import pytest

from newslint.facts.alphabets import spelling

RUSSIAN = "Мэр города рассказал журналистам, что мост объявлен опасным и что движение будет закрыто ещё на месяц."
UKRAINIAN = "Міський голова розповів, що її знову оголошено небезпечною і що рух біля неї буде закрито ще на місяць."
BULGARIAN = "Кметът на града съобщи на журналистите, че мостът е обявен за опасен и че движението ще бъде спряно."


@pytest.mark.parametrize(("text", "home"), [(RUSSIAN, "ru"), (UKRAINIAN, "uk")])
def test_own_letters_confirm(text: str, home: str) -> None:
    found = spelling(text, home)
    assert found is not None
    assert found.confirms
    assert not found.rules_out


@pytest.mark.parametrize(("text", "home"), [(RUSSIAN, "uk"), (UKRAINIAN, "ru"), (RUSSIAN, "bg"), (RUSSIAN, "sr")])
def test_letters_that_a_language_lacks_rule_it_out(text: str, home: str) -> None:
    found = spelling(text, home)
    assert found is not None
    assert found.rules_out
    assert not found.confirms


def test_letters_that_russian_has_too_confirm_no_bulgarian() -> None:
    found = spelling(BULGARIAN, "bg")
    assert found is not None
    assert not found.confirms


def test_a_few_letters_confirm_nothing() -> None:
    found = spelling("мэр и мост", "ru")
    assert found is not None
    assert not found.confirms


def test_a_foreign_name_rules_nothing_out() -> None:
    found = spelling(
        "Міський голова зустрівся з паном Быковым і розповів йому, що міст буде закрито ще на місяць.", "uk"
    )
    assert found is not None
    assert not found.rules_out


def test_languages_without_an_alphabet_in_the_table() -> None:
    assert spelling("anything", "en") is None
