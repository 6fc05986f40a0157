"""The proof-read page of one article: its text with numbered marks, and a card for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from newslint.model import FIELDS, TEXT_FIELDS, Article, Finding, Report
from newslint.reporters.html.evidence import LONG_QUOTE, Card, make_card
from newslint.reporters.html.languages import direction, language_tag
from newslint.reporters.html.meaning import meaning
from newslint.reporters.visible import plain
from newslint.reporters.wording import is_date
from newslint.text.segment import paragraphs

MOST_CARDS = 60
"""Findings shown with a card; about 25 elements each, within the budget of 3,500 elements a page."""
WHOLE_TEXT = 20_000
"""Characters up to which an article is shown whole; of a longer one, the marked places and its beginning."""
SHORT_TEXT = 1200
"""Characters up to which the whole article fits a laptop's screen, so that it can stay in view beside the cards."""
_AROUND = 300
_LONGEST_MARK = 1200
_OPENING = 1200


class Span(msgspec.Struct, frozen=True):
    """A marked place in one field; ``own`` where the finding itself is, else evidence for it."""

    number: int
    start: int
    end: int
    severity: str
    own: bool
    label: str
    language: str
    begins: bool = True


class Badge(msgspec.Struct, frozen=True):
    """The number that leads from a mark to its card."""

    number: int
    severity: str
    own: bool
    label: str


class Piece(msgspec.Struct, frozen=True):
    """A run of text, or a mark with the pieces inside it, and the badges behind it."""

    text: str = ""
    kind: str = ""
    number: int = 0
    inside: tuple[Piece, ...] = ()
    badges: tuple[Badge, ...] = ()
    skipped: int = 0


class Block(msgspec.Struct, frozen=True):
    """A paragraph, the title or the date line; ``severity`` is that of its worst finding, or empty."""

    language: str
    direction: str
    severity: str
    pieces: tuple[Piece, ...]


class Row(msgspec.Struct, frozen=True):
    """A field that is no running text: its value and the badges of what was found in it."""

    name: str
    value: str
    date: str
    badges: tuple[Badge, ...]


class Reason(msgspec.Struct, frozen=True):
    """Why what a card shows hurts; ``told`` is the number of the card that has said so already, 0 where none has."""

    why: str
    told: int


class Proof(msgspec.Struct, frozen=True):
    """The whole page; each of the ``cards`` has its place in ``reasons``."""

    dateline: Block | None
    title: Block | None
    body: tuple[Block, ...]
    rows: tuple[Row, ...]
    cards: tuple[Card, ...]
    reasons: tuple[Reason, ...]
    hidden: int
    short: bool


def make_proof(report: Report) -> Proof:
    """Return the proof-read page of the one article in *report*."""
    article = report.articles[0]
    mine = [finding for finding in report.findings if finding.article.id == article.id]
    worst = sorted(mine, key=lambda finding: (finding.severity.rank, finding.sort_key))[:MOST_CARDS]
    findings = sorted(worst, key=lambda finding: finding.sort_key)
    spans = {field: list(_spans(article, findings, field)) for field in TEXT_FIELDS}
    language = language_tag(next((f.article.language for f in findings if f.article.language), article.language))
    dateline, headline = (_line(article, field, spans[field], language) for field in ("dateline", "title"))
    return Proof(
        dateline=dateline,
        title=headline,
        body=tuple(_body(article.text("body"), spans["body"], language)),
        rows=tuple(_rows(article, findings)),
        cards=tuple(make_card(finding) for finding in findings),
        reasons=tuple(_reasons(findings)),
        hidden=len(mine) - len(findings),
        short=sum(len(article.text(field)) for field in TEXT_FIELDS) <= SHORT_TEXT,
    )


def _reasons(findings: Sequence[Finding]) -> Iterator[Reason]:
    """Yield the reason of each finding: once in full for a check, then where to find it."""
    told: dict[str, int] = {}
    for number, finding in enumerate(findings, 1):
        yield Reason(meaning(finding.code).why, told.get(finding.code, 0))
        told.setdefault(finding.code, number)


def _spans(article: Article, findings: Sequence[Finding], field: str) -> Iterator[Span]:
    """Yield what is to be marked in *field*: the findings' own spans and those of their evidence."""
    size = len(article.text(field))
    for i, finding in enumerate(findings, 1):
        severity = finding.severity.value
        languages = [language_tag(excerpt.language) for excerpt in finding.excerpts]
        if finding.field == field and finding.start is not None and finding.end is not None and size:
            start, end = _without_margin(article.text(field), finding.start, finding.end)
            yield Span(i, start, end, severity, True, "", languages[0] if languages else "")
        for j, span in enumerate(finding.related, 1):
            here = span.article in (None, article.id) and span.field == field
            if here and span.start is not None and span.end is not None and span.start < size:
                tag = languages[j] if j < len(languages) else ""
                start, end = _without_margin(article.text(field), span.start, span.end)
                yield Span(i, start, end, severity, False, span.label, tag)


def _without_margin(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without surrounding white space, so that it begins inside a paragraph, unless it is only that."""
    quote = text[start:end]
    if not quote.strip():
        return start, min(end, len(text))
    return start + len(quote) - len(quote.lstrip()), start + len(quote.rstrip())


def _rows(article: Article, findings: Sequence[Finding]) -> Iterator[Row]:
    """Yield the fields beside the text that have a value or a finding, and text fields that are missing."""
    for name in ("source", "id", "published_at", "modified_at", "language", "author", "url", *TEXT_FIELDS):
        badges = tuple(_row_badges(article, findings, name))
        value = plain(article.text(name))
        if (name in TEXT_FIELDS and not badges) or not (value or badges):
            continue
        shown = "" if name in TEXT_FIELDS else value
        yield Row(name.removesuffix("_at"), shown, value[:10] if is_date(value) else "", badges)
    others = sorted({finding.field for finding in findings} - set(FIELDS))
    for name in others:
        yield Row(plain(name), "", "", tuple(_row_badges(article, findings, name)))


def _row_badges(article: Article, findings: Sequence[Finding], name: str) -> Iterator[Badge]:
    """Yield a badge for what has no mark in the text."""
    marked = name in TEXT_FIELDS and bool(article.text(name))
    for i, finding in enumerate(findings, 1):
        if finding.field == name and (finding.start is None or not marked):
            yield Badge(i, finding.severity.value, True, "")
        for span in finding.related:
            if span.field == name and span.article in (None, article.id) and (span.start is None or not marked):
                yield Badge(i, finding.severity.value, False, span.label)


def _line(article: Article, field: str, spans: Sequence[Span], language: str) -> Block | None:
    text = article.text(field)
    return _block(text, 0, len(text), len(text), spans, language) if text.strip() else None


def _body(text: str, spans: Sequence[Span], language: str) -> Iterator[Block]:
    """Yield the paragraphs of the body; of a very long one only what is near a mark, and its beginning."""
    whole = len(text) <= WHOLE_TEXT
    parts = paragraphs(text)
    for i, part in enumerate(parts):
        following = parts[i + 1].start if i + 1 < len(parts) else len(text) + 1
        touching = [_inside(span, part.end) for span in spans if _touches(span, part.start, following)]
        if whole or touching or part.start < _OPENING:
            yield _block(text, part.start, part.end, following, touching, language, whole=whole)


def _touches(span: Span, start: int, following: int) -> bool:
    """Return whether *span* lies in the paragraph that owns ``start`` to ``following``, its break included."""
    return span.start < following and (span.end > start or (span.start == span.end == start))


def _inside(span: Span, end: int) -> Span:
    """Move a span without width from the break after a paragraph to the paragraph's end."""
    if span.start == span.end > end:
        return msgspec.structs.replace(span, start=end, end=end)
    return span


def _block(
    text: str, start: int, end: int, following: int, spans: Sequence[Span], language: str, *, whole: bool = True
) -> Block:
    own = [span for span in spans if span.own]
    # A paragraph in another language has its own tag; a title that it repeats says so by its excerpt, too.
    tag = next((span.language for span in (*own, *spans) if span.language and span.start >= start), language)
    worst = min((span.severity for span in own), key=("error", "warning", "info").index, default="")
    pieces: list[Piece] = []
    position = start
    for low, high in _windows(start, end, spans, whole=whole):
        if low > position:
            pieces.append(Piece(skipped=low - position))
        pieces.extend(_pieces(text, low, high, _clipped(spans, low, high)))
        position = high
    if position < end:
        pieces.append(Piece(skipped=end - position))
    pieces.extend(_break_marks(text, end, following, own))
    return Block(tag, direction(tag), worst, tuple(pieces))


def _windows(start: int, end: int, spans: Sequence[Span], *, whole: bool) -> list[tuple[int, int]]:
    """Return the parts of a paragraph to be shown, in order and apart."""
    if whole or end - start <= _OPENING:
        return [(start, end)]
    wanted = [(start, start + _OPENING)] if start < _OPENING else []
    wanted += [(span.start - _AROUND, min(span.end, span.start + _LONGEST_MARK) + _AROUND) for span in spans]
    merged: list[tuple[int, int]] = []
    for low, high in sorted((max(start, low), min(end, high)) for low, high in wanted):
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        elif low < high:
            merged.append((low, high))
    return merged


def _clipped(spans: Sequence[Span], low: int, high: int) -> list[Span]:
    """Return the spans that show between *low* and *high*, cut to size, outer before inner."""
    showing = (
        span for span in spans if (span.start < high and span.end > low) or low <= span.start == span.end <= high
    )
    cut = (_cut(span, max(low, span.start), min(high, span.end)) for span in showing)
    return sorted(cut, key=_outer_first)


def _outer_first(span: Span) -> tuple[int, int, bool, int]:
    return (span.start, -span.end, span.own, span.number)


def _is_hidden_by(outer: Span, inner: Sequence[Span]) -> bool:
    """Return whether *outer* is evidence for one finding and just the place of another, whose mark then is enough."""
    return not outer.own and any(span.own and (span.start, span.end) == (outer.start, outer.end) for span in inner)


def _cut(span: Span, start: int, end: int) -> Span:
    """Return the part of *span* from *start* to *end*; only the part where it begins carries its badge."""
    return msgspec.structs.replace(span, start=start, end=end, begins=span.begins and start == span.start)


def _pieces(text: str, low: int, high: int, spans: Sequence[Span]) -> Iterator[Piece]:
    """Yield ``text[low:high]`` with *spans* as nested marks; a span that crosses the end of another is cut there."""
    position = low
    waiting = list(spans)
    while waiting:
        outer, *others = waiting
        inner = [_cut(span, span.start, min(span.end, outer.end)) for span in others if span.start < outer.end]
        beyond = [_cut(span, outer.end, span.end) for span in others if span.start < outer.end < span.end]
        waiting = sorted([*beyond, *(span for span in others if span.start >= outer.end)], key=_outer_first)
        if outer.start > position:
            yield Piece(text[position : outer.start])
        badges = (_badge(outer),) if outer.begins else ()
        inside = tuple(_pieces(text, outer.start, outer.end, inner))
        if not inside or _is_hidden_by(outer, inner):
            yield from inside
            yield Piece(badges=badges)
        else:
            yield Piece("", _kind(outer), outer.number, inside, badges)
        position = outer.end
    if position < high:
        yield Piece(text[position:high])


def _break_marks(text: str, end: int, following: int, own: Sequence[Span]) -> Iterator[Piece]:
    """Yield the marks that lie wholly in the white space after a paragraph: a missing blank line."""
    for span in own:
        if end <= span.start < following and span.end <= following and span.end > end:
            inside = (Piece(text[span.start : span.end]),)
            yield Piece("", f"hit {span.severity}", span.number, inside, (_badge(span),))


def _kind(span: Span) -> str:
    long = span.end - span.start > LONG_QUOTE
    if span.own:
        return f"{'soft' if long else 'hit'} {span.severity}"
    return "refsoft" if long else "ref"


def _badge(span: Span) -> Badge:
    return Badge(span.number, span.severity, span.own, span.label)
