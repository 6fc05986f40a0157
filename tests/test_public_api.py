"""The public names."""

from __future__ import annotations

import pytest

import newslint


def test_all_is_sorted_and_complete() -> None:
    assert newslint.__all__ == sorted(newslint.__all__)
    for name in newslint.__all__:
        assert getattr(newslint, name) is not None


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lint'"):
        newslint.lint  # noqa: B018


def test_check_takes_articles_and_mappings() -> None:
    body = "The ferry between the two islands runs again.\n\nIt had been in the dock since spring."
    records = [{"id": "a", "title": "Ferry runs again", "body": body}, newslint.Article(id="b", title="T")]
    report = newslint.check(records)
    assert report.tally.articles == 2
    assert [(f.code, f.article.id, f.field) for f in report.findings] == [("SCH001", "b", "body")]
    assert not report.passed
