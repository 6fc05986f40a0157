"""Apply the limits of the gate to the counts of a run."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.checks import RunCheck, load_checks
from newslint.config import GateConfig
from newslint.engine.names import SEVERITIES, by_code, limits_of_checks
from newslint.model import Limit, Severity, Tally, Verdict


def judge(tally: Tally, gate: GateConfig) -> Verdict:
    """Return whether the corpus may be ingested, with every limit that was applied.

    A check with a limit of its own is judged by the share of articles it flagged. All other findings are judged by
    their severity: by the share of articles that have one, where the severity has a limit; else none may be as bad as
    ``fail_on`` or worse. A run that read no article fails: nothing was validated.
    """
    own_limits = by_code(limits_of_checks(gate))
    limits = (*_by_share(tally, own_limits), *_by_severity(tally, gate, set(own_limits)))
    reasons = [_reason(limit) for limit in limits if not limit.passed]
    if not tally.articles:
        reasons.append("no article could be read")
    return Verdict(passed=not reasons, reasons=tuple(reasons), limits=limits)


def is_failing(severity: Severity, gate: GateConfig) -> bool:
    """Return whether a finding of this *severity* fails the gate, if neither it nor its check has a limit."""
    return gate.fail_on != "never" and severity.rank <= Severity(gate.fail_on).rank


def _by_share(tally: Tally, own_limits: dict[str, float]) -> Iterator[Limit]:
    # A check that had nothing to judge is not listed: a family stands for many that did not run.
    for code in sorted(own_limits.keys() & tally.coverage.keys()):
        share, found = own_limits[code], _share(tally.coverage[code].articles_flagged, tally)
        yield Limit(code, share, found, passed=found <= share, is_share=True)


def _by_severity(tally: Tally, gate: GateConfig, limited: set[str]) -> Iterator[Limit]:
    for severity in Severity:
        share = gate.limits.get(severity.value)
        if share is not None:
            found = 1.0 if _is_of_all(tally, severity, limited) else _share(tally.judged[severity.value], tally)
            yield Limit(severity.value, share, found, passed=found <= share, is_share=True)
        elif is_failing(severity, gate):
            number = sum(n for (code, grade), n in tally.grades.items() if grade == severity and code not in limited)
            yield Limit(severity.value, 0, number, passed=not number)


def _is_of_all(tally: Tally, severity: Severity, limited: set[str]) -> bool:
    """Return whether a comparison of runs has such a finding: it is about all articles, so that no share allows it."""
    comparing = {code for code, check in load_checks().items() if issubclass(check, RunCheck)}
    return any(tally.grades[code, severity.value] for code in comparing - limited)


def _share(articles: int, tally: Tally) -> float:
    return articles / tally.articles if tally.articles else 0.0


def _reason(limit: Limit) -> str:
    if not limit.is_share:
        plural = "" if limit.found == 1 or limit.subject == "info" else "s"
        return f"{limit.found:,.0f} {limit.subject}{plural} (limit {limit.allowed:,.0f})"
    shares = f"{limit.found:.2%} of the articles"
    found = f"{shares} have findings of severity {limit.subject}" if limit.subject in SEVERITIES else ""
    return f"{found or f'{limit.subject} flags {shares}'} (limit {limit.allowed:.2%})"
