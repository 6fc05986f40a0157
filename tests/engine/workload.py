"""What the workers of the tests do; a module of its own, because another process has to import it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from newslint.errors import StorageError


def start() -> Callable[[Any], Any]:
    """Make the work of the test workers: each task says what is to happen."""

    def work(task: tuple[str, Any]) -> Any:
        what, argument = task
        if what == "wait":
            time.sleep(argument)
        elif what == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        elif what == "die once" and not Path(argument).exists():
            Path(argument).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        elif what == "raise":
            raise ValueError(argument)
        elif what == "no room":
            raise StorageError(argument)
        return task

    return work
