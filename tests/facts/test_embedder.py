"""A model of the user's as one more voice."""

from __future__ import annotations

from typing import Any
from zlib import crc32

import numpy as np
import pytest
from anyascii import anyascii

from newslint.errors import ConfigError
from newslint.facts.embedder import Embedder, load_encoder


def hashed_trigrams(texts: list[str]) -> Any:
    """The tiniest model of meaning: counts of letter trigrams, all scripts made Latin."""
    rows = np.zeros((len(texts), 512))
    for row, text in zip(rows, texts, strict=True):
        latin = anyascii(text).lower()
        for start in range(len(latin) - 2):
            row[crc32(latin[start : start + 3].encode()) % 512] += 1
    return rows


def test_the_cosine_above_neutral_is_weighted() -> None:
    embedder = Embedder(hashed_trigrams, weight=6.0, neutral=0.25)
    same, other = embedder("Президент Орлов", ["Prezident Orlov", "zzzz"])
    assert same == pytest.approx(6.0 * 0.75)
    assert other == pytest.approx(-6.0 * 0.25)


def test_what_was_encoded_is_not_encoded_again() -> None:
    asked: list[list[str]] = []

    def encode(texts: list[str]) -> list[list[float]]:
        asked.append(texts)
        return [[1.0, 0.0]] * len(texts)

    embedder = Embedder(encode, 1.0, 0.0)
    embedder("a", ["b", "b", "c"])
    embedder("a", ["c", "d"])
    embedder("a", ["d"])
    assert asked == [["a", "b", "c"], ["d"]]


def test_a_vector_of_zeros_speaks_neither_way() -> None:
    assert Embedder(lambda texts: [[0.0, 0.0]] * len(texts), 6.0, 0.0)("a", ["b"]) == [0.0]


@pytest.mark.parametrize("made", [[[1.0]], [1.0, 2.0], []])
def test_a_function_that_returns_something_else_is_told_so(made: list[Any]) -> None:
    with pytest.raises(ValueError, match="the embedder made an array of shape"):
        Embedder(lambda _: made, 1.0, 0.0)("a", ["b"])


def test_a_function_is_loaded_by_name() -> None:
    assert load_encoder("math:sqrt", "LNG003.embedder")(4) == 2.0  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("no_such_module:encode", "cannot import"),
        ("math:no_such_function", "cannot import"),
        ("math:pi", "is not a function"),
        ("math", "expected 'package.module:function'"),
        (":sqrt", "expected 'package.module:function'"),
    ],
)
def test_a_name_that_cannot_be_loaded_is_a_configuration_error(name: str, why: str) -> None:
    with pytest.raises(ConfigError, match=f"^LNG003.embedder: .*{why}"):
        load_encoder(name, "LNG003.embedder")
