"""The words of an article as numbers: one vectorised pass that retelling and near-duplicate facts share.

Taking 3 KB of news apart word by word, and counting what paragraphs share, costs Python 200 µs and more; as arrays it
costs a third, and arrays are what MinHash wants anyway.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from newslint.text.segment import Paragraph

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]
    Positions = NDArray[np.intp]

MANY_SHORT = 4
"""Where fewer than one word in so many has more than three letters (Korean, Vietnamese), short words count too."""

_UNITS = 1 << 16
_MARKS = (
    (0x300, 0x36F),
    (0x591, 0x5C7),
    (0x610, 0x61A),
    (0x64B, 0x65F),
    (0x900, 0x963),
    (0x966, 0xDFF),
    (0xE00, 0x109F),
)
"""Vowel signs and diacritics (first and last code point): not alphanumeric, yet they do not end a word."""

_UNSPACED = ((0x0E00, 0x109F), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x3400, 0x9FFF))
"""Scripts without spaces between words (Thai to Burmese, Khmer, kana, Han): every pair of neighbouring characters is
taken for a word."""

_UNSPACED_LETTER = re.compile("[\u0e00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_SPREAD = 0x9E3779B97F4A7C15
_SPREAD_FIFTH = 0xC2B2AE3D27D4EB4F
_SPREAD_END = 0x165667B19E3779F9
_STEM = 5
_PAD = 6
_CELLS = 1 << 22
"""Cells of the table of words by paragraph that are held at a time: 16 MB."""


class Words(NamedTuple):
    """Where the words are.

    ``letters`` are the UTF-16 units of all paragraphs, in lower case, with zeros where no word is; ``starts`` and
    ``ends`` (exclusive) are positions in it; ``breaks`` are the positions between paragraphs, ``first`` is that of the
    first unit.
    """

    letters: Any
    starts: Positions
    ends: Positions
    breaks: Positions
    first: int = _PAD


class Bags(NamedTuple):
    """Hashes of words by paragraph: those of paragraph *i* are ``hashes[bounds[i] : bounds[i + 1]]``."""

    hashes: Hashes
    bounds: list[int]

    def distinct(self, paragraph: int) -> set[int]:
        """Return the distinct words of one paragraph."""
        return set(self.hashes[self.bounds[paragraph] : self.bounds[paragraph + 1]].tolist())

    def shared(self, paragraphs: Positions) -> NDArray[np.float64]:
        """Return a table of how many distinct words any two of *paragraphs* share; the diagonal counts their own."""
        import numpy as np

        bounds = np.array(self.bounds)
        sizes = (bounds[1:] - bounds[:-1])[paragraphs]
        rows = np.repeat(np.arange(paragraphs.size), sizes)
        chosen = np.concatenate([self.hashes[self.bounds[p] : self.bounds[p + 1]] for p in paragraphs.tolist()])
        vocabulary, columns = np.unique(chosen, return_inverse=True)
        table = np.zeros((paragraphs.size, paragraphs.size))
        width = max(1, _CELLS // max(1, paragraphs.size))
        for start in range(0, vocabulary.size, width):
            inside = (columns >= start) & (columns < start + width)
            present = np.zeros((paragraphs.size, min(width, vocabulary.size - start)), np.float32)
            present[rows[inside], columns[inside] - start] = 1
            table += present @ present.T
        return table


def find_words(paragraphs: Sequence[Paragraph]) -> Words:
    """Return the words of *paragraphs*; letters outside the Basic Multilingual Plane part words."""
    import numpy as np

    text = "\n".join([paragraph.text for paragraph in paragraphs])
    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    letters = np.zeros(units.size + 2 * _PAD, np.uint16)
    letters[_PAD:-_PAD] = _folding().take(units)
    is_letter = letters != 0
    edges = (is_letter[1:] != is_letter[:-1]).nonzero()[0] + 1
    starts, ends = edges[0::2], edges[1::2]
    if not text.isascii() and _UNSPACED_LETTER.search(text):
        starts, ends = _with_pairs(letters, starts, ends)
    return Words(letters, starts, ends, (units == ord("\n")).nonzero()[0] + _PAD)


def telling_words(words: Words) -> Bags:
    """Return the words of more than three letters of each paragraph, as hashes of their first five letters.

    Where most words are shorter, all count.
    """
    lengths = words.ends - words.starts
    starts = words.starts[lengths > 3]
    if starts.size * MANY_SHORT < lengths.size:
        return all_words(words)
    return _bags(words, starts, _runs(words.letters)[starts], words.letters[starts + 4])


def all_words(words: Words) -> Bags:
    """Return the words of each paragraph, as hashes of their first five letters."""
    import numpy as np

    lengths = words.ends - words.starts
    first = _runs(words.letters)[words.starts] & _masks()[np.minimum(lengths, 4)]
    return _bags(words, words.starts, first, words.letters[words.starts + 4] * (lengths >= _STEM))


def _bags(words: Words, starts: Positions, first_four: Hashes, fifth: Any) -> Bags:
    """Return the hashes of the words at *starts*, paragraph by paragraph."""
    import numpy as np

    hashes = first_four * np.uint64(_SPREAD) + fifth.astype(np.uint64) * np.uint64(_SPREAD_FIFTH)
    return Bags(hashes, [0, *starts.searchsorted(words.breaks).tolist(), hashes.size])


def whole_words(words: Words) -> Hashes:
    """Return a hash of each word: its first four letters, its last four and its length tell nearly all words apart."""
    import numpy as np

    lengths = words.ends - words.starts
    short = np.minimum(lengths, 4)
    runs, masks = _runs(words.letters), _masks()
    first = runs[words.starts] & masks[short]
    last = runs[words.ends - 4] & ~masks[4 - short]
    return mixed(first * np.uint64(_SPREAD) + last * np.uint64(_SPREAD_END) + lengths.astype(np.uint64))


def mixed(values: Hashes) -> Hashes:
    """Return *values* with every bit dependent on every other (the finaliser of MurmurHash3)."""
    import numpy as np

    values = (values ^ (values >> np.uint64(33))) * np.uint64(0xFF51AFD7ED558CCD)
    values = (values ^ (values >> np.uint64(33))) * np.uint64(0xC4CEB9FE1A85EC53)
    return values ^ (values >> np.uint64(33))


def _runs(letters: Any) -> Hashes:
    """Return a view of *letters* in which every position holds it and the next three units as one number."""
    import numpy as np

    return np.ndarray((letters.size - 3,), np.dtype("<u8"), letters.data, 0, (2,))


def _with_pairs(letters: Any, starts: Positions, ends: Positions) -> tuple[Positions, Positions]:
    """Return the words with runs of unspaced letters replaced by their pairs of characters."""
    import numpy as np

    alone = _unspaced_units()[letters]
    spaced = ~(alone[starts] | alone[ends - 1])
    pairs = (alone[:-1] & (letters[1:] != 0)).nonzero()[0]
    starts, ends = np.concatenate([starts[spaced], pairs]), np.concatenate([ends[spaced], pairs + 2])
    order = starts.argsort(kind="stable")
    return starts[order], ends[order]


@cache
def _folding() -> Any:
    """Return the lower case of every UTF-16 unit that belongs to a word, and 0 for all others."""
    import numpy as np

    table = np.zeros(_UNITS, np.uint16)
    for code in range(_UNITS):
        character = chr(code)
        if character.isalnum():
            table[code] = ord(character.lower()[0])
    table[ord("_")] = ord("_")
    for first, last in _MARKS:
        table[first : last + 1] = np.maximum(table[first : last + 1], np.arange(first, last + 1))
    return table


@cache
def _unspaced_units() -> Any:
    import numpy as np

    table = np.zeros(_UNITS, np.bool_)
    for first, last in _UNSPACED:
        table[first : last + 1] = True
    return table


@cache
def _masks() -> Any:
    """Return the masks that keep the first 0 to 4 of four 16-bit units (little-endian)."""
    import numpy as np

    return np.array([(1 << 16 * units) - 1 for units in range(5)], np.uint64)
