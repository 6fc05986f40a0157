"""One run: batches in, findings out, corpus checks at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from newslint.config import Config
from newslint.engine.batch import BatchChecker, BatchResult, Observations
from newslint.engine.count import count_findings
from newslint.model import Article, Finding, Severity, Tally
from newslint.readers import RawRecord, Unreadable

BATCH_SIZE = 512
"""Records per batch: large enough that the table schema costs a few µs a record, small enough to stay in cache."""
T = TypeVar("T")


class Run:
    """A run over one corpus. Feed it batches, then conclude it.

    *keep_excerpts* keeps each finding's span with the text around it. *keep_articles* keeps the texts of a corpus of at
    most that many articles; of a larger one it keeps none.
    """

    def __init__(self, config: Config, *, keep_excerpts: bool = False, keep_articles: int = 0) -> None:
        self._keep_articles = keep_articles
        self.checker = BatchChecker(config, keep_excerpts=keep_excerpts, keep_articles=keep_articles)
        self.tally = Tally()
        self.findings: list[Finding] = []
        self.articles: list[Article] = []
        self._observations: Observations = {}
        self._flagged: dict[str, bool] = {}

    def feed(self, items: Iterable[RawRecord | Unreadable]) -> None:
        """Check all *items*, batch by batch."""
        for batch in in_batches(items, BATCH_SIZE):
            self.absorb(self.checker.check(batch))

    def absorb(self, result: BatchResult) -> None:
        """Take in what a batch yielded."""
        self.tally.add(result.tally)
        self.findings += result.findings
        self.articles = [*self.articles, *result.articles] if self.tally.articles <= self._keep_articles else []
        for code, seen in result.observations.items():
            self._observations.setdefault(code, []).extend(seen)
        self._remember(result.findings)

    def conclude(self) -> None:
        """Run the corpus checks over what was observed."""
        for check in self.checker.plan.corpus:
            found = list(check.conclude(self._observations.get(check.code, [])))
            for finding in found:
                self._correct_counts(finding)
                count_findings(self.tally, finding.article, [finding])
            self._remember(found)
            self.findings += found

    def _remember(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            is_error = finding.severity == Severity.ERROR
            self._flagged[_key(finding)] = self._flagged.get(_key(finding), False) or is_error

    def _correct_counts(self, finding: Finding) -> None:
        """Move the article out of the clean ones, or into those with errors, when a corpus check is its first."""
        had_error = self._flagged.get(_key(finding))
        if had_error is None:
            self.tally.clean -= 1
        if finding.severity == Severity.ERROR and not had_error:
            self.tally.with_errors += 1
        self._remember([finding])


def in_batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield lists of at most *size* items."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def _key(finding: Finding) -> str:
    origin = finding.article.origin
    return f"{finding.article.id}\x1f{origin.path}\x1f{origin.line or origin.row}"
