"""What a run looks like to a person or to another program."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from newslint.errors import ConfigError, UnknownNameError
from newslint.files import writing
from newslint.reporters.base import Reporter

if TYPE_CHECKING:
    from newslint.model import Report

HTML = "html"
FORMATS: Mapping[str, str] = {
    "text": "newslint.reporters.text:TextReporter",
    "json": "newslint.reporters.json:JsonReporter",
    "jsonl": "newslint.reporters.jsonl:JsonLinesReporter",
    "csv": "newslint.reporters.csv:CsvReporter",
    "parquet": "newslint.reporters.parquet:ParquetReporter",
    "sarif": "newslint.reporters.sarif:SarifReporter",
    "junit": "newslint.reporters.junit:JUnitReporter",
    "github": "newslint.reporters.github:GitHubReporter",
    "gitlab": "newslint.reporters.gitlab:GitLabReporter",
    "markdown": "newslint.reporters.markdown:MarkdownReporter",
}
"""The class of each format; a module is imported only when its format is asked for."""


SUFFIXES: Mapping[str, str] = {
    ".txt": "text",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
    ".sarif": "sarif",
    ".xml": "junit",
    ".md": "markdown",
    ".html": HTML,
    ".htm": HTML,
}
"""The format that the name of a report tells."""


def check_format(name: str) -> None:
    """Raise UnknownNameError where there is no format *name*."""
    if name not in FORMATS:
        raise UnknownNameError("format", name, FORMATS, one_of=True)


def write_report(report: Report, path: Path, name: str | None = None) -> None:
    """Write *report*, which holds all its findings, to *path* in the format *name*, or the one that the path tells.

    Raises
    ------
    ConfigError
        There is no such format, or the path does not tell one.
    InputError
        The file cannot be written.

    """
    name = name or SUFFIXES.get(path.suffix.lower(), "")
    known = (*FORMATS, HTML)
    if not name:
        raise ConfigError(f"the name of {path} tells no format; say which: {', '.join(known)}")
    if name not in known:
        raise UnknownNameError("format", name, known)
    with writing(path) as stream:
        if name == HTML:
            from newslint.reporters.html import render_html

            stream.write(render_html(report))
        else:
            make_reporter(name, stream).write(report)


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


__all__ = ["FORMATS", "Reporter", "check_format", "make_reporter", "write_report"]
