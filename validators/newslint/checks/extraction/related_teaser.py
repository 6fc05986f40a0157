"""EXT005 related-teaser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, replace
from newslint.facts.furniture.cut_lists import cut_lists
from newslint.facts.furniture.cuts import cut_mark
from newslint.facts.furniture.line_teasers import LINE_TRIGGERS, line_teaser_at
from newslint.facts.furniture.neighbours import NEIGHBOUR_TRIGGERS, neighbours_at
from newslint.facts.furniture.pieces import Piece, joined, phrases, shown, with_space
from newslint.facts.furniture.sidebars import SIDEBAR_TRIGGERS, sidebar_at
from newslint.facts.furniture.teasers import TRIGGERS, is_open, tail_of_headlines, teaser_at
from newslint.model import Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_RULES = (teaser_at, sidebar_at, line_teaser_at, neighbours_at)


class RelatedTeaser(ArticleCheck):
    """A teaser of another article stands in the text.

    What it flags
    -------------
    Cues such as ``Read also:``, ``Lesen Sie auch``, ``À lire aussi``, ``Читайте также`` and ``यह भी पढ़ें`` in the body,
    in some 70 languages, with the headlines beside or below them; orders to read with a colon and a headline in a line
    of their own (``Baca: …``, ``(Lea: …)``); links to the article before and the one after that their headlines are
    glued to (``Previous articleFerry …``); the headings of lists (``Most read``, ``Mest læste``, ``More from …``)
    with two headlines below or more, numbered or not; the labels of sidebars (``Popular content``, ``Seneste nyt``,
    ``En çok okunan haberler``, ``熱門新聞``) with three, or one and its date, or where they end the text; and, without
    a cue, four headlines or more in a row at the end of the text, above its legal notices, and anywhere three lines or
    more that were all cut off after as many characters (``The council approved the plan for the second…``).

    Why it hurts
    ------------
    The headline is of another story and often of another year: its names, figures and dates are taken for the
    article's, and articles that share teasers look like near-duplicates.

    Example
    -------
    ``Read also: Ferry to Skerra stays in harbour``

    Fix
    ---
    Drops the cue and the teasers marked with it. Unsafe, because a subheading below a cue may be taken for a teaser.
    None where only the cue is marked and a headline runs into the text behind it: it would stand there as the
    article's.

    Options
    -------
    None.

    Limits
    ------
    A cue counts where it begins a line or a sentence; one that can be part of a sentence ("related news") not where
    this goes on in small letters to its full stop ("related news from the region travelled fast"). A list counts
    not where the sentence above announces a choice ("our critics have chosen"). A sidebar counts only behind three
    sentences in lines of their own, as the label above may be that of the article's own section, and only with
    headlines of 35 characters (a third in scripts without spaces) and five words. Labels that are ordinary words
    (``Related``, ``Read more``) count only before a colon or alone in their line. An order such as ``Read: …``
    counts not in the first line, which may be the article's headline, and not where the line above or below begins
    with other words and a colon. Teasers are the rest of a line of at most 200 characters, up to six lines below a
    cue that look like headlines, or rows of whole headlines with sections, dates or numbers between. In flattened
    text, where a headline runs into the next sentence, the cue alone is marked, unless a colon follows and the
    sentence ends within 110 characters, or three teasers or more carry the same label (``Article : …``), which are
    marked to the end of the line. Summaries below teasers are marked only where these carry such a label, too
    (``Video: …``), where they are cut off with dots, or where three headlines below ``More from …`` have one each
    and no sentence follows. Headlines without a cue are found at the end of a text only, of 35 to 150 characters (a
    third in scripts without spaces) and five words, not numbered, and not announced by a colon, which opens a list.
    Cut lines have 40 to 400 characters (a third), and two thirds of them have 0.7 of the longest at least; with
    headlines, dates or sections between, there are four. A call to the reader behind a cue is reported here and not
    by EXT004; "Read more" where the text was cut is STR002's.
    """

    code = "EXT005"
    slug = "related-teaser"
    severity = Severity.WARNING
    fix = "unsafe"
    precision = (
        "94 of 97 findings read right on 2,107 articles, and 89 of 89 that rules written with these added or changed; "
        "10 of 13 places found in 114 annotated ones"
    )
    triggers = (*TRIGGERS, *SIDEBAR_TRIGGERS, *LINE_TRIGGERS, *NEIGHBOUR_TRIGGERS)
    always = True

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each cue with its teasers, and one for those that stand together."""
        text = article.text("body")
        hits, tail = facts.hits(self.code), tail_of_headlines(facts.paragraphs)
        pieces = set(_cued(text, facts, phrases(text, hits, self.triggers))) if hits else set()
        pieces.update(cut_lists(text, facts.paragraphs))
        if tail is not None:
            pieces.add(tail)
        # Without its label, a headline that runs into the text would be a claim of the article: no fix.
        cues = {piece for piece in pieces if is_open(text, piece)}
        whole = joined(text, pieces - cues)
        alone = [cue for cue in cues if not any(each.start <= cue.start < each.end for each in whole)]
        for teaser in sorted((*whole, *alone)):
            fix = None if teaser in cues else replace("body", *with_space(text, teaser), "", safe=False)
            yield self.finding(article, "body", teaser, f"“{shown(text, teaser)}” points to another article.", fix=fix)


def _cued(text: str, facts: ArticleFacts, places: Iterable[Piece]) -> Iterable[Piece]:
    """Return the teasers at the cues in *places*, up to where the text was cut off."""
    found = (rule(text, *place, facts.paragraphs) for place in places for rule in _RULES)
    pieces = [piece for piece in found if piece is not None]
    cut = cut_mark(text) if pieces else None
    return (piece for piece in pieces if cut is None or piece.end <= cut.start)
