"""Words that stand twice in a row: one comparison of the hashes that other facts have made already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from newslint.facts.word_hashes import Words

if TYPE_CHECKING:
    from newslint.facts.arrays import Hashes

MAX_GAP = 3
"""Characters between a word and its double: a space, or what a link that was taken out left of them."""


class Doubled(NamedTuple):
    """Where a word stands twice: ``text[start:end]`` and again ``text[again:after]``."""

    start: int
    end: int
    again: int
    after: int


def doubled_words(words: Words, whole: Hashes) -> Mapping[int, list[Doubled]]:
    """Return the words that may stand twice in a row, by the position of their text, in text order.

    Case is folded, and what parts the two is for the caller to see. Free of loss; hashes agree by chance once in 10^15.
    """
    gaps = words.starts[1:] - words.ends[:-1]
    twice = ((whole[1:] == whole[:-1]) & (gaps > 0) & (gaps <= MAX_GAP)).nonzero()[0]
    found: dict[int, list[Doubled]] = {}
    if twice.size:
        rows = words.texts.searchsorted(words.starts[twice], side="right") - 1
        inside = words.starts[twice + 1] < words.texts[rows + 1]
        twice, rows = twice[inside], rows[inside]
        edges = (words.starts[twice], words.ends[twice], words.starts[twice + 1], words.ends[twice + 1])
        for row, *span in zip(rows.tolist(), *((edge - words.texts[rows]).tolist() for edge in edges), strict=True):
            found.setdefault(row, []).append(Doubled(*span))
    return found
