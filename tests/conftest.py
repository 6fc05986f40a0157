"""Shared fixtures."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

from newslint.config import Config
from newslint.engine.batch import BatchChecker

# Machines are shared and first calls load tables: a slow example says nothing about the code.
settings.register_profile("newslint", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("newslint")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[None]:
    """Keep compiled scanners out of the user's cache, and share them between the processes of one test run."""
    folder = tmp_path_factory.getbasetemp().parent / "newslint-cache"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSLINT_CACHE_DIR", str(folder))
        if worker_id != "master":
            # Compiling takes all cores: one worker does it for all, who else would each take as long as all together.
            with FileLock(f"{folder}.lock"):
                BatchChecker(Config()).prepare()
        yield


@pytest.fixture(autouse=True)
def _no_outside_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the developer's own environment out of the tests."""
    for name in ("SELECT", "IGNORE", "EXTEND_SELECT", "EXTEND_IGNORE", "REQUIRED", "PREVIEW", "ENCODING", "FAIL_ON"):
        monkeypatch.delenv(f"NEWSLINT_{name}", raising=False)


@pytest.fixture
def newslint(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the command in an empty folder, as a user would; a traceback fails the test."""

    def run(*arguments: str | Path, stdin: bytes = b"", cwd: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "newslint", *map(str, arguments)]
        raw = subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, check=False)
        result = subprocess.CompletedProcess(command, raw.returncode, raw.stdout.decode(), raw.stderr.decode())
        assert "Traceback" not in result.stdout + result.stderr, result.stderr
        return result

    return run


@pytest.fixture
def newslint_json(newslint: Callable[..., subprocess.CompletedProcess[str]]) -> Callable[..., dict[str, Any]]:
    """Run ``newslint check --format json`` and return the report."""

    def run(*arguments: str | Path, **options: Any) -> dict[str, Any]:
        result = newslint("check", "--format", "json", *arguments, **options)
        assert result.returncode in (0, 1), result.stderr
        report: dict[str, Any] = json.loads(result.stdout)
        return report

    return run
