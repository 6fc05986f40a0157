"""Whether a share has risen, and whether a mix has moved."""

from __future__ import annotations

from math import comb, isclose

from hypothesis import given
from hypothesis import strategies as st

from newslint.facts.shares import Counted, chance_of_rise, shift

runs = st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))).map(lambda pair: Counted(*pair))


def enumerated(now: Counted, before: Counted) -> float:
    articles, flagged = now.articles + before.articles, now.flagged + before.flagged
    ways = sum(
        comb(flagged, drawn) * comb(articles - flagged, now.articles - drawn)
        for drawn in range(now.flagged, min(flagged, now.articles) + 1)
    )
    return ways / comb(articles, now.articles)


@given(runs, runs)
def test_the_chance_is_that_of_all_ways_to_draw_so_many(now: Counted, before: Counted) -> None:
    assert isclose(chance_of_rise(now, before), enumerated(now, before), rel_tol=1e-9)


def test_millions_of_articles_take_few_steps() -> None:
    assert chance_of_rise(Counted(2_000_000, 3_000_000), Counted(9_000, 2_000_000)) < 1e-300


def test_articles_that_are_flagged_together_count_as_one() -> None:
    now, before = Counted(30, 30), Counted(1, 30)
    assert chance_of_rise(now, before, 3) == chance_of_rise(Counted(10, 10), Counted(1, 10))


def test_odds_are_never_none() -> None:
    assert Counted(0, 10).odds > 0
    assert Counted(10, 10).odds == 21


def test_a_mix_that_stays_has_no_index() -> None:
    found = shift({"en": 80, "de": 20}, {"en": 800, "de": 200})
    assert found.psi < 1e-3
    assert found.chance == 1 / 100 + 1 / 1000


def test_what_moved_most_comes_first_with_its_shares() -> None:
    found = shift({"en": 50, "de": 50, "fr": 10}, {"en": 90, "de": 10, "fr": 10})
    assert [name for name, _, _ in found.moved] == ["de", "en", "fr"]
    assert found.moved[0][1:] == (10 / 110, 50 / 110)


def test_rare_classes_count_as_one() -> None:
    rare_now, rare_before = ({f"{letter}{n}": 1 for n in range(20)} for letter in "ab")
    found = shift({"en": 80, **rare_now}, {"en": 80, **rare_before})
    assert found.psi < 1e-9
    assert [name for name, _, _ in found.moved] == ["en"]


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 500), min_size=1))
def test_the_index_is_never_negative(mix: dict[str, int]) -> None:
    assert shift(mix, {"a": 100, "b": 100, "c": 7}).psi >= 0
