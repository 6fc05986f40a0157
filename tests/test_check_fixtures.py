"""Every case of every check's fixture file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from newslint.testing import Case, findings_of, load_fixtures, problems

FIXTURES = Path(__file__).parent.parent / "fixtures" / "checks"


def cases() -> Iterator[object]:
    for path in sorted(FIXTURES.glob("*.yml")):
        fixtures = load_fixtures(path)
        for name, case in fixtures.cases.items():
            yield pytest.param(fixtures.check, name, case, id=f"{fixtures.check}-{name}")


@pytest.mark.parametrize(("code", "name", "case"), list(cases()))
def test_case(code: str, name: str, case: Case) -> None:
    assert problems(code, name, case) == []


@pytest.mark.parametrize(("code", "name", "case"), [entry for entry in cases() if entry.values[1].startswith("fail_")])
def test_messages_are_sentences(code: str, name: str, case: Case) -> None:
    for finding in findings_of(code, case):
        assert re.match(r"[A-Z0-9“¶&]", finding.message), finding.message
        assert finding.message.endswith("."), finding.message
        assert not re.search(r'"\w', finding.message.replace(finding.quote, "")), "values are quoted with “ and ”"
