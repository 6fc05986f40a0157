"""Which fixes can be made together, and texts with them made."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from newslint.model import Edit, Finding
from newslint.model.repair import apply_edits


def apply_fixes(texts: dict[str, str], findings: Iterable[Finding], *, unsafe: bool = False) -> dict[str, str]:
    """Return *texts* (by field) with the fixes of *findings* applied that `compatible` lets through."""
    edits: dict[str, list[Edit]] = {}
    for finding in compatible(findings, unsafe=unsafe):
        for edit in finding.fix.edits if finding.fix else ():
            edits.setdefault(edit.field, []).append(edit)
    return {field: apply_edits(text, edits.get(field, [])) for field, text in texts.items()}


def compatible(findings: Iterable[Finding], *, unsafe: bool = False) -> list[Finding]:
    """Return the findings of one article whose fixes can be made together.

    Only safe fixes count unless *unsafe* is true. A fix is made whole or not at all: one whose edits overlap an edit
    already taken is left for the next run, so the result never depends on the order of overlapping fixes.
    """
    taken: dict[str, _Taken] = {}
    chosen: list[Finding] = []
    for finding in findings:
        fix = finding.fix
        if fix is None or not (fix.safe or unsafe):
            continue
        if any(edit.field in taken and taken[edit.field].overlaps(edit) for edit in fix.edits):
            continue
        for edit in fix.edits:
            taken.setdefault(edit.field, _Taken()).add(edit)
        chosen.append(finding)
    return chosen


class _Taken:
    """Edits of one field in the order of their places: of thousands, only two neighbours can overlap a new one."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int]] = []

    def add(self, edit: Edit) -> None:
        self._spans.insert(bisect_left(self._spans, (edit.start, edit.end)), (edit.start, edit.end))

    def overlaps(self, edit: Edit) -> bool:
        # Two edits at one place overlap even where one of them only inserts: their order would decide the result.
        place = bisect_left(self._spans, (edit.start, -1))
        before, after = self._spans[place - 1 : place], self._spans[place : place + 1]
        return any(end > edit.start for _, end in before) or any(
            start == edit.start or start < edit.end for start, _ in after
        )
