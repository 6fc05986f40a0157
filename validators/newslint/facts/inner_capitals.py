"""Words with a capital inside: brands, and two words that lost the space between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from newslint.facts.word_hashes import Words

if TYPE_CHECKING:
    from newslint.facts.arrays import Positions

MIN_HALF = 3
"""Units before and from the capital on; shorter halves make up brands and names (``iPad``, ``LinkedIn``)."""


class Inside(NamedTuple):
    """A word ``text[start:end]`` with a capital at ``at``."""

    start: int
    at: int
    end: int


def inner_capitals(words: Words) -> Mapping[int, list[Inside]]:
    """Return the words with a capital inside, between small letters or figures, by the position of their text.

    Places are in UTF-16 units of the text.
    """
    letters = words.letters
    is_small = letters == words.units
    is_capital = (letters != 0) & ~is_small
    places: Positions = (is_small[:-2] & is_capital[1:-1] & is_small[2:]).nonzero()[0] + 1
    index = words.starts.searchsorted(places, side="right") - 1
    places, index = places[index >= 0], index[index >= 0]
    starts, ends = words.starts[index], words.ends[index]
    long = (places - starts >= MIN_HALF) & (ends - places >= MIN_HALF)
    starts, places, ends = starts[long], places[long], ends[long]
    rows = words.texts.searchsorted(places, side="right") - 1
    found: dict[int, list[Inside]] = {}
    edges = ((edge - words.texts[rows]).tolist() for edge in (starts, places, ends))
    for row, *inside in zip(rows.tolist(), *edges, strict=True):
        found.setdefault(row, []).append(Inside(*inside))
    return found
