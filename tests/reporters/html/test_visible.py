from __future__ import annotations

import re

import pytest

from newslint.reporters.visible import RANGES, SCRIPT_PATTERN, plain, visible, visible_in_line, visible_mark


def test_plain_text_is_one_part():
    assert visible("Ein Satz.") == ((False, "Ein Satz."),)


@pytest.mark.parametrize(
    ("character", "name"),
    [("\u202e", "U+202E"), ("\u200b", "U+200B"), ("\x00", "U+0000"), ("\ud800", "U+D800"), ("\U000e0041", "U+E0041")],
)
def test_hidden_characters_become_chips(character, name):
    assert visible(f"a{character}b") == ((False, "a"), (True, name), (False, "b"))


@pytest.mark.parametrize("text", ["می\u200cخواهم", "क्\u200dष", "👩\u200d🔬", "قال", "l’été\u00a0!"])
def test_orthography_is_left_alone(text):
    assert visible(text) == ((False, text),)


def test_a_joiner_between_latin_letters_is_shown():
    assert visible("in\u200cner") == ((False, "in"), (True, "U+200C"), (False, "ner"))


def test_a_marked_line_break_is_seen():
    assert visible_mark("\n\n") == ((True, "↵"), (True, "↵"))
    assert visible_mark(" ") == ((True, "U+0020"),)
    assert visible_mark("a b") == ((False, "a b"),)


def test_white_space_between_marks_is_white_space():
    assert visible(" ") == ((False, " "),)


def test_line_breaks_stay_in_running_text_and_become_chips_in_one_line():
    assert visible("a\nb") == ((False, "a\nb"),)
    assert visible_in_line("a\nb") == ((False, "a"), (True, "↵"), (False, "b"))


def test_names_are_spelled_in_one_line():
    assert plain("exe\u202egnp \n x") == "exe[U+202E]gnp x"


def test_the_script_knows_the_same_characters():
    named = re.findall(r"\\u\{([0-9a-f]+)\}-\\u\{([0-9a-f]+)\}", SCRIPT_PATTERN.partition("]")[0])
    assert tuple((int(low, 16), int(high, 16)) for low, high in named) == RANGES
