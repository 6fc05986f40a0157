"""Measure how fast newslint is, in ratios that hold on any machine; nothing here passes or fails.

The parts: ``throughput`` (against json.loads, datatrove and a naive script), ``checks`` (what each check costs),
``memory``, ``jobs`` (two processes), ``start`` and ``hostile`` (texts made to be slow). Example::

    python benchmarks/speed.py articles.jsonl.gz --only throughput,checks --json speed.json

Without a path, articles are generated (see ``generate.py``).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
GENERATED = 2_000
"""Articles generated where no path and no number is given."""
PARTS = ("throughput", "checks", "memory", "jobs", "start", "hostile")


def main() -> int:
    """Measure the parts asked for, print them as they come, and write them to JSON."""
    sys.path.insert(0, str(HERE))
    from speed_parts.measure import Bench

    arguments = _arguments()
    articles = arguments.articles or (0 if arguments.path else GENERATED)
    bench = Bench(
        arguments.path,
        articles=articles,
        seed=arguments.seed,
        rounds=arguments.rounds,
        options=vars(arguments),
    )
    results: dict[str, Any] = {}
    for name in arguments.only:
        result = _part(name)(bench)
        _print(result)
        results[name] = result.as_json()
        if arguments.json:
            document = {"machine": _machine(), "articles": str(arguments.path or "generated"), "parts": results}
            arguments.json.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return 0


def _part(name: str) -> Callable[[Any], Any]:
    from speed_parts import checks, hostile, processes, throughput

    functions: dict[str, Callable[[Any], Any]] = {
        "throughput": throughput.run,
        "checks": checks.run,
        "memory": processes.memory,
        "jobs": processes.jobs,
        "start": processes.start,
        "hostile": hostile.run,
    }
    return functions[name]


def _print(result: Any) -> None:
    """Print a table: words to the left, numbers to the right."""
    from speed_parts.measure import progress

    progress("")
    print(f"\n{result.title}")
    table = [tuple(map(str, result.columns)), *(tuple(map(_spelled, row)) for row in result.rows)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    first = result.rows[0] if result.rows else ()
    right = [isinstance(cell, int | float) for cell in first]
    for row in table:
        cells = zip(row, widths, right or [False] * len(widths), strict=True)
        print("  " + "  ".join(cell.rjust(width) if number else cell.ljust(width) for cell, width, number in cells))
    for note in result.notes:
        print(f"  {note}")
    sys.stdout.flush()


def _spelled(cell: object) -> str:
    return f"{cell:,}" if isinstance(cell, int | float) else str(cell)


def _machine() -> dict[str, Any]:
    return {"python": platform.python_version(), "system": platform.platform(), "cores": os.cpu_count()}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", nargs="?", type=Path, help="articles, .jsonl or .jsonl.gz (default: generated ones)")
    parser.add_argument("--only", type=_parts, default=PARTS, help="parts, separated by commas")
    parser.add_argument("--articles", type=int, help=f"articles of the corpus (all of the path; {GENERATED} generated)")
    parser.add_argument("--seed", type=int, default=1, help="of the generated articles")
    parser.add_argument("--rounds", type=int, default=5, help="interleaved rounds, of which the medians count")
    parser.add_argument("--peer-articles", type=int, default=300, help="articles that datatrove is measured on")
    parser.add_argument("--naive-articles", type=int, default=20, help="articles that the naive script is measured on")
    parser.add_argument("--check-articles", type=int, default=500, help="articles for the cost of each check")
    parser.add_argument("--memory-articles", type=_numbers, default=(10_000, 100_000), help="sizes of the corpora")
    parser.add_argument("--jobs-articles", type=int, default=40_000, help="articles for one and two processes")
    parser.add_argument("--jobs-rounds", type=int, default=3, help="runs of one and two processes each")
    parser.add_argument("--hostile-scale", type=float, default=0.2, help="1 is 20 MB on a line, 100,000 brackets …")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the numbers to FILE")
    return parser.parse_args()


def _parts(text: str) -> Sequence[str]:
    names = text.split(",")
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: the parts are {', '.join(PARTS)}")
    return names


def _numbers(text: str) -> Sequence[int]:
    return [int(number) for number in text.split(",")]


if __name__ == "__main__":
    raise SystemExit(main())
