"""What a run keeps of its articles: all that corpus checks need, in little memory."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from newslint.engine.batch import BatchResult
from newslint.engine.notebook import Notebook, Observed
from newslint.engine.notes import CLEAN, FLAGGED, JUDGED, WITH_ERRORS, Notes, checked
from newslint.errors import StorageError
from newslint.model import ArticleRef, Finding, Origin, Place, Severity, Tally


def reference(number: int) -> ArticleRef:
    fields = {"body": Place(3, 1, 40)} if number % 3 == 0 else {}
    origin = Origin("mill.jsonl", number or None, None if number else 7, fields)
    return ArticleRef(f"m{number}", f"s{number % 2}", "en", None if number == 4 else "2024-05-01", origin)


def finding_about(article: ArticleRef, severity: Severity) -> Finding:
    return Finding(
        code="X1", slug="x", severity=severity, article=article, field="body", start=0, end=1, quote="", message=""
    )


def batch(first: int, codes: dict[str, list[tuple[int, Any]]], *findings: Finding) -> Notes:
    result = BatchResult(list(findings), Tally(), codes, [reference(first + at) for at in range(3)], [])
    # As a worker sends it.
    sent: Notes = pickle.loads(pickle.dumps(checked(result))).notes
    return sent


NOTES = [
    batch(0, {"A": [(0, "zero"), (2, ("two", b"2"))], "B": [(1, {"one": 1})]}),
    batch(3, {"B": [(0, [3.0]), (1, None), (2, b"5")]}),
    batch(6, {"A": [(1, b"seven")]}),
]


@pytest.fixture(params=[1, 1 << 20], ids=["in a file", "in memory"])
def notebook(request: pytest.FixtureRequest) -> Notebook:
    kept = Notebook(request.param)
    for notes in NOTES:
        kept.add(notes)
    return kept


def seen(notebook: Notebook, code: str) -> list[tuple[int, ArticleRef, Any]]:
    return [(article.position, article.plain(), record) for article, record in notebook.noted(code)]


def test_what_was_noted_comes_back_in_corpus_order(notebook: Notebook) -> None:
    assert seen(notebook, "A") == [
        (0, reference(0), "zero"),
        (2, reference(2), ("two", b"2")),
        (7, reference(7), b"seven"),
    ]
    assert seen(notebook, "B") == [
        (1, reference(1), {"one": 1}),
        (3, reference(3), [3.0]),
        (4, reference(4), None),
        (5, reference(5), b"5"),
    ]
    assert seen(notebook, "C") == []


@pytest.mark.parametrize("code", ["A", "B", "C"])
def test_it_can_be_looked_up_in_any_order(notebook: Notebook, code: str) -> None:
    noted = notebook.noted(code)
    everything = list(noted)
    assert len(noted) == len(everything)
    assert [noted[at] for at in reversed(range(len(noted)))] == everything[::-1]
    assert noted[1:] == everything[1:]
    for outside in (-1, len(noted)):
        with pytest.raises(IndexError):
            noted[outside]


def test_findings_say_how_bad_an_article_is() -> None:
    articles = [reference(number) for number in range(4)]
    severities = [(0, Severity.INFO), (2, Severity.ERROR), (2, Severity.INFO), (3, Severity.WARNING)]
    findings = [finding_about(articles[at], severity) for at, severity in severities]
    elsewhere = finding_about(reference(1), Severity.ERROR)
    result = BatchResult([*findings, elsewhere], Tally(), {"A": [(0, 1)]}, articles, [])
    error, warning, info = JUDGED.values()
    bad = FLAGGED | error | info | WITH_ERRORS
    assert list(checked(result).notes.badness) == [FLAGGED | info, CLEAN, bad, FLAGGED | warning]
    limited = BatchResult(findings, Tally(), {"A": [(0, 1)]}, articles, [], frozenset({findings[0].code}))
    assert list(checked(limited).notes.badness) == [FLAGGED, CLEAN, FLAGGED | WITH_ERRORS, FLAGGED]


def test_what_several_checks_noted_is_kept_once() -> None:
    articles = [reference(number) for number in range(200)]
    sketches = [os.urandom(268) for _ in articles]
    codes: dict[str, list[tuple[int, Any]]] = {code: list(enumerate(sketches)) for code in ("A", "B", "C")}
    codes["D"] = [(at, (b"12345678", sketch)) for at, sketch in enumerate(sketches)]
    notes = checked(BatchResult([], Tally(), codes, articles, [])).notes
    size = len(pickle.dumps(notes)) / len(articles)
    assert 268 < size < 268 + 60
    notebook = Notebook()
    notebook.add(notes)
    assert [record for _, record in notebook.noted("C")] == sketches
    assert [record for _, (_, record) in notebook.noted("D")] == sketches


def test_references_share_what_is_equal(notebook: Notebook) -> None:
    first, second = [article for article, _ in notebook.noted("A")][:2]
    assert isinstance(first, Observed)
    assert first.source is second.source
    assert first.origin.path is second.origin.path


def test_no_folder_for_a_temporary_file_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    with pytest.raises(
        StorageError, match=r"^the run cannot keep its notes in a temporary file \(TMPDIR says where\): "
    ):
        Notebook(1).add(NOTES[0])


def test_workers_share_the_checks_and_not_pandas() -> None:
    code = """
import sys
import newslint.engine.preload
checks = [name for name in sys.modules if name.startswith("newslint.checks.duplication.")]
print(len(checks) > 5, "numpy" in sys.modules, "pandas" in sys.modules, "py3langid" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["True", "True", "False", "False"]
