"""CSV: one row a finding, whatever the texts hold."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from newslint.model import Edit, Fix, Related
from newslint.reporters.rows import COLUMNS

Command = Callable[..., Any]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_rows_say_what_the_json_report_says(newslint: Command, newslint_json: Command, corpus: Path) -> None:
    found = rows(newslint("check", corpus.name, "--format", "csv").stdout)
    findings = newslint_json(corpus.name)["findings"]
    assert [row["fingerprint"] for row in found] == [finding["fingerprint"] for finding in findings]
    assert [row["row"] for row in found] == [str(finding["article"]["row"] or "") for finding in findings]
    assert [row["line"] for row in found] == [str(finding["line"]) for finding in findings]
    assert [json.loads(row["evidence"]) for row in found] == [finding["evidence"] for finding in findings]


def test_without_findings_there_are_still_names(make_report: Command, render: Command) -> None:
    assert next(csv.reader([render("csv", make_report())])) == list(COLUMNS)


def test_the_fix_and_what_it_writes(make_finding: Command, make_report: Command, render: Command) -> None:
    one = Fix(safe=True, edits=(Edit("body", 4, 10, "\u00a0"),))
    two = Fix(safe=False, edits=(Edit("body", 0, 1, "a"), Edit("body", 5, 6, "b")))
    report = make_report(*(make_finding(fix=fix) for fix in (one, two, None)))
    found = [(row["fix"], row["replacement"]) for row in rows(render("csv", report))]
    assert found == [("safe", "\u00a0"), ("unsafe", ""), ("", "")]


@given(data=st.data())
def test_values_are_exact(
    data: st.DataObject, hostile: st.SearchStrategy[str], make_finding: Command, make_report: Command, render: Command
) -> None:
    text = data.draw(hostile).replace("\x00", "")
    finding = make_finding(quote=text, related=(Related("title", 0, 1, text),))
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    [row] = rows(render("csv", make_report(finding)))
    assert row["quote"] == whole
    assert json.loads(row["related"])[0]["quote"] == whole


def test_pandas_reads_numbers_as_numbers(make_finding: Command, make_report: Command, render: Command) -> None:
    frame = pd.read_csv(io.StringIO(render("csv", make_report(make_finding(quote="=1+1"), make_finding()))))
    assert frame["start"].tolist() == [4, 4]
    assert frame["accepted"].tolist() == [False, False]
    assert frame["quote"].tolist() == ["=1+1", "&nbsp;"]
