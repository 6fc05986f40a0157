"""One row for each finding, for data frames and spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import TextIO

from newslint.model import Finding, Report
from newslint.reporters.base import Reporter
from newslint.reporters.rows import COLUMNS, row


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
        for finding in findings:
            self._writer.writerow(row(finding) | {"accepted": "true" if finding.accepted else "false"})

    def finish(self, report: Report) -> None:
        """Write nothing more."""
