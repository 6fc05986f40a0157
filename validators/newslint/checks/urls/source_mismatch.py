"""URL001 source-mismatch."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from newslint.checks.base import ArticleCheck, CheckOptions
from newslint.facts.addresses import is_redirector, named_domain, registered_domain, same_owner, unwrapped
from newslint.model import Article, Finding, Related, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts


class SourceMismatch(ArticleCheck):
    """The URL is on another site than the source.

    What it flags
    -------------
    Articles whose ``source`` is a domain (``courier.com``, ``news.courier.com``, ``Courier.com``) and whose URL is on a
    host that somebody else registered.

    Why it hurts
    ------------
    Counts, splits and licences go by source. Either the text was taken from a syndication partner, an aggregator or a
    redirect, or the columns of two records have been mixed up.

    Example
    -------
    ``The source is courier.com, but the URL is on aggregator.net``

    Fix
    ---
    None: either of the two may be wrong.

    Options
    -------
    ``aliases`` (default none): further domains of a source, as ``{"courier.com" = ["courierstatic.net"]}``.

    Limits
    ------
    Silent where the source is a name (``The Marlow Courier``) and counted as not applicable: no rule tells which domain
    belongs to a name. Domains that differ in their suffix only (``courier.com``, ``courier.co.uk``) are taken for one
    owner's. Copies in web.archive.org and in caches of mobile pages count as their originals; shortened links are
    URL002.
    """

    code = "URL001"
    slug = "source-mismatch"
    severity = Severity.WARNING
    precision = "no finding on 1,238 articles whose source is a domain; with their URLs exchanged, all are found"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of URL001."""

        aliases: dict[str, list[str]] = msgspec.field(default_factory=dict)

    def applies(self, article: Article, facts: ArticleFacts) -> bool:
        """Return whether the source is a domain and the URL can be read."""
        return facts.address is not None and named_domain(article.text("source")) is not None

    def check(self, article: Article, facts: ArticleFacts) -> Iterable[Finding]:
        """Return a finding if the two domains belong to different owners."""
        source = named_domain(article.text("source"))
        if facts.address is None or source is None or is_redirector(facts.address):
            return ()
        domain = unwrapped(facts.address).domain
        if any(same_owner(source, each) or self._is_alias(source, each) for each in {domain, facts.address.domain}):
            return ()
        finding = self.finding(
            article,
            "url",
            None,
            f"The source is {source}, but the URL is on {domain}.",
            quote=article.text("url"),
            related=(Related("source", None, None, article.text("source"), "source"),),
            evidence={"source": source, "domain": domain},
        )
        return (finding,)

    def _is_alias(self, source: str, domain: str) -> bool:
        return any(
            registered_domain(name) == source and domain in map(registered_domain, others)
            for name, others in self.options.aliases.items()
        )
