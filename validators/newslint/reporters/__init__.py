"""What a run looks like to a person or to another program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TextIO, cast

from newslint.errors import UnknownNameError
from newslint.model import Report

Reporter = Callable[[Report, TextIO], None]
"""A reporter writes the whole report to a text stream; it depends on nothing but the report."""

FORMATS: Mapping[str, str] = {
    "text": "newslint.reporters.text",
    "json": "newslint.reporters.json",
    "jsonl": "newslint.reporters.jsonl",
}
"""The module of each format; its function ``write`` is the reporter."""


def get_reporter(name: str) -> Reporter:
    """Return the reporter of the format *name*.

    Raises
    ------
        UnknownNameError: there is no such format.

    """
    if name not in FORMATS:
        raise UnknownNameError("format", name, FORMATS)
    return cast("Reporter", import_module(FORMATS[name]).write)
