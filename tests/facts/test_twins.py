"""Twins: which foreign paragraph repeats what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec
import pytest

from newslint.facts.anchors import Anchored
from newslint.facts.languages import ArticleLanguage, ParagraphLanguage
from newslint.facts.twin_places import languages_of
from newslint.facts.twin_scorer import Candidate, Matcher, Texts, expected_length, scorer_data
from newslint.facts.twins import MAX_FOREIGN, MAX_TEXTS, Twin, TwinAnswers, find_answers, find_twins
from newslint.facts.word_tables import read_foreign, stems, word_table
from newslint.model import Article
from newslint.text.segment import paragraphs

RUSSIAN = "Директор музея Пётр Гаврилов сообщил, что 14 картин вернутся из Италии в сентябре 2023 года."
ENGLISH = "Museum director Pyotr Gavrilov said that 14 paintings would return from Italy in September 2023."
OTHERS = (
    "The museum has been closed since the spring, when water from a burst pipe reached the ground floor.",
    "Visitors will have to wait for the new wing, which is to be built with money from the region.",
)


def twins(
    body: Sequence[str], foreign: Mapping[int, str | None], title: str = "", code: str | None = "en"
) -> Mapping[int, Twin]:
    article = Article(id="1", title=title, body="\n\n".join(body))
    found = paragraphs(article.text("body"))
    verdicts = tuple(
        ParagraphLanguage("foreign", foreign[p.index]) if p.index in foreign else ParagraphLanguage("same", "en")
        for p in found
    )
    return find_twins(article, found, verdicts, ArticleLanguage("en", "en"))


def test_the_translated_paragraph_is_found() -> None:
    body = [OTHERS[0], RUSSIAN, ENGLISH, OTHERS[1]]
    twin = twins(body, {1: "ru"})[1]
    assert (twin.field, twin.partner_index, twin.partner_paragraphs, twin.text) == ("body", 2, 1, ENGLISH)
    assert "\n\n".join(body)[twin.start : twin.end] == ENGLISH


def test_it_names_what_agrees() -> None:
    twin = twins([OTHERS[0], RUSSIAN, ENGLISH], {1: "ru"})[1]
    assert set(twin.numbers) == {"14", "2023"}
    assert ("Гаврилов", "Gavrilov") in twin.names
    assert {("Италии", "Italy"), ("сентябре", "September")} <= set(twin.concepts)


def test_marks_are_in_order_and_apart() -> None:
    twin = twins([OTHERS[0], RUSSIAN, ENGLISH], {1: "ru"})[1]
    for marks, text in ((twin.marks, RUSSIAN), (twin.partner_marks, ENGLISH)):
        assert all(a[1] <= b[0] for a, b in pairwise(marks))
        assert {"14", "2023"} <= {text[start:end] for start, end in marks}


def test_the_title_can_be_what_is_repeated() -> None:
    twin = twins([OTHERS[0], RUSSIAN, OTHERS[1]], {1: "ru"}, title=ENGLISH)[1]
    assert (twin.field, twin.partner_index, twin.start, twin.end) == ("title", None, 0, len(ENGLISH))


def test_an_unrelated_title_is_not() -> None:
    assert twins([OTHERS[0], RUSSIAN, OTHERS[1]], {1: "ru"}, title="Storm warning for the coast of Portugal") == {}


def test_two_neighbouring_paragraphs_can_be_repeated_by_one() -> None:
    second = "He thanked the police of Bologna, above all inspector Chiara Fontana, for six years of work."
    russian = RUSSIAN + " Он поблагодарил полицию Болоньи, прежде всего инспектора Кьяру Фонтана, за шесть лет работы."
    body = [OTHERS[0], ENGLISH, second, russian, OTHERS[1]]
    twin = twins(body, {3: "ru"})[3]
    assert (twin.partner_index, twin.partner_paragraphs, twin.text) == (1, 2, f"{ENGLISH}\n\n{second}")


@pytest.mark.parametrize("code", [None, "xx", "ru-RU"])
def test_an_unknown_language_is_read_by_its_script(code: str | None) -> None:
    assert 1 in twins([OTHERS[0], RUSSIAN, ENGLISH], {1: code})


def test_other_figures_and_names_are_another_statement() -> None:
    other = "Curator Elena Lvova said that 93 coins would go to Norway in February 1998."
    assert twins([OTHERS[0], RUSSIAN, other], {1: "ru"}) == {}


def test_foreign_paragraphs_do_not_answer_one_another() -> None:
    assert twins([OTHERS[0], RUSSIAN, RUSSIAN], {1: "ru", 2: "ru"}) == {}


def test_a_text_in_the_same_language_is_no_translation() -> None:
    assert twins([OTHERS[0], RUSSIAN, RUSSIAN], {1: "ru"}) == {}


def test_nothing_runs_without_a_foreign_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("newslint.facts.twins.article_places", fail)
    assert twins([OTHERS[0], ENGLISH], {}) == {}


@pytest.mark.parametrize("body", [[RUSSIAN], [RUSSIAN, "—"], ["1" * 5000, RUSSIAN], [RUSSIAN, "1.1.2020 " * 3000]])
def test_odd_articles_have_no_twin_and_do_no_harm(body: list[str]) -> None:
    index = body.index(RUSSIAN)
    assert twins(body, {index: "ru"}) == {}


def test_many_foreign_paragraphs_are_bounded() -> None:
    body = [f"{RUSSIAN} {number}" for number in range(MAX_FOREIGN + 20)] + [ENGLISH]
    assert max(twins(body, dict.fromkeys(range(len(body) - 1), "ru")), default=0) < MAX_FOREIGN


def test_rare_anchors_weigh_more_than_common_ones() -> None:
    foreign = Anchored("Orlov, Brandt", ("en",))
    texts = [Anchored(text, ("en",)) for text in ("Orlov and Brandt", "Orlov", "Orlov again", "Orlov once more")]
    matcher = Matcher(foreign, Texts(texts))
    expected = expected_length(["en"], "en")
    both, one = (matcher.features(Candidate(text, 1), expected) for text in texts[:2])
    assert both["name_matched"] > 2 * one["name_matched"]


def test_the_scorer_knows_every_feature_it_weighs() -> None:
    reading = read_foreign("дом", ["ru"], "en")
    assert reading is not None
    text = Anchored("house", ("en",))
    features = Matcher(Anchored("дом", ("ru",)), Texts([text])).features(Candidate(text, 1), (0.0, 0.1))
    assert set(scorer_data().anchors.features) == set(features)
    assert set(scorer_data().words.features) == set(features) | set(reading.features({"house"}))


def test_a_word_table_serves_both_directions() -> None:
    there, back = word_table("ru", "en"), word_table("en", "ru")
    assert there is not None
    assert back is not None
    assert there.forward == back.backward
    assert "presid" in there.forward.predict(["прези", "no stem"])


def test_a_word_table_prefers_the_translation() -> None:
    reading = read_foreign("Правительство повысило налоги, и цены выросли.", ["ru"], "en")
    assert reading is not None
    right = reading.features(stems("The government raised taxes, and prices rose.", "en"))
    wrong = reading.features(stems("The team won the game in the second half.", "en"))
    assert right["words_forward"] > wrong["words_forward"]
    assert right["words_backward"] > wrong["words_backward"]


def test_a_pair_without_a_table_has_no_reading() -> None:
    assert read_foreign("tekst", ["xx"], "en") is None


def test_stems_are_short_and_chinese_goes_by_pairs() -> None:
    assert stems("Governments govern", "en") == {"govern"}
    assert stems("правительства", "ru") == {"прави"}
    assert stems("新华社", "zh") == {"新华", "华社"}


def test_the_language_of_a_text_is_told_by_its_script_where_there_is_no_table() -> None:
    assert languages_of(None, "Это русский или український текст") == ("ru", "uk")
    assert languages_of("pt-BR", "texto") == ("pt",)
    assert languages_of(None, "text") == ("en",)


def test_a_pair_of_paragraphs_with_one_left_in_the_source_language_is_not_compared() -> None:
    assert twins([RUSSIAN, OTHERS[0], RUSSIAN, OTHERS[1]], {0: "ru"}) == {}


def test_some_sentences_of_a_paragraph_can_be_repeated() -> None:
    long = f"{OTHERS[0]} {ENGLISH} {OTHERS[1]}"
    body = ["Nothing in the town was as popular with children as its museum.", RUSSIAN, long]
    twin = twins(body, {1: "ru"})[1]
    assert (twin.partner_index, twin.partner_is_part, twin.text) == (2, True, ENGLISH)
    assert "\n\n".join(body)[twin.start : twin.end] == ENGLISH


def answers(body: Sequence[str], verdicts: Mapping[int, ParagraphLanguage], code: str = "en") -> TwinAnswers:
    article = Article(id="1", body="\n\n".join(body))
    found = paragraphs(article.text("body"))
    told = tuple(verdicts.get(p.index, ParagraphLanguage("same", code)) for p in found)
    return find_answers(article, found, told, ArticleLanguage(code, code))


def test_russian_in_latin_letters_counts_as_foreign() -> None:
    body = [
        "Olmazor tumani hokimligi dushanba kuni yangi maktab qurilishi haqida xabar berdi.",
        "Maktab 2024-yil sentabr oyida ochiladi, qurilish uchun 12 million dollar ajratildi.",
        "Shkola otkroetsya v sentyabre 2024 goda, na stroitelstvo vыdeleno 12 millionov dollarov, i eto nachalo.",
        "Hokimlik vakili Dilshod Karimov ota-onalarga murojaat qildi va ularning savollariga javob berdi.",
    ]
    twin = answers(body, {2: ParagraphLanguage("unsure")}, "uz").duplicates[2]
    assert (twin.partner_index, twin.language) == (1, "ru-Latn")
    assert set(twin.numbers) >= {"2024", "12"}
    assert {body[2][start:end] for start, end in twin.marks} >= {"2024", "12"}


def test_a_paragraph_in_the_articles_language_is_not_asked_about() -> None:
    body = [OTHERS[0], RUSSIAN, ENGLISH]
    assert answers(body, {}) == TwinAnswers({}, {})


def test_between_sure_and_unlikely_the_answer_is_unsure() -> None:
    body = [
        OTHERS[0],
        RUSSIAN,
        "Of the museum's directors, Gavrilov is the first to have spoken of loans to Italy in public.",
        OTHERS[1],
    ]
    told = answers(body, {1: ParagraphLanguage("foreign", "ru")})
    assert told.duplicates == {}
    assert told.unsure[1].partner_index == 2
    assert 0.5 <= told.unsure[1].probability < 0.9


def test_what_a_model_says_of_the_meaning_is_added() -> None:
    article = Article(id="1", body="\n\n".join([OTHERS[0], RUSSIAN, OTHERS[1]]))
    found = paragraphs(article.text("body"))
    told = tuple(ParagraphLanguage("foreign", "ru") if p.index == 1 else ParagraphLanguage("same", "en") for p in found)

    def likeness(text: str, others: Sequence[str]) -> list[float]:
        assert text == RUSSIAN
        return [20.0 if other == OTHERS[1] else 0.0 for other in others]

    language = ArticleLanguage("en", "en")
    assert find_answers(article, found, told, language).duplicates == {}
    assert find_answers(article, found, told, language, likeness).duplicates[1].text == OTHERS[1]


def test_an_ornament_is_no_half_of_what_is_repeated() -> None:
    body = [OTHERS[0], RUSSIAN, "* * *", ENGLISH]
    twin = twins(body, {1: "ru"})[1]
    assert (twin.partner_index, twin.partner_paragraphs) == (3, 1)


def test_the_probability_is_that_of_the_log_odds() -> None:
    twin = Twin(0, "body", 0, 1, "a", 1, 1, partner_is_part=False, score=0.0)
    assert twin.probability == 0.5


def test_of_many_places_the_translation_is_compared() -> None:
    others = [f"The {n}th visitor of the museum was given a ticket for {n + 3} concerts in May." for n in range(60)]
    body = [*others[:40], ENGLISH, *others[40:], RUSSIAN]
    assert twins(body, {len(body) - 1: "ru"})[len(body) - 1].text == ENGLISH


def test_a_pair_of_languages_can_ask_for_more() -> None:
    data = msgspec.structs.replace(scorer_data(), margins={"ru-uk": 1.5})
    assert data.margin(("ru",), "uk") == data.margin(("uk",), "ru") == 1.5
    assert data.margin(("ru", "uk"), "ru") == 1.5
    assert data.margin(("ru",), None) == data.margin((), "uk") == 0.0


def test_what_is_cited_is_not_asked_about() -> None:
    quoted = f"«{RUSSIAN}»"
    body = [OTHERS[0], quoted, ENGLISH, OTHERS[1]]
    assert answers(body, {1: ParagraphLanguage("foreign", "ru")}) == TwinAnswers({}, {})
    assert twins(body, {1: "ru"})[1].text == ENGLISH


def test_a_short_translation_needs_no_rival_to_be_believed() -> None:
    body = ["Maji yanaweza kuwa baridi zaidi kwa watoto wengine.", "Water may be colder for some children."]
    assert answers(body, {1: ParagraphLanguage("foreign", "en")}, "sw").duplicates[1].text == body[0]


def test_an_unrelated_text_alone_is_no_translation() -> None:
    for other in OTHERS:
        assert answers([RUSSIAN, other], {0: ParagraphLanguage("foreign", "ru")}) == TwinAnswers({}, {})


def test_of_more_texts_than_are_compared_the_nearest_are() -> None:
    others = [f"The {n}th visitor was given a ticket for {n + 3} concerts." for n in range(MAX_TEXTS + 40)]
    near = [*others, ENGLISH, RUSSIAN]
    far = [ENGLISH, *others, RUSSIAN]
    assert twins(near, {len(near) - 1: "ru"})[len(near) - 1].text == ENGLISH
    assert twins(far, {len(far) - 1: "ru"}) == {}


def test_a_language_without_spaces_is_compared() -> None:
    text = "ガブリロフ館長によると、14点の絵画は2023年9月にイタリアから戻る。"
    assert answers([text, ENGLISH], {1: ParagraphLanguage("foreign", "en")}, "ja").duplicates[1].text == text
