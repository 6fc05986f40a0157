"""Apply fixes to texts."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.model import Edit, Finding


def apply_fixes(texts: dict[str, str], findings: Iterable[Finding], *, unsafe: bool = False) -> dict[str, str]:
    """Return *texts* (by field) with the fixes of *findings* applied.

    Only safe fixes are applied unless *unsafe* is true. A fix is applied whole or not at all: one whose edits overlap
    an edit already taken is left for the next run, so the result never depends on the order of overlapping fixes.
    """
    taken: dict[str, list[Edit]] = {}
    for finding in findings:
        if finding.fix is None or not (finding.fix.safe or unsafe):
            continue
        if any(_overlaps(edit, other) for edit in finding.fix.edits for other in taken.get(edit.field, [])):
            continue
        for edit in finding.fix.edits:
            taken.setdefault(edit.field, []).append(edit)
    return {field: _apply(text, taken.get(field, [])) for field, text in texts.items()}


def _apply(text: str, edits: list[Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _overlaps(one: Edit, other: Edit) -> bool:
    # Two edits at one place overlap even where one of them only inserts: their order would decide the result.
    return one.start == other.start or (one.start < other.end and other.start < one.end)
