"""``newslint explain`` and ``newslint checks``."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from newslint.checks import load_checks

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


def test_checks_lists_every_check(newslint: Command) -> None:
    lines = newslint("checks").stdout.splitlines()[1:]
    assert [line.split()[0] for line in lines] == list(load_checks())
    listed = json.loads(newslint("checks", "--format", "json").stdout)
    assert [check["code"] for check in listed] == list(load_checks())
    assert all(check["summary"] for check in listed)
