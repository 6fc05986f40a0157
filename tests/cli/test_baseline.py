"""``newslint baseline`` from outside, and what ``newslint check`` makes of what it wrote."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
BODY = "The mill at Ostra&#263; closes in May.\n\nIts last miller, Jadwiga Wrona, keeps the gate&nbsp;house."
KNOWN = {"id": "ostrac-1", "title": "Mill closes", "language": "en", "body": BODY}
NEW = {"id": "ostrac-2", "title": "Mill is sold &amp; emptied", "language": "en", "body": BODY.replace("&", "")}


def write_lines(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
    return path


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_lines(tmp_path / "c.jsonl", KNOWN)


@pytest.fixture
def baseline(newslint: Command, corpus: Path, tmp_path: Path) -> Path:
    file = tmp_path / "b.jsonl"
    result = newslint("baseline", corpus, "--output", file)
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr == f"newslint: {file} accepts 2 findings\n"
    return file


def test_only_new_findings_fail_and_are_shown(newslint: Command, corpus: Path, baseline: Path) -> None:
    strict = ("check", corpus, "--fail-on", "info")
    assert newslint(*strict).returncode == 1
    known = newslint(*strict, "--baseline", baseline)
    assert known.returncode == 0
    assert known.stdout == (
        "1 article checked, 1 clean: 0 errors, 0 warnings, 0 info.\n"
        "2 findings that the baseline accepts are not shown.\n"
        "Safe to ingest.\n"
    )
    write_lines(corpus, KNOWN, NEW)
    both = newslint(*strict, "--baseline", baseline)
    assert both.returncode == 1
    assert "ostrac-2" in both.stdout
    assert "ostrac-1" not in both.stdout


def test_machine_formats_hold_accepted_findings_and_say_so(
    newslint_json: Command, newslint: Command, corpus: Path, baseline: Path
) -> None:
    report = newslint_json("--baseline", baseline, corpus)
    assert [finding["accepted"] for finding in report["findings"]] == [True, True]
    assert report["summary"]["accepted"] == 2
    assert report["summary"]["by_code"] == {}
    lines = newslint("check", "--format", "jsonl", "--baseline", baseline, corpus).stdout.splitlines()
    assert [json.loads(line)["accepted"] for line in lines] == [True, True]


def test_processes_know_the_baseline(newslint: Command, corpus: Path, baseline: Path) -> None:
    results = [
        newslint("check", corpus, "--fail-on", "info", "--format", "json", "--baseline", baseline, "--jobs", jobs)
        for jobs in ("1", "2")
    ]
    assert [result.returncode for result in results] == [0, 0]
    assert results[0].stdout == results[1].stdout


def test_the_html_report_leaves_them_out(newslint: Command, corpus: Path, baseline: Path, tmp_path: Path) -> None:
    page = tmp_path / "r.html"
    newslint("check", corpus, "--baseline", baseline, "--html", page)
    text = page.read_text("utf-8")
    assert "2 findings that the baseline accepts are not shown." in text
    assert "escaped-entity" not in text


def test_what_is_accepted_is_not_repaired(newslint: Command, corpus: Path, baseline: Path) -> None:
    before = corpus.read_bytes()
    assert newslint("check", corpus, "--baseline", baseline, "--fix").returncode == 0
    assert corpus.read_bytes() == before
    newslint("check", corpus, "--fix")
    assert "Ostrać" in corpus.read_text("utf-8")


def test_reasons_survive_a_renewal_and_gone_findings_do_not(newslint: Command, corpus: Path, baseline: Path) -> None:
    first, second = map(json.loads, baseline.read_text("utf-8").splitlines())
    baseline.write_text("\n".join(map(json.dumps, ({**first, "reason": "as printed"}, second))), "utf-8")
    write_lines(corpus, {**KNOWN, "body": BODY.replace("&nbsp;", " ")}, NEW)
    assert newslint("baseline", corpus, "--output", baseline).returncode == 0
    entries = [json.loads(line) for line in baseline.read_text("utf-8").splitlines()]
    assert entries[0] == {**first, "reason": "as printed"}
    assert [entry["article"] for entry in entries] == ["ostrac-1", "ostrac-2"]


def test_a_renewal_accepts_everything_anew(newslint: Command, corpus: Path, baseline: Path) -> None:
    before = baseline.read_bytes()
    (corpus.parent / "newslint.toml").write_text(f'[gate]\nbaseline = "{baseline.name}"\n', "utf-8")
    options = ("--config", corpus.parent / "newslint.toml")
    assert newslint("check", corpus, *options, "--fail-on", "info").returncode == 0
    assert newslint("baseline", corpus, *options, "--output", baseline).returncode == 0
    assert baseline.read_bytes() == before


def test_only_the_checks_that_were_asked_for_are_accepted(newslint: Command, corpus: Path, tmp_path: Path) -> None:
    file = tmp_path / "b.jsonl"
    newslint("baseline", corpus, "--output", file, "--select", "DAT")
    assert file.read_text("utf-8") == ""


def test_the_baseline_may_not_be_the_corpus(newslint: Command, corpus: Path) -> None:
    before = corpus.read_bytes()
    result = newslint("baseline", corpus, "--output", corpus)
    assert result.returncode == 2
    assert "is part of the corpus" in result.stderr
    assert corpus.read_bytes() == before


def test_a_path_that_is_missing_leaves_the_old_baseline(newslint: Command, corpus: Path, baseline: Path) -> None:
    before = baseline.read_bytes()
    result = newslint("baseline", corpus, corpus.parent / "none", "--output", baseline)
    assert result.returncode == 2
    assert result.stderr == f"newslint: {corpus.parent / 'none'}: no such file or directory\n"
    assert baseline.read_bytes() == before


def test_a_file_that_is_no_baseline_is_one_sentence(newslint: Command, corpus: Path) -> None:
    for command in (("check", "--baseline"), ("baseline", "--output")):
        wrong = write_lines(corpus.parent / "wrong.jsonl", {"code": "ENC004"})
        result = newslint(*command, wrong, corpus)
        assert result.returncode == 2
        assert "wrong.jsonl, line 1: not an entry of a baseline" in result.stderr
        assert result.stdout == ""
        assert "Traceback" not in result.stderr
