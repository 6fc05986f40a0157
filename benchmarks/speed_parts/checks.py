"""What each check costs: the run with all of them, less the run with all but one.

A fact that two checks share costs neither of them anything here, because it is computed for the other one; what no
single check can save stands in the last row.

The differences are small beside what other programs on the machine do to the clock. So the articles go through in
slices, and each variant is set against a run with all checks right before or after it, over the same slice; the median
of these pairs counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median, stdev

from newslint.checks import resolve
from newslint.engine.batch import in_batches
from speed_parts.measure import Bench, Result, interleaved, one_core, warm
from speed_parts.subjects import checking, checking_without, stable_checks

COLUMNS = ("check", "µs/article", "% of the run", "over 5 %")
BUDGET = 0.05
"""Share of the run that a check may cost without a stated reason."""
ALL = "all checks"


SLICE = 125
"""Articles in a slice: half a second at 4 ms an article, short enough for both runs of a pair to meet the same load."""


def run(bench: Bench) -> Result:
    """Measure the run with all checks, and without each."""
    lines = bench.sample(bench.options["check_articles"])
    codes = stable_checks()
    with one_core():
        warm(checking(lines[:SLICE]))
        pairs, seconds = _pairs(lines, codes, bench.rounds)
    shares = {code: 1 - median(pairs[code]) for code in codes}
    whole = seconds * 1e6 / len(lines)

    def row(name: str, share: float, mark: str = "") -> tuple[str, float, float, str]:
        return name, round(share * whole, 1), round(100 * share, 1), mark

    ordered = sorted(codes, key=lambda code: -shares[code])
    rows = [row(f"{code} {resolve(code).slug}", shares[code], "!" if shares[code] > BUDGET else "") for code in ordered]
    rest = row("shared by several, or by all", 1 - sum(shares.values()))
    note = f"{len(lines)} articles, {len(pairs[codes[0]])} runs of each; {_error(pairs.values())}"
    return Result("Cost of each check (leave one out)", COLUMNS, [row(ALL, 1.0), *rows, rest], [note])


def _pairs(lines: list[bytes], codes: list[str], rounds: int) -> tuple[dict[str, list[float]], float]:
    """Return the run without each check over the run with it, for every slice and round; and seconds of a run."""
    pairs: dict[str, list[float]] = {code: [] for code in codes}
    total = 0.0
    for part in in_batches(lines, SLICE):
        everything = checking(part)
        runs: list[float] = []
        for code in codes:
            seconds = interleaved({ALL: everything, code: checking_without(part, code)}, rounds)
            runs += seconds[ALL]
            pairs[code] += [without / run for run, without in zip(seconds[ALL], seconds[code], strict=True)]
        total += median(runs)
    return pairs, total


def _error(samples: Iterable[list[float]]) -> str:
    """Say how far the costs can be trusted: the standard error of the medians, taking the spread for normal."""
    errors = [1.25 * stdev(ratios) / len(ratios) ** 0.5 for ratios in samples if len(ratios) > 1]
    if not errors:
        return "one run tells nothing about the error."
    return f"the standard error is about {median(errors):.1%} of the run, and what lies below it is noise."
