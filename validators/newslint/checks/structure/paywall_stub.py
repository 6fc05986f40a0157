"""STR003 paywall-stub."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, CheckOptions, Natural
from newslint.facts.furniture.paywalls import STUB_CHARACTERS, TRIGGERS, paywall_at
from newslint.facts.furniture.pieces import joined, phrases, shown
from newslint.facts.prose import ends_sentence, is_unspaced
from newslint.model import Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_PROSE = 60
"""Characters of the shortest line that is counted as text of the article, a third of it in Chinese and Japanese …"""
_LONG = 200
"""… and of the shortest that is, however it ends: flattened text has no lines."""
_TOLD_SHARE = 0.8
"""Share of the body from which on its length is that of the text, and not of the page around it."""


class PaywallStub(ArticleCheck):
    """A paywall left only the beginning of the article.

    What it flags
    -------------
    Bodies with little text and a phrase that keeps the rest for subscribers: ``Subscribe to unlock``, ``This article is
    for subscribers``, ``Weiterlesen mit Bote+``, ``Il vous reste 80 % de cet article à lire``, ``Материал доступен по
    подписке``; in some 40 languages. Both are needed, the phrase and the short text. The phrase is marked.

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
    ``max_length`` (default 1,200 characters): a longer body is no stub, unless what is left of it without menus, labels
    and cut teasers is at most that long. Of 16 found in 2,107 real articles 13 have 19 to 332 characters, and three
    1,483 to 1,913 with the page around them; nine more with such a phrase have 1,210 to 11,045 characters of text.
    EXT004 and STR002 leave paywalls of bodies up to the default to this check.

    Limits
    ------
    In a body with more text the same words are a call to the reader (EXT004) or the mark of a cut (STR002), which say
    nothing about a short one. Phrases about comments or newsletters for subscribers pass, and those in quotation marks.
    A stub without any phrase is STR001's; a text that was cut by whoever collected it (``[+472 chars]``) STR002's.
    """

    code = "STR003"
    slug = "paywall-stub"
    severity = Severity.WARNING
    precision = "16 of 16 findings right on 2,107 articles; 2 of 2 places found in 114 annotated ones"
    triggers = TRIGGERS

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of STR003."""

        max_length: Natural = STUB_CHARACTERS

    def check(self, article: Article, facts: ArticleFacts) -> Iterable[Finding]:
        """Return a finding for the paywall of a body in which little is text of the article."""
        body = article.text("body")
        return self._paywalls(article, facts, body) if self._is_short(body, facts) else ()

    def _is_short(self, body: str, facts: ArticleFacts) -> bool:
        """Return whether the body is short, or what is left of it without the menus and teasers around it."""
        most = int(self.options.max_length)
        if len(body) <= most:
            return True
        told = sum(len(each.text) for each in facts.paragraphs if _is_told(each.text))
        return told <= min(most, _TOLD_SHARE * len(body))

    def _paywalls(self, article: Article, facts: ArticleFacts, body: str) -> Iterator[Finding]:
        places = phrases(body, facts.hits(self.code), TRIGGERS)
        found = {piece for place in places if (piece := paywall_at(body, *place)) is not None}
        for piece in joined(body, found)[:1]:
            message = f"“{shown(body, piece)}”: a paywall keeps the rest of the article."
            yield self.finding(article, "body", piece, message)


def _is_told(line: str) -> bool:
    """Return whether a *line* is running text, and no heading, label or teaser that was cut."""
    if len(line) >= _LONG:
        return True
    return len(line) >= (_PROSE // 3 if is_unspaced(line) else _PROSE) and ends_sentence(line)
