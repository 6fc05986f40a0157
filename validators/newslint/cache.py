"""Where what is dear to make, and always comes out the same, is kept between runs."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

MOST_BYTES = 256 << 20
"""Bytes that are kept: what three versions of the checks need. What was not used for longest goes first."""
_IN_USE = 3_600
"""Seconds for which nothing is removed after it was used: another process may be about to read it."""


def cache_directory() -> Path:
    """Return the folder: ``NEWSLINT_CACHE_DIR``, else one in the user's cache directory.

    Raises RuntimeError where the user has no home directory.
    """
    chosen = os.environ.get("NEWSLINT_CACHE_DIR")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "newslint" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches/newslint"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "newslint"


def keep(name: str, write: Callable[[Path], None]) -> None:
    """Keep under *name* the file or folder that *write* makes at the path it is given.

    It appears in one step, so that a reader never sees half of it. A place that cannot be written is no error, nor is
    one where another process was faster.
    """
    with suppress(OSError, RuntimeError):
        directory = cache_directory()
        directory.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=directory, prefix=".new-") as folder:
            new = Path(folder) / name
            write(new)
            new.replace(directory / name)
        _forget(directory)


def kept(name: str) -> Path | None:
    """Return where *name* is kept, if it may be; ``None`` where there is no place for it. Then it counts as used."""
    try:
        path = cache_directory() / name
    except RuntimeError:  # no home directory
        return None
    with suppress(OSError):
        os.utime(path)
    return path


def _forget(directory: Path) -> None:
    """Remove the files of *directory* that were not used for longest, until it has at most MOST_BYTES."""
    files = [(entry.stat(), entry) for entry in os.scandir(directory) if entry.is_file()]
    room = MOST_BYTES
    for status, entry in sorted(files, key=lambda file: file[0].st_mtime, reverse=True):
        room -= status.st_size
        if room < 0 and time.time() - status.st_mtime > _IN_USE:
            with suppress(OSError):  # Windows keeps what somebody has open
                os.unlink(entry)  # noqa: PTH108 it has no Path
