"""``newslint check``: check a corpus."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from newslint.errors import ConfigError, InputError

if TYPE_CHECKING:
    from newslint.config import Config
    from newslint.model import Report

FAILED = 1
UNREADABLE_PATH = 2
SMALL_CORPUS = 1
"""Up to this many articles the report shows the whole text: the one-article page."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files or folders; - reads JSONL from standard input")
    output = parser.add_argument_group("output")
    output.add_argument("--format", default="text", metavar="FORMAT", help="text (default), json or jsonl")
    output.add_argument("--output", type=Path, metavar="FILE", help="write the report there instead of standard output")
    output.add_argument("--html", type=Path, metavar="FILE", help="also write an HTML report")
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
    parser.add_argument("--config", type=Path, metavar="FILE", help="configuration file (default: the nearest one)")


def run(arguments: argparse.Namespace) -> int:
    """Check the paths, write the reports and return the exit status."""
    from newslint.config import load_config
    from newslint.readers import validate_paths
    from newslint.reporters import get_reporter

    write = get_reporter(arguments.format)
    config = load_config(arguments.config, overrides=_overrides(arguments))
    problems = validate_paths(arguments.paths)
    for problem in problems.values():
        print(f"newslint: {problem}", file=sys.stderr)  # noqa: T201
    readable = [path for path in arguments.paths if path not in problems]
    if not readable:
        return UNREADABLE_PATH
    report = _check(readable, config, with_text=arguments.html is not None)
    with _opened(arguments.output) as stream:
        write(report, stream)
    if arguments.html is not None:
        _write_html(report, arguments.html)
    if problems:
        return UNREADABLE_PATH
    return 0 if report.passed or arguments.exit_zero else FAILED


def _check(paths: list[str], config: Config, *, with_text: bool) -> Report:
    from newslint import api
    from newslint.engine.run import Run

    run = Run(config, keep_excerpts=True, keep_articles=SMALL_CORPUS if with_text else 0)
    run.feed(api.read(paths, config, sys.stdin.buffer))
    run.conclude()
    return api.report(run, config, paths)


def _write_html(report: Report, path: Path) -> None:
    from newslint.reporters.html import write_html

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_html(report, path)
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror or error}") from error


@contextmanager
def _opened(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            # Reports carry text in every script; a C locale must not turn that into a crash.
            sys.stdout.reconfigure(encoding="utf-8", errors="replace")
        yield sys.stdout
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", errors="replace", newline="\n") as stream:
            yield stream
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror or error}") from error


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


def _mapping(text: str) -> tuple[str, str]:
    field, separator, name = text.partition("=")
    if not separator or not name:
        raise ConfigError(f"--field takes FIELD=NAME, not {text!r}")
    return field.strip(), name.strip()
