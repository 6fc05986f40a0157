"""False alarms and recall of COR002 and COR003 on the generated counts of two runs.

    python benchmarks/quality_reference.py [--runs 300] [--seed 1]

A run has 40 sources and 60 checks; how often a check flags a source is the same before and now, unless the table says
otherwise. False alarms are findings a pair of runs though nothing broke. Recall is the share of pairs in which the one
check that broke for one source is found, or the one language, source or length whose share changed.
"""

from __future__ import annotations

import argparse
from collections import Counter
from math import exp, log
from random import Random

from newslint.checks.corpus.distribution_shift import DistributionShift
from newslint.checks.corpus.finding_rate_jump import FindingRateJump
from newslint.model import Counts

SOURCES, CHECKS = 40, 60
CODES = [f"CHK{number:03}" for number in range(CHECKS)]
BATCH = 6
"""Articles of one template or day that are flagged together."""
ARTICLES = (20, 40, 100)
BROKEN = (0.3, 0.5, 0.9)
MIXES = {
    "sources": [1 / rank for rank in range(1, 41)],
    "languages": [70, 12, 6, 4, 3, 2, 1, 1, 0.5, 0.5],
    "lengths": [1, 2, 4, 7, 11, 15, 17, 15, 11, 8, 5, 3, 1],
}


def flags(articles: int, rate: float, together: int, choose: Random) -> int:
    """Return how many of *articles* are flagged, *together* at a time."""
    batches, rest = divmod(articles, together)
    return together * sum(choose.random() < rate for _ in range(batches)) + rest * (choose.random() < rate)


def wandered(rate: float, spread: float, choose: Random) -> float:
    """Return *rate* after a change of its log odds with the standard deviation *spread*."""
    return 1 / (1 + exp(-(log(rate / (1 - rate)) + choose.gauss(0, spread))))


def two_runs(together: int, spread: float, choose: Random, articles: int = 100) -> tuple[Counts, Counts]:
    """Return the counts of two runs between which nothing broke."""
    sizes = [
        {f"source {number}": int(20 * exp(choose.random() * 3)) for number in range(SOURCES)} for _ in ("now", "before")
    ]
    for size in sizes:
        size["source 0"] = articles
    rates = {(code, source): min(0.95, max(0.001, choose.betavariate(0.3, 4))) for code in CODES for source in sizes[0]}
    return tuple(  # type: ignore[return-value]
        _counts(
            size,
            {
                code: {s: flags(n, wandered(rates[code, s], spread, choose), together, choose) for s, n in size.items()}
                for code in CODES
            },
        )
        for size in sizes
    )


def _counts(sources: dict[str, int], flagged: dict[str, dict[str, int]]) -> Counts:
    total = sum(sources.values())
    return Counts(articles=total, by_source=sources, by_language={}, by_length={}, flagged=flagged)


def jump_recall(articles: int, broken: float, runs: int, choose: Random) -> float:
    """Return in how many of *runs* a rate that rose from 0.02 to *broken* is found, among rates that stay."""
    found = 0
    for _ in range(runs):
        now, before = two_runs(1, 0.0, choose, articles)
        source, code = "source 0", CODES[0]
        for run, rate in ((now, broken), (before, 0.02)):
            run.flagged[code][source] = flags(articles, rate, 1, choose)
        found += any(finding.quote == code for finding in FindingRateJump().compare(now, before))
    return found / runs


def mixed(weights: list[float], articles: int, choose: Random) -> dict[str, int]:
    """Return *articles* drawn from a mix."""
    return Counter(str(number) for number in choose.choices(range(len(weights)), weights, k=articles))


def shifts(name: str, gained: float, articles: int, runs: int, choose: Random) -> float:
    """Return how many findings a pair of runs there are when the third class gains a share *gained* of all articles."""
    weights = MIXES[name]
    changed = list(weights)
    changed[2] += sum(weights) * gained / (1 - gained)
    found = 0
    for _ in range(runs):
        now, before = (
            Counts(articles=articles, by_source=mixed(mix, articles, choose), by_language={}, by_length={}, flagged={})
            for mix in (changed, weights)
        )
        found += len(list(DistributionShift().compare(now, before)))
    return found / runs


def main(runs: int, seed: int) -> None:
    """Print the tables."""
    choose = Random(seed)
    for told, together, spread in (
        ("articles flagged independently", 1, 0.0),
        ("3 articles at a time", 3, 0.0),
        (f"{BATCH} articles at a time", BATCH, 0.0),
        ("rates that wander (log odds 0.5)", 1, 0.5),
        ("both, 3 at a time", 3, 0.5),
    ):
        alarms = sum(len(list(FindingRateJump().compare(*two_runs(together, spread, choose)))) for _ in range(runs))
        print(f"COR003, {told:34} {alarms / runs:.3f} false alarms a pair of runs ({SOURCES * CHECKS:,} rates)")
    for articles in ARTICLES:
        recall = (jump_recall(articles, broken, max(1, runs // 3), choose) for broken in BROKEN)
        told = ", ".join(f"to {broken} {share:.2f}" for broken, share in zip(BROKEN, recall, strict=True))
        print(f"COR003, recall with {articles} articles in either run, from 0.02 {told}")
    for name in MIXES:
        for articles in (200, 1_000, 10_000):
            rates = (shifts(name, gained, articles, runs, choose) for gained in (0.0, 0.2, 0.3, 0.5))
            told = "{:.3f} false alarms; found where one class gains 0.2 {:.2f}, 0.3 {:.2f}, 0.5 {:.2f}".format(*rates)
            print(f"COR002, {name}, {articles:,} articles: {told}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    main(arguments.runs, arguments.seed)
