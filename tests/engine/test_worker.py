"""What is kept for other processes before they begin."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newslint.cli.main import main
from newslint.engine.worker import SMALL, prepared
from newslint.text import scan


@pytest.mark.parametrize(("shares", "times"), [(0, 0), (SMALL, 0), (SMALL + 1, 1), (9, 1)])
def test_only_a_large_corpus_is_prepared_for(shares: int, times: int) -> None:
    calls: list[str] = []
    given: Any = [f"share {number}" for number in range(shares)]
    assert list(prepared(iter(given), lambda: calls.append("prepared"))) == given
    assert len(calls) == times


def test_it_is_prepared_before_the_first_share() -> None:
    order: list[str] = []
    given: Any = (order.append(f"share {number}") or number for number in range(9))
    shares = prepared(given, lambda: order.append("prepared"))
    next(shares)
    assert order.index("prepared") == SMALL + 1
    assert len(order) == SMALL + 2, "no more shares are held than it takes to know"


@pytest.mark.parametrize("options", [[], ["--diff"]])
@pytest.mark.parametrize(("articles", "is_large"), [(3, False), (500, True)])
def test_several_processes_find_compiled_triggers_where_they_are_worth_it(
    options: list[str], articles: int, is_large: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    corpus = tmp_path / "corpus.jsonl"
    body = "The ferry &amp; the bridge. " + "It goes on and on. " * 400
    corpus.write_text("\n".join(json.dumps({"id": n, "title": "Bridge", "body": body}) for n in range(articles)))
    main(["check", str(corpus), "--jobs", "2", "--select", "ENC004", "--exit-zero", *options])
    assert bool(list(tmp_path.glob("cache/triggers-*"))) is is_large
    assert corpus.stat().st_size > scan.PATIENCE or not is_large
