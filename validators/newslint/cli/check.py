"""``newslint check``: check a corpus."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from newslint.cli.corpus import (
    INTERRUPTED,
    INTERRUPTED_STATUS,
    UNREADABLE_PATH,
    add_checks,
    add_paths,
    corpus_of,
    feed,
    noting,
    prepared_jobs,
    rewindable_stdin,
)
from newslint.cli.output import refuse_inputs, say
from newslint.errors import ConfigError
from newslint.files import writing

if TYPE_CHECKING:
    from newslint.cli.corpus import Corpus
    from newslint.cli.unused import AcceptedFindings
    from newslint.gate import Rejects
    from newslint.model import Finding, Report
    from newslint.reporters.base import Reporter
    from newslint.reporters.kept import KeptFindings

FAILED = 1
DEFAULT_FORMAT = "text"
NOT_ALL = "interrupted before the whole corpus was read"
SMALL_CORPUS = 1
"""Up to this many articles the report shows the whole text: the one-article page."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    from newslint.reporters import FORMATS

    add_paths(parser)
    output = parser.add_argument_group("output")
    output.add_argument("--format", metavar="FORMAT", help=f"{', '.join(FORMATS)} (default: {DEFAULT_FORMAT})")
    output.add_argument(
        "--output", type=Path, metavar="FILE", help="write the report, or the diff, there instead of standard output"
    )
    output.add_argument("--html", type=Path, metavar="FILE", help="also write an HTML report")
    division = parser.add_argument_group("division of the corpus (JSON Lines)")
    division.add_argument("--accepted", type=Path, metavar="FILE", help="write the articles there that may be ingested")
    division.add_argument("--rejected", type=Path, metavar="FILE", help="write the articles there that fail the gate")
    repairs = parser.add_argument_group("repairs")
    either = repairs.add_mutually_exclusive_group()
    either.add_argument("--fix", action="store_true", help="make the safe fixes in the files, then report what remains")
    either.add_argument(
        "--diff", action="store_true", help="change nothing and print, as a diff, what --fix would; exit with 1 if any"
    )
    repairs.add_argument("--unsafe-fixes", action="store_true", help="also fixes that may change what an article says")
    gate = parser.add_argument_group("gate")
    gate.add_argument(
        "--fail-on", choices=("error", "warning", "info", "never"), help="mildest severity that fails (default: error)"
    )
    gate.add_argument("--baseline", metavar="FILE", help="accept the findings that newslint baseline wrote there")
    gate.add_argument("--reference", metavar="FILE", help="compare the counts with this JSON report of an earlier run")
    gate.add_argument("--exit-zero", action="store_true", help="exit with 0 even when the gate fails")
    add_checks(parser)


def run(arguments: argparse.Namespace) -> int:
    """Check the paths, write the reports and return the exit status."""
    from newslint.reporters import check_format

    _refuse_contradictions(arguments)
    arguments.format = arguments.format or DEFAULT_FORMAT
    check_format(arguments.format)
    corpus = corpus_of(arguments, {key: getattr(arguments, key) for key in ("fail_on", "baseline", "reference")})
    if not corpus.paths:
        return UNREADABLE_PATH
    refuse_inputs((arguments.output, arguments.html, arguments.accepted, arguments.rejected), corpus.paths)
    jobs = prepared_jobs(arguments.jobs, corpus.paths)
    failed = not corpus.complete
    if arguments.fix or arguments.diff:
        from newslint.cli.repair import repair

        repaired = repair(corpus, arguments, jobs)
        failed = failed or repaired.failed
        if arguments.diff:
            return UNREADABLE_PATH if failed else FAILED * bool(repaired.fixes and not arguments.exit_zero)
    report = _check(corpus, arguments, jobs)
    if failed:
        return UNREADABLE_PATH
    if INTERRUPTED in report.notes:
        return INTERRUPTED_STATUS
    return 0 if report.passed or arguments.exit_zero else FAILED


def _refuse_contradictions(arguments: argparse.Namespace) -> None:
    """Raise ConfigError where the options for repairs contradict each other or the rest."""
    from newslint.readers import STDIN

    if arguments.unsafe_fixes and not (arguments.fix or arguments.diff):
        raise ConfigError("--unsafe-fixes says which fixes are made; add --fix or --diff")
    if arguments.diff and (arguments.format or arguments.html):
        raise ConfigError("--diff prints a diff and no report; leave out --format and --html")
    if arguments.fix and STDIN in arguments.paths:
        raise ConfigError("--fix cannot write to standard input (-); use --diff, or name a file")
    targets = [arguments.output, arguments.html, arguments.accepted, arguments.rejected]
    places = [target.resolve() for target in targets if target is not None]
    if len(set(places)) < len(places):
        raise ConfigError("--output, --html, --accepted and --rejected need a file each")
    if _is_dividing(arguments):
        _refuse_division(arguments)


def _is_dividing(arguments: argparse.Namespace) -> bool:
    return arguments.accepted is not None or arguments.rejected is not None


def _refuse_division(arguments: argparse.Namespace) -> None:
    """Raise ConfigError where a division makes no sense."""
    from newslint.cli.divide import refuse_other_formats

    if arguments.diff:
        raise ConfigError("--diff checks nothing that could be accepted; leave out --accepted and --rejected")
    refuse_other_formats((arguments.accepted, arguments.rejected))


def _check(corpus: Corpus, arguments: argparse.Namespace, jobs: int) -> Report:
    """Check the corpus, write the reports, and divide it if that is asked for."""
    if not _is_dividing(arguments):
        return _reported(corpus, arguments, jobs)
    from newslint.cli.divide import Divider

    divider = Divider(arguments.accepted, arguments.rejected, corpus.config.gate)
    with rewindable_stdin(corpus.paths) as stdin:
        report = _reported(corpus, arguments, jobs, stdin, divider.rejects)
        if report.incomplete or not corpus.complete:
            say("the corpus is not divided: not all of it was checked")
        else:
            divider.divide(corpus, report, stdin)
    return report


def _reported(
    corpus: Corpus,
    arguments: argparse.Namespace,
    jobs: int,
    stdin: BinaryIO | None = None,
    rejects: Rejects | None = None,
) -> Report:
    """Check the corpus and write the reports; *rejects* is told of all findings."""
    from newslint import api
    from newslint.cli.progress import Progress
    from newslint.cli.unused import AcceptedFindings, unused
    from newslint.engine.run import Run
    from newslint.readers.unread import unread
    from newslint.reporters import make_reporter
    from newslint.reporters.kept import KeptFindings
    from newslint.reporters.wording import headline, visible

    accepted, reference = api.accepted_by(corpus.config), api.reference_of(corpus.config)
    with writing(arguments.output) as stream:
        reporter = make_reporter(arguments.format, stream)
        kept, met = KeptFindings(), AcceptedFindings()
        progress = Progress(corpus.paths, quiet=arguments.output is None and arguments.format == "text")
        run = Run(
            corpus.config,
            sink=partial(
                _hand_to,
                [
                    reporter,
                    *([kept] if arguments.html else ()),
                    *([rejects] if rejects else ()),
                    *([met] if accepted else ()),
                ],
            ),
            keep_excerpts=arguments.format == "text" or arguments.html is not None,
            keep_articles=SMALL_CORPUS if arguments.html is not None else 0,
            accepted=accepted,
            reference=reference,
        )
        notes = feed(run, corpus, jobs, progress, stdin)
        note = noting(notes, progress)
        for sentence in (*unread(corpus.paths), *run.unmet_names()):
            note(sentence)
        run.conclude(jobs, note)
        run.findings = kept.findings()
        report = api.report(run, corpus.paths, notes, incomplete=NOT_ALL if INTERRUPTED in notes else None)
        reporter.finish(report)
    if corpus.complete and not report.incomplete:
        for sentence in unused(corpus, run, met):
            say(sentence)
    if arguments.html is not None:
        _write_html(report, arguments.html)
    if arguments.output is not None:
        # Nothing else tells a person, or the log of a job, how it went.
        say(visible(headline(report)))
    return report


def _hand_to(takers: Sequence[Reporter | KeptFindings | Rejects | AcceptedFindings], findings: list[Finding]) -> None:
    for taker in takers:
        taker.add(findings)


def _write_html(report: Report, path: Path) -> None:
    from newslint.reporters.html import render_html

    with writing(path) as stream:
        stream.write(render_html(report))
