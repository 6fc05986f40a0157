"""Comments of readers themselves: the lines that head them, with a name and a time, and how far they reach.

The name, a verb and the time stand together ("Ada Fenwick says: 9 May 2024 at 4:12 pm"), or the name alone in a line
and a time or an age in the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from newslint.facts.furniture.comments import LABEL_CHARACTERS
from newslint.facts.furniture.labels import AGES, kind_of
from newslint.facts.furniture.pieces import Piece, line_at, stripped
from newslint.facts.furniture.words import any_of, at_line_starts, together
from newslint.text.scan import Gate, Trigger

FEWEST = 2
"""So many such lines, or one and what stands around comments, where only their days tell that they are comments."""
FEWEST_ROWS = 3
"""So many names in lines of their own with times below them, if only they tell."""
FEWEST_SENTENCES = 3
"""So many lines that end as sentences do are an article."""
NAME_CHARACTERS = 40
"""A name alone in its line has at most so many characters."""
NAME_WORDS = 4
"""And so many words."""
STAMP_CHARACTERS = 45
"""What stands below it has at most so many."""
_REACH = 120

_SAYS = (
    "says", "said", "writes", "wrote", "sagt", "sagte", "schreibt", "schrieb", "meint", "dit", "écrit", "dice",
    "dijo", "escribió",
    "ha detto", "scrive", "ha scritto", "disse", "diz", "escreveu", "schreef", "schrijft", "zegt", "zei", "skriver",
    "skrev",
    "siger", "sier", "sanoo", "kirjoitti", "pisze", "napisał", "napisała", "píše", "napsal", "říká", "írja", "írta",
    "spune",
    "a scris", "kaže", "каже", "пишет", "говорит", "сказал", "пише", "λέει", "dedi ki",
)  # fmt: skip
"""What stands behind the name of a reader, before the date of the comment."""
_AT = r"(?:at|um|à|a las|a la|alle(?: ore)?|às|as|om|kl\.?|klo|o|v|в|о|la|u|στις|,|-|–|\|)"
_HEAD = re.compile(
    rf"^[ \t]*[^\s:][^\n:]{{0,60}}?[ \t]{any_of(_SAYS)}[ \t\xa0]?:\s{{0,30}}"
    rf"[^\n:]{{3,30}}20\d\d[ \t]?{_AT}?[ \t]{{0,2}}\d{{1,2}}[:.h]\d\d[ \t]?(?:[ap]\.?m\.?|uhr)?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_STAMP = re.compile(
    rf"[^\n:]{{3,30}}20\d\d,? ?{_AT}? ?\d{{1,2}}[:.h]\d\d ?(?:[ap]\.?m\.?|uhr)?|{any_of(AGES)}", re.IGNORECASE
)
"""When a comment was written, in a line of its own."""
_NAME = re.compile(r"@?[^\W_](?:[^\n:;,!?()\[\]|/\"“„»]{0,38}[^\s:;,!?()\[\]|/\"“„».])?")
_CHOSEN = re.compile(r"(?=[^\s]+$)(?:[a-zа-яёіїє]|.{1,30}(?:[\d_]|(?<=[^\W\d_A-ZА-ЯЁІЇЄ])[A-ZА-ЯЁІЇЄ]|-))")
"""A name that its bearer chose: one word, in small letters, with a capital inside, a digit or a hyphen."""
_BY = re.compile(r"(?:by|von|par|por|di|da|door|av|af|od|от|автор|від|text|foto|photo)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^\w\s\"”»)]\s*$")
_PARAGRAPH = re.compile(r"(?:\s*[^\s][^\n]*)?")

ENTRY_TRIGGERS = (
    *(
        Trigger(rf"[ \t]{part}[ \t\u00a0]?:[ \t\r\n]", caseless=True, gate=Gate(part, caseless=True))
        for part in together(_SAYS)
    ),
    *(Trigger(part, caseless=True) for part in at_line_starts(AGES)),
    Trigger(rf"20\d\d,? ?{_AT}? ?\d\d?[:.h]\d\d", caseless=True),
)
"""Whatever heads a comment has a match of one of these."""


def entry_heads(text: str, places: Iterable[Piece]) -> list[Piece]:
    """Return the lines that name who commented and when: "Ada Fenwick says: 9 May 2024 at 4:12 pm".

    *places* are where triggers matched.
    """
    found = list(places)
    told = {Piece(*head.span()) for place in found if (head := _head_at(text, place)) is not None}
    return sorted(told) or row_heads(text, found)


def row_heads(text: str, places: Iterable[Piece]) -> list[Piece]:
    """Return the names alone in their lines that have a time in the next line and sentences below it."""
    heads = sorted({head for place in places if (head := _row_at(text, place)) is not None})
    if len(heads) < FEWEST:
        return []
    ends = [*(head.start for head in heads[1:]), len(text)]
    written = [_has_sentence(text, head.end, end) for head, end in zip(heads, ends, strict=True)]
    return heads if sum(written) * 2 > len(heads) else []


def are_chosen(text: str, heads: Sequence[Piece]) -> bool:
    """Return whether the names of *heads* are those of users, which no report and no live blog has in rows."""
    names = [text[slice(*head)].partition("\n")[0].strip() for head in heads]
    return len(names) >= FEWEST_ROWS and sum(_CHOSEN.match(name) is not None for name in names) >= FEWEST


def entries(text: str, heads: Sequence[Piece], around: Sequence[Piece], *, are_late: bool) -> Piece | None:
    """Return the comments themselves, from the first of *heads* to the end of the last comment.

    Reports reproduce messages in the same form. What makes them comments is something that stands *around* these: right
    above the first, between two, or right below the last; that their days *are late*, not before the article's; or
    names that their bearers chose. The last comment ends where something around comments begins, else with the text;
    and where only the days or the names tell, with its paragraph.
    """
    if not heads or not text[: heads[0].start].strip():
        return None
    first, last = heads[0], heads[-1]
    paragraph = _PARAGRAPH.match(text, last.end)
    below = paragraph.end() if paragraph else last.end
    are_headed = any(first.start - LABEL_CHARACTERS <= piece.end and piece.start < last.start for piece in around)
    ends = [piece.start for piece in around if piece.start >= last.end]
    is_row = _HEAD.match(text, first.start) is None
    # A live blog has rows of names and times, too, and a form below it; but hardly an article above it.
    are_closed = bool(ends) and not text[below : ends[0]].strip() and (not is_row or _has_article(text[: first.start]))
    if are_headed or are_closed:
        return stripped(text, first.start, min(ends, default=len(text)))
    tells = are_chosen(text, heads) if is_row else are_late and len(heads) + len(around) >= FEWEST
    return stripped(text, first.start, below) if tells else None


def _head_at(text: str, place: Piece) -> re.Match[str] | None:
    line = text.rfind("\n", 0, place.start + 1) + 1
    return _HEAD.match(text, line) if place.start - line <= LABEL_CHARACTERS else None


def _row_at(text: str, place: Piece) -> Piece | None:
    """Return the name and the time in the next line, if the line of *place* is a time and no more."""
    stamp = line_at(text, *stripped(text, *place))
    if stamp.end - stamp.start > STAMP_CHARACTERS or _STAMP.fullmatch(text[slice(*stamp)].replace("\xa0", " ")) is None:
        return None
    floor = max(0, stamp.start - _REACH)
    above = stripped(text, floor, stamp.start).end
    name = stripped(text, text.rfind("\n", floor, above) + 1, above)
    return Piece(name.start, stamp.end) if name.start > floor and _is_name(text[slice(*name)]) else None


def _is_name(line: str) -> bool:
    is_short = 2 <= len(line) <= NAME_CHARACTERS and line.count(" ") < NAME_WORDS
    return is_short and _NAME.fullmatch(line) is not None and _BY.match(line) is None and kind_of(line) is None


def _has_sentence(text: str, start: int, end: int) -> bool:
    """Return whether a line of ``text[start:end]`` ends as sentences do."""
    return any(_sentences(text[start:end]))


def _has_article(before: str) -> bool:
    return sum(_sentences(before)) >= FEWEST_SENTENCES


def _sentences(part: str) -> Iterator[bool]:
    """Yield for each line of *part* whether it ends as sentences do."""
    return (_SENTENCE.search(line) is not None for line in filter(None, map(str.strip, part.splitlines())))
