"""Which findings failed the gate, so that reports tell them from those that it let pass."""

from __future__ import annotations

from newslint.model import Report, Severity


class Gated:
    """What the limits of a verdict say about single findings.

    All findings of a check that is over its limit fail, whatever their severity, and none of one that is below it;
    findings of other checks fail by their severity.
    """

    def __init__(self, report: Report) -> None:
        severities = {severity.value for severity in Severity}
        limits = report.verdict.limits
        self._own = {limit.subject: limit.passed for limit in limits if limit.subject not in severities}
        self._failing = {limit.subject for limit in limits if limit.subject in severities and not limit.passed}

    def fails(self, code: str, severity: Severity) -> bool:
        """Return whether a finding of *code* with *severity* is one for which the gate failed."""
        if code in self._own:
            return not self._own[code]
        return severity.value in self._failing
