"""STR007 unbalanced-quotation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newslint.checks.base import ArticleCheck, CheckOptions, Natural, each_or_all
from newslint.facts.quotation import Mark, marks
from newslint.model import Article, Finding, Severity
from newslint.text.segment import Paragraphs

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_SENTENCE_ENDS = frozenset(".!?…。！？।:")
_CUTS = ("...", "…", "[…]", "[...]")
_SHOWN = 60
_NAME = 40
"""Characters between two opening guillemets that one may close, as Russian and Ukrainian have it in names."""
REACH = 5
"""Paragraphs with quotation marks in which one that closes the quotation is waited for."""
_DOUBLED = ("''", "’’", "‘‘")
MAX_MARKS = 2_000
"""Marks of a body that are looked at; a text with more of them is none of news."""


class UnbalancedQuotation(ArticleCheck):
    """A quotation is opened and never closed.

    What it flags
    -------------
    A quotation mark that opens a quotation, in a body in which no later mark closes it: ``“ ”``, ``„ “``, ``« »``,
    ``» «``, ``「 」`` and straight marks, by their place before or behind a word. The finding marks the opening mark
    and the first words of the quotation.

    Why it hurts
    ------------
    Nobody can tell any more whose words the rest of the paragraph are. Whatever finds quotations and their speakers
    takes all that follows for speech, and one lost mark often means that the words beside it are lost as well.

    Example
    -------
    ``The quotation that begins with “We will open the bridge … is never closed.``

    Fix
    ---
    None: only the author knows where the speech ended.

    Options
    -------
    ``max_findings`` (default 5 findings): an article with more open quotations gets one finding with their number.

    Limits
    ------
    A quotation may run over paragraphs: one is not reported if a mark in the next five paragraphs with marks closes it,
    or the next mark opens it anew at the start of a paragraph, as is the custom. Silent in bodies whose opening and
    closing marks are equal in number, on quotations that are cut by an ellipsis or closed by two single marks, on
    single marks, which may be apostrophes, and in paragraphs with a mark between two letters, whose side nobody can
    tell. Marks in Hebrew abbreviations, and guillemets that are arrows, are no quotation marks. Of a body with more
    than 2,000 marks the first are looked at.
    """

    code = "STR007"
    slug = "unbalanced-quotation"
    severity = Severity.INFO
    precision = "22 of 22 findings right on 2,107 articles"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of STR007."""

        max_findings: Natural = 5

    def check(self, article: Article, facts: ArticleFacts) -> Iterable[Finding]:
        """Return a finding for each quotation that stays open, or one for very many."""
        places = facts.unbalanced_marks
        return self._check(article, facts, places[:MAX_MARKS]) if places else ()

    def _check(self, article: Article, facts: ArticleFacts, places: Sequence[int]) -> Iterator[Finding]:
        body = article.text("body")
        for group in each_or_all(list(_never_closed(body, facts.paragraphs, places)), self.options.max_findings):
            start, end = group[0]
            often = f" (one of {len(group):,} in this article)" if len(group) > 1 else ""
            yield self.finding(
                article,
                "body",
                (start, end),
                f"The quotation that begins with {body[start:end]} … is never closed{often}.",
                evidence={"count": len(group)},
            )


class _Open(NamedTuple):
    """An opening mark that its paragraph, which ends at *end*, does not close; *since* counts paragraphs since."""

    at: int
    end: int
    since: int = 0


class _Read(NamedTuple):
    """What the marks of a paragraph leave: the one that stays open, and whether one closes what was open before."""

    left: int | None
    closes: bool


def _never_closed(body: str, paragraphs: Paragraphs, places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the opening marks that nothing closes, each with the first words behind it."""
    waiting: _Open | None = None
    for start, end, held in _by_paragraph(paragraphs, places):
        found = list(marks(body, held, start, end))
        if not found:
            continue
        read = _read(body, found, start)
        if waiting and (read.closes or (found[0].role == "opens" and found[0].at == start)):
            waiting = None
        if waiting:
            waiting = waiting._replace(since=waiting.since + 1)
            if read.left is not None or waiting.since >= REACH:
                yield _marked(body, waiting)
                waiting = None
        if read.left is not None and not _is_cut(body, read.left, end):
            waiting = _Open(read.left, end)
    if waiting:
        yield _marked(body, waiting)


def _by_paragraph(paragraphs: Paragraphs, places: Sequence[int]) -> Iterator[tuple[int, int, Sequence[int]]]:
    """Yield start and end of each paragraph that has any of *places*, and those."""
    first = 0
    while first < len(places):
        index = bisect_right(paragraphs.starts, places[first]) - 1
        end = paragraphs.ends[index]
        after = max(first + 1, bisect_left(places, end, first))
        yield paragraphs.starts[index], end, places[first:after]
        first = after


def _read(body: str, found: Sequence[Mark], start: int) -> _Read:
    """Match the marks of a paragraph; one that is unclear may do anything."""
    opened: list[int] = []
    closes = False
    for mark in found:
        if mark.role == "unclear":
            return _Read(None, closes=True)
        if mark.role == "closes":
            closes |= not opened
            _close(body, mark.at, opened)
        elif opened and _begins_anew(body, mark.at, start):
            opened[-1] = mark.at
        else:
            opened.append(mark.at)
    return _Read(opened[0] if len(opened) == 1 else None, closes)


def _close(body: str, at: int, opened: list[int]) -> None:
    """Take from *opened* what the mark closes: one quotation, or a name and the name inside it («A «B»)."""
    last = opened.pop() if opened else 0
    if opened and body[at] == "»" and last - opened[-1] <= _NAME:
        opened.pop()


def _begins_anew(body: str, at: int, start: int) -> bool:
    """Return whether the mark stands behind the end of a sentence, where the border of paragraphs may be lost."""
    before = body[max(start, at - 3) : at].rstrip()
    return before.endswith(tuple(_SENTENCE_ENDS))


def _is_cut(body: str, at: int, end: int) -> bool:
    """Return whether an ellipsis cuts the quotation before its paragraph ends, or two single marks close it."""
    return any(cut in body[at:end] for cut in (*_CUTS, *_DOUBLED))


def _marked(body: str, quotation: _Open) -> tuple[int, int]:
    """Return the mark with the first words behind it, at most 60 characters."""
    at, end, _ = quotation
    if end - at <= _SHOWN:
        return at, end
    space = body.rfind(" ", at + 2, at + _SHOWN)
    return at, space if space > 0 else at + _SHOWN
