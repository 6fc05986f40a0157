"""Paragraphs and sentences, with offsets into the raw text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, get_args, overload

import msgspec

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_NO_BREAKS = "\x1c\x1d\x1e"
"""Separators of data, at which ``str.splitlines`` splits a text although nobody sees a line end there."""
_NEWLINE = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")

Break = Literal["start", "line", "blank"]
BREAKS: tuple[Break, ...] = get_args(Break)


class Paragraph(msgspec.Struct, frozen=True, gc=False):
    """A paragraph of a field.

    ``index`` counts from 0; ``text == field[start:end]`` holds exactly, without surrounding white space.
    ``before`` says what parts it from the paragraph before: a ``blank`` line, a single ``line`` break, or the
    ``start`` of the text.
    """

    index: int
    start: int
    end: int
    text: str
    before: Break


class Paragraphs(Sequence[Paragraph]):
    """The paragraphs of *text*, each made when it is asked for: most checks look at a few of them, or at none.

    ``starts``, ``ends`` and ``breaks`` have what the paragraphs do as ``start``, ``end`` and ``before``.
    """

    __slots__ = ("_made", "_text", "breaks", "ends", "starts")

    def __init__(self, text: str, starts: Sequence[int], ends: Sequence[int], breaks: Sequence[Break]) -> None:
        self._text = text
        self._made: dict[int, Paragraph] = {}
        self.starts = starts
        self.ends = ends
        self.breaks = breaks

    @classmethod
    def of(cls, text: str) -> Paragraphs:
        """Return the paragraphs of *text*."""
        found = paragraphs(text)
        return cls(text, [each.start for each in found], [each.end for each in found], [each.before for each in found])

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Paragraph: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Paragraph]: ...

    def __getitem__(self, index: int | slice) -> Paragraph | Sequence[Paragraph]:
        if isinstance(index, slice):
            return [self._paragraph(each) for each in range(*index.indices(len(self.starts)))]
        return self._paragraph(range(len(self.starts))[index])

    def __iter__(self) -> Iterator[Paragraph]:
        return map(self._paragraph, range(len(self.starts)))

    def _paragraph(self, index: int) -> Paragraph:
        made = self._made.get(index)
        if made is None:
            start, end = self.starts[index], self.ends[index]
            made = self._made[index] = Paragraph(index, start, end, self._text[start:end], self.breaks[index])
        return made


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Split *text* into its non-empty lines, each a paragraph with exact offsets.

    Every line is a paragraph: extractors write one per line, and what a single break means (a lost blank line, a hard
    wrap, verse) is for the checks to judge from ``before``.
    """
    return _any_breaks(text) if any(map(text.__contains__, _NO_BREAKS)) else _usual_breaks(text)


def _usual_breaks(text: str) -> tuple[Paragraph, ...]:
    """Split at what ``str.splitlines`` takes for the end of a line: a third of the cost of a regular expression."""
    found: list[Paragraph] = []
    position = 0
    before: Break = "start"
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            start = position if line[0] == stripped[0] else position + len(line) - len(line.lstrip())
            found.append(Paragraph(len(found), start, start + len(stripped), stripped, before))
            before = "line"
        elif found:
            before = "blank"
        position += len(line)
    return tuple(found)


def _any_breaks(text: str) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    last_end = 0
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        start = match.start() + (len(line) - len(line.lstrip()))
        before: Break = "start"
        if found:
            before = "line" if len(_NEWLINE.findall(text, last_end, start)) == 1 else "blank"
        last_end = start + len(stripped)
        found.append(Paragraph(len(found), start, last_end, stripped, before))
    return tuple(found)
