"""The verdict."""

from __future__ import annotations

from collections import Counter

from newslint.api import check
from newslint.config import Config, GateConfig
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


def test_a_family_limits_each_of_its_checks_and_the_narrower_name_wins() -> None:
    gate = GateConfig(limits={"DAT": 0.02, "DAT006": 0.1})
    verdict = judge(tally(DAT001_error=2, DAT002_error=3, DAT006_warning=9), gate)
    assert verdict.reasons == ("DAT002 flags 3.00% of the articles (limit 2.00%)",)
    assert [limit.subject for limit in verdict.limits] == ["DAT001", "DAT002", "DAT006", "error"]


def test_a_severity_limits_the_articles_that_have_one() -> None:
    counted = tally(DAT001_error=5, DUP004_warning=9)
    counted.judged.update(error=2, warning=9)
    assert judge(counted, GateConfig(limits={"error": 0.02})).passed
    verdict = judge(counted, GateConfig(fail_on="never", limits={"error": 0.01, "warning": 0.09}))
    assert verdict.reasons == ("2.00% of the articles have findings of severity error (limit 1.00%)",)


def test_no_share_allows_what_is_about_all_articles() -> None:
    counted = tally(COR003_error=1)
    gate = GateConfig(limits={"error": 0.5})
    assert judge(counted, gate).reasons == ("100.00% of the articles have findings of severity error (limit 50.00%)",)
    assert judge(counted, GateConfig(limits={"error": 0.5, "COR003": 1})).passed


def articles(*bodies: str) -> list[dict[str, str]]:
    return [{"id": str(n), "title": f"Ferry number {n} runs", "body": body} for n, body in enumerate(bodies)]


def test_articles_are_counted_once_by_severity_and_not_for_checks_with_a_limit() -> None:
    body = (
        "The ferry between the two islands runs again.\n\nIt had been in the dock since spring, as its owner tells us."
    )
    corpus = articles(" ", " ", f"{body} One more.", body, body.replace("spring", "June"))
    config = Config(select=["SCH001", "DUP001"], gate=GateConfig(limits={"error": 0.4}))
    report = check(corpus, config)
    assert (report.tally.judged, report.passed) == (Counter(error=2), True)
    own = Config(select=["SCH001", "DUP001"], gate=GateConfig(limits={"error": 0, "missing-field": 0.4}))
    assert (check(corpus, own).tally.judged, check(corpus, own).passed) == (Counter(), True)
    twice = check([*corpus, {**corpus[3], "id": "again", "title": " "}, {**corpus[4], "id": "same"}], config)
    assert twice.tally.judged == Counter(error=4)


def test_nothing_read_is_nothing_validated() -> None:
    assert judge(Tally(), GateConfig()).reasons == ("no article could be read",)
