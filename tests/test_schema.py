"""The pandera model of an article table."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pandera.errors
import pandera.pandas as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.engine.table import quoted, table_failures
from newslint.errors import UnknownNameError
from newslint.model import Origin
from newslint.readers import RawRecord
from newslint.schema import article_table, failures

VALUES = st.sampled_from(["text", "", " \u00a0", None, 3, 2.5, float("nan"), True, ["a"], ["a", 1], {}, pd.NaT])
FIELDS = ("id", "title", "body", "author", "published_at", "url")


@given(st.lists(st.dictionaries(st.sampled_from(FIELDS), VALUES), max_size=6))
def test_the_gate_before_pandera_loses_nothing(records: list[dict[str, Any]]) -> None:
    whole = failures(records) if records else []
    gated = table_failures([RawRecord(record, {}, Origin()) for record in records], ("title", "body"))
    by_row = {row: [failure for failure in whole if failure.row == row] for row in {failure.row for failure in whole}}
    kept = {row: [(f.field, f.slug) for f in found] for row, found in gated.items()}
    assert kept == {row: [(f.field, f.slug) for f in found] for row, found in by_row.items()}


@given(st.lists(st.dictionaries(st.sampled_from(FIELDS), VALUES), min_size=1, max_size=6))
def test_rules_asked_one_by_one_find_what_validation_finds(records: list[dict[str, Any]]) -> None:
    found = {(failure.row, failure.field, failure.slug) for failure in failures(records)}
    columns = {*("title", "body"), *(field for record in records for field in record)}
    frame = pd.DataFrame({field: pd.Series([r.get(field) for r in records], dtype=object) for field in columns})
    schema = article_table(unique_ids=False)
    try:
        pa.DataFrameSchema({field: schema.columns[field] for field in columns}).validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as errors:
        cases = errors.failure_cases
        slugs = {rule.error: rule.name for column in schema.columns.values() for rule in column.checks}
        assert found == set(zip(cases["index"], cases["column"], cases["check"].map(slugs), strict=True))
    else:
        assert not found


def test_a_users_own_frame_is_validated_like_any_other() -> None:
    good = pd.DataFrame({"id": ["a", "b"], "title": ["T", "U"], "body": ["One.", "Two."], "extra": [1, 2]})
    assert article_table().validate(good, lazy=True).equals(good)
    bad = good.assign(id=["a", "a"], body=["One.", " "])
    with pytest.raises(pandera.errors.SchemaErrors) as caught:
        article_table().validate(bad, lazy=True)
    assert {error.check.name for error in caught.value.schema_errors} == {"duplicate-id", "missing-field"}


def test_required_fields_come_as_any_iterable_and_must_be_article_fields() -> None:
    frame = pd.DataFrame({"title": ["T"], "body": ["B"], "url": [" "]})
    for required in (["url"], ("url",), iter(["url"])):
        with pytest.raises(pandera.errors.SchemaErrors):
            article_table(required).validate(frame, lazy=True)
    assert article_table([]).validate(frame, lazy=True).equals(frame)
    with pytest.raises(UnknownNameError, match="unknown article field 'boddy'; did you mean 'body'"):
        article_table(["title", "boddy"])


HOLDS_ITSELF: list[object] = []
HOLDS_ITSELF.append(HOLDS_ITSELF)


@pytest.mark.parametrize(
    ("value", "quote"),
    [
        (None, ""),
        (float("nan"), ""),
        (pd.NaT, ""),
        (" \n", " \n"),
        (True, "true"),
        (1733443200, "1733443200"),
        (["Fähre", None, 1.5], '["Fähre", null, 1.5]'),
        ({"name": "Orla Courier"}, '{"name": "Orla Courier"}'),
        (pd.Timestamp("2025-03-01"), '"2025-03-01 00:00:00"'),
        (["x" * 100], '["' + "x" * 78 + "…"),
        (["x" * 76], '["' + "x" * 76 + '"]'),
        (HOLDS_ITSELF, "list"),
        ({(1, 2): "x"}, "dict"),
        pytest.param(10**5000, "int", id="5,001 digits"),
    ],
)
def test_values_are_quoted_as_json_and_cut(value: object, quote: str) -> None:
    assert quoted(value) == quote
