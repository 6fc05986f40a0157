"""Progress on standard error, while a person is watching."""

from __future__ import annotations

import logging
import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.model import Tally
    from newslint.readers.shares import Share

INTERVAL = 0.2
"""Seconds between two updates: often enough to look alive, seldom enough to cost nothing."""


def is_watched() -> bool:
    """Return whether standard error is a terminal that a person looks at."""
    return sys.stderr.isatty() and "CI" not in os.environ


def show_log() -> None:
    """Print what the package logs: warnings, and while a person is watching what takes seconds and is done once."""
    log = logging.getLogger("newslint")
    if not log.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("newslint: %(message)s"))
        log.addHandler(handler)
    log.setLevel(logging.INFO if is_watched() else logging.WARNING)


class Progress:
    """One line that says how far the run is; silent where standard error is no terminal, as in CI.

    *quiet* keeps it silent all the same: a report that is printed to the same terminal would be torn apart.
    """

    def __init__(self, paths: list[str], *, quiet: bool) -> None:
        self._silent = (quiet and sys.stdout.isatty()) or not is_watched()
        self._total = 0 if self._silent else size_of(paths)
        self._started = time.monotonic()
        self._next = self._started + INTERVAL
        self._shown = False
        self._handed_out = 0

    def counting(self, shares: Iterable[Share]) -> Iterator[Share]:
        """Pass *shares* on and count their bytes; at most a few shares wait, so these stand for what is done."""
        from newslint.readers.shares import size

        for share in shares:
            self._handed_out += 0 if self._silent else size(share)
            yield share

    def show(self, tally: Tally) -> None:
        """Update the line, if it is time to."""
        now = time.monotonic()
        if self._silent or now < self._next:
            return
        self._next = now + INTERVAL
        line = self._line(tally, now - self._started)
        sys.stderr.write("\r\x1b[K" + line[: shutil.get_terminal_size().columns - 1])
        sys.stderr.flush()
        self._shown = True

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False

    def _line(self, tally: Tally, seconds: float) -> str:
        findings = sum(tally.by_severity.values())
        rate = f"{tally.articles:,} articles · {tally.articles / seconds:,.0f}/s · {findings:,} findings"
        if not self._total or not self._handed_out:
            return rate
        left = seconds * max(0.0, self._total / self._handed_out - 1)
        return f"{rate} · {left // 60:.0f}:{left % 60:02.0f} left"


def size_of(paths: list[str]) -> int:
    """Return the bytes of all files in *paths*; standard input counts nothing."""
    from newslint.readers.corpus import corpus_files

    files = (file for file in corpus_files(paths) if isinstance(file, str) and file != "-")
    return sum(map(_size, files))


def _size(file: str) -> int:
    try:
        return Path(file).stat().st_size
    except OSError:
        return 0  # the reader says what is wrong with it
