"""COR003 finding-rate-jump."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.checks.base import Amount, CheckOptions, Natural, RunCheck, Share
from newslint.facts.shares import Counted, chance_of_rise
from newslint.model import ArticleRef, Counts, Finding, Severity


class _Rate(NamedTuple):
    """What a check flags of a source, in this run and in the reference."""

    code: str
    source: str
    now: Counted
    before: Counted


class FindingRateJump(RunCheck):
    """A check flags far more articles of a source than in the reference run.

    What it flags
    -------------
    A source and a check: the share of the source's articles that the check flags has risen, by more than ``min_rise``,
    to odds of ``min_ratio`` times those before, and by more than chance explains (Fisher's exact test). The reference
    is the JSON report of an earlier run (``--reference``, ``[gate] reference``). One finding each, with the counts of
    both runs.

    Why it hurts
    ------------
    An outlet has redesigned its pages, and from that day on its extractor takes in captions, or loses what is between
    two tags. Each article looks like one with a flaw; that it is every article says where to repair, and that it is new
    says when it broke.

    Example
    -------
    ``TYP001 flags 48 of 60 articles of “Orlin Post” (80 %), 2 of 240 (0.8 %) in the reference run.``

    Fix
    ---
    None: the extractor has to be repaired, and the articles fetched or extracted again.

    Options
    -------
    ``min_articles`` (default 20 articles of the source, in either run): sources with fewer are not compared. A
    convention.
    ``min_rise`` (default 0.3, share of the source's articles) and ``min_ratio`` (default 20, odds now by odds before):
    a smaller rise is left to the limits of the gate. Of 2,400 generated rates that had not changed
    (``benchmarks/quality_reference.py``) none is flagged where articles are flagged independently, 0.005 a run where
    they come by three, 0.99 where they come by six, 0.03 where rates wander. A rise from 0.02 to 0.9 is found in all
    runs from 40 articles on, to 0.5 in 97 % of those with 100.
    ``together`` (default 2 articles): flaws come in series, from one template or one day, so this many articles count
    as one in the test.
    ``max_chance`` (default 0.01): the number of such findings in a run that is expected if nothing has changed.

    Limits
    ------
    At least some 30 articles are needed in either run, more where many rates are compared. A damage that no check sees
    cannot be found. Without a reference nothing is compared, nor what is not in it: a new source, a check that did not
    run. Two runs are comparable if they were made with the same release, options and baseline; after an upgrade or a
    changed configuration write the reference anew. A source that changes its subject (a ticker before an election)
    changes some rates, too. A share that falls is no finding.
    """

    code = "COR003"
    slug = "finding-rate-jump"
    severity = Severity.ERROR
    precision = "39 of 56 damages to a real source found by the checks that see them, no other rate flagged"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of COR003."""

        min_articles: Natural = 20
        min_rise: Share = 0.3
        min_ratio: Amount = 20
        together: Natural = 2
        max_chance: Share = 0.01

    def compare(self, now: Counts, before: Counts) -> Iterator[Finding]:
        """Yield the sources and checks whose share has jumped, by check."""
        rates = list(self._rates(now, before))
        for rate in rates:
            if self._is_large(rate):
                chance = chance_of_rise(rate.now, rate.before, max(1, self.options.together))
                if chance * len(rates) <= self.options.max_chance:
                    yield self._describe(rate)

    def _is_large(self, rate: _Rate) -> bool:
        if rate.now.share - rate.before.share < float(self.options.min_rise):
            return False
        return rate.now.odds >= float(self.options.min_ratio) * rate.before.odds

    def _rates(self, now: Counts, before: Counts) -> Iterator[_Rate]:
        least = max(1, self.options.min_articles)
        sources = [
            (source, articles, before.by_source.get(source, 0))
            for source, articles in now.by_source.items()
            if articles >= least and before.by_source.get(source, 0) >= least
        ]
        for code in sorted(now.flagged.keys() & before.flagged.keys()):
            flagged, flagged_before = now.flagged[code], before.flagged[code]
            for source, here, there in sources:
                yield _Rate(
                    code, source, Counted(flagged.get(source, 0), here), Counted(flagged_before.get(source, 0), there)
                )

    def _describe(self, rate: _Rate) -> Finding:
        now, before = rate.now, rate.before
        return self.finding_about(
            article=ArticleRef(id=rate.source, source=rate.source),
            field="",
            quote=rate.code,
            message=f"{rate.code} flags {now.flagged:,} of {now.articles:,} articles of “{rate.source}” "
            f"({now.share:.2%}), {before.flagged:,} of {before.articles:,} ({before.share:.2%}) in the reference run.",
            evidence={
                "check": rate.code,
                "flagged": now.flagged,
                "articles": now.articles,
                "flagged_before": before.flagged,
                "articles_before": before.articles,
            },
        )
