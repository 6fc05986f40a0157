"""Whole processes: how much memory they take, what a second core brings, and how fast they start."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from newslint.checks.registry import load_checks
from speed_parts.measure import Bench, Result, progress, times

STARTS = 15
ONE, TWO, APART = "--jobs 1", "--jobs 2", "two runs of --jobs 1 at once"
HEAVY = ("great_expectations", "numpy", "pandas", "pandera", "py3langid", "pyarrow", "rich")
"""What ``newslint --version`` must not import."""

# A process counts the memory of the one it was forked from as its own, so a small one stands between.
_LAUNCHER = """
import json, os, sys
process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(process, 0)
unit = 1 if sys.platform == "darwin" else 1024
print(json.dumps({"status": os.waitstatus_to_exitcode(status), "peak": usage.ru_maxrss * unit}))
"""


def memory(bench: Bench) -> Result:
    """Measure the peak of resident memory of one process over a small and a large corpus."""
    columns = ("articles", "MB of input", "peak MB", "without corpus checks", "growth", "goal")
    title = "Peak memory of one process (resident)"
    if sys.platform == "win32":
        return Result(title, columns, [], ["Skipped: this system does not report the peak memory of a process."])
    rows: list[tuple[str | int | float, ...]] = []
    peaks: list[tuple[int, float, float]] = []
    with TemporaryDirectory() as folder:
        for count in bench.options["memory_articles"]:
            progress(f"memory: {count} articles")
            corpus = bench.write(count, Path(folder))
            output = Path(folder) / "findings.jsonl"
            peak, bare = _peak(corpus, output), _peak(corpus, output, "--ignore", ",".join(_corpus_checks()))
            peaks.append((count, peak, bare))
            size, growth = corpus.stat().st_size / 1e6, bare / peaks[0][2] - 1
            rows.append(
                (count, round(size, 1), round(peak, 1), round(bare, 1), f"{growth:+.1%}", "≤ 250 MB, ≤ +5 %"),
            )
            corpus.unlink()
    note = "newslint check --jobs 1 --format jsonl; growth without corpus checks."
    return Result(title, columns, rows, [note, *_observations(peaks)])


def _corpus_checks() -> list[str]:
    return [code for code, check in load_checks().items() if check.scope == "corpus"]


def _observations(peaks: Sequence[tuple[int, float, float]]) -> list[str]:
    """Return what corpus checks take for each article that the largest corpus has more than the smallest."""
    fewest, peak, bare = min(peaks)
    most, largest_peak, largest_bare = max(peaks)
    if most == fewest:
        return []
    taken = (largest_peak - peak - largest_bare + bare) * 1e6 / (most - fewest)
    return [f"Corpus checks take {taken:.0f} bytes an article, at their peak while they conclude (goal: ≤ 1,000)."]


def jobs(bench: Bench) -> Result:
    """Measure the wall time with one and with two processes, and compare what they write.

    Two runs that know nothing of each other, at the same time, show what a second core of this machine brings at most.
    """
    seconds: dict[str, list[float]] = {name: [] for name in (ONE, TWO, APART)}
    outputs: set[str] = set()
    with TemporaryDirectory() as folder:
        corpus = bench.write(bench.options["jobs_articles"], Path(folder))
        output, other = Path(folder) / "findings.jsonl", Path(folder) / "other.jsonl"
        runs = {
            ONE: [_check(corpus, output, 1)],
            TWO: [_check(corpus, output, 2)],
            APART: [_check(corpus, output, 1), _check(corpus, other, 1)],
        }
        for turn in range(bench.options["jobs_rounds"]):
            for name, commands in runs.items():
                progress(f"jobs: round {turn + 1}, {name}")
                seconds[name].append(_together(commands))
                outputs.add(sha256(output.read_bytes()).hexdigest())
    typical = {name: median(each) for name, each in seconds.items()}
    faster = {ONE: 1.0, TWO: typical[ONE] / typical[TWO], APART: 2 * typical[ONE] / typical[APART]}
    rows = [(name, round(typical[name], 2), times(faster[name])) for name in typical]
    same = "The output is byte-identical." if len(outputs) == 1 else "THE OUTPUTS DIFFER."
    note = f"{bench.options['jobs_articles']} articles; goal: --jobs 2 at least 1.8 × as fast."
    return Result("Two processes (wall time)", ("run", "seconds", "speed-up"), rows, [note, same])


def _together(commands: Sequence[list[str]]) -> float:
    """Return the seconds until all *commands*, begun at once, have ended."""
    started = perf_counter()
    processes = [subprocess.Popen(command) for command in commands]
    statuses = [process.wait() for process in processes]
    if any(statuses):
        raise RuntimeError(f"a run ended with {statuses}")
    return perf_counter() - started


def start(bench: Bench) -> Result:  # noqa: ARG001
    """Measure how long ``newslint --version`` takes, and what it imports."""
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "newslint --version": [*_newslint(), "--version"],
    }
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(STARTS):
        for name, command in commands.items():
            started = perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            seconds[name].append(perf_counter() - started)
    bare = median(seconds["python -c pass"])
    rows = [(name, round(1000 * median(each), 1), times(median(each) / bare)) for name, each in seconds.items()]
    heavy = _imported()
    note = f"It imports {', '.join(heavy)}." if heavy else f"It imports none of {', '.join(HEAVY)}."
    return Result("Start (wall time)", ("command", "ms", "ratio"), rows, ["Goal: at most 5 ×.", note])


def _newslint() -> list[str]:
    script = Path(sys.executable).with_name("newslint")
    return [str(script)] if script.exists() else [sys.executable, "-m", "newslint"]


def _check(corpus: Path, output: Path, count: int) -> list[str]:
    options = ["--exit-zero", "--jobs", str(count), "--format", "jsonl", "--output", str(output)]
    return [*_newslint(), "check", str(corpus), *options]


def _peak(corpus: Path, output: Path, *options: str) -> float:
    """Return the peak of resident memory (MB, 10⁶ bytes) of a run with *options*."""
    command = [sys.executable, "-S", "-c", _LAUNCHER, *_check(corpus, output, 1), *options]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    answer = json.loads(done.stdout.splitlines()[-1])
    if answer["status"]:
        raise RuntimeError(f"newslint ended with status {answer['status']}: {done.stderr}")
    return float(answer["peak"]) / 1e6


def _imported() -> list[str]:
    command = [sys.executable, "-X", "importtime", "-m", "newslint", "--version"]
    trace = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in trace.splitlines()}
    return sorted(imported.intersection(HEAVY))
