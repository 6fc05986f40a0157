"""Translations: anchors in the same order are needed, and the result depends on nothing it should not."""

from __future__ import annotations

import random

import pytest

from newslint.facts.story_anchors import story_anchors
from newslint.facts.translations import Demands, Pair, Search, agreement, translations

CHOOSE = random.Random(4)
DEMANDS = Demands(days=7, mentions=3, score=2.0)
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprtv" for vowel in "aeou"]


def names(count: int) -> list[str]:
    """Return invented names."""
    return ["".join(CHOOSE.choices(SYLLABLES, k=4)).capitalize() for _ in range(count)]


def text(anchors: list[str], filler: str) -> str:
    return f" {filler * 6} ".join(anchors) + "."


def pairs(
    texts: list[tuple[str, str]], days: list[int | None] | None = None, demands: Demands = DEMANDS
) -> list[tuple[int, int]]:
    return [(pair.first, pair.second) for pair in found(texts, days, demands)]


def found(texts: list[tuple[str, str]], days: list[int | None] | None = None, demands: Demands = DEMANDS) -> list[Pair]:
    stories = [story_anchors(body, language) for body, language in texts]
    return translations(stories, [language for _, language in texts], days or [None] * len(texts), demands)


def test_the_same_names_in_the_same_order() -> None:
    story = names(10)
    assert pairs([(text(story, "mill "), "en"), (text(story, "der die "), "de")]) == [(0, 1)]


def test_the_same_names_in_another_order_are_another_text() -> None:
    story = names(10)
    assert pairs([(text(story, "mill "), "en"), (text(story[::-1], "der die "), "de")]) == []


def test_texts_in_one_language_are_never_compared() -> None:
    story = names(10)
    assert pairs([(text(story, "mill "), "en"), (text(story, "weir "), "en")]) == []


def test_one_full_name_is_one_mention() -> None:
    full, surnames = " ".join(names(4)), names(2)
    one, other = (text([full, *surnames], filler) for filler in ("mill ", "der die "))
    assert pairs([(one, "en"), (other, "de")], demands=Demands(7, 3, 0.0)) == [(0, 1)]
    assert pairs([(one, "en"), (other, "de")], demands=Demands(7, 4, 0.0)) == []


def test_one_paragraph_in_common_is_no_translation() -> None:
    shared = names(12)
    one = text([*names(6), " ".join(shared), *names(6)], "mill ")
    other = text([*names(6), " ".join(shared), *names(6)], "der die ")
    assert pairs([(one, "en"), (other, "de")]) == []
    assert pairs([(text(shared, "mill "), "en"), (text(shared, "der die "), "de")]) == [(0, 1)]


def test_a_much_longer_text_is_no_translation() -> None:
    story = names(10)
    assert pairs([(text(story, "mill "), "en"), (text(story, "der die das ein "), "de")]) == []


@pytest.mark.parametrize(("days", "expected"), [([10, 17], [(0, 1)]), ([10, 18], []), ([18, None], [(0, 1)])])
def test_days_too_far_apart(days: list[int | None], expected: list[tuple[int, int]]) -> None:
    story = names(10)
    assert pairs([(text(story, "mill "), "en"), (text(story, "der die "), "de")], days) == expected


def test_the_older_one_is_named() -> None:
    story = names(10)
    assert pairs([(text(story, "mill "), "en"), (text(story, "der die "), "de")], [12, 11]) == [(1, 0)]


def test_of_three_versions_two_are_flagged_and_no_flagged_one_is_named() -> None:
    story = names(12)
    texts = [(text(story, "mill "), "en"), (text(story, "der die "), "de"), (text(story, "le la "), "fr")]
    assert pairs(texts) == [(0, 1), (0, 2)]


def test_the_better_of_two_reports_is_taken() -> None:
    story = names(12)
    worse = [*story[:7], *names(5)]
    texts = [(text(story, "mill "), "en"), (text(worse, "der die "), "de"), (text(story, "der die "), "de")]
    assert pairs(texts) == [(0, 2)]


def test_a_translation_that_was_changed_a_little_is_one_too() -> None:
    story = names(12)
    copy = [*story[:11], *names(1)]
    texts = [(text(story, "mill "), "en"), (text(story, "der die "), "de"), (text(copy, "der die "), "de")]
    assert pairs(texts) == [(0, 1), (0, 2)]


def test_what_every_article_names_is_no_evidence() -> None:
    masthead = names(6)
    corpus = [
        (text([*masthead, *names(6)], filler), language)
        for filler, language in (("mill ", "en"), ("der die ", "de"))
        for _ in range(60)
    ]
    assert pairs(corpus) == []


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_a_dated_corpus_does_not_matter(seed: int) -> None:
    stories = [names(12) for _ in range(20)]
    corpus = [(text(story, "mill "), "en", 2 * number) for number, story in enumerate(stories)]
    corpus += [(text(story, "der die "), "de", 2 * number + 1) for number, story in enumerate(stories[:10])]
    shuffled = random.Random(seed).sample(corpus, len(corpus))
    pairs_of_days = [
        (shuffled[first][2], shuffled[second][2])
        for first, second in pairs([each[:2] for each in shuffled], [day for _, _, day in shuffled])
    ]
    assert sorted(pairs_of_days) == [(2 * number, 2 * number + 1) for number in range(10)]


def bilingual(stories: list[list[str]]) -> list[tuple[str, str]]:
    """Return every story in English, then every one in German."""
    return [(text(story, "mill "), "en") for story in stories] + [(text(story, "der die "), "de") for story in stories]


def test_small_steps_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = bilingual([names(12) for _ in range(20)])
    at_once = found(corpus)
    monkeypatch.setattr("newslint.facts.translations._ARTICLES_AT_ONCE", 1)
    monkeypatch.setattr("newslint.facts.translations._PAIRS_AT_ONCE", 1)
    assert found(corpus) == at_once
    assert len(at_once) == 20


@pytest.mark.parametrize("seed", range(3))
def test_scores_are_the_same_to_the_last_digit_in_any_order(seed: int) -> None:
    corpus = bilingual([names(12) for _ in range(20)])
    shuffled = random.Random(seed).sample(corpus, len(corpus))
    assert sorted(pair.score for pair in found(shuffled)) == sorted(pair.score for pair in found(corpus))


def test_an_article_is_compared_with_the_few_that_share_most(monkeypatch: pytest.MonkeyPatch) -> None:
    story = names(12)
    others = [(text([*story[:6], *names(6)], "der die "), "de") for _ in range(8)]
    corpus = [(text(story, "mill "), "en"), *others, (text(story, "der die "), "de")]
    stories = [story_anchors(body, language) for body, language in corpus]
    search = Search(stories, [language for _, language in corpus], [None] * len(corpus), DEMANDS)
    assert len(search.candidates()[0]) == 9
    monkeypatch.setattr("newslint.facts.translations.MAX_CANDIDATES", 1)
    assert pairs(corpus) == [(0, 9)]


def test_articles_of_other_days_do_not_make_an_anchor_too_frequent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.facts.translations.MAX_HOLDERS", 4)
    story = names(12)
    others = [(text([*story, *names(24)], "mill "), "en") for _ in range(10)]
    corpus = [(text(story, "mill "), "en"), (text(story, "der die "), "de"), *others]
    assert pairs(corpus, [1, 2, *[400] * 10]) == [(0, 1)]
    assert pairs(corpus, [1, 2, *[3] * 10]) == []


def test_other_figures_speak_against_a_pair() -> None:
    story = names(8)
    first = (text([*story, "1250"], "mill "), "en")
    same, other = ((text([*story, figure], "der die "), "de") for figure in ("1250", "7717"))
    (agreeing,), (differing,) = (found([first, second], demands=Demands(7, 3, -99.0)) for second in (same, other))
    assert agreeing.score > differing.score + 3


def test_names_alone_are_not_enough_where_figures_abound() -> None:
    story, figures = names(8), ["1250", "4817", "3361", "9544"]
    first = (text([*story, *figures], "mill "), "en")
    assert pairs([first, (text([*story, *figures[:2], "6429", "8138"], "der die "), "de")]) == [(0, 1)]
    assert pairs([first, (text([*story, "7717", "6429", "8138", "2296"], "der die "), "de")]) == []


def test_countries_agree_whatever_they_are_called() -> None:
    one = text(["Finland", "Germany", "Greece", "Hungary", "Croatia", "Poland"], "mill ")
    other = text(["Suomi", "Saksa", "Kreikka", "Unkari", "Kroatia", "Puola"], "joka ")
    (pair,) = found([(one, "en"), (other, "fi")], demands=Demands(7, 3, -99.0))
    assert pair.mentions == 6


def test_nothing_to_compare() -> None:
    assert translations([], [], [], DEMANDS) == []
    assert pairs([("", "en"), ("", "de")]) == []


def test_agreement_spells_names_both_ways() -> None:
    first, second = "Dolmar and Wrenfield paid 1,250 and 77.", "Долмар и Ренфилд заплатили 1250 и 99."
    common = agreement(story_anchors(first, "en"), story_anchors(second, "ru"))
    assert "Dolmar = Долмар" in common.names
    assert common.figures == ["1250"]
