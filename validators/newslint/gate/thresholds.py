"""Apply the limits of the gate to the counts of a run."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.checks import resolve
from newslint.config import GateConfig
from newslint.model import Limit, Severity, Tally, Verdict

SEVERITIES = frozenset(severity.value for severity in Severity)


def judge(tally: Tally, gate: GateConfig) -> Verdict:
    """Return whether the corpus may be ingested, with every limit that was applied.

    A check with a limit of its own is judged by the share of articles it flagged; all other findings by their
    severity: none may be as bad as ``fail_on`` or worse. A run that read no article fails: nothing was validated.
    """
    own_limits = {resolve(name).code: share for name, share in gate.limits.items()}
    limits = (*_by_share(tally, own_limits), *_by_severity(tally, gate, set(own_limits)))
    reasons = [_reason(limit) for limit in limits if not limit.passed]
    if not tally.articles:
        reasons.append("no article could be read")
    return Verdict(passed=not reasons, reasons=tuple(reasons), limits=limits)


def is_failing(severity: Severity, gate: GateConfig) -> bool:
    """Return whether a finding of this *severity* fails the gate, if its check has no limit of its own."""
    return gate.fail_on != "never" and severity.rank <= Severity(gate.fail_on).rank


def _by_share(tally: Tally, own_limits: dict[str, float]) -> Iterator[Limit]:
    for code, share in sorted(own_limits.items()):
        coverage = tally.coverage.get(code)
        found = coverage.articles_flagged / tally.articles if coverage and tally.articles else 0.0
        yield Limit(code, share, found, passed=found <= share)


def _by_severity(tally: Tally, gate: GateConfig, limited: set[str]) -> Iterator[Limit]:
    for severity in Severity:
        if is_failing(severity, gate):
            found = sum(n for (code, grade), n in tally.grades.items() if grade == severity and code not in limited)
            yield Limit(severity.value, 0, found, passed=not found)


def _reason(limit: Limit) -> str:
    if limit.subject in SEVERITIES:
        plural = "" if limit.found == 1 or limit.subject == "info" else "s"
        return f"{limit.found:,.0f} {limit.subject}{plural} (limit {limit.allowed:,.0f})"
    return f"{limit.subject} flags {limit.found:.2%} of the articles (limit {limit.allowed:.2%})"
