"""Quotation marks by what they do: open a quotation, close one, or neither."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from newslint.facts.word_hashes import Words

if TYPE_CHECKING:
    from numpy.typing import NDArray

Role = Literal["opens", "closes", "unclear"]

MARKS = '"“”„«»「」『』'
_STRAIGHT, _LEFT, _RIGHT, _LOW, _FROM, _TO, _CORNER, _CORNER_END, _WHITE, _WHITE_END = range(len(MARKS))
_BY_GLYPH: dict[str, Role] = {"„": "opens", "「": "opens", "『": "opens", "」": "closes", "』": "closes"}
_BEFORE_OPENING = frozenset(" \t\n\r\u00a0\u2009\u202f\u3000([{<—–―-/>¿¡:…\u200b\u200e\u200f")
_CLOSING_SIDE = frozenset(" \t\n\r\u00a0\u2009\u202f\u3000.,;:!?…)]}>—–―-/'’\u200b\u200e\u200f。，、；：！？）<%*")
_SPACES = frozenset(" \u00a0\u2009\u202f")
_UNSPACED = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")


class Mark(NamedTuple):
    """A quotation mark at ``text[at]``, and what it does there."""

    at: int
    role: Role


def unbalanced(words: Words) -> Mapping[int, list[int]]:
    """Return where the marks of texts are whose quotations cannot all be closed, by the position of the text.

    Places are in UTF-16 units of the text. In the others, opening marks are as many as closing ones of their kind, and
    straight marks even in number.
    """
    import numpy as np

    units = words.units
    # Ranges, since each comparison reads all text: “ ” „ are neighbours, and so are the corner brackets.
    places = (
        (units == ord('"')) | (units - np.uint16(0x201C) < 3) | (units == 0xAB) | (units == 0xBB)
        | (units - np.uint16(0x300C) < 4)
    ).nonzero()[0]  # fmt: skip
    rows = words.texts.searchsorted(places, side="right") - 1
    kinds = len(MARKS)
    keys = rows * kinds + _kinds()[units[places]]
    counts = np.bincount(keys, minlength=kinds * (words.texts.size - 1)).reshape(-1, kinds)
    edges = rows.searchsorted(np.arange(words.texts.size)).tolist()
    found = {}
    for row in _uneven(counts).nonzero()[0].tolist():
        first, after = edges[row], edges[row + 1]
        found[row] = (places[first:after] - words.texts[row]).tolist()
    return found


def _uneven(counts: NDArray[Any]) -> NDArray[Any]:
    """Return for each row of *counts* (one number for each kind of mark) whether marks are missing."""
    kind = counts.T
    low, left, right = kind[_LOW], kind[_LEFT], kind[_RIGHT]
    paired = (low > 0) & (low == left + right) | (low == 0) & (left == right)
    paired |= (low + left == 0) & (right % 2 == 0)  # Swedish and Finnish open with ” too
    even = (kind[_STRAIGHT] % 2 == 0) & (kind[_FROM] == kind[_TO])
    even &= (kind[_CORNER] == kind[_CORNER_END]) & (kind[_WHITE] == kind[_WHITE_END])
    answer: NDArray[Any] = ~(paired & even)
    return answer


@cache
def _kinds() -> Any:
    """Return the kind of every UTF-16 unit that is a mark, as a place in ``MARKS``."""
    import numpy as np

    table = np.zeros(1 << 16, np.intp)
    for kind, mark in enumerate(MARKS):
        table[ord(mark)] = kind
    return table


def marks(text: str, places: Iterable[int], start: int, end: int) -> Iterator[Mark]:
    """Yield the quotation marks at *places* in ``text[start:end]``, a paragraph, with their roles.

    The glyph tells the role where it can (``„``, ``「``); else the sides do: a mark before a word and after a space
    opens, one behind a word and before a space or a stop closes. ``«`` and ``»`` change roles between languages, ``“``
    opens in English and closes in German, and ``”`` does both in Swedish.
    """
    for at in places:
        mark = text[at]
        before = text[at - 1] if at > start else "\n"
        after = text[at + 1] if at + 1 < end else "\n"
        if not (_is_inside_word(mark, before, after) or _is_arrow(text, mark, at, start, end)):
            role = _role(mark, before, after)
            # Where “ opens, a ” before a word is a slip, and may close or open.
            is_slip = role == "opens" and mark == "”" and text.find("“", start, end) >= 0
            yield Mark(at, "unclear" if is_slip else role)


def is_inside_speech(text: str, at: int) -> bool:
    """Return whether the last quotation mark of *text* (a paragraph) before ``text[at]`` opens a quotation."""
    places = [place for place, character in enumerate(text[:at]) if character in MARKS]
    found = list(marks(text, places, 0, len(text)))
    return bool(found) and found[-1].role == "opens"


def _is_inside_word(mark: str, before: str, after: str) -> bool:
    """Return whether the mark is a letter's companion: Hebrew ``ארה"ב``."""
    return mark == '"' and "\u05d0" <= before <= "\u05ea" and "\u05d0" <= after <= "\u05ea"


def _is_arrow(text: str, mark: str, at: int, start: int, end: int) -> bool:
    """Return whether a guillemet leads to another page: it stands between spaces, and without a partner."""
    if mark not in "«»" or text[max(start, at - 1) : at].strip() or text[at + 1 : min(end, at + 2)].strip():
        return False
    if mark == "»":
        return text.find("«", start, at) < 0
    return text.find("»", at + 1, end) < 0 and not text[max(start, at - 3) : at].rstrip().endswith(":")


def _role(mark: str, before: str, after: str) -> Role:
    role = _BY_GLYPH.get(mark)
    if role is not None:
        return role
    if mark in "“”" and (_UNSPACED.match(before) or _UNSPACED.match(after)):
        return "opens" if mark == "“" else "closes"
    opens = before in _BEFORE_OPENING or before in MARKS
    closes = after in _CLOSING_SIDE or after in MARKS
    if opens and closes:
        return _by_space(mark, before, after)
    return "opens" if opens else "closes" if closes else "unclear"


def _by_space(mark: str, before: str, after: str) -> Role:
    """Return what a mark between two spaces or stops does: French sets spaces inside its marks."""
    if mark == "»" and before in _SPACES:
        return "closes"
    if mark in "«“" and after in _SPACES:
        return "opens"
    if before.isspace() and not after.isspace():
        return "opens" if after in MARKS or after in "(…-—–'’" else "unclear"
    return "closes" if after.isspace() and not before.isspace() else "unclear"
