from __future__ import annotations

from newslint.facts.function_words import known_languages, tokens, votes
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
