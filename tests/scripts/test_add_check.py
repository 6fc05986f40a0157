"""The scaffold of a check."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import pytest
import yaml


@pytest.fixture(scope="module")
def add_check(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("add_check", root / "scripts" / "add_check.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def tree(root: Path, tmp_path: Path) -> Path:
    (tmp_path / "fixtures" / "checks").mkdir(parents=True)
    (tmp_path / "validators" / "newslint").mkdir(parents=True)
    shutil.copy(root / "fixtures" / "codes.tsv", tmp_path / "fixtures")
    shutil.copy(root / "validators" / "newslint" / "__init__.py", tmp_path / "validators" / "newslint")
    return tmp_path


def test_module_fixture_and_ledger_row(add_check: ModuleType, tree: Path) -> None:
    module, fixture, ledger = add_check.scaffold("TYP901", "odd-thing", "warning", "Something odd.", tree)
    source = module.read_text("utf-8")
    compile(source, str(module), "exec")
    assert "class OddThing(ArticleCheck)" in source
    assert module.relative_to(tree).as_posix() == "validators/newslint/checks/typography/odd_thing.py"
    assert yaml.safe_load(fixture.read_text("utf-8"))["check"] == "TYP901"
    codes = [line.split("\t")[0] for line in ledger.read_text("utf-8").splitlines()]
    assert codes == sorted(codes)
    assert "TYP901" in codes


@pytest.mark.parametrize(
    ("code", "slug", "summary", "complaint"),
    [
        ("TYP1", "odd-thing", "Odd.", "no code of a known family"),
        ("ZZZ001", "odd-thing", "Odd.", "no code of a known family"),
        ("TYP901", "Odd_Thing", "Odd.", "no slug"),
        ("TYP901", "odd-thing", "Odd", "ends in a period"),
        ("DAT001", "odd-thing", "Odd.", "DAT001 mashed-date is taken"),
        ("TYP901", "mashed-date", "Odd.", "DAT001 mashed-date is taken"),
    ],
)
def test_refusals(add_check: ModuleType, code: str, slug: str, summary: str, complaint: str) -> None:
    assert complaint in add_check.refusal(code, slug, summary)
