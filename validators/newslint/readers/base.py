"""What every reader yields, and what a user may set."""

from __future__ import annotations

import codecs
from typing import TypeAlias

import msgspec

from newslint.errors import ConfigError, UnknownNameError
from newslint.model import FIELDS, Origin

STDIN = "-"
"""The path that stands for standard input."""

SAMPLE_LENGTH = 80
"""Characters of raw text quoted for a record that cannot be read: one line of a terminal."""


class RawRecord(msgspec.Struct, frozen=True):
    """A record as its reader found it: nothing is converted, wrong types are kept as they are.

    ``values`` maps article fields to raw values, ``extra`` holds everything else under the names of the data.
    ``text`` is the whole decoded file where the record is a plain-text file: a repair of it is read as a file again.
    """

    values: dict[str, object]
    extra: dict[str, object]
    origin: Origin
    text: str | None = None


class Unreadable(msgspec.Struct, frozen=True):
    """A record, or a whole file, that cannot be read.

    ``reason`` is one clause that says what is wrong and, where there is a remedy, names it; ``quote`` is a short
    printable sample of the raw text.
    """

    origin: Origin
    reason: str
    quote: str = ""


Item: TypeAlias = RawRecord | Unreadable


class ReaderOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How the input is to be understood.

    ``fields`` maps article fields to the names the data uses and wins over guessing; a dotted name reaches into
    nested objects (``source = "source.name"``). ``encoding`` is the encoding of files that carry no byte-order mark.
    ``layout`` describes plain-text files line by line: field names, ``""`` for a blank line, ``"body"`` last;
    ``None`` or an empty layout means that the reader looks for itself. With ``mapped`` off no value becomes that of a
    field: records carry all of theirs in ``extra``, under the names of the data, as they are needed to be written. With
    ``textless`` on, records and tables in which no name can be a body or a title are read, too. ``stdin_name`` is the
    name of a file such as comes from standard input, which is JSON Lines without one.

    Raises UnknownNameError where ``fields`` or ``layout`` names a field that no article has, and ConfigError where the
    encoding is unknown or a layout does not end with ``"body"``.
    """

    fields: dict[str, str] = {}
    encoding: str = "utf-8"
    layout: tuple[str, ...] | None = None
    mapped: bool = True
    textless: bool = False
    stdin_name: str = ""

    def __post_init__(self) -> None:
        for name in (*self.fields, *filter(None, self.layout or ())):
            if name not in FIELDS:
                raise UnknownNameError("article field", name, FIELDS)
        if self.layout and (self.layout[-1] != "body" or self.layout.count("body") > 1):
            raise ConfigError("a layout must end with 'body' and hold it only once")
        check_encoding(self.encoding)


def check_encoding(name: str) -> None:
    """Raise ConfigError where *name* is no text encoding that Python knows."""
    try:
        codecs.lookup(name)
        "".encode(name)
    except (LookupError, ValueError) as error:
        raise ConfigError(f"unknown encoding {name!r}") from error


def sample(raw: str | bytes, around: int = 0) -> str:
    """Return at most SAMPLE_LENGTH printable characters of *raw*, beginning shortly before position *around*.

    What cannot be printed is shown as its escape, so that a quote never damages a terminal or a report.
    """
    start = max(0, around - SAMPLE_LENGTH // 4)
    piece = raw[start : start + SAMPLE_LENGTH]
    text = piece.decode("utf-8", "backslashreplace") if isinstance(piece, bytes) else piece
    shown = "".join(character if character.isprintable() else _escape(character) for character in text.strip())
    return shown[:SAMPLE_LENGTH]


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
