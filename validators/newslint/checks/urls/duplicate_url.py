"""URL004 duplicate-url."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import TYPE_CHECKING

from newslint.checks.base import CorpusCheck
from newslint.facts.addresses import normal_form
from newslint.facts.copies import groups_at, groups_of_equal, indexed, named
from newslint.model import Article, ArticleRef, Finding, Related, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts


class DuplicateUrl(CorpusCheck):
    """A URL leads to the page of an earlier article.

    What it flags
    -------------
    Every article whose URL an earlier article of the corpus has, apart from what does not change the page: scheme,
    port, ``www.``, tracking parameters, the order of the others, fragment, final slash, ``index.html`` and the escaping
    of characters. ``related`` names the earlier article and its URL.

    Why it hurts
    ------------
    The page was crawled twice: what is counted or trained on counts twice, and copies fall on both sides of a split.

    Example
    -------
    ``http://www.courier.example/lock/?utm_source=rss`` after ``https://courier.example/lock``

    Fix
    ---
    None: which of the records is kept is for the owner to say.

    Options
    -------
    None.

    Limits
    ------
    Whether the texts are the same is not asked: DUP001 and DUP002 say so, and DUP008 where they are not. Mobile hosts
    (``m.``) and printing views are other addresses. A fragment counts if it is a path (``#!/news/1``).
    """

    code = "URL004"
    slug = "duplicate-url"
    severity = Severity.WARNING
    precision = "310 of 310 findings right on 2,107 articles, all of them the same URL to the letter"

    def observe(self, article: Article, facts: ArticleFacts) -> tuple[bytes, str] | None:
        """Return a hash of the URL's normal form, and the URL."""
        if facts.address is None:
            return None
        form = normal_form(facts.address).encode("utf-8", "surrogatepass")
        return blake2b(form, digest_size=8).digest(), article.text("url")

    def conclude(self, observations: Iterable[tuple[ArticleRef, tuple[bytes, str]]]) -> Iterator[Finding]:
        """Yield a finding for each article whose URL is taken."""
        observed = indexed(observations)
        groups = groups_of_equal(int.from_bytes(form, "little") for _, (form, _) in observed)
        for (first, (_, earlier)), *others in groups_at(observed, groups):
            for article, (_, url) in others:
                yield self._describe(article, url, first, earlier)

    def _describe(self, article: ArticleRef, url: str, first: ArticleRef, earlier: str) -> Finding:
        same = "has the URL" if url == earlier else "has another spelling of the URL"
        return self.finding_about(
            article,
            "url",
            f"The article {same} of {named(first)}.",
            span=(0, len(url)),
            quote=url,
            related=(Related("url", None, None, earlier, "same page", article=first.id),),
        )
