"""One run: batches in, findings out, corpus checks at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec

from newslint.config import Config
from newslint.engine.accept import Accepted, mark
from newslint.engine.batch import BATCH_SIZE, BatchChecker, in_batches
from newslint.engine.compare import compare
from newslint.engine.conclude import concluded
from newslint.engine.corpus_counts import CorpusCounts
from newslint.engine.field_names import NO_NAMES, unmet
from newslint.engine.notebook import Notebook, Observed
from newslint.engine.notes import Checked, checked
from newslint.engine.parallel import Pool
from newslint.engine.worker import CheckShares, prepared
from newslint.model import Article, Counts, Finding, Origin, Tally
from newslint.readers import RawRecord, ReaderOptions, Unreadable
from newslint.readers.shares import Share, describe, read_share

Sink = Callable[[list[Finding]], None]


class Run:
    """A run over one corpus: feed it, then conclude it.

    Findings are handed to *sink* as they come; without one they are kept in ``findings``. *keep_excerpts* keeps each
    finding's span with the text around it. *keep_articles* keeps the texts of a corpus of at most that many articles;
    of a larger one it keeps none. *accepted* are the fingerprints of findings that count no more, *reference* are the
    counts of an earlier run, with which this one is compared.
    """

    def __init__(
        self,
        config: Config,
        *,
        sink: Sink | None = None,
        keep_excerpts: bool = False,
        keep_articles: int = 0,
        accepted: Accepted = frozenset(),
        reference: Counts | None = None,
    ) -> None:
        self.config = config
        self.reference = reference
        self.keep_excerpts = keep_excerpts
        self.keep_articles = keep_articles
        self.checker = BatchChecker(config, keep_excerpts=keep_excerpts, keep_articles=keep_articles, accepted=accepted)
        self.tally = Tally()
        self.findings: list[Finding] = []
        self.articles: list[Article] = []
        self._names = NO_NAMES
        self._sink: Sink = sink or self.findings.extend
        self._notebook = Notebook()

    def feed(self, items: Iterable[RawRecord | Unreadable]) -> None:
        """Check all *items*, batch by batch."""
        for batch in in_batches(items, BATCH_SIZE):
            self.absorb(checked(self.checker.check(batch)))

    def feed_shares(
        self, shares: Iterable[Share], options: ReaderOptions, jobs: int, note: Callable[[str], None]
    ) -> Iterator[None]:
        """Check *shares* on *jobs* processes, yielding after each step; *note* is told when a process dies."""
        for result in self._results(shares, options, jobs, note):
            self.absorb(result)
            yield

    def _results(
        self, shares: Iterable[Share], options: ReaderOptions, jobs: int, note: Callable[[str], None]
    ) -> Iterator[Checked]:
        if jobs == 1:
            for share in shares:
                for batch in in_batches(read_share(share, options), BATCH_SIZE):
                    yield checked(self.checker.check(batch))
            return
        start = CheckShares(self.config, options, self.keep_excerpts, self.keep_articles, self.checker.accepted)
        pool = Pool(jobs, start, lambda share: checked(self.checker.check([_lost(share)])), note)
        yield from pool.map(prepared(shares, self.checker.prepare))

    def absorb(self, result: Checked) -> None:
        """Take in what a batch yielded."""
        self.tally.add(result.tally)
        self._names |= result.names
        self.articles = [*self.articles, *result.articles] if self.tally.articles <= self.keep_articles else []
        if result.notes.records:
            self._notebook.add(result.notes)
        self._sink(result.findings)

    def unmet_names(self) -> Iterator[str]:
        """Yield a sentence for each name that the configuration gives for a field and no record has."""
        return unmet(self._names, self.config.fields)

    def conclude(self, jobs: int = 1, note: Callable[[str], None] = lambda _: None) -> None:
        """Run the corpus checks over what was observed, and compare the counts with those of the reference.

        A large corpus takes *jobs* processes; *note* is told when one dies.
        """
        counts = CorpusCounts(self.tally, self.checker.plans.limited)
        for batch in concluded(self.checker.plan, self.config, self._notebook, jobs, note):
            configured = filter(None, map(self.checker.plans.configured, batch))
            self._sink([self._counted(mark(finding, self.checker.accepted), counts) for finding in configured])
        if self.reference is not None:
            self._sink(compare(self.checker.plan, self.tally, self.reference, self.checker.accepted))

    def _counted(self, finding: Finding, counts: CorpusCounts) -> Finding:
        """Count a *finding* of a corpus check, and return it as reports have it."""
        article, badness = finding.article, self._notebook.badness
        if not isinstance(article, Observed):
            counts.add_about_corpus(finding)
            return finding
        badness[article.position] = counts.add(finding, article.position, badness[article.position])
        return msgspec.structs.replace(finding, article=article.plain())


def _lost(share: Share) -> Unreadable:
    path, what = describe(share)
    return Unreadable(Origin(path), f"{what} were not checked: the process that checked them was killed twice")
