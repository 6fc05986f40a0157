from __future__ import annotations

import pytest

from newslint.facts.placeholders import is_placeholder


@pytest.mark.parametrize(
    "value", ["N/A", " null\n", "[Not  Available]", "<undefined>", "—n/a—", "lorem ipsum", "НЕТ ДАННЫХ"]
)
@pytest.mark.parametrize("field", ["source", "title", "author", "language", "body"])
def test_in_any_field(field: str, value: str) -> None:
    assert is_placeholder(field, value)


@pytest.mark.parametrize(
    ("field", "value"), [("title", "Missing"), ("source", "Bar"), ("language", "nan"), ("author", "Na")]
)
def test_words_that_may_be_meant(field: str, value: str) -> None:
    assert not is_placeholder(field, value)
    assert is_placeholder(field, f"[{value}]")


@pytest.mark.parametrize(("field", "value"), [("title", "Untitled"), ("author", "admin")])
def test_words_of_one_field(field: str, value: str) -> None:
    assert is_placeholder(field, value)
    assert not is_placeholder("source", value)


@pytest.mark.parametrize("value", ["", "***", "N/A where the height belongs", "x" * 10_000])
def test_others(value: str) -> None:
    assert not is_placeholder("body", value)
