"""Workflow commands: one line a finding, which no text can end or begin."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from newslint.model import Origin, Place, Severity

Command = Callable[..., Any]
_COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-z]+=[^,:\r\n]*,?)+)::([^\r\n]*)")


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    """Read a command as the runner does."""
    match = _COMMAND.fullmatch(line)
    assert match, line
    pairs = (pair.partition("=") for pair in match[2].split(","))
    return match[1], {name: unescaped(value) for name, _, value in pairs}, unescaped(match[3])


def unescaped(text: str) -> str:
    for code, sign in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_a_finding_in_a_text_file_is_at_its_place(newslint: Command, corpus: Path) -> None:
    *commands, verdict = newslint("check", corpus.name, "--format", "github").stdout.splitlines()
    found = [parsed(line) for line in commands]
    level, properties, message = next(one for one in found if one[1]["title"].startswith("DAT001"))
    assert (level, properties["file"], properties["line"], properties["col"]) == (
        "error",
        "a corpus, 100%/quay.txt",
        "1",
        "1",
    )
    assert "run together" in message
    assert verdict.startswith("Do not ingest: ")


def test_a_record_is_named_below_its_message(make_finding: Command, make_report: Command, render: Command) -> None:
    [line, _] = render("github", make_report(make_finding(severity=Severity.INFO))).splitlines()
    level, properties, message = parsed(line)
    assert level == "notice"
    assert properties == {"file": "ferries.jsonl", "line": "7", "title": "ENC004 escaped-entity"}
    assert message == "An escaped space.\nferry-1 · body"


def test_a_text_file_needs_no_name(make_finding: Command, make_report: Command, render: Command) -> None:
    origin = Origin("quay.txt", 1, fields={"body": Place(3, 1, 20)})
    [line, _] = render("github", make_report(make_finding(origin=origin, column=5))).splitlines()
    assert parsed(line)[2] == "An escaped space."


@given(data=st.data())
def test_no_text_ends_a_command(
    data: st.DataObject, hostile: st.SearchStrategy[str], make_finding: Command, make_report: Command, render: Command
) -> None:
    message, article, path = data.draw(hostile), data.draw(hostile), data.draw(hostile)
    report = make_report(make_finding(article, Origin(path, 3), message=message))
    [line, verdict] = render("github", report).split("\n")[:-1]
    properties = parsed(line)[1]
    assert properties["title"] == "ENC004 escaped-entity"
    assert verdict == "Safe to ingest."
