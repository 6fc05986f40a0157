"""The two charts, as tables and plain shapes computed here: no library, no script, readable without colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import msgspec

from newslint.model import Severity, Tally
from newslint.reporters.wording import is_date, reader_date, share

MOST_COLUMNS = 10
MOST_ROWS = 16
"""Bounds of the heat tables: 10 x 16 cells fit a laptop's screen and the page's budget of 3,500 elements."""
_STEPS = (0.01, 0.05, 0.15, 0.40)
"""Shares of articles at which a heat cell becomes darker."""
MOST_BARS = 48
"""Bars of the timeline; a longer time is drawn by month, then by year."""
WIDTH, HEIGHT, LEFT, TOP = 1160, 132, 44, 10
"""The timeline's drawing area in SVG units."""


class Cell(msgspec.Struct, frozen=True):
    """One share: ``heat`` 0 (nothing) to 5, and what to read aloud."""

    heat: int
    text: str
    label: str


class Heat(msgspec.Struct, frozen=True):
    """Checks against sources or languages; ``more`` columns and ``more_rows`` rows did not fit."""

    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    more: int
    more_rows: int


class Bar(msgspec.Struct, frozen=True):
    """One day, month or year; the parts are (severity, y, height, flagged) from the bottom up."""

    key: str
    name: str
    x: str
    parts: tuple[tuple[str, str, str, int], ...]
    articles: int
    tick: str


class Timeline(msgspec.Struct, frozen=True):
    """Flagged articles over time."""

    unit: str
    bars: tuple[Bar, ...]
    width: str
    lines: tuple[tuple[str, str], ...]
    undated: int


def make_heat(
    cells: Mapping[tuple[str, str], int], totals: Mapping[str, int], severities: Mapping[str, str]
) -> Heat | None:
    """Return the share of each column's articles that each check flags, the most flagged columns first."""
    by_column: Counter[str] = Counter()
    by_row: Counter[str] = Counter()
    for (code, column), flagged in cells.items():
        by_column[column] += flagged
        by_row[code] += flagged
    if not cells:
        return None
    columns = sorted(by_column, key=lambda column: (-by_column[column], column))
    codes = sorted(by_row, key=lambda code: (Severity(severities.get(code, "info")).rank, -by_row[code], code))
    shown = columns[:MOST_COLUMNS]
    return Heat(
        columns=tuple((column, f"{totals.get(column, 0):,}") for column in shown),
        rows=tuple((code, tuple(_cell(code, column, cells, totals) for column in shown)) for code in codes[:MOST_ROWS]),
        more=len(columns) - len(shown),
        more_rows=max(0, len(codes) - MOST_ROWS),
    )


def _cell(code: str, column: str, cells: Mapping[tuple[str, str], int], totals: Mapping[str, int]) -> Cell:
    flagged, total = cells.get((code, column), 0), totals.get(column, 0)
    if not flagged:
        return Cell(0, "·", "")
    if not total:  # records that could not be read have no source to be a share of
        return Cell(1, f"{flagged:,}", f"{code} in {column}: {flagged:,}")
    heat = 1 + sum(flagged > step * total for step in _STEPS)
    return Cell(heat, share(flagged, total), f"{code} in {column}: {flagged:,} of {total:,} articles")


def make_timeline(tally: Tally, severities: Mapping[str, str]) -> Timeline | None:
    """Return flagged articles by day, month or year; articles without a readable date are counted apart."""
    articles = Counter({day: n for day, n in tally.by_day.items() if is_date(day)})
    if len(articles) < 2:
        return None
    unit, length = _unit(articles)
    by_key: Counter[str] = Counter()
    flagged: Counter[tuple[str, str]] = Counter()
    for day, n in articles.items():
        by_key[day[:length]] += n
    for (code, day), n in tally.days.items():
        if is_date(day):
            flagged[day[:length], severities.get(code, "info")] += n
    keys = _keys(sorted(by_key), unit)
    return _draw(unit, keys, by_key, flagged, undated=tally.articles - sum(articles.values()))


def _unit(days: Mapping[str, int]) -> tuple[str, int]:
    """Return the unit of the bars and how many characters of an ISO date name it."""
    first, last = date.fromisoformat(min(days)), date.fromisoformat(max(days))
    if (last - first).days < MOST_BARS:
        return "day", 10
    if (last.year - first.year) * 12 + last.month - first.month < MOST_BARS:
        return "month", 7
    return "year", 4


def _keys(present: Sequence[str], unit: str) -> list[str]:
    """Return all keys from the first to the last, so that a gap in time is a gap on the page."""
    if unit == "day":
        first, last = date.fromisoformat(present[0]), date.fromisoformat(present[-1])
        return [(first + timedelta(days=i)).isoformat() for i in range((last - first).days + 1)]
    if unit == "month":
        low, high = (int(key[:4]) * 12 + int(key[5:7]) - 1 for key in (present[0], present[-1]))
        return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(low, high + 1)]
    # Placeholder years (0001, 9999) would make a continuous axis endless.
    years = range(int(present[0]), int(present[-1]) + 1)
    return [f"{year:04}" for year in years] if len(years) <= MOST_BARS else list(present[-MOST_BARS:])


def _draw(
    unit: str, keys: Sequence[str], articles: Counter[str], flagged: Counter[tuple[str, str]], undated: int
) -> Timeline:
    severities = [severity.value for severity in Severity]
    top = max(1, *(sum(flagged[key, severity] for severity in severities) for key in keys))
    step = (WIDTH - LEFT) / len(keys)
    scale = (HEIGHT - TOP) / top
    every = -(-len(keys) // 10)
    bars = []
    for i, key in enumerate(keys):
        y = float(HEIGHT)
        parts = []
        for severity in severities:
            n = flagged[key, severity]
            y -= n * scale
            if n:
                parts.append((severity, f"{y:.1f}", f"{n * scale:.1f}", n))
        tick = _tick(key) if i % every == 0 else ""
        bars.append(Bar(key, reader_date(key), f"{LEFT + i * step:.1f}", tuple(parts), articles[key], tick))
    lines = tuple((f"{HEIGHT - n * scale:.1f}", f"{n:,}") for n in sorted({0, top // 2, top}))
    return Timeline(unit, tuple(bars), f"{max(1.0, step - min(3.0, step / 4)):.1f}", lines, undated)


def _tick(key: str) -> str:
    """Shorten the name of a bar for the axis: ``6 Dec``, ``Dec 2024``."""
    words = reader_date(key).split()
    if len(words) == 3:
        return f"{words[0]} {words[1][:3]}"
    return " ".join(word[:4] if word.isdigit() else word[:3] for word in words)
