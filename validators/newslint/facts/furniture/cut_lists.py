"""Lists of teasers that a page has cut to one length: ``The council approved on Monday the plan for the second…``.

People who trail off do so in lines of any length. Lines that all break off after as many characters, or after as many
words, were cut by a program, which shows the beginnings of other articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from newslint.facts.furniture.headlines import CUT_END, NO_HEADLINE, SENTENCE_END, reads_like_headline
from newslint.facts.furniture.pieces import DENSER, UNSPACED, Piece

if TYPE_CHECKING:
    from newslint.text.segment import Paragraphs

FEWEST = 3
"""So many cut lines one below the other are a list ..."""
FEWEST_PARTED = 4
"""... and so many where lines that fit without a cut, headlines and names of sections, stand between them."""
LEAST_CHARACTERS = 40
"""A cut line has at least so many characters (a third in scripts without spaces); those read have 48 to 232."""
MOST_CHARACTERS = 400
"""And at most so many."""
ALIKE = 0.7
"""A line is as long as the longest one if it has this share of its characters: where the cut is made at the end of a
word, or after a number of words, lines read have 0.74 and more of the longest."""
MOST_ALIKE = 2 / 3
"""The share of the cut lines that are: a page may cut those of one of its lists elsewhere."""

MOST_BETWEEN = 3
"""So many lines may stand between two cut ones."""
PAIR = 2
"""Lines of a teaser that has a headline and a beginning."""

_CUTS = (*CUT_END, " ..")
_ENDS = (*SENTENCE_END, "!", "?", ":")


def cut_lists(text: str, paragraphs: Paragraphs) -> Iterator[Piece]:
    """Yield the lists of cut teasers in *text*."""
    if text.count("..") + text.count("…") < FEWEST:
        return
    row: list[int] = []
    for index, (start, end) in enumerate(zip(paragraphs.starts, paragraphs.ends, strict=True)):
        if text[end - 1] not in ".…]" or not _is_cut(text[start:end]):
            continue
        if row and not _goes_on(row[-1], index, paragraphs):
            yield from _list(row, paragraphs)
            row = []
        row.append(index)
    yield from _list(row, paragraphs)


def _is_cut(line: str) -> bool:
    least = LEAST_CHARACTERS // DENSER if UNSPACED.search(line) else LEAST_CHARACTERS
    return (
        least <= len(line) <= MOST_CHARACTERS
        and line.endswith(_CUTS)
        and not line[0].islower()
        and not any(mark in line for mark in NO_HEADLINE)
    )


def _goes_on(last: int, index: int, paragraphs: Paragraphs) -> bool:
    """Return whether the cut line at *index* is of a list with the one at *last*.

    Between them may be one line that needed no cut, or a few that are no sentences: it is cut, but not marked.
    """
    if index - last > MOST_BETWEEN + 1:
        return False
    between = paragraphs[last + 1 : index]
    longest = max(len(paragraphs[each].text) for each in (last, index))
    return all(len(line.text) <= longest for line in between) and (
        len(between) <= 1 or not any(line.text.endswith(_ENDS) for line in between)
    )


def _list(row: list[int], paragraphs: Paragraphs) -> Iterator[Piece]:
    """Yield the list that the cut lines in *row* are, if there are enough of them and they are alike."""
    if len(row) < FEWEST:
        return
    lengths = [len(paragraphs[index].text) for index in row]
    alike = sum(length >= ALIKE * max(lengths) for length in lengths)
    fewest = FEWEST if row[-1] - row[0] < len(row) else FEWEST_PARTED
    if alike >= max(fewest, MOST_ALIKE * len(row)):
        yield Piece(paragraphs.starts[_first(row, paragraphs)], paragraphs.ends[row[-1]])


def _first(row: list[int], paragraphs: Paragraphs) -> int:
    """Return the line with which the list begins: where every cut line has a headline above it, the first one has."""
    has_headlines = all(below - above == PAIR for above, below in pairwise(row)) and row[0] > 0
    return row[0] - 1 if has_headlines and reads_like_headline(paragraphs[row[0] - 1].text) else row[0]
