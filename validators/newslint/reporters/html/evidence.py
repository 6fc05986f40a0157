"""A finding as a card: its texts in context, the dates that disagree, what a fix would change.

Cards are drawn twice, by the templates (examples, the proof-read page) and by the page's script (the findings list),
so everything that needs thought happens here and both only put text into elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from newslint.engine.count import UNKNOWN
from newslint.engine.excerpts import CONTEXT
from newslint.model import TEXT_FIELDS, Edit, Excerpt, Finding
from newslint.reporters.html.figures import figures
from newslint.reporters.html.languages import direction, language_tag
from newslint.reporters.visible import plain
from newslint.reporters.wording import LONGEST_EVENT, is_date, plural, reader_date, title

LONG_QUOTE = 70
"""Characters from which a quote is tinted rather than underlined: more than about one line of a card."""
LONGEST_CHANGE = 320
"""Characters up to which a fix is shown as before and after; beyond, a card says in words what it does."""
_LONGEST_REMOVAL = 120

Piece = tuple[str, str]
"""(kind, text): ``""`` context, ``hit`` the offence, ``soft`` a long one, ``ref`` evidence, ``same`` an anchor."""


class Passage(msgspec.Struct, frozen=True):
    """An excerpt, cut into pieces."""

    label: str
    language: str
    direction: str
    pieces: tuple[Piece, ...]


class DateStrip(msgspec.Struct, frozen=True):
    """An event in the text, how far it lies from publication, and the publication date."""

    event: str
    event_iso: str
    gap: str
    published: str
    published_iso: str
    language: str


class Change(msgspec.Struct, frozen=True):
    """What a fix does: ``before`` becomes ``after``; both empty where only ``words`` can say it."""

    safe: bool
    before: str = ""
    after: str = ""
    words: str = ""


class Card(msgspec.Struct, frozen=True):
    """Everything a report shows of one finding."""

    code: str
    slug: str
    title: str
    severity: str
    message: str
    article: str
    source: str
    language: str
    day: str
    place: str
    key: str
    passages: tuple[Passage, ...]
    pair: bool
    strip: DateStrip | None
    change: Change | None
    numbers: str


def make_card(finding: Finding) -> Card:
    """Return the card of *finding*."""
    strip = date_strip(finding)
    passages = tuple(_passages(finding, strip is not None))
    return Card(
        code=finding.code,
        slug=finding.slug,
        title=title(finding.slug),
        severity=finding.severity.value,
        message=finding.message,
        article=plain(finding.article.id),
        source=source_name(finding.article.source),
        language=plain(finding.article.language or ""),
        day=plain(finding.article.day or ""),
        place=_place(finding),
        key=finding.fingerprint,
        passages=passages,
        pair=len(passages) > 1,
        strip=strip,
        change=change(finding),
        numbers=figures(finding, has_strip=strip is not None),
    )


def source_name(source: str | None) -> str:
    """Return what stands for *source* on the page."""
    return plain(source or "") or UNKNOWN


def date_strip(finding: Finding) -> DateStrip | None:
    """Return the strip of a finding whose evidence holds ``lag_days``, ``event_date`` and ``published``."""
    facts = finding.evidence
    days = facts.get("lag_days")
    if not isinstance(days, int) or not is_date(facts.get("event_date")) or not is_date(facts.get("published")):
        return None
    event, published = str(facts["event_date"])[:10], str(facts["published"])[:10]
    said = plain(finding.quote)
    own_words = 0 < len(said) <= LONGEST_EVENT
    return DateStrip(
        event=said if own_words else reader_date(event),
        event_iso=event,
        gap=plural(abs(days), "day"),
        published=reader_date(published),
        published_iso=published,
        language=_own_language(finding) if own_words else "",
    )


def change(finding: Finding) -> Change | None:
    """Return what the fix of *finding* does to the text around it."""
    if finding.fix is None:
        return None
    safe, edits = finding.fix.safe, finding.fix.edits
    before, after = _before_and_after(finding, edits)
    removed = sum(edit.end - edit.start for edit in edits)
    if removed and not any(edit.text for edit in edits) and not 0 < len(before) <= _LONGEST_REMOVAL:
        return Change(safe, words=f"Remove the marked text ({plural(removed, 'character')}).")
    if before == after or len(before) + len(after) > LONGEST_CHANGE:
        return Change(safe, words=f"Apply {plural(len(edits), 'edit')} to {', '.join(_fields(edits))}.")
    return Change(safe, before, after)


def _before_and_after(finding: Finding, edits: tuple[Edit, ...]) -> tuple[str, str]:
    """Return the smallest known text that holds the finding and all *edits*, before and after them."""
    window, offset = _window(finding)
    inside = all(
        edit.field == finding.field and offset <= edit.start and edit.end <= offset + len(window) for edit in edits
    )
    if not edits or not inside or finding.start is None or finding.end is None:
        return "", ""
    low = min(finding.start, *(edit.start for edit in edits)) - offset
    high = max(finding.end, *(edit.end for edit in edits)) - offset
    after = window[:high]
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        after = after[: edit.start - offset] + edit.text + after[edit.end - offset :]
    return window[low:high], after[low:]


def _window(finding: Finding) -> tuple[str, int]:
    """Return the text known around the finding's span and where in the field it starts."""
    if finding.start is None or finding.end is None:
        return "", 0
    own = finding.excerpts[0] if finding.excerpts else None
    if own is None or len(own.quote) != finding.end - finding.start:
        return finding.quote, finding.start
    return own.before + own.quote + own.after, finding.start - len(own.before)


def _passages(finding: Finding, has_strip: bool) -> Iterator[Passage]:
    labels = _related_labels(finding)
    anchors = _anchors(finding)
    for i, excerpt in enumerate(finding.excerpts):
        name = labels[i - 1] if i and len(labels) == len(finding.excerpts) - 1 else ""
        # The strip already shows the publication date; a box with the same date beside it adds nothing.
        if not (has_strip and name == "published"):
            yield _passage(_anchored(excerpt, anchors), name)


def _related_labels(finding: Finding) -> list[str]:
    """Return the labels of the related spans in the order of their excerpts: same article first."""
    own = (None, finding.article.id)
    return [span.label for span in finding.related if span.article in own] + [
        span.label for span in finding.related if span.article not in own
    ]


def _anchors(finding: Finding) -> re.Pattern[str] | None:
    """Return a pattern of the words that a finding names as shared by its texts: names, numbers."""
    if not any(excerpt.related for excerpt in finding.excerpts):
        return None
    lists = (value for value in finding.evidence.values() if isinstance(value, list | tuple))
    words = {part for value in lists for word in value if isinstance(word, str) for part in word.split(" / ") if part}
    if not words:
        return None
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")


def _anchored(excerpt: Excerpt, anchors: re.Pattern[str] | None) -> Excerpt:
    """Mark the anchors in a quote that has no marks of its own."""
    if anchors is None or excerpt.marks:
        return excerpt
    marks = tuple(match.span() for match in anchors.finditer(excerpt.quote))
    return msgspec.structs.replace(excerpt, marks=marks)


def _passage(excerpt: Excerpt, name: str) -> Passage:
    tag = language_tag(excerpt.language)
    pieces = (
        ("", ("… " if len(excerpt.before) >= CONTEXT else "") + excerpt.before),
        *_quote_pieces(excerpt),
        ("", excerpt.after + (" …" if len(excerpt.after) >= CONTEXT else "")),
    )
    return Passage(
        plain(" · ".join(part for part in (name, excerpt.label, tag) if part)),
        tag,
        direction(tag),
        tuple(piece for piece in pieces if piece[1]),
    )


def _quote_pieces(excerpt: Excerpt) -> Iterator[Piece]:
    """Cut the quote at its anchors; what is between them is the offence or the evidence."""
    if excerpt.related:
        kind = "" if excerpt.marks and not (excerpt.before or excerpt.after) else "ref"
    else:
        kind = "soft" if len(excerpt.quote) > LONG_QUOTE or excerpt.marks else "hit"
    position = 0
    for start, end in sorted(excerpt.marks):
        if start < position or end <= start:
            continue
        yield kind, excerpt.quote[position:start]
        yield "same", excerpt.quote[start:end]
        position = end
    yield kind, excerpt.quote[position:]


def _own_language(finding: Finding) -> str:
    return language_tag(finding.excerpts[0].language) if finding.excerpts else ""


def _place(finding: Finding) -> str:
    """Return ``file:line``, or ``file#row`` where there are no lines, as far as it is known."""
    path, line, row = (
        finding.article.origin.path,
        finding.line or finding.article.origin.line,
        finding.article.origin.row,
    )
    if not path or not (line or row):
        return plain(path)
    return plain(f"{path}:{line}" if line else f"{path}#{row}")


def _fields(edits: tuple[Edit, ...]) -> list[str]:
    return sorted({edit.field for edit in edits}, key=lambda field: (field not in TEXT_FIELDS, field))
