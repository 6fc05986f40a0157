"""What is counted: findings one by one, articles once for each check."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from newslint.checks.corpus.finding_rate_jump import FindingRateJump
from newslint.config import Config, GateConfig
from newslint.engine.run import Run
from newslint.model import Article, Counts, Finding
from newslint.readers.frame import memory_records

NOTICES = (
    "Weather and tides for the coast of Orlin are on page two of the paper.",
    "Our offices at the old quay in Velm are open from eight in the morning.",
)


def articles() -> list[Article]:
    """Return articles of one source that have two lines in common."""
    return [
        Article(
            id=str(number),
            source="quay.example",
            title=f"Crane {number} lifts again",
            language="en",
            body=f"{NOTICES[0]}\n\nCrane {number} lifts again since day {number % 7}. Its driver had waited for "
            f"{number + 3} weeks, and the harbour master for {number * 7 + 2} days.\n\n{NOTICES[1]}",
        )
        for number in range(30)
    ]


def counted(config: Config) -> Run:
    run = Run(config)
    run.feed(memory_records(articles()))
    run.conclude()
    return run


def test_an_article_counts_once_for_each_check_of_the_corpus() -> None:
    run = counted(Config(select=["EXT007"]))
    coverage = run.tally.coverage["EXT007"]
    assert coverage.findings == run.tally.by_code["EXT007"] == 60
    assert coverage.articles_flagged == 30
    assert dict(run.tally.cells) == {("EXT007", "quay.example"): 30}


def test_a_comparison_that_crashes_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: Any) -> Iterator[Finding]:
        raise ValueError("no good")
        yield

    config = Config(gate=GateConfig(reference="given"))
    reference = Counts.of(counted(Config(select=["EXT007"])).tally, ["EXT007"])
    monkeypatch.setattr(FindingRateJump, "compare", crash)
    run = Run(config, reference=reference)
    run.feed(memory_records(articles()))
    run.conclude()
    assert [finding.message for finding in run.findings if finding.code == "INT001"] == [
        "COR003 crashed on the whole corpus with ValueError: no good."
    ]
    assert run.tally.by_code["INT001"] == 1
