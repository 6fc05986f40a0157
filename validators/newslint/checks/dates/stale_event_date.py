"""DAT006: the newest event that an article dates lies weeks before its publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

import msgspec

from newslint.checks import base
from newslint.checks.base import CheckOptions, Natural, Share
from newslint.facts.dates import base_language
from newslint.facts.dates.entries import entry_dates
from newslint.facts.dates.periods import closes_period
from newslint.facts.dates.stamps import is_inner_byline
from newslint.model import Article, Finding, Related, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts
    from newslint.facts.dates import DateMention, PublicationDate

_FIELDS = ("title", "body")
_OLDEST = 400
_WINDOW = 24
_BOUNDARY = re.compile(
    r"(?:\b(?:until|till|through|by|ended|ending|ends|since|from|starting|due|deadline|before|"
    r"qtr|quarter|as of|at|year to|months to|record|bis|seit|ab|zum|vor|"
    r"jusqu'au|depuis|avant|hasta|desde|fino al?|entro il|dal|antes de|até|tot|sinds|vanaf|до|с|со|от|к|від|з|"
    r"od|do|przed|před)|まで|截至)\s+(?:the |le |el |il |dem |den |de )?$",
    re.IGNORECASE,
)
# What began then goes on: "since the attack of 8 November". "desde" and "depuis" may tell a place instead.
_SINCE = re.compile(
    r"\b(?:(?:since|seit|sinds|sedan|siden|od (?:czasu|chwili|momentu|dnia|doby|chvíle)|с (?:момента|времён|тех пор)|"
    r"со (?:времени|дня)|(?:з|від) (?:часу|моменту|дня))\b[^.,;:!?\n]{1,60}|"
    r"(?:depuis|desde)\b[^.,;:!?\n]{1,60}\b(?:du|del?|do(?: dia)?))\s+$",
    re.IGNORECASE,
)
_SINCE_REACH = 80
_SAID_TO_BE_PAST = re.compile(
    r"last month|a month (?:ago|earlier)|weeks? (?:ago|earlier)|earlier this year|anniversary|"
    r"vor einem monat|vergangenen monat|letzten monat|vor \w+ wochen|jahrestag|"
    r"le mois dernier|il y a \w+ (?:semaines|mois)|anniversaire|el mes pasado|hace \w+ (?:semanas|meses)|aniversario|"
    r"il mese scorso|(?:settimane|mesi) fa|anniversario|mês passado|há \w+ (?:semanas|meses)|"
    r"прошл(?:ом|ого) месяц|месяц назад|недел[ьи] назад|минул(?:ого|ому) місяц|місяць тому|тижн[іів]+ тому|"
    r"w zeszłym miesiącu|(?:miesiąc|tygodni\w*) temu|rocznic",
    re.IGNORECASE,
)
_NEARBY = 80

Reason = Literal["opening", "cluster"]


class Event(msgspec.Struct, frozen=True):
    """The newest dated event of an article: where it is first named, and what speaks for its being the news."""

    field: str
    mention: DateMention
    day: date
    lag: int
    position: float
    cluster: int
    cluster_position: float


class StaleEventDate(base.ArticleCheck):
    """An article reads as fresh news, but the newest event it dates lies weeks before its publication date.

    What it flags
    -------------
    Articles whose newest calendar date lies ``min_lag_days`` or more before publication, where that date is the news
    and not its background: either it stands early in the text (``opening``), or it belongs to several dates within
    ``cluster_days`` of each other of which the first stands early (``cluster``). One finding an article, at the first
    mention of the newest day.

    Why it hurts
    ------------
    The publication date is the day of a crawl, of an update or of a translation, and not of the news. Models learn
    wrong "today"s from it, timelines put events in wrong months, and splits by date leak.

    Example
    -------
    A piece dated 6 December 2024 reports what "the spokesman said at a briefing on November 11".

    Fix
    ---
    None: the true publication date is not in the text.

    Options
    -------
    min_lag_days : int, default 21 (days)
        From this lag on, an article is flagged. Healthy newswire has lags of up to 11 days in half, up to 34 days in
        three quarters of its dated articles; with 14 days every rule flagged 1.3 times as many healthy articles.
    max_lag_days : int, default 60 (days)
        A single early date older than this is background: of 1,057 healthy articles 5 open with a date 61 to 180 days
        old, as many as of the same articles re-dated by 25 days, so it tells nothing. Clusters have no such limit.
    early_share : float, default 0.33 (share of the body's characters)
        Where the opening ends. Of the 25 healthy articles with an old newest date without year, 7 have it in the first
        third; of the 132 re-dated ones, 63.
    cluster_days : int, default 7 (days)
        Dates within this many days of the newest one belong to the same story: of 1,057 healthy articles none has an
        old cluster, of the re-dated ones 2.4 %.
    min_cluster : int, default 2 (distinct days)
        How many days make a cluster; same source.

    A weekly or monthly magazine wants a larger ``min_lag_days``; set it for that source.

    Limits
    ------
    Silent where the text names any date after publication (it knows a later present); where every mention of the newest
    day is a deadline, or the start or the end of a period ("until", "since the vote of", "the quarter to 30 June");
    where words beside it say that it is past ("last month", an anniversary); and where the newest date is more than 400
    days old. Bare weekdays never count, since they may be any week's, nor does the date behind a byline inside the
    text, which is the stamp of a teaser, nor where the newest day heads an entry of a diary or a chronicle. Measured on
    1,057 scraped articles with a publication day, 409 of which have a usable date: 1 flagged (0.1 %), arguably; of the
    same articles re-dated by 25 days, 15 % (7 % by dates without a year, the rest by full dates, many of them the
    page's own date stamp).
    """

    code = "DAT006"
    slug = "stale-event-date"
    severity = Severity.WARNING
    fix = "none"
    precision = "1 of 1,057 dated articles flagged, 156 of the same re-dated by 25 days"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of DAT006."""

        min_lag_days: Natural = 21
        max_lag_days: Natural = 60
        early_share: Share = 0.33
        cluster_days: Natural = 7
        min_cluster: Natural = 2

    def applies(self, article: Article, facts: ArticleFacts) -> bool:  # noqa: ARG002
        """Return whether publication day and language are known and the text has at least one usable date."""
        published = facts.published
        if published is None or published.ambiguous or base_language(facts.language.code) is None:
            return False
        return any(mention.value for mention in (*facts.dates("body"), *facts.dates("title")))

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield at most one finding: the newest dated event, if it is stale."""
        published = facts.published
        if published is None or published.ambiguous or base_language(facts.language.code) is None:
            return
        event = self._newest_event(article, facts, published.day)
        if event is not None and (reason := self._reason(event)) is not None:
            yield self._report(article, published, event, reason)

    def _newest_event(self, article: Article, facts: ArticleFacts, published: date) -> Event | None:
        """Return the newest dated event, or ``None`` where the text has no old one or knows a later day."""
        # A date whose weekday says otherwise is misread or mistyped; DAT004 reports it, and it proves nothing here.
        dated = [
            (f, mention, mention.value)
            for f in _FIELDS
            for mention in facts.dates(f)
            if mention.value is not None
            and mention.weekday in (None, mention.value.weekday())
            and not is_inner_byline(article.text(f), mention)
        ]
        if any(day > published for _, _, day in dated):
            return None
        past = [entry for entry in dated if (published - entry[2]).days <= _OLDEST]
        if not past:
            return None
        newest = max(day for _, _, day in past)
        if (published - newest).days < self.options.min_lag_days:
            return None
        mentions = [(f, mention) for f, mention, day in past if day == newest]
        if all(_is_background(article.text(f), mention, facts.dates(f)) for f, mention in mentions):
            return None
        entries = entry_dates(article.text("body"), facts.dates("body"))
        if all(f == "body" and mention.start in entries for f, mention in mentions):
            return None
        cluster = [entry for entry in past if (newest - entry[2]).days <= self.options.cluster_days]
        return Event(
            field=mentions[0][0],
            mention=mentions[0][1],
            day=newest,
            lag=(published - newest).days,
            position=_position(article, *mentions[0]),
            cluster=len({day for _, _, day in cluster}),
            cluster_position=_position(article, cluster[0][0], cluster[0][1]),
        )

    def _reason(self, event: Event) -> Reason | None:
        """Return which rule makes the event stale news, if one does."""
        options = self.options
        if event.cluster >= options.min_cluster and event.cluster_position <= options.early_share:
            return "cluster"
        early = event.position <= options.early_share and event.lag <= options.max_lag_days
        return "opening" if early else None

    def _report(self, article: Article, published: PublicationDate, event: Event, reason: Reason) -> Finding:
        where = f"{event.position:.0%} into the text" if event.field == "body" else "in the title"
        return self.finding(
            article,
            event.field,
            (event.mention.start, event.mention.end),
            f"The newest dated event, “{event.mention.text}” ({where}), is {event.day.isoformat()}: {event.lag} days "
            f"before publication on {published.day.isoformat()}.",
            related=[Related(published.field, published.start, published.end, published.text, "published")],
            evidence={
                "lag_days": event.lag,
                "event_date": event.day.isoformat(),
                "published": published.day.isoformat(),
                "position": round(event.position, 2),
                "cluster": event.cluster,
                "decided_by": reason,
            },
        )


def _position(article: Article, field: str, mention: DateMention) -> float:
    """Return how far into the body *mention* stands, 0 to 1; the title comes before it."""
    return mention.start / len(article.text("body")) if field == "body" else 0.0


def _is_background(text: str, mention: DateMention, dates: Sequence[DateMention]) -> bool:
    """Return whether the words around the date say that it bounds a period or that it is past."""
    if _BOUNDARY.search(text[max(0, mention.start - _WINDOW) : mention.start]):
        return True
    if _SINCE.search(text[max(0, mention.start - _SINCE_REACH) : mention.start]) or closes_period(text, mention, dates):
        return True
    around = text[max(0, mention.start - _NEARBY) : mention.end + _NEARBY]
    return bool(_SAID_TO_BE_PAST.search(around))
