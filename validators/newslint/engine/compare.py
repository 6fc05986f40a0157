"""Compare a run with an earlier one."""

from __future__ import annotations

from functools import partial

from newslint.engine.accept import Accepted, mark
from newslint.engine.conclude import guarded
from newslint.engine.count import count_finding
from newslint.engine.select import Plan
from newslint.model import Counts, Finding, Tally


def compare(plan: Plan, tally: Tally, reference: Counts, accepted: Accepted) -> list[Finding]:
    """Return what the checks of *plan* say to *tally*, all of a run, beside its *reference*; it is counted there."""
    now = Counts.of(tally, plan.checks)
    found = [
        mark(finding, accepted)
        for check in plan.run
        for finding in guarded(plan, check.code, partial(check.compare, now, reference))
    ]
    for finding in found:
        count_finding(tally, finding.article, finding, is_first=True)
    return found
