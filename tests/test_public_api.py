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


@pytest.mark.parametrize("corpus", [{"title": "T", "body": "B"}, newslint.Article(id="a", body="B"), 3, None])
def test_what_is_no_corpus_is_refused_in_one_sentence(corpus: object) -> None:
    with pytest.raises(TypeError, match="a corpus is a path, a list of articles or mappings, or a frame"):
        newslint.check(corpus)


def test_mappings_obey_the_configured_and_the_usual_names() -> None:
    config = newslint.Config(fields={"title": "head"})
    assert newslint.check([{"head": "Ferry runs again", "text": "The ferry runs again."}], config).findings == []
