"""Spans with the text around them, for reports that show a finding in its place."""

from __future__ import annotations

from bisect import bisect_right

from newslint.facts.article_facts import ArticleFacts
from newslint.model import TEXT_FIELDS, Excerpt, Finding, Related
from newslint.text.segment import Paragraph

CONTEXT = 160
"""Characters kept on each side of a span: about two lines of a report."""
LONGEST = 1200
"""Characters kept of a span itself: a whole paragraph, but not a whole article on one line."""


def excerpts(finding: Finding, facts: ArticleFacts) -> tuple[Excerpt, ...]:
    """Return the finding's own span in context, then each related span of the same article."""
    own = _excerpt(facts, finding.field, finding.start, finding.end, finding.quote, related=False)
    others = (
        _excerpt(facts, span.field, span.start, span.end, span.quote, related=True)
        for span in finding.related
        if span.article is None or span.article == facts.article.id
    )
    elsewhere = (_elsewhere(span) for span in finding.related if span.article not in (None, facts.article.id))
    return (own, *others, *elsewhere)


def _elsewhere(span: Related) -> Excerpt:
    return Excerpt(f"{span.article} · {span.field}", "", span.quote[:LONGEST], "", related=True)


def _excerpt(
    facts: ArticleFacts, field: str, start: int | None, end: int | None, quote: str, *, related: bool
) -> Excerpt:
    text = facts.article.text(field) if field in TEXT_FIELDS else ""
    if start is None or end is None or not text:
        return Excerpt(field, "", quote[:LONGEST], "", related=related)
    paragraph = _paragraph(facts, field, start)
    low, high = (paragraph.start, paragraph.end) if paragraph else (0, len(text))
    label = f"{field} · ¶{paragraph.index + 1}" if paragraph else field
    return Excerpt(
        label,
        text[max(low, start - CONTEXT) : start],
        text[start : min(end, start + LONGEST)],
        text[end : max(end, min(high, end + CONTEXT))],
        _language(facts, field, paragraph),
        related,
    )


def _paragraph(facts: ArticleFacts, field: str, start: int) -> Paragraph | None:
    if field != "body":
        return None
    before = bisect_right(facts.paragraphs.starts, start)
    return facts.paragraphs[before - 1] if before else None


def _language(facts: ArticleFacts, field: str, paragraph: Paragraph | None) -> str | None:
    if field == "body" and paragraph is not None:
        verdict = facts.paragraph_languages[paragraph.index]
        if verdict.verdict == "foreign":
            return verdict.code
    return facts.language.code
