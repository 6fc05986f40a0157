"""EXT004 call-to-action."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, replace
from newslint.facts.furniture.calls import TRIGGERS, call_at
from newslint.facts.furniture.comments import has_comment_form
from newslint.facts.furniture.notices import has_notice
from newslint.facts.furniture.paywalls import is_stub_paywall
from newslint.facts.furniture.pieces import Piece, joined, phrases, shown, with_space
from newslint.facts.furniture.teasers import opens_teaser
from newslint.model import Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts


class CallToAction(ArticleCheck):
    """The page asks its reader to subscribe, follow, share or donate.

    What it flags
    -------------
    Lines and sentences of the body that ask the reader to subscribe, to sign up for a newsletter, to follow an outlet
    or its reporter on a network, to share or rate the article, to download an application, to enable JavaScript, to
    donate, to log in for more or to send in a story, boxes of a newsletter up to the line that ends them (``after
    newsletter promotion``), questions how an article was, and buttons that say so (``Share``, ``Teilen``, ``Paylaş``,
    ``Click here``), in some 55 languages. Neighbouring ones are one finding.

    Why it hurts
    ------------
    They repeat in every article of a source, so they outweigh its news in counts of words and pairs of near-duplicates,
    and a model trained on them ends its texts with "follow us on Facebook".

    Example
    -------
    ``The bridge opens on Monday. Follow the Orlec Courier on Telegram.``: the second sentence.

    Fix
    ---
    Drops the line or the sentence. Unsafe, because an article may speak to its readers itself.

    Options
    -------
    None.

    Limits
    ------
    A call is an imperative together with "us" or "our", or an imperative that opens its sentence with a newsletter, an
    application or a network behind it; so "subscribers grew by 5 %" and "follow the rules" pass, and so do a call in
    quotation marks, one that its sentence tells as somebody's words ("share this story, says the teacher"; a dialogue
    with dashes), as far as a table of verbs of some 45 languages knows, and buttons that a sentence lists ("a row of
    icons: share on Facebook, tweet this"). Where a page was flattened and no full stop ends the call, only the call
    itself is marked; behind the names of networks a capital and words of prose show that the article goes on.
    A call inside a teaser ("Read also: …") is EXT005's, one in the line of a legal notice EXT012's, and one of a form
    for comments EXT011's; what keeps the rest of a short body for subscribers is STR003's.
    """

    code = "EXT004"
    slug = "call-to-action"
    severity = Severity.WARNING
    fix = "unsafe"
    precision = "42 of 45 findings read right of 369 on 2,107 articles; 11 of 20 places found in 114 annotated ones"
    triggers = TRIGGERS

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each call, and one for calls that stand together."""
        text = article.text("body")
        places = phrases(text, facts.hits(self.code), TRIGGERS)
        found = {call for place in places if (call := call_at(text, *place)) is not None}
        for call in joined(text, (call for call in found if not _is_another(text, call))):
            yield self.finding(
                article,
                "body",
                call,
                f"“{shown(text, call)}” asks the reader for something; it is not of the article.",
                fix=replace("body", *with_space(text, call), "", safe=False),
            )


def _is_another(text: str, call: Piece) -> bool:
    """Return whether *call* is of a kind that another check reports."""
    if opens_teaser(text, call.start) or has_notice(text, call) or has_comment_form(text, call):
        return True
    return is_stub_paywall(text, call)
