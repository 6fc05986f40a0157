"""What is kept between runs, and for how long."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newslint import cache


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "kept"))
    monkeypatch.setattr(cache, "MOST_BYTES", 100)
    return tmp_path / "kept"


def _write(path: Path) -> None:
    path.write_bytes(b"x" * 40)


def _keep(name: str, *, last_used: int) -> None:
    cache.keep(name, _write)
    path = cache.cache_directory() / name
    if path.exists():
        os.utime(path, (last_used, last_used))


def test_what_was_not_used_for_longest_goes_first(folder: Path) -> None:
    for number, name in enumerate(("old", "older", "new")):
        _keep(name, last_used=(2_000, 1_000, 3_000)[number])
    _keep("newest", last_used=4_000)
    assert sorted(path.name for path in folder.iterdir()) == ["new", "newest"]


def test_what_is_asked_for_counts_as_used(folder: Path) -> None:
    _keep("one", last_used=1_000)
    _keep("other", last_used=2_000)
    assert cache.kept("one") == folder / "one"
    _keep("third", last_used=3_000)
    _keep("fourth", last_used=4_000)
    assert sorted(path.name for path in folder.iterdir()) == ["fourth", "one"]


def test_what_was_used_just_now_stays(folder: Path) -> None:
    for name in ("one", "two", "three"):
        cache.keep(name, _write)
    assert len(list(folder.iterdir())) == 3


def test_a_folder_that_cannot_be_made_is_no_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "file"))
    cache.keep("one", _write)
    assert cache.kept("one") == tmp_path / "file" / "one"
