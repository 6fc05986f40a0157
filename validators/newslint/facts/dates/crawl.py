"""The day a record was crawled, as far as the record says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from newslint.facts.dates.fields import read_date_field
from newslint.model import NESTED_FIELDS, Article, folded_name

_NAMES = frozenset(
    (
        "crawledat",
        "crawldate",
        "crawltime",
        "crawltimestamp",
        "datecrawled",
        "scrapedat",
        "scrapedate",
        "scrapetime",
        "scrapingdate",
        "scrapeddate",
        "scrapedon",
        "datescraped",
        "fetchedat",
        "fetchdate",
        "fetchtime",
        "fetchedon",
        "datefetched",
        "retrievedat",
        "retrievaldate",
        "retrieved",
        "retrievedon",
        "dateretrieved",
        "accessedat",
        "accessdate",
        "dateaccessed",
        "datedownload",
        "downloadedat",
        "downloaddate",
        "datedownloaded",
        "collectedat",
        "collectiondate",
        "warcdate",
    )
)
"""Usual names of the field, folded: those of news-please, Fundus, Common Crawl and scraped corpora."""
_FIRST_CRAWL = date(1993, 1, 1)
"""Before the first web crawler, a crawl date is a placeholder."""


class CrawlDay(msgspec.Struct, frozen=True, gc=False):
    """When a record was crawled: ``name`` is the field that says so, ``text`` its value."""

    day: date
    name: str
    text: str


def crawl_day(article: Article) -> CrawlDay | None:
    """Return the latest crawl day that the extra fields name; bare numbers are not read."""
    if not article.extra:
        return None
    found = [
        CrawlDay(read.day, name, value)
        for name, value in _values(article.extra)
        if (read := read_date_field(value, article.language)) and not read.ambiguous and read.day >= _FIRST_CRAWL
    ]
    return max(found, key=lambda crawl: crawl.day, default=None)


def _values(extra: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for name, value in extra.items():
        if isinstance(value, Mapping) and name in NESTED_FIELDS:
            yield from _values(value)
        elif isinstance(value, (str, date)) and folded_name(str(name)) in _NAMES:
            yield str(name), value if isinstance(value, str) else value.isoformat()
