"""Processes: the order of results, and what happens when one of them dies."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from newslint.config import Config
from newslint.engine.parallel import Pool, WorkerError
from newslint.engine.run import Run
from newslint.errors import StorageError
from newslint.model import Report
from newslint.readers import ReaderOptions
from newslint.readers.shares import plan_shares

Command = Callable[..., Any]


@pytest.fixture(autouse=True)
def _importable_workload(monkeypatch: pytest.MonkeyPatch) -> None:
    # Worker processes get this process's path, and import the workload from there.
    monkeypatch.syspath_prepend(Path(__file__).parent)


def run(*tasks: tuple[str, Any], workers: int = 2) -> tuple[list[Any], list[str]]:
    notes: list[str] = []
    pool: Pool[Any, Any] = Pool(workers, import_module("workload").start, lambda task: ("lost", task), notes.append)
    return list(pool.map(tasks)), notes


def test_results_come_in_the_order_of_the_tasks() -> None:
    tasks = [("wait", 0.3 if number % 5 == 0 else 0.0) for number in range(20)]
    assert run(*tasks, workers=3) == (tasks, [])


def test_a_killed_worker_is_noted_and_its_task_tried_again(tmp_path: Path) -> None:
    tasks = [("wait", 0), ("die once", str(tmp_path / "died")), ("wait", 0), ("wait", 0.1)]
    results, notes = run(*tasks)
    assert results == tasks
    assert notes == ["a worker process died (SIGKILL); what it was checking is checked once more"]


def test_a_task_that_kills_two_workers_is_lost_and_the_rest_goes_on() -> None:
    results, notes = run(("wait", 0), ("die", 0), ("wait", 0))
    assert results == [("wait", 0), ("lost", ("die", 0)), ("wait", 0)]
    assert len(notes) == 2
    assert "is not checked" in notes[1]


def test_an_exception_in_a_worker_is_raised_with_its_traceback() -> None:
    with pytest.raises(WorkerError, match="ValueError: no good"):
        run(("wait", 0), ("raise", "no good"))


def test_what_is_no_bug_is_raised_as_it_is() -> None:
    with pytest.raises(StorageError, match=r"^the disk is full$"):
        run(("wait", 0), ("no room", "the disk is full"))


def test_tasks_are_taken_only_as_fast_as_results_are_reported() -> None:
    taken: list[int] = []

    def tasks() -> Any:
        for number in range(100):
            taken.append(number)
            yield ("wait", 0)

    pool: Pool[Any, Any] = Pool(2, import_module("workload").start, lambda task: task, print)
    results = pool.map(tasks())
    next(results)
    assert len(taken) < 20
    results.close()  # type: ignore[attr-defined]


def corpus(path: Path, articles: int) -> Path:
    records = [
        {
            "id": f"a{number % (articles - 3)}",
            "title": f"Ferry {number}",
            "language": "en",
            "source": f"{number % 7}.example",
            "body": "The ferry&#8217;s crew waits.\n\n" + "It leaves at noon. " * (number % 50),
        }
        for number in range(articles)
    ]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return path


def checked(path: Path, jobs: int, target: int) -> tuple[list[Any], Any]:
    run = Run(Config())
    for _ in run.feed_shares(plan_shares([str(path)], ReaderOptions(), None, target), ReaderOptions(), jobs, print):
        pass
    run.conclude()
    return run.findings, run.tally


def test_any_number_of_processes_and_any_cut_give_the_same_report(tmp_path: Path) -> None:
    path = corpus(tmp_path / "c.jsonl", 400)
    alone = checked(path, 1, 1 << 20)
    assert len([finding for finding in alone[0] if finding.code == "SCH003"]) == 3
    for jobs, target in ((2, 5_000), (3, 20_011)):
        assert checked(path, jobs, target) == alone


def test_row_groups_give_the_same_bytes_as_lines(newslint: Any, tmp_path: Path) -> None:
    rows = [{"id": f"q-{n}", "title": "Quay &amp; crane", "body": f"The quay of Orla, number {n}."} for n in range(300)]
    path = tmp_path / "c.parquet"
    parquet.write_table(pa.Table.from_pylist(rows), path, row_group_size=70)
    outputs = {newslint("check", "--format", "json", "--jobs", str(jobs), path).stdout for jobs in (1, 2)}
    assert len(outputs) == 1
    assert json.loads(outputs.pop())["summary"]["by_code"]["ENC004"] == 300


def test_the_command_gives_the_same_bytes(newslint: Command, tmp_path: Path) -> None:
    path = corpus(tmp_path / "c.jsonl", 50)
    outputs = {newslint("check", "--format", "json", "--jobs", str(jobs), path).stdout for jobs in (1, 2)}
    assert len(outputs) == 1


def test_a_lost_share_is_a_finding(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from newslint.engine import run as engine_run

    def lose_everything(self: Any, shares: Any) -> Any:
        yield from (self._lost(share) for share in shares)

    monkeypatch.setattr(engine_run.Pool, "map", lose_everything)
    findings, tally = checked(corpus(tmp_path / "c.jsonl", 60), 2, 4_000)
    assert tally.articles == 0
    assert {finding.code for finding in findings} == {"SCH005"}
    assert "Bytes 0 to 4,000 (from line 1) were not checked" in findings[0].message


def test_killing_a_worker_of_a_real_run_changes_nothing(tmp_path: Path) -> None:
    path = corpus(tmp_path / "c.jsonl", 600)
    undisturbed = checked(path, 1, 1 << 20)
    run = Run(Config())
    notes: list[str] = []
    shares = plan_shares([str(path)], ReaderOptions(), None, 4_000)
    for number, _ in enumerate(run.feed_shares(shares, ReaderOptions(), 2, notes.append)):
        if number == 3:
            kill_a_worker()
    run.conclude()
    assert (run.findings, run.tally) == undisturbed
    assert all("checked once more" in note for note in notes)


def kill_a_worker() -> None:
    import multiprocessing

    workers = [child for child in multiprocessing.active_children() if child.pid is not None]
    assert workers
    os.kill(workers[0].pid or 0, signal.SIGKILL)


def test_a_folder_for_temporary_files_with_a_long_path(
    newslint: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / ("t" * 120)
    folder.mkdir()
    path = corpus(tmp_path / "c.jsonl", 50)
    monkeypatch.setenv("TMPDIR", str(folder))
    alone, together = (newslint("check", "--format", "json", "--jobs", jobs, path) for jobs in ("1", "2"))
    assert together.stderr == alone.stderr == ""
    assert together.stdout == alone.stdout


def test_the_report_type_is_what_the_api_returns(tmp_path: Path) -> None:
    from newslint import api

    assert isinstance(api.check(str(corpus(tmp_path / "c.jsonl", 5))), Report)
