"""Anchors: numbers, dates, names and concepts whatever the language."""

from __future__ import annotations

import pytest

from newslint.facts.anchors import Anchored, Joined, rough_latin


def keys(text: str, language: str, kind: str) -> set[str]:
    found = Anchored(text, (language,))
    return {anchor.key for anchor in found.anchors if anchor.kind == kind}


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("about 1,234 people", "en", "1234"),
        ("около 1 234 человек", "ru", "1234"),
        ("etwa 1.234 Menschen", "de", "1234"),
        ("rose by 1.5 percent", "en", "1.5"),
        ("вырос на 1,5 процента", "ru", "1.5"),
        ("47-й президент", "ru", "47"),
        ("the 47th president", "en", "47"),
        ("двадцать человек", "ru", "20"),
        ("twenty people", "en", "20"),
        ("3.5 million", "en", "3500000"),
        ("3,5 млн", "ru", "3500000"),
        ("350万", "ja", "3500000"),
        ("١٢٣ شخصا", "ar", "123"),
    ],
)
def test_a_number_has_one_value_however_it_is_written(text: str, language: str, value: str) -> None:
    assert value in keys(text, language, "number")


@pytest.mark.parametrize(
    ("text", "language"),
    [("on 8 November", "en"), ("8 ноября", "ru"), ("8 листопада", "uk"), ("08.11.2024", "de"), ("11月8日", "ja")],
)
def test_a_date_has_one_month_however_it_is_written(text: str, language: str) -> None:
    assert "month:11" in keys(text, language, "concept")
    assert "8" in keys(text, language, "number")


def test_an_american_numeric_date_has_its_month_first() -> None:
    assert keys("on 11/28/2024 we met 11.28.2024", "en", "concept") >= {"month:11"}


@pytest.mark.parametrize(
    ("text", "language", "concept"),
    [
        ("выборы в США", "ru", "US"),
        ("the U.S. vote", "en", "US"),
        ("the United States voted", "en", "US"),
        ("американского президента", "ru", "US"),
        ("в Соединённых Штатах", "ru", "US"),
        ("美国大选", "zh", "US"),
        ("in der Ukraine", "de", "UA"),
        ("украинские войска", "ru", "UA"),
        ("в Новой Зеландии", "ru", "NZ"),
        ("la Nouvelle-Zélande", "fr", "NZ"),
        ("Генассамблея ООН", "ru", "UN"),
        ("в Белом доме", "ru", "place:WhiteHouse"),
    ],
)
def test_a_concept_is_found_in_any_case_and_spelling(text: str, language: str, concept: str) -> None:
    assert concept in keys(text, language, "concept")


@pytest.mark.parametrize(("text", "concept"), [("let us go", "US"), ("it is as good as it gets", "AS")])
def test_a_small_word_is_no_acronym(text: str, concept: str) -> None:
    assert concept not in keys(text, "en", "concept")


def test_a_family_is_not_the_number_seven() -> None:
    assert keys("его семья и семейный врач", "ru", "number") == set()


def test_a_link_is_one_anchor_and_its_digits_are_none() -> None:
    assert keys("see https://news.example/2024/11/8 (in full)", "en", "number") == {"https://news.example/2024/11/8"}


@pytest.mark.parametrize(
    ("one", "other"), [("Путин", "Putin"), ("Шмидт", "Schmidt"), ("Чубак", "Chubak"), ("Харрис", "Harris")]
)
def test_names_meet_in_rough_latin(one: str, other: str) -> None:
    assert rough_latin(one) == rough_latin(other)


def test_anchors_are_where_they_say() -> None:
    text = "Мэр Лев Орлов вложил 3,5 млн евро в марте, см. https://orlov.example/7"
    found = Anchored(text, ("ru",))
    spans = {text[anchor.start : anchor.end] for anchor in found.anchors}
    assert {"Лев", "Орлов", "3,5 млн", "марте", "https://orlov.example/7"} <= spans


def test_a_text_without_anything_has_no_anchors() -> None:
    assert Anchored("", ("en",)).anchors == ()
    assert Anchored("— … !", ("xx",)).anchors == ()


def test_quotation_marks_count_as_one_whatever_their_shape() -> None:
    russian, english, japanese = (
        Anchored(text, (language,)).punctuation
        for text, language in [("«да»", "ru"), ("“yes”", "en"), ("「はい」", "ja")]
    )
    assert russian == english == japanese


def test_joined_texts_keep_their_offsets() -> None:
    text = "In March 12 came.\n\nIn May 7 left."
    second = text.index("In May")
    joined = Joined(Anchored(text[:17], ("en",)), Anchored(text[second:], ("en",)), second)
    assert {text[anchor.start : anchor.end] for anchor in joined.anchors if anchor.kind == "number"} == {"12", "7"}
    assert joined.keys["concept"] == {"month:3", "month:5"}


def test_hostile_text_takes_linear_work() -> None:
    for text in (
        "1," * 20_000,
        "a-" * 20_000,
        "'" * 40_000,
        "1.2." * 10_000,
        "@" * 20_000,
        "क-" * 20_000,
        "की" * 20_000,
    ):
        assert isinstance(Anchored(text, ("en",)), Anchored)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The U.S.-led talks in New Zealand, on 8.11.2024, cost 3.5 million: see https://talks.example/7", "en"),
        ("Соединённые Штаты и Новая Зеландия договорились 8 ноября о двадцати трёх поставках", "ru"),
        ("Der Bürgermeister O'Brien-Schmidt kommt im März", "de"),
        ("東京のIT企業SARS-2は11月8日、350万ドルをアメリカに", "ja"),
        ("وصل الوزير إلى مصر في ١٢ مارس", "ar"),
        ("Tekst in a language of which nothing is known, 7 May", "xx"),
        ("", "en"),
    ],
)
def test_the_keys_are_those_of_the_anchors(text: str, language: str) -> None:
    found = Anchored(text, (language,))
    for kind, known in found.keys.items():
        assert known == {anchor.key for anchor in found.anchors if anchor.kind == kind}


def test_a_name_of_several_words_is_one_concept() -> None:
    text = "It snowed in New Zealand and in Newcastle, and New York saw none of Zealand's snow in New Zealand"
    spans = [(a.start, a.end) for a in Anchored(text, ("en",)).anchors if a.kind == "concept" and a.key == "NZ"]
    assert [text[start:end] for start, end in spans] == ["New Zealand", "New Zealand"]


def test_a_concept_is_found_where_its_word_stands_not_inside_others() -> None:
    text = "Mayor Maywood may come in May (May!)"
    found = [a.start for a in Anchored(text, ("en",)).anchors if a.key == "month:5"]
    assert set(found) >= {text.index("May ("), text.index("May!")}
    assert text.index("Mayor") not in found
