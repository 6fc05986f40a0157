"""The wheel brings only its own two packages, and the command starts without the heavy ones."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import newslint

HEAVY = ("pandas", "pandera", "great_expectations", "numpy", "rich", "pyarrow", "msgspec", "jinja2", "yaml")


def test_wheel_holds_only_newslint_and_newslint_gx(root: Path, tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="the build back end is not installed in this environment")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    top_level = {name.split("/")[0] for name in names if ".dist-info" not in name}
    assert top_level == {"newslint", "newslint_gx"}
    assert {"newslint/py.typed", "newslint_gx/py.typed", "newslint/data/report.schema.json"} <= set(names)


@pytest.mark.parametrize("folder", ["validators", "expectations"])
def test_source_roots_are_not_packages(root: Path, folder: str) -> None:
    # An __init__.py there would shadow the PyPI package of that name whenever tests run from the root.
    assert not (root / folder / "__init__.py").exists()


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]])
def test_start_imports_nothing_heavy(arguments: list[str]) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "newslint", *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    imported = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in result.stderr.splitlines() if "|" in line}
    assert "newslint" in imported, "the measurement saw nothing"
    assert not imported & set(HEAVY)


def test_version_is_printed() -> None:
    result = subprocess.run([sys.executable, "-m", "newslint", "--version"], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == f"newslint {newslint.__version__}"


def test_a_sound_corpus_never_loads_pandas(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Ferry runs again today\n\nThe ferry runs again.\n\nIt had been in the dock.\n", "utf-8"
    )
    command = [sys.executable, "-X", "importtime", "-m", "newslint", "check", "--format", "json", "a.txt"]
    result = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    imported = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in result.stderr.splitlines() if "|" in line}
    assert "msgspec" in imported, "the measurement saw nothing"
    assert not imported & {"pandas", "pandera", "great_expectations", "rich", "jinja2", "pyarrow"}
