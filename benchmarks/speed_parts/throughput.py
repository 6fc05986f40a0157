"""How fast newslint is: against the parser, against reading and scanning, and against its peers."""

from __future__ import annotations

from collections.abc import Callable

from speed_parts.measure import Bench, Result, Work, medians, one_core, times, warm
from speed_parts.peers import FOUR, GOPHER, NotInstalledError, datatrove, naive
from speed_parts.subjects import checking, clean_lines, parsing, scanning, stable_checks

COLUMNS = ("what", "articles", "µs/article", "articles/s", "MB/s", "ratio", "goal")
PARSE, SCAN, RUN = "json.loads", "read + one scan", "newslint"


def run(bench: Bench) -> Result:
    """Measure all of it on one core."""
    with one_core() as pinned:
        table = _Table(bench, [f"CPU time of one core, {pinned}; {len(stable_checks())} stable checks."])
        table.floor()
        table.clean()
        sizes = bench.options
        table.peer("datatrove Gopher×2", "≥ 70 ×", sizes["peer_articles"], lambda lines: datatrove(lines, GOPHER))
        table.peer("datatrove 4 filters", "≥ 150 ×", sizes["peer_articles"], lambda lines: datatrove(lines, FOUR))
        table.peer("naive script", "", sizes["naive_articles"], naive, rounds=1)
    return Result("Throughput", COLUMNS, table.rows, table.notes)


class _Table:
    """Rows as they come: every ratio is between two kinds of work over the same articles in the same rounds."""

    def __init__(self, bench: Bench, notes: list[str]) -> None:
        self.bench = bench
        self.rows: list[tuple[str | int | float, ...]] = []
        self.notes = notes

    def floor(self) -> None:
        lines = self.bench.lines
        work = {PARSE: parsing(lines), SCAN: scanning(lines), RUN: checking(lines)}
        warm(*work.values())
        seconds = medians(work, self.bench.rounds)
        self._add(PARSE, lines, seconds[PARSE], "1")
        self._add(SCAN, lines, seconds[SCAN], f"{times(seconds[SCAN] / seconds[PARSE])} json.loads")
        self._add(RUN, lines, seconds[RUN], f"{times(seconds[RUN] / seconds[PARSE])} json.loads", "≤ 12 ×")

    def clean(self) -> None:
        lines = clean_lines(self.bench.lines)
        if not lines:
            self.notes.append("No article is without findings, so there is no clean article to measure.")
            return
        seconds = medians({SCAN: scanning(lines), RUN: checking(lines)}, self.bench.rounds)
        ratio = f"{times(seconds[RUN] / seconds[SCAN])} read + scan"
        self._add("newslint, clean articles", lines, seconds[RUN], ratio, "≤ 1.8 ×")
        self.notes.append("Clean articles are those without any finding, missing fields aside.")

    def peer(
        self, name: str, goal: str, size: int, make: Callable[[list[bytes]], Work], rounds: int | None = None
    ) -> None:
        lines = self.bench.sample(size)
        try:
            theirs = make(lines)
        except NotInstalledError as error:
            self.notes.append(f"Skipped: {name} ({error}).")
            return
        ours = checking(lines)
        warm(ours, make(lines[:2]))
        seconds = medians({RUN: ours, name: theirs}, rounds or self.bench.rounds)
        ratio = seconds[name] / seconds[RUN]
        self._add(name, lines, seconds[name], f"newslint is {times(ratio)} as fast", goal)

    def _add(self, name: str, lines: list[bytes], seconds: float, ratio: str, goal: str = "") -> None:
        count, size = len(lines), sum(map(len, lines))
        each = seconds / count
        self.rows.append(
            (name, count, round(each * 1e6, 1), round(1 / each), round(size / seconds / 1e6, 2), ratio, goal)
        )
