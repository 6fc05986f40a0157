"""Which silences the rhythm of a source explains."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.facts.rhythm import Silence, silences, unexplained

DAILY = list(range(100, 160))


def found(active: Sequence[int]) -> list[Silence]:
    return list(silences(active, window=28, min_side=14))


def flagged(active: Sequence[int]) -> list[Silence]:
    return unexplained(found(active), len(active), max_chance=0.0001, min_missed=3, min_ratio=3)


def without(active: Sequence[int], first: int, last: int) -> list[int]:
    return [day for day in active if not first <= day <= last]


def test_a_silence_has_its_days_and_what_was_missed() -> None:
    (silence,) = flagged(without(DAILY, 125, 130))
    assert (silence.first, silence.last, silence.days) == (125, 130, 6)
    assert 5.9 < silence.missed < 6
    assert silence.chance < 1e-9


@pytest.mark.parametrize("active", [[], [1], [1, 2], DAILY])
def test_no_silence(active: list[int]) -> None:
    assert found(active) == []


@pytest.mark.parametrize(("first", "last"), [(110, 118), (140, 150)])
def test_a_side_that_is_too_short_tells_nothing(first: int, last: int) -> None:
    assert found(without(DAILY, first, last)) == []


def test_longer_silences_are_less_likely() -> None:
    chances = [found(without(DAILY, 125, last))[0].chance for last in range(128, 135)]
    assert chances == sorted(chances, reverse=True)


def test_free_weekdays_are_not_missed() -> None:
    active = [day for day in range(700, 800) if day % 7 < 5 and not 742 <= day < 756]
    (silence,) = found(active)
    assert silence.days == 16
    assert 9 < silence.missed < 10.5


def test_the_side_counts_that_explains_the_silence_better() -> None:
    sparse = list(range(0, 100, 9))
    assert flagged([*sparse, *range(125, 200)]) == []


def test_a_source_that_pauses_again_and_again_has_such_a_rhythm() -> None:
    active = [day for day in range(300) if day % 20 > 3]
    assert flagged(active) == []
    assert [(one.first, one.last) for one in flagged(without(active, 124, 163))] == [(120, 163)]


def test_one_silence_does_not_hide_another() -> None:
    active = without(without(list(range(200)), 60, 66), 120, 128)
    assert [one.days for one in flagged(active)] == [7, 9]


@pytest.mark.parametrize("rate", [0.99, 0.8, 0.5, 0.2])
def test_sources_without_a_gap_are_silent(rate: float) -> None:
    choose = Random(7)
    assert [flagged([day for day in range(365) if choose.random() < rate]) for _ in range(25)] == [[]] * 25


@given(st.sets(st.integers(min_value=1, max_value=400), max_size=80))
def test_any_days(days: set[int]) -> None:
    for silence in found(sorted(days)):
        assert not days & set(range(silence.first, silence.last + 1))
        assert 0 <= silence.chance <= 1
        assert 0 <= silence.missed <= silence.days
