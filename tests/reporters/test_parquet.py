"""The Parquet report: the rows of the CSV report, with types."""

from __future__ import annotations

import builtins
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from pyarrow import parquet

from newslint.errors import ConfigError
from newslint.reporters import make_reporter
from newslint.reporters import parquet as reporter

Command = Callable[..., Any]


def written(report: Any) -> bytes:
    stream = io.TextIOWrapper(io.BytesIO())
    make_reporter("parquet", stream).write(report)
    return bytes(stream.buffer.getvalue())  # type: ignore[attr-defined]


def in_csv(value: object) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_rows_say_what_the_csv_report_says(newslint: Command, corpus: Path, tmp_path: Path, jobs: str) -> None:
    for name in ("csv", "parquet"):
        newslint("check", corpus.name, "--format", name, "--output", f"findings.{name}", "--jobs", jobs)
    rows = pd.read_csv(tmp_path / "findings.csv", dtype=str, keep_default_na=False)
    found = parquet.read_table(tmp_path / "findings.parquet").to_pylist()
    assert [[in_csv(value) for value in row.values()] for row in found] == rows.values.tolist()


def test_numbers_flags_and_what_is_missing(make_finding: Command, make_report: Command) -> None:
    report = make_report(make_finding(line=None, quote="\ud800"), make_finding())
    [first, second] = parquet.read_table(io.BytesIO(written(report))).to_pylist()
    assert (first["line"], first["start"], first["accepted"], first["fix"]) == (None, 4, False, None)
    assert first["quote"] == "\ufffd"
    assert second["line"] == 7


def test_row_groups_do_not_depend_on_how_findings_come(
    make_finding: Command, make_report: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reporter, "ROW_GROUP", 3)
    findings = [make_finding(start=at) for at in range(7)]
    whole = written(make_report(*findings))
    stream = io.TextIOWrapper(io.BytesIO())
    writer = make_reporter("parquet", stream)
    for finding in findings:
        writer.add([finding])
    writer.finish(make_report(*findings))
    assert stream.buffer.getvalue() == whole  # type: ignore[attr-defined]
    file = parquet.ParquetFile(io.BytesIO(whole))
    assert [file.metadata.row_group(at).num_rows for at in range(file.num_row_groups)] == [3, 3, 1]


def test_a_terminal_gets_a_sentence() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    with pytest.raises(ConfigError, match=r"^Parquet is nothing to read on a terminal; name a file with --output$"):
        make_reporter("parquet", Terminal())


def test_without_pyarrow_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    there = builtins.__import__

    def missing(name: str, *rest: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return there(name, *rest)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(ConfigError, match=r"pip install 'newslint\[parquet\]'$"):
        make_reporter("parquet", io.TextIOWrapper(io.BytesIO()))
