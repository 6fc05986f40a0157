"""Which paragraphs of a body may retell one another: a look at the words that any two of them share.

Measuring two paragraphs takes them apart letter by letter, and a body of twenty has 190 pairs. What they share of their
telling words, and how rare those words are in the body, rules out nearly all pairs, for all bodies of a batch at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from newslint.facts.arrays import begins, distinct, new_ones, ranges
from newslint.facts.paragraph_rows import ParagraphRows, end_sentences
from newslint.facts.word_hashes import Words, in_unspaced_script, stems

if TYPE_CHECKING:
    from newslint.facts.arrays import Booleans, Positions, Reals


class Pair(NamedTuple):
    """Two paragraphs of a body by their indexes, the earlier one first.

    ``promise`` is a rough estimate of the log-odds that the scorer of retellings would give, ``cosine`` (0 to 1) how
    far the telling words agree, weighted by how rare they are in the body.
    """

    first: int
    second: int
    promise: float
    cosine: float


MIN_LETTERS = 60
"""Shorter paragraphs are not compared for retelling (characters): captions, sub-headings and scores repeat their words
by nature. One sentence of news has 107 characters in the median (386 English sentences of 60 and more)."""

MIN_LETTERS_UNSPACED = 30
"""The same for Chinese, Japanese, Thai and their like, where a character says about twice as much."""

MIN_LENGTH_RATIO = 0.65
"""Shorter over longer, in characters, below which one paragraph is a summary of the other at most. At 0.5 a third more
real articles were flagged, nearly all for excerpts and summaries."""

MAX_PARAGRAPHS = 400
"""Bodies with more long paragraphs are not compared, since the cost grows with the square: laws, whole forums."""

MIN_PROSE = 0.4
"""A body with a smaller share of its paragraphs in sentences is a whole web page, whose teasers repeat one another."""

MIN_SHARED = 0.16
"""Pairs that share fewer of their telling words are not measured (share of the distinct stems of both): the least of
1,319 retellings found in English, German, Russian and Czech has 0.178."""

MIN_PROMISE = -1.8
"""Least ``promise`` of a pair that is measured: the least of those retellings has -1.40, and of 92 pairs found in
2,107 real articles none is lost. Of the other pairs there that are of about one length, one in six is left."""

MORE_FOR_NEIGHBOURS = 1.0
"""By how much more neighbours must promise, of which a higher score is asked (see ``similarity.CLOSE``)."""

MIN_COSINE_UNSPACED = 0.14
MIN_SHARED_UNSPACED = 0.12
"""Where pairs of characters stand for words: the least of 64 Chinese retellings have 0.146 and 0.123."""

MANY_SHORT = 4
"""Where fewer than one word in so many has more than three letters (Korean, Vietnamese), short words count too."""

_PLACES = 9
"""Bits that number the paragraphs of a text; ``MAX_PARAGRAPHS`` fit."""
_HASH_BITS = 39
"""Bits that tell a word from the others of its text; the 16 that are left number the texts."""
_CELLS = 1 << 18
"""Cells of the tables of paragraph by paragraph that are held at a time, of at most 65,536 texts: 2 MB each."""
_SHARINGS = 1 << 20
"""Words shared by two paragraphs that are held at a time."""


class _Texts(NamedTuple):
    """The bodies that have paragraphs to compare, and those: rows of paragraphs, with their place among the body's."""

    rows: Positions
    text: Positions
    place: Positions
    counts: Positions
    """How many long paragraphs the body of each row has."""


def alike_pairs(words: Words, paragraphs: ParagraphRows) -> Mapping[int, list[Pair]]:
    """Return the pairs of *paragraphs* worth measuring, by the position of their text; texts without any are left out.

    They are long enough, about as long, and share enough of their telling words (see ``MIN_PROMISE``).
    """
    unspaced = _in_unspaced_script(words)
    sentences = end_sentences(words, paragraphs)
    found: dict[int, list[Pair]] = {}
    for part in _parts(_long_paragraphs(paragraphs, unspaced, sentences)):
        for first, second, promise, cosine in _pairs(words, paragraphs, part, unspaced):
            if sentences[first] != sentences[second]:
                continue  # a heading, and what stands below it
            text = int(paragraphs.article[first])
            start = int(paragraphs.first[text])
            found.setdefault(text, []).append(Pair(first - start, second - start, promise, cosine))
    return found


def _in_unspaced_script(words: Words) -> Booleans:
    """Return whether most of the words of each text are pairs of characters."""
    import numpy as np

    bounds = words.starts.searchsorted(words.texts)
    pairs = np.concatenate(([0], in_unspaced_script(words.letters[words.starts]).cumsum()))[bounds]
    unspaced: Booleans = 2 * (pairs[1:] - pairs[:-1]) > bounds[1:] - bounds[:-1]
    return unspaced


def _long_paragraphs(paragraphs: ParagraphRows, unspaced: Booleans, sentences: Booleans) -> _Texts:
    """Return the paragraphs to compare: the long ones, of texts that have several and are mostly sentences."""
    import numpy as np

    shortest = np.where(unspaced, MIN_LETTERS_UNSPACED, MIN_LETTERS)[paragraphs.article]
    rows = (paragraphs.ends - paragraphs.starts >= shortest).nonzero()[0]
    counts = np.bincount(paragraphs.article[rows], minlength=unspaced.size)
    told = np.bincount(paragraphs.article[rows], sentences[rows], minlength=unspaced.size)
    prose = told >= MIN_PROSE * (paragraphs.first[1:] - paragraphs.first[:-1])
    rows = rows[((counts > 1) & (counts <= MAX_PARAGRAPHS) & prose)[paragraphs.article[rows]]]
    text = paragraphs.article[rows]
    return _Texts(rows, text, np.arange(rows.size) - begins(new_ones(text)), counts[text])


def _parts(texts: _Texts) -> Iterator[_Texts]:
    """Cut *texts* so that the tables of paragraph by paragraph fit into the space for them."""
    cells = texts.counts.cumsum()
    start = 0
    while start < texts.rows.size:
        stop = int(cells.searchsorted((cells[start - 1] if start else 0) + _CELLS, side="right"))
        while start < stop < texts.rows.size and texts.place[stop]:
            stop -= 1
        stop = stop if stop > start else start + int(texts.counts[start])
        yield _Texts(*(column[start:stop] for column in texts))
        start = stop


def _pairs(words: Words, paragraphs: ParagraphRows, texts: _Texts, unspaced: Booleans) -> list[Pair]:
    """Return the pairs of rows worth measuring."""
    import numpy as np

    rows, groups, ranks = _telling_words(words, paragraphs, texts)
    weight = np.log1p(texts.counts[rows] / np.bincount(groups)[groups]) ** 2
    size = np.bincount(rows, minlength=texts.rows.size)
    norm = np.sqrt(np.bincount(rows, weight, minlength=texts.rows.size))
    # A table of paragraph by paragraph for each text, one after the other.
    tables = np.concatenate(([0], texts.counts.cumsum()))[:-1]
    table = np.zeros(int(texts.counts.sum()))
    common = np.zeros(table.size)
    for earlier, later in _sharings(ranks):
        cells = tables[rows[later]] + texts.place[rows[earlier]]
        common += np.bincount(cells, minlength=table.size)
        table += np.bincount(cells, weight[later], minlength=table.size)
    cells = common.nonzero()[0]
    later = tables.searchsorted(cells, side="right") - 1
    earlier = later - texts.place[later] + (cells - tables[later])
    cosine = table[cells] / (norm[earlier] * norm[later])
    shared = common[cells] / (size[earlier] + size[later] - common[cells])
    lengths = (paragraphs.ends - paragraphs.starts)[texts.rows]
    ratio = np.minimum(lengths[earlier], lengths[later]) / np.maximum(lengths[earlier], lengths[later])
    promise = _promise(cosine, shared, ratio, texts.counts[later])
    asked = MIN_PROMISE + MORE_FOR_NEIGHBOURS * (texts.rows[later] - texts.rows[earlier] == 1)
    promising = (promise >= asked) & (shared >= MIN_SHARED)
    enough = (cosine >= MIN_COSINE_UNSPACED) & (shared >= MIN_SHARED_UNSPACED)
    kept = np.where(unspaced[texts.text[later]], enough, promising) & (ratio >= MIN_LENGTH_RATIO)
    columns = (column[kept].tolist() for column in (texts.rows[earlier], texts.rows[later], promise, cosine))
    return list(map(Pair, *columns))


def _promise(cosine: Reals, shared: Reals, ratio: Reals, count: Positions) -> Reals:
    """Return roughly the log-odds that the scorer of retellings would give.

    Fitted by least squares to its answers, kept between -3 and 6, on 6,734 pairs of 2,107 real articles and of
    articles with one retold sentence each; the standard error is 1.0.
    """
    import numpy as np

    estimate: Reals = 12.3 * cosine + 3.1 * shared + 5.1 * ratio - 1.48 * np.log(count) - 5.06
    return estimate


def _telling_words(words: Words, paragraphs: ParagraphRows, texts: _Texts) -> tuple[Positions, Positions, Positions]:
    """Return the distinct telling words of the paragraphs: rows of *texts*, with words of one text side by side.

    Beside the row of each, they are the number of the word and which of its appearances this is. Words of more than
    three letters tell; where most words are shorter, all do.
    """
    import numpy as np

    row_of = np.full(paragraphs.starts.size, -1)
    row_of[texts.rows] = np.arange(texts.rows.size)
    row = row_of[paragraphs.of_word]
    bounds = paragraphs.words[paragraphs.first]
    long = words.ends - words.starts > 3
    count = np.concatenate(([0], long.cumsum()))[bounds]
    short_texts = (count[1:] - count[:-1]) * MANY_SHORT < bounds[1:] - bounds[:-1]
    chosen = ((row >= 0) & (long | short_texts[paragraphs.article][paragraphs.of_word])).nonzero()[0]
    row = row[chosen]
    heads = (texts.place == 0).nonzero()[0]
    text = ((texts.place == 0).cumsum() - 1)[row]
    hashes = stems(words, chosen) >> np.uint64(64 - _HASH_BITS)
    keys = (text.astype(np.uint64) << np.uint64(_HASH_BITS) | hashes) << np.uint64(_PLACES)
    keys = distinct(keys | texts.place[row].astype(np.uint64))
    place = (keys & np.uint64((1 << _PLACES) - 1)).astype(np.intp)
    row = heads[(keys >> np.uint64(_PLACES + _HASH_BITS)).astype(np.intp)] + place
    word = keys >> np.uint64(_PLACES)
    new = new_ones(word)
    return row, new.cumsum() - 1, np.arange(word.size) - begins(new)


def _sharings(ranks: Positions) -> Iterator[tuple[Positions, Positions]]:
    """Yield, as positions, every two appearances of a word, the earlier one first; *ranks* count the appearances."""
    import numpy as np

    shared = ranks.nonzero()[0]
    totals = ranks[shared].cumsum()
    start = 0
    while start < shared.size:
        stop = int(totals.searchsorted((totals[start - 1] if start else 0) + _SHARINGS, side="right"))
        stop = max(stop, start + 1)
        part = shared[start:stop]
        counts = ranks[part]
        yield ranges(part - counts, part), np.repeat(part, counts)
        start = stop
