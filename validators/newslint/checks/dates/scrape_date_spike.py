"""DAT013: the day of a crawl was stored as publication date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time
from math import comb
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from newslint.checks import base
from newslint.checks.base import CheckOptions, Natural, Share
from newslint.facts.copies import indexed
from newslint.facts.dates.sentinels import is_stored_zero
from newslint.model import Article, ArticleRef, Finding, Related, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_OLDEST = 400
_FRESH_DAYS = 3
_NAMED = 3


class DatedArticle(msgspec.Struct, frozen=True, gc=False):
    """What is kept of an article.

    ``lag`` is how many days before publication its newest date lies, -1 where that date has a year or where there is
    none; ``moment`` is the exact time stamp, empty where it is a day or midnight.
    """

    field: str
    text: str
    day: date
    lag: int
    moment: str


Group = list[tuple[int, DatedArticle]]
"""Articles by their positions among all."""


class Source(NamedTuple):
    """A source with its articles, and all articles of the corpus."""

    name: str | None
    group: Group
    articles: Sequence[tuple[ArticleRef, DatedArticle]]

    def __str__(self) -> str:
        return f"“{self.name}”" if self.name else "a source without a name"


class ScrapeDateSpike(base.CorpusCheck):
    """The articles that a source is said to have published on one day, or at one moment, come from other days.

    What it flags
    -------------
    Two signs that the day of a crawl or of an import was stored as publication date. ``text``: on a publication day of
    a source, hardly any article whose newest date has no year ("on 11 November") has one of the last three days, though
    on the source's other days many do. ``time stamp``: one exact time stamp stands over a large share of a source's
    articles. One finding a day or a time stamp, at its first article; ``related`` names others.

    Why it hurts
    ------------
    Hundreds of old articles become news of one day. Every count by day has a spike there, and models that learn from
    such a corpus take the date of a download for that of the events.

    Example
    -------
    Of 40 articles of one source dated 2024-12-06 one tells of the days before; on its other days half of them do.

    Fix
    ---
    None: the true dates have to be fetched again.

    Options
    -------
    max_fresh_share : float, default 0.10 (share of the usable articles)
        At most so many may tell of the last three days. In a corpus with five days known to be crawl days, they
        had 0.00 to 0.06 (18 to 157 usable articles each), eight healthy days 0.50 to 1.00; chosen after seeing them.
    min_usable : int, default 15 (articles)
        Days with fewer usable articles are not judged; same source. The other days together need as many.
    min_baseline : float, default 0.30 (share)
        Sources whose other days stay below are not judged: agencies' features and weeklies write of older days. With
        these limits, 20 of 20 groups of 200 articles that were moved to one day 40 days late were found among 1,057
        scraped articles taken as one source, and none of the same groups on one day unmoved.
    max_chance : float, default 0.001 (probability)
        How likely the day's count may be if the day were like the others (binomial).
    min_same_moment : int, default 20 (articles)
        From this number on, articles with one exact time stamp are counted as a group. A convention.
    min_moment_share : float, default 0.25 (share of the source's articles)
        From this share on, such a group is flagged; same source.

    Limits
    ------
    Blind where all of a source's articles carry crawl dates without a clock time, since then nothing is left to compare
    with. Midnight counts as a day without time. Stored zeros are DAT009's.
    """

    code = "DAT013"
    slug = "scrape-date-spike"
    severity = Severity.WARNING
    fix = "none"
    precision = "no finding on 1,057 dated articles"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of DAT013."""

        max_fresh_share: Share = 0.10
        min_usable: Natural = 15
        min_baseline: Share = 0.30
        max_chance: Share = 0.001
        min_same_moment: Natural = 20
        min_moment_share: Share = 0.25

    def observe(self, article: Article, facts: ArticleFacts) -> DatedArticle | None:  # noqa: ARG002
        """Return the day of publication and how far back the newest date of the text lies."""
        published = facts.published
        if published is None or published.ambiguous or is_stored_zero(published):
            return None
        exact = published.time is not None and published.time != time()
        return DatedArticle(
            published.field, published.text, published.day, _lag(facts, published.day), published.text if exact else ""
        )

    def conclude(self, observations: Iterable[tuple[ArticleRef, DatedArticle]]) -> Iterator[Finding]:
        """Yield the findings of each source, in corpus order of the sources."""
        articles = indexed(observations)
        sources: dict[str | None, Group] = {}
        for position, (article, dated) in enumerate(articles):
            sources.setdefault(article.source, []).append((position, dated))
        for name, group in sources.items():
            source = Source(name, group, articles)
            flagged = set()
            for moment in self._moments(source):
                flagged.add(moment.evidence["day"])
                yield moment
            yield from self._days(source, flagged)

    # ---- one time stamp over many articles -------------------------------------------------------------------------

    def _moments(self, source: Source) -> Iterator[Finding]:
        moments: dict[str, Group] = {}
        for position, dated in source.group:
            if dated.moment:
                moments.setdefault(dated.moment, []).append((position, dated))
        for moment, group in moments.items():
            share = len(group) / len(source.group)
            if len(group) >= self.options.min_same_moment and share >= self.options.min_moment_share:
                message = (
                    f"“{moment}” stands over {len(group):,} of the {len(source.group):,} articles of {source}: "
                    "a moment of import, not of publication."
                )
                yield self._report(source, group, message, {"decided_by": "time stamp", "share": round(share, 2)})

    # ---- a day whose texts are of other days -----------------------------------------------------------------------

    def _days(self, source: Source, flagged: set[str]) -> Iterator[Finding]:
        days: dict[date, Group] = {}
        for position, dated in source.group:
            days.setdefault(dated.day, []).append((position, dated))
        stale = {day for day, group in days.items() if self._is_stale(group)}
        rest = [entry for day, group in days.items() if day not in stale for entry in group]
        fresh, usable = _count(rest)
        if usable < self.options.min_usable or fresh / usable < self.options.min_baseline:
            return
        for day in sorted(stale):
            if (
                day.isoformat() not in flagged
                and _chance(*_count(days[day]), fresh / usable) <= self.options.max_chance
            ):
                yield self._stale_day(source, days[day], day, fresh / usable)

    def _is_stale(self, group: Group) -> bool:
        fresh, usable = _count(group)
        enough: bool = usable >= self.options.min_usable
        return enough and fresh / usable <= self.options.max_fresh_share

    def _stale_day(self, source: Source, group: Group, day: date, baseline: float) -> Finding:
        fresh, usable = _count(group)
        message = (
            f"Of {usable:,} articles of {source} dated {day.isoformat()} that name a recent day, {fresh:,} "
            f"tell of the last three days; on the source's other days {baseline:.0%} do."
        )
        evidence = {"usable": usable, "share": round(fresh / usable, 2), "baseline": round(baseline, 2)}
        return self._report(source, group, message, {"decided_by": "text", **evidence})

    def _report(self, source: Source, group: Group, message: str, evidence: dict[str, object]) -> Finding:
        dated = group[0][1]
        related = (
            Related(other.field, None, None, other.text, "same spike", article=source.articles[position][0].id)
            for position, other in group[1 : 1 + _NAMED]
        )
        return self.finding_about(
            article=source.articles[group[0][0]][0],
            field=dated.field,
            quote=dated.text,
            message=message,
            related=tuple(related),
            evidence={"day": dated.day.isoformat(), "articles": len(group), **evidence},
        )


def _lag(facts: ArticleFacts, published: date) -> int:
    """Return the days from the newest past date of the text to publication, if that date is written without a year."""
    dated = (*facts.dates("title"), *facts.dates("body"))
    past = [
        (lag, mention.explicit_year)
        for mention in dated
        if mention.value is not None and 0 <= (lag := (published - mention.value).days) <= _OLDEST
    ]
    lag, has_year = min(past, default=(0, True))
    return -1 if has_year else lag


def _count(group: Group) -> tuple[int, int]:
    """Return how many articles tell of the last three days, and how many could."""
    lags = [dated.lag for _, dated in group if dated.lag >= 0]
    return sum(lag <= _FRESH_DAYS for lag in lags), len(lags)


def _chance(fresh: int, usable: int, share: float) -> float:
    """Return the probability of at most *fresh* among *usable* where each is so with probability *share*."""
    return sum(comb(usable, hits) * share**hits * (1 - share) ** (usable - hits) for hits in range(fresh + 1))
