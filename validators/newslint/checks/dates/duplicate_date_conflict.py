"""DAT014: one text under several publication dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from newslint.checks import base
from newslint.checks.base import CheckOptions, Natural
from newslint.facts.copies import groups_at, groups_of_equal, indexed
from newslint.facts.dates.sentinels import is_stored_zero
from newslint.facts.minhash import digest
from newslint.model import Article, ArticleRef, Finding, Related, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_BETWEEN = re.compile(r"[\W_]+")
_MOST_TITLES = 2
"""More titles than this over one body, and the body is a notice of the site (a wall, an error), not an article."""


class DatedText(msgspec.Struct, frozen=True, gc=False):
    """What is kept of an article: digests of body and title (8 bytes each), and the day with its place."""

    body: int
    title: bytes
    day: date
    field: str
    text: str


class DuplicateDateConflict(base.CorpusCheck):
    """The same text occurs in the corpus with different publication dates.

    What it flags
    -------------
    Every record whose body an earlier-dated record has too, word for word, where the publication dates lie ``min_days``
    or more apart; ``related`` names the earliest one.

    Why it hurts
    ------------
    At most one of the dates is that of the news. Removing duplicates keeps one of them by chance, and a split by date
    puts the same text on both sides.

    Example
    -------
    Record a17 of 11 November and record b03 of 6 December 2024 have the same body.

    Fix
    ---
    None: the earliest date is the likeliest, but only the page can tell.

    Options
    -------
    min_days : int, default 2 (days)
        From this difference on, copies conflict; papers print the text of an agency on the same day or the next.
    min_length : int, default 300 (characters of the body)
        Shorter bodies are left alone: notices, teasers and tables recur. A convention.

    Limits
    ------
    Bodies are compared by their letters and digits, without case, spaces and punctuation; a changed word makes another
    text. A body that occurs under three or more titles is a notice of the site and passes. Texts that appear again on
    purpose (a Christmas recipe) are flagged, since nothing in them tells.
    """

    code = "DAT014"
    slug = "duplicate-date-conflict"
    severity = Severity.WARNING
    fix = "none"
    precision = "no finding on 835 dated articles"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of DAT014."""

        min_days: Natural = 2
        min_length: Natural = 300

    def observe(self, article: Article, facts: ArticleFacts) -> DatedText | None:
        """Return digests and day of an article that has both enough text and an unambiguous date."""
        published = facts.published
        if published is None or published.ambiguous or is_stored_zero(published):
            return None
        if len(article.text("body")) < self.options.min_length or facts.sketch is None:
            return None
        title = _digest(_letters(article.text("title")))
        return DatedText(digest(facts.sketch), title, published.day, published.field, published.text)

    def conclude(self, observations: Iterable[tuple[ArticleRef, DatedText]]) -> Iterator[Finding]:
        """Yield a finding for each copy that is dated later than the earliest one."""
        observed = indexed(observations)
        for copies in groups_at(observed, groups_of_equal(dated.body for _, dated in observed)):
            if len({dated.title for _, dated in copies}) <= _MOST_TITLES:
                yield from self._conflicts(copies)

    def _conflicts(self, copies: list[tuple[ArticleRef, DatedText]]) -> Iterator[Finding]:
        first, earliest = min(copies, key=lambda copy: copy[1].day)
        for article, dated in copies:
            apart = (dated.day - earliest.day).days
            if apart >= self.options.min_days:
                yield self.finding_about(
                    article=article,
                    field=dated.field,
                    quote=dated.text,
                    message=f"The same text is dated {earliest.day.isoformat()} in {first.id}, "
                    f"{apart:,} days before this copy of {dated.day.isoformat()}.",
                    related=(Related(earliest.field, None, None, earliest.text, "same text", article=first.id),),
                    evidence={"days_apart": apart, "copies": len(copies)},
                )


def _letters(text: str) -> str:
    return _BETWEEN.sub("", text).casefold()


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
