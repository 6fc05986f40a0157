"""DAT011: the dateline is not of the day of publication."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from newslint.checks import base
from newslint.checks.base import CheckOptions, Natural
from newslint.facts.dates.calendar import make_date
from newslint.facts.dates.entries import entry_dates
from newslint.facts.dates.leading_dateline import leading_dateline
from newslint.facts.dates.readings import readings
from newslint.facts.dates.sentinels import is_stored_zero
from newslint.model import Article, Finding, Related, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts
    from newslint.facts.dates import DateMention, PublicationDate

_SCENE_DAYS = 180


class DatelineContradiction(base.ArticleCheck):
    """The dateline names a day that is not the publication date, by more than three days.

    What it flags
    -------------
    A date in the dateline field, or in a dateline that opens the body (``KLARBRUNN, 6. Dezember (ndi) –``,
    ``ВЕРХІВ. 6 грудня.``, ``December 6 (Coast Wire)``, ``Muara, 6/12 (BAYU) -``), that lies more than ``max_days``
    from the publication date. A date without a year is taken in the year that brings it nearest.

    Why it hurts
    ------------
    Agencies put the day of writing into the dateline. Where the record says something else, the publication date is
    that of a crawl or an import, or the article stands under another one's metadata.

    Example
    -------
    ``VELMOUTH, November 11 (Coast Wire) – The lock …`` with ``"published_at": "2024-12-06"``

    Fix
    ---
    None: the dateline is the better witness as a rule, but nothing proves it.

    Options
    -------
    max_days : int, default 3 (days)
        Largest difference that passes. Of 66 healthy articles with a dateline 65 differ by a day at most and one by
        four; of articles known to be misdated, all differ by more than seven.

    Limits
    ------
    A dateline of several days passes if one of them is near. In the body, a date counts only at the start of a line
    among the first, behind a place and before an agency or a dash; one that lies half a year or more away sets a scene
    ("Klarbrunn, 6 April 1992 – the bridge falls") or is a caption's, and passes; so does one of three and more, which
    are the entries of a diary. A day of the
    Iranian calendar is read to within a day.
    """

    code = "DAT011"
    slug = "dateline-contradiction"
    severity = Severity.ERROR
    fix = "none"
    precision = "1 of 1 finding right on 59 articles with a dateline"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of DAT011."""

        max_days: Natural = 3

    def applies(self, article: Article, facts: ArticleFacts) -> bool:
        """Return whether there is a dateline besides the day of publication."""
        published = facts.published
        return published is not None and bool(_datelines(article, facts, published))

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for the field and for the opening of the body, if they contradict."""
        published = facts.published
        if published is None or is_stored_zero(published):
            return
        days = readings(published.day, ambiguous=published.ambiguous)
        for field, mentions in _datelines(article, facts, published):
            apart, mention = min(
                ((_apart(mention, day), mention) for mention in mentions for day in days), key=lambda pair: abs(pair[0])
            )
            if abs(apart) > self.options.max_days and not _is_entry(article, facts, field, mention):
                yield self._report(article, field, mention, published, apart)

    def _report(
        self, article: Article, field: str, mention: DateMention, published: PublicationDate, apart: int
    ) -> Finding:
        side = "after" if apart > 0 else "before"
        return self.finding(
            article,
            field,
            (mention.start, mention.end),
            f"The dateline says “{mention.text}”, but the article is dated {published.day.isoformat()}, "
            f"{abs(apart):,} days {side} that.",
            related=[Related(published.field, published.start, published.end, published.text, "published")],
            evidence={"days_apart": apart, "published": published.day.isoformat()},
        )


def _datelines(
    article: Article, facts: ArticleFacts, published: PublicationDate
) -> list[tuple[str, Sequence[DateMention]]]:
    """Return each dateline of the article, with its dates, that is not itself the day of publication."""
    found: list[tuple[str, Sequence[DateMention]]] = []
    in_field = facts.dates("dateline") if published.field != "dateline" else ()
    if dated := [mention for mention in in_field if mention.value is not None]:
        found.append(("dateline", dated))
    in_body = facts.dates("body")
    opening = leading_dateline(article.text("body"), in_body, facts.language.code)
    if opening is not None and abs(_apart(opening.mention, published.day)) < _SCENE_DAYS:
        found.append(("body", [opening.mention]))
    return found


def _is_entry(article: Article, facts: ArticleFacts, field: str, mention: DateMention) -> bool:
    """Return whether the date heads the first entry of a diary, which the body prints."""
    return field == "body" and mention.start in entry_dates(article.text(field), facts.dates(field))


def _apart(mention: DateMention, published: date) -> int:
    """Return the days from the date of *mention* to publication; without a year, to its nearest occurrence."""
    if mention.explicit_year and mention.value is not None:
        return (published - mention.value).days
    years = range(published.year - 1, published.year + 2)
    days = [day for year in years if (day := make_date(year, mention.month, mention.day))]
    return min(((published - day).days for day in days), key=abs, default=0)
