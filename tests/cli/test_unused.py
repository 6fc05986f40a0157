"""What a run says of configuration and baseline that met nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
TEXT = "The council&#8217;s budget grows again.\n\nNobody at the meeting voted against it."
TABLES = """
[per_file_ignores]
"none/*" = ["DAT"]
"corpus/*" = ["DAT"]
"*.jsonl" = ["TYP"]
"*.csv" = ["TYP"]
[sources."herald.example"]
ignore = ["DAT"]
[sources."nosuch.example"]
ignore = ["DAT"]
"""


def write(folder: Path, *bodies: str) -> None:
    (folder / "corpus").mkdir(exist_ok=True)
    records = [
        {"id": str(number), "title": "Budget grows", "source": "herald.example", "language": "en", "body": body}
        for number, body in enumerate(bodies)
    ]
    (folder / "corpus" / "a.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records), "utf-8")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_tables_that_match_nothing(newslint: Command, tmp_path: Path, jobs: str) -> None:
    write(tmp_path, TEXT, "Another text about the budget of the council.")
    (tmp_path / "newslint.toml").write_text(TABLES, "utf-8")
    file = tmp_path / "newslint.toml"
    assert newslint("check", "corpus", "--select", "ENC", "--jobs", jobs).stderr.splitlines() == [
        f"newslint: {file}: per_file_ignores.{tmp_path}/none/* matches no file of the corpus",
        f"newslint: {file}: per_file_ignores.*.csv matches no file of the corpus",
        f"newslint: {file}: sources.nosuch.example: no article has this source",
    ]


def test_whoever_names_a_file_with_one_article_looks_at_a_part(newslint: Command, tmp_path: Path) -> None:
    write(tmp_path, TEXT)
    (tmp_path / "newslint.toml").write_text(TABLES, "utf-8")
    assert newslint("check", "corpus/a.jsonl", "--select", "ENC").stderr == ""


def test_entries_of_the_baseline_that_met_nothing(newslint: Command, tmp_path: Path) -> None:
    write(tmp_path, TEXT, TEXT.replace("budget", "budget&nbsp;plan"))
    newslint("baseline", "corpus", "--select", "ENC")
    known = ("check", "corpus", "--baseline", "newslint-baseline.jsonl", "--select")
    assert newslint(*known, "ENC").stderr == ""
    write(tmp_path, TEXT)
    told = "newslint: 2 entries of newslint-baseline.jsonl met no finding any more; newslint baseline writes it anew\n"
    assert newslint(*known, "ENC").stderr == told
    assert newslint(*known, "DAT").stderr == ""
