"""Every case of every check's fixture file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newslint.testing import Case, load_fixtures, problems

FIXTURES = Path(__file__).parent.parent / "fixtures" / "checks"


def cases() -> Iterator[object]:
    for path in sorted(FIXTURES.glob("*.yml")):
        fixtures = load_fixtures(path)
        for name, case in fixtures.cases.items():
            yield pytest.param(fixtures.check, name, case, id=f"{fixtures.check}-{name}")


@pytest.mark.parametrize(("code", "name", "case"), list(cases()))
def test_case(code: str, name: str, case: Case) -> None:
    assert problems(code, name, case) == []
