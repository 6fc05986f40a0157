"""Field names: configured, exact, usual."""

from __future__ import annotations

import pytest

from newslint.model import Origin
from newslint.readers import RawRecord, ReaderOptions, Unreadable
from newslint.readers.mapping import ALIASES, FieldMap


def _record(data: dict[str, object], **fields: str) -> RawRecord:
    item = FieldMap(ReaderOptions(fields=fields)).record(data, Origin())
    assert isinstance(item, RawRecord)
    return item


def test_no_usual_name_belongs_to_two_fields() -> None:
    names = [name for aliases in ALIASES.values() for name in aliases]
    assert len(names) == len(set(names))
    assert not set(names) & set(ALIASES)


@pytest.mark.parametrize(
    ("field", "name"),
    [
        (field, name)
        for field, names in {
            "body": "text|articleBody|article_body|ArticleBody|FULL TEXT|maintext|main-text|content_text|Article",
            "title": "headline|Head",
            "published_at": "datePublished|date_publish|pub_date|publish_date|created_at|publishedAt|date|time",
            "modified_at": "date_modify|updated_at|dateModified",
            "url": "link|href",
            "source": "source_domain|outlet|publisher|site|domain",
            "author": "authors|byline",
            "language": "lang",
            "id": "_id|guid|ID|uid|docId",
        }.items()
        for name in names.split("|")
    ],
)
def test_usual_names(field: str, name: str) -> None:
    data: dict[str, object] = {"title": "t", "body": "b"}
    data.pop(field, None)
    assert _record(data | {name: "found"}).values[field] == "found"


def test_an_exact_name_wins_and_the_other_is_kept_as_extra() -> None:
    record = _record({"text": "other", "body": "own"})
    assert record.values == {"body": "own"}
    assert record.extra == {"text": "other"}


@pytest.mark.parametrize("keys", [("content", "text"), ("text", "content")])
def test_priority_does_not_depend_on_the_order_of_the_keys(keys: tuple[str, str]) -> None:
    assert _record({key: key for key in keys}).values == {"body": "text"}


def test_a_configured_name_wins_over_everything_and_is_not_guessed_elsewhere() -> None:
    record = _record({"body": "teaser", "title": "t", "story": "whole"}, body="story")
    assert record.values == {"body": "whole", "title": "t"}
    assert record.extra == {"body": "teaser"}
    assert "body" not in _record({"text": "x", "title": "t"}, body="story").values


def test_a_configured_name_is_not_given_to_a_second_field() -> None:
    assert _record({"title": "x", "body": "y"}, source="title").values == {"source": "x", "body": "y"}


def test_dotted_names_reach_into_nested_objects_unless_the_name_itself_is_there() -> None:
    nested: dict[str, object] = {"title": "t", "source": {"name": "Orla Courier"}}
    assert _record(nested, source="source.name").values["source"] == "Orla Courier"
    assert _record({"title": "t", "source.name": "flat"}, source="source.name").values["source"] == "flat"
    assert "source" not in _record({"title": "t", "source": "text"}, source="source.name").values


def test_wrong_types_are_kept() -> None:
    data: dict[str, object] = {"title": ["a"], "body": 7, "published_at": 1709510400, "author": {"name": "x"}}
    assert _record(data).values == data


def test_a_null_body_is_a_record_all_the_same() -> None:
    assert _record({"body": None}).values == {"body": None}


def test_many_names_are_shortened_in_the_message() -> None:
    item = FieldMap(ReaderOptions()).record({f"c{number}": number for number in range(500)}, Origin(), "raw")
    assert isinstance(item, Unreadable)
    assert "c0, c1, c2" in item.reason
    assert "…" in item.reason
    assert len(item.reason) < 300


def test_plans_are_bounded() -> None:
    fields = FieldMap(ReaderOptions())
    for number in range(1000):
        assert isinstance(fields.record({"body": "b", f"k{number}": 1}, Origin()), RawRecord)
    assert len(fields._plans) <= 256
