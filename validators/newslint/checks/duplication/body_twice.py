"""DUP005 body-twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck
from newslint.facts.twice import Twice
from newslint.model import Article, Edit, Finding, Fix, Related, Severity
from newslint.text.segment import Paragraph

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts


class BodyTwice(ArticleCheck):
    """The whole body stands twice in one article.

    What it flags
    -------------
    A body that is followed by itself, or in which each paragraph is followed by its copy: 85 % and more of its runs of
    four words stand elsewhere in it too. Line breaks need not be the same. The finding spans the second version, or
    the first copy where the versions are interleaved; DUP003 is silent then.

    Why it hurts
    ------------
    Length, counts and quotations are doubled, and a model learns to start over. An extractor took the version for
    phones and the one for desktops, or a page and its print view.

    Example
    -------
    ``The whole body stands twice, one version after the other (412 words each).``

    Fix
    ---
    Deletes the second version, or each copied paragraph. Unsafe: the second version may be the better one. None where
    copies are interleaved inside a line.

    Options
    -------
    None.

    Limits
    ------
    One version must have 40 words; below, DUP003 and DUP006 look. A body whose second version was edited in more than
    one run of words in seven is not seen. A text that goes round more than three times is a loop, DUP006's.
    """

    code = "DUP005"
    slug = "body-twice"
    severity = Severity.ERROR
    fix = "unsafe"
    precision = "4 of 4 flagged articles right among 2,107"

    def applies(self, article: Article, facts: ArticleFacts) -> bool:  # noqa: ARG002
        """Return whether there is a body."""
        return facts.paragraph_count > 0

    def check(self, article: Article, facts: ArticleFacts) -> Iterable[Finding]:
        """Yield a finding where the body stands twice."""
        twice = facts.told_twice
        return () if twice is None else self._twice(article, facts, twice)

    def _twice(self, article: Article, facts: ArticleFacts, twice: Twice) -> Iterator[Finding]:
        copies = [facts.paragraphs[pair.second] for pair in facts.repeated]
        span = (twice.start, twice.end)
        if twice.interleaved and copies:
            span = (copies[0].start, copies[0].end)
        how = "each piece followed by its copy" if twice.interleaved else "one version after the other"
        yield self.finding(
            article,
            "body",
            span,
            f"The whole body stands twice, {how} ({twice.words} words each).",
            related=[_original(article, facts.paragraphs[0])],
            evidence={"words": twice.words, "covered": round(twice.covered, 2), "interleaved": twice.interleaved},
            fix=_interleaved_fix(facts.paragraphs, copies) if twice.interleaved else _fix(article, twice),
        )


def _original(article: Article, paragraph: Paragraph) -> Related:
    return Related(
        "body", paragraph.start, paragraph.end, article.text("body")[paragraph.start : paragraph.end], "first"
    )


def _fix(article: Article, twice: Twice) -> Fix:
    """Return the edit that takes the second version out, with the white space before it."""
    kept = len(article.text("body")[: twice.start].rstrip())
    return Fix(False, (Edit("body", kept, twice.end, ""),))


def _interleaved_fix(paragraphs: Sequence[Paragraph], copies: Sequence[Paragraph]) -> Fix | None:
    """Return the edits that take each copied paragraph out, with the break before it."""
    edits = tuple(Edit("body", paragraphs[copy.index - 1].end, copy.end, "") for copy in copies)
    return Fix(False, edits) if edits else None
