"""No trigger loses a hit, on everything that the fixtures say a check must find."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from newslint.checks import ArticleCheck, load_checks
from newslint.model import Article
from newslint.testing import load_fixtures


@pytest.fixture(scope="module")
def triggers(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("triggers", root / "benchmarks" / "triggers.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def articles(root: Path) -> list[Article]:
    """Return all articles in which a check must find something, and a sample of the others."""
    cases = [
        (f"{path.stem} {name}", case)
        for path in sorted((root / "fixtures" / "checks").glob("*.yml"))
        for name, case in load_fixtures(path).cases.items()
    ]
    return [
        msgspec.convert({"id": name, **record}, Article)
        for number, (name, case) in enumerate(cases)
        if case.findings or number % 5 == 0
        for record in case.articles or [case.article]
    ]


def test_the_exact_rules_find_no_more_than_the_triggered_run(triggers: ModuleType, root: Path) -> None:
    assert list(triggers.lost(articles(root))) == []


def test_a_trigger_that_is_too_narrow_is_caught(
    triggers: ModuleType, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check = load_checks()["ENC004"]
    assert issubclass(check, ArticleCheck)
    monkeypatch.setattr(check, "triggers", (check.triggers[0]._replace(pattern="&never;"),))
    own = [article for article in articles(root) if article.id.startswith("ENC004")]
    assert {loss.finding.code for loss in triggers.lost(own, select=["ENC004"])} == {"ENC004"}
