"""Corpus checks conclude on any number of processes, and nothing is lost when one of them dies or a check crashes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newslint.config import Config
from newslint.engine import conclude
from newslint.engine.run import Run
from newslint.engine.select import make_plan
from newslint.errors import StorageError
from newslint.model import Article, Finding, Tally
from newslint.readers.frame import memory_records


@pytest.fixture(autouse=True)
def _every_corpus_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conclude, "WORTH_PROCESSES", 1)
    monkeypatch.setattr(conclude, "BATCH_SIZE", 2)


def articles() -> list[Article]:
    """Return articles of which some share their id or their text."""
    report = "The ferry to Orla waits for a part, and nobody at the quay knows when the crane will lift again. " * 9
    return [
        Article(
            id=f"q{number % 7}",
            source="quay.example",
            title=f"Crane {number}",
            language="en",
            body=f"{report}It is day {number % 4} of the wait.",
        )
        for number in range(20)
    ]


def concluded(jobs: int, notes: list[str]) -> tuple[list[Finding], Tally]:
    run = Run(Config())
    run.feed(memory_records(articles()))
    run.conclude(jobs, notes.append)
    return run.findings, run.tally


def test_any_number_of_processes_concludes_the_same() -> None:
    notes: list[str] = []
    findings, tally = alone = concluded(1, notes)
    assert {"DUP001", "DUP002", "SCH003"} <= {finding.code for finding in findings}
    assert tally.clean == 0
    assert concluded(2, notes) == concluded(3, notes) == alone
    assert notes == []


def test_what_kills_two_processes_is_concluded_by_the_main_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def lose_every_other(self: Any, codes: Iterable[str]) -> Iterator[str]:
        work = self._start()
        for number, code in enumerate(codes):
            yield self._lost(code) if number % 2 else work(code)

    alone = concluded(1, [])
    monkeypatch.setattr(conclude.Pool, "map", lose_every_other)
    assert concluded(2, []) == alone


def test_a_check_that_crashes_says_so_and_the_run_goes_on() -> None:
    plan = make_plan(Config())
    check = next(check for check in plan.corpus if check.code == "SCH003")
    good = list(check.conclude(noted(check)))
    found = list(conclude.findings_of(plan, check, broken(noted(check))))
    assert [finding.code for finding in found] == ["INT001"]
    assert found[0].article.id == "corpus"
    assert found[0].message == "SCH003 crashed on the whole corpus with ValueError: no good."
    assert list(conclude.findings_of(plan, check, noted(check))) == good
    left_out = make_plan(Config(ignore=["INT001"]))
    assert list(conclude.findings_of(left_out, check, broken(noted(check)))) == []


def noted(check: Any) -> list[tuple[Any, Any]]:
    run = Run(Config())
    run.feed(memory_records(articles()))
    return list(run._notebook.noted(check.code))


def broken(observations: Iterable[Any]) -> Iterator[Any]:
    yield from observations
    raise ValueError("no good")


def test_no_room_is_no_crash_of_a_check(tmp_path: Path) -> None:
    plan = make_plan(Config())

    def full() -> Iterator[Any]:
        raise StorageError("no room")
        yield

    with pytest.raises(StorageError, match="no room"):
        list(conclude.findings_of(plan, plan.corpus[0], full()))
    run = Run(Config())
    run.feed(memory_records(articles()))
    notes = run._notebook.stored(tmp_path / "notes")
    work = conclude.ConcludeChecks(Config(), notes, str(tmp_path / "missing"))()
    with pytest.raises(StorageError):
        work("SCH003")
