"""Many processes, one result: shares go out, batch results come back in the order of the shares.

Each worker is a process with a pipe of its own. It holds one share at a time, so when it dies it is known which share
was on it: that share is tried once more on a fresh worker, and a share that kills two workers is reported as not
checked. A pool of the standard library gives up all its work when one worker dies, and cannot say on what.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import forkserver
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from tempfile import gettempdir
from typing import Any, Generic, TypeVar

from newslint.errors import NewslintError

Task = TypeVar("Task")
Result = TypeVar("Result")
ATTEMPTS = 2
WINDOW = 4
"""Shares per worker that may be finished ahead of the next one to report: bounds the memory of results that wait."""
LONGEST_FOLDER = 64
"""Bytes of the path of the folder for temporary files in which the fork server can have its socket, whose path has at
most 104 bytes on macOS and 108 on Linux, 34 of them its own. With a longer one every worker imports for itself."""
DEEPEST = 10_000
"""Levels of calls in which a task is pickled. JSON of more than 1,000 levels is not read in the first place."""
PRELOADED = ["newslint.engine.preload"]
"""What workers share: forked from a process that has imported it, none imports it again."""


def cores() -> int:
    """Return the number of cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # macOS and Windows know no affinity


def prepare() -> None:
    """Begin to import what workers need, in the process that they will be forked from, and do not wait for it."""
    if _context().get_start_method() == "forkserver":
        forkserver.ensure_running()


class WorkerError(RuntimeError):
    """The work itself raised an exception in a worker; its text holds the worker's traceback."""


class Pool(Generic[Task, Result]):
    """Run ``start()(task)`` for every task on *workers* processes.

    *start* is called once in each worker and returns the function that does the work; both must be picklable by
    reference. *lost* makes the result of a task whose workers died. *note* is told of every death; *fate* says what
    becomes of such a task.
    """

    def __init__(
        self,
        workers: int,
        start: Callable[[], Callable[[Task], Result]],
        lost: Callable[[Task], Result],
        note: Callable[[str], None],
        fate: str = "on the same part of the corpus, which is not checked",
    ) -> None:
        self._start = start
        self._lost = lost
        self._note = note
        self._fate = fate
        self._limit = workers
        self._context = _context()
        self._workers: dict[Connection, _Worker] = {}
        self._handed = 0

    def map(self, tasks: Iterable[Task]) -> Generator[Result, None, None]:
        """Yield the results in the order of *tasks*, which are taken only as fast as results are reported."""
        waiting = enumerate(tasks)
        again: deque[_Assignment[Task]] = deque()
        done: dict[int, Result] = {}
        reported = 0
        try:
            while True:
                self._hand_out(waiting, again, reported)
                busy = [connection for connection, worker in self._workers.items() if worker.assignment is not None]
                if not busy:
                    return
                for connection in wait(busy):
                    self._collect(self._workers[connection], again, done)  # type: ignore[index]
                while reported in done:
                    yield done.pop(reported)
                    reported += 1
        finally:
            self._stop()

    def _hand_out(self, waiting: Iterator[tuple[int, Task]], again: deque[_Assignment[Task]], reported: int) -> None:
        for worker in self._idle():
            if again:
                worker.give(again.popleft())
                continue
            following = next(waiting, None) if self._handed < reported + WINDOW * self._limit else None
            if following is None:
                return
            self._handed += 1
            worker.give(_Assignment(*following))

    def _idle(self) -> Iterator[_Worker]:
        yield from [worker for worker in self._workers.values() if worker.assignment is None]
        while len(self._workers) < self._limit:
            worker = _Worker(self._context, self._start)
            self._workers[worker.connection] = worker
            yield worker

    def _collect(self, worker: _Worker, again: deque[_Assignment[Task]], done: dict[int, Result]) -> None:
        assignment = worker.assignment
        assert assignment is not None
        try:
            failure, result = worker.connection.recv()
        except (EOFError, OSError):
            self._bury(worker, again, done)
            return
        if failure is not None:
            raise failure
        worker.assignment = None
        done[assignment.index] = result

    def _bury(self, worker: _Worker, again: deque[_Assignment[Task]], done: dict[int, Result]) -> None:
        assignment = worker.assignment
        assert assignment is not None
        del self._workers[worker.connection]
        reason = worker.end()
        if assignment.attempt < ATTEMPTS:
            self._note(f"a worker process died ({reason}); what it was checking is checked once more")
            again.append(_Assignment(assignment.index, assignment.task, assignment.attempt + 1))
        else:
            self._note(f"a worker process died again ({reason}) {self._fate}")
            done[assignment.index] = self._lost(assignment.task)

    def _stop(self) -> None:
        for worker in self._workers.values():
            worker.end()
        self._workers.clear()


class _Assignment(Generic[Task]):
    def __init__(self, index: int, task: Task, attempt: int = 1) -> None:
        self.index = index
        self.task = task
        self.attempt = attempt


class _Worker:
    def __init__(self, context: BaseContext, start: Callable[[], Callable[[Any], Any]]) -> None:
        self.assignment: _Assignment[Any] | None = None
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, start), daemon=True)  # type: ignore[attr-defined]
        self._process.start()
        # Only the worker may hold its end of the pipe: then its death closes the pipe, and is noticed.
        theirs.close()

    def give(self, assignment: _Assignment[Any]) -> None:
        self.assignment = assignment
        # A worker that is dead already shows itself when its result is awaited.
        with suppress(OSError), _nested(DEEPEST):
            self.connection.send(assignment.task)

    def end(self) -> str:
        """Stop the process and return how it ended."""
        self.connection.close()
        if self.assignment is not None:
            self._process.terminate()
        self._process.join(timeout=5)
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join()
        code = self._process.exitcode or 0
        return signal.Signals(-code).name if code < 0 else f"exit status {code}"


@contextmanager
def _nested(depth: int) -> Iterator[None]:
    """Let values that are nested so deeply be pickled: Python 3.11 counts some levels of calls for each of theirs."""
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(max(usual, depth))
    try:
        yield
    finally:
        sys.setrecursionlimit(usual)


def _serve(connection: Connection, start: Callable[[], Callable[[Any], Any]]) -> None:
    """Be a worker: answer every task until the pipe closes."""
    # Ctrl-C reaches the whole process group; the parent alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work = None
    while True:
        try:
            task = connection.recv()
        except EOFError:
            return
        try:
            work = work or start()
            answer: tuple[Exception | None, Any] = (None, work(task))
        except NewslintError as error:
            answer = (error, None)
        except Exception:  # noqa: BLE001 the parent raises it
            answer = (WorkerError(traceback.format_exc()), None)
        try:
            connection.send(answer)
        except OSError:
            return


def _context() -> BaseContext:
    """Return a context whose workers share the cost of the imports and inherit no threads."""
    has_room = len(os.fsencode(gettempdir())) <= LONGEST_FOLDER
    if "forkserver" not in multiprocessing.get_all_start_methods() or not has_room:
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    return context
