"""Reports made straight from the records, and a corpus with a little of everything."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from newslint.config import GateConfig
from newslint.engine.count import count_findings
from newslint.gate import judge
from newslint.model import ArticleRef, Finding, Origin, Report, Severity, Tally
from newslint.reporters import make_reporter

PIECES = ("\n", "\r", "::", "%", "%0A", "]]>", "\x00", "\x1b[31m", "\ud800", "\udcff", "|", "`", "```", '"', "'", ",")
MARKUP = (
    "<b>",
    "&amp;",
    "{0}",
    "[x](y)",
    "\\",
    "![i](j)",
    "@desk",
    "#1",
    "\u202e",
    "\ufffe",
    "😀",
    "*",
    "_",
    " ",
    "=1",
)


@pytest.fixture(scope="session")
def hostile() -> st.SearchStrategy[str]:
    """Texts of which each piece means something to one of the formats."""
    return st.lists(st.one_of(st.sampled_from(PIECES + MARKUP), st.text(max_size=3)), max_size=8).map("".join)


@pytest.fixture(scope="session")
def make_finding() -> Callable[..., Finding]:
    def make(article: str = "ferry-1", origin: Origin | None = None, **changes: Any) -> Finding:
        values: dict[str, Any] = {
            "code": "ENC004", "slug": "escaped-entity", "severity": Severity.WARNING, "field": "body", "start": 4,
            "end": 10, "quote": "&nbsp;", "message": "An escaped space.", "line": 7,
        }  # fmt: skip
        return Finding(article=ArticleRef(article, origin=origin or Origin("ferries.jsonl", 7)), **(values | changes))

    return make


@pytest.fixture(scope="session")
def make_report() -> Callable[..., Report]:
    def make(*findings: Finding, gate: GateConfig | None = None, **changes: Any) -> Report:
        tally = Tally(articles=len(findings) or 1, clean=0 if findings else 1)
        for finding in findings:
            count_findings(tally, finding.article, [finding])
        verdict = judge(tally, gate or GateConfig())
        return Report(findings=list(findings), tally=tally, verdict=verdict, version="0.0", **changes)

    return make


@pytest.fixture(scope="session")
def render() -> Callable[[str, Report], str]:
    def write(name: str, report: Report) -> str:
        if name == "parquet":
            return str(read_parquet(report).to_pylist())
        stream = StringIO()
        make_reporter(name, stream).write(report)
        return stream.getvalue()

    def read_parquet(report: Report) -> Any:
        parquet = pytest.importorskip("pyarrow.parquet")
        stream = TextIOWrapper(BytesIO())
        make_reporter("parquet", stream).write(report)
        return parquet.read_table(stream.buffer)

    return write


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with findings of every severity in text and records, a broken line, and a name that needs escapes."""
    folder = tmp_path / "a corpus, 100%"
    folder.mkdir()
    folder.joinpath("quay.txt").write_text(
        "Friday06 December 2024\n\nQuay wall of Sarnovo holds\n\nThe quay&nbsp;wall holds.\n\nIts engineer sleeps.\n",
        "utf-8",
    )
    records = [
        {"id": "ferry-1", "title": "Ferry runs again", "body": "The ferry&#8217;s bell rings.\n\nIt is loud."},
        {"id": "ferry-2", "title": "Ferry <b>`stops`</b> | @crew", "body": "A caf\u00c3\u00a9 on board\u200b closes."},
    ]
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    folder.joinpath("ferries.jsonl").write_text("\n".join([lines[0], '{"id": broken', lines[1]]) + "\n", "utf-8")
    return folder
