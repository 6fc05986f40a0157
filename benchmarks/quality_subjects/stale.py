"""Measure DAT006 on healthy articles: how many it flags, and how many of the same articles re-dated.

The articles are JSON Lines (plain or .gz) with at least {"id", "body"} and a publication date. Counted are articles
whose publication day can be read; "applicable" are those with a date in the text that the check can use. Re-dating adds
--days to the publication day and leaves the text as it is: an article whose text names its own days should then
be flagged. --show prints what was flagged on the articles as they are, to be read.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import msgspec

from newslint.checks.dates.stale_event_date import StaleEventDate
from newslint.facts.article_facts import ArticleFacts
from newslint.model import FIELDS, Article, Finding


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``quality.py stale``."""
    parser.add_argument("paths", nargs="+", type=Path, help="articles, .jsonl or .jsonl.gz")
    parser.add_argument("--days", type=int, default=25, help="days to add to the publication day (25)")
    parser.add_argument("--min-lag-days", type=int, default=StaleEventDate.Options().min_lag_days)
    parser.add_argument("--show", action="store_true", help="print every finding on the articles as they are")


def run(arguments: argparse.Namespace) -> int:
    """Print one row of the table for each group of articles."""
    check = StaleEventDate(StaleEventDate.Options(min_lag_days=arguments.min_lag_days))
    counts: Counter[str] = Counter()
    for path in arguments.paths:
        for article in articles(path):
            counts.update(judge(check, article, arguments))
    dated = counts["dated"] or 1
    for name in ("dated", "applicable", "flagged", "re-dated", "re-dated, no year written"):
        print(f"{name:26}{counts[name]:7}{counts[name] / dated:9.2%}")
    return 0


def articles(path: Path) -> Iterator[Article]:
    """Yield the articles of a file."""
    data = path.read_bytes()
    for row in (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines():
        record = json.loads(row)
        yield msgspec.convert({name: record.get(name) for name in FIELDS}, Article)


def judge(check: StaleEventDate, article: Article, arguments: argparse.Namespace) -> Iterator[str]:
    """Yield the names of the counts that *article* adds to."""
    facts = ArticleFacts(article)
    if facts.published is None:
        return
    yield "dated"
    if not check.applies(article, facts):
        return
    yield "applicable"
    for finding in check.check(article, facts):
        yield "flagged"
        if arguments.show:
            print(f"{article.id}: {finding.message}\n    {context(article, finding)!r}")
    later = facts.published.day + timedelta(days=arguments.days)
    redated = msgspec.structs.replace(article, published_at=later.isoformat())
    for finding in check.check(redated, ArticleFacts(redated)):
        yield "re-dated"
        if str(later.year) not in finding.quote and str(later.year - 1) not in finding.quote:
            yield "re-dated, no year written"


def context(article: Article, finding: Finding) -> str:
    """Return the text around a finding."""
    start, end = finding.start or 0, finding.end or 0
    return article.text(finding.field)[max(0, start - 90) : end + 60]
