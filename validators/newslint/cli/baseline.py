"""The baseline file: one accepted finding a line."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from newslint.gate.baseline import entry
from newslint.model import Finding, Report
from newslint.reporters.base import Reporter
from newslint.reporters.json import storable


class BaselineReporter(Reporter):
    """Writes every finding as an entry of a baseline, in the order of the corpus, so that versions can be compared."""

    def add(self, findings: Sequence[Finding]) -> None:
        """Write *findings*, one a line."""
        for finding in findings:
            document = storable(msgspec.to_builtins(entry(finding)))
            self.stream.write(msgspec.json.encode(document).decode() + "\n")

    def finish(self, report: Report) -> None:
        """Write nothing more."""
