"""EXT012 legal-footer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, replace
from newslint.facts.furniture.notices import TRIGGERS, notice_at
from newslint.facts.furniture.pieces import joined, phrases, shown, with_space
from newslint.model import Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_APART = 40
"""Notices with at most so many characters between them are one footer."""


class LegalFooter(ArticleCheck):
    """A notice of copyright or registration, or a disclaimer, stands in the text.

    What it flags
    -------------
    Lines and sentences of the body with a sign of copyright and a year (``© 2024``), with reserved rights
    (``Alle Rechte vorbehalten``, ``Все права защищены``), with terms of reuse, or with the registration of
    the medium (``Свидетельство о регистрации СМИ``), in some 45 languages, and disclaimers of the editors (``The views
    expressed here do not necessarily reflect those of …``, ``Мнение автора может не совпадать с мнением редакции``), in
    some 35; in some ten also what a page must say of links that it earns from (``This article contains affiliate
    links``), of delayed quotes and of its code. Neighbouring ones are one finding.

    Why it hurts
    ------------
    They repeat in every article of a source and name its publisher, who then seems to be what the news is about; the
    year is taken for a date of the story.

    Example
    -------
    ``© 2024 Orlec Courier Ltd. All rights reserved.``

    Fix
    ---
    Drops the line or the sentence. Unsafe, because a wire agency's notice says whose text it is.

    Options
    -------
    None.

    Limits
    ------
    ``© Reuters`` without a year, a reserved right or the form of a company (``© ООО …``) is a credit, EXT006. Phrases
    in quotation marks pass, and articles about copyright, since only the formulas count; a disclaimer that a sentence
    tells as somebody's words passes, too. In flattened text the sentence is marked, or the formula alone where no
    full stop ends it; the year of a date before the sign (``13 set 2023 © …``) is not of the notice. A line that has a
    notice is reported here, whatever else it says, but for the news behind the footer of a Chinese page.
    """

    code = "EXT012"
    slug = "legal-footer"
    severity = Severity.WARNING
    fix = "unsafe"
    precision = (
        "87 of 87 findings and 48 of 48 disclaimers right on 2,107 articles; 7 of 7 places found in 114 annotated ones"
    )
    triggers = TRIGGERS

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each notice, and one for those that stand together."""
        text = article.text("body")
        found = (notice_at(text, *place) for place in phrases(text, facts.hits(self.code), TRIGGERS))
        for notice in joined(text, (piece for piece in found if piece is not None), within=_APART):
            yield self.finding(
                article,
                "body",
                notice,
                f"“{shown(text, notice)}” is a legal notice of the page.",
                fix=replace("body", *with_space(text, notice), "", safe=False),
            )
