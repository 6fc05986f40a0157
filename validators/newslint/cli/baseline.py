"""``newslint baseline``: accept today's findings, so that only new ones stop the corpus."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import msgspec

from newslint.cli.corpus import (
    INTERRUPTED,
    INTERRUPTED_STATUS,
    UNREADABLE_PATH,
    Corpus,
    add_checks,
    add_paths,
    corpus_of,
    feed,
    noting,
    prepared_jobs,
)
from newslint.cli.output import refuse_inputs, say
from newslint.files import writing
from newslint.gate.baseline import read_entries, to_entry
from newslint.readers.corpus import BASELINE_NAME
from newslint.reporters.json import storable
from newslint.reporters.wording import plural

if TYPE_CHECKING:
    from newslint.model import Finding, Tally

DEFAULT = Path(BASELINE_NAME)


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_paths(parser)
    parser.add_argument(
        "--output", type=Path, default=DEFAULT, metavar="FILE", help=f"the baseline to write (default: {DEFAULT})"
    )
    add_checks(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the baseline of the paths and return the exit status; an old baseline stays where the run is cut short."""
    corpus = corpus_of(arguments, {"baseline": "", "reference": ""})
    if not corpus.complete:
        return UNREADABLE_PATH
    refuse_inputs((arguments.output,), corpus.paths)
    jobs = prepared_jobs(arguments.jobs, corpus.paths)
    known = read_entries(arguments.output) if arguments.output.exists() else {}
    try:
        with writing(arguments.output) as stream:
            tally = _write(corpus, jobs, BaselineWriter(stream, known))
    except KeyboardInterrupt:
        say(f"{arguments.output} is left as it was")
        return INTERRUPTED_STATUS
    say(f"{arguments.output} accepts {plural(sum(tally.by_code.values()), 'finding')}")
    return 0


def _write(corpus: Corpus, jobs: int, writer: BaselineWriter) -> Tally:
    from newslint.cli.progress import Progress
    from newslint.engine.run import Run
    from newslint.readers.unread import unread

    run = Run(corpus.config, sink=writer.add)
    progress = Progress(corpus.paths, quiet=False)
    notes = feed(run, corpus, jobs, progress)
    if INTERRUPTED in notes:
        raise KeyboardInterrupt
    note = noting(notes, progress)
    for sentence in unread(corpus.paths):
        note(sentence)
    run.conclude(jobs, note)
    return run.tally


class BaselineWriter:
    """Writes findings as the entries of a baseline, in the order of the corpus, so that versions can be compared.

    What was added by hand to entries that are *known* (a reason, a ticket) is kept; each finding is written once.
    """

    def __init__(self, stream: TextIO, known: Mapping[str, dict[str, Any]] | None = None) -> None:
        self._stream = stream
        self._known = known or {}
        self._written: set[str] = set()

    def add(self, findings: Sequence[Finding]) -> None:
        """Write *findings*, one a line."""
        for finding in findings:
            entry = storable(msgspec.to_builtins(to_entry(finding)))
            if entry["fingerprint"] not in self._written:
                self._written.add(entry["fingerprint"])
                document = {**entry, **self._added(entry)}
                self._stream.write(msgspec.json.encode(document).decode() + "\n")

    def _added(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        known = self._known.get(entry["fingerprint"], {})
        return {key: value for key, value in known.items() if key not in entry}
