"""What the command line says to slips."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Command = Callable[..., Any]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["chek", "c.jsonl"], "; did you mean 'check'?"),
        (["check", "--selct", "DAT", "c.jsonl"], "unrecognized arguments: --selct; did you mean '--select'?"),
        (["check", "c.jsonl", "--selct=DAT"], "unrecognized arguments: --selct=DAT; did you mean '--select'?"),
        (["check", "--sel", "DAT", "c.jsonl"], "unrecognized arguments: --sel"),
        (["check", "--format", "xml", "c.jsonl"], "unknown format 'xml' (one of text, json, jsonl, csv, parquet, "),
        (["checks", "--format", "xml"], "unknown format 'xml' (one of text, json)"),
    ],
)
def test_slips_are_named_with_the_nearest(newslint: Command, arguments: list[str], message: str) -> None:
    result = newslint(*arguments)
    assert result.returncode == 2
    assert message in result.stderr
