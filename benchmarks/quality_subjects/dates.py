"""Score date facts on annotated text: precision, recall, value F1 and characters per second.

The gold is JSON Lines (plain or .gz), one document a line: {"id", "lang", "dct": "YYYY-MM-DD", "text", "timex":
[{"start", "end", "text", "type", "value"}]}. Scored are *explicit* dates: TIMEX expressions of day granularity whose
text names a day and a month (a number of one or two digits beside a month name, or a numeric date). A gold date is
found if a mention overlaps it and has its value. A mention is right if it overlaps a gold date of the same value; the
two ends of a range count as one mention, right if either is. Gold labels that contradict their own text ("17 June
1789" labelled 1798-06-17) are left out and counted in the column "odd". Mentions that overlap an expression of
another kind (a duration, a clock time, a month) are left out of precision, since the gold has no day to compare.

--annotated-lines leaves out the lines without any annotation, for gold whose later sentences nobody annotated.
--narrative reads dates without a year in the last year named before them.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import re
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from newslint.facts.dates import DateMention, find_dates, load_names

_DAY_VALUE = re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?\Z")
_NUMERIC = re.compile(r"\d{1,4}[-/.] ?\d{1,2}[-/.]")
_DAY_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_STEM = 3


class Score(NamedTuple):
    """Counts over one gold file."""

    gold: int = 0
    span: int = 0
    value: int = 0
    gold_with_year: int = 0
    value_with_year: int = 0
    predicted: int = 0
    right: int = 0
    odd: int = 0

    def __add__(self, other: Score) -> Score:  # type: ignore[override]
        """Add counts."""
        return Score(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``quality.py dates``."""
    parser.add_argument("paths", nargs="+", type=Path, help="gold files, .jsonl or .jsonl.gz")
    parser.add_argument("--narrative", action="store_true", help="dates inherit the last year named before them")
    parser.add_argument("--annotated-lines", action="store_true", help="leave out lines without any annotation")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show the first N errors of each file")
    parser.add_argument("--beside", type=Path, help="a Python file with find(text, lang, pub) to time beside newslint")


def run(arguments: argparse.Namespace) -> int:
    """Score every file and print one line for each."""
    print(HEADER)
    for path in arguments.paths:
        documents = list(read(path))
        errors: list[str] = []
        total = Score()
        for document in documents:
            total += score(document, arguments, errors)
        print(line(path.name, total, speed(documents, _newslint)))
        for error in errors[: arguments.errors]:
            print("   ", error)
        if arguments.beside:
            print(f"    {arguments.beside.name}: {speed(documents, _load(arguments.beside)):,.0f} chars/s")
    return 0


def read(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the documents of a gold file."""
    data = path.read_bytes()
    text = gzip.decompress(data) if path.suffix == ".gz" else data
    for row in text.splitlines():
        yield json.loads(row)


def score(document: dict[str, Any], arguments: argparse.Namespace, errors: list[str]) -> Score:
    """Score one document, and describe its errors."""
    text, published = document["text"], _published(document)
    mentions = find_dates(text, document["lang"], published, narrative=arguments.narrative)
    if arguments.annotated_lines:
        annotated = _annotated_lines(text, document["timex"])
        mentions = tuple(found for found in mentions if _line_start(text, found.start) in annotated)
    gold = [timex for timex in document["timex"] if is_explicit(timex, document["lang"])]
    odd = [timex for timex in gold if contradicts_itself(timex, document["lang"])]
    gold = [timex for timex in gold if timex not in odd]
    mentions = tuple(found for found in mentions if not any(_overlap(found, timex) for timex in odd))
    counts = _recall(gold, mentions, document, errors)
    return counts + _precision(document, mentions, errors) + Score(odd=len(odd))


def is_explicit(timex: dict[str, Any], language: str) -> bool:
    """Return whether *timex* is of day granularity and its text names a day and a month."""
    if timex["type"] not in {"DATE", "TIME"} or not _DAY_VALUE.match(timex["value"] or ""):
        return False
    text = timex["text"].lower()
    if _NUMERIC.search(text):
        return True
    stems = {name[:_STEM] for name in load_names(language).months}
    return bool(_DAY_NUMBER.search(text)) and any(word[:_STEM] in stems for word in re.findall(r"[^\W\d_]{3,}", text))


def contradicts_itself(timex: dict[str, Any], language: str) -> bool:
    """Return whether the label names another day, month or year than the text that it labels."""
    year, month, day = (int(part) for part in timex["value"][:10].split("-"))
    text = timex["text"]
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    years = [number for number in numbers if 1000 <= number <= 2100]
    names = load_names(language).months
    months = [names[word] for word in re.findall(r"[^\W\d_]+", text.lower()) if word in names]
    return day not in numbers or bool(years and year not in years) or bool(months and month not in months)


def _overlap(found: DateMention, timex: dict[str, Any]) -> bool:
    return bool(found.start < timex["end"] and found.end > timex["start"])


def _recall(gold: list[dict[str, Any]], mentions: tuple[DateMention, ...], document: Any, errors: list[str]) -> Score:
    span = value = with_year = value_with_year = 0
    for timex in gold:
        over = [found for found in mentions if _overlap(found, timex)]
        hit = any(str(found.value) == timex["value"][:10] for found in over)
        has_year = bool(re.search(r"\d{4}", timex["text"]))
        span, value = span + bool(over), value + hit
        with_year, value_with_year = with_year + has_year, value_with_year + (has_year and hit)
        if not hit:
            got = [str(found.value) for found in over]
            errors.append(f"missed {timex['text']!r} = {timex['value']} (dct {document['dct']}, got {got})")
    return Score(len(gold), span, value, with_year, value_with_year)


def _precision(document: Any, mentions: tuple[DateMention, ...], errors: list[str]) -> Score:
    predicted = right = 0
    seen: set[tuple[int, int]] = set()
    for found in mentions:
        span = (found.start, found.end)
        if span in seen:
            continue
        seen.add(span)
        over = [timex for timex in document["timex"] if _overlap(found, timex)]
        if over and not any(_DAY_VALUE.match(timex["value"] or "") for timex in over):
            continue
        predicted += 1
        wanted = {timex["value"][:10] for timex in over}
        if {str(found.value), str(found.partner)} & wanted:
            right += 1
        elif not over:
            errors.append(f"spurious {document['text'][found.start - 25 : found.end + 20]!r}: {found.text!r}")
    return Score(predicted=predicted, right=right)


def _published(document: dict[str, Any]) -> date | None:
    return date.fromisoformat(document["dct"][:10]) if document["dct"] else None


def _line_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1


def _annotated_lines(text: str, timexes: list[dict[str, Any]]) -> set[int]:
    return {_line_start(text, timex["start"]) for timex in timexes}


def line(name: str, total: Score, rate: float) -> str:
    """Return the printed row of one file."""
    recall, precision = _share(total.value, total.gold), _share(total.right, total.predicted)
    f1 = 2 * recall * precision / (recall + precision) if recall + precision else 0.0
    with_year = _share(total.value_with_year, total.gold_with_year)
    return (
        f"{name[:27]:28}{total.gold:6}{total.odd:5}{_share(total.span, total.gold):8.1%}{recall:9.1%}{with_year:9.1%}"
        f"{precision:8.1%}{f1:10.1%}{rate:12,.0f}"
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


HEADER = (
    f"{'gold':28}{'n':>6}{'odd':>5}{'span R':>8}{'value R':>9}{'w/ year':>9}{'prec.':>8}{'value F1':>10}{'chars/s':>12}"
)
Finder = Callable[[str, str, date | None], object]


def _newslint(text: str, language: str, published: date | None) -> object:
    return find_dates(text, language, published)


def _load(path: Path) -> Finder:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"cannot import {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    finder: Finder = module.find
    return finder


def speed(documents: list[dict[str, Any]], finder: Finder) -> float:
    """Return the best of three rates, in characters per second of processor time."""
    published = [_published(document) for document in documents]
    best = float("inf")
    for _ in range(3):
        begin = time.process_time()
        for document, day in zip(documents, published, strict=True):
            finder(document["text"], document["lang"], day)
        best = min(best, time.process_time() - begin)
    return sum(len(document["text"]) for document in documents) / best
