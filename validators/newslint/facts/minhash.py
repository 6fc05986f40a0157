"""Sketches of bodies: 268 bytes that tell whether two articles are the same or nearly the same, without their texts.

The sketch is a MinHash by one permutation: pairs of neighbouring words are hashed into 128 bins, the least hash of each
bin is its slot, and two texts agree in as many slots as their sets of word pairs overlap (Jaccard similarity; standard
error 0.035 at 0.8). Slots keep 16 bits, so that by chance one in 65,536 agrees.

No library is used for it. Of 100,526 articles of 2.5 KB, datasketch took 60 s and 1.4 GB, rensa 23 s and 446 MB, gaoya
20 s and 785 MB; in all of them Python's shingling is what takes the time, and none gives slots from which recurring
boilerplate can be set aside afterwards. Here the words come hashed from :mod:`newslint.facts.word_hashes`, which the
retelling facts need anyway.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from newslint.facts.word_hashes import Words, mixed, with_inner_letters

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from newslint.facts.arrays import Booleans, Counts, Hashes, Positions

    Slots = NDArray[np.uint16]
    Mask = NDArray[np.uint8]
    Pairs = NDArray[np.void]

SLOTS = 128
"""Slots of a sketch."""

BAND = 3
"""Slots that must agree at once for a pair to be looked at: of pairs with similarity 0.8 that is so for all but one in
10^13, of pairs with 0.5 for 996 in 1,000."""

BAND_OF_COPIES = 6
"""The same for copies: of pairs with similarity 0.9 it is so for all but one in 8 million, and far fewer pairs are
looked at. A copy that is missed counts when boilerplate is looked for, one among thousands."""

REACH = 16
"""Texts of one bucket are compared with its first and with so many neighbours."""

MIN_SLOTS = 32
"""Slots that must be left to either text when boilerplate is set aside; else the pair is not judged."""

MIN_ARTICLES = 20
"""Articles that a source must have before anything counts as its boilerplate."""

MIN_RECURRENCES = 10
"""Articles of one source in which a slot must recur to be boilerplate: fewer may be copies of one text."""

COPY = 0.9
"""Similarity from which an article is a copy and is not counted when boilerplate is looked for."""

MOST_KEEPERS = 32
"""Pairs for each text that are remembered while pairs are looked for. Where there are more (a corpus of versions of a
few texts), a copy has its first keepers only: it is not reported if all of these turn out to be copies themselves."""

_PAIR = [("code", "i8"), ("similarity", "f8")]
_HEADER = struct.Struct("<QI")
_BIN_BITS = 7
_HEAD = 32
_CHUNK = 1 << 12
_NEXT = 0x9E3779B97F4A7C15
_EMPTY = 0xFFFFFFFFFFFFFFFF
_EACH_BYTE = 0x0101010101010101


class Near(NamedTuple):
    """A text that is nearly the same as another: positions in the sequence given, and the share of slots that agree."""

    copy: int
    keeper: int
    similarity: float


def digest(sketch: bytes) -> int:
    """Return the hash of the normalised body: its words without case and punctuation, in order (64 bits)."""
    value: int = _HEADER.unpack_from(sketch)[0]
    return value


def of_words(sketch: bytes | None, fewest: int) -> bytes | None:
    """Return *sketch*, if it is that of a body of *fewest* words or more."""
    return sketch if sketch is not None and word_count(sketch) >= fewest else None


def word_count(sketch: bytes) -> int:
    """Return the number of words of the body; pairs of characters where words are not spaced."""
    count: int = _HEADER.unpack_from(sketch)[1]
    return count


def containment(first: bytes, second: bytes) -> float:
    """Return how much of the shorter text stands in the longer, from 0 to 1: a share of its pairs of words.

    It is estimated from the Jaccard similarity and the lengths; the standard error grows with their ratio, from 0.04
    for equal lengths to about 0.1 where one is five times as long.
    """
    slots = slot_table([first, second])
    similarity = float((slots[0] == slots[1]).mean())
    shorter, longer = sorted((word_count(first), word_count(second)))
    return min(1.0, similarity / (1 + similarity) * (shorter + longer) / shorter)


def slot_table(sketches: Sequence[bytes]) -> Slots:
    """Return the slots of *sketches*, one row each."""
    import numpy as np

    table = np.empty((len(sketches), SLOTS), np.uint16)
    for row, one in enumerate(sketches):
        table[row] = np.frombuffer(one, np.uint16, SLOTS, _HEADER.size)
    return table


def slots_in_order(sketches: Iterable[bytes], order: Positions) -> Slots:
    """Return the slots of those *sketches* whose positions *order* has, in that order; none is copied in between."""
    import numpy as np

    table = np.empty((order.size, SLOTS), np.uint16)
    row_of = np.full(order.max(initial=-1) + 1, -1)
    row_of[order] = np.arange(order.size)
    for row, sketch in zip(row_of, sketches, strict=False):
        if row >= 0:
            table[row] = np.frombuffer(sketch, np.uint16, SLOTS, _HEADER.size)
    return table


def near_duplicates(table: Slots, sources: Positions, *, min_similarity: float, max_share: float) -> list[Near]:
    """Return the rows of *table* that are nearly the same as one that comes before them, in that order.

    What recurs in more than *max_share* of the rows of one of *sources*, which are numbers, is set aside first. Every
    pair is compared itself: a text that resembles only another copy, and not the keeper, is not reported.
    """
    own = _without_boilerplate(table, sources, max_share)
    return _without_chains(_compare(table, own, min_similarity, BAND), len(table))


def near_across(
    table: Slots, sources: Positions, groups: Positions, *, min_similarity: float, max_share: float
) -> list[Near]:
    """Return the rows of *table* that are nearly the same as one before them in another group, each with one such row.

    *groups* are numbers, which must not fall from row to row. The row that is named is of the first group that has
    one, the most similar there, and of equally similar ones the first. Chains are no matter: each pair is compared
    itself, and a row that is like another of its own group may be named. What recurs in more than *max_share* of the
    rows of one of *sources* is set aside first, as :func:`near_duplicates` does.
    """
    import numpy as np

    pairs = _compare(table, _without_boilerplate(table, sources, max_share), min_similarity, BAND, groups)
    copies, keepers = np.divmod(pairs["code"], max(len(table), 1))
    best = np.lexsort((keepers, -pairs["similarity"], groups[keepers], copies))
    best = best[np.unique(copies[best], return_index=True)[1]]
    return [Near(int(copies[at]), int(keepers[at]), float(pairs["similarity"][at])) for at in best]


def _without_boilerplate(table: Slots, sources: Positions, max_share: float) -> Mask:
    """Return, as bits, which slots are a row's own, and not its source's."""
    import numpy as np

    # Copies must not vouch for one another: what sixty versions of one report share is no boilerplate.
    copies = _without_chains(_compare(table, _everything(table), COPY, BAND_OF_COPIES), len(table))
    keepers = np.ones(len(table), np.bool_)
    keepers[[pair.copy for pair in copies]] = False
    return _own(table, sources, keepers, max_share)


def _compare(table: Slots, own: Mask, min_similarity: float, band: int, groups: Positions | None = None) -> Pairs:
    """Return the pairs of similar rows of *table*, by those slots that are their *own*, sorted by copy and keeper.

    With *groups*, pairs of rows of one group are passed over.
    """
    import numpy as np

    known = np.empty(0, _PAIR)
    # Where no slot is set aside, a pair may disagree in so few that a quarter of the slots rules nearly all pairs out.
    least = min_similarity * SLOTS - (SLOTS - _HEAD) if own.min(initial=0xFF) == 0xFF else 0
    parts = table.view(np.uint64).reshape(-1, _HEAD // 4)
    for slot in range(0, SLOTS - band + 1, band):
        good = [known]
        for pair in _together(_candidates(table, own, range(slot, slot + band))):
            first, second = pair if groups is None else _apart(pair, groups)
            if least > 0:
                head, other = (parts.take(rows * (SLOTS // _HEAD), 0).view(np.uint16) for rows in (first, second))
                likely = _count(head == other) >= least
                first, second = first[likely], second[likely]
            good.append(_good_pairs(table, own, first, second, min_similarity))
        known = _once(np.concatenate(good), len(table))
    return known


def _apart(pair: tuple[Positions, Positions], groups: Positions) -> tuple[Positions, Positions]:
    """Return those of the pairs of rows that are of two groups."""
    first, second = pair
    apart = groups[first] != groups[second]
    return first[apart], second[apart]


def _good_pairs(table: Slots, own: Mask, first: Positions, second: Positions, min_similarity: float) -> Pairs:
    """Return the pairs of rows *first* and *second* that agree in enough of the slots that both own."""
    import numpy as np

    agree = table.take(first, 0) == table.take(second, 0)
    # No set of slots of their own can make up for too few that agree at all; nearly all pairs end here.
    likely = np.flatnonzero(_count(agree) >= min_similarity * MIN_SLOTS)
    first, second = first[likely], second[likely]
    both = np.unpackbits(own[first] & own[second], axis=1)
    left = _count(both)
    share = _count(agree[likely] & both) / np.maximum(left, 1)
    good = (share >= min_similarity) & (left >= MIN_SLOTS)
    pairs = np.empty(np.count_nonzero(good), _PAIR)
    pairs["code"], pairs["similarity"] = second[good] * len(table) + first[good], share[good]
    return pairs


def _count(flags: NDArray[Any]) -> Counts:
    """Return how many of the flags (bytes, 0 or 1) of each row are set; rows have 8, 16, 32, 64 or 128."""
    import numpy as np

    # Eight sums of bytes in one, added up by a product at the end; summing along short rows takes three times as long.
    eight = flags.view(np.uint64)
    while eight.shape[1] > 1:
        eight = eight[:, ::2] + eight[:, 1::2]
    counts: Counts = (eight[:, 0] * np.uint64(_EACH_BYTE) >> np.uint64(56)).astype(np.intp)
    return counts


def _once(pairs: Pairs, rows: int) -> Pairs:
    """Return *pairs* once each, sorted by copy and keeper; of too many, those with the first keepers of each copy."""
    import numpy as np

    pairs = pairs[np.unique(pairs["code"], return_index=True)[1]]
    if pairs.size > MOST_KEEPERS * rows:
        copies = pairs["code"] // rows
        pairs = pairs[np.arange(pairs.size) - np.searchsorted(copies, copies) < MOST_KEEPERS]
    return pairs


def sketches(words: Words, whole: Hashes) -> list[bytes | None]:
    """Return the sketch of each text from its *words* and their hashes; ``None`` for one of fewer than two words."""
    import numpy as np

    bounds = words.starts.searchsorted(words.texts)
    counts = bounds[1:] - bounds[:-1]
    slots = _slots(whole, np.repeat(np.arange(counts.size), counts), counts.size)
    headers = zip(_digests(words, whole, bounds).tolist(), counts.tolist(), strict=True)
    return [
        _HEADER.pack(name, count) + row.tobytes() if count > 1 else None
        for (name, count), row in zip(headers, slots, strict=True)
    ]


def _slots(whole: Hashes, text: Positions, count: int) -> Slots:
    """Return 16 bits of the least hash of each bin; an empty bin borrows from the next full one."""
    import numpy as np

    pairs = mixed(whole[:-1] * np.uint64(_NEXT) + whole[1:])
    inside = text[1:] == text[:-1]
    pairs, text = pairs[inside], text[:-1][inside]
    least = np.full(count * SLOTS, _EMPTY, np.uint64)
    np.minimum.at(least, text * SLOTS + (pairs >> np.uint64(64 - _BIN_BITS)).astype(np.intp), pairs)
    table = least.reshape(count, SLOTS)
    own = np.arange(SLOTS)
    lender = np.where(table != _EMPTY, own, 2 * SLOTS)
    lender = np.concatenate([lender, lender + SLOTS], 1)
    lender = np.minimum.accumulate(lender[:, ::-1], 1)[:, : SLOTS - 1 : -1]
    # The distance is mixed in, so that two empty bins do not agree because they borrow from different lenders.
    distance = (lender - own).astype(np.uint64)
    return mixed(np.take_along_axis(table, lender % SLOTS, 1) + distance).astype(np.uint16)


def _digests(words: Words, whole: Hashes, bounds: Positions) -> Hashes:
    """Return a hash of the words of each text, in order and with all their letters."""
    import numpy as np

    counts = bounds[1:] - bounds[:-1]
    place = np.arange(whole.size) - np.repeat(bounds[:-1], counts)
    each = mixed(with_inner_letters(words, whole) + place.astype(np.uint64) * np.uint64(_NEXT))
    sums = np.concatenate((np.zeros(1, np.uint64), each.cumsum()))[bounds]
    return mixed(sums[1:] - sums[:-1])


def _own(table: Slots, sources: Positions, keepers: Booleans, max_share: float) -> Mask:
    """Return, as bits, where a slot does not recur in many of the rows of its source that are *keepers*."""
    import numpy as np

    own = _everything(table)
    counts = np.bincount(sources[keepers])
    rare = np.ones(1 << 16, np.bool_)
    for source in np.flatnonzero(counts >= MIN_ARTICLES):
        rows = np.flatnonzero(sources == source)
        counted, most = rows[keepers[rows]], int(max(MIN_RECURRENCES, max_share * counts[source]))
        for byte in range(SLOTS // 8):
            columns = slice(8 * byte, 8 * byte + 8)
            common = _recurring(table[counted, columns].T, most)
            if any(values.size for values in common):
                bits = []
                for slots, values in zip(table[rows, columns].T, common, strict=True):
                    rare[values] = False
                    bits.append(rare[slots])
                    rare[values] = True
                own[rows, byte] = np.packbits(bits, axis=0)[0]
    return own


def _everything(table: Slots) -> Mask:
    """Return, as bits, that every row owns all its slots."""
    import numpy as np

    return np.full((len(table), SLOTS // 8), 0xFF, np.uint8)


def _recurring(columns: Slots, most: int) -> list[Slots]:
    """Return the values that occur more than *most* times in each of *columns* (rows here), some of them repeatedly."""
    import numpy as np

    ordered = np.sort(columns, axis=1)
    again = ordered[:, most:] == ordered[:, : max(0, ordered.shape[1] - most)]
    return [values[most:][same] for values, same in zip(ordered, again, strict=True)]


def _candidates(table: Slots, own: Mask, band: range) -> Iterator[tuple[Positions, Positions]]:
    """Yield pairs of rows that agree in all slots of *band*, the earlier row first."""
    import numpy as np

    rows = np.flatnonzero(_owned(own, band))
    keys = np.zeros(rows.size, np.uint64)
    for slot in band:
        keys = keys * np.uint64(_NEXT) + table[rows, slot]
    order = np.argsort(keys, kind="stable")
    rows, keys = rows[order], keys[order]
    heads = np.searchsorted(keys, keys)
    tail = heads != np.arange(keys.size)
    yield rows[heads[tail]], rows[tail]
    for distance in range(1, REACH):
        same = np.flatnonzero(keys[distance:] == keys[:-distance]) if distance < keys.size else heads[:0]
        if not same.size:
            break
        yield rows[same], rows[same + distance]


def _together(pairs: Iterable[tuple[Positions, Positions]]) -> Iterator[tuple[Positions, Positions]]:
    """Yield *pairs* some thousands at a time: they fit into the processor's cache, and fewer are not worth a start."""
    import numpy as np

    held: list[tuple[Positions, Positions]] = []
    size = 0
    for first, second in pairs:
        for start in range(0, first.size, _CHUNK):
            held.append((first[start : start + _CHUNK], second[start : start + _CHUNK]))
            size += held[-1][0].size
            if size >= _CHUNK:
                yield np.concatenate([one for one, _ in held]), np.concatenate([other for _, other in held])
                held, size = [], 0
    if held:
        yield np.concatenate([one for one, _ in held]), np.concatenate([other for _, other in held])


def _owned(own: Mask, slots: range) -> Booleans:
    """Return which rows own all *slots*."""
    import numpy as np

    owned = np.ones(len(own), np.bool_)
    for slot in slots:
        owned &= (own[:, slot // 8] & (0x80 >> slot % 8)) != 0
    return owned


def _without_chains(pairs: Pairs, rows: int) -> list[Near]:
    """Return one keeper for each copy; a text that is itself a copy keeps none. *pairs* are sorted by copy."""
    keepers: dict[int, Near] = {}
    for code, similarity in zip(pairs["code"], pairs["similarity"], strict=True):
        copy, keeper = divmod(int(code), rows)
        if copy not in keepers and keeper not in keepers:
            keepers[copy] = Near(copy, keeper, float(similarity))
    return list(keepers.values())
