"""The plug-in that CONTRIBUTING.md shows works as it stands there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture
def plug_in(root: Path, tmp_path: Path) -> Path:
    """A folder with the files of the plug-in, as an installed package."""
    section = (root / "CONTRIBUTING.md").read_text("utf-8").partition("## Checks of your own")[2].partition("\n## ")[0]
    entry_points = re.findall(r"^    (.*)$", section, re.MULTILINE)[:2]
    files = re.findall(r"`([\w./-]+)`:\n\n```\w+\n(.*?)^```", section, re.DOTALL | re.MULTILINE)
    assert [Path(name).suffix for name, _ in files] == [".py", ".yml", ".py"]
    for name, text in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    group = entry_points[0].removeprefix('[project.entry-points."').removesuffix('"]')
    installed = tmp_path / "acme_newslint-1.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-newslint\nVersion: 1\n", "utf-8")
    (installed / "entry_points.txt").write_text(f"[{group}]\n{entry_points[1].replace(chr(34), '')}\n", "utf-8")
    return tmp_path


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join((str(folder), *filter(None, sys.path)))
    environment = {**os.environ, "PYTHONPATH": path}
    whole = [sys.executable, "-m", *command]
    return subprocess.run(whole, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_its_own_tests_pass(plug_in: Path) -> None:
    result = run(plug_in, "pytest", "-q", "-p", "no:cacheprovider", "tests")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "2 passed" in result.stdout


def test_the_command_knows_it(plug_in: Path) -> None:
    (plug_in / "a.txt").write_text("Ferry runs again\n\nThe ferry runs again, Acme Wire reports.\n", "utf-8")
    result = run(plug_in, "newslint", "check", "--select", "ACM", "--format", "jsonl", "a.txt")
    assert '"code":"ACM001"' in result.stdout, result.stderr
