"""Markdown: verdict, table, examples, and text that cannot leave its code span."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.model import Origin
from newslint.reporters import markdown
from newslint.reporters.markdown import code_span

Command = Callable[..., Any]


def test_verdict_table_and_examples(newslint: Command, corpus: Path) -> None:
    text = newslint("check", corpus.name, "--format", "markdown").stdout
    assert text.startswith("## newslint: Do not ingest: ")
    table = [line for line in text.splitlines() if line.startswith("| ")]
    assert "| ENC004 | escaped-entity | warning | 2 | 2 | 67% |" in table
    severities = [line.split(" | ")[2] for line in table[1:]]
    assert severities == sorted(severities, key=["error", "warning", "info"].index)
    assert "` a corpus, 100%/quay.txt · quay" in text
    assert "` Friday06 December 2024 `" in text


def test_a_clean_corpus_is_two_lines(make_report: Command, render: Command) -> None:
    lines = render("markdown", make_report()).split("\n")
    assert lines[0] == "## newslint: Safe to ingest."
    assert not any(line.startswith("|") for line in lines)


def test_of_many_findings_a_few_are_shown(make_finding: Command, make_report: Command, render: Command) -> None:
    text = render("markdown", make_report(*(make_finding(f"ferry-{n}") for n in range(42))))
    assert text.count("` &nbsp; `") == markdown.SHOWN
    assert "\nand 37 more\n" in text


def test_a_summary_that_would_be_too_long_says_what_is_left_out(
    make_finding: Command, make_report: Command, render: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    findings = [make_finding(code=code, slug=slug) for code, slug in (("ENC001", "mojibake"), ("ENC004", "x"))]
    whole = render("markdown", make_report(*findings))
    monkeypatch.setattr(markdown, "LONGEST", len(whole.partition("### ENC004")[0].encode()) + 10)
    text = render("markdown", make_report(*findings))
    assert "### ENC001" in text
    assert "### ENC004" not in text
    assert "The findings of 1 check are left out" in text


@given(data=st.data())
def test_no_text_leaves_its_code_span(data: st.DataObject, hostile: st.SearchStrategy[str]) -> None:
    text = data.draw(hostile)
    span = code_span(text)
    if not span:
        return
    fence = re.match("`+", span)
    assert fence
    inside = span[fence.end() : -fence.end()]
    assert span.endswith(fence[0])
    assert "\n" not in span
    assert fence[0] not in re.findall("`+", inside)


@given(data=st.data())
def test_what_is_outside_of_code_is_ours(
    data: st.DataObject, hostile: st.SearchStrategy[str], make_finding: Command, make_report: Command, render: Command
) -> None:
    text = data.draw(hostile)
    finding = make_finding(text, Origin(text, 3), message=text, quote=text)
    page = render("markdown", make_report(finding, notes=[text]))
    outside = re.sub(r"(?<!`)(`+)(?!`) .*? (?<!`)\1(?!`)", "CODE", page)
    assert not set(outside) & set("<@[`\u202e\x00")
