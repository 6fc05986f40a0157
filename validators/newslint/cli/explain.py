"""``newslint explain``: the page of a check."""

from __future__ import annotations

import argparse


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("check", metavar="CODE|SLUG", help="the check, for example DAT001 or mashed-date")


def run(arguments: argparse.Namespace) -> int:
    """Print the page of the check."""
    from newslint.checks import resolve
    from newslint.cli.pages import page
    from newslint.files import writing

    with writing(None) as stream:
        stream.write(page(resolve(arguments.check)))
    return 0
