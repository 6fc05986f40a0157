"""Teasers in a line of their own: an order, a colon and a headline ("Baca: Ferry stays in harbour").

The words also open sentences and lists. So all of the line has to be of this shape, with a headline that ends in no
full stop, and no neighbour may begin in the same way with other words, as in a box of facts ("Where: …", "Read: …").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from newslint.facts.furniture.headlines import is_headline
from newslint.facts.furniture.pieces import UNSPACED, Piece, line_at
from newslint.facts.furniture.words import any_of, together
from newslint.text.scan import Trigger

if TYPE_CHECKING:
    from newslint.text.segment import Paragraphs

FEWEST_WORDS = 4
"""A headline has at least so many words, where they are spaced."""
FEWEST_CHARACTERS = 10
"""And so many characters where they are not."""

_ORDERS = (
    "read", "read here", "read this", "read on", "read the full story", "also", "previously on [a-z .]{2,20}",
    "lesen sie hier", "mehr lesen", "hier lesen", "weiterlesen", "hier weiterlesen",
    "zum (?:artikel|beitrag|bericht|interview|hintergrund)", "lire", "lisez", "en savoir plus", "notre article",
    "lea", "lee", "leer", "vea", "mira", "puedes? (?:ver|leer)", "le recomendamos", "de interés", "sig[au]e? leyendo",
    "conozca más", "conoce más", "entérate", "leia", "veja", "confira", "leggi", "leggi qui",
    "approfondisci", "lees", "lees hier", "lees verder", "läs", "läs här", "læs", "les", "lue", "czytaj", "zobacz",
    "przeczytaj", "sprawdź", "dowiedz się więcej", "čtěte", "čítajte", "olvassa el", "bővebben", "cite[șşs]te", "vezi",
    "detalii", "čitajte", "pročitajte", "pogledajte", "читайте", "смотрите", "подробнее", "дивіться", "докладніше",
    "детальніше", "четете", "вижте", "διαβ[άα]στε", "δε[ίι]τε", "oku", "okuyun", "اقرأ", "إقرأ", "طالع", "پڑھیں",
    "קראו",
    "पढ़ें", "पढ़िए", "পড়ুন", "वाचा", "baca", "simak", "lihat", "đọc", "xem", "อ่าน", "soma", "basahin", "loe", "lasi",
    "skaitykite",
)  # fmt: skip
"""What asks to read, with a colon behind."""

_IN_BRACKETS = ("además", "también", "en contexto", "contexto", "más noticias", "see", "siehe", "voir", "vedi", "zie")
"""What does so only where brackets are around it and the headline."""

_RUN_IN = ("до теми", "зверніть увагу", "по теме", "обратите внимание")
"""Labels that run into the headline, without a mark between; a sentence would go on in small letters."""

_COLON = r"[ \u00a0]?[:：]"
_ORDER = re.compile(rf"{any_of(_ORDERS)}{_COLON}\s{{0,3}}(?P<headline>\S.{{0,200}})", re.IGNORECASE)
_BRACKETED = re.compile(
    rf"[(（]{any_of((*_ORDERS, *_IN_BRACKETS))}{_COLON}\s{{0,3}}(?P<headline>\S.{{0,200}})[)）]", re.IGNORECASE
)
_RUN = re.compile(rf"(?:(?i:{any_of(_RUN_IN)}))[ \u00a0]{{1,3}}(?P<headline>[«„“\"]?[A-ZА-ЯЁІЇЄҐ].{{0,200}})")
_LABELLED = re.compile(r"[^\W\d_][^\n:.!?]{0,24}[:：]\s?\S")
_QUOTES = "“”„«»\"‘’'"

LINE_TRIGGERS = (
    *(Trigger(rf"{part}{_COLON}", caseless=True) for part in together((*_ORDERS, *_IN_BRACKETS))),
    *(Trigger(part, caseless=True) for part in together(_RUN_IN)),
)
"""Whatever is such a line has a match of one of these."""


def line_teaser_at(text: str, start: int, end: int, paragraphs: Paragraphs) -> Piece | None:
    """Return the line of ``text[start:end]``, a hit of the triggers, if it is an order and a headline.

    The first line of a text may be its own headline: "Watch: Mayor cuts the ribbon".
    """
    line = line_at(text, start, end)
    if not paragraphs or line.start <= paragraphs.starts[0]:
        return None
    match = _order_and_headline(text[line.start : line.end])
    if match is None:
        return None
    return line if match.re is not _ORDER or not _is_in_box(match.string, line, paragraphs) else None


def is_line_teaser(line: str) -> bool:
    """Return whether *line* is an order and a headline, whatever stands beside it."""
    return _order_and_headline(line) is not None


def _order_and_headline(line: str) -> re.Match[str] | None:
    words = line.lstrip("-–—•*·►▶>»[ \t\xa0").rstrip("] \t\xa0")
    match = _BRACKETED.fullmatch(words) or _ORDER.fullmatch(words) or _RUN.fullmatch(words)
    return match if match is not None and _is_headline(match["headline"]) else None


def _is_headline(words: str) -> bool:
    if words[0] in _QUOTES and words[-1] in _QUOTES:
        return False
    is_long = len(words) >= FEWEST_CHARACTERS if UNSPACED.search(words) else words.count(" ") >= FEWEST_WORDS - 1
    return is_long and is_headline(words)


def _is_in_box(words: str, line: Piece, paragraphs: Paragraphs) -> bool:
    """Return whether a neighbour of *line* begins with other words and a colon, too."""
    at = bisect_left(paragraphs.starts, line.start)
    order = words.replace("：", ":").partition(":")[0].lower()
    beside = [paragraphs[each].text for each in (at - 1, at + 1) if 0 <= each < len(paragraphs)]
    return any(_LABELLED.match(each) is not None and not each.lower().startswith(order) for each in beside)
