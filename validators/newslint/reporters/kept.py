"""Which findings a report keeps when there are too many to show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from newslint.engine.count import UNKNOWN
from newslint.model import Finding

CAPACITY = 20_000
"""Findings a page can hold with their texts: about 5 MB, listed in half a second by a browser."""


class KeptFindings:
    """A sample of findings that shows every check in every source.

    Up to *capacity* findings all are kept. Beyond, each pair of check and source keeps its first ones, the same number
    for each, so that one broken source cannot crowd out the rest; what is kept depends only on the findings' order.
    """

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self._per_cell = capacity
        self._cells: defaultdict[tuple[str, str], list[tuple[int, Finding]]] = defaultdict(list)
        self._kept = 0
        self.total = 0

    def add(self, findings: Sequence[Finding]) -> None:
        """Consider *findings*; accepted ones are not shown, so not kept."""
        for finding in findings:
            if finding.accepted:
                continue
            cell = self._cells[finding.code, finding.article.source or UNKNOWN]
            if len(cell) < self._per_cell:
                cell.append((self.total, finding))
                self._kept += 1
            self.total += 1
            while self._kept > self._capacity and self._per_cell > 1:
                self._tighten()

    def findings(self) -> list[Finding]:
        """Return the kept findings in their original order."""
        numbered = [entry for cell in self._cells.values() for entry in cell]
        return [finding for _, finding in sorted(numbered, key=lambda entry: entry[0])]

    def _tighten(self) -> None:
        self._per_cell = max(1, self._per_cell // 2)
        for cell in self._cells.values():
            del cell[self._per_cell :]
        self._kept = sum(map(len, self._cells.values()))
