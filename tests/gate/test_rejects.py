"""Which records the gate does not let pass."""

from __future__ import annotations

import pytest

from newslint.config import GateConfig
from newslint.gate import Rejects
from newslint.model import ArticleRef, Finding, Limit, Origin, Severity, Verdict


def finding(line: int, code: str = "DAT001", severity: Severity = Severity.ERROR, *, accepted: bool = False) -> Finding:
    return Finding(
        code=code,
        slug="some-slug",
        severity=severity,
        article=ArticleRef("a", origin=Origin("in.jsonl", line)),
        field="body",
        start=0,
        end=1,
        quote="x",
        message="A message.",
        accepted=accepted,
    )


def rejected(gate: GateConfig, verdict: Verdict, *findings: Finding) -> list[int]:
    rejects = Rejects(gate)
    rejects.add(findings)
    rejects.conclude(verdict)
    return [line for line in range(9) if Origin("in.jsonl", line) in rejects]


PASSED = Verdict(passed=True, reasons=(), limits=())


def test_severity_decides_and_accepted_findings_do_not_count() -> None:
    found = (finding(1), finding(2, severity=Severity.WARNING), finding(3, accepted=True))
    assert rejected(GateConfig(), PASSED, *found) == [1]
    assert rejected(GateConfig(fail_on="warning"), PASSED, *found) == [1, 2]
    assert rejected(GateConfig(fail_on="never"), PASSED, *found) == []


@pytest.mark.parametrize(("is_below", "lines"), [(True, [2]), (False, [1, 2])])
def test_a_check_with_a_limit_rejects_only_above_it(is_below: bool, lines: list[int]) -> None:
    verdict = Verdict(passed=is_below, reasons=(), limits=(Limit("DAT001", 0.1, 0.2, passed=is_below),))
    found = (finding(1), finding(2, code="ENC001"))
    assert rejected(GateConfig(limits={"mashed-date": 0.1}), verdict, *found) == lines


@pytest.mark.parametrize(("is_below", "lines"), [(True, []), (False, [2])])
def test_a_severity_with_a_limit_rejects_only_above_it_and_not_for_a_check_with_its_own(
    is_below: bool, lines: list[int]
) -> None:
    limits = (Limit("error", 0.1, 0.2, passed=is_below, is_share=True),)
    found = (finding(1), finding(2, code="ENC001"))
    gate = GateConfig(limits={"DAT": 0.9, "error": 0.1})
    assert rejected(gate, Verdict(passed=is_below, reasons=(), limits=limits), *found) == lines


def test_a_place_is_a_record_of_one_file() -> None:
    rejects = Rejects(GateConfig())
    rejects.add([finding(1)])
    assert Origin("other.jsonl", 1) not in rejects
    assert Origin("in.jsonl", 1, 1) not in rejects
