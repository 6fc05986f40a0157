"""STR003 paywall-stub."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, CheckOptions, Natural
from newslint.facts.furniture.paywalls import STUB_CHARACTERS, TRIGGERS, paywall_at
from newslint.facts.furniture.pieces import joined, phrases, shown
from newslint.model import Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts


class PaywallStub(ArticleCheck):
    """A paywall left only the beginning of the article.

    What it flags
    -------------
    Short bodies with a phrase that keeps the rest for subscribers: ``Subscribe to unlock``, ``This article is for
    subscribers``, ``Weiterlesen mit Bote+``, ``Il vous reste 80 % de cet article à lire``, ``Материал доступен по
    подписке``; in some 40 languages. Both are needed, the phrase and the short body. The phrase is marked.

    Why it hurts
    ------------
    The story is not in the record: what is left is a headline and a teaser, and hundreds of such records of one source
    differ in nothing but these, or are the same words altogether.

    Example
    -------
    ``The bridge opens on Monday. Subscribe to read the full article``

    Fix
    ---
    None: the rest of the article is not in the record.

    Options
    -------
    ``max_length`` (default 1,200 characters): a longer body is no stub. Those found in 2,221 real articles have 19 to
    332 characters, and the bodies above the default that have such a phrase 1,483 to 13,397. EXT004 and STR002 leave
    paywalls of bodies up to the default to this check.

    Limits
    ------
    In a longer body the same words are a call to the reader (EXT004) or the mark of a cut (STR002), which say nothing
    about a short one. Phrases about comments or newsletters for subscribers pass, and those in quotation marks. A stub
    without any phrase is STR001's; a text that was cut by whoever collected it (``[+472 chars]``) STR002's.
    """

    code = "STR003"
    slug = "paywall-stub"
    severity = Severity.WARNING
    precision = "13 of 13 findings right on 2,107 articles; 2 of 2 places found in 114 annotated ones"
    triggers = TRIGGERS

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of STR003."""

        max_length: Natural = STUB_CHARACTERS

    def check(self, article: Article, facts: ArticleFacts) -> Iterable[Finding]:
        """Return a finding for the paywall of a short body."""
        body = article.text("body")
        return self._paywalls(article, facts, body) if len(body) <= int(self.options.max_length) else ()

    def _paywalls(self, article: Article, facts: ArticleFacts, body: str) -> Iterator[Finding]:
        places = phrases(body, facts.hits(self.code), TRIGGERS)
        found = {piece for place in places if (piece := paywall_at(body, *place)) is not None}
        for piece in joined(body, found)[:1]:
            message = f"“{shown(body, piece)}”: a paywall keeps the rest of the article."
            yield self.finding(article, "body", piece, message)
