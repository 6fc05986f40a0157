"""COR001 coverage-gap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from newslint.checks.base import Amount, CheckOptions, CorpusCheck, Natural, Share
from newslint.facts.dates.sentinels import is_stored_zero
from newslint.facts.rhythm import Silence, silences, unexplained
from newslint.model import Article, ArticleRef, Finding, Related, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

Dated = tuple[int, str, str]
"""The day of an article as an ordinal, the field that says so, and its text; 0 where the day is not known."""

Seen = tuple[ArticleRef, Dated]


class _Source:
    """How many articles of a source have a known day, how many have none, and the first article of each day."""

    def __init__(self) -> None:
        self.dated = self.undated = 0
        self.days: dict[int, Seen] = {}


class CoverageGap(CorpusCheck):
    """A source has no articles from days that it usually fills.

    What it flags
    -------------
    A run of days without an article between two days with one, which the rhythm of the source does not explain. The
    rhythm is the rate of each weekday in the four weeks before and in the four weeks after; the silence must be
    improbable by both. One finding a silence, at the first article after it; ``related`` names one of the last before.

    Why it hurts
    ------------
    The crawler stood still, a feed moved, or a file was lost. Counts by day show a pause that the world did not make,
    and what happened in it is missing from every index and every model.

    Example
    -------
    ``“Orlin Post” has no article from 2024-03-04 to 2024-03-12, 9 days of which it usually fills 8.7.``

    Fix
    ---
    None: the articles have to be fetched again.

    Options
    -------
    ``min_articles`` (default 20 articles) and ``min_days`` (default 28 days from the first article to the last):
    sources with less are not judged. Conventions: four of each weekday.
    ``window`` (default 28 days) and ``min_side`` (default 14 days): at most so many days before and after make the
    rhythm, and at least so many must be there on either side.
    ``max_chance`` (default 0.0001, expected number of such silences among all days of the source): the days of a
    silence count as independent, with a rate for each weekday that is estimated (beta-binomial). Of 400 generated
    sources each (``benchmarks/quality_gaps.py``) those with steady rhythms, growing ones and archives have no false
    alarm in a year, those that keep holidays, follow seasons or pause in bursts 0.01 to 0.02. A week lost is found in
    all sources of every day and in 61 % of those of nine days in ten, two weeks in 99 % of those of Monday to Friday.
    ``min_missed`` (default 3 days that are usually filled): a daily source that rests for three days misses a little
    less. A silence shorter than four usual distances between days with articles is not looked at whatever the options.
    ``min_ratio`` (default 3): so many times the missed days of the longest silence that chance does explain.
    ``max_undated`` (default 0.1, share of the articles of a source whose day is not known): above it the missing
    articles may be the undated ones, and the source is not judged. A convention.

    Limits
    ------
    A source that begins late or ends early is not flagged: whether it was closed, left out or lost, its dates do not
    say. Nor is a silence in the first or last two weeks of a source. Long holidays and strikes look like gaps, and a
    pause of all sources is reported for each of them. A daily source that pauses for a week again and again, six times
    a year, is flagged once a year (same benchmark); one that rarely publishes is hardly ever. Dates that may be of two
    days (05/03/2024) count as unknown. Articles without a source count as one source.
    """

    code = "COR001"
    slug = "coverage-gap"
    severity = Severity.WARNING
    # The real articles at hand are too few of each source to measure it on.
    preview = True

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of COR001."""

        min_articles: Natural = 20
        min_days: Natural = 28
        window: Natural = 28
        min_side: Natural = 14
        max_chance: Share = 0.0001
        min_missed: Amount = 3.0
        min_ratio: Amount = 3.0
        max_undated: Share = 0.1

    def observe(self, article: Article, facts: ArticleFacts) -> Dated:  # noqa: ARG002
        """Return the day of publication; that it is not known counts too."""
        published = facts.published
        if published is None or published.ambiguous or is_stored_zero(published):
            return 0, "", ""
        return published.day.toordinal(), published.field, published.text

    def conclude(self, observations: Iterable[tuple[ArticleRef, Dated]]) -> Iterator[Finding]:
        """Yield the silences of each source, in corpus order of the sources."""
        sources: dict[str, _Source] = {}
        for article, dated in observations:
            source = sources.setdefault(article.source or "", _Source())
            if dated[0]:
                source.dated += 1
                source.days.setdefault(dated[0], (article, dated))
            else:
                source.undated += 1
        for name, source in sources.items():
            if self._is_judged(source):
                for gap in self.gaps(sorted(source.days)):
                    yield self._describe(name, gap, source.days[gap.first - 1], source.days[gap.last + 1])

    def _is_judged(self, source: _Source) -> bool:
        options, articles = self.options, source.dated + source.undated
        if source.dated < max(1, options.min_articles) or source.undated > options.max_undated * articles:
            return False
        return max(source.days) - min(source.days) + 1 >= int(options.min_days)

    def gaps(self, active: Sequence[int]) -> list[Silence]:
        """Return the silences to flag of a source with articles from the days *active*, sorted ordinals."""
        return unexplained(
            list(silences(active, window=self.options.window, min_side=self.options.min_side)),
            len(active),
            max_chance=self.options.max_chance,
            min_missed=self.options.min_missed,
            min_ratio=self.options.min_ratio,
        )

    def _describe(self, source: str, gap: Silence, before: Seen, after: Seen) -> Finding:
        (last, (_, last_field, last_text)), (first, (_, field, text)) = before, after
        start, end = (date.fromordinal(day).isoformat() for day in (gap.first, gap.last))
        return self.finding_about(
            article=first,
            field=field,
            quote=text,
            message=f"{f'“{source}”' if source else 'A source without a name'} has no article from {start} to {end}, "
            f"{gap.days} days of which it usually fills {gap.missed:.1f}.",
            related=(Related(last_field, None, None, last_text, "before", article=last.id),),
            evidence={"first_day": start, "last_day": end, "days": gap.days, "missed": round(gap.missed, 1)},
        )
