"""The fast engine, and the cache of its compiled databases."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import hyperscan

from newslint.text._engine import MAX_UNIONS, Match, Pattern, PatternError, union

_FLAGS = hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_MULTILINE | hyperscan.HS_FLAG_SOM_LEFTMOST
_DIGEST_SIZE = 16
_FLOOD = 100_000
"""Matches in one text before they are compacted."""


class HyperscanMatcher:
    """Groups of patterns compiled by hyperscan, or loaded from the cache: 0.65 s against 1 ms."""

    def __init__(self, groups: Sequence[Sequence[Pattern]]) -> None:
        cache = _cache_file(groups)
        self._database = _load(cache)
        if self._database is None:
            self._database = _compile(groups)
            _store(cache, hyperscan.dumpb(self._database))
        self._scan = self._database.scan

    def __call__(self, data: bytes) -> Sequence[Match]:
        """Return, for every place where a match of a pattern ends, the longest one that does."""
        matches: list[Match] = []
        self._scan(data, match_event_handler=_collect, context=matches)
        return matches


def _collect(group: int, start: int, end: int, _flags: int, matches: list[Match]) -> None:
    matches.append((group, start, end))
    if len(matches) >= _FLOOD:
        _compact(matches)


def _compact(matches: list[Match]) -> None:
    """Keep memory flat in a flooded text: replace the matches of each group by the first unions of them."""
    by_group: dict[int, list[tuple[int, int]]] = {}
    for group, start, end in matches:
        by_group.setdefault(group, []).append((start, end))
    matches[:] = [(group, *span) for group, spans in by_group.items() for span in union(spans)[:MAX_UNIONS]]


def _compile(groups: Sequence[Sequence[Pattern]]) -> Any:
    """Compile *groups*; the patterns of a group share its number, which is all that a match reports."""
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    numbered = [(number, pattern) for number, group in enumerate(groups) for pattern in group]
    try:
        database.compile(
            expressions=[pattern.source.encode() for _, pattern in numbered],
            ids=[number for number, _ in numbered],
            elements=len(numbered),
            flags=[_FLAGS | hyperscan.HS_FLAG_CASELESS if pattern.caseless else _FLAGS for _, pattern in numbered],
        )
    except (hyperscan.error, UnicodeEncodeError) as error:
        raise PatternError(str(error).rstrip(".")) from error
    return database


def cache_directory() -> Path:
    """Return where compiled databases are kept: ``NEWSLINT_CACHE_DIR``, else the user's cache directory."""
    chosen = os.environ.get("NEWSLINT_CACHE_DIR")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "newslint" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches/newslint"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "newslint"


def _cache_file(groups: Sequence[Sequence[Pattern]]) -> Path | None:
    """Name the cache after all that a database depends on; hyperscan itself refuses one made for another CPU."""
    version: str = hyperscan.__version__  # type: ignore[attr-defined]  # its stubs leave it out
    parts = (
        version,
        str(_FLAGS),
        sys.platform,
        platform.machine(),
        repr([list(group) for group in groups]),
    )
    key = blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=_DIGEST_SIZE).hexdigest()
    try:
        return cache_directory() / f"triggers-{key}.hsdb"
    except RuntimeError:  # no home directory
        return None


def _load(path: Path | None) -> Any:
    """Return the database stored in *path*, or ``None`` where there is none that can be used."""
    if path is None:
        return None
    with suppress(OSError, hyperscan.error):
        content = path.read_bytes()
        digest, blob = content[:_DIGEST_SIZE], content[_DIGEST_SIZE:]
        # hyperscan trusts what it is given; a truncated or altered file must not reach it.
        if blob and digest == _digest(blob):
            database = hyperscan.loadb(blob, hyperscan.HS_MODE_BLOCK)
            database.scratch = hyperscan.Scratch(database)
            return database
    return None


def _store(path: Path | None, blob: bytes) -> None:
    """Write the cache in one step, so that a reader never sees half of it; a read-only place is no error."""
    if path is None:
        return
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=path.parent, prefix=".new-") as directory:
            new = Path(directory) / path.name
            new.write_bytes(_digest(blob) + blob)
            new.replace(path)


def _digest(blob: bytes) -> bytes:
    return blake2b(blob, digest_size=_DIGEST_SIZE).digest()
