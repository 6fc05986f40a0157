from __future__ import annotations

import pytest

from newslint.facts.function_words import (
    common_votes,
    frequent_words,
    has_word_of_another,
    known_languages,
    most_common,
    own_words_of,
    tokens,
    votes,
)
from newslint.facts.kinship import group_of


def test_forty_languages_and_more_are_known() -> None:
    assert len(known_languages()) >= 40
    assert {"en", "ru", "uk", "de", "fr", "es", "pt", "ar", "fa", "hi", "tr", "sw", "ha"} <= known_languages()


def test_every_language_stands_for_its_group() -> None:
    assert all(group_of(language) == language for language in known_languages())


def test_words_after_an_apostrophe_are_words() -> None:
    assert tokens("L’eau qu'on boit") == ["l'", "eau", "qu'", "on", "boit"]


def test_votes_speak_for_the_language_of_a_sentence() -> None:
    ballot = votes("The mayor said that the bridge will be opened with a concert of the school and the town band.")
    assert ballot.best_but()[0] == "en"
    assert ballot.speak_for("en")
    assert not ballot.speak_for("de")


def test_two_words_do_not_name_a_language() -> None:
    assert not votes("The the").speak_for("en")


def test_no_words_no_votes() -> None:
    assert votes("").best_but() == (None, 0)
    assert not votes("").speak_for("en")


@pytest.mark.parametrize("language", ["en", "de", "ru", "hr", "zu"])
def test_a_languages_own_words_are_no_other_languages(language: str) -> None:
    own = own_words_of(language)
    assert len(own) >= 200
    assert not any(own & own_words_of(other) for other in known_languages() if other != language)


def test_the_most_frequent_words_come_first_and_rare_ones_not_at_all() -> None:
    assert frequent_words("en")[:2] == ("the", "to")
    assert len(frequent_words("en")) == 12
    assert len(frequent_words("es")) < 12
    assert frequent_words("xx") == ()


def test_a_word_of_another_language_is_noticed() -> None:
    assert has_word_of_another("en", tokens("the tower of the castle und die Stadt"))
    assert not has_word_of_another("en", tokens("the tower of the castle"))


def test_common_words_count_for_every_language_that_has_them() -> None:
    own, others = common_votes("es", tokens("la casa de la ciudad"))
    assert own >= 3
    assert 0 < others <= own
    assert common_votes("es", []) == (0, 0)


def test_most_common_words_name_the_language_of_a_text() -> None:
    words = tokens("The council will not say when the work on the bridge can start, but it has the money for it now.")
    language, share = most_common(words)
    assert language == "en"
    assert share > 0.8


def test_a_favourite_needs_no_lead() -> None:
    words = 4 * tokens(
        "El alcalde de la ciudad dijo que el puente se va a abrir en el mes de mayo, pero que es muy caro."
    )
    assert most_common(words)[0] is None
    assert most_common(words, "es")[0] == "es"


@pytest.mark.parametrize("text", ["", "Kowalski 3, Lindgren 2, Okafor 1, Bianchi 1, Novak 1, Haddad 1"])
def test_lists_name_no_language(text: str) -> None:
    assert most_common(tokens(text)) == (None, 0.0)
