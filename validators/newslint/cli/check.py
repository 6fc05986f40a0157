"""``newslint check``: check a corpus."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.cli.output import refuse_inputs, say, writing
from newslint.errors import ConfigError

if TYPE_CHECKING:
    from newslint.cli.progress import Progress
    from newslint.config import Config
    from newslint.engine.run import Run
    from newslint.model import Finding, Report
    from newslint.readers import ReaderOptions

FAILED = 1
UNREADABLE_PATH = 2
INTERRUPTED = "interrupted: what follows is what was found until then"
NOT_ALL = "interrupted before the whole corpus was read"
INTERRUPTED_STATUS = 130
WORTH_PROCESSES = 4 << 20
"""Bytes of input above which several processes are faster than one: about half a second of work."""
SMALL_CORPUS = 1
"""Up to this many articles the report shows the whole text: the one-article page."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files or folders; - reads JSONL from standard input")
    output = parser.add_argument_group("output")
    output.add_argument("--format", metavar="FORMAT", help="text (default), json or jsonl")
    output.add_argument(
        "--output", type=Path, metavar="FILE", help="write the report, or the diff, there instead of standard output"
    )
    output.add_argument("--html", type=Path, metavar="FILE", help="also write an HTML report")
    repairs = parser.add_argument_group("repairs")
    either = repairs.add_mutually_exclusive_group()
    either.add_argument("--fix", action="store_true", help="make the safe fixes in the files, then report what remains")
    either.add_argument(
        "--diff", action="store_true", help="change nothing and print, as a diff, what --fix would; exit with 1 if any"
    )
    repairs.add_argument("--unsafe-fixes", action="store_true", help="also fixes that may change what an article says")
    checks = parser.add_argument_group("checks")
    checks.add_argument("--select", type=_names, metavar="CODES", help="codes, slugs or families to run, by commas")
    checks.add_argument("--ignore", type=_names, metavar="CODES", help="codes, slugs or families to leave out")
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
    gate = parser.add_argument_group("gate")
    gate.add_argument(
        "--fail-on", choices=("error", "warning", "info", "never"), help="mildest severity that fails (default: error)"
    )
    gate.add_argument("--exit-zero", action="store_true", help="exit with 0 even when the gate fails")
    parser.add_argument("--jobs", type=_positive, metavar="N", help="processes (default: one per core)")
    parser.add_argument("--config", type=Path, metavar="FILE", help="configuration file (default: the nearest one)")


def run(arguments: argparse.Namespace) -> int:
    """Check the paths, write the reports and return the exit status."""
    from newslint.api import reader_options
    from newslint.config import load_config
    from newslint.readers import validate_paths
    from newslint.reporters import check_format

    # The arrays here are small: threads would cost more than they save, in every process.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _refuse_contradictions(arguments)
    arguments.format = arguments.format or "text"
    check_format(arguments.format)
    config = load_config(arguments.config, overrides=_overrides(arguments))
    options = reader_options(config)
    problems = validate_paths(arguments.paths)
    for problem in problems.values():
        say(str(problem))
    readable = [path for path in arguments.paths if path not in problems]
    if not readable:
        return UNREADABLE_PATH
    refuse_inputs((arguments.output, arguments.html), readable)
    jobs = _prepared(arguments.jobs or _jobs(readable))
    failed = bool(problems)
    if arguments.fix or arguments.diff:
        from newslint.cli.repair import repair

        repaired = repair(readable, config, options, arguments, jobs)
        failed = failed or repaired.failed
        if arguments.diff:
            return UNREADABLE_PATH if failed else FAILED * bool(repaired.fixes and not arguments.exit_zero)
    report = _check(readable, config, options, arguments, jobs)
    if failed:
        return UNREADABLE_PATH
    if INTERRUPTED in report.notes:
        return INTERRUPTED_STATUS
    return 0 if report.passed or arguments.exit_zero else FAILED


def _refuse_contradictions(arguments: argparse.Namespace) -> None:
    """Raise ConfigError where the options for repairs contradict each other or the rest."""
    if arguments.unsafe_fixes and not (arguments.fix or arguments.diff):
        raise ConfigError("--unsafe-fixes says which fixes are made; add --fix or --diff")
    if arguments.diff and (arguments.format or arguments.html):
        raise ConfigError("--diff prints a diff and no report; leave out --format and --html")
    if arguments.fix and "-" in arguments.paths:
        raise ConfigError("--fix cannot write to standard input (-); use --diff, or name a file")


def _prepared(jobs: int) -> int:
    """Return *jobs*, with everything on its way that as many processes need."""
    if jobs > 1:
        from newslint.engine.parallel import prepare

        # The workers' imports take as long as ours, so they had better begin before.
        prepare()
    return jobs


def _check(
    paths: list[str], config: Config, options: ReaderOptions, arguments: argparse.Namespace, jobs: int
) -> Report:
    from newslint import api
    from newslint.cli.progress import Progress
    from newslint.engine.run import Run
    from newslint.reporters import make_reporter
    from newslint.reporters.kept import KeptFindings

    with writing(arguments.output) as stream:
        reporter = make_reporter(arguments.format, stream)
        kept = KeptFindings()
        progress = Progress(paths, quiet=arguments.output is None and arguments.format == "text")

        def sink(findings: list[Finding]) -> None:
            reporter.add(findings)
            if arguments.html is not None:
                kept.add(findings)

        small = SMALL_CORPUS if arguments.html is not None else 0
        run = Run(config, sink=sink, keep_excerpts=_wants_excerpts(arguments), keep_articles=small)
        notes = _feed(run, paths, options, jobs, progress)
        run.conclude()
        run.findings = kept.findings()
        report = api.report(run, paths, notes, incomplete=NOT_ALL if INTERRUPTED in notes else None)
        reporter.finish(report)
    if arguments.html is not None:
        _write_html(report, arguments.html)
    return report


def _feed(run: Run, paths: list[str], options: ReaderOptions, jobs: int, progress: Progress) -> list[str]:
    """Check everything in *paths*; return what the report must say about the run itself."""
    from newslint.readers.shares import plan_shares

    notes: list[str] = []

    def note(text: str) -> None:
        progress.clear()
        say(text)
        notes.append(text)

    shares = plan_shares(paths, options, sys.stdin.buffer)
    try:
        for _ in run.feed_shares(progress.counting(shares), options, jobs, note):
            progress.show(run.tally)
    except KeyboardInterrupt:
        note(INTERRUPTED)
    finally:
        progress.clear()
    return notes


def _jobs(paths: list[str]) -> int:
    """Return the number of processes: all cores, or one where starting processes takes longer than the work."""
    from newslint.cli.progress import size_of
    from newslint.engine.parallel import cores

    return cores() if size_of(paths) >= WORTH_PROCESSES else 1


def _wants_excerpts(arguments: argparse.Namespace) -> bool:
    return arguments.format == "text" or arguments.html is not None


def _write_html(report: Report, path: Path) -> None:
    from newslint.reporters.html import render_html

    with writing(path) as stream:
        stream.write(render_html(report))


def _overrides(arguments: argparse.Namespace) -> dict[str, Any]:
    given = {
        "select": arguments.select,
        "ignore": arguments.ignore,
        "preview": arguments.preview,
        "encoding": arguments.encoding,
        "fields": dict(arguments.field) or None,
        "gate": {"fail_on": arguments.fail_on} if arguments.fail_on else None,
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
