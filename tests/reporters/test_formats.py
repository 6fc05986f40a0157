"""What holds for every format of ``newslint check``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newslint.reporters import FORMATS

Command = Callable[..., Any]
QUIET = b'{"id": "a", "title": "Lighthouse is lit", "body": "The lighthouse of Sarnovo is lit again."}\n'
PEOPLE = ("text", "github", "markdown", "junit")


@pytest.mark.parametrize("name", FORMATS)
def test_the_bytes_do_not_depend_on_the_number_of_processes(newslint: Command, corpus: Path, name: str) -> None:
    one, two = (newslint("check", corpus.name, "--format", name, "--jobs", jobs) for jobs in ("1", "2"))
    assert one.returncode == two.returncode == 1
    assert one.stdout == two.stdout
    assert "ENC004" in one.stdout


@pytest.mark.parametrize("name", FORMATS)
def test_standard_input_and_a_corpus_without_findings(newslint: Command, name: str) -> None:
    quiet = newslint("check", "-", "--format", name, stdin=QUIET)
    assert (quiet.returncode, quiet.stderr) == (0, "")
    found = newslint("check", "-", "--format", name, stdin=QUIET + b"{\n")
    assert found.returncode == 1
    assert "SCH005" in found.stdout


@pytest.mark.parametrize("name", FORMATS)
def test_a_corpus_in_which_nothing_can_be_read(newslint: Command, tmp_path: Path, name: str) -> None:
    (tmp_path / "broken.jsonl").write_bytes(b'{"id": \x00\n')
    result = newslint("check", "broken.jsonl", "--format", name)
    assert result.returncode == 1
    assert "SCH005" in result.stdout


@pytest.mark.parametrize("name", FORMATS)
def test_accepted_findings_are_left_out_for_people_and_marked_for_programs(
    newslint: Command, corpus: Path, name: str
) -> None:
    newslint("baseline", corpus.name, "--output", "b.jsonl", "--select", "ENC")
    result = newslint("check", corpus.name, "--format", name, "--baseline", "b.jsonl", "--select", "ENC")
    assert ("#8217" in result.stdout) is (name not in PEOPLE)


def test_help_names_all_formats(newslint: Command) -> None:
    assert ", ".join(FORMATS) in " ".join(newslint("check", "--help").stdout.split())
