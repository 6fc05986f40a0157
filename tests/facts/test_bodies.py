"""Bodies read together: the answers of each are its own, whatever the others are."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newslint.facts import bodies as module
from newslint.facts.bodies import Bodies
from newslint.facts.word_hashes import Words, find_words

TEXTS = (
    "The mill turns.\n\nThe mill turns.",
    "Die Mühle dreht sich wieder, sagte der Müller am Freitag.",
    "",
    "青石镇议会",
)


def answers(bodies: Bodies, position: int) -> tuple[object, ...]:
    return (
        bodies.paragraph_count(position),
        bodies.sketch(position),
        bodies.spoken(position),
        bodies.glances(position),
        list(bodies.may_be_repeated(position)),
        list(bodies.alike(position)),
        bodies.may_stand_twice(position),
        bodies.may_loop(position),
    )


@given(st.lists(st.sampled_from(TEXTS) | st.text(max_size=80), max_size=6))
@example(["0.0", "0"])
def test_together_or_alone_makes_no_difference(texts: list[str]) -> None:
    together = Bodies(texts)
    for position, text in enumerate(texts):
        assert answers(together, position) == answers(Bodies([text]), 0)


def test_a_body_that_cannot_be_read_spoils_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails_on_poison(texts: list[str]) -> Words:
        if any("poison" in text for text in texts):
            raise MemoryError
        return find_words(texts)

    expected = [answers(Bodies([text]), 0) for text in TEXTS]
    monkeypatch.setattr(module, "find_words", fails_on_poison)
    bodies = Bodies([*TEXTS, "poison"])
    assert [answers(bodies, position) for position in range(len(TEXTS))] == expected
    with pytest.raises(MemoryError):
        bodies.sketch(len(TEXTS))
