"""``newslint check --fix`` and ``--diff``: make the repairs in the files, or show them."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import IO, BinaryIO, cast

import msgspec

from newslint.api import accepted_by
from newslint.cli.corpus import INTERRUPTED, Corpus, feed, rewindable_stdin
from newslint.cli.output import packing, replacing, say
from newslint.cli.progress import Progress
from newslint.engine.repair import FindRepairs, by_place, find_repairs, fixing_corpus
from newslint.engine.run import Run
from newslint.errors import InputError
from newslint.files import writing
from newslint.model import Finding, RecordPlace, Repair, Tally
from newslint.readers import STDIN
from newslint.readers.compression import unpacked_name
from newslint.readers.rewrite import Worklist, rewriting
from newslint.readers.shares import plan_shares
from newslint.reporters.diff import unified_diff
from newslint.reporters.wording import more_fixes, plural

_SPOOLED = 1 << 20
"""Bytes of a file's diff that are held in memory until it is known that the file can be read to its end."""


def repair(corpus: Corpus, arguments: argparse.Namespace, jobs: int) -> Repairing:
    """Make the repairs of *corpus* or write their diff, as *arguments* say; return what came of it."""
    to_screen = arguments.diff and arguments.output is None
    find = FindRepairs(corpus.config, corpus.options, arguments.unsafe_fixes, accepted_by(corpus.config))
    repairing = Repairing(corpus, find, jobs=jobs, progress=Progress(corpus.paths, quiet=to_screen))
    if arguments.fix:
        repairing.fix()
        return repairing
    with writing(arguments.output) as stream:
        # A diff is bytes: it carries each file in its own encoding.
        stream.flush()
        repairing.diff(stream.buffer)
    return repairing


class Repairing:
    """Makes or shows the repairs of a corpus file by file, and counts them.

    ``failed`` says whether a file, or a part of one, had to be left as it was.
    """

    def __init__(self, corpus: Corpus, find: FindRepairs, *, jobs: int, progress: Progress) -> None:
        self._corpus = corpus
        self.fixes = self.articles = self.files = self.waiting = 0
        self.failed = False
        self._find = find
        self._jobs = jobs
        self._progress = progress

    def fix(self) -> None:
        """Make the repairs in the files of the corpus; the files are replaced whole or left as they were."""
        for path, repairs in self._by_file(None):
            with self._counting(path, repairs) as work:
                _replace(path, self._find, work)
        self._sum_up("made")

    def diff(self, stream: BinaryIO) -> None:
        """Write to *stream* what `fix` would change."""
        with rewindable_stdin(self._corpus.paths) as stdin:
            for path, repairs in self._by_file(stdin):
                with self._counting(path, repairs) as work:
                    _show(path, self._find, work, stdin, stream)
        self._sum_up("would be made")

    def _by_file(self, stdin: BinaryIO | None) -> Iterator[tuple[str, list[Repair]]]:
        """Yield the files that need repairs, each when all of it has been looked at."""
        for path, repairs in groupby(self._repairs(stdin), lambda repair: repair.origin.path):
            yield path, list(repairs)

    def _repairs(self, stdin: BinaryIO | None) -> Iterator[Repair]:
        seen = Tally()
        find = msgspec.structs.replace(self._find, of_corpus=self._of_corpus(stdin))
        shares = self._progress.counting(plan_shares(self._corpus.paths, find.options, stdin))
        for found in find_repairs(shares, find, self._jobs, self._note):
            seen.add(found.tally)
            self._progress.show(seen)
            self.waiting += found.waiting
            self.failed |= found.lost
            for restless in found.unsettled:
                codes = ", ".join(restless.codes)
                reason = f"its fixes do not settle in {restless.rounds} rounds ({codes})"
                self._left(restless.path, restless.article, reason)
            yield from found.made
        self._progress.clear()

    def _of_corpus(self, stdin: BinaryIO | None) -> Mapping[RecordPlace, Sequence[Finding]]:
        """Return what corpus checks find that has a fix, all of which are unsafe."""
        config = fixing_corpus(self._corpus.config) if self._find.unsafe else None
        if config is None:
            return {}
        run = Run(config, accepted=self._find.accepted)
        if INTERRUPTED in feed(run, self._corpus._replace(config=config), self._jobs, self._progress, stdin):
            raise KeyboardInterrupt
        run.conclude(self._jobs, self._note)
        if stdin is not None:
            stdin.seek(0)
        return by_place(finding for finding in run.findings if finding.fix is not None and not finding.accepted)

    @contextmanager
    def _counting(self, path: str, repairs: Iterable[Repair]) -> Iterator[Worklist]:
        """Offer the worklist of a file; say afterwards what was left alone, and count the rest."""
        work = Worklist(repairs)
        try:
            yield work
        except InputError as error:
            self._note(str(error))
            self.failed = True
            return
        for repair, reason in work.refused:
            self._left(path, repair.article, reason)
        self.fixes += sum(repair.fixes for repair in work.made)
        self.articles += len(work.made)
        self.files += bool(work.made)

    def _sum_up(self, verb: str) -> None:
        places = f" in {plural(self.articles, 'article')}, {plural(self.files, 'file')}" if self.fixes else ""
        say(f"{plural(self.fixes, 'fix', 'fixes')} {verb}{places}{more_fixes(self.waiting)}")

    def _left(self, path: str, article: str, reason: str) -> None:
        self._note(f"{path}: the article {article} is left as it was: {reason}")

    def _note(self, text: str) -> None:
        self._progress.clear()
        say(text)


class _NothingMadeError(Exception):
    """All repairs of a file were refused, so that it need not be replaced."""


def _replace(path: str, find: FindRepairs, work: Worklist) -> None:
    try:
        # The file is closed before the draft takes its place, which Windows wants.
        with (
            replacing(Path(path)) as raw,
            rewriting(path, find.options, work) as file,
            packing(raw, file.packed) as stream,
        ):
            for piece in file.pieces:
                stream.write(piece.new)
            if not work.made:
                raise _NothingMadeError
    except _NothingMadeError:
        return


def _show(path: str, find: FindRepairs, work: Worklist, stdin: BinaryIO | None, stream: BinaryIO) -> None:
    """Write the diff of one file, once it is known to be whole; a compressed file is shown as unpacked."""
    if stdin is not None and path == STDIN:
        stdin.seek(0)
    with SpooledTemporaryFile(_SPOOLED) as spool:
        with rewriting(path, find.options, work, stdin) as file:
            name = unpacked_name(path) if file.packed else path
            spool.writelines(unified_diff(name, file.pieces))
        spool.seek(0)
        copyfileobj(cast("IO[bytes]", spool), stream)
