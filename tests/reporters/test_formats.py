"""What holds for every format of ``newslint check``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import newslint
from newslint.cli.baseline import BaselineWriter
from newslint.config import Config, GateConfig
from newslint.reporters import FORMATS

Command = Callable[..., Any]
QUIET = b'{"id": "a", "title": "Lighthouse is lit", "body": "The lighthouse of Sarnovo is lit again."}\n'
TEXTS = sorted(FORMATS.keys() - {"parquet"})
PEOPLE = ("text", "github", "gitlab", "markdown", "junit")


@pytest.mark.parametrize("name", ["sarif", "junit"])
def test_the_bytes_do_not_depend_on_the_number_of_processes(newslint: Command, corpus: Path, name: str) -> None:
    one, two = (newslint("check", corpus.name, "--format", name, "--jobs", jobs) for jobs in ("1", "2"))
    assert one.returncode == two.returncode == 1
    assert one.stdout == two.stdout
    assert "ENC004" in one.stdout


@pytest.mark.parametrize("name", TEXTS)
def test_standard_input(newslint: Command, name: str) -> None:
    result = newslint("check", "-", "--format", name, stdin=QUIET + b"{\n")
    assert (result.returncode, result.stderr) == (1, "")
    assert "SCH005" in result.stdout


@pytest.mark.parametrize("name", FORMATS)
def test_a_corpus_in_which_nothing_can_be_read(render: Command, tmp_path: Path, name: str) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_bytes(b'{"id": \x00\n')
    assert "SCH005" in render(name, newslint.check(path, excerpts=True))


@pytest.mark.parametrize("name", FORMATS)
def test_a_corpus_without_findings(render: Command, tmp_path: Path, name: str) -> None:
    path = tmp_path / "quiet.jsonl"
    path.write_bytes(QUIET)
    assert "ENC004" not in render(name, newslint.check(path, Config(select=["DAT"]), excerpts=True))


@pytest.mark.parametrize("name", FORMATS)
def test_accepted_findings_are_left_out_for_people_and_marked_for_programs(
    render: Command, corpus: Path, tmp_path: Path, name: str
) -> None:
    baseline = tmp_path / "b.jsonl"
    with baseline.open("w", encoding="utf-8") as stream:
        BaselineWriter(stream).add(newslint.check(corpus, Config(select=["ENC"])).findings)
    config = Config(select=["ENC"], gate=GateConfig(baseline=str(baseline)))
    assert ("#8217" in render(name, newslint.check(corpus, config, excerpts=True))) is (name not in PEOPLE)


def test_help_names_all_formats(newslint: Command) -> None:
    assert ", ".join(FORMATS) in " ".join(newslint("check", "--help").stdout.split())
