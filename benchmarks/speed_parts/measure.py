"""What all parts share: the articles, a clock that counts one core's work, and results that print and travel."""

from __future__ import annotations

import gc
import gzip
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import islice
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any, NamedTuple, TypeVar

import generate

Work = Callable[[], object]
Cell = str | int | float
Name = TypeVar("Name", str, int)


class Result(NamedTuple):
    """A table of a part: ``rows`` are printed and written to JSON, ``notes`` say what the numbers cannot."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    notes: list[str]

    def as_json(self) -> dict[str, Any]:
        """Return the rows as objects, keyed by column."""
        rows = [dict(zip(self.columns, row, strict=True)) for row in self.rows]
        return {"title": self.title, "rows": rows, "notes": self.notes}


class Bench:
    """What to measure on: the articles of *path*, or generated ones, and how often."""

    def __init__(self, path: Path | None, *, articles: int, seed: int, rounds: int, options: Mapping[str, Any]) -> None:
        self.path = path
        self.seed = seed
        self.rounds = rounds
        self.options = options
        self._articles = articles

    @cached_property
    def lines(self) -> list[bytes]:
        """The articles, as lines of JSON: all of *path*, or the number asked for of generated ones."""
        if self.path is None:
            return list(generate.lines(self._articles, self.seed))
        data = self.path.read_bytes()
        lines = (gzip.decompress(data) if self.path.suffix == ".gz" else data).splitlines(keepends=True)
        return lines[: self._articles] if self._articles else lines

    def sample(self, size: int) -> list[bytes]:
        """Return about *size* articles, spread evenly over the corpus."""
        step = max(1, len(self.lines) // size)
        return self.lines[::step][:size]

    def stream(self, count: int) -> Iterator[bytes]:
        """Yield *count* articles, each with an id of its own: more generated ones, or those of *path* in turns."""
        if self.path is None:
            yield from generate.lines(count, self.seed)
            return
        numbered = (
            _renamed(line, f"{turn}-{place}")
            for turn in range(count // len(self.lines) + 1)
            for place, line in enumerate(self.lines)
        )
        yield from islice(numbered, count)

    def write(self, count: int, folder: Path) -> Path:
        """Write *count* articles to a file in *folder*, and return it."""
        target = folder / f"articles-{count}.jsonl"
        if not target.exists():
            with target.open("wb") as stream:
                stream.writelines(self.stream(count))
        return target


def _renamed(line: bytes, name: str) -> bytes:
    article = json.loads(line)
    article["id"] = name
    return json.dumps(article, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def interleaved(work: Mapping[Name, Work], rounds: int) -> dict[Name, list[float]]:
    """Return the CPU seconds of each kind of *work* in every round; within a round, each runs once.

    Every kind has the same share of a busy or a quiet minute that way. Call :func:`warm` first where a first run
    loads models.
    """
    seconds: dict[Name, list[float]] = {name: [] for name in work}
    for turn in range(rounds):
        for name in list(work)[:: 1 if turn % 2 == 0 else -1]:
            gc.collect()
            started = process_time()
            work[name]()
            seconds[name].append(process_time() - started)
            progress(f"round {turn + 1} of {rounds}: {name}")
    return seconds


def medians(work: Mapping[str, Work], rounds: int) -> dict[str, float]:
    """Return the median CPU seconds of each kind of *work*."""
    return {name: median(seconds) for name, seconds in interleaved(work, rounds).items()}


def warm(*work: Work) -> None:
    """Run each once, so that imports, models and compiled patterns are not counted."""
    for each in work:
        each()


@contextmanager
def one_core() -> Iterator[str]:
    """Stay on one core, where the system lets a process choose; yield how it went, in words."""
    if not hasattr(os, "sched_setaffinity"):
        yield "not pinned to a core (this system has no sched_setaffinity)"
        return
    allowed = os.sched_getaffinity(0)
    core = max(allowed)
    os.sched_setaffinity(0, {core})
    try:
        yield f"pinned to core {core}"
    finally:
        os.sched_setaffinity(0, allowed)


def progress(text: str) -> None:
    """Say on a terminal what is going on."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def times(ratio: float) -> str:
    """Spell a ratio: ``12.3 ×``."""
    return f"{ratio:,.0f} ×" if ratio >= 100 else f"{ratio:.1f} ×" if ratio >= 10 else f"{ratio:.2f} ×"
