"""Story anchors: what a text and its translation share is the same on both sides, and stays small."""

from __future__ import annotations

import pytest

from newslint.facts.story_anchors import (
    MAX_CONCEPTS,
    MAX_FIGURES,
    MAX_NAMES,
    PLACES,
    anchor_count,
    sound,
    story_anchors,
    unpacked,
)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Washington", "Вашингтон", "Вашингтоне", "Waszyngton"),
        ("Putin", "Путин", "Путина", "Путину"),
        ("Schröder", "Шредер", "Schroder"),
        ("Dolmar", "Долмар", "Δόλμαρ"),
        ("Khartoum", "Hartum"),
    ],
)
def test_one_name_has_one_sound_in_every_spelling(spellings: tuple[str, ...]) -> None:
    assert len({sound(spelling) for spelling in spellings}) == 1
    assert sound(spellings[0]) is not None


@pytest.mark.parametrize("word", ["The", "according", "zu", "Of", "x" * 25, "3rd", ""])
def test_common_small_short_and_endless_words_are_no_names(word: str) -> None:
    assert sound(word) is None


def test_a_word_that_also_stands_there_in_small_letters_is_no_name() -> None:
    names = unpacked(story_anchors("Brambles grow here. Nobody cut the brambles but Wrenfield.", "en")).names
    assert sound("Brambles") not in names
    assert sound("Wrenfield") in names


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,250", "1250"),
        ("1.250", "1250"),
        ("1 250", "1250"),
        ("12,5", "12.5"),
        ("١٢٥", "125"),
        ("3.5万", "35000"),
        ("2億", "200000000"),
    ],
)
def test_a_figure_is_one_whichever_way_it_is_written(written: str, value: str) -> None:
    assert list(unpacked(story_anchors(f"It cost {written}", "en")).figures) == [value]


def test_single_digits_and_endless_figures_are_left_out() -> None:
    assert unpacked(story_anchors(f"7 of 9, {'4' * 40}", "en")).figures == {}


def test_the_place_is_that_of_the_first_mention() -> None:
    text = "Dolmar said so. " + "Nothing happened there. " * 50 + "Dolmar and Wrenfield agreed on 250."
    story = unpacked(story_anchors(text, "en"))
    assert story.names[sound("Dolmar") or 0] == 0
    assert story.names[sound("Wrenfield") or 0] > 0.9 * PLACES
    assert story.figures["250"] > 0.9 * PLACES


def test_the_place_in_a_text_longer_than_what_is_read_counts_from_the_whole() -> None:
    text = "nothing else " * 200 + "Wrenfield " + "nothing else " * 400
    assert unpacked(story_anchors(text, "en")).names[sound("Wrenfield") or 0] == pytest.approx(PLACES / 3, abs=2)


def test_georgian_names_are_found_though_all_its_letters_are_small() -> None:
    assert sound("ვაშინგტონი"[:-1]) == sound("Washington")
    assert sound("Washington") in unpacked(story_anchors("კაპიტანი ვაშინგტონ ჩამოვიდა", "ka")).names


def test_packed_anchors_are_small_and_come_back() -> None:
    text = " ".join(f"Ab{chr(97 + n % 26)}ro{chr(97 + n // 26 % 26)}dim {n * 37}" for n in range(500))
    packed = story_anchors(text, "en")
    story = unpacked(packed)
    assert len(packed) < 400
    assert len(story.names) <= MAX_NAMES
    assert len(story.figures) == MAX_FIGURES
    assert anchor_count(packed) == len(story.names) + len(story.concepts) + len(story.figures)
    assert story.characters == len(text)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\ud800 Wren\udfff", "1" * 5000, "A" * 5000, "1," * 3000, "“" * 4000]
)
@pytest.mark.parametrize("language", ["en", "ja", "ka"])
def test_no_text_is_too_odd(text: str, language: str) -> None:
    assert unpacked(story_anchors(text, language)).characters == len(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It is in Finland."),
        ("fi", "Se on Suomessa."),
        ("ru", "Это в Финляндии."),
        ("ja", "それはフィンランドにある。"),
    ],
)
def test_a_country_is_one_concept_in_every_language(language: str, text: str) -> None:
    (concept,) = unpacked(story_anchors("It is in Finland.", "en")).concepts
    assert list(unpacked(story_anchors(text, language)).concepts) == [concept]


def test_the_place_of_a_concept_is_that_of_its_first_mention() -> None:
    text = "Finnish boats came. " + "Nothing happened there. " * 50 + "Finland and Greece won."
    places = unpacked(story_anchors(text, "en")).concepts.values()
    assert min(places) == 0
    assert max(places) > 0.9 * PLACES


@pytest.mark.parametrize("language", ["zh", "yue", "wuu"])
def test_concepts_of_all_kinds_of_chinese_have_their_places(language: str) -> None:
    text = "今朝早，渡輪喺港口停咗落嚟。" * 8 + "船長話佢要返去德国同法国。"
    places = unpacked(story_anchors(text, language)).concepts.values()
    assert len(places) == 2
    assert min(places) > PLACES * 0.8


def test_no_more_concepts_are_kept_than_there_is_room_for() -> None:
    countries = "Finland Germany Greece Hungary Croatia Poland Russia Ukraine France Spain Italy Norway Sweden Denmark"
    more = "Austria Belgium Bulgaria Canada Brazil Chile China Japan India"
    assert len(unpacked(story_anchors(f"{countries} {more}", "en")).concepts) == MAX_CONCEPTS
