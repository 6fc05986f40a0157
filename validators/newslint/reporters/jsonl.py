"""One JSON object per finding and line, as in the ``findings`` of the JSON report."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.model import Finding, Report
from newslint.reporters.base import Reporter
from newslint.reporters.json import finding_line


class JsonLinesReporter(Reporter):
    """Writes every finding the moment it comes; the counts are in the other formats."""

    def add(self, findings: Sequence[Finding]) -> None:
        """Write *findings*, one a line."""
        for finding in findings:
            self.stream.write(finding_line(finding).decode() + "\n")

    def finish(self, report: Report) -> None:
        """Write nothing more."""
