"""Words with a hyphen and a space or a line break between them: halves of one word, or suspended compounds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from newslint.facts.word_hashes import Words

if TYPE_CHECKING:
    from newslint.facts.arrays import Positions

_HYPHENS = (ord("-"), 0x2010)
_SPACES = (ord(" "), ord("\n"))


def halves(words: Words) -> Mapping[int, list[int]]:
    """Return where such hyphens are, in UTF-16 units of their text, by its position."""
    import numpy as np

    places: Positions = words.ends[(words.starts[1:] - words.ends[:-1] == 2).nonzero()[0]]
    places = places[np.isin(words.units[places], _HYPHENS)]
    places = places[np.isin(words.units[places + 1], _SPACES)]
    rows = words.texts.searchsorted(places, side="right") - 1
    inside = places + 2 < words.texts[rows + 1]
    found: dict[int, list[int]] = {}
    for row, place in zip(rows[inside].tolist(), (places - words.texts[rows])[inside].tolist(), strict=True):
        found.setdefault(row, []).append(place)
    return found
