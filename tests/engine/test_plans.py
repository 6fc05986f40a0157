"""What is left out, and how severe things are, by source and by file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newslint.config import Config, SourceConfig
from newslint.engine.plans import Plans
from newslint.errors import UnknownNameError
from newslint.model import ArticleRef, Origin

Command = Callable[..., Any]
MASHED = "Friday06 December 2024\n\nFerry runs again\n\nThe ferry&nbsp;runs again after the storm, its owner says.\n"


def codes(plans: Plans, path: str, source: str | None = None) -> set[str]:
    return set(plans.of(ArticleRef("a", source, origin=Origin(path))).checks) & {"DAT001", "ENC004", "TYP001"}


@pytest.mark.parametrize(
    ("glob", "path", "matches"),
    [
        ("*.txt", "corpus/old/a.txt", True),
        ("*.txt", "corpus/a.txt.gz", False),
        ("corpus/old/*", "corpus/old/deep/a.txt", True),
        ("corpus/old/*", "corpus/new/a.txt", False),
        ("./corpus/*", "corpus/a.txt", True),
        ("corpus/*", "../corpus/a.txt", False),
        ("corpus/a[12].txt", "corpus/a2.txt", True),
        ("*/a.txt", "corpus/a.txt", True),
        ("-", "-", True),
    ],
)
def test_globs(glob: str, path: str, matches: bool) -> None:
    plans = Plans(Config(per_file_ignores={glob: ["DAT"]}))
    assert ("DAT001" not in codes(plans, path)) is matches


def test_what_several_globs_and_the_source_leave_out_adds_up() -> None:
    quiet = SourceConfig(ignore=["glued-sentence"])
    plans = Plans(Config(sources={"s": quiet}, per_file_ignores={"a.*": ["mashed-date"], "*.txt": ["ENC"]}))
    assert codes(plans, "a.txt") == {"TYP001"}
    assert codes(plans, "a.csv", "s") == {"ENC004"}
    assert codes(plans, "a.txt", "s") == set()
    assert plans.of(ArticleRef("a", "other", origin=Origin("b.csv"))) is plans.default


def test_a_wrong_name_stops_the_run_at_its_start() -> None:
    with pytest.raises(UnknownNameError, match=r"unknown check 'mashed-dat'; did you mean 'mashed-date'\?"):
        Plans(Config(per_file_ignores={"*.txt": ["mashed-dat"]}))


def test_files_in_a_run(newslint_json: Command, tmp_path: Path) -> None:
    for folder in ("old", "new"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(MASHED, "utf-8")
        (tmp_path / folder / "b.jsonl").write_text('{"id": \n' + json.dumps({"title": "Ferry"}) + "\n", "utf-8")
    (tmp_path / "newslint.toml").write_text('[per_file_ignores]\n"old/*" = ["DAT001", "SCH"]\n', "utf-8")
    found = newslint_json("old", "new", "--select", "DAT001,ENC004,SCH", "--jobs", "2")["findings"]
    told = sorted((finding["article"]["path"], finding["code"]) for finding in found)
    assert told == [
        ("new/a.txt", "DAT001"),
        ("new/a.txt", "ENC004"),
        ("new/b.jsonl", "SCH001"),
        ("new/b.jsonl", "SCH005"),
        ("old/a.txt", "ENC004"),
    ]


def test_corpus_checks_leave_out_the_files_too(newslint_json: Command, tmp_path: Path) -> None:
    record = json.dumps({"id": "same", "title": "Ferry", "body": "The ferry runs."})
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text(record + "\n" + record + "\n", "utf-8")
    (tmp_path / "newslint.toml").write_text('[per_file_ignores]\n"b.*" = ["SCH003"]\n', "utf-8")
    found = newslint_json("a.jsonl", "b.jsonl", "--select", "SCH003")["findings"]
    assert [finding["article"]["path"] for finding in found] == ["a.jsonl"]
