"""Measure how right newslint is: one subcommand per subject, each a module of ``quality_subjects``.

A subject is a module with a docstring, ``add_arguments(parser)`` and ``run(arguments) -> int``; dropping a file into
``benchmarks/quality_subjects/`` adds its subcommand. Example::

    python benchmarks/quality.py dates gold/en.jsonl.gz gold/et.jsonl.gz
"""

from __future__ import annotations

import argparse
import ast
import importlib
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> int:
    """Parse the command line and run one subject."""
    subjects = {path.stem: path for path in sorted((HERE / "quality_subjects").glob("[!_]*.py"))}
    parser = argparse.ArgumentParser(
        description=(__doc__ or "").partition("\n")[0],
        epilog="\n".join(f"  {name:12}{summary(path)}" for name, path in subjects.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("subject", choices=list(subjects))
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="see: quality.py SUBJECT --help")
    chosen = parser.parse_args()
    sys.path.insert(0, str(HERE))
    subject = importlib.import_module(f"quality_subjects.{chosen.subject}")
    command = argparse.ArgumentParser(
        prog=f"{parser.prog} {chosen.subject}",
        description=subject.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    subject.add_arguments(command)
    return int(subject.run(command.parse_args(chosen.arguments)))


def summary(path: Path) -> str:
    """Return the first line of the docstring of a subject, without importing it."""
    return (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").partition("\n")[0]


if __name__ == "__main__":
    raise SystemExit(main())
