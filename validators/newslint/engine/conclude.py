"""What corpus checks conclude from the notes of a run: in its own process or, of a large corpus, on all cores."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from newslint.checks import CorpusCheck
from newslint.checks.internal.check_crashed import CheckCrashed
from newslint.config import Config
from newslint.engine.batch import BATCH_SIZE, in_batches
from newslint.engine.notebook import Notebook, Stored, room
from newslint.engine.parallel import Pool
from newslint.engine.select import Plan, make_plan
from newslint.errors import StorageError
from newslint.model import Finding

WORTH_PROCESSES = 10_000
"""Articles above which several processes conclude faster than one: to start them takes as long as so many articles."""
_FATE = "on the same check of the whole corpus, which the main process runs itself"


def concluded(
    plan: Plan, config: Config, notebook: Notebook, jobs: int, note: Callable[[str], None]
) -> Iterator[list[Finding]]:
    """Yield what the corpus checks of *plan*, which *config* makes, find in *notebook*, check by check, some at a time.

    That takes *jobs* processes, if there is enough to do; *note* is told when one of them dies.
    """
    if jobs == 1 or len(notebook.badness) < WORTH_PROCESSES or len(plan.corpus) == 1:
        for check in plan.corpus:
            yield from _batches(plan, check, notebook)
        return
    with room():
        directory = TemporaryDirectory(prefix="newslint-")
    with directory as folder:
        start = ConcludeChecks(config, notebook.stored(Path(folder) / "notes"), folder)
        pool = Pool(min(jobs, len(plan.corpus)), start, lambda _: "", note, _FATE)
        codes = [check.code for check in plan.corpus]
        # Closed before the folder is gone, so that no worker writes there any more.
        with closing(pool.map(codes)) as paths:
            for check, path in zip(plan.corpus, paths, strict=True):
                if path:
                    yield from _read(Path(path))
                else:  # two workers died of it, perhaps for want of memory: here it is alone
                    yield from _batches(plan, check, notebook)


def _batches(plan: Plan, check: CorpusCheck, notebook: Notebook) -> Iterator[list[Finding]]:
    return in_batches(findings_of(plan, check, notebook.noted(check.code)), BATCH_SIZE)


def findings_of(plan: Plan, check: CorpusCheck, observations: Iterable[Any]) -> Iterator[Finding]:
    """Yield what *check* concludes from *observations*; where it crashes, that is its last finding."""
    return guarded(plan, check.code, partial(check.conclude, observations))


def guarded(plan: Plan, code: str, look: Callable[[], Iterable[Finding]]) -> Iterator[Finding]:
    """Yield what *look* finds for the check *code* in the whole corpus; where it crashes, that is its last finding."""
    try:
        yield from look()
    except StorageError:  # not the check's fault
        raise
    except Exception as error:  # noqa: BLE001 a check must never end the run
        crashed = plan.checks.get(CheckCrashed.code)
        if isinstance(crashed, CheckCrashed):
            yield crashed.report_on_corpus(code, error)


class ConcludeChecks(msgspec.Struct, frozen=True):
    """Makes the function that concludes a check, by code, and returns the path of the file with what it found.

    Findings go through files, because there may be millions.
    """

    config: Config
    notes: Stored
    folder: str

    def __call__(self) -> Callable[[str], str]:
        """Open the notes and return the function."""
        plan = make_plan(self.config)
        checks = {check.code: check for check in plan.corpus}
        notebook = Notebook.opened_from(self.notes)

        def conclude(code: str) -> str:
            path = Path(self.folder) / code
            _write(path, _batches(plan, checks[code], notebook))
            return str(path)

        return conclude


def _write(path: Path, batches: Iterable[Sequence[Finding]]) -> None:
    with room(), path.open("wb") as file:
        for batch in batches:
            pickle.dump(batch, file, pickle.HIGHEST_PROTOCOL)


def _read(path: Path) -> Iterator[list[Finding]]:
    with room(), path.open("rb") as file:
        while file.peek(1):
            yield pickle.load(file)  # noqa: S301 written by this module
    path.unlink()
