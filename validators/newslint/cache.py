"""Where what is dear to make, and always comes out the same, is kept between runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory


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


def kept(name: str) -> Path | None:
    """Return where *name* is kept, if it may be; ``None`` where there is no place for it."""
    try:
        return cache_directory() / name
    except RuntimeError:  # no home directory
        return None
