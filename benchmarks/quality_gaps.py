"""False alarms and recall of COR001 on generated sources.

    python benchmarks/quality_gaps.py [--sources 400] [--seed 1]

Each source publishes for a year after one of ``RHYTHMS``. False alarms are the silences that are flagged though
nothing was taken away, counted by source-year; recall is the share of sources whose articles of 7, 14 or 30 days in a
row were taken away and whose silence is flagged.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from math import pi, sin
from random import Random

from newslint.checks.corpus.coverage_gap import CoverageGap

YEAR = 365
MONDAY = 738_886 // 7 * 7 + 1
LOST = (7, 14, 30)
HOLIDAYS = frozenset((0, 5, 92, 94, 95, 120, 133, 144, 275, 304, 357, 358, 359, 364))
CHECK = CoverageGap()

RHYTHMS: dict[str, Callable[[int], float]] = {
    "every day": lambda _: 0.99,
    "nine days in ten": lambda _: 0.9,
    "seven in ten": lambda _: 0.7,
    "every second day": lambda _: 0.5,
    "one in ten": lambda _: 0.1,
    "Monday to Friday": lambda day: 0.97 if day % 7 < 5 else 0.03,
    "every day but holidays": lambda day: 0.0 if day in HOLIDAYS else 0.98,
    "more and more": lambda day: 0.05 + 0.95 * day / YEAR,
    "archive, then daily": lambda day: 0.02 if day < 180 else 0.98,
    "by season": lambda day: 0.5 + 0.45 * sin(day * pi / 90),
}
"""How likely there is an article on a day of the year."""


def publish(rhythm: Callable[[int], float], choose: Random) -> list[int]:
    """Return the active days of a year."""
    return [MONDAY + day for day in range(YEAR) if choose.random() < rhythm(day)]


def publish_with_pauses(begin: float, stay: float, choose: Random) -> list[int]:
    """Return the active days of a year; *begin* and *stay* are how likely a silence begins, and goes on, on a day."""
    active, silent = [], False
    for day in range(YEAR):
        silent = choose.random() < (stay if silent else begin)
        if not silent:
            active.append(MONDAY + day)
    return active


def is_found(active: Sequence[int], days: int, choose: Random) -> bool:
    """Return whether the loss of *days* days in a row is flagged."""
    first = MONDAY + choose.randrange(20, YEAR - 20 - days)
    kept = [day for day in active if not first <= day < first + days]
    return any(one.first <= first + days // 2 <= one.last for one in CHECK.gaps(kept))


def main(sources: int, seed: int) -> None:
    """Print false alarms by source-year and recall, rhythm by rhythm."""
    ways: dict[str, Callable[[Random], list[int]]] = {
        name: partial(publish, rhythm) for name, rhythm in RHYTHMS.items()
    }
    ways["in bursts"] = partial(publish_with_pauses, 0.1, 0.5)
    ways["with pauses of a week"] = partial(publish_with_pauses, 0.02, 0.85)
    for name, publishing in ways.items():
        choose = Random(seed)
        years = [publishing(choose) for _ in range(sources)]
        alarms = sum(len(CHECK.gaps(year)) for year in years) / sources
        recall = (sum(is_found(year, days, choose) for year in years) / sources for days in LOST)
        told = ", ".join(f"{days} days {share:.2f}" for days, share in zip(LOST, recall, strict=True))
        print(f"{name:24} {alarms:.4f} false alarms a source-year, recall {told}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sources", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    main(given.sources, given.seed)
