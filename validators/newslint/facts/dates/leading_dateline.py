"""The dateline at the start of an article, such as ``KLARBRUNN, 6. Dezember (ndi) –`` or ``ВЕРХІВ. 6 грудня.``."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from newslint.facts.dates.agency_forms import agency_date
from newslint.facts.dates.mention import DateMention
from newslint.facts.dates.starts import DIGIT

_LONGEST_PLACE = 90
"""Characters before the date: a place, a country, an agency."""
_FARTHEST = 300
"""Characters before the date, with the furniture that scrapers leave above the first sentence."""
_WIDEST = 110
"""Characters of a line in which a place and a date stand before the bracket of an agency."""
_BEFORE_BRACKET = 18
_DIGIT = re.compile(f"[{DIGIT}]")
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
# 【ロンドン12月2日】, (서울=연합뉴스) 12월 2일 =
_BRACKETED = re.compile(r"\s*(?:[【［\[][^】］\]\n]{1,30}|\([^()\n=]{1,20}=[^()\n\d]{2,20}\)[^\S\n]?)\Z")
_BRACKET_AFTER = re.compile(r"[^】］\]\n\d]{0,20}[】］\]]|[^\S\n]?(?:[=＝–—-]|\n|[^\s\d]{2,5} (?:기자|특파원))|\Z")
_SECOND_NAME = re.compile(
    r"\A[^\S\n]?[/-]?[^\S\n]?(?:كانون|تشرين)[^\S\n](?:الأول|الثاني)"
    r"|\A[^\S\n]?[/-]?[^\S\n]?(?:شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول)(?!\w)"
)
"""The second name of the same month, as Arabic agencies write it."""
_DASH_AFTER = re.compile(r"[^\S\n]?[.,:]?[^\S\n]?[-–—]{1,2}[^\S\n]")
_STOP_AFTER = re.compile(r"\.[^\S\n]")


class LeadingDateline(msgspec.Struct, frozen=True, gc=False):
    """The date of a dateline that opens the body. ``agency`` says that a news agency is named right behind it."""

    mention: DateMention
    agency: bool


def leading_dateline(body: str, mentions: Sequence[DateMention], language: str | None = None) -> LeadingDateline | None:
    """Return the dateline at the start of *body*, if it has one; *mentions* are the dates of the body.

    *language* is that of the article, for the abbreviations of months that agencies alone write without a full stop.

    Before the date only a place (capitalised words, or any few words of a script without case) may stand, behind it
    an agency in brackets or slashes, or a dash; after a place in capitals a full stop is enough. It may follow a few
    lines of furniture (a byline, a stamp), but then only with a place and without a year, as captions have one.
    """
    for mention in mentions[:_MENTIONS]:
        if mention.start > _FARTHEST:
            break
        line = body.rfind("\n", 0, mention.start) + 1
        found = _on_line(body, line, mention)
        if found is not None:
            return found
    return _in_agency_form(body, language)


def _in_agency_form(body: str, language: str | None) -> LeadingDateline | None:
    """Return the dateline whose date is written as only agencies do, on one of the first lines."""
    # Nearly no article has a number before a bracket in its first lines, and all pass here.
    bracket = body.find("(", 0, _FARTHEST + _WIDEST)
    while bracket >= 0:
        line = body.rfind("\n", 0, bracket) + 1
        if bracket - line <= _WIDEST and _DIGIT.search(body, max(line, bracket - _BEFORE_BRACKET), bracket):
            stop = body.find("\n", bracket)
            end = min(stop if stop >= 0 else len(body), bracket + _WINDOW)
            mention = agency_date(body[line:end], language, line)
            if mention is not None and place_words(body[line : mention.start]):
                return LeadingDateline(mention, agency=True)
        bracket = body.find("(", bracket + 1, _FARTHEST + _WIDEST)
    return None


def _on_line(body: str, line: int, mention: DateMention) -> LeadingDateline | None:
    """Return the dateline that begins at *line* with the date *mention*."""
    opens_body = not body[:line].strip()
    if _BRACKETED.match(body[line : mention.start]) and _BRACKET_AFTER.match(body[mention.end : mention.end + _WINDOW]):
        return LeadingDateline(mention, agency=True) if mention.value is not None else None
    place = place_words(body[line : mention.start])
    if place is None or mention.in_range or mention.value is None or mention.start - line > _LONGEST_PLACE:
        return None
    if not opens_body and (not place or mention.explicit_year):
        return None
    after = _SECOND_NAME.sub("", body[mention.end : mention.end + _WINDOW], count=1)
    agency = _AGENCY_AFTER.match(after) is not None
    if agency or (place and _DASH_AFTER.match(after)):
        return LeadingDateline(mention, agency)
    capitals = bool(place) and all(word.isupper() for word in place)
    return LeadingDateline(mention, agency=False) if capitals and _STOP_AFTER.match(after) else None


def place_words(before: str) -> list[str] | None:
    """Return the words before the date that name a place or an agency, or ``None`` where they are a sentence."""
    text = before.lstrip()
    if _NOT_BEFORE.search(text):
        return None
    words = _WORDS.findall(text)
    names = [word for word in words if word.lower() not in _SMALL_WORDS]
    if len(words) > _MOST_WORDS or any(word[0].islower() for word in names):
        return None
    return names if names or not words else None
