"""GitLab Code Quality: the findings that a merge request adds are shown in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, TextIO

from newslint.model import Finding, Report, Severity
from newslint.reporters.base import Reporter
from newslint.reporters.json import encoded
from newslint.reporters.paths import relative
from newslint.reporters.wording import LONGEST_MESSAGE, cut_middle, visible

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


class GitLabReporter(Reporter):
    """Writes one object for each finding, as they come; accepted findings are left out."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        self._seen: Counter[str] = Counter()
        self._separator = "[\n"

    def add(self, findings: Sequence[Finding]) -> None:
        """Write *findings*."""
        for finding in findings:
            if not finding.accepted:
                self.stream.write(self._separator + encoded(self._issue(finding)).decode())
                self._separator = ",\n"

    def finish(self, report: Report) -> None:  # noqa: ARG002
        """Close the list."""
        self.stream.write("[]\n" if self._separator == "[\n" else "\n]\n")

    def _issue(self, finding: Finding) -> dict[str, Any]:
        origin = finding.article.origin
        return {
            "description": visible(cut_middle(finding.message, LONGEST_MESSAGE)),
            "check_name": f"{finding.code} {finding.slug}",
            "fingerprint": self._fingerprint(finding, relative(origin.path) if origin.path else ""),
            "severity": SEVERITIES[finding.severity],
            "location": {
                "path": relative(origin.path) if origin.path else "",
                "lines": {"begin": finding.line or origin.line or origin.row or 1},
            },
        }

    def _fingerprint(self, finding: Finding, path: str) -> str:
        """Return what no other issue has: GitLab shows only one of several with one fingerprint.

        Ours is the same for a quote that stands twice in an article, and for articles of one id in two files.
        """
        known = f"{finding.fingerprint}:{path}"
        self._seen[known] += 1
        return f"{known}:{self._seen[known]}"
