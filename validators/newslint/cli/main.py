"""The parser, the exit status, and the one place where errors become sentences.

Exit status: 0 the gate passed; 1 the gate failed, or a diff has something to show; 2 usage, configuration, or a file
that cannot be read or repaired at all. Beyond those, 130 says that the run was interrupted, 143 that it was terminated,
and 141 that nobody read its output to the end.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from io import UnsupportedOperation
from typing import Any, NoReturn

from newslint import __version__
from newslint.errors import NewslintError, did_you_mean

COMMANDS = {
    "check": "check a corpus and say whether it may be ingested",
    "init": "look at a corpus and write its configuration",
    "baseline": "accept today's findings, so that only new ones fail the gate",
    "explain": "print the page of a check",
    "checks": "list all checks",
}
"""One module of this package per command: ``configure(parser)`` declares it, ``run(arguments)`` returns its status."""
_WRONG_COMMAND = re.compile(r"argument COMMAND: invalid choice: '([^']*)'")
_WRONG_OPTION = re.compile(r"unrecognized arguments: (?:.*? )??(--[^\s=]+)")
"""What argparse says to a slip; only from Python 3.14 on can it offer the nearest name itself."""
USAGE_ERROR = 2
INTERRUPTED = 130
BROKEN_PIPE = 141
TERMINATED = 143
"""The last three are 128 and the number of the signal that ends other programs there."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run newslint with *arguments* (default: those of the process) and return the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = _parser(given)
    options = parser.parse_args(given)
    if options.command is None:
        parser.print_help()
        return USAGE_ERROR
    try:
        status = int(import_module(f"newslint.cli.{options.command}").run(options))
        sys.stdout.flush()
    except NewslintError as error:
        print(f"newslint: {error}", file=sys.stderr)  # noqa: T201
        return USAGE_ERROR
    except KeyboardInterrupt:
        print("newslint: interrupted", file=sys.stderr)  # noqa: T201
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output went away (``| head``); there is nobody left to complain to, but nothing passed.
        _drop_output()
        return BROKEN_PIPE
    except OSError as error:
        # A full disk, say. What Python still holds for standard output would fail once more at its end.
        print(f"newslint: {error.filename or 'the output'}: {error.strerror or error}", file=sys.stderr)  # noqa: T201
        _drop_output()
        return USAGE_ERROR
    return status


def _drop_output() -> None:
    """Send what is still to be written to standard output nowhere."""
    with suppress(UnsupportedOperation):  # where standard output is no file, in a notebook
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def entry_point() -> NoReturn:
    """Be the ``newslint`` program."""
    # So that a run that is cancelled takes its temporary files with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    try:
        status = main()
    except Exception:  # noqa: BLE001 Python would exit with 1, which says that the gate failed
        import traceback

        traceback.print_exc()
        status = USAGE_ERROR
    sys.exit(status)


class _Parser(argparse.ArgumentParser):
    """Takes options by their whole names only, and offers the nearest one for a slip."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        # A shortened option that works today is ambiguous once there is a new one.
        super().__init__(*arguments, **{**settings, "allow_abbrev": False})

    def error(self, message: str) -> NoReturn:
        """Print what is wrong, with the nearest right name, and exit."""
        super().error(message + self._nearest(message))

    def _nearest(self, message: str) -> str:
        if slip := _WRONG_COMMAND.search(message):
            return did_you_mean(slip[1], COMMANDS)
        if slip := _WRONG_OPTION.search(message):
            return did_you_mean(slip[1], self._option_string_actions)
        return ""

    def parse_known_args(self, *arguments: Any, **settings: Any) -> Any:
        """Refuse what is left over here, where the options of the command are known."""
        namespace, left = super().parse_known_args(*arguments, **settings)
        if left:
            self.error(f"unrecognized arguments: {' '.join(left)}")
        return namespace, left


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="newslint",
        description="A linter for news corpora: finds what is broken, shows it in its place, gates ingestion.",
    )
    parser.add_argument("--version", action="version", version=f"newslint {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary)
        # Only the command that was asked for is imported: start-up stays near that of bare Python.
        if name in given:
            import_module(f"newslint.cli.{name}").configure(command)
    return parser
