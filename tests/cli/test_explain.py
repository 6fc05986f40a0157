"""``newslint explain`` and ``newslint checks``."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from newslint.checks import load_checks
from newslint.cli.checks import _rows, _table

Command = Callable[..., Any]


def test_explain_prints_the_page(newslint: Command) -> None:
    result = newslint("explain", "DAT001")
    assert result.returncode == 0
    assert result.stdout.startswith("# DAT001 mashed-date\n")
    for heading in ("## What it flags", "## Why it hurts", "## Example", "## Fix", "## Options", "## Limits"):
        assert heading in result.stdout
    assert "newslint/checks/dates/mashed_date.py" in result.stdout


def test_a_slug_is_as_good_as_a_code(newslint: Command) -> None:
    assert newslint("explain", "mashed-date").stdout == newslint("explain", "dat001").stdout


@pytest.mark.parametrize(("name", "nearest"), [("DAT0001", "DAT001"), ("mash-date", "mashed-date")])
def test_an_unknown_code_names_the_nearest(newslint: Command, name: str, nearest: str) -> None:
    result = newslint("explain", name)
    assert result.returncode == 2
    assert result.stderr == f"newslint: unknown check {name!r}; did you mean {nearest!r}?\n"


def test_a_family_is_listed(newslint: Command) -> None:
    lines = newslint("explain", "dat").stdout.splitlines()
    family = [check for code, check in load_checks().items() if code.startswith("DAT")]
    assert lines == [f"{check.code} {check.slug}: {check.summary()}" for check in family]


def test_the_list_is_as_wide_as_the_terminal_and_measures_stand_apart() -> None:
    rows = _rows()
    assert max(map(len, _table(rows, 80, measured=False).splitlines())) == 80
    whole = _table(rows, None, measured=False).splitlines()
    assert len(whole) == len(load_checks()) + 1
    assert max(map(len, whole)) < 190
    assert load_checks()["DUP001"].precision in _table(rows, None, measured=True)


def test_checks_lists_every_check(newslint: Command) -> None:
    lines = newslint("checks").stdout.splitlines()[1:]
    assert [line.split()[0] for line in lines] == list(load_checks())
    listed = json.loads(newslint("checks", "--format", "json").stdout)
    assert [check["code"] for check in listed] == list(load_checks())
    assert all(check["summary"] for check in listed)
