"""EXT015 stray-byline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, replace
from newslint.facts.furniture.byline_lines import TRIGGERS, bylines
from newslint.facts.furniture.desks import outlets_of
from newslint.facts.furniture.pieces import Piece, joined, shown, with_space
from newslint.model import Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts


class StrayByline(ArticleCheck):
    """A byline stands as a line of the text.

    What it flags
    -------------
    Lines of the body that say who wrote the article and nothing else, in some 40 languages: a word that opens a
    byline and a name behind it (``By Ada Fenwick``, ``Von Ada Fenwick und Jonas Brandt, Redakteur``, ``Par …``,
    ``Автор: …``, ``Írta: …``, ``بقلم: …``), also over several lines; among the first lines also one whose name has
    lost its space (``ByAda Fenwick``), and a name with the day and the hour of its page (``Ada Fenwick - Nov 19,
    2019, 10:31 pm CST``); a desk or an agency in its place (``By staff writers``, ``Orlec Post Bureau`` at the top);
    a name with a role at the top (``Ada Fenwick, AP Sports Writer``, ``… (Enviado especial)``), or with a comma above
    the hour; German initials at the end of a line (``(phy)``); and the name in the field ``author``, alone in its
    line or with what pages write around it (``Posted by: …``, ``View all posts by …``, ``(Ada Fenwick)``), behind
    "By" at the top of a flattened text, and in the line at the end that introduces its bearer (``Ada Fenwick is a
    reporter for …``). Those in a row are one finding.

    Why it hurts
    ------------
    It is metadata in the place of text: a model learns that news begins with "By", names are counted as people in the
    news, and articles of one author look alike.

    Example
    -------
    ``By Ada Fenwick, Orlec Courier``, alone in its line above the lede.

    Fix
    ---
    Drops the line. Unsafe, because it may be all that tells who wrote the article, where the field is empty.

    Options
    -------
    None.

    Limits
    ------
    Behind "by", "von" or "di" stand two words or more with a capital each, of which one at least never occurs in small
    letters in the text, so that headings pass ("By Age Group", "Von Orlec bis Velmouth"); so does a bare name below a
    sentence, unless a day or an hour is below it. A single word counts where an outlet follows, or if it is the author.
    "Door", "av" and "di" open a byline only in texts of their languages. The author of a work passes whose publisher,
    pages, price, music or director stand in the next line, and so do bylines of three people or more, as in a list of
    books, unless one is the article's author. A name three times alone in its line is a speaker's. In scripts without
    capitals a name is found behind a label, or as the author's, at the edges of the text. Bylines inside a line, as
    flattened text has them, are found by the field of the author alone; who took a picture, edited or contributed is
    told by EXT006.
    """

    code = "EXT015"
    slug = "stray-byline"
    severity = Severity.INFO
    fix = "unsafe"
    triggers = TRIGGERS
    always = True
    precision = "142 of 142 findings right on 2,107 articles (118 have one or more), none on 15,867 clean documents"

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each byline, and one for those in a row."""
        text = article.text("body")
        author = article.text("author").strip()
        hits = facts.hits(self.code)
        if not hits and not (author and text):
            return
        # Who the outlet is matters to what the scan found alone; most articles have nothing but an author.
        domain = facts.address.domain if hits and facts.address else None
        outlets = outlets_of(article.text("source"), domain) if hits else frozenset[str]()
        found = bylines(text, facts.paragraphs, hits, facts.language.code, author, outlets)
        for line in joined(text, (Piece(each.start, each.end) for each in found)):
            yield self.finding(
                article,
                "body",
                line,
                f"“{shown(text, line)}” says who wrote the article; it is no line of its text.",
                fix=replace("body", *with_space(text, line), "", safe=False),
            )
