"""The public names."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

import newslint
from newslint.reporters import SUFFIXES
from newslint.reporters.rows import COLUMNS

ENTITY = "The council&#8217;s budget grows."
SOUND = "The ferry between the two islands runs again."


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


def test_settings_are_keys_of_the_configuration_and_win() -> None:
    records = [{"id": "a", "title": "Budget grows", "body": ENTITY}]
    assert [f.code for f in newslint.check(records, select=["ENC"]).findings] == ["ENC004"]
    assert newslint.check(records, ignore=["ENC"]).findings == []
    config = newslint.Config(select=["ENC"], ignore=["ENC004"])
    assert [f.code for f in newslint.check(records, config, ignore=[]).findings] == ["ENC004"]
    assert newslint.check(records, gate={"fail_on": "never"}, select=["ENC"]).passed
    with pytest.raises(newslint.ConfigError, match="unknown key 'previw'; did you mean 'preview'"):
        newslint.check(records, previw=True)
    with pytest.raises(newslint.ConfigError, match="unknown check 'escaped-entit'; did you mean 'escaped-entity'"):
        newslint.check(records, select=["escaped-entit"])


def test_a_configuration_made_in_python_is_validated() -> None:
    records = [{"id": "a", "title": "Budget grows", "body": ENTITY}]
    tables = newslint.Config(gate={"limits": {"ENC004": 1.0}})  # type: ignore[arg-type]
    assert newslint.check(records, tables, select=["ENC"]).passed
    with pytest.raises(newslint.ConfigError, match="select: expected array, got str"):
        newslint.check(records, newslint.Config(select="TYP"))  # type: ignore[arg-type]


def frame(**index: object) -> pd.DataFrame:
    return pd.DataFrame({"title": ["Ferry runs", "Budget grows"], "body": [SOUND, ENTITY]}, **index)  # type: ignore[call-overload, no-any-return]


def test_findings_are_a_frame() -> None:
    found = newslint.check(frame(), select=["ENC"]).to_frame()
    assert list(found.columns) == list(COLUMNS)
    assert found[["code", "quote", "fix"]].to_numpy().tolist() == [["ENC004", "&#8217;", "safe"]]
    assert int(found["start"].iloc[0]) == ENTITY.index("&")


def test_a_frame_without_findings_has_the_same_columns_and_types() -> None:
    report = newslint.check(frame().head(1), select=["ENC"])
    assert report.to_frame().dtypes[["line", "accepted"]].astype(str).tolist() == ["Int64", "bool"]


def test_findings_lead_back_to_the_rows_of_the_frame() -> None:
    whole = frame(index=[40, 7])
    found = newslint.check(whole, select=["ENC"]).to_frame()
    assert list(found.columns) == ["index", *COLUMNS]
    assert whole.loc[found["index"], "title"].tolist() == ["Budget grows"]
    later = frame().iloc[1:]
    assert newslint.check(later, select=["ENC"]).to_frame()["index"].tolist() == [1]


def test_a_finding_about_the_corpus_has_no_label() -> None:
    report = newslint.check(pd.DataFrame({"a": [1]}, index=["x"]))
    assert report.to_frame()["index"].isna().tolist() == [True]


@pytest.mark.parametrize("name", ["id", "article_id"])
def test_an_index_named_as_the_id_is_the_id(name: str) -> None:
    whole = frame(index=pd.Index(["a-1", "b-2"], name=name))
    [finding] = newslint.check(whole, select=["ENC"]).findings
    assert finding.article.id == "b-2"
    [finding] = newslint.check(whole.assign(id=["x", "y"]), select=["ENC"]).findings
    assert finding.article.id == "y"


def test_any_other_index_is_no_field() -> None:
    report = newslint.check(frame(index=pd.Index(["x", "y"], name="url")), articles=2)
    assert [article.url for article in report.articles] == [None, None]


def test_a_report_is_shown_in_a_few_words() -> None:
    report = newslint.check([{"id": str(n), "title": "Budget", "body": ENTITY} for n in range(300)])
    assert len(repr(report)) < 300
    assert "300 articles checked" in repr(report)
    assert "Safe to ingest" in repr(report)
    assert "<td>ENC004</td><td>300</td>" in report._repr_html_()


def test_a_report_shows_nothing_of_an_article_as_markup() -> None:
    report = newslint.check([], gate={"fail_on": "never"})
    report.notes = ["<script>"]
    assert "<script>" not in report._repr_html_()


@pytest.mark.parametrize("suffix", [".html", ".json", ".jsonl", ".csv", ".sarif", ".xml", ".md", ".txt", ".parquet"])
def test_a_report_is_written_in_the_format_that_the_name_tells(tmp_path: Path, suffix: str) -> None:
    if suffix == ".parquet":
        pytest.importorskip("pyarrow")
    report = newslint.check([{"id": "a", "title": "Budget", "body": ENTITY}], excerpts=True, articles=1)
    told, said = tmp_path / "new" / f"report{suffix}", tmp_path / "said.out"
    report.write(told)
    report.write(str(said), format=SUFFIXES[suffix])
    assert told.read_bytes() == said.read_bytes()
    assert len(told.read_bytes()) > 100


def test_a_report_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    report = newslint.check([{"id": "a", "title": "Budget", "body": ENTITY}])
    report.write(tmp_path / "report.json")
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["verdict"]["passed"] is report.passed
    with pytest.raises(newslint.ConfigError, match=r"tells no format; say which: text, json, .*html"):
        report.write(tmp_path / "report")
    with pytest.raises(newslint.ConfigError, match="unknown format 'jsn'; did you mean 'json'"):
        report.write(tmp_path / "report.json", "jsn")
    with pytest.raises(newslint.InputError, match="cannot write"):
        report.write(tmp_path / "report.json" / "below.json")


def test_two_records_with_one_id_are_two_articles() -> None:
    records = [{"id": "a", "title": "Ferry runs", "body": SOUND}, {"id": "a", "title": "Budget", "body": ENTITY}]
    assert [article.title for article in newslint.check(records, articles=2).articles] == ["Ferry runs", "Budget"]


def test_a_report_says_which_name_no_record_has() -> None:
    report = newslint.check([{"title": "A title", "content": "A body."}], newslint.Config(fields={"body": "contents"}))
    sentence = "no record has anything under the name 'contents', which the configuration gives for body"
    assert report.notes == [f"{sentence}; did you mean 'content'?"]
