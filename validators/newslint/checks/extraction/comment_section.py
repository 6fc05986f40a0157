"""EXT011 comment-section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, replace
from newslint.facts.furniture.comment_entries import ENTRY_TRIGGERS, entries, entry_heads
from newslint.facts.furniture.comments import TRIGGERS, comment_form_at, has_comment_form
from newslint.facts.furniture.form_fields import with_fields
from newslint.facts.furniture.pieces import Piece, joined, phrases, shown, with_space
from newslint.model import Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_TIME_ZONES = timedelta(days=1)
"""A page may write its hours in another time zone than those of its comments."""


class CommentSection(ArticleCheck):
    """Comments of readers, or what asks for them, stand in the text.

    What it flags
    -------------
    In the body, in some 40 languages: sentences that only a form for comments says (``Your email address will not be
    published``, ``Log in to comment``), invitations and buttons (``Leave a Reply``, ``Kommentar schreiben``,
    ``Оставить комментарий``), rules for those who comment, and headings and counts of comments alone in their line
    (``Comments``, ``12 Kommentare``, ``Комментарии (3)``); and comments themselves from ``Jim_88 says: November 9, 2023
    at 4:12 pm`` on, or from rows of names with a time or an age in the next line (``Jim_88``, ``5 hours ago``), to the
    next form or the end of the text. Beside what a form says the lines that are its fields and buttons are of it
    (``Name *``, ``Website``, ``Absenden``); without it three fields or more are a form, if one asks for an address with
    a mark (``Email required``) and one for a site or a comment. Neighbouring ones are one finding.

    Why it hurts
    ------------
    They repeat in every article of a source, and below them the words of readers follow, which neither the outlet nor
    its reporters wrote.

    Example
    -------
    ``The bridge opens on Monday.``, ``Leave a Reply``, ``Your email address will not be published.``

    Fix
    ---
    Drops the line, the sentence or the comments. Unsafe, because comments that do not open with a name, a date and a
    time stay and have then no heading.

    Options
    -------
    None.

    Limits
    ------
    What readers write is marked only below a name and a time, and only where something of a comment section stands
    right above, between or right below such lines, or their days are not before the article's: reports reproduce
    messages like that. Rows of names without a verb count where something of a comment section stands beside them, or
    two of three are names that users choose. Where only the days or the names tell, the last comment ends with its
    paragraph. An invitation counts where
    it begins a line or a sentence, or has a capital inside flattened text, so "she declined to leave a comment" passes;
    "Comment" alone in its line, the heading of an opinion, counts with a number or a form's star only. Words in
    quotation marks pass, and so do those that a sentence tells without them ("the form promised"). A call to the reader
    that is a form's sentence is reported here and not by EXT004; a line of a legal notice is EXT012's.
    """

    code = "EXT011"
    slug = "comment-section"
    severity = Severity.WARNING
    fix = "unsafe"
    precision = (
        "116 of 118 findings read right on 2,107 articles, 37 of 37 that rules written with these added or changed, "
        "and 10 of 10 forms with their fields; 7 of 7 places in 114 annotated ones it was written with"
    )
    triggers = (*TRIGGERS, *ENTRY_TRIGGERS)

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each part of a comment section, and one for those that stand together."""
        text = article.text("body")
        places = list(phrases(text, facts.hits(self.code), self.triggers))
        found = {piece for place in places if (piece := comment_form_at(text, *place)) is not None}
        heads = entry_heads(text, places)
        comments = entries(text, heads, sorted(found), are_late=_are_late(heads, facts)) if heads else None
        if comments is not None:
            found.add(comments)
        for piece in _with_fields(text, joined(text, found)):
            yield self.finding(
                article,
                "body",
                piece,
                f"“{shown(text, piece)}” is of the page's comment section, not of the article.",
                fix=replace("body", *with_space(text, piece), "", safe=False),
            )


def _with_fields(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return *pieces*, those of a form with the fields in the lines beside them."""
    return joined(text, (with_fields(text, piece) if has_comment_form(text, piece) else piece for piece in pieces))


def _are_late(heads: Sequence[Piece], facts: ArticleFacts) -> bool:
    """Return whether no day in *heads* lies before the day of publication; comments are younger than their article."""
    if facts.published is None:
        return False
    days = [
        mention.value
        for mention in facts.dates("body")
        if mention.value is not None and any(head.start <= mention.start < head.end for head in heads)
    ]
    return bool(days) and min(days) >= facts.published.day - _TIME_ZONES
