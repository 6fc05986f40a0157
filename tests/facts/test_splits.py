"""Which split an article belongs to, and which split counts as the one for training."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from newslint.facts.splits import LONGEST, ranked, split_of
from newslint.model import Article


def split(field: str = "split", **extra: Any) -> str:
    return split_of(Article(id="a", extra=extra), field)


@pytest.mark.parametrize("name", ["split", "Split", "SPLIT", "data_split"])
def test_names_of_the_field(name: str) -> None:
    assert split("data-split" if name == "data_split" else "split", **{name: " test "}) == "test"


def test_other_fields_are_none() -> None:
    assert split(splits="test", section="train") == ""
    assert split() == ""


@pytest.mark.parametrize("below", ["extra", "meta", "metadata"])
def test_a_field_below_another(below: str) -> None:
    assert split(**{below: {"split": "test"}}) == "test"
    assert split(**{below: {"split": "test"}, "split": "train"}) == "train"
    assert split(page={"split": "test"}) == ""


@pytest.mark.parametrize(
    "value", [None, "", " ", "N/A", "None", "nan", "-", 1.5, ["test"], {"name": "test"}, "x" * (LONGEST + 1)]
)
def test_values_that_are_no_split(value: object) -> None:
    assert split(split=value) == ""


@pytest.mark.parametrize(("value", "name"), [(0, "0"), (3, "3"), ("test", "test"), ("Dev", "Dev")])
def test_values_that_are(value: object, name: str) -> None:
    assert split(split=value) == name


def test_training_is_first_whatever_its_size() -> None:
    ranks, splits = ranked(["test", "test", "Train", "training", "dev"])
    assert (ranks.tolist(), splits) == ([1, 1, 0, 0, 2], 3)


def test_others_follow_by_size_and_by_name() -> None:
    assert ranked(["b", "c", "a", "C"])[0].tolist() == [2, 0, 1, 0]


def test_no_names_at_all() -> None:
    ranks, splits = ranked([])
    assert (ranks.tolist(), splits) == ([], 0)


def test_names_of_a_batch_are_one_string() -> None:
    values = ["".join(["te", "st"]) for _ in range(100)]
    assert len(pickle.dumps([split(split=value) for value in values])) < 300
