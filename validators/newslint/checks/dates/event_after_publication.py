"""DAT007: a text tells of a day after its publication as past."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from newslint.checks import base
from newslint.checks.base import CheckOptions, Natural
from newslint.facts.dates import base_language
from newslint.facts.dates.readings import readings
from newslint.facts.dates.sentinels import is_stored_zero
from newslint.facts.dates.tense import LANGUAGES, told_as_past
from newslint.model import Article, Finding, Related, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts
    from newslint.facts.dates import DateMention, PublicationDate

_FIELDS = ("title", "body")


class EventAfterPublication(base.ArticleCheck):
    """The text tells of a day after the publication date as if it were past.

    What it flags
    -------------
    A date with its year, ``min_days`` or more after publication, in a sentence with a word of the past near it ("was
    signed on 11 January 2025" in a piece of 6 December 2024). One finding an article, at the first such date.

    Why it hurts
    ------------
    The publication date is too early (an import, a default, the year before), or the year in the text is mistyped, or
    the passage is a later one: an update, a comment, a teaser. A model that is told the publication date learns to
    report from the future.

    Example
    -------
    ``The treaty was signed on 11 January 2025 in Velmouth.`` in an article dated 6 December 2024

    Fix
    ---
    None: nothing says which of the two dates is wrong.

    Options
    -------
    min_days : int, default 2 (days)
        Dates nearer to publication are time zones and morning papers.

    Limits
    ------
    Announced events are legitimate, so a sentence with a word of plans, duties or hopes ("will", "scheduled",
    "expires"), and a date behind "until", "by", "from" and the like, is never flagged; nor is the stamp of a teaser or
    a comment. Of 103 later dates in 1,057 scraped articles one is flagged, rightly. Of the same articles re-dated by
    400 days 8 are, all rightly; 115 have a later date, most of them stamps outside any sentence. Judges English,
    German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian and Ukrainian.
    """

    code = "DAT007"
    slug = "event-after-publication"
    severity = Severity.INFO
    fix = "none"
    precision = "1 of 1 finding right on 851 dated articles, 8 of 8 on the same re-dated by 400 days"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of DAT007."""

        min_days: Natural = 2

    def applies(self, article: Article, facts: ArticleFacts) -> bool:  # noqa: ARG002
        """Return whether the day of publication is known, and words of the past in the article's language."""
        published = facts.published
        known = published is not None and not is_stored_zero(published)
        return known and base_language(facts.language.code) in LANGUAGES

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield at most one finding: the first later date that is told as past."""
        published = facts.published
        if published is None or not self.applies(article, facts):
            return iter(())
        latest = max(readings(published.day, ambiguous=published.ambiguous))
        later = [(f, mention) for f in _FIELDS for mention in facts.dates(f) if self._is_later(mention, latest)]
        return self._told_as_past(article, facts.language.code, published, later) if later else iter(())

    def _is_later(self, mention: DateMention, latest: date) -> bool:
        if mention.value is None or not mention.explicit_year or mention.in_range or mention.ambiguous:
            return False
        min_days: int = self.options.min_days
        return (mention.value - latest).days >= min_days

    def _told_as_past(
        self,
        article: Article,
        language: str | None,
        published: PublicationDate,
        later: Iterable[tuple[str, DateMention]],
    ) -> Iterator[Finding]:
        for field, mention in later:
            if told_as_past(article.text(field), mention, language):
                yield self._report(article, field, mention, published)
                return

    def _report(self, article: Article, field: str, mention: DateMention, published: PublicationDate) -> Finding:
        day = mention.value or published.day
        ahead = (day - published.day).days
        return self.finding(
            article,
            field,
            (mention.start, mention.end),
            f"“{mention.text}” is told as past, but lies {ahead:,} days after publication "
            f"on {published.day.isoformat()}.",
            related=[Related(published.field, published.start, published.end, published.text, "published")],
            evidence={"days_ahead": ahead, "date": day.isoformat(), "published": published.day.isoformat()},
        )
