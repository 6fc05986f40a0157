"""Helpers for the tests of the readers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.readers import Item, ReaderOptions, open_corpus

Read = Callable[..., list[Item]]


@pytest.fixture(scope="session")
def corpora(root: Path) -> Path:
    return root / "fixtures" / "corpora"


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write bytes under a name and read them back as records."""

    def read(name: str, data: bytes | str, **options: object) -> list[Item]:
        file = tmp_path / name
        file.write_bytes(data.encode() if isinstance(data, str) else data)
        return list(open_corpus([str(file)], ReaderOptions(**options)))

    return read
