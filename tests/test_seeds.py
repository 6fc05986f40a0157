"""The seeds give what ``expected.yml`` says: the job of ``tox -e validate``."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from newslint.config import Config
from newslint.model import Report


@pytest.fixture(scope="module")
def validate(root: Path) -> ModuleType:
    pytest.importorskip("great_expectations", reason="the extra gx is not installed")
    spec = importlib.util.spec_from_file_location("validate", root / "scripts" / "validate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def report(validate: ModuleType, root: Path) -> Report:
    seeds: Report = validate.run([str(root / "seeds")], Config())
    return seeds


def test_every_expected_finding_and_no_other(validate: ModuleType, report: Report, root: Path) -> None:
    assert validate.compare(report.findings, root / "seeds" / "expected.yml") == []


def test_a_missing_and_an_extra_finding_are_both_named(validate: ModuleType, report: Report, root: Path) -> None:
    assert validate.compare(report.findings[1:], root / "seeds" / "expected.yml") != []
    twice = [*report.findings, report.findings[0]]
    assert any(line.startswith("not expected") for line in validate.compare(twice, root / "seeds" / "expected.yml"))


def test_every_seed_file_is_expected(root: Path, report: Report) -> None:
    expected = yaml.safe_load((root / "seeds" / "expected.yml").read_text("utf-8"))
    files = {path.name for path in (root / "seeds").iterdir() if path.suffix in (".txt", ".jsonl")}
    assert set(expected) == files
    assert report.tally.unreadable == 0
