"""Bylines that were left as lines of the text: ``By Ada Fenwick, Orlec Courier``.

A byline is a whole line: a word that opens it, names, and perhaps who these are or when they wrote. What opens it can
open a heading as well ("By Land and Sea", "Von Orlec bis Velmouth"), so that what follows has to be a name: two words
or more, each with its capital, which are no words of the text. A name that the field of the author has need not be
opened.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from newslint.facts.dates import read_date_field
from newslint.facts.dates.stamps import parts_of_stamp
from newslint.facts.furniture.byline_names import (
    ARTICLES,
    EDGES,
    NO_NAMES,
    OF_WORK,
    UNCASED,
    are_words,
    is_named,
    persons,
    signed,
)
from newslint.facts.furniture.byline_openers import OPENERS, OPENING, before_author, opener_of
from newslint.facts.furniture.credits import is_agency
from newslint.facts.furniture.desks import TRIGGERS as DESKS
from newslint.facts.furniture.desks import is_desk, is_role
from newslint.facts.furniture.words import any_of, at_line_starts
from newslint.text.scan import Hit, Trigger
from newslint.text.segment import Paragraph, Paragraphs

LINE_CHARACTERS = 110
"""A byline has at most so many characters: of those in 2,107 real articles the longest has 66."""
LISTED = 3
"""So many bylines of different people in one text are of the works in a list, unless one of them is the author."""
HEAD = 4
"""A byline among so many lines at the top of a text is the text's own, however many follow."""
REPEATED = 3
"""A bare name that stands so often alone in its line names who speaks, as in an interview."""
PROSE_CHARACTERS = 140
"""A line of so many characters is of the article; headlines above a byline are shorter."""
STAMP_CHARACTERS = 50
"""The day or the hour below a byline has at most so many."""
TOP_CHARACTERS = 600
"""A byline that has run into the lines around it stands among so many characters at the top of a text."""
BOX_CHARACTERS = 600
"""The line that introduces the author has at most so many."""
LAST_LINES = 4
"""It is one of so many lines at the end of the text."""
NAMES_BELOW = 8
"""At most so many names in lines of their own are read behind a byline that ends with a comma."""
WRAPPED_CHARACTERS = 60
"""A line of so many characters without a mark at its end may run on in the next."""

_GENRES = (
    "kommentar", "kolumne", "analyse", "bericht", "gastbeitrag", "glosse", "reportage", "rezension", "interview",
)  # fmt: skip
"""German words that stand before "von" and an author where a byline has run into the lines around it."""

_JOINT = "(?:and|und|et|y|e|og|och)"
_REPORTER = re.compile(
    r"[가-힣]{2,4} ?(?:선임|수석|인턴|수습|객원)? ?(?:기자|특파원)(?:[ =]{1,3}[\w.+-]{1,40}@[\w.-]{1,40})?"
)
_ENDS = ("?", "!", "…", "”", "“", "»", '"', "？", "！", "。", "؟")
_INITIALS = re.compile(
    r"[.!?“”»\"]\s?(?P<initials>\((?P<name>[a-zäöü]{2,4})(?:\s?[/,;+]\s?(?:[a-zäöü]{2,4}|[A-Z]{2,4})){0,3}\))\.?$"
)
_NO_INITIALS = frozenset((
    "sic", "lol", "ugs", "vgl", "bzw", "usw", "lat", "evtl", "dt", "frz", "engl", "rip", "ff", "fin", "alle", "ende",
    "haha", "hihi", "nein", "ja", "neu", "alt", "wow", "pdf",
))  # fmt: skip
_NUMBERED = re.compile(r"(?:(?:#|no\.?\s?)\d{1,3}[.):]?|\d{1,3}(?P<mark>[.):])?)\s", re.IGNORECASE)
_OF_CREATION = re.compile(
    r"(?:publisher|published|directors?|directed by|cast|starring|music|composer|producers?|genre|isbn|year|verlag|"
    r"regie|musik|melodie|darsteller|erschienen|editorial|reparto|género|música|éditeur|réalisation|réalisateur|"
    r"musique|regia|musica|editore|uitgever|muziek|förlag|wydawnictwo|reżyseria|muzyka|издательство|режисс[её]р|"
    r"музыка|видавництво|режисер|музика|yayınevi|kitap|पुस्तक|प्रकाशक|tác phẩm|titel|title|título|назва|название)"
    r"\s?[:：]",
    re.IGNORECASE,
)
"""How a line opens that tells more of a work: a song, a film or a book."""
_GLUED = re.compile(r"(?P<opener>By|BY|Von|Par|Por)(?=[^\W\d_a-zà-ÿ][a-zà-ÿ])")
"""What opens a byline whose name has lost the space before it: "ByAda Fenwick"."""
_DATED = re.compile(r"(?P<name>[^\d\n|•·–—-]{5,40}?)\s[|•·–—-]\s(?P<day>[^\n]{8,40})")
"""A name and the day and hour of its page: "Ada Fenwick - Nov 19, 2019, 10:31 pm CST"."""
_QUARTER = 15
_GOES_ON = re.compile(r",?\s{1,3}[a-zà-ÿа-я]")
_LISTS = re.compile(r"(?i:rückfragen|kontakt|contact|inquiries|enquiries|contacto|contatti|контакт)[^\n]{0,40}:$")
"""A line that says whom to ask: the press office below it wrote the release, but is no byline there."""
_CLOCK = re.compile(r"\d[:.h]\d\d")
_GREETINGS = frozenset((
    "dear", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "hello", "hi", "liebe", "lieber", "hallo", "cher", "chère",
    "bonjour", "estimado", "estimada", "querido", "querida", "hola", "caro", "cara", "beste", "kära", "kjære", "kære",
    "drogi", "droga", "уважаемый", "уважаемая", "дорогой", "шановний", "шановна",
))  # fmt: skip
_BULLETS = "-–—•*| \t\xa0"
_PEOPLE = re.compile(rf",\s|\s{_JOINT}\s")
_BEFORE_ROLE = re.compile(r",\s|\s?[(|]\s?|\s[–—-]\s")
_RUN_IN = re.compile(rf"(?:(?<![\w’'])(?:By|BY|Von|Par|Por|Door|Oleh)|(?i:{any_of(_GENRES)}) von)\s{{1,3}}$")
_IS = re.compile(
    r" (?:is (?:an?|the|currently|our|[A-Z])|ist (?:eine?|[A-ZÄÖÜ])|est (?:une?|le|la|journaliste)"
    r"|es (?:una?|el|la|periodista)|è (?:una?|il|la|giornalista)|é (?:uma?|o|a|jornalista)"
    r"|(?:är|er) (?:en|ett?|journalist|reporter)|jest (?:dziennikar|redaktor|autor))"
)
_MOST_PLACES = 20

_PUBLISHED = (
    "published by", "veröffentlicht von", "publié par", "publicado por", "pubblicato da", "objavio", "objavila",
)  # fmt: skip
"""What tells of books as well, so that a day has to stand behind the name."""


TRIGGERS = (
    *OPENING,
    *(
        Trigger(part)
        for part in at_line_starts(("By[A-Z][a-z]", "Von[A-ZÄÖÜ][a-z]", "Par[A-ZÉ][a-z]", "Por[A-Z][a-z]"))
    ),
    Trigger(r"[^ \n] [|•·–—-] (?:[A-Z][a-z]{2,8}\.? [0-9]{1,2}|[0-9]{1,2}\.? [A-Z][a-z]{2,8}\.?),? (?:19|20)[0-9]{2}"),
    *DESKS,
    Trigger("[^ \n],[ \u00a0]{0,2}[\n\r]"),
    Trigger('[.!?“”»"][ ]?\\([a-zäöü]{2,4}[)/,;+]'),
    Trigger("[a-z][ ]?/[ ]?[A-Z]"),
)


class Byline(NamedTuple):
    """A byline: its characters from ``start`` to ``end``, the number of its line, and the first name in it."""

    start: int
    end: int
    line: int
    name: str


def bylines(
    text: str,
    paragraphs: Paragraphs,
    hits: Iterable[Hit],
    language: str | None,
    author: str,
    outlets: frozenset[str] = frozenset(),
) -> list[Byline]:
    """Return the lines of the body *text* that are bylines.

    They are found by the *hits* of :data:`TRIGGERS`, and by the name *author*; *outlets* has the names of the outlet.
    """
    if not paragraphs:
        return []
    authors = persons(author)
    lines = sorted({line for hit in hits if hit.field == "body" for line in _lines_of(paragraphs, hit)})
    opened = [each for line in lines if (each := _opened(text, paragraphs, line, language, author)) is not None]
    opened += [each for line in lines if (each := _glued(text, paragraphs, line)) is not None]
    names = {each.name.casefold() for each in opened}
    if len(names) >= LISTED and names.isdisjoint(map(str.casefold, (*authors, author))):
        opened = [each for each in opened if each.line < HEAD]
    found = {each.line: each for line in lines if (each := _unopened(text, paragraphs, line, language, outlets))}
    found |= {each.line: each for line in lines if (each := _dated(text, paragraphs, line, language)) is not None}
    found |= {each.line: each for name in authors for each in _of_author(text, paragraphs, name)}
    whole = [_continued(paragraphs, each) for each in (found | {each.line: each for each in opened}).values()]
    return sorted([*whole, *_run_in(text, authors), *_introduced(paragraphs, authors)])


def _lines_of(paragraphs: Paragraphs, hit: Hit) -> range:
    """Return the numbers of the lines that *hit* touches; it may begin in the white space before one."""
    first, last = (bisect_right(paragraphs.starts, place) for place in (hit.start, hit.end - 1))
    return range(max(0, first - 1), last)


def _opened(text: str, paragraphs: Paragraphs, index: int, language: str | None, author: str) -> Byline | None:
    """Return line *index* as a byline, if it opens as one and names somebody; its name may stand in the next line."""
    line = paragraphs[index]
    if len(line.text) > LINE_CHARACTERS or line.text.endswith(_ENDS):
        return None
    if _REPORTER.fullmatch(line.text):
        return Byline(line.start, line.end, index, line.text)
    shown = line.text.lstrip(_BULLETS)
    opener = opener_of(shown, language)
    if opener is None or (not opener.certain and _runs_on(paragraphs, index)):
        return None
    rest = shown[opener.length :].strip(EDGES)
    end, is_split = line.end, not rest
    if is_split and index + 1 < len(paragraphs):
        below = paragraphs[index + 1]
        rest, end = below.text.strip(EDGES), below.end
        if len(rest) > LINE_CHARACTERS // 2:
            return None
    if author and rest.casefold() == author.casefold():
        return Byline(line.start, end, index, rest)
    name = signed(rest, certain=opener.certain)
    if (
        name is None
        or _is_of_work(paragraphs, index, language)
        or _is_other(text, paragraphs, index, shown, rest, name)
    ):
        return None
    is_heading = are_words(text, name) or (name == rest and _is_below_prose(paragraphs, index))
    is_heading = is_heading or (line.text.endswith(".") and not any(map(str.isdigit, rest)))
    if is_heading and not opener.certain and not is_split:
        return None
    return Byline(line.start, end, index, name)


def _is_other(text: str, paragraphs: Paragraphs, index: int, shown: str, rest: str, name: str) -> bool:
    """Return whether line *index* is something else that opens as a byline: a book's publisher, a speaker."""
    if name.split()[-1].casefold() in NO_NAMES:
        return True
    if shown.lower().startswith(_PUBLISHED) and not any(map(str.isdigit, rest)):
        return True
    if not UNCASED.search(name):
        return False
    label = re.match(r"[^:：]{1,20}[:：]", shown)
    is_speaker = label is not None and text.count(label.group()) > 1
    return is_speaker or not (index < HEAD or index >= len(paragraphs) - LAST_LINES + 1)


def _runs_on(paragraphs: Paragraphs, index: int) -> bool:
    """Return whether line *index* is part of a sentence that was broken over lines."""
    line = paragraphs[index]
    above = paragraphs[index - 1].text if index else "."
    follows = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
    below = follows[:1]
    if below in (",", ";", ".", ")"):
        return not is_named(follows.strip(EDGES).split(), 2)
    if line.text[:1].isupper() or above.endswith((".", "!", "?", "…")):
        return False
    is_wrapped = line.before == "line" and len(above) >= WRAPPED_CHARACTERS and above[-1].isalnum()
    return below.islower() or is_wrapped or above.endswith((",", ";", "-"))


def _is_below_prose(paragraphs: Paragraphs, index: int) -> bool:
    """Return whether line *index* stands where headings do, below a sentence, and no day or hour is below it."""
    if index < HEAD:
        return False
    above = paragraphs[index - 1].text
    is_prose = len(above) >= PROSE_CHARACTERS or above.endswith((".", "!", "?", "…"))
    return is_prose and not _is_stamp(paragraphs, index + 1)


def _is_of_work(paragraphs: Paragraphs, index: int, language: str | None) -> bool:
    """Return whether the lines around *index* tell the publisher, the pages, the price or the music of a work."""
    below = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
    above = paragraphs[index - 1].text if index else ""
    of_work = _OF_CREATION.match(below) or _OF_CREATION.match(above)
    if of_work and not _is_day(of_work.string, language):
        return True
    numbered = _NUMBERED.match(above)
    # "12 hurt in Orlec" is the headline of a text, in which a list would have its number and a mark.
    if numbered and (numbered["mark"] or index > 1) and not _is_day(above, language):
        return True
    return len(below) <= LINE_CHARACTERS and not below.endswith(".") and OF_WORK.search(below) is not None


def _is_day(line: str, language: str | None) -> bool:
    """Return whether *line* is a full date, perhaps with a label and the hour: of a page, and not of a book."""
    return len(line) <= LINE_CHARACTERS and read_date_field(parts_of_stamp(line)[0].text, language) is not None


def _glued(text: str, paragraphs: Paragraphs, index: int) -> Byline | None:
    """Return line *index*, among the first, as a byline whose name has lost the space before it: "ByAda Fenwick"."""
    line = paragraphs[index]
    opener = _GLUED.match(line.text) if index < HEAD and len(line.text) <= LINE_CHARACTERS else None
    if opener is None or line.text.endswith((*_ENDS, ".")):
        return None
    name = signed(line.text[opener.end() :].strip(EDGES), certain=False)
    if name is None or len(name.split()) < 2 or name.split()[-1].casefold() in NO_NAMES or _has_word_of(text, name):
        return None
    # "VonRoll" and "PorTable" are names of firms; "By" with a capital behind it is rarer.
    is_stamped = _is_stamp(paragraphs, index - 1) or _is_stamp(paragraphs, index + 1)
    return Byline(line.start, line.end, index, name) if is_stamped or opener["opener"] == "By" else None


def _has_word_of(text: str, name: str) -> bool:
    """Return whether a word of *name* stands in *text* with a small letter too: "ByLaw Changes"."""
    return any(are_words(text, word) for word in name.split())


def _dated(text: str, paragraphs: Paragraphs, index: int, language: str | None) -> Byline | None:
    """Return line *index*, among the first, as a name with the day and the hour: of a place, these tell an event."""
    line = paragraphs[index]
    dated = _DATED.fullmatch(line.text) if index < HEAD and len(line.text) <= LINE_CHARACTERS else None
    if dated is None:
        return None
    name = dated["name"]
    if not is_named(name.split(), 2) or is_agency(name) or text.count(name) > 1 or _has_word_of(text, name):
        return None
    is_other = name.split()[-1].casefold() in NO_NAMES or name.split()[0].lower() in ARTICLES
    read = read_date_field(dated["day"], language)
    if is_other or read is None or read.time is None:
        return None
    # What begins at a quarter of an hour, in no zone, may be a concert: "Velmouth Town - May 4, 2024, 7:30 pm".
    is_sure = read.time.minute % _QUARTER > 0 or dated["day"][-3:].isupper()
    return Byline(line.start, line.end, index, name) if is_sure else None


def _unopened(
    text: str, paragraphs: Paragraphs, index: int, language: str | None, outlets: frozenset[str]
) -> Byline | None:
    """Return line *index* as a byline without a word that opens it: a desk, a name with a role, initials."""
    line = paragraphs[index]
    initials = _initialled(text, line) if language in OPENERS["von"] else None
    if initials is not None:
        return initials
    if len(line.text) > LINE_CHARACTERS or line.text.endswith((*_ENDS, ".", ":")):
        return None
    is_stamped = _is_stamp(paragraphs, index - 1) or _is_stamp(paragraphs, index + 1)
    is_top = index < HEAD or is_stamped
    if is_top and is_desk(line.text, outlets):
        return Byline(line.start, line.end, index, line.text)
    names = _with_role(line.text) if is_top else None
    if names is None and index < HEAD and "/" in line.text:
        parts = [part.strip() for part in line.text.split("/")]
        names = parts if len(parts) == 2 and all(text.count(part) == 1 for part in parts) else None
    if names is None and line.text.endswith(",") and _is_stamp(paragraphs, index + 1, clock=True):
        name = line.text.rstrip(" ,")
        names = [name] if text.count(name) == 1 and name.split()[0].casefold() not in _GREETINGS else None
    if not names or not all(is_named(name.split(), 2) and not is_agency(name) for name in names):
        return None
    is_other = any(are_words(text, name) or name.split()[-1].casefold() in NO_NAMES for name in names)
    return (
        None if is_other or names[0].split()[0].lower() in ARTICLES else Byline(line.start, line.end, index, names[0])
    )


def _initialled(text: str, line: Paragraph) -> Byline | None:
    """Return the initials at the end of *line* by which a German editor signs: "(phy)"."""
    initials = _INITIALS.search(line.text[-LINE_CHARACTERS:])
    if initials is None or initials["name"] in _NO_INITIALS or is_agency(initials["name"]):
        return None
    if text.count(initials["initials"]) > 1:
        return None
    end = line.start + max(0, len(line.text) - LINE_CHARACTERS) + initials.end("initials")
    return Byline(end - len(initials["initials"]), end, line.index, initials["name"])


def _is_stamp(paragraphs: Paragraphs, index: int, *, clock: bool = False) -> bool:
    """Return whether line *index* is there and short, and has a figure: a day or an hour, with *clock* an hour."""
    if not 0 <= index < len(paragraphs):
        return False
    shown = paragraphs[index].text
    is_told = _CLOCK.search(shown) is not None if clock else any(map(str.isdigit, shown))
    return len(shown) <= STAMP_CHARACTERS and is_told


def _with_role(line: str) -> list[str] | None:
    """Return the names in *line*, if these and the role of the last are all that it has."""
    for apart in _BEFORE_ROLE.finditer(line):
        if is_role(line[apart.end() :]):
            return [name for name in _PEOPLE.split(line[: apart.start()].strip()) if name]
    return None


def _continued(paragraphs: Paragraphs, byline: Byline) -> Byline:
    """Return *byline* with the names and the role that go on in the lines below it."""
    at = max(byline.line, bisect_right(paragraphs.starts, byline.end - 1) - 1)
    for _ in range(NAMES_BELOW):
        if at + 1 >= len(paragraphs) or paragraphs[at].end != byline.end:
            break
        shown, below = paragraphs[at].text.rstrip(" 0123456789*"), paragraphs[at + 1].text
        goes_on = shown.endswith((",", "&")) or below.startswith((",", "&"))
        is_name = goes_on and is_named(below.strip(f"{EDGES}&0123456789 ").split(), 2)
        if not is_name and not (len(below) <= STAMP_CHARACTERS and below[:1].isupper() and is_role(below)):
            break
        at += 1
        byline = byline._replace(end=paragraphs[at].end)
    return byline


def _run_in(text: str, authors: list[str]) -> list[Byline]:
    """Return the bylines of *authors* that have run into the lines around them: "Loft By Ada Fenwick May 4"."""
    found: list[Byline] = []
    top = text[:TOP_CHARACTERS]
    for name in authors:
        if UNCASED.search(name) or name not in top:
            continue
        at = top.index(name)
        opened = _RUN_IN.search(top, max(0, at - STAMP_CHARACTERS), at)
        if opened is None:
            continue
        end = at + len(name)
        for other in authors:
            joint = re.compile(rf"(?:,|\s?&|,?\s{_JOINT})\s{re.escape(other)}").match(text, end)
            end = joint.end() if joint else end
        if not _GOES_ON.match(text, end):
            found.append(Byline(opened.start(), end, 0, name))
    return found


def _introduced(paragraphs: Paragraphs, authors: list[str]) -> list[Byline]:
    """Return the lines at the end of the text that say who its author is: "Ada Fenwick is a reporter in Orlec."."""
    found: list[Byline] = []
    for index in range(max(HEAD, len(paragraphs) - LAST_LINES), len(paragraphs)):
        line = paragraphs[index]
        name = next((name for name in authors if line.text.startswith(name)), "")
        if name and len(line.text) <= BOX_CHARACTERS and _IS.match(line.text, len(name)):
            found.append(Byline(line.start, line.end, index, name))
    return found


def _of_author(text: str, paragraphs: Paragraphs, name: str) -> list[Byline]:
    """Return the lines in which *name* stands alone, or with what pages write before and behind it."""
    found: list[Byline] = []
    start = text.find(name)
    for _ in range(_MOST_PLACES):
        if start < 0:
            break
        index = bisect_right(paragraphs.starts, start) - 1
        line = paragraphs[index]
        is_listed = index and line.text == name and _LISTS.search(paragraphs[index - 1].text)
        if _is_of(line, start - line.start, name) and not _runs_on(paragraphs, index) and not is_listed:
            found.append(Byline(_opened_above(paragraphs, index), line.end, index, name))
        start = text.find(name, start + len(name))
    if UNCASED.search(name):
        return [each for each in found if each.line < HEAD or each.line >= len(paragraphs) - 2]
    return found if sum(paragraphs[each.line].text == name for each in found) < REPEATED else []


def _opened_above(paragraphs: Paragraphs, index: int) -> int:
    """Return where the byline starts whose name is in line *index*: what opens it may be the line above."""
    above = paragraphs[index - 1] if index else paragraphs[index]
    return above.start if above.text.strip(EDGES).lower() in before_author() else paragraphs[index].start


def _is_of(line: Paragraph, at: int, name: str) -> bool:
    """Return whether *line*, in which *name* stands *at*, is its byline."""
    if at < 0 or len(line.text) > LINE_CHARACTERS or line.text.endswith(_ENDS):
        return False
    before = line.text[:at].strip(EDGES).lower()
    behind = line.text[at + len(name) :]
    if not behind.strip(EDGES):
        return not before or before in before_author()
    return before in before_author() and signed(name + behind, certain=True) is not None
