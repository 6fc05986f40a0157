"""Plain text: one article a file, with a header that is found by looking."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.model import Origin, Place
from newslint.readers.base import Item, RawRecord, ReaderOptions, sample
from newslint.readers.labelled import labelled_header
from newslint.readers.streams import Source
from newslint.readers.wholefile import read_text

MAX_DATELINE = 60
"""Characters of a date line: room for weekday, date, time, zone and a word such as "Published" before them."""

MAX_TITLE = 200
"""Characters of a title below a header: of 1,706 scraped titles half have up to 65, 99 in 100 up to 158."""

MAX_BARE_TITLE = 150
"""Characters of a title that no header announces: stricter, for nothing else speaks for it."""

MIN_TITLE_WORDS = 3
"""Words of a title that no header announces; below this, first lines of 1,989 scraped bodies were labels and places."""

MAX_SOURCE = 80
"""Characters of a line that names the outlet by its domain."""

MAX_SOURCE_NAME = 40
"""Characters of a line that names the outlet in words; at most five of them."""

_LINES_SEEN = 24
_NEWLINE = re.compile(r"\r\n|[\r\n]")
_BLANK_LINES = re.compile(r"(?:[^\S\r\n]*+(?:\r\n|[\r\n]))*+")
_FINAL = tuple(".!?…。！？।۔؟;:,")
_DOMAIN = re.compile(r"(?:www\.)?[^\W_][\w\-]*+(?:\.[\w\-]++(?=\.))*+\.[^\W\d_]{2,}")
_URL = re.compile(r"https?://\S+", re.IGNORECASE)

# A date line is recognised by its shape alone: month and weekday names are any words. Lines have at most
# MAX_DATELINE characters and a word is never split, so the nested repetitions stay cheap.
_WORD = r"[^\W\d_][^\s\d,;:/|()–—-]*+"
_PARTICLE = r"(?:[^\W\d_]{1,3}\.?\s+)?"  # "de", "of", "di"
_GAP = r"[\s,./|–—-]*"
_DAY = r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|[ºª°])?(?!\d)"
_MONTH = rf"{_PARTICLE}{_WORD}{_GAP}{_PARTICLE}"
_YEAR = r"(?<!\d)(?:1[34]|19|20|25)\d\d"  # also Solar Hijri and Buddhist; a time may be glued to it
_LEAD = rf"(?:{_WORD}[\s,.:|()–—-]*){{0,3}}"
_BETWEEN = r"[\s,.:|()（）–—-]*+"
_TIME = r"T?\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:\.\d+)?Z?(?:\s*[+-]\d\d:?\d\d)?"
_NOTE = r"[^\W\d_]{1,12}+(?![^\W\d_])"  # "Uhr", "at", "EDT"
_TAIL = rf"(?:{_BETWEEN}{_NOTE}){{0,2}}(?:{_BETWEEN}{_TIME}(?:{_BETWEEN}{_NOTE}){{0,4}})?[\s.)）]*"
_DATELINE = re.compile(
    rf"""
    {_LEAD}{_DAY}{_GAP}{_MONTH}{_YEAR}{_TAIL}                      # Friday06 December 2024; 6 de enero de 2025
    | {_LEAD}{_DAY}\s*{_WORD}\s*\d{{1,2}}\s*{_WORD}\s*{_YEAR}{_TAIL}  # 6 tháng 12 năm 2024
    | {_LEAD}{_WORD}[\s.-]*{_DAY}{_GAP}{_YEAR}{_TAIL}              # Fri, Dec 6, 2024
    | {_LEAD}{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}{_TAIL}            # 2024-12-06T10:15
    | {_LEAD}(?<!\d)\d{{1,2}}[-/.]\d{{1,2}}[-/.]{_YEAR}{_TAIL}     # 06.12.2024
    | {_YEAR}{_GAP}(?:{_WORD}{_GAP}){{1,2}}{_DAY}{_TAIL}           # 2024. december 6.
    | {_YEAR}\s*[年년]\s*\d{{1,2}}\s*[月월]\s*\d{{1,2}}\s*[日일]{_TAIL}
    """,
    re.VERBOSE | re.IGNORECASE,
)


def read_plain(source: Source, options: ReaderOptions) -> Iterator[Item]:
    """Yield the article of a text file, every field exactly as it stands and with its place in the file.

    Offsets count characters of the decoded file without its byte-order mark. The body reaches to the end of the
    file, newlines at the very end left out. Whatever is not recognised as header belongs to the body.
    """
    text, damage = read_text(source)
    if text is not None and not text.strip():
        yield source.unreadable("the file is empty: it holds only white space", sample(text))
    elif text is not None:
        yield parse_text(text, source.path, options.layout)
    if damage is not None:
        yield damage


def parse_text(text: str, path: str = "", layout: Sequence[str] | None = None) -> RawRecord:
    """Return the article in *text*; *layout* as in `ReaderOptions`."""
    lines = _Lines(text)
    header = None if layout else labelled_header(text, lines.spans, lines.skip_blank(0))
    if header:
        body = lines.body(header.next_line)
        spans = header.fields | ({"body": body} if body else {})
    else:
        spans = _by_layout(lines, layout) if layout else _by_looking(lines)
    values: dict[str, object] = {field: text[start:end] for field, (start, end) in spans.items()}
    extra: dict[str, object] = {name: text[slice(*span)] for name, span in header.others.items()} if header else {}
    places = {field: lines.place(start) for field, (start, _) in spans.items()}
    return RawRecord(values, extra, Origin(path, 1, fields=places), text)


def is_dateline(line: str) -> bool:
    """Return whether *line* is a date and nothing but a date, in any language and any decimal digits."""
    line = line.strip()
    if not 8 <= len(line) <= MAX_DATELINE:
        return False
    digits = "".join(str(unicodedata.decimal(character, character)) for character in line)
    return _DATELINE.fullmatch(digits) is not None


Span = tuple[int, int]


class _Lines:
    """The first lines of a text as spans without their newlines; the rest is body in any case."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.end = len(text.rstrip("\r\n"))
        self.spans: list[Span] = []
        self.rest: int | None = None  # where the lines begin that are not looked at
        start = 0
        for newline in _NEWLINE.finditer(text, 0, self.end):
            self.spans.append((start, newline.start()))
            start = newline.end()
            if len(self.spans) == _LINES_SEEN:
                self.rest = start
                break
        else:
            self.spans.append((start, self.end))

    def __getitem__(self, index: int) -> str:
        start, end = self.spans[index]
        return self.text[start:end]

    def __len__(self) -> int:
        return len(self.spans)

    def blank(self, index: int) -> bool:
        return index >= len(self) or not self[index].strip()

    def skip_blank(self, index: int) -> int:
        while index < len(self) and self.blank(index):
            index += 1
        return index

    def block(self, index: int) -> list[int]:
        """Return the lines from *index* up to the next blank one."""
        end = index
        while not self.blank(end):
            end += 1
        return list(range(index, end))

    def body(self, index: int) -> Span | None:
        """Return everything from line *index* on, or None where nothing is left."""
        index = self.skip_blank(index)
        if index < len(self):
            return self.spans[index][0], self.end
        blank = None if self.rest is None else _BLANK_LINES.match(self.text, self.rest, self.end)
        return (blank.end(), self.end) if blank else None

    def place(self, offset: int) -> Place:
        line, start = 1, 0
        for newline in _NEWLINE.finditer(self.text, 0, offset):
            line, start = line + 1, newline.end()
        return Place(line, offset - start + 1, offset)


def _by_layout(lines: _Lines, layout: Sequence[str]) -> dict[str, Span]:
    """Follow *layout*; from the first line that does not fit it, all is body."""
    found: dict[str, Span] = {}
    index = 0
    for field, following in pairwise(layout):
        if index >= len(lines) or not (field or lines.blank(index)):
            break
        if field and not lines.blank(index):
            found[field] = lines.spans[index]
        elif field and bool(following) == lines.blank(index + 1):
            continue  # the field's line is missing, not blank: this blank line is the layout's next one
        index += 1
    body = lines.body(index)
    return found | ({"body": body} if body else {})


def _by_looking(lines: _Lines) -> dict[str, Span]:
    header: dict[str, int] = {}
    index = lines.skip_blank(0)
    while index < len(lines):
        taken = _header_lines(lines, lines.block(index), header)
        if not taken:
            break
        header |= taken
        index = lines.skip_blank(max(taken.values()) + 1)
    body = lines.body(index)
    if body is None and "title" not in header:
        # Nothing but a date or a domain: then that is the text.
        whole = lines.body(0)
        return {"body": whole} if whole else {}
    found = {field: lines.spans[line] for field, line in header.items()}
    return found | ({"body": body} if body else {})


def _header_lines(lines: _Lines, block: list[int], header: dict[str, int]) -> dict[str, int]:
    """Return which lines at the beginning of *block* are which field that *header* does not have yet."""
    taken: dict[str, int] = {}
    for line in block:
        field = _kind(lines[line].strip())
        if field is None or field in header or field in taken:
            break
        taken[field] = line
    rest = block[len(taken) :]
    if "dateline" in taken and len(rest) == 1 and "source" not in header | taken and _names_source(lines, rest[0]):
        taken["source"] = rest[0]
    elif len(rest) == 1 and "title" not in header and _is_title(lines, rest[0], bool(header or taken)):
        taken["title"] = rest[0]
    return taken


def _kind(line: str) -> str | None:
    if is_dateline(line):
        return "dateline"
    if len(line) <= MAX_SOURCE and _DOMAIN.fullmatch(line):
        return "source"
    return "url" if _URL.fullmatch(line) else None


def _is_title(lines: _Lines, index: int, below_header: bool) -> bool:
    """Return whether a line is short, alone, and text follows; without a header it must also read like a title.

    That is: it does not end a sentence, and has MIN_TITLE_WORDS words ("Claim" and "LONDON" are none) or is in a
    script that puts no spaces between words.
    """
    line = lines[index].strip()
    alone = index + 1 < len(lines) and lines.blank(index + 1) and lines.body(index + 1) is not None
    if below_header:
        return alone and len(line) <= MAX_TITLE
    worded = len(line.split()) >= MIN_TITLE_WORDS or any(character >= "\u2e80" for character in line)
    return alone and worded and len(line) <= MAX_BARE_TITLE and not line.endswith(_FINAL)


def _names_source(lines: _Lines, index: int) -> bool:
    """Return whether the line under a date is an outlet's name: few words, and a title of its own comes after it."""
    line = lines[index].strip()
    if len(line) > MAX_SOURCE_NAME or len(line.split()) > 5 or line.endswith(_FINAL):
        return False
    after = lines.block(lines.skip_blank(index + 1))
    # A sentence after it is the lede, and the line itself the title.
    return len(after) == 1 and _is_title(lines, after[0], below_header=False)
