"""The header of a text file whose lines say what they are: ``Title: …``, or YAML front matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newslint.readers.base import ReaderOptions
from newslint.readers.mapping import FieldMap

MIN_FIELDS = 2
"""Labels of fields that make a header: one line with a colon may be a title, or a dialogue."""

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

    Each of its lines has a name and a value. A blank line ends it, or the fence of front matter.
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
    others = {name: span for name, span in found.items() if span not in fields.values()}
    return Header(fields, others, line + is_fenced) if len(fields) >= MIN_FIELDS else None


def _value(text: str, start: int, end: int) -> tuple[int, int]:
    end = start + len(text[start:end].rstrip())
    return (start + 1, end - 1) if _QUOTED.fullmatch(text, start, end) else (start, end)
