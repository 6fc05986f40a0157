"""``newslint check --reference`` from outside: two runs of the same source, one before its extractor broke."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


def write(file: Path, articles: int, space: str) -> Path:
    bodies = (f"Ferry {n} left Velm at noon.{space}It reached Orlin {n} minutes later." for n in range(articles))
    records = (
        {"id": str(n), "source": "orlin.example", "title": f"Ferry {n} sails again", "language": "en", "body": body}
        for n, body in enumerate(bodies)
    )
    file.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return file


@pytest.fixture
def reference(newslint: Command, tmp_path: Path) -> Path:
    write(tmp_path / "before.jsonl", 60, " ")
    newslint("check", "before.jsonl", "--format", "json", "--output", "reference.json", "--select", "TYP,COR")
    return tmp_path / "reference.json"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_check_that_suddenly_flags_a_source_fails_the_run(
    newslint_json: Command, tmp_path: Path, reference: Path, jobs: str
) -> None:
    write(tmp_path / "now.jsonl", 50, "")
    report = newslint_json("now.jsonl", "--reference", reference, "--select", "TYP001,COR", "--jobs", jobs)
    jumps = [finding for finding in report["findings"] if finding["code"] == "COR003"]
    assert [finding["message"] for finding in jumps] == [
        "TYP001 flags 50 of 50 articles of “orlin.example” (100.00%), 0 of 60 (0.00%) in the reference run."
    ]
    assert report["summary"]["by_code"] == {"COR003": 1, "TYP001": 50}
    assert report["verdict"] == {"passed": False, "reasons": ["1 error (limit 0)"]}


def test_a_run_like_the_reference_passes(newslint_json: Command, tmp_path: Path, reference: Path) -> None:
    report = newslint_json("before.jsonl", "--reference", reference, "--select", "TYP,COR")
    assert (report["findings"], report["verdict"]["passed"]) == ([], True)
    assert report["summary"]["flagged"].keys() >= {"COR002", "COR003", "TYP001"}


def test_a_configuration_file_names_it_from_its_own_folder(newslint: Command, tmp_path: Path, reference: Path) -> None:
    folder = tmp_path / "settings"
    folder.mkdir()
    (folder / "newslint.toml").write_text('[gate]\nreference = "../reference.json"\n')
    write(tmp_path / "now.jsonl", 50, "")
    result = newslint("check", "now.jsonl", "--config", folder / "newslint.toml", "--select", "TYP001,COR003")
    assert "COR003" in result.stdout


def test_without_a_reference_it_must_not_be_selected_by_name(newslint: Command, tmp_path: Path) -> None:
    write(tmp_path / "now.jsonl", 3, "")
    result = newslint("check", "now.jsonl", "--select", "COR003")
    assert result.returncode == 2
    assert "COR003 compares with an earlier run; name its JSON report: --reference FILE" in result.stderr
    assert newslint("check", "now.jsonl", "--select", "COR").returncode == 0


def test_the_html_report_shows_it(newslint: Command, tmp_path: Path, reference: Path) -> None:
    write(tmp_path / "now.jsonl", 50, "")
    newslint("check", "now.jsonl", "--reference", reference, "--select", "TYP001,COR003", "--html", "r.html")
    assert "in the reference run" in (tmp_path / "r.html").read_text("utf-8")
