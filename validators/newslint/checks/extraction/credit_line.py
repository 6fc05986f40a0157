"""EXT006 credit-line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, replace
from newslint.facts.furniture.credits import TRIGGERS as OF_PICTURES
from newslint.facts.furniture.credits import credit_at
from newslint.facts.furniture.desks import outlets_of
from newslint.facts.furniture.pieces import joined, phrases, shown, with_space
from newslint.facts.furniture.text_credits import TRIGGERS as OF_TEXTS
from newslint.facts.furniture.text_credits import text_credit_at
from newslint.facts.furniture.text_tails import TRIGGERS as OF_TAILS
from newslint.facts.furniture.text_tails import tail_at
from newslint.model import Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts


class CreditLine(ArticleCheck):
    """A caption or the credit of a picture or an agency stands in the text.

    What it flags
    -------------
    In the body, in some 45 languages: labels with a name behind them (``Photo: Ada Fenwick / AFP``, ``Foto: dpa``,
    ``Фото: …``, ``写真＝…``, ``(Courtesy of …)``), an agency alone in its line, in brackets or behind the full stop at
    the end of one, or beside a name (``Ada Fenwick/Getty Images``, ``© AFP``), lines that name a source and no more,
    notes of a picture desk (``NO RESALES.``, ``File photo``), and sentences that say where the text was published
    before (``The post … appeared first on …``, ``Dieser Artikel ist zuerst bei … erschienen``). Of the text: who
    reported or edited it (``(Reporting by …; Editing by …)``, ``Ada Fenwick contributed to this report.``,
    ``Redaktion: …``, ``责任编辑：…``), and what it was made from (``(With inputs from agencies)``, ``Avec AFP``, ``AFP,
    MANILA`` at the top; ``(APA/Red)``, ``red, ORF.at``, ``Source: CNN`` and ``Originally published on …`` at the end
    of a line; ``SOURCE Orlec Market, Inc.`` and the links of a press release). A line of at most 300 characters that
    ends with such a credit is a caption and marked as a whole, with the button behind it (``View image in
    fullscreen``); an agency of texts alone behind a sentence is marked alone, and so is any at the end of the text. A
    heading of captions or a label alone in its line (``Image caption,``, ``Foto:``) takes the next line with it.
    Neighbouring ones are one finding.

    Why it hurts
    ------------
    A caption tells of a picture that is not there and repeats the news in other words; a credit puts names and agencies
    into every text of a source that have no part in its news.

    Example
    -------
    ``The new bridge of Orlec at dawn. (Photo: Ada Fenwick / AFP)``

    Fix
    ---
    Drops the credit, or the caption with it. Unsafe, because it says whose work the picture or the text is.

    Options
    -------
    None.

    Limits
    ------
    Behind a label stands a name: most of its words begin with a capital, or there are three at most, so sentences pass
    ("Photo: it was the first thing he took from the house"). In scripts without capitals it has 40 characters at most.
    "First published in 1974, as a novel" is told of a book. Sources in a sentence, datelines (``ORLEC (Reuters) –``)
    and bylines pass. In flattened text a credit is found in brackets, and up to the name of an agency. Captions without
    a credit are not found, nor are names alone; beside a slash a name counts if the outlet's own follows. "Ada Fenwick
    contributed to this report" counts where names are its subject and the sentence ends there. A line with a notice of
    copyright is EXT012's.
    """

    code = "EXT006"
    slug = "credit-line"
    severity = Severity.INFO
    fix = "unsafe"
    precision = (
        "305 of 308 findings read right on 2,107 articles; 14 of 18 places in 114 annotated ones it was written with"
    )
    triggers = OF_PICTURES + OF_TEXTS + OF_TAILS

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each credit, and one for those that stand together."""
        text = article.text("body")
        hits = facts.hits(self.code)
        outlets = outlets_of(article.text("source"), facts.address.domain if facts.address else None)
        found = {credit_at(text, *place) for place in phrases(text, hits, OF_PICTURES)}
        found |= {text_credit_at(text, *place, outlets) for place in phrases(text, hits, OF_TEXTS)}
        found |= {tail_at(text, *place) for place in phrases(text, hits, OF_TAILS)}
        for credit in joined(text, filter(None, found)):
            yield self.finding(
                article,
                "body",
                credit,
                f"“{shown(text, credit)}” tells whose picture or text this is; it is no sentence of the article.",
                fix=replace("body", *with_space(text, credit), "", safe=False),
            )
