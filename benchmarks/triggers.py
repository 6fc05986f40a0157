"""Prove that no trigger loses a hit: run the exact rules everywhere and compare with the triggered run.

    python benchmarks/triggers.py corpus.jsonl.gz …

For every check that declares triggers, each article is checked twice: with the hits of the scan, and with hits that
cover the whole text; and so is every check of dates, which shares the triggers of the date facts. Findings that only
the second run has were lost by a trigger; they are printed, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newslint.checks import ArticleCheck
from newslint.config import Config
from newslint.engine.select import make_plan, scanned
from newslint.facts.article_facts import ArticleFacts
from newslint.facts.dates import DATES, TRIGGERS
from newslint.model import TEXT_FIELDS, Article, Finding
from newslint.readers import RawRecord, ReaderOptions, open_corpus, to_article
from newslint.text.scan import Hit, Scanner

LENGTH = 200
"""Characters of each hit when the text is covered: the longest that a scan gives; each overlaps the next by half."""


_DATE_FAMILY = "DAT"


class Lost(NamedTuple):
    """A finding that the triggered run does not have."""

    article: str
    finding: Finding


def main(arguments: list[str]) -> int:
    """Compare over the given corpora and return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="+", help="files or folders of articles")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="look at every Nth article only")
    given = parser.parse_args(arguments)
    records = [item for item in open_corpus(given.paths, ReaderOptions()) if isinstance(item, RawRecord)]
    articles = [to_article(record) for record in records[:: given.every]]
    losses = list(lost(articles))
    for loss in losses:
        print(f"{loss.finding.code} {loss.article}: {loss.finding.field}[{loss.finding.start}] {loss.finding.quote!r}")
    print(f"{len(articles):,} articles: {len(losses)} findings lost by triggers")
    return 1 if losses else 0


def lost(articles: Iterable[Article], select: Sequence[str] = ()) -> Iterator[Lost]:
    """Yield what the exact rules find in *articles* beyond the triggered run; *select* names the checks, empty all."""
    plan = make_plan(Config(preview=True, select=list(select))).article
    checks = [check for check in plan if check.triggers]
    dated = [check for check in plan if check.code.startswith(_DATE_FAMILY)]
    # As a run without preview has them, which may be compiled already, and apart from them the others.
    usual = scanned(make_plan(Config(select=list(select))))
    scanners = (
        Scanner({DATES: TRIGGERS, **usual}),
        Scanner({check.code: check.triggers for check in checks if check.code not in usual}),
    )
    for article in articles:
        hits = {code: found for scanner in scanners for code, found in scanner.scan(article).items()}
        hits.setdefault(DATES, [])
        covering = cover(article)
        # What checks share of the facts is computed once for all: the rules differ in nothing but their own hits.
        near = ArticleFacts(article, hits)
        everywhere = ArticleFacts(article, {**hits, **{check.code: covering for check in checks}})
        dated_everywhere = ArticleFacts(article, {**hits, DATES: covering})
        for check in checks:
            yield from lost_by(check, near if check.code in hits or check.always else None, everywhere)
        for check in dated:
            yield from lost_by(check, near, dated_everywhere)


def lost_by(check: ArticleCheck, near: ArticleFacts | None, everywhere: ArticleFacts) -> Iterator[Lost]:
    """Yield what *check* finds with the hits of *everywhere*, and not with those *near* a trigger, if any is."""
    triggered = {span(finding) for finding in run(check, near)} if near is not None else set()
    for finding in run(check, everywhere):
        if span(finding) not in triggered:
            yield Lost(everywhere.article.id, finding)


def run(check: ArticleCheck, facts: ArticleFacts) -> list[Finding]:
    """Run the exact rule of *check* around the hits of *facts*."""
    return list(check.check(facts.article, facts)) if check.applies(facts.article, facts) else []


def span(finding: Finding) -> tuple[str, int | None, int | None]:
    """Return what identifies a finding of one check in one article."""
    return finding.field, finding.start, finding.end


def cover(article: Article) -> list[Hit]:
    """Return hits that leave no character of the article's texts out."""
    return [
        Hit(field, start, min(start + LENGTH, len(article.text(field))))
        for field in TEXT_FIELDS
        for start in range(0, len(article.text(field)), LENGTH // 2)
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
