"""Workflow commands of GitHub Actions: every finding becomes an annotation of its line."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.model import Finding, Report, Severity
from newslint.reporters.base import Reporter
from newslint.reporters.paths import relative
from newslint.reporters.wording import LONGEST_MESSAGE, cut_middle, headline, notes, visible

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_DATA | str.maketrans({":": "%3A", ",": "%2C"})


class GitHubReporter(Reporter):
    """Writes one command for each finding, and the verdict as a plain line below them; accepted findings are left out.

    All are written, but GitHub shows only ten errors, ten warnings and ten notices of a step as annotations; the others
    stand in its log.
    """

    def add(self, findings: Sequence[Finding]) -> None:
        """Write *findings*."""
        for finding in findings:
            if not finding.accepted:
                self.stream.write(_command(finding) + "\n")

    def finish(self, report: Report) -> None:
        """Write what the run says about itself, and the verdict."""
        for note in notes(report):
            self.stream.write(f"::warning title=newslint::{_data(visible(note))}\n")
        self.stream.write(visible(headline(report)) + "\n")


def _command(finding: Finding) -> str:
    origin = finding.article.origin
    values = {
        "file": relative(origin.path) if origin.path else "",
        "line": finding.line,
        "col": finding.column,
        "title": f"{finding.code} {finding.slug}",
    }
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in values.items() if value)
    return f"::{COMMANDS[finding.severity]} {properties}::{_data(_message(finding))}"


def _message(finding: Finding) -> str:
    """Return the message, and below it which article and field is meant where the file holds many articles."""
    message = visible(cut_middle(finding.message, LONGEST_MESSAGE))
    article = finding.article
    if article.origin.fields or not finding.field:
        return message
    return f"{message}\n{visible(cut_middle(article.id))} · {finding.field}"


def _data(text: str) -> str:
    return text.translate(_IN_DATA)


def _property(text: str) -> str:
    return text.translate(_IN_PROPERTY)
