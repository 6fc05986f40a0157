"""Edits on a text, one round after another or all at once."""

from __future__ import annotations

import itertools
import random

from hypothesis import given
from hypothesis import strategies as st

from newslint.model import Edit
from newslint.model.repair import apply_edits, compose_edits, digest


def edits(length: int, chance: random.Random) -> list[Edit]:
    """Edits that do not overlap, some of them insertions, deletions or next to each other."""
    cuts = sorted(chance.randint(0, length) for _ in range(chance.choice((2, 4, 6))))
    spans = dict(zip(cuts[::2], cuts[1::2], strict=True))
    return [Edit("body", start, end, chance.choice(("", "-", "++"))) for start, end in spans.items()]


@given(st.text("abc\n", max_size=12), st.randoms(use_true_random=False))
def test_composed_edits_do_what_round_after_round_does(text: str, chance: random.Random) -> None:
    composed: list[Edit] = []
    now = text
    for _ in range(3):
        following = edits(len(now), chance)
        composed = compose_edits(now, composed, following)
        now = apply_edits(now, following)
        assert apply_edits(text, composed) == now
        assert all(one.end < other.start for one, other in itertools.pairwise(composed))


def test_edits_far_from_each_other_stay_apart() -> None:
    first = [Edit("body", 0, 1, "AA"), Edit("body", 8, 9, "")]
    assert compose_edits("AA1234567", first, [Edit("body", 5, 6, "x")]) == [
        Edit("body", 0, 1, "AA"),
        Edit("body", 4, 5, "x"),
        Edit("body", 8, 9, ""),
    ]


def test_edits_apply_in_any_order() -> None:
    assert apply_edits("one two", [Edit("", 4, 7, "2"), Edit("", 0, 3, "1"), Edit("", 4, 4, "= ")]) == "1 = 2"


def test_a_lone_surrogate_has_a_digest_of_its_own() -> None:
    assert len({digest("a\ud800"), digest("a\ud801"), digest("a?")}) == 3
