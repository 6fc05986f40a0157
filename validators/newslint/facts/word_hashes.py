"""The words of many texts as numbers: one vectorised pass that all comparisons of wording start from.

Taking 3 KB of news apart word by word costs Python 200 µs and more; as arrays of a whole batch it costs 25 µs.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from newslint.facts.arrays import Hashes, Positions, Units

_UNITS = 1 << 16
_BLOCK = 1 << 16
_MARKS = (
    (0x300, 0x36F),
    (0x591, 0x5C7),
    (0x610, 0x61A),
    (0x64B, 0x65F),
    (0x7A6, 0x7B0),
    (0x900, 0x963),
    (0x966, 0xDFF),
    (0xE00, 0x109F),
)
"""Vowel signs and diacritics (first and last code point): not alphanumeric, yet they do not end a word."""

_UNSPACED = ((0x0E00, 0x109F), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x3400, 0x9FFF))
"""Scripts without spaces between words (Thai to Burmese, Khmer, kana, Han): every pair of neighbouring characters is
taken for a word."""

_SPREAD = 0x9E3779B97F4A7C15
_SPREAD_FIFTH = 0xC2B2AE3D27D4EB4F
_SPREAD_END = 0x165667B19E3779F9
_OTHER_JOINTS = "\u00ad\u2060\ufeff"
_JOINTS = "\u200b\u200c\u200d" + _OTHER_JOINTS
"""Soft hyphen, zero-width spaces, joiner and non-joiner: nothing is written in their place."""
_STEM = 5
_INNER_LETTERS = 64
"""Letters of a word that are hashed four by four; what is longer is no word, and is hashed by itself."""
_PAD = 6
_PADDING = bytes(2 * _PAD)
_LINE_FEED = "\n".encode("utf-16-le")


class Words(NamedTuple):
    """Where the words of some texts are.

    ``units`` are the UTF-16 units of all texts, a line feed between any two, and ``letters`` the same in lower case,
    with zeros where no word is. ``starts`` and ``ends`` (exclusive) of words are positions in either; so are ``texts``,
    where each text begins, with one more where the next would.
    """

    units: Units
    letters: Units
    starts: Positions
    ends: Positions
    texts: Positions


def find_words(texts: Sequence[str]) -> Words:
    """Return the words of *texts*; letters outside the Basic Multilingual Plane part words."""
    import numpy as np

    pieces = [text.encode("utf-16-le", "surrogatepass") for text in texts]
    # Zeros at either end, so that a look at a few units beside any word stays inside.
    data = b"".join((_PADDING, _LINE_FEED.join(pieces), _LINE_FEED, _PADDING))
    units = np.frombuffer(data, np.uint16)
    letters = _folded(units)
    is_letter = letters != 0
    edges = (is_letter[1:] != is_letter[:-1]).nonzero()[0]
    edges += 1
    starts, ends = edges[0::2].copy(), edges[1::2].copy()
    lengths = np.fromiter((len(piece) // 2 + 1 for piece in pieces), np.intp, len(pieces))
    bounds = np.concatenate(([_PAD], _PAD + lengths.cumsum()))
    starts, ends = _with_pairs(letters, starts, ends, bounds)
    return Words(units, letters, starts, ends, bounds)


def stems(words: Words, chosen: Positions) -> Hashes:
    """Return a hash of each word at *chosen* by its first five letters, so that case endings do not matter."""
    import numpy as np

    starts = words.starts[chosen]
    lengths = words.ends[chosen] - starts
    first_four = _runs(words.letters)[starts] & _masks()[np.minimum(lengths, 4)]
    fifth = words.letters[starts + 4] * (lengths >= _STEM)
    return mixed(first_four * np.uint64(_SPREAD) + fifth.astype(np.uint64) * np.uint64(_SPREAD_FIFTH))


def texts_with_joints(words: Words) -> list[int]:
    """Return the positions of the texts that have characters which :func:`without_joints` takes out."""
    import numpy as np

    found = words.units - np.uint16(0x200B) < 3
    for joint in _OTHER_JOINTS:
        found |= words.units == ord(joint)
    places = found.nonzero()[0]
    return np.unique(words.texts.searchsorted(places, side="right") - 1).tolist() if places.size else []


def without_joints(text: str) -> str:
    """Return *text* without the characters that nobody sees inside words, and that extractors keep or lose."""
    for joint in _JOINTS:
        text = text.replace(joint, "")
    return text


def whole_words(words: Words) -> Hashes:
    """Return a hash of each word: its first four letters, its last four and its length tell nearly all words apart."""
    import numpy as np

    hashes = np.empty(words.starts.size, np.uint64)
    # Block by block, so that what is made on the way stays small however long a text is.
    for start in range(0, hashes.size, _BLOCK):
        block = slice(start, start + _BLOCK)
        hashes[block] = _whole(words.letters, words.starts[block], words.ends[block])
    return hashes


def _whole(letters: Units, starts: Positions, ends: Positions) -> Hashes:
    import numpy as np

    lengths = ends - starts
    short = np.minimum(lengths, 4)
    runs, masks = _runs(letters), _masks()
    first = runs[starts] & masks[short]
    last = runs[ends - 4] & ~masks[4 - short]
    return mixed(first * np.uint64(_SPREAD) + last * np.uint64(_SPREAD_END) + lengths.astype(np.uint64))


def with_inner_letters(words: Words, whole: Hashes) -> Hashes:
    """Return *whole*, the hashes of :func:`whole_words`, changed so that all letters of long words count."""
    import numpy as np

    lengths = words.ends - words.starts
    full, runs = whole.copy(), _runs(words.letters)
    offset, long = 4, (lengths > 8).nonzero()[0]
    while long.size and offset < _INNER_LETTERS:
        inner = runs[words.starts[long] + offset] & _masks()[np.minimum(lengths[long] - offset, 4)]
        full[long] = full[long] * np.uint64(_SPREAD) + inner
        offset += 4
        long = long[lengths[long] > offset + 4]
    for word in long.tolist():
        letters = words.letters[words.starts[word] : words.ends[word]]
        full[word] = int.from_bytes(blake2b(letters.tobytes(), digest_size=8).digest())
    return full


def in_unspaced_script(letters: Units) -> NDArray[np.bool_]:
    """Return of each of *letters* whether it is of a script that is written without spaces between words."""
    answer: NDArray[np.bool_] = _unspaced_units()[letters]
    return answer


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


def _with_pairs(letters: Units, starts: Positions, ends: Positions, texts: Positions) -> tuple[Positions, Positions]:
    """Return the words, with runs of unspaced letters replaced by their pairs of characters."""
    import numpy as np

    if letters.max(initial=0) < _UNSPACED[0][0]:
        return starts, ends
    alone = (in_unspaced_script(letters[starts]) | in_unspaced_script(letters[ends - 1])).nonzero()[0]
    if not alone.size:
        return starts, ends
    bounds = starts.searchsorted(texts)
    pieces: list[tuple[Positions, Positions]] = []
    last = 0
    for text in np.unique(bounds.searchsorted(alone, side="right") - 1).tolist():
        first, after = int(bounds[text]), int(bounds[text + 1])
        pieces += [(starts[last:first], ends[last:first]), _in_pairs(letters, starts[first:after], ends[first:after])]
        last = after
    pieces.append((starts[last:], ends[last:]))
    found_starts, found_ends = zip(*pieces, strict=True)
    return np.concatenate(found_starts), np.concatenate(found_ends)


def _in_pairs(letters: Units, starts: Positions, ends: Positions) -> tuple[Positions, Positions]:
    """Return the words of one text, with runs of unspaced letters replaced by their pairs of characters."""
    import numpy as np

    low, high = int(starts[0]), int(ends[-1])
    alone = in_unspaced_script(letters[low : high + 1])
    spaced = ~(alone[starts - low] | alone[ends - 1 - low])
    pairs = (alone[:-1] & (letters[low + 1 : high + 1] != 0)).nonzero()[0] + low
    starts, ends = np.concatenate([starts[spaced], pairs]), np.concatenate([ends[spaced], pairs + 2])
    order = starts.argsort(kind="stable")
    return starts[order], ends[order]


def _folded(units: Units) -> Units:
    """Return *units* in lower case, and 0 for those of no word."""
    import numpy as np

    table, letters = _folding(), np.empty(units.size, np.uint16)
    # Block by block, because numpy looks up 16-bit numbers as 64-bit ones, which it makes first.
    for start in range(0, units.size, _BLOCK):
        table.take(units[start : start + _BLOCK], out=letters[start : start + _BLOCK], mode="clip")
    return letters


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
