"""Sketches: how well they estimate, what they set aside, and whom they keep."""

from __future__ import annotations

import pickle
import random
import tracemalloc
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.facts.bodies import BodyTable
from newslint.facts.copies import numbered
from newslint.facts.minhash import (
    MIN_ARTICLES,
    containment,
    digest,
    near_across,
    near_duplicates,
    slot_table,
    slots_in_order,
    word_count,
)


def sketch_of(body: str) -> bytes | None:
    return BodyTable([body]).sketches[0]


CHOOSE = random.Random(11)
VOCABULARY = ["".join(CHOOSE.choices("abcdefghijklmnop", k=CHOOSE.randint(3, 9))) for _ in range(5000)]


@pytest.fixture(autouse=True)
def _same_choices_in_any_order_of_tests() -> None:
    CHOOSE.seed(11)


def write(words: int = 300) -> list[str]:
    return CHOOSE.choices(VOCABULARY, k=words)


def edited(words: list[str], share: float) -> list[str]:
    return [CHOOSE.choice(VOCABULARY) if CHOOSE.random() < share else word for word in words]


def made(words: list[str]) -> bytes:
    found = sketch_of(" ".join(words))
    assert found is not None
    return found


def jaccard(first: list[str], second: list[str]) -> float:
    one, other = set(pairwise(first)), set(pairwise(second))
    return len(one & other) / len(one | other)


def near(sketches: list[bytes], sources: list[str | None] | None = None) -> list[tuple[int, int]]:
    order = np.arange(len(sketches))
    numbers = numbered(sources or [None] * len(sketches), order)
    found = near_duplicates(slots_in_order(sketches, order), numbers, min_similarity=0.7, max_share=0.1)
    return [(pair.copy, pair.keeper) for pair in found]


def test_a_sketch_is_small_and_travels() -> None:
    one = made(write())
    assert len(one) == 268
    assert pickle.loads(pickle.dumps(one)) == one


def test_the_same_body_in_other_lines_has_the_same_sketch() -> None:
    body = "The mill of Dunbrook turns again.\n\nIt was sold on Friday."
    assert sketch_of(body) == sketch_of(body.upper().replace("\n\n", "\n").replace(".", " –"))


def test_digest_tells_bodies_apart_and_words_are_counted() -> None:
    one, other = made(["the", "mill", "turns"]), made(["the", "mill", "turned"])
    assert digest(one) != digest(other)
    assert word_count(one) == 3


@pytest.mark.parametrize("body", ["", "word", "...", "\n\n"])
def test_bodies_without_two_words_have_none(body: str) -> None:
    assert sketch_of(body) is None


@pytest.mark.parametrize("share", [0.02, 0.05, 0.1, 0.2])
def test_the_estimate_is_within_four_standard_errors(share: float) -> None:
    for _ in range(20):
        words = write()
        again = edited(words, share)
        slots = slot_table([made(words), made(again)])
        truth = jaccard(words, again)
        assert abs(float((slots[0] == slots[1]).mean()) - truth) < 4 * (truth * (1 - truth) / 128) ** 0.5 + 0.01


def test_containment_sees_the_part_in_the_whole() -> None:
    words = write()
    assert containment(made(words), made(words + write(900))) > 0.6
    assert containment(made(words), made(words)) == 1
    assert containment(made(words), made(write(900))) < 0.2


def test_every_copy_at_four_fifths_is_found_and_nothing_else() -> None:
    originals = [write() for _ in range(150)]
    copies = [edited(words, 0.04) for words in originals]
    found = near([made(words) for words in originals + copies])
    truth = [(150 + n, n) for n in range(150) if jaccard(originals[n], copies[n]) >= 0.8]
    assert set(truth) <= set(found) <= {(150 + n, n) for n in range(150)}
    assert len(truth) > 100


def test_there_are_no_chains() -> None:
    first = write(400)
    second = first[60:] + write(60)
    third = second[60:] + write(60)
    assert jaccard(first, second) > 0.7 > jaccard(first, third)
    assert near([made(words) for words in (first, second, third)]) == [(1, 0)]


def test_a_large_bucket_names_one_keeper() -> None:
    words = write()
    sketches = [made(words)] + [made(edited(words, 0.01)) for _ in range(60)]
    assert near(sketches) == [(copy, 0) for copy in range(1, 61)]


def test_many_versions_of_one_text_take_little_memory() -> None:
    words = write()
    order = np.arange(400)
    table = slots_in_order([made(edited(words, 0.02)) for _ in order], order)
    tracemalloc.start()
    found = near_duplicates(table, order, min_similarity=0.7, max_share=0.1)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [(pair.copy, pair.keeper) for pair in found] == [(copy, 0) for copy in range(1, 400)]
    # Arrays of one chunk of pairs take 2 MB whatever the corpus.
    assert peak < 6_000_000


def test_slots_come_in_the_order_asked_for() -> None:
    sketches = [made(write()) for _ in range(5)]
    order = np.array([3, 0, 2])
    assert (slots_in_order(iter(sketches), order) == slot_table([sketches[at] for at in order])).all()


def test_boilerplate_of_a_source_is_set_aside() -> None:
    footer = write(400)
    sketches = [made(write(60) + footer) for _ in range(MIN_ARTICLES)]
    several: list[str | None] = [f"{number}.example" for number in range(MIN_ARTICLES)]
    one: list[str | None] = ["mill.example"] * MIN_ARTICLES
    assert near(sketches, several)
    assert near(sketches, one) == []


def test_versions_of_one_text_are_no_boilerplate() -> None:
    words = write()
    sketches = [made(words)] + [made(edited(words, 0.01)) for _ in range(MIN_ARTICLES * 2)]
    assert len(near(sketches, ["mill.example"] * len(sketches))) == MIN_ARTICLES * 2


@given(st.lists(st.text(alphabet="ab ", min_size=4, max_size=30), max_size=12))
def test_any_sketches_give_pairs_in_order(texts: list[str]) -> None:
    sketches = [one for text in texts if (one := sketch_of(text)) is not None]
    found = near(sketches)
    assert found == sorted(found)
    assert all(keeper < copy for copy, keeper in found)
    assert not {copy for copy, _ in found} & {keeper for _, keeper in found}


def across(sketches: list[bytes], groups: list[int]) -> list[tuple[int, int]]:
    order = np.arange(len(sketches))
    table = slots_in_order(sketches, order)
    found = near_across(table, numbered([None] * len(sketches), order), np.array(groups), **LIMITS)
    return [(pair.copy, pair.keeper) for pair in found]


LIMITS = {"min_similarity": 0.7, "max_share": 0.1}


def test_across_groups_only() -> None:
    text, other = write(), write()
    sketches = [made(words) for words in (text, other, edited(text, 0.01), edited(text, 0.01), edited(other, 0.01))]
    assert across(sketches, [0, 0, 0, 1, 1]) in ([(3, 0), (4, 1)], [(3, 2), (4, 1)])
    assert across(sketches, [0, 0, 0, 0, 0]) == []


def test_across_groups_a_copy_may_be_named() -> None:
    first = write(400)
    second = first[40:] + write(40)
    third = second[40:] + write(40)
    assert across([made(words) for words in (first, second, third)], [0, 0, 1]) == [(2, 1)]


def test_across_groups_the_first_group_counts_then_the_similarity() -> None:
    words = write(400)
    sketches = [made(edited(words, share)) for share in (0.06, 0.03, 0.0, 0.0)]
    assert across(sketches, [0, 0, 1, 2]) == [(2, 1), (3, 1)]


def test_across_groups_of_no_rows() -> None:
    assert across([], []) == []
