"""EXT013 page-label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, CheckOptions, Natural, each_or_all
from newslint.facts.furniture.comment_entries import entries, row_heads
from newslint.facts.furniture.comments import has_comment_form, is_comment_form
from newslint.facts.furniture.cuts import cut_mark
from newslint.facts.furniture.labels import TRIGGERS, is_beside, labels, own_address, rows_at
from newslint.facts.furniture.link_notes import TRIGGERS as NOTES
from newslint.facts.furniture.link_notes import link_notes
from newslint.facts.furniture.page_sentences import TRIGGERS as SENTENCES
from newslint.facts.furniture.page_sentences import page_sentences
from newslint.facts.furniture.pieces import Piece, joined, phrases, shown, with_space
from newslint.facts.furniture.teasers import teaser_at
from newslint.model import Article, Edit, Finding, Fix, Severity
from newslint.text.segment import Paragraphs

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts


_BEHIND_WORDS = frozenset(",.;:!?…")
"""Marks that stand at the end of a word; no space is left before them."""


class PageLabel(ArticleCheck):
    """A label of the page stands in the text: an advertisement marker, a menu, a button, a counter.

    What it flags
    -------------
    Lines of the body that are nothing but a label, in some 40 languages: markers of advertisements
    (``Advertisement``, ``Werbung überspringen``, ``विज्ञापन``), messages and buttons of a page (``Loading…``, ``Back
    to top``, ``もっと見る``), forms to log in (``Forgot your password?``), links to the articles beside this one
    (``Previous article``), buttons of a banner for consent (``Accept all``), counters (``5 min read``), ages (``10
    hours ago``, ``vor 3 Stunden``), buttons run together (``KommentareTeilen``), the address of the article itself,
    and menus: three or more labels in a row, such as ``Home``, ``Sport``, ``Login``, or six or more lines of one or
    two words of which half are such labels (a fifth at the top of the text), and tags (``Tags: bridge, Orlec``, or
    ``TAGS`` above them). Those in a row are one finding. Inside a line three names of networks or more are found that
    nothing but a space or a mark parts (``2023FacebookTwitterEmail``), three links of a page's foot (``About us
    Contact us Privacy policy``), and sentences that only pages say: messages (``Post was not sent - check your email
    addresses!``, ``You have been successfully subscribed!``), requests for corrections (``Fehler gefunden? Jetzt
    melden.``, ``Нашли опечатку? Выделите её и нажмите Ctrl+Enter.``), that the text goes on below something
    (``Story continues below advertisement``), that an article is older than a year, how to embed it, notes on summaries
    that a machine made, what
    stands in the place of embedded content until the reader agrees to load it (``An dieser Stelle findest du einen
    externen Inhalt von …``), and notes in brackets behind a link or a button (``(opens in a new tab)``, ``Click to
    share on Facebook (Opens in new window)``).

    Why it hurts
    ------------
    They part sentences and paragraphs that belong together, repeat in every article of a source, and a model learns to
    write "Advertisement" in the middle of its texts.

    Example
    -------
    ``Advertisement``, alone in its line between two paragraphs.

    Fix
    ---
    Drops the lines. Unsafe, because a list of one-word lines can be the article's own.

    Options
    -------
    ``max_findings`` (default 20 findings): an article with more gets one finding with their number, at the first. In
    2,107 real articles 291 have labels, 4 of them more: whole pages with an age or a link behind each of their entries.

    Limits
    ------
    Words that head sections of articles as well (``Sport``, ``Video``, ``Search``) count only in a menu, and not
    below a sentence that ends with a colon and announces them; buttons for consent do not count where they are
    explained one by one. A question about errors counts where it names the text or an answer follows that says what
    to do; what a sentence tells as somebody's words passes. Buttons that ask for something (``Share``, ``Subscribe``)
    are EXT004's, the fields of a form for comments EXT011's, and so are ages below the names of those who comment. In a
    text without line breaks nothing is found but such rows and sentences. Menus of other words, such as the sections of
    one paper, are found by EXT007 where the corpus has enough articles of the source.
    """

    code = "EXT013"
    slug = "page-label"
    severity = Severity.WARNING
    fix = "unsafe"
    triggers = (*TRIGGERS, *SENTENCES, *NOTES)
    always = True
    precision = (
        "48 of 48 findings read right of 587 on 2,107 articles (291 have one or more), none on 15,867 clean documents"
    )

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of EXT013."""

        max_findings: Natural = 20

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each label, one for those in a row, and one for all where there are very many."""
        text = article.text("body")
        for group in each_or_all(self._labels(article, facts, text), self.options.max_findings):
            yield self._finding(article, text, group, facts.count(self.code, len(group)))

    def _labels(self, article: Article, facts: ArticleFacts, text: str) -> list[Piece]:
        hits = [hit for hit in facts.hits(self.code) if hit.field == "body"]
        found = {piece for hit in hits for piece in rows_at(text, hit.start, hit.end)}
        if hits:
            found.update(page_sentences(text, phrases(text, hits, SENTENCES)))
            found.update(link_notes(text, (Piece(hit.start, hit.end) for hit in hits)))
        found.update(own_address(text, facts.paragraphs, article.text("url")))
        pieces = joined(text, (*labels(text, facts.paragraphs), *found))
        cut = cut_mark(text) if pieces else None
        last = cut.start if cut is not None else len(text)
        comments = _comments(text, facts.paragraphs, pieces)
        return [
            label
            for label in pieces
            if label.start < last
            and not (comments is not None and comments.start <= label.start < comments.end)
            and not has_comment_form(text, label)
            and not (is_beside(text, label) and teaser_at(text, *label, facts.paragraphs))
        ]

    def _finding(self, article: Article, text: str, labels: list[Piece], count: str) -> Finding:
        often = f"; there are {count} such places in this article" if len(labels) > 1 else ""
        return self.finding(
            article,
            "body",
            labels[0],
            f"“{shown(text, labels[0])}” is a label of the page, not of the article{often}.",
            evidence={"count": len(labels)},
            fix=Fix(False, tuple(_without(text, label) for label in labels)),
        )


def _comments(text: str, paragraphs: Paragraphs, labels: Sequence[Piece]) -> Piece | None:
    """Return the comments of readers that EXT011 marks, if *labels* are the ages below their names."""
    heads = row_heads(text, labels)
    if not heads:
        return None
    places = zip(paragraphs.starts, paragraphs.ends, strict=True)
    forms = [Piece(start, end) for start, end in places if is_comment_form(text, Piece(start, end))]
    return entries(text, heads, forms, are_late=False)


def _without(text: str, label: Piece) -> Edit:
    start, end = with_space(text, label)
    if text[end : end + 1] in _BEHIND_WORDS:
        while start and text[start - 1] in " \u00a0":
            start -= 1
    is_glued = text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()
    return Edit("body", start, end, " " if is_glued else "")
