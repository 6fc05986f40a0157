"""EXT003 consent-or-error-page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, CheckOptions, Natural, Share
from newslint.facts.furniture.pieces import Piece, shown, stripped
from newslint.facts.furniture.walls import TRIGGERS, WALL_SHARE, is_wall_heading, wall_kind, wall_proofs, wall_share
from newslint.model import Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts


class ConsentOrErrorPage(ArticleCheck):
    """A cookie wall or an error page stands instead of the article.

    What it flags
    -------------
    Bodies that are, as a whole or nearly so, what a site says to its visitor: a request for consent to cookies, "Access
    denied", "404 Not Found", a captcha or bot check, "Please enable JavaScript", a wall against ad blockers or
    visitors from abroad, "Service unavailable"; in some 40 languages.

    Why it hurts
    ------------
    The article is not in the record at all, and the same page stands under hundreds of titles and dates: it is the
    largest cluster of duplicates of many corpora.

    Example
    -------
    ``Access Denied. You don't have permission to access "/news/bridge" on this server.``

    Fix
    ---
    None: the article has to be fetched again.

    Options
    -------
    ``min_share`` (default 0.6): this part of the body, by UTF-8 bytes, must stand in sentences with words of such pages
    (cookie, consent, browser, server …). It was 0.7 to 1 in the four walls among 2,221 real articles, and at most 0.3
    in the eighteen whole articles that have a banner or an error of the page beside them.
    ``max_length`` (default 5,000 characters): longer bodies are not looked at; consent texts have up to 4,000.

    Limits
    ------
    A banner about cookies before or behind a whole article is EXT014's: the article is there. A body without any
    sentence, below a title such as "404 Not Found", is SCH001's. News about such pages passes, since its sentences are
    not addressed to the visitor, or only in the words of somebody. Walls that sell subscriptions are STR003's.
    """

    code = "EXT003"
    slug = "consent-or-error-page"
    severity = Severity.ERROR
    precision = "2 of 2 findings right on 2,107 articles; 2 of 2 pages found in 114 annotated ones"
    triggers = TRIGGERS

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of EXT003."""

        min_share: Share = WALL_SHARE
        max_length: Natural = 5_000

    def check(self, article: Article, facts: ArticleFacts) -> Iterable[Finding]:
        """Return a finding where the body is such a page."""
        body = article.text("body")
        return self._walls(article, facts, body) if len(body) <= int(self.options.max_length) else ()

    def _walls(self, article: Article, facts: ArticleFacts, body: str) -> Iterator[Finding]:
        title = article.text("title").strip()
        proofs = wall_proofs(body, (Piece(hit.start, hit.end) for hit in facts.hits(self.code) if hit.field == "body"))
        whole = stripped(body, 0, len(body))
        if whole.start == whole.end or not (proofs or is_wall_heading(title)):
            return
        if wall_share(body, proofs) < float(self.options.min_share):
            return
        if proofs:
            said = body[proofs[0].start : proofs[0].end]
            message = f"The body {wall_kind(said)} (“{shown(body, proofs[0])}”); the article is missing."
        else:
            message = f"The title “{title}” and the body are those of an error page; the article is missing."
        yield self.finding(article, "body", whole, message)
