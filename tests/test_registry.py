"""Every check keeps the house rules: one check, one file, one fixture file, one page."""

from __future__ import annotations

import inspect
import re
import runpy
import subprocess
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from newslint.checks import ArticleCheck, Check, EngineCheck, TableCheck, load_checks, registry, resolve
from newslint.checks.base import SECTIONS
from newslint.errors import ConfigError, UnknownNameError
from newslint.model import Severity
from newslint.testing import load_fixtures

ALL = load_checks()
FAMILIES = runpy.run_path(str(Path(__file__).parents[1] / "scripts" / "add_check.py"))["FAMILIES"]
CURES = ("fix-", "remove-", "add-", "use-", "no-")
every_check = pytest.mark.parametrize("check", list(ALL.values()), ids=list(ALL))


@every_check
def test_code_and_slug(check: type[Check]) -> None:
    assert re.fullmatch(r"[A-Z]{3}[0-9]{3}", check.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.slug)
    assert not check.slug.startswith(CURES), "a slug names the defect, not the cure"
    assert isinstance(check.severity, Severity)


@every_check
def test_module_is_named_by_family_and_slug(check: type[Check]) -> None:
    assert check.__module__ == f"newslint.checks.{FAMILIES[check.code[:3]]}.{check.slug.replace('-', '_')}"
    classes = [
        value
        for value in vars(inspect.getmodule(check)).values()
        if inspect.isclass(value) and issubclass(value, Check) and value.__module__ == check.__module__
    ]
    assert classes == [check], "one check, one file"


@every_check
def test_documentation_has_every_section_in_order(check: type[Check]) -> None:
    lines = check.doc().splitlines()
    headings = [above for above, line in pairwise(lines) if re.fullmatch(r"-{3,}", line)]
    assert tuple(headings) == SECTIONS
    assert check.summary().endswith("."), "the first line is one sentence"
    assert len(check.summary()) <= 110


@every_check
def test_every_option_is_documented(check: type[Check]) -> None:
    options = check.doc().split("Options\n-------", 1)[1].split("Limits\n------", 1)[0]
    for field in msgspec.structs.fields(check.Options):
        assert field.name in options, f"{field.name} is not explained under Options"
        assert field.default is not msgspec.NODEFAULT or field.default_factory is not msgspec.NODEFAULT


@every_check
def test_fixture_file_has_both_kinds_of_case(check: type[Check], root: Path) -> None:
    path = root / "fixtures" / "checks" / f"{check.code}-{check.slug}.yml"
    if issubclass(check, EngineCheck):
        pytest.skip("found by a reader or by the engine, not by looking at an article; tested there")
    names = list(load_fixtures(path).cases)
    assert load_fixtures(path).check == check.code
    assert any(name.startswith("pass_") for name in names)
    assert any(name.startswith("fail_") for name in names)


@every_check
def test_a_check_that_promises_a_fix_shows_one(check: type[Check], root: Path) -> None:
    if check.fix == "none" or issubclass(check, (EngineCheck, TableCheck)):
        pytest.skip("no fix promised")
    cases = load_fixtures(root / "fixtures" / "checks" / f"{check.code}-{check.slug}.yml").cases
    assert any(case.fixed for case in cases.values())


def test_no_fixture_file_without_a_check(root: Path) -> None:
    known = {f"{check.code}-{check.slug}.yml" for check in ALL.values()}
    assert {path.name for path in (root / "fixtures" / "checks").glob("*.yml")} <= known


def _ledger(text: str) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in (line.split("\t") for line in text.splitlines())]


def test_ledger_lists_every_check_once(root: Path) -> None:
    rows = [line.split("\t") for line in (root / "fixtures" / "codes.tsv").read_text("utf-8").splitlines()]
    assert all(len(row) == 4 and row[3] in ("active", "removed") for row in rows)
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    assert {(row[0], row[1]) for row in rows if row[3] == "active"} == {(c.code, c.slug) for c in ALL.values()}


def test_ledger_is_append_only(root: Path) -> None:
    history = ["git", "log", "--patch", "--format=", "--", "fixtures/codes.tsv"]
    known = subprocess.run(history, cwd=root, capture_output=True, text=True, check=False)
    if known.returncode != 0:
        pytest.skip("not a git checkout")
    ever = "\n".join(line[1:] for line in known.stdout.splitlines() if re.match(r"\+[A-Z]{3}\d{3}\t", line))
    now = (root / "fixtures" / "codes.tsv").read_text("utf-8")
    assert set(_ledger(ever)) <= set(_ledger(now)), "a code or slug was renamed or dropped"


def test_triggers_are_declared_by_article_checks_only() -> None:
    for check in ALL.values():
        if getattr(check, "triggers", ()):
            assert issubclass(check, ArticleCheck)


def test_a_check_is_found_by_code_and_slug_in_any_case() -> None:
    assert resolve("dat001") is resolve("Mashed-Date") is ALL["DAT001"]


def plug_in(**attributes: object) -> type[Check]:
    values = {"code": "ACM001", "slug": "house-style", "severity": Severity.INFO, "check": lambda *_: (), **attributes}
    return type("HouseStyle", (ArticleCheck,), {name: value for name, value in values.items() if value is not None})


class Entry:
    name, value = "acme", "acme.checks"

    def __init__(self, loaded: object) -> None:
        self.load = lambda: loaded


def loaded(monkeypatch: pytest.MonkeyPatch, brought: object) -> Mapping[str, type[Check]]:
    monkeypatch.setattr(registry, "entry_points", lambda group: [Entry(brought)])
    return load_checks.__wrapped__()


def test_a_plug_in_brings_a_check(monkeypatch: pytest.MonkeyPatch) -> None:
    check = plug_in()
    assert loaded(monkeypatch, check)["ACM001"] is check


@pytest.mark.parametrize(
    ("brought", "message"),
    [
        (plug_in(code="acm1"), r"HouseStyle is no check that can run: its code is 'acm1'; a code has three capital"),
        (plug_in(code=None), "its code is None"),
        (plug_in(slug="House style"), "its slug is 'House style'; a slug has"),
        (plug_in(severity=None), r"its severity is None; it takes one of Severity\.ERROR"),
        (plug_in(severity="error"), "its severity is 'error'"),
        (plug_in(check=None), "it lacks check"),
        (plug_in(code="DAT001"), r"both claim DAT001"),
        ("acme", r"the plug-in acme = acme\.checks is neither a module nor a check"),
    ],
)
def test_what_a_plug_in_does_wrong_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, brought: object, message: str
) -> None:
    with pytest.raises(ConfigError, match=message):
        loaded(monkeypatch, brought)


@pytest.mark.parametrize(("name", "nearest"), [("DAT0001", "DAT001"), ("mashed-dat", "mashed-date")])
def test_unknown_name_offers_the_nearest(name: str, nearest: str) -> None:
    with pytest.raises(UnknownNameError, match=f"did you mean '{nearest}'"):
        resolve(name)
