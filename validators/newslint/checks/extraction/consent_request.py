"""EXT014 consent-request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, CheckOptions, Share, replace
from newslint.facts.furniture.consent import TRIGGERS, requests
from newslint.facts.furniture.pieces import Piece, shown, with_space
from newslint.facts.furniture.walls import WALL_SHARE, wall_share
from newslint.model import Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts


class ConsentRequest(ArticleCheck):
    """The page asks its reader for consent to cookies, beside the article.

    What it flags
    -------------
    What a site says of its own cookies and tracking in the text of an article (``We use cookies to improve your
    experience``, ``Diese Website verwendet Cookies``), in some 40 languages, with the sentences around it that speak
    of cookies, consent and privacy too.

    Why it hurts
    ------------
    It repeats in every article of a source, word for word, so that it joins articles that have nothing in common into
    near-duplicates, and it is the text of a law firm, not of a newsroom.

    Example
    -------
    ``The bridge opened on Monday. We use cookies to improve your experience. Accept``: the second sentence.

    Fix
    ---
    Drops the sentences. Unsafe, because where they end is told by words.

    Options
    -------
    ``max_share`` (default 0.6): where this part of the body and more, by UTF-8 bytes, is such text, the article is
    missing, which is EXT003's; the share and its source are described there.

    Limits
    ------
    Only what a site says of itself counts, so news about the use of cookies passes, and so does a request in quotation
    marks or one that a sentence tells without them ("the banner read: we use cookies"). Paragraphs beside a request
    that come to cookies from something else are the article's. Requests that name their site by another name than its
    domain, and lists of cookies without a request, are missed. The buttons beside it (``Accept all``) are EXT013's
    where they stand in lines of their own.
    """

    code = "EXT014"
    slug = "consent-request"
    severity = Severity.WARNING
    fix = "unsafe"
    precision = "22 of 22 findings right on 2,107 articles (18 have one or more), none on 15,867 clean documents"
    triggers = TRIGGERS

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of EXT014."""

        max_share: Share = WALL_SHARE

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each request, where there is an article beside it."""
        text = article.text("body")
        places = (Piece(hit.start, hit.end) for hit in facts.hits(self.code) if hit.field == "body")
        found = requests(text, places)
        if found and wall_share(text, found) >= float(self.options.max_share):
            return
        for request in found:
            yield self.finding(
                article,
                "body",
                request,
                f"“{shown(text, request)}” asks the reader for consent; it is not of the article.",
                fix=replace("body", *with_space(text, request), "", safe=False),
            )
