"""Whether time stays linear in the size of texts that were made to be slow: double the size, double the time."""

from __future__ import annotations

import json
from collections.abc import Callable
from statistics import median

import generate

from speed_parts.measure import Bench, Result, interleaved, one_core, times, warm
from speed_parts.subjects import checking

COLUMNS = ("text", "size", "ms", "double size, ms", "growth", "goal")
FULL = {
    "one line": 10_000_000,
    "nested brackets": 50_000,
    "combining marks": 250_000,
    "one-character paragraphs": 25_000,
    "short sentences": 50_000,
    "mashed dates": 5_000,
}
"""The smaller of the two sizes at full scale, in characters (or letters with a mark, paragraphs …)."""


def one_line(size: int) -> str:
    """Return *size* characters of prose without a line break."""
    return generate.prose("en", size)


def nested_brackets(size: int) -> str:
    """Return *size* brackets that open and as many that close."""
    return "(" * size + "word" + ")" * size


def combining_marks(size: int) -> str:
    """Return *size* Cyrillic letters, each with an acute accent of its own (4 bytes)."""
    return "а\u0301" * size


def one_character_paragraphs(size: int) -> str:
    """Return *size* paragraphs of one letter."""
    return "\n\n".join("abcdefghijklmnopqrstuvwxyz"[number % 26] for number in range(size))


def short_sentences(size: int) -> str:
    """Return *size* sentences of one letter."""
    return "a. " * size


def mashed_dates(size: int) -> str:
    """Return *size* dates run together with their weekdays."""
    return "Friday06 December 2024 " * size


MAKERS: dict[str, Callable[[int], str]] = {
    "one line": one_line,
    "nested brackets": nested_brackets,
    "combining marks": combining_marks,
    "one-character paragraphs": one_character_paragraphs,
    "short sentences": short_sentences,
    "mashed dates": mashed_dates,
}


def run(bench: Bench) -> Result:
    """Check each text in two sizes; what an article of one word costs is taken off both."""
    scale = bench.options["hostile_scale"]
    rows: list[tuple[str | int | float, ...]] = []
    with one_core():
        for name, make in MAKERS.items():
            size = max(10, int(FULL[name] * scale))
            texts = {0: "word", 1: make(size), 2: make(2 * size)}
            work = {factor: checking([_line(text)]) for factor, text in texts.items()}
            warm(*work.values())
            seconds = interleaved(work, bench.rounds)
            fixed, single, double = (median(seconds[factor]) for factor in texts)
            told = times((double - fixed) / (single - fixed)) if single > 2 * fixed else "too small to tell"
            rows.append((name, size, round(1000 * single, 1), round(1000 * double, 1), told, "≤ 2.3 ×"))
    note = f"Sizes are {scale:g} of the full ones; --hostile-scale 1 ends at 20 MB on a line and 100,000 brackets."
    return Result("Hostile texts (CPU time)", COLUMNS, rows, [note])


def _line(body: str) -> bytes:
    article = {"id": "hostile", "title": "A text made to be slow", "language": "en", "body": body}
    return json.dumps(article, ensure_ascii=False).encode()
