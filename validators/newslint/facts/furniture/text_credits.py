"""Credits of a text: who reported, edited or checked it, and from whose reports it was made.

They stand in a line of their own, in brackets at the end of one, or as the last sentence of a text, and name people or
agencies: what has the same words and goes on as a sentence does is told in the news.
"""

from __future__ import annotations

import re
from functools import cache

from newslint.facts.furniture.credits import AGENCY, is_agency, is_name
from newslint.facts.furniture.desks import is_outlet
from newslint.facts.furniture.pieces import Piece, is_quoted, line_at, sentence_at
from newslint.facts.furniture.words import any_of, at_line_starts, together
from newslint.text.scan import Trigger

CREDIT_CHARACTERS = 220
"""A credit of a text is at most this long: the names of some six people and where they are."""
NOTE_CHARACTERS = 80
"""A note on the sources of a text is at most this long."""
HEAD_CHARACTERS = 1500
"""An agency and the place it writes from stand among so many characters at the top of a text, menus counted."""
MOST_WORDS = 4
"""The name of one of the staff has at most so many words."""
RULE_CHARACTERS = 12
"""The line of dashes above a credit has at most so many characters, white space counted."""

_WORK = "(?:reporting|writing|editing|research)"
_TEXTS = (
    "(?:report|reporting|story|article|piece|post|guide|dispatch|review|analysis|investigation|newsletter|interview|"
    "roundup|coverage)"
)
_ROLES = (
    "redaktion", "bildredaktion", "schlussredaktion", "textredaktion", "faktencheck", "faktenprüfung", "fact[ -]check",
    "fact[ -]checking", "fact[ -]checker", "übersetzung", "audioversion", "lektorat", "korrektorat",
    "video journalist", "videojournalist", "additional reporting", "translation", "traduction",
    "traducción", "tradução", "traduzione", "vertaling", "eindredactie", "översättning", "oversettelse",
    "oversættelse", "tłumaczenie", "překlad", "перевод", "переклад", "редактура",
)  # fmt: skip
"""What a credit of a text opens with, before a colon and people of two names at least."""
_NOTES = (
    "with (?:(?:files|reports?|reporting|information|material|contributions) from|agency inputs?)", "with agencies",
    "with wire services", "with news agencies", "staff and wire (?:reports|services)", "news agencies", "avec agences?",
    "avec (?:les|l[’']) ?agences?", "con información de", "con información tomada de", "con agencias",
    "com informações d[aeo]s?", "com agências?", "con informazioni (?:di|da)", "con agenzie", "mit agenturen",
    "mit material (?:von|der)", "mit informationen (?:von|der)", "met informatie van",
)  # fmt: skip
"""What opens a note on the sources of a text, which ends with a name or with itself."""
_WITH = "(?:[Ww]ith|[Aa]vec|[Mm]it|[Cc]on|[Cc]om|[Mm]et|[Mm]ed)"
_NAMED = "[A-Z][a-zA-Zà-ÿ.'’-]{1,20} (?:[A-Z][a-zA-Zà-ÿ.'’-]{0,20} ?){1,2}"
_DESKS = ("staff writers?", "staff reporters?", "bloomberg", "cna")

_OWN = re.compile(rf"{_NAMED}\s?[/|]\s?(?P<outlet>[^\n/|]{{2,40}})")
_FIRST_NAME = re.compile(r"\s?[,;]\s?|\s(?:and|in|for|at|with|additional|editing|writing)\s")
_SURE = re.compile(r"with |additional |further |reporting |editing ", re.IGNORECASE)
_TOLD = re.compile(r"[.!?…。！？][\s”\"»]")
_BYLINE = re.compile(r"(?:by|von|par|por|di|av|af|door|per)\s", re.IGNORECASE)
_PARTICLES = frozenset(
    ("von", "van", "de", "der", "den", "di", "da", "bin", "al", "el", "la", "du", "dos", "zu", "ter")
)
_EDGES = " \t\xa0-–—•*_|"
_CONTRIBUTED = re.compile(
    rf"\s(?:also )?contributed (?:(?:additional |some )?{_WORK}(?: (?:to|for) this {_TEXTS})?|to this {_TEXTS})"
    r"(?: from (?-i:[A-Z])[^\n.]{2,60})?(?:[.)\]*_]{1,3}(?=\s|\Z)|\s{0,9}\Z)",
    re.IGNORECASE,
)
_REPORTED = re.compile(rf"(?:with )?(?:additional |further )?{_WORK} (?:by|from)\s", re.IGNORECASE)
_CONTRIBUTING = re.compile(r"(?:contributing:|contributed by:?)\s", re.IGNORECASE)
_FROM = re.compile(r"reported from\s", re.IGNORECASE)
_RULED = re.compile(r"(?:_{2,}|-{3,}|\*{3}|—)\s*$")
_WORDS = re.compile(r"[^\W\d_][\w.'’-]*")

TRIGGERS = (
    *(
        Trigger(part, caseless=True)
        for part in (
            f"{_WORK} (?:by|from) ",
            f"contributed (?:(?:additional |some )?{_WORK}|to this )",
            "reported from ",
        )
    ),
    *(
        Trigger(part, caseless=True)
        for part in (*at_line_starts(_NOTES), *at_line_starts(_ROLES, " ?[:：]"), *at_line_starts(_DESKS, ","))
    ),
    *(Trigger(part, caseless=True) for part in at_line_starts(("contributing:", "contributed by"))),
    *(Trigger(rf"[(\[][ ]?{part}", caseless=True) for part in together(_NOTES)),
    *(Trigger(rf"{part} (?:[A-Z]|dpa|afp|epd)") for part in at_line_starts((_WITH,))),
    Trigger(rf"[(\[]{_WITH} (?:[A-Z]|dpa|afp|epd)"),
    Trigger(r"[A-Z]{2,6}, [A-Z]{3}"),
    Trigger(r"Reuters, [A-Z]{3}"),
    Trigger("[a-zA-Z][ ]?[/|][ ]?[A-Z]"),
)
"""Whatever is a credit of a text has a match of one of these."""


def text_credit_at(text: str, start: int, end: int, outlets: frozenset[str]) -> Piece | None:
    """Return the credit that ``text[start:end]``, a hit of the triggers, belongs to; *outlets* names the outlet."""
    line = line_at(text, start, end)
    by_own = _OWN.fullmatch(text, *line)
    if by_own and not _BYLINE.match(text, line.start) and is_outlet(by_own["outlet"], outlets):
        return line
    for rule in (_reported, _contributed, _of_staff, _noted, _headed):
        piece = rule(text, line, start, end)
        if piece is not None:
            return None if is_quoted(text, line.start, piece.start) else piece
    return None


def _bare(text: str, line: Piece) -> Piece:
    """Return *line* without the dashes and brackets around it."""
    part = text[slice(*line)]
    start = line.start + len(part) - len(part.lstrip(f"{_EDGES}([/"))
    return Piece(start, max(start, line.end - (len(part) - len(part.rstrip(f"{_EDGES})]/.")))))


def _reported(text: str, line: Piece, start: int, end: int) -> Piece | None:
    """Return "Additional reporting by Ada Fenwick" from where it begins to the end of its line."""
    opened = _REPORTED.search(text, max(line.start, start - 25), min(line.end, end + 1))
    if opened is None or line.end - opened.start() > CREDIT_CHARACTERS:
        return None
    before = text[line.start : opened.start()].rstrip(_EDGES)
    if before and before[-1] not in "([.!?…”»\"'’":
        return None
    is_sure = before[-1:] in ("(", "[") or _SURE.match(opened.group()) is not None
    names = text[opened.end() : line.end].strip(" .)]*_")
    first = _FIRST_NAME.split(names, 1)[0]
    if not is_agency(names) and not (is_sure and _are_people(first) and is_name(names, strict=True)):
        return None
    opener = before[-1:] if before[-1:] in ("(", "[") else ""
    return Piece(text.rindex(opener, line.start, opened.start()), line.end) if opener else _whole(text, line, opened)


def _whole(text: str, line: Piece, opened: re.Match[str]) -> Piece:
    """Return what *opened* opens to the end of *line*, or the line, if nothing but dashes is before it."""
    before = text[line.start : opened.start()]
    return line if not before.strip(_EDGES) else Piece(opened.start(), line.end)


def _contributed(text: str, line: Piece, start: int, end: int) -> Piece | None:
    """Return "Ada Fenwick contributed to this report.", and who "reported from" where before it."""
    phrase = _CONTRIBUTED.search(text, max(line.start, start - 2), line.end)
    if phrase is None or phrase.start() > end:
        return _reporters(text, line, start) or _contributing(text, line)
    sentence = sentence_at(text, phrase.start(), phrase.start() + 1, line)
    first = max(sentence.start, phrase.start() - CREDIT_CHARACTERS)
    if first > sentence.start or not is_name(text[first : phrase.start()], strict=True):
        return None
    before = text[line.start : sentence.start]
    if before and len(before) <= CREDIT_CHARACTERS and _FROM.search(before) and is_name(before, strict=True):
        first = line.start
    last = max(sentence.end, phrase.end())
    return Piece(_below_rule(text, line) if first == line.start else first, last)


def _reporters(text: str, line: Piece, start: int) -> Piece | None:
    """Return the line below a rule that says who reported from where, as the last of an agency's story does."""
    first = _below_rule(text, line)
    is_short = line.end - line.start <= CREDIT_CHARACTERS
    told = _FROM.match(text, start) and first < line.start and is_short
    return Piece(first, line.end) if told and is_name(text[slice(*line)], strict=True) else None


def _contributing(text: str, line: Piece) -> Piece | None:
    bare = _bare(text, line)
    opened = _CONTRIBUTING.match(text, *bare)
    if opened is None or bare.end - bare.start > CREDIT_CHARACTERS // 2:
        return None
    names = text[opened.end() : bare.end]
    return line if len(names.split()) > 1 and is_name(names, strict=True) else None


def _below_rule(text: str, line: Piece) -> int:
    """Return where *line* starts, or the rule of dashes in the line above it."""
    above = _RULED.search(text, max(0, line.start - RULE_CHARACTERS), line.start)
    is_line = above is not None and "\n" in above.group() and text[: above.start()][-1:] in ("\n", "")
    return above.start() if above is not None and is_line else line.start


def _of_staff(text: str, line: Piece, start: int, end: int) -> Piece | None:  # noqa: ARG001
    """Return "Redaktion: Ada Fenwick, Faktencheck: Jonas Brandt": roles and people of two names, and nothing else."""
    bare = _bare(text, line)
    if bare.end - bare.start > CREDIT_CHARACTERS:
        return None
    roles = list(_rules()["role"].finditer(text, *bare))
    # Above the first sentence it is a kicker: "Fact check: …".
    if not roles or roles[0].start() != bare.start or not _TOLD.search(text, max(0, line.start - 1000), line.start):
        return None
    ends = [role.start() for role in roles[1:]] + [bare.end]
    values = [text[role.end() : last].strip(" ,;|/–.") for role, last in zip(roles, ends, strict=True)]
    return line if all(_are_people(value) for value in values) else None


def _are_people(value: str) -> bool:
    """Return whether *value* is people of two names at least, parted by commas or "and"."""
    people = re.split(r"\s?[,;/&]\s?|\s(?:und|and|et|y|e|en|och|og|i|и|та)\s", value)
    words = [person.split() for person in people]
    return all(1 < len(each) <= MOST_WORDS and all(map(_is_of_name, each)) for each in words)


def _is_of_name(word: str) -> bool:
    return _WORDS.fullmatch(word) is not None and (not word[0].islower() or word in _PARTICLES)


def _noted(text: str, line: Piece, start: int, end: int) -> Piece | None:
    """Return a note on the sources of the text that is a line, or in brackets at the end of one."""
    opener = max(text.rfind("(", line.start, end), text.rfind("[", line.start, end))
    part = line if opener <= line.start else Piece(opener, line.end)
    if opener >= 0 and text[part.end - 1 : part.end] == ".":
        part = Piece(part.start, part.end - 1)
    bare = _bare(text, part)
    if bare.end - bare.start > NOTE_CHARACTERS or (part != line and text[part.end - 1] not in ")]"):
        return None
    value = text[slice(*bare)]
    if _rules()["with"].fullmatch(value):
        return part
    note = _rules()["note"].match(value)
    if note is None or start > bare.end:
        return None
    rest = value[note.end() :]
    needs_name = (
        note.group().lower().endswith((" from", " de", " da", " do", " das", " dos", " di", " von", " der", " van"))
    )
    if not rest.strip():
        return None if needs_name else part
    return part if needs_name and rest[0].isspace() and is_name(rest, strict=True) else None


def _headed(text: str, line: Piece, start: int, end: int) -> Piece | None:  # noqa: ARG001
    """Return an agency with the place it writes from, alone in a line at the top: "AFP, MANILA"."""
    return line if line.start <= HEAD_CHARACTERS and _rules()["headed"].fullmatch(text, *line) else None


@cache
def _rules() -> dict[str, re.Pattern[str]]:
    several = rf"{AGENCY}(?:(?:,| and| et| und| y| e| och| og|/|,? with) ?{AGENCY}){{0,3}}"
    return {
        "role": re.compile(rf"(?<![^\W_]){any_of(sorted(_ROLES, key=len, reverse=True))}\s?[:：]\s?", re.IGNORECASE),
        "note": re.compile(any_of(sorted(_NOTES, key=len, reverse=True)), re.IGNORECASE),
        "with": re.compile(rf"{_WITH} {several}|[Ww]ith (?:[A-Z][\w.]{{1,20}} ){{0,2}}wires?(?: services| reports)?"),
        "headed": re.compile(
            rf"(?:(?:{AGENCY}|Bloomberg|CNA|Staff (?:writer|reporter)s?)"
            rf"(?:,? (?:with|and|/) (?:{AGENCY}|CNA|agencies))?"
            r"(?:, | / | in )[A-Z]{4}[A-Z.,' -]{0,25}"
            rf"|Staff (?:writer|reporter)s?, with (?:{AGENCY}|CNA|Bloomberg|agencies))"
        ),
    }
