"""Paragraphs and their offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.segment import _any_breaks, paragraphs


@given(st.text(alphabet="ab \n\t\r\x0b\x85\u2028Яéß"))
def test_every_paragraph_is_its_slice_and_nothing_is_lost(text: str) -> None:
    found = paragraphs(text)
    assert all(text[p.start : p.end] == p.text == p.text.strip() and p.text for p in found)
    assert [p.index for p in found] == list(range(len(found)))
    assert "".join("".join(p.text for p in found).split()) == "".join(text.split())


@given(st.text(alphabet="ab \n\r\t\x0b\x0c\x1c\x85\u2028\u2029Яéß\u3000"))
def test_the_short_way_gives_the_same(text: str) -> None:
    assert paragraphs(text) == _any_breaks(text)


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("one\ntwo\n\nthree", ["start", "line", "blank"]),
        ("\n\none\r\ntwo\r\n\r\nthree", ["start", "line", "blank"]),
        ("one\n \t\ntwo", ["start", "blank"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_what_parts_paragraphs(text: str, breaks: list[str]) -> None:
    assert [paragraph.before for paragraph in paragraphs(text)] == breaks
