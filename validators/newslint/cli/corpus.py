"""What every command that reads a corpus shares: its arguments, its configuration, and reading it to the end."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, cast

import msgspec

from newslint.cli.output import say
from newslint.errors import ConfigError

if TYPE_CHECKING:
    from newslint.cli.progress import Progress
    from newslint.config import Config
    from newslint.engine.run import Run
    from newslint.readers import ReaderOptions

UNREADABLE_PATH = 2
INTERRUPTED = "interrupted: what follows is what was found until then"
INTERRUPTED_STATUS = 130
WORTH_PROCESSES = 4 << 20
"""Bytes of input above which several processes are faster than one: about half a second of work."""

_CHOOSING = {
    "--select": "codes, slugs or families to run, by commas",
    "--ignore": "codes, slugs or families to leave out",
    "--extend-select": "run these besides those that are configured",
    "--extend-ignore": "leave these out besides those that are configured",
}


class Corpus(NamedTuple):
    """The paths that can be read, and how; ``complete`` says whether these are all that were named."""

    paths: list[str]
    config: Config
    options: ReaderOptions
    complete: bool


def add_paths(parser: argparse.ArgumentParser, *, stdin: bool = True) -> None:
    """Declare the paths, with standard input as one of them if *stdin* says so."""
    help_ = "files or folders" + ("; - reads JSONL from standard input" if stdin else "")
    parser.add_argument("paths", nargs="+", metavar="PATH", help=help_)
    if stdin:
        parser.add_argument(
            "--stdin-filename",
            metavar="NAME",
            default="",
            help="a file name whose suffix says the format of standard input, for example articles.csv",
        )


def add_checks(parser: argparse.ArgumentParser) -> None:
    """Declare which checks run, how the corpus is read, and on how many processes."""
    checks = parser.add_argument_group("checks")
    for option, what in _CHOOSING.items():
        checks.add_argument(option, action="extend", type=_names, metavar="CODES", help=what)
    checks.add_argument("--preview", action="store_true", default=None, help="also run the checks in preview")
    reading = parser.add_argument_group("reading")
    reading.add_argument("--encoding", metavar="NAME", help="character encoding of the files (default: utf-8)")
    reading.add_argument(
        "--field",
        action="append",
        type=_mapping,
        default=[],
        metavar="FIELD=NAME",
        help="the name that an article field has in the data, for example body=full_text; may be repeated",
    )
    parser.add_argument("--jobs", type=_positive, metavar="N", help="processes (default: one per core)")
    parser.add_argument("--config", type=Path, metavar="FILE", help="configuration file (default: the nearest one)")


def corpus_of(arguments: argparse.Namespace, gate: dict[str, Any]) -> Corpus:
    """Return the corpus that *arguments* name; a path that cannot be read is one sentence on standard error.

    *gate* is what the command line says about the gate.
    """
    from newslint.api import reader_options
    from newslint.cli.progress import show_log
    from newslint.config import load_config
    from newslint.readers import validate_paths

    # The arrays here are small: threads would cost more than they save, in every process.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    show_log()
    config = load_config(arguments.config, overrides=_overrides(arguments, gate))
    options = msgspec.structs.replace(reader_options(config), stdin_name=_stdin_name(arguments))
    problems = validate_paths(arguments.paths)
    for problem in problems.values():
        say(str(problem))
    readable = [path for path in arguments.paths if path not in problems]
    return Corpus(readable, config, options, complete=not problems)


def _stdin_name(arguments: argparse.Namespace) -> str:
    from newslint.readers.corpus import STDIN, stdin_complaint

    name: str = arguments.stdin_filename
    if name and STDIN not in arguments.paths:
        raise ConfigError("--stdin-filename says what comes from standard input; add - to the paths")
    if name and (problem := stdin_complaint(name)):
        raise ConfigError(problem)
    return name


def prepared_jobs(wanted: int | None, paths: list[str]) -> int:
    """Return the number of processes, with everything on its way that they need.

    Without a number *wanted* these are all cores, or one where starting processes takes longer than the work.
    """
    from newslint.cli.progress import size_of
    from newslint.engine.parallel import cores, prepare

    jobs = wanted or (cores() if size_of(paths) >= WORTH_PROCESSES else 1)
    if jobs > 1:
        # The workers' imports take as long as ours, so they had better begin before.
        prepare()
    return jobs


@contextmanager
def rewindable_stdin(paths: list[str]) -> Iterator[BinaryIO | None]:
    """Keep what comes from standard input, if *paths* name it, for a run that has to read it twice."""
    from newslint.readers import STDIN

    if STDIN not in paths:
        yield None
        return
    with TemporaryFile() as kept:
        copyfileobj(sys.stdin.buffer, cast("BinaryIO", kept))
        kept.seek(0)
        yield cast("BinaryIO", kept)


def feed(run: Run, corpus: Corpus, jobs: int, progress: Progress, stdin: BinaryIO | None = None) -> list[str]:
    """Check everything in *corpus*; return what the report must say about the run itself.

    *stdin* is what ``-`` stands for (default: standard input).
    """
    from newslint.readers.shares import plan_shares

    notes: list[str] = []
    note = noting(notes, progress)
    shares = plan_shares(corpus.paths, corpus.options, stdin or sys.stdin.buffer)
    try:
        for _ in run.feed_shares(progress.counting(shares), corpus.options, jobs, note):
            progress.show(run.tally)
    except KeyboardInterrupt:
        note(INTERRUPTED)
    finally:
        progress.clear()
    return notes


def noting(notes: list[str], progress: Progress) -> Callable[[str], None]:
    """Return what says a sentence about the run itself on standard error, and adds it to *notes*."""

    def note(text: str) -> None:
        progress.clear()
        say(text)
        notes.append(text)

    return note


def _overrides(arguments: argparse.Namespace, gate: dict[str, Any]) -> dict[str, Any]:
    given = {
        "select": arguments.select,
        "ignore": arguments.ignore,
        "extend_select": arguments.extend_select,
        "extend_ignore": arguments.extend_ignore,
        "preview": arguments.preview,
        "encoding": arguments.encoding,
        "fields": dict(arguments.field) or None,
        "gate": {key: value for key, value in gate.items() if value is not None} or None,
    }
    return {key: value for key, value in given.items() if value is not None}


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"takes a number from 1, not {text!r}")
    return int(text)


def _mapping(text: str) -> tuple[str, str]:
    field, separator, name = text.partition("=")
    if not separator or not field.strip() or not name.strip():
        raise argparse.ArgumentTypeError(f"takes FIELD=NAME, not {text!r}")
    return field.strip(), name.strip()
