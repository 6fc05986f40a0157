"""What newslint writes, and what is therefore no article: reports, findings and baselines, whatever their names."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePath

_SUFFIXES = (".csv", ".json", ".jsonl")
_HEAD = 200
_OWN = re.compile(
    rb'\{\s*"schema_version": \d+,\s*"tool": \{\s*"name": "newslint"'
    rb'|\{"code":"[A-Z]{3}\d{3}","slug":"[a-z-]+","severity":"'
    rb'|"code","slug","severity","article","source","path"'
    rb'|\{"fingerprint":"\w+","code":"[A-Z]{3}\d{3}","article":"'
)
"""How the JSON report begins, a finding on a line, the table of findings, and a line of a baseline."""


def is_own(path: str) -> bool:
    """Return whether the file at *path* is one that newslint wrote."""
    if PurePath(path.lower()).suffix not in _SUFFIXES or not os.path.isfile(path):  # noqa: PTH113 for each of many
        return False
    try:
        with Path(path).open("rb", buffering=0) as file:
            return _OWN.match(file.read(_HEAD)) is not None
    except OSError:
        return False  # the reader says what is wrong with it
