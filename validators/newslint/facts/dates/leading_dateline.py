"""The dateline at the start of an article, such as ``KLARBRUNN, 6. Dezember (ndi) –`` or ``ВЕРХІВ. 6 грудня.``."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from newslint.facts.dates.mention import DateMention

_LONGEST_PLACE = 90
"""Characters before the date: a place, a country, an agency."""
_FARTHEST = 300
"""Characters before the date, with the furniture that scrapers leave above the first sentence."""
_MENTIONS = 3
_WINDOW = 60
_MOST_WORDS = 7
_SMALL_WORDS = frozenset(
    (
        *("de", "del", "della", "di", "da", "do", "dos", "das", "du", "des", "la", "le", "les", "el", "los", "las"),
        *("am", "an", "der", "den", "bei", "im", "sur", "upon", "of", "the", "and", "och", "i", "y", "e", "et", "und"),
        *("на", "над", "г", "м", "с", "под", "при", "dne", "dnia", "nad", "od", "den", "op", "on", "à", "al"),
    )
)
"""Lower-case words of place names and of dates; any other lower-case word makes a sentence of the line."""
_WORDS = re.compile(r"[^\W\d_]++(?:['’.-][^\W\d_]++)*")
_NOT_BEFORE = re.compile(r"[\d!?;\"«»“”„\n]|\.{2}")
_AGENCY_AFTER = re.compile(
    r"[^\S\n]?[.,]?[^\S\n]?[-–—]?[^\S\n]?"
    r"(?:\((?P<round>[^()\n\d]{2,40})\)|/(?P<slashed>[^/\n\d]{2,40})/|\[(?P<square>[^\[\]\n\d]{2,40})\]"
    r"|(?P<capitals>[^\W\d_a-zа-яёіїєґ]{2,12}(?:[ -][^\W\d_]{2,12})?)[^\S\n]?(?:[.:】\]]|[-–—]))"
    r"|(?P<dispatch>[电電讯訊])"
)
_DASH_AFTER = re.compile(r"[^\S\n]?[.,:]?[^\S\n]?[-–—]{1,2}[^\S\n]")
_STOP_AFTER = re.compile(r"\.[^\S\n]")


class LeadingDateline(msgspec.Struct, frozen=True, gc=False):
    """The date of a dateline that opens the body. ``agency`` says that a news agency is named right behind it."""

    mention: DateMention
    agency: bool


def leading_dateline(body: str, mentions: Sequence[DateMention]) -> LeadingDateline | None:
    """Return the dateline at the start of *body*, if it has one; *mentions* are the dates of the body.

    Before the date only a place (capitalised words, or any few words of a script without case) may stand, behind it
    an agency in brackets or slashes, or a dash; after a place in capitals a full stop is enough. It may follow a few
    lines of furniture (a byline, a stamp), but then only with a place and without a year, as captions have one.
    """
    for mention in mentions[:_MENTIONS]:
        if mention.start > _FARTHEST:
            return None
        line = body.rfind("\n", 0, mention.start) + 1
        found = _on_line(body, line, mention)
        if found is not None:
            return found
    return None


def _on_line(body: str, line: int, mention: DateMention) -> LeadingDateline | None:
    """Return the dateline that begins at *line* with the date *mention*."""
    opens_body = not body[:line].strip()
    place = _place(body[line : mention.start])
    if place is None or mention.in_range or mention.value is None or mention.start - line > _LONGEST_PLACE:
        return None
    if not opens_body and (not place or mention.explicit_year):
        return None
    after = body[mention.end : mention.end + _WINDOW]
    agency = _AGENCY_AFTER.match(after) is not None
    if agency or (place and _DASH_AFTER.match(after)):
        return LeadingDateline(mention, agency)
    capitals = bool(place) and all(word.isupper() for word in place)
    return LeadingDateline(mention, agency=False) if capitals and _STOP_AFTER.match(after) else None


def _place(before: str) -> list[str] | None:
    """Return the words before the date that name a place or an agency, or ``None`` where they are a sentence."""
    text = before.lstrip()
    if _NOT_BEFORE.search(text):
        return None
    words = _WORDS.findall(text)
    names = [word for word in words if word.lower() not in _SMALL_WORDS]
    if len(words) > _MOST_WORDS or any(word[0].islower() for word in names):
        return None
    return names if names or not words else None
