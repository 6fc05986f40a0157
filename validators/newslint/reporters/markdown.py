"""A summary in GitHub's Markdown, for the page of a workflow's run and for comments on pull requests."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.checks import Check
from newslint.model import Finding, Report, Severity
from newslint.reporters.checks_run import checks_run
from newslint.reporters.first_findings import FirstFindings, FirstFindingsReporter
from newslint.reporters.wording import (
    LONGEST_MESSAGE,
    LONGEST_QUOTE,
    cut_end,
    cut_middle,
    headline,
    notes,
    plural,
    share,
    spot,
    summary,
    visible,
)

SHOWN = 5
"""Findings of a check that are shown; the others are counted."""
LONGEST = 1_000_000
"""Bytes that the summary may have: GitHub refuses a step's summary from 1 MiB on."""
_BACKTICKS = re.compile("`+")


class MarkdownReporter(FirstFindingsReporter):
    """Writes the verdict, the counts, a table of the checks that found something, and the first findings of each.

    Whatever comes from the corpus stands in code spans, one line each: there Markdown knows no markup, and GitHub no
    mentions, references or links.
    """

    shown = SHOWN

    def finish(self, report: Report) -> None:
        """Write the summary."""
        checks = _by_severity([check for check in checks_run(report) if report.tally.by_code[check.code]], report)
        head = "\n".join(_head(report, checks))
        self.stream.write(head + "\n")
        room = LONGEST - _size(head)
        for position, check in enumerate(checks):
            section = "\n".join(_section(check, report, self._first))
            room -= _size(section)
            if room < 0:
                left_out = plural(len(checks) - position, "check")
                self.stream.write(f"\nThe findings of {left_out} are left out: the summary would be too long.\n")
                return
            self.stream.write(section + "\n")


def code_span(text: str) -> str:
    """Return *text* on one line as a code span that no character of it can end, or nothing for no text."""
    line = visible(text)
    if not line.strip():
        return ""
    fence = "`" * (max(map(len, _BACKTICKS.findall(line)), default=0) + 1)
    # One space on each side is not shown, and keeps backticks of the text apart from the fence.
    return f"{fence} {line} {fence}"


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace")) + 1


def _by_severity(checks: list[type[Check]], report: Report) -> list[type[Check]]:
    return sorted(checks, key=lambda check: _severities(check, report)[0].rank)


def _severities(check: type[Check], report: Report) -> list[Severity]:
    return [severity for severity in Severity if report.tally.grades[check.code, severity.value]]


def _head(report: Report, checks: list[type[Check]]) -> Iterator[str]:
    yield f"## newslint: {headline(report)}\n"
    yield from (f"{line}\n" for line in summary(report))
    yield from (f"> {code_span(note)}\n" for note in notes(report))
    if checks:
        yield "| code | check | severity | findings | articles flagged | share |"
        yield "|---|---|---|--:|--:|--:|"
        yield from (_row(check, report) for check in checks)


def _row(check: type[Check], report: Report) -> str:
    flagged = report.tally.coverage[check.code].articles_flagged
    severities = ", ".join(severity.value for severity in _severities(check, report))
    numbers = f"{report.tally.by_code[check.code]:,} | {flagged:,} | {share(flagged, report.tally.articles)}"
    return f"| {check.code} | {check.slug} | {severities} | {numbers} |"


def _section(check: type[Check], report: Report, first: FirstFindings) -> Iterator[str]:
    yield f"\n### {check.code} {check.slug}\n"
    found = [finding for severity in _severities(check, report) for finding in first.of(check.code, severity)]
    yield from map(_item, found[:SHOWN])
    more = report.tally.by_code[check.code] - len(found[:SHOWN])
    if more > 0:
        yield f"\nand {more:,} more"


def _item(finding: Finding) -> str:
    """Return one finding as the item of a list: its place, its message, its quote."""
    lines = (spot(finding), cut_middle(finding.message, LONGEST_MESSAGE), cut_end(finding.quote, LONGEST_QUOTE))
    return "- " + "\\\n  ".join(filter(None, map(code_span, lines)))
