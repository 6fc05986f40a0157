from __future__ import annotations

from itertools import pairwise

import pytest

from newslint.facts.scripts import (
    _STARTS_AND_SCRIPTS,
    SCRIPTS,
    census,
    is_known,
    language_of_script,
    letters_in,
    main_script,
    only_latin,
    written_in,
)


def test_census_counts_letters_of_each_script() -> None:
    assert census("Мост and ponte, 12:30!") == {"Cyrl": 4, "Latn": 8}


def test_signs_count_as_the_letters_they_stand_for() -> None:
    assert census("港口") == {"CJK": 5.0}
    assert letters_in("항구") == 4


def test_digits_and_punctuation_have_no_script() -> None:
    assert main_script(census("12:30 «…» – 5")) is None


@pytest.mark.parametrize("text", ["plain", "naïve “quotes” – œuvre", "Đặng Łódź", ""])
def test_accented_latin_is_latin(text: str) -> None:
    assert only_latin(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("これは本です", "ja"),
        ("这是一本书", "zh"),
        ("책입니다", "ko"),
        ("βιβλίο", "el"),
        ("წიგნი", "ka"),
        ("ᠨᠣᠮ", "mn"),
        ("книга", None),
    ],
)
def test_a_script_of_one_language_names_it(text: str, language: str | None) -> None:
    script = main_script(census(text))
    assert script is not None
    assert language_of_script(script, text) == language


def test_share_in_the_scripts_of_a_language() -> None:
    assert written_in(census("книга abcde"), "ru") == 0.5
    assert written_in(census("књига knjiga"), "sr") == 1.0
    assert written_in(census("book"), "tlh") == 0.0


def test_every_script_named_has_letters() -> None:
    known = {"Latn", "Cyrl", "CJK"}
    assert known <= {script for scripts in SCRIPTS.values() for script in scripts}


@pytest.mark.parametrize(
    "text", ["ᐃᓄᒃᑎᑐᑦ", "ᏣᎳᎩ", "ⵜⴰⵎⴰⵣⵉⵖⵜ", "ߒߞߏ", "ꦧꦱꦗꦮ", "ܣܘܪܝܝܐ", "𞤆𞤵𞤤𞤢𞤪", "ꆈꌠꉙ", "ᜊᜌ᜔ᜊᜌᜒᜈ᜔", "ᱥᱟᱱᱛᱟᱲᱤ"]
)
def test_of_some_scripts_nothing_is_known(text: str) -> None:
    script = main_script(census(text))
    assert script is not None
    assert not is_known(script)


def test_no_two_scripts_share_a_letter() -> None:
    ranges = _STARTS_AND_SCRIPTS
    assert all(earlier[1] < later[0] for earlier, later in pairwise(ranges))
