"""The report for a terminal: every finding with its text underlined, and its pair or its dates below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TextIO

from rich.console import Console
from rich.text import Text

from newslint.model import ArticleRef, Edit, Excerpt, Finding, Fix, Report, Severity
from newslint.readers.corpus import opens_itself
from newslint.reporters.base import Reporter
from newslint.reporters.wording import (
    LONGEST_MESSAGE,
    cut_end,
    cut_middle,
    date_strip,
    fixable,
    headline,
    notes,
    place,
    plural,
    summary,
    visible,
)

WIDTH = 100
"""Columns used where the output is not a terminal."""
STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
INDENT = " " * 4
MOST_ACTIONS = 3
"""Kinds of edits of one fix that are shown: more lines than these would bury the next finding."""
MOST_RELATED = 5
"""Related places of one finding that are shown; a paragraph may stand in an article thousands of times."""


class TextReporter(Reporter):
    """Writes findings grouped by article, then the counts and the verdict."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        self._console = Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=True)
        self._width = self._console.width if self._console.is_terminal else WIDTH
        self._last: ArticleRef | None = None
        self._fixes: Counter[bool] = Counter()

    def add(self, findings: Sequence[Finding]) -> None:
        """Write *findings*, each article's below its place; accepted ones are left out."""
        for finding in findings:
            if finding.accepted:
                continue
            if finding.article != self._last:
                gap = "" if self._last is None else "\n"
                self._console.print(Text(gap + visible(place(finding)), "bold"))
                self._last = finding.article
            self._console.print(*_finding(finding, self._width), sep="\n")
            if finding.fix is not None and _is_written(finding.article.origin.path):
                self._fixes[finding.fix.safe] += 1

    def finish(self, report: Report) -> None:
        """Write the counts, what the run says about itself, and the verdict."""
        if self._last is not None:
            self._console.print()
        for count in summary(report):
            self._console.print(Text(visible(count)))
        if self._fixes:
            self._console.print(Text(fixable(self._fixes[True], self._fixes[False])))
        for note in notes(report):
            self._console.print(Text(visible(note), "bold yellow"))
        style = "bold green" if report.passed else "bold red"
        self._console.print(Text(visible(headline(report)), style))


def _is_written(path: str) -> bool:
    """Return whether ``--fix`` and ``--diff`` can treat the file of an article, if it comes from one."""
    return bool(path) and not opens_itself(path)


def _finding(finding: Finding, width: int) -> Iterator[Text]:
    where = f"{finding.line}:{finding.column}" if finding.line and finding.column else ""
    yield Text.assemble(
        f"  {where:<8}",
        (f"{finding.severity.value:<8}", STYLES[finding.severity]),
        (f"{finding.code} {finding.slug}", "bold"),
        f"  {visible(cut_middle(finding.message, LONGEST_MESSAGE))}",
    )
    marker = STYLES[finding.severity]
    shown = finding.excerpts[: 1 + MOST_RELATED]  # the first is the finding's own
    for excerpt in shown:
        yield from _excerpt(excerpt, width, "blue" if excerpt.related else marker, len(finding.excerpts) > 1)
    if len(finding.excerpts) > len(shown):
        yield Text(f"{INDENT}… and {len(finding.excerpts) - len(shown):,} more", "dim")
    strip = date_strip(finding)
    if strip:
        yield Text(f"{INDENT}{visible(strip)}", "bold")
    if finding.fix is not None:
        for action in _actions(finding.fix, width):
            yield Text(f"{INDENT}{action}", "green" if finding.fix.safe else "dim")


def _actions(fix: Fix, width: int) -> Iterator[str]:
    """Yield what the edits of *fix* do, equal ones once and the first kinds only: an article may need hundreds."""
    kind = "safe fix" if fix.safe else "unsafe fix"
    times = Counter(_action(edit, width) for edit in fix.edits)
    for action, count in islice(times.items(), MOST_ACTIONS):
        yield f"{kind}: {action}" + (f", {count:,} times" if count > 1 else "")
    left = sum(islice(times.values(), MOST_ACTIONS, None))
    if left:
        yield f"{kind}: {plural(left, 'more edit')}"


def _action(edit: Edit, width: int) -> str:
    if not edit.text:
        return "remove"
    verb = "insert" if edit.start == edit.end else "replace by"
    if edit.text.isspace():
        return f"{verb} {cut_end(repr(edit.text), width)}"
    return f"{verb} “{cut_end(visible(edit.text), width)}”"


def _excerpt(excerpt: Excerpt, width: int, style: str, labelled: bool) -> Iterator[Text]:
    language = f" · {excerpt.language}" if excerpt.language else ""
    label = f"{visible(cut_middle(excerpt.label))}{language}: " if labelled else ""
    room = max(30, width - len(INDENT) - len(label))
    quote = cut_end(visible(excerpt.quote), room)
    side = max(0, (room - len(quote)) // 2)
    before = _tail(visible(excerpt.before), side)
    after = cut_end(visible(excerpt.after), max(0, room - len(quote) - len(before))) if side > 1 else ""
    if not quote:
        return
    yield Text.assemble(INDENT, (label, "dim"), before, (quote, f"underline {style}"), after)
    if not before and not after and quote.endswith("…"):
        return  # more than this line is meant
    rule = Text(before).cell_len
    yield Text(f"{INDENT}{' ' * (Text(label).cell_len + rule)}{'^' * max(1, Text(quote).cell_len)}", style)


def _tail(text: str, length: int) -> str:
    return text if len(text) <= length else "…" + text[len(text) - length + 1 :] if length > 1 else ""
