"""EXT010 social-embed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, replace
from newslint.facts.furniture.embeds import TRIGGERS, embeds_at
from newslint.facts.furniture.pieces import joined, shown, with_space
from newslint.model import Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts


class SocialEmbed(ArticleCheck):
    """What is left of an embedded post stands in the text.

    What it flags
    -------------
    Links of embedded posts (``pic.twitter.com/…``, ``https://t.co/…``), their attributions
    (``— Ada Fenwick (@adafenwick) March 3, 2024``, ``A post shared by …``) and their buttons (``View this post on
    Instagram``, ``Посмотреть эту публикацию в Instagram``), in some 30 languages. Neighbouring ones are one finding.
    The words of the post itself are not marked.

    Why it hurts
    ------------
    The links lead nowhere, the date is another day's than the article's, and a model learns to write both.

    Example
    -------
    ``Proud of our new bridge! pic.twitter.com/aBcD3fGhIj``: the link.

    Fix
    ---
    Drops the link, the attribution or the button. Unsafe, because without it the post's words have no author.

    Options
    -------
    None.

    Limits
    ------
    An attribution needs a dash, a name and a handle in brackets, with a date behind it or at the end of its line, or,
    where the dash was lost, names with capitals, the handle and a whole date at once behind it; handles in prose ("the
    account (@orlec) said") pass. Links to a post as such (``twitter.com/…/status/…``) are
    references of the author and pass, too.
    """

    code = "EXT010"
    slug = "social-embed"
    severity = Severity.INFO
    fix = "unsafe"
    precision = "112 of 112 findings right on 2,107 articles (44 have one or more)"
    triggers = TRIGGERS

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each thing left of a post, and one for those that stand together."""
        text = article.text("body")
        hits = (hit for hit in facts.hits(self.code) if hit.field == "body")
        found = {piece for hit in hits for piece in embeds_at(text, hit.start, hit.end)}
        for piece in joined(text, found):
            yield self.finding(
                article,
                "body",
                piece,
                f"“{shown(text, piece)}” is left of an embedded post.",
                fix=replace("body", *with_space(text, piece), "", safe=False),
            )
