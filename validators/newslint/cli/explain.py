"""``newslint explain``: the page of a check, or the checks of a family."""

from __future__ import annotations

import argparse


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "check", metavar="CODE|SLUG|FAMILY", help="the check, for example DAT001 or mashed-date; DAT lists its family"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the page of the check, or one line for each check of the family."""
    from newslint.checks import load_checks
    from newslint.engine.names import CHECK, meant
    from newslint.files import writing
    from newslint.reporters.pages import page

    narrowness, codes = meant(arguments.check)
    checks = [load_checks()[code] for code in codes]
    with writing(None) as stream:
        if narrowness == CHECK:
            stream.write(page(checks[0]))
        else:
            stream.writelines(f"{check.code} {check.slug}: {check.summary()}\n" for check in checks)
    return 0
