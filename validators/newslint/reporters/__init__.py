"""What a run looks like to a person or to another program."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TextIO

from newslint.errors import UnknownNameError
from newslint.reporters.base import Reporter

FORMATS: Mapping[str, str] = {
    "text": "newslint.reporters.text:TextReporter",
    "json": "newslint.reporters.json:JsonReporter",
    "jsonl": "newslint.reporters.jsonl:JsonLinesReporter",
    "csv": "newslint.reporters.csv:CsvReporter",
    "parquet": "newslint.reporters.parquet:ParquetReporter",
    "sarif": "newslint.reporters.sarif:SarifReporter",
    "junit": "newslint.reporters.junit:JUnitReporter",
    "github": "newslint.reporters.github:GitHubReporter",
    "markdown": "newslint.reporters.markdown:MarkdownReporter",
}
"""The class of each format; a module is imported only when its format is asked for."""


def check_format(name: str) -> None:
    """Raise UnknownNameError where there is no format *name*."""
    if name not in FORMATS:
        raise UnknownNameError("format", name, FORMATS)


def make_reporter(name: str, stream: TextIO) -> Reporter:
    """Return a reporter that writes the format *name* to *stream*.

    Raises
    ------
    UnknownNameError
        There is no such format.

    """
    check_format(name)
    module, _, class_name = FORMATS[name].partition(":")
    reporter: Reporter = getattr(import_module(module), class_name)(stream)
    return reporter


__all__ = ["FORMATS", "Reporter", "check_format", "make_reporter"]
