"""Which records the gate does not let pass."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.config import GateConfig
from newslint.engine.names import SEVERITIES, by_code, limits_of_checks
from newslint.gate.thresholds import is_failing
from newslint.model import Finding, Origin, RecordPlace, Verdict


class Rejects:
    """Collects the places of the articles that keep a corpus from passing: about 150 bytes for each of them.

    An article is rejected for a finding as bad as ``fail_on``, or by a check, or a severity, whose share of articles is
    above its limit; one that a limit allows may pass.
    """

    def __init__(self, gate: GateConfig) -> None:
        self._gate = gate
        self._places: set[RecordPlace] = set()
        subjects = {*by_code(limits_of_checks(gate)), *(SEVERITIES & gate.limits.keys())}
        self._by_limit: dict[str, set[RecordPlace]] = {subject: set() for subject in subjects}

    def add(self, findings: Iterable[Finding]) -> None:
        """Take note of the articles of *findings*."""
        for finding in findings:
            if finding.accepted:
                continue
            limited = next((key for key in (finding.code, finding.severity.value) if key in self._by_limit), None)
            if limited is not None:
                self._by_limit[limited].add(finding.article.origin.record)
            elif is_failing(finding.severity, self._gate):
                self._places.add(finding.article.origin.record)

    def conclude(self, verdict: Verdict) -> None:
        """Reject the articles of those checks and severities whose limit the run exceeded, by its *verdict*."""
        for limit in verdict.limits:
            if not limit.passed:
                self._places |= self._by_limit.get(limit.subject, set())
        self._by_limit.clear()

    def __contains__(self, origin: Origin) -> bool:
        return origin.record in self._places
