"""The speed benchmark: its articles are the same everywhere, and every part that needs no peer runs."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest

WITHOUT_PEERS = """
import importlib.util, sys
find = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if name in ("datatrove", "dateparser") else find(name, *rest)
sys.path.insert(0, sys.argv[1])
sys.argv[:2] = ["speed.py"]
import speed
speed.main()
"""


@pytest.fixture
def generate(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(root / "benchmarks"))
    import generate

    yield generate
    del sys.modules["generate"]


def test_a_seed_gives_the_same_articles_however_many_are_asked_for(generate: ModuleType) -> None:
    assert list(generate.lines(20, seed=3)) == list(islice(generate.lines(500, seed=3), 20))
    assert list(generate.lines(20, seed=3)) != list(generate.lines(20, seed=4))


def test_articles_are_in_ten_languages_and_about_as_long_as_news(generate: ModuleType) -> None:
    articles = list(generate.articles(1_000))
    assert Counter(article["id"][:2] for article in articles) == dict.fromkeys(generate.phrases(), 100)
    mean = sum(len(article["body"].encode()) for article in articles) / len(articles)
    assert 2_500 < mean < 3_500


def test_no_slot_is_left_open(generate: ModuleType) -> None:
    assert not [article for article in generate.articles(300) if "{" in f"{article['title']} {article['body']}"]


def test_every_defect_changes_the_article(generate: ModuleType) -> None:
    import random

    for defect in generate.DEFECTS:
        for article in generate.articles(10, seed=5):
            before = dict(article)
            defect(article, random.Random(1))
            assert article != before, defect.__name__


def test_hostile_texts_have_the_size_asked_for(generate: ModuleType) -> None:
    from speed_parts.hostile import MAKERS

    assert len(MAKERS["one line"](5_000)) == 5_000
    assert MAKERS["nested brackets"](3) == "(((word)))"
    assert MAKERS["combining marks"](2) == "а\u0301а\u0301"
    assert MAKERS["one-character paragraphs"](3) == "a\n\nb\n\nc"


def test_missing_peers_are_skipped_and_said(root: Path, tmp_path: Path) -> None:
    small = ["--articles", "12", "--rounds", "1", "--check-articles", "2", "--hostile-scale", "0.0001"]
    parts = ["--only", "throughput,start,hostile", "--peer-articles", "1", "--naive-articles", "1"]
    target = tmp_path / "speed.json"
    command = [sys.executable, "-c", WITHOUT_PEERS, str(root / "benchmarks"), *small, *parts, "--json", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "Skipped: datatrove 4 filters (datatrove" in done.stdout
    assert "Skipped: naive script (dateparser not installed)." in done.stdout
    parts_measured = json.loads(target.read_text(encoding="utf-8"))["parts"]
    assert list(parts_measured) == ["throughput", "start", "hostile"]
    assert [row["what"] for row in parts_measured["throughput"]["rows"]][:3] == [
        "json.loads",
        "read + one scan",
        "newslint",
    ]
