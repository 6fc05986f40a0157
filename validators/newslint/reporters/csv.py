"""One row for each finding, for data frames and spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import Any, TextIO

import msgspec

from newslint.model import Finding, Report
from newslint.reporters.base import Reporter
from newslint.reporters.json import finding_document

COLUMNS = (
    "code",
    "slug",
    "severity",
    "article",
    "source",
    "path",
    "line",
    "column",
    "field",
    "start",
    "end",
    "quote",
    "message",
    "fix",
    "replacement",
    "evidence",
    "related",
    "fingerprint",
    "accepted",
)


class CsvReporter(Reporter):
    """Writes every finding the moment it comes, below a line of names; the counts are in the other formats.

    Values are exact. No guard stands before a text that a spreadsheet would take for a formula: it would be one more
    character that the article does not have.
    """

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        # Texts in quotes and numbers without, so that carriage returns are safe with every reader.
        self._writer = csv.DictWriter(stream, COLUMNS, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
        self._writer.writeheader()

    def add(self, findings: Sequence[Finding]) -> None:
        """Write *findings*, one a row."""
        self._writer.writerows(_row(finding) for finding in findings)

    def finish(self, report: Report) -> None:
        """Write nothing more."""


def _row(finding: Finding) -> dict[str, Any]:
    document = finding_document(finding)
    article, fix = document["article"], document["fix"]
    edits = fix["edits"] if fix else []
    return {name: document[name] for name in COLUMNS if name in document} | {
        "article": article["id"],
        "source": article["source"],
        "path": article["path"],
        "fix": ("safe" if fix["safe"] else "unsafe") if fix else None,
        "replacement": edits[0]["text"] if len(edits) == 1 else None,
        "evidence": msgspec.json.encode(document["evidence"]).decode(),
        "related": msgspec.json.encode(document["related"]).decode(),
        "accepted": "true" if finding.accepted else "false",
    }
