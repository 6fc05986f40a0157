"""The header of a text file whose lines say what they are: ``Title: …``, or YAML front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newslint.readers.base import ReaderOptions
from newslint.readers.mapping import FieldMap

MIN_FIELDS = 2
"""Labels of fields that make a header: one line with a colon may be a title, or a dialogue."""

_OF_WORKS = frozenset(
    (
        "isbn", "isbn-13", "price", "cover price", "translator", "translated by", "director", "directed by", "cast",
        "starring", "running time", "runtime", "preis", "regie", "besetzung", "prix", "realisation", "precio",
        "reparto", "prezzo", "regia", "preco", "elenco", "prijs", "cena",
    )
)  # fmt: skip
"""Labels of the details of a book or film: where a review opens with them, its author is not the reviewer."""
_OF_BOOKS = frozenset(("pages", "seiten", "pagine", "paginas", "stron"))
"""Such labels too, where a publisher stands beside them: articles have pages of a paper."""
_PUBLISHERS = frozenset(
    ("publisher", "verlag", "editeur", "editore", "editorial", "editora", "uitgever", "wydawnictwo")
)

_PAIR = re.compile(r"(?P<name>[A-Za-z][A-Za-z _-]{1,24}?)[ \t]*:[ \t]+(?P<value>\S.*)")
_FENCE = re.compile(r"---[ \t]*")
_QUOTED = re.compile(r"\"[^\"\\]*\"|'[^']*'")


class Header(NamedTuple):
    """Where the values of a header stand, by field and by any other name, and which line comes behind it."""

    fields: dict[str, tuple[int, int]]
    others: dict[str, tuple[int, int]]
    next_line: int


def labelled_header(text: str, lines: Sequence[tuple[int, int]], first: int) -> Header | None:
    """Return the header of *text* that begins at line *first*; *lines* are spans. ``None`` where there is none.

    Each of its lines has a name and a value. A blank line ends it, or the fence of front matter. The details of a book
    or film that a review begins with are none.
    """
    is_fenced = first < len(lines) and _FENCE.fullmatch(text, *lines[first]) is not None
    found: dict[str, tuple[int, int]] = {}
    line = first + is_fenced
    while line < len(lines):
        span = lines[line]
        if is_fenced and _FENCE.fullmatch(text, *span):
            break
        if not text[slice(*span)].strip():
            if is_fenced:
                return None  # a rule above the text
            break
        pair = _PAIR.fullmatch(text, *span)
        if pair is None or pair["name"] in found:
            return None
        found[pair["name"]] = _value(text, pair.start("value"), pair.end("value"))
        line += 1
    else:
        return None
    plan = FieldMap(ReaderOptions()).plan(found)
    fields = {field: found[name] for field, name in plan.items() if field != "body"}
    if not is_fenced and "url" not in fields and _is_of_a_work(found):
        return None
    others = {name: span for name, span in found.items() if span not in fields.values()}
    return Header(fields, others, line + is_fenced) if len(fields) >= MIN_FIELDS else None


def _is_of_a_work(labels: Iterable[str]) -> bool:
    """Return whether *labels* are those of a book or film that the article reviews."""
    names = {label.lower() for label in labels}
    return bool(names & _OF_WORKS or (names & _OF_BOOKS and names & _PUBLISHERS))


def _value(text: str, start: int, end: int) -> tuple[int, int]:
    end = start + len(text[start:end].rstrip())
    return (start + 1, end - 1) if _QUOTED.fullmatch(text, start, end) else (start, end)
