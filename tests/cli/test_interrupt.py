"""Ctrl-C: a clean end with what was found; a cancelled run leaves nothing behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

BODY = "The ferry&#8217;s crew waits. " + "It leaves at noon. " * 100
RECORD = {"title": "Ferry waits", "language": "en", "body": BODY}


def _heed_interrupts() -> None:
    """Undo what a shell does to jobs in the background: they ignore Ctrl-C, and their children inherit it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_run_reports_what_it_found(tmp_path: Path, jobs: str) -> None:
    command = [sys.executable, "-m", "newslint", "check", "-", "--format", "json", "--select", "ENC004", "--jobs", jobs]
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_heed_interrupts,
    ) as process:
        assert process.stdin is not None
        line = json.dumps(RECORD).encode() + b"\n"
        # More than fits into the pipe: when the last byte is written, the run has begun; it then waits for more.
        process.stdin.write(line * 3_000)
        process.stdin.flush()
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=120)
    assert process.returncode == 130
    assert b"Traceback" not in errors
    assert b"newslint: interrupted: what follows is what was found until then" in errors
    report = json.loads(output)
    assert 0 < report["summary"]["articles"] <= 3_000
    assert report["verdict"]["passed"] is False
    assert report["verdict"]["reasons"][0] == "interrupted before the whole corpus was read"
    assert {finding["code"] for finding in report["findings"]} == {"ENC004"}


def test_a_run_that_is_cancelled_clears_up(tmp_path: Path) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    with subprocess.Popen(
        [sys.executable, "-m", "newslint", "check", "-", "--format", "jsonl", "--jobs", "2"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(temporary)},
    ) as process:
        assert process.stdin is not None
        process.stdin.write((json.dumps(RECORD).encode() + b"\n") * 3_000)
        process.stdin.flush()
        time.sleep(2)
        process.terminate()
        _, errors = process.communicate(timeout=120)
    assert process.returncode == 143
    assert errors == b""
    assert list(temporary.iterdir()) == []
