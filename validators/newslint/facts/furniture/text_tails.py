"""Lines that tell where a text came from: a press release's, an agency's desk, a reporter's in Chinese.

Unlike the credits of pictures they have neither a label with a colon nor an agency alone: each is a whole line, or a
sentence without a subject at the end of one.
"""

from __future__ import annotations

import re
from functools import cache

from newslint.facts.furniture.credits import AGENCY, is_name
from newslint.facts.furniture.pieces import Piece, is_quoted, line_at, sentence_at
from newslint.facts.furniture.words import at_line_starts
from newslint.text.scan import Trigger

LINE_CHARACTERS = 300
"""The line of a link has at most so many characters: addresses of press releases hold their whole title."""
NAME_CHARACTERS = 110
"""A line or a sentence that names a firm or an outlet has at most so many."""
NAME_WORDS = 9
"""The name of the firm that a press release comes from has at most so many words."""

_LINKS = (
    "view (?:the )?original content", "view (?:the )?source version on businesswire", "information from: ",
    "(?:photo|logo|video|infographic) ?[:–-] ?https?://",
)  # fmt: skip
_LINK = re.compile(
    r"(?:view (?:the )?original content(?: to download multimedia)?|view (?:the )?source version on businesswire\.com"
    r"|information from:[^\n]{2,60}?|(?:photo|logo|video|infographic) ?-?)"
    r",?\s?[:–-]?\s{0,2}https?://[^\s]{4,250}\Z",
    re.IGNORECASE,
)
_OWNER = re.compile(r"SOURCE:? (?=[A-Z])")
_PUBLISHED_ON = re.compile(r"(?:originally|first) (?:published|appeared|posted) (?:on|at|by|in) ", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]{1,40}\.){1,3}[a-z]{2,12}(?:/[^\s]{0,150})?", re.IGNORECASE)
_OF_DESK = "(?:[Rr]ed|RED)"
_REPORTED = re.compile(
    r"[（(]?[記记]者[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4}){0,3}\s?[／/]\s?[\u4e00-\u9fff]{2,8}[報报][導导道][）)]?"
)

TRIGGERS = (
    *(Trigger(part, caseless=True) for part in at_line_starts(_LINKS)),
    *(Trigger(part) for part in at_line_starts(("SOURCE:? [A-Z]", f"[(]?{_OF_DESK}[.]?,? ?[/,]? ?[a-zA-Z]"))),
    Trigger("(?:originally|first) (?:published|appeared|posted) (?:on|at|by|in) ", caseless=True),
    Trigger("[記记]者[^\n]{2,16}[／/][^\n]{2,8}[報报][導导道]"),
)
"""Whatever is such a line has a match of one of these."""


def tail_at(text: str, start: int, end: int) -> Piece | None:
    """Return the line or the sentence that ``text[start:end]``, a hit of the triggers, belongs to."""
    line = line_at(text, start, end)
    if line.end - line.start > LINE_CHARACTERS or is_quoted(text, line.start, start):
        return None
    shown = text[slice(*line)]
    if _LINK.match(shown) or _desk().fullmatch(shown):
        return line
    reported = _REPORTED.search(text, *line)
    if reported and reported.start() == line.start and _ends(text, line, reported.end()):
        return Piece(*reported.span())
    owner = _OWNER.match(shown)
    is_short = len(shown) <= NAME_CHARACTERS and len(shown.split()) <= NAME_WORDS + 1
    if owner and is_short and not shown.isupper() and is_name(shown[owner.end() :], strict=True):
        return line
    return _published(text, line, start, end)


def _ends(text: str, line: Piece, end: int) -> bool:
    """Return whether the line ends there, or white space parts what follows from the reporter's line."""
    return end == line.end or text[end].isspace()


@cache
def _desk() -> re.Pattern[str]:
    """Return what an Austrian outlet writes below a text: "red, ORF.at/Agenturen"."""
    named = rf"(?:{AGENCY}|(?:[\w-]{{1,30}}\.){{1,3}}[a-z]{{2,4}})"
    return re.compile(rf"[(]?{_OF_DESK}\.?(?: ?[/,] ?|\s){named}(?:/(?:Agenturen|agencies|{named}))?\.?[)]?")


def _published(text: str, line: Piece, start: int, end: int) -> Piece | None:
    """Return "Originally published on Orlec Courier.", a sentence without a subject at the end of its line."""
    sentence = sentence_at(text, start, end, line)
    opened = _PUBLISHED_ON.match(text, *sentence)
    if opened is None or sentence.end - sentence.start > NAME_CHARACTERS or sentence.end < line.end:
        return None
    outlet = text[opened.end() : sentence.end].strip(" .")
    if _ADDRESS.fullmatch(outlet):
        return sentence
    return sentence if outlet and not any(map(str.isdigit, outlet)) and is_name(outlet, strict=True) else None
