"""One run: batches in, findings out, corpus checks at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from itertools import islice
from typing import Any, TypeVar

import msgspec

from newslint.config import Config
from newslint.engine.batch import BatchChecker, BatchResult, Observations
from newslint.engine.count import count_findings
from newslint.engine.parallel import Pool
from newslint.engine.worker import CheckShares
from newslint.model import Article, ArticleRef, Finding, Origin, Severity, Tally
from newslint.readers import RawRecord, ReaderOptions, Unreadable
from newslint.readers.shares import Share, describe, read_share

BATCH_SIZE = 512
"""Records per batch: large enough that the table schema costs a few µs a record, small enough to stay in cache."""
T = TypeVar("T")
Sink = Callable[[list[Finding]], None]


class Run:
    """A run over one corpus: feed it, then conclude it.

    Findings are handed to *sink* as they come; without one they are kept in ``findings``. *keep_excerpts* keeps each
    finding's span with the text around it. *keep_articles* keeps the texts of a corpus of at most that many articles;
    of a larger one it keeps none.
    """

    def __init__(
        self, config: Config, *, sink: Sink | None = None, keep_excerpts: bool = False, keep_articles: int = 0
    ) -> None:
        self.config = config
        self.keep_excerpts = keep_excerpts
        self.keep_articles = keep_articles
        self.checker = BatchChecker(config, keep_excerpts=keep_excerpts, keep_articles=keep_articles)
        self.tally = Tally()
        self.findings: list[Finding] = []
        self.articles: list[Article] = []
        self._sink: Sink = sink or self.findings.extend
        self._observations: Observations = {}
        self._observed: list[ArticleRef] = []
        self._flagged: dict[int, bool] = {}

    def feed(self, items: Iterable[RawRecord | Unreadable]) -> None:
        """Check all *items*, batch by batch."""
        for batch in in_batches(items, BATCH_SIZE):
            self.absorb(self.checker.check(batch))

    def feed_shares(
        self, shares: Iterable[Share], options: ReaderOptions, jobs: int, note: Callable[[str], None]
    ) -> Iterator[None]:
        """Check *shares* on *jobs* processes, yielding after each step; *note* is told when a process dies."""
        for result in self._results(shares, options, jobs, note):
            self.absorb(result)
            yield

    def _results(
        self, shares: Iterable[Share], options: ReaderOptions, jobs: int, note: Callable[[str], None]
    ) -> Iterator[BatchResult]:
        if jobs == 1:
            for share in shares:
                for batch in in_batches(read_share(share, options), BATCH_SIZE):
                    yield self.checker.check(batch)
            return
        start = CheckShares(self.config, options, self.keep_excerpts, self.keep_articles)
        pool = Pool(jobs, start, lambda share: self.checker.check([_lost(share)]), note)
        yield from pool.map(shares)

    def absorb(self, result: BatchResult) -> None:
        """Take in what a batch yielded."""
        self.tally.add(result.tally)
        self.articles = [*self.articles, *result.articles] if self.tally.articles <= self.keep_articles else []
        for code, seen in result.observations.items():
            offset = len(self._observed)
            self._observations.setdefault(code, []).extend((offset + position, record) for position, record in seen)
        self._observed += result.observed
        if self.checker.plan.corpus:
            self._remember(result.findings)
        self._sink(result.findings)

    def conclude(self) -> None:
        """Run the corpus checks over what was observed."""
        for check in self.checker.plan.corpus:
            found = list(self._as_configured(check.conclude(self._seen_by(check.code))))
            for finding in found:
                self._correct_counts(finding)
                count_findings(self.tally, finding.article, [finding])
            self._sink(found)

    def _as_configured(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Apply what is configured for the sources of *findings*; options hold for the whole corpus."""
        for finding in findings:
            check = self.checker.plan_for(finding.article.source).checks.get(finding.code)
            if check is not None:
                yield msgspec.structs.replace(finding, severity=check.severity_now)

    def _seen_by(self, code: str) -> Iterator[tuple[ArticleRef, Any]]:
        return ((self._observed[position], record) for position, record in self._observations.get(code, []))

    def _remember(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            key = _key(finding)
            self._flagged[key] = self._flagged.get(key, False) or finding.severity == Severity.ERROR

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


def _lost(share: Share) -> Unreadable:
    path, what = describe(share)
    return Unreadable(Origin(path), f"{what} were not checked: the process that checked them was killed twice")


def _key(finding: Finding) -> int:
    # A hash of eight bytes instead of the identity itself: a large corpus has millions of flagged articles.
    origin = finding.article.origin
    identity = f"{finding.article.id}\x1f{origin.path}\x1f{origin.line or origin.row}"
    return int.from_bytes(blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=8).digest())
