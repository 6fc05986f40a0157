"""The sentence or the line that a phrase stands in, and how it is taken out of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from newslint.text.scan import Hit, Trigger

REACH = 300
"""Characters before and after a phrase in which the ends of its sentence are looked for."""

SHOWN = 80
"""Characters of a piece that a message quotes."""

UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
"""A letter of Thai, Japanese or Chinese, which put no spaces between words."""
DENSER = 3
"""A character of these says about as much as so many letters."""

# A sentence ends at its mark and a space, at the mark where the next one is glued to it, or at a separator of menus.
_END = re.compile(
    r"[.!?…]{1,3}[\"'”’»)\]]{0,2}(?=\s|$)|(?<=[^\W\d_]{3})[.!?](?=[^\W\d_a-zа-яёіїєґ])|[。！？।۔؟]+|\s[|•·▪■►]+(?=\s)"
)
_BREAK = re.compile(r"[\r\n\x0b\x0c\x85\u2028\u2029]")
_WRAP = re.compile(r"(?:[^\W\d_]|,)[ \t]*\r?\n[ \t]*")
_WRAP_BEFORE = re.compile(rf"{_WRAP.pattern}\Z")
_BREAKS = "\r\n\x0b\x0c\x85\u2028\u2029"
_OPENERS, _CLOSERS = "“„«「『‹", "”»」』›"


class Piece(NamedTuple):
    """A part of a text: its characters from ``start`` to ``end``."""

    start: int
    end: int


def phrases(text: str, hits: Iterable[Hit], triggers: tuple[Trigger, ...]) -> Iterator[Piece]:
    """Yield where phrases of *triggers* stand in the body *text*, by the *hits* of these.

    A hit is a phrase. Where several overlap, or it is a stretch of text in which phrases may be, it is looked through.
    """
    phrase = _any_phrase(triggers)
    for hit in hits:
        if hit.field != "body":
            continue
        place = stripped(text, hit.start, hit.end)
        if phrase.fullmatch(text, *place):
            yield place
        else:
            yield from (Piece(*match.span()) for match in phrase.finditer(text, hit.start, hit.end))


@cache
def _any_phrase(triggers: tuple[Trigger, ...]) -> re.Pattern[str]:
    parts = (f"(?{'i' if trigger.caseless else ''}:{trigger.pattern})" for trigger in triggers)
    return re.compile("|".join(parts), re.MULTILINE)


def line_at(text: str, start: int, end: int, reach: int = REACH) -> Piece:
    """Return the line that holds ``text[start:end]`` without white space around it, or what of it is in *reach*."""
    floor, ceiling = max(0, start - reach), min(len(text), end + reach)
    first = max(text.rfind(mark, floor, start) for mark in _BREAKS) + 1 or floor
    last = _BREAK.search(text, end, ceiling)
    return stripped(text, first, last.start() if last else ceiling)


def sentence_at(text: str, start: int, end: int, line: Piece) -> Piece:
    """Return the sentence of *line* that holds ``text[start:end]``, with its mark."""
    first = line.start
    for match in _END.finditer(text, line.start, start):
        first = match.end()
    last = _END.search(text, end, line.end)
    return stripped(text, first, last.end() if last else line.end)


def unwrapped(text: str, piece: Piece, most: int) -> Piece:
    """Return *piece* with the rest of its first and last sentence that hard-wrapped lines parted from it.

    A line is wrapped where it ends with a letter or a comma and the next one goes on with a small letter. A rest of
    more than *most* characters is left out.
    """
    start, end = piece
    while piece.start - start <= most and text[start : start + 1].islower():
        wrap = _WRAP_BEFORE.search(text, max(0, start - REACH), start)
        if wrap is None:
            break
        last = wrap.start(), wrap.start() + 1
        start = sentence_at(text, *last, line_at(text, *last)).start
    while (
        end - piece.end <= most and (wrap := _WRAP.match(text, end - 1)) and text[wrap.end() : wrap.end() + 1].islower()
    ):
        first = wrap.end(), wrap.end() + 1
        end = sentence_at(text, *first, line_at(text, *first)).end
    return Piece(start if piece.start - start <= most else piece.start, end if end - piece.end <= most else piece.end)


def stripped(text: str, start: int, end: int) -> Piece:
    """Return ``text[start:end]`` without white space around it."""
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    return Piece(start, max(start, start + len(part.strip())))


def is_quoted(text: str, start: int, position: int) -> bool:
    """Return whether a quotation that opens after *start* is still open at *position*."""
    before = text[start:position]
    opened = max((before.rfind(mark) for mark in _OPENERS), default=-1)
    closed = max((before.rfind(mark) for mark in _CLOSERS), default=-1)
    return opened > closed or _opens(before, before.rfind('"'))


def _opens(before: str, at: int) -> bool:
    """Return whether the last straight mark of *before*, which stands *at* it, opens a quotation."""
    if at < 0:
        return False
    is_first, is_last = (
        before[:at][-1:].strip("([—–-") == "" or before[at - 1].isspace(),
        before[at + 1 : at + 2].isspace(),
    )
    return is_first if is_first != is_last else before.count('"') % 2 == 1


def joined(text: str, pieces: Iterable[Piece], within: int = 0) -> list[Piece]:
    """Return *pieces* in text order, joined where they overlap or have only white space between them.

    Those with at most *within* characters between them are joined whatever these are; of scripts without spaces one
    counts as several, since so many tell a sentence.
    """
    found: list[Piece] = []
    for piece in sorted(pieces):
        between = text[found[-1].end : piece.start] if found else ""
        if found and (_are_near(between, within) or not between.strip()):
            found[-1] = Piece(found[-1].start, max(found[-1].end, piece.end))
        else:
            found.append(piece)
    return found


def _are_near(between: str, within: int) -> bool:
    dense = len(UNSPACED.findall(between)) if len(between) <= within else 0
    return len(between) + (DENSER - 1) * dense <= within


def with_space(text: str, piece: Piece) -> Piece:
    """Return *piece* with the white space that must go with it, so that what is left has no hole and no empty line."""
    before, after = piece
    while after < len(text) and text[after].isspace():
        after += 1
    if after == len(text) or (
        piece.start and text[piece.start - 1] not in _BREAKS and _has_break(text, piece.end, after)
    ):
        after = after if after == len(text) else piece.end
        while before and text[before - 1].isspace():
            before -= 1
    return Piece(before, after)


def _has_break(text: str, start: int, end: int) -> bool:
    return _BREAK.search(text, start, end) is not None


def shown(text: str, piece: Piece) -> str:
    """Return *piece* in one line, as messages quote it."""
    line = " ".join(text[piece.start : piece.end].split())
    return line if len(line) <= SHOWN else line[:SHOWN] + "…"
