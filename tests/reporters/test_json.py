"""The JSON report."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import resources
from io import StringIO

import jsonschema

import newslint
from newslint.model import Finding, Origin
from newslint.reporters.json import JsonReporter, document, finding_document

SCHEMA = json.loads(resources.files("newslint").joinpath("data/report.schema.json").read_text("utf-8"))


def test_a_row_of_a_table_is_no_line(make_finding: Callable[..., Finding]) -> None:
    origins = (Origin("t.parquet", row=3), Origin("t.jsonl", 4), Origin("t.json", 5, 6))
    articles = [finding_document(make_finding(origin=origin))["article"] for origin in origins]
    assert [(article["line"], article["row"]) for article in articles] == [(None, 3), (4, None), (5, 6)]


def test_lone_surrogates_do_not_break_the_report() -> None:
    report = newslint.check([{"id": "a\ud800", "title": "T", "body": ""}])
    stream = StringIO()
    JsonReporter(stream).write(report)
    parsed = json.loads(stream.getvalue())
    jsonschema.validate(parsed, SCHEMA)
    assert parsed["findings"][0]["article"]["id"] == "a\ufffd"


def test_the_fingerprint_does_not_move_with_the_text() -> None:
    def fingerprint(body: str) -> str:
        [finding] = newslint.check([{"id": "a", "title": "T", "body": body}]).findings
        return finding.fingerprint

    assert fingerprint("The council&#8217;s budget grows.") == fingerprint("So the council&#8217;s new budget grows.")
    assert fingerprint("The council&#8217;s budget grows.") != fingerprint("The council&#8216;s budget grows.")


def test_counts_are_complete_and_sorted() -> None:
    summary = document(newslint.check([{"id": "b", "title": "T", "body": ""}, {"id": "a", "title": "", "body": ""}]))[
        "summary"
    ]
    assert summary["by_severity"] == {"error": 3, "warning": 0, "info": 0}
    assert summary["by_code"] == {"SCH001": 3}


def test_the_written_document_is_the_document() -> None:
    for body in ("", "The council&#8217;s budget."):
        report = newslint.check([{"id": "a", "title": "T", "body": body or "Nothing wrong here."}])
        stream = StringIO()
        JsonReporter(stream).write(report)
        assert json.loads(stream.getvalue()) == document(report)


def test_what_the_run_says_about_itself_follows_the_verdict() -> None:
    report = newslint.check([{"id": "a", "title": "T", "body": "Nothing wrong here."}])
    report.notes = ["interrupted: what follows is what was found until then", "a path \ud800 was skipped"]
    stream = StringIO()
    JsonReporter(stream).write(report)
    parsed = json.loads(stream.getvalue())
    jsonschema.validate(parsed, SCHEMA)
    assert parsed["schema_version"] == 1
    assert list(parsed)[-3:] == ["verdict", "notes", "findings"]
    assert parsed["notes"] == ["interrupted: what follows is what was found until then", "a path \ufffd was skipped"]


def test_a_quiet_run_has_no_notes_and_older_documents_stay_valid() -> None:
    whole = document(newslint.check([{"id": "a", "title": "T", "body": "Nothing wrong here."}]))
    assert whole["notes"] == []
    jsonschema.validate({key: value for key, value in whole.items() if key != "notes"}, SCHEMA)
