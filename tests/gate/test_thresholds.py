"""The verdict."""

from __future__ import annotations

from collections import Counter

from newslint.config import GateConfig
from newslint.gate import judge
from newslint.model import Coverage, Tally


def tally(articles: int = 100, **grades: int) -> Tally:
    counted: Counter[tuple[str, str]] = Counter()
    coverage = {}
    for name, number in grades.items():
        code, severity = name.split("_")
        counted[code, severity] = number
        coverage[code] = Coverage(articles, number, number)
    return Tally(articles=articles, grades=counted, coverage=coverage)


def test_errors_fail_by_default_and_warnings_do_not() -> None:
    assert judge(tally(DUP004_warning=3), GateConfig()).passed
    verdict = judge(tally(DAT001_error=2, DUP004_warning=3), GateConfig())
    assert not verdict.passed
    assert verdict.reasons == ("2 errors (limit 0)",)


def test_fail_on_takes_in_everything_worse() -> None:
    verdict = judge(tally(DAT001_error=1, DUP004_warning=3), GateConfig(fail_on="warning"))
    assert verdict.reasons == ("1 error (limit 0)", "3 warnings (limit 0)")
    assert judge(tally(DAT001_error=1), GateConfig(fail_on="never")).passed


def test_a_limit_of_its_own_replaces_the_severity() -> None:
    gate = GateConfig(limits={"mashed-date": 0.02})
    assert judge(tally(DAT001_error=2), gate).passed
    verdict = judge(tally(DAT001_error=3), gate)
    assert verdict.reasons == ("DAT001 flags 3.00% of the articles (limit 2.00%)",)


def test_nothing_read_is_nothing_validated() -> None:
    assert judge(Tally(), GateConfig()).reasons == ("no article could be read",)
