"""GitLab Code Quality reports."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from newslint.model import Origin, Severity

Command = Callable[..., Any]


def test_a_finding_has_what_gitlab_asks_for(newslint: Command, corpus: Path) -> None:
    issues = json.loads(newslint("check", corpus.name, "--format", "gitlab").stdout)
    mashed = next(issue for issue in issues if issue["check_name"] == "DAT001 mashed-date")
    assert set(mashed) == {"description", "check_name", "fingerprint", "severity", "location"}
    assert (mashed["severity"], "run together" in mashed["description"]) == ("critical", True)
    assert mashed["location"] == {"path": "a corpus, 100%/quay.txt", "lines": {"begin": 1}}
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_places_and_severities(make_finding: Command, make_report: Command, render: Command) -> None:
    table = Origin("ferries.parquet", row=3)
    found = [make_finding(origin=table, line=None), make_finding(severity=Severity.INFO), make_finding(accepted=True)]
    issues = json.loads(render("gitlab", make_report(*found)))
    assert [(issue["location"]["lines"]["begin"], issue["severity"]) for issue in issues] == [(3, "major"), (7, "info")]


def test_the_same_quote_twice_is_two_issues_each_with_its_own_fingerprint(
    make_finding: Command, make_report: Command, render: Command
) -> None:
    found = [make_finding(), make_finding(start=90, end=96), make_finding(origin=Origin("other.jsonl", 7))]
    prints = [issue["fingerprint"] for issue in json.loads(render("gitlab", make_report(*found)))]
    assert len(set(prints)) == 3


@given(data=st.data())
def test_no_text_breaks_the_list(
    make_finding: Command, make_report: Command, render: Command, hostile: st.SearchStrategy[str], data: st.DataObject
) -> None:
    message, name = data.draw(hostile), data.draw(hostile)
    [issue] = json.loads(render("gitlab", make_report(make_finding(message=message, article=name, quote=message))))
    assert issue["location"]["path"] == "ferries.jsonl"
