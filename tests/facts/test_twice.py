"""Bodies that stand twice and sentences that go round."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.facts.bodies import BodyTable
from newslint.facts.echoes import echoes
from newslint.facts.twice import Loop, Twice, loops
from newslint.facts.twice import told_twice as told_twice_exactly
from newslint.facts.word_hashes import find_words
from newslint.text.segment import paragraphs


def told_twice(body: str) -> Twice | None:
    found = told_twice_exactly(paragraphs(body))
    assert found is None or 0 in BodyTable([body]).may_stand_twice
    return found


CHOOSE = random.Random(5)
WORDS = ["".join(CHOOSE.choices("abcdefghijklmnop", k=CHOOSE.randint(3, 9))) for _ in range(3000)]


@pytest.fixture(autouse=True)
def _same_choices_in_any_order_of_tests() -> None:
    CHOOSE.seed(5)


def write(count: int = 4, length: int = 20) -> list[str]:
    return [" ".join(CHOOSE.sample(WORDS, length)).capitalize() + "." for _ in range(count)]


@pytest.mark.parametrize("between", ["\n\n", "\n", " "])
def test_one_version_after_the_other(between: str) -> None:
    version = between.join(write())
    body = version + between + version
    found = told_twice(body)
    assert found is not None
    assert not found.interleaved
    # Inside a line the span stops at the last word; at the edge of a line the full stop belongs to it.
    assert body[found.start : found.end].rstrip(".") == version.rstrip(".")


def test_interleaved() -> None:
    found = told_twice("\n".join(text for part in write(6) for text in (part, part)))
    assert found is not None
    assert found.interleaved


def test_a_body_told_once() -> None:
    assert told_twice("\n\n".join(write(8))) is None


@pytest.mark.parametrize("own", [1, 2, 4])
def test_a_body_with_text_of_its_own(own: int) -> None:
    version = write(8)
    body = "\n\n".join([*version, *write(own), *version])
    assert (told_twice(body) is not None) == (own < 3)


def test_a_text_that_goes_round_is_a_loop() -> None:
    assert told_twice(" ".join(write(4) * 6)) is None


def test_most_bodies_told_once_are_not_looked_at() -> None:
    assert not BodyTable(["\n\n".join(write(8)) for _ in range(20)]).may_stand_twice


def test_too_short_a_text() -> None:
    assert told_twice("\n\n".join(write(1, 15) * 2)) is None


@given(st.lists(st.text(max_size=80), max_size=10))
def test_any_text_has_its_span_inside(lines: list[str]) -> None:
    body = "\n".join(lines * 2)
    found = told_twice(body)
    assert found is None or 0 < found.start < found.end <= len(body)


SOLD = "The mill was sold on Friday to a buyer from Orlec."
FLOOD = "The wheel has not turned since the flood of last spring."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SOLD} {SOLD}", [Loop(0, 50, 101, 2)]),
        (f"{FLOOD} {SOLD} {SOLD} {SOLD}", [Loop(57, 107, 209, 3)]),
        (f"{SOLD} {FLOOD} {SOLD} {FLOOD}", [Loop(0, 107, 215, 2)]),
        (f"{SOLD} {SOLD} {FLOOD} {FLOOD}", [Loop(0, 50, 101, 2), Loop(102, 158, 215, 2)]),
        (f"{SOLD} {FLOOD} {SOLD}", []),
        ("No! No! No! No! No!", []),
        (f"“{SOLD}” “{SOLD}”", []),
        ("", []),
    ],
)
def test_loops(text: str, expected: list[Loop]) -> None:
    assert list(loops(text)) == expected


@given(st.text(alphabet="ab. !?。", max_size=120))
def test_what_loops_is_equal(text: str) -> None:
    for loop in loops(text * 2):
        said, again = (text * 2)[loop.start : loop.again], (text * 2)[loop.again : loop.end]
        assert again.count(said.strip()) >= loop.times - 1


PARTS = st.sampled_from(
    [
        "The mill was sold on Friday",
        "It rained",
        "the weir of Orlec held",
        "U",
        "S",
        "是",
        "磨坊卖给了",
        "",
        "1",
        "x" * 14 + " " + "y" * 15,
    ]
)
MARKS = st.sampled_from([".", "?", "!", "…", "。", " .", "...", "........", "؟", "।", "\n", "\x85"])
SENTENCES = st.builds(
    lambda part, mark, blank: part + mark + blank, PARTS, MARKS, st.sampled_from([" ", "", "  ", "\xa0"])
)
BLOCKS = st.builds(
    lambda sentences, times: "".join(sentences) * times, st.lists(SENTENCES, max_size=5), st.integers(1, 3)
)


@given(st.lists(BLOCKS, max_size=4).map("".join))
def test_the_quick_look_misses_no_loop(body: str) -> None:
    likely = BodyTable([body]).may_loop.get(0, [])
    missed = [
        paragraph.text[loop.start : loop.again]
        for paragraph in paragraphs(body)
        if paragraph.index not in likely
        for loop in loops(paragraph.text)
    ]
    # A block with but one word, among marks and signs, is nothing that anybody says.
    assert all(find_words([text]).starts.size < 2 for text in missed)


PHRASES = st.sampled_from(
    ["Read more news", "Уровень воды", "आगे पढ़ें लेख", "mill", "Mehr | ", " ", "\n", "The mill of Orlec is sold"]
)


@given(st.lists(st.tuples(PHRASES, st.integers(1, 7), st.sampled_from([" ", "  ", " | "])), max_size=4))
def test_the_quick_look_misses_no_echo(said: list[tuple[str, int, str]]) -> None:
    body = " ".join((phrase + gap) * times for phrase, times, gap in said)
    likely = BodyTable([body]).may_echo.get(0, [])
    assert not [p.text for p in paragraphs(body) if p.index not in likely and list(echoes(p.text))]


def test_the_quick_look_spares_most_bodies() -> None:
    assert not BodyTable(["\n".join(write(20)) + "\nRead more of it. Read more now."]).may_echo
    assert not BodyTable(["\n".join(write(20)) + "\nHe left the U.S. for the U.K. at 5.5 p.m."]).may_loop
