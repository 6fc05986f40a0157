"""The first findings of each check, for reports that show some and count all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import ClassVar, TextIO

from newslint.model import Finding, Severity
from newslint.reporters.base import Reporter


class FirstFindings:
    """Keeps *most* findings of each check and severity; accepted ones are not shown, so not kept."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._cells: defaultdict[tuple[str, Severity], list[Finding]] = defaultdict(list)

    def add(self, findings: Sequence[Finding]) -> None:
        """Consider *findings*."""
        for finding in findings:
            cell = self._cells[finding.code, finding.severity]
            if not finding.accepted and len(cell) < self._most:
                cell.append(finding)

    def of(self, code: str, severity: Severity) -> list[Finding]:
        """Return the first findings of *code* with *severity*."""
        return self._cells.get((code, severity), [])


class FirstFindingsReporter(Reporter):
    """Writes nothing before the end, and then of each check and severity the first findings, ``shown`` at most."""

    shown: ClassVar[int]

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        self._first = FirstFindings(self.shown)

    def add(self, findings: Sequence[Finding]) -> None:
        """Keep the first of *findings*."""
        self._first.add(findings)
