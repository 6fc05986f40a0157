"""What a person who watches a run sees on standard error, and nobody else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from newslint.cli.progress import Progress
from newslint.model import Tally

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
COMPILING = "newslint: compiling the triggers of these checks"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Enough articles for a run that is longer than the interval between two updates."""
    path = tmp_path / "corpus.jsonl"
    body = "The ferry to Orlin left the old harbour at noon with forty passengers on board. " * 30
    lines = (json.dumps({"id": str(number), "title": "The ferry", "body": body}) for number in range(2_000))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def on_a_terminal(corpus: Path, cache: Path, **environment: str) -> str:
    """Return what ``newslint check`` says to the terminal that its standard error is."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "newslint", "check", str(corpus), "--select", "TYP001,DUP003", "--jobs", "1"]
    variables = {name: value for name, value in os.environ.items() if name != "CI"}
    variables |= {"NEWSLINT_CACHE_DIR": str(cache), **environment}
    with subprocess.Popen([*command, "--exit-zero"], stdout=subprocess.DEVNULL, stderr=theirs, env=variables):
        os.close(theirs)
        said = b""
        with suppress(OSError):  # what Linux answers once the other end is closed
            while part := os.read(ours, 1 << 16):
                said += part
    os.close(ours)
    return said.decode()


def test_a_terminal_shows_how_far_the_run_is(corpus: Path, tmp_path: Path) -> None:
    said = on_a_terminal(corpus, tmp_path / "cache")
    assert said.count(COMPILING) == 1
    assert " articles · " in said
    assert said.endswith("\r\x1b[K")
    assert COMPILING not in on_a_terminal(corpus, tmp_path / "cache")


def test_ci_sees_nothing_of_it(corpus: Path, tmp_path: Path) -> None:
    assert on_a_terminal(corpus, tmp_path / "cache", CI="true") == ""


def test_the_line_says_what_is_left(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text("x" * 1_000, encoding="utf-8")
    progress = Progress([str(path)], quiet=False)
    progress._total, progress._handed_out = 1_000, 250
    tally = Tally()
    tally.articles = 50
    assert progress._line(tally, 25.0) == "50 articles · 2/s · 0 findings · 1:15 left"
