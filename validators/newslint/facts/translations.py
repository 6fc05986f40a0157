"""Which articles of a corpus are translations of each other, told by their anchors alone.

Two articles with the same rare names and figures tell of the same events; a translation also tells of them in the same
order, and gives the same figures and no others. So what speaks for a pair is how rare the anchors are that both have,
and how near the place of either is to that of the other; figures that only one has, and lengths that no translation
would have, speak against it. A logistic regression on translated news says how much each counts.

No pair is looked at that shares no rare anchor, and no article is compared with more than a few, so that the cost grows
with the articles and not with their pairs. Everything is done on arrays, some articles or pairs at a time.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from newslint.facts.arrays import begins, new_ones, ranges
from newslint.facts.story_anchors import PLACES, Story, sound, unpacked
from newslint.facts.twin_scorer import expected_length

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from newslint.facts.arrays import Booleans, Integers, Reals


NEARNESS = 20
"""Places of 256 that the first mentions of an anchor may lie apart to agree, 8 % of the text. Of the anchors that a
text and its translation share, 93 to 96 % do, and 77 to 89 % where a script has no capitals; in unrelated texts 18 %.
"""

SAME_PLACE = 3.0
A_PLACE = 0.1875
FAR = -2.5
"""How much likelier (nats) an anchor is to stand as it does in a translation than in another text: so much at the very
same place, so much less with each place, and no less than that. A rough fit to translated news: first mentions lie
fewer than 3 places apart in 28 to 41 cases of a hundred, in unrelated texts in 2 to 4, and more than 50 in 2 to 16, in
unrelated texts in 64."""

SAME_MENTION = 16
"""Characters from one anchor to the next within which they are one mention: a first name and a surname say no more
than the surname, and a date is one thing."""

SAME_MENTION_WEIGHT = 0.5
"""What every further anchor of a mention counts; with 1, the fit is 8 % worse (log-loss)."""

NEARLY = 0.7
"""Part of the score of the best pair of either article, in the language of the other, from which a pair is taken: a
changed copy of a translation is a translation, a report of the same event is none. At 0.4, more pairs are wrong; at 1,
no changed copy is found."""

PARTS = 8
"""Parts of a text, as many as a short article has paragraphs."""

MOST_OF_A_PART = 2.0
"""Times the evidence of all other parts that one part may bring: texts put together from several reports can share a
whole paragraph. Without, the fit is 11 % worse."""

MIN_FIGURES = 0.3
"""Least part of the figures of both texts that agrees (by weight) in a translation ..."""

FEW_FIGURES = 20.0
"""... where there are figures of more nats than this in the two, five or six: last week's weather has the names of this
week's in the same places. On the documents that were fitted on, seven translations in 1,000 are lost by it."""

MAX_LENGTH_RATIO = 2.0
"""How many times as long as the languages make one expect either text may be."""

MAX_HOLDERS = 100
"""Articles of the days in question with one anchor, beyond which it leads to no pair (it still counts)."""

MAX_CANDIDATES = 64
"""Articles that one is compared with: those it shares most with at first sight. A choice: enough for one story in all
languages of a corpus."""

FIRST_SIGHT = 5.0
"""Evidence (nats) of rare anchors from which a pair is looked at; at 3, one translation in 200 more is found."""

PRIOR_ARTICLES = 200
"""Articles for which the chances below stand, so that rarity means something in a corpus of ten."""

NAME_CHANCE = 0.02
"""Chance that an article has the name of another one, by its sound, or a concept; measured on 123 news articles in 34
languages."""

FIGURE_CHANCES = {2: 0.05, 3: 0.02, 4: 0.005}
"""The same of a figure, by its digits; years count as two, and more than four, or decimals, as four. Rounded from the
same articles, of which two share 4 % of their figures."""

_KIND = 1 << 20
_CONCEPT = 1
_KEY = (1 << 32) - 1
_EXACT = 1024
"""Weights are multiples of one in so many: they add up to the same in whichever order the articles are."""

_ARTICLES_AT_ONCE = 128
_PAIRS_AT_ONCE = 4_096


class Pair(NamedTuple):
    """Two articles that tell the same, by their positions: the one to name, and the one to flag.

    ``score`` is the evidence (nats) beyond what the likeliest of all pairs has by chance, ``share`` the part of the
    anchors of both that agrees (0 to 1), ``anchors`` how many agree, and ``mentions`` in how many places.
    """

    first: int
    second: int
    score: float
    share: float
    anchors: int
    mentions: int


class Demands(NamedTuple):
    """What is asked of a pair: at most so many ``days`` between the two, and at least ``mentions`` and ``score``."""

    days: int
    mentions: int
    score: float


class Coefficients(NamedTuple):
    """What each measure of a pair counts, in nats; see :class:`Evidence`."""

    constant: float
    order: float
    figures: float
    other_figures: float
    length: float
    share: float


COEFFICIENTS = Coefficients(constant=5.2, order=0.1, figures=0.85, other_figures=-0.14, length=-6.6, share=9.3)
"""Fitted by ``scripts/train_translation_scorer.py``."""


class Evidence(NamedTuple):
    """What speaks for and against each of some pairs, as arrays.

    ``order`` is the weight of the anchors that both have, times what their places say; ``figures`` the weight of the
    figures that agree, ``other_figures`` that of all others; ``length`` how far the ratio of the lengths is from the
    usual one (log); ``share`` the part of the anchors of both that agrees, ``anchors`` how many do, and ``mentions`` in
    how many places.
    """

    order: Reals
    figures: Reals
    other_figures: Reals
    length: Reals
    share: Reals
    anchors: Integers
    mentions: Integers

    def measures(self) -> Reals:
        """Return a row for each pair: what the coefficients are multiplied with."""
        import numpy as np

        constant = np.ones(len(self.order))
        root = np.sqrt(self.share)
        return np.column_stack((constant, self.order, self.figures, self.other_figures, self.length, root))

    def figures_suffice(self) -> Booleans:
        """Return where enough figures agree, or there are few."""
        both = 2 * self.figures + self.other_figures
        enough: Booleans = (both <= FEW_FIGURES) | (2 * self.figures >= MIN_FIGURES * both)
        return enough

    def score(self) -> Reals:
        """Return how much likelier a translation is than another story, in nats."""
        import numpy as np

        # Summed column by column: a product of matrices may add up in another order elsewhere.
        summed: Reals = np.sum(
            [count * column for count, column in zip(COEFFICIENTS, self.measures().T, strict=True)], axis=0
        )
        return summed


class Agreement(NamedTuple):
    """What two articles have in common: figures, and names as either writes them."""

    figures: list[str]
    names: list[str]


def translations(
    stories: Iterable[bytes], languages: Sequence[str], days: Sequence[int | None], demands: Demands
) -> list[Pair]:
    """Return the pairs of articles that are translations, in the order of the second.

    *stories* are packed anchors, *languages* the groups of languages, *days* the days of publication as ordinals. Of
    two articles the one published first is the one to name, then the one that comes first. An article is flagged once,
    and one that is flagged is never named.
    """
    if len(set(languages)) < 2:
        return []
    found = Search(stories, languages, days, demands).pairs()
    return _without_chains(_best_of_either(found, languages), days)


def agreement(first: bytes, second: bytes) -> Agreement:
    """Return what two articles have in common at the same places, as far as it was kept in letters."""
    one, other = unpacked(first), unpacked(second)
    figures = [figure for figure, place in one.figures.items() if _near(place, other.figures.get(figure))]
    known = {sound(name): name for name in other.spelled}
    names = []
    for name in one.spelled:
        key = sound(name)
        if key is not None and _near(one.names[key], other.names.get(key)):
            there = known.get(key, name)
            names.append(name if there == name else f"{name} = {there}")
    return Agreement(figures, names)


def _near(place: int, other: int | None) -> bool:
    return other is not None and abs(place - other) <= NEARNESS


def _keys(story: Story) -> Iterator[tuple[int, int]]:
    """Yield the keys of the anchors of *story*, which hold their kinds, and their places."""
    yield from story.names.items()
    for concept, place in story.concepts.items():
        yield _KIND * _CONCEPT + concept, place
    for figure, place in story.figures.items():
        yield _figure_key(figure), place


def _figure_key(figure: str) -> int:
    """Return the key of *figure*: its hash, and the class of figures by whose chance it is weighed."""
    is_year = len(figure) == 4 and figure[:2] in ("19", "20")
    kind = 2 if is_year else min(len(figure), max(FIGURE_CHANCES))
    return _KIND * kind + (crc32(figure.encode()) & (_KIND - 1))


class _Table:
    """All anchors of all articles, article by article and in the order of their keys.

    ``where`` has article and key of each in one number, in rising order, ``places`` their places; the anchors of an
    article begin at its ``starts``. ``marks`` tell articles apart wherever they stand in the corpus.
    """

    def __init__(
        self, stories: Iterable[bytes], languages: Sequence[str], days: Sequence[int | None], reach: int
    ) -> None:
        import numpy as np

        keys, places, starts = array("I"), bytearray(), array("q", [0])
        characters, marks = array("q"), array("I")
        for packed in stories:
            story = unpacked(packed)
            anchors = sorted(_keys(story))
            keys.extend(key for key, _ in anchors)
            places += bytes(place for _, place in anchors)
            starts.append(len(keys))
            characters.append(story.characters)
            marks.append(crc32(packed))
        self.size = len(languages)
        self.starts = np.frombuffer(starts, np.int64)
        self.places = np.frombuffer(bytes(places), np.uint8)
        self.characters = np.frombuffer(characters, np.int64)
        self.marks = np.frombuffer(marks, np.uint32)
        self.owners = np.repeat(np.arange(self.size, dtype=np.int32), np.diff(self.starts))
        plain = np.frombuffer(keys, np.uint32)
        self.where = self.owners.astype(np.int64) << 32 | plain
        self.weights = _weights(plain, self.size)
        self.sums = _summed(self.owners, self.weights, self.size)
        self.are_figures = plain // _KIND > _CONCEPT
        self.figures = _summed(self.owners, self.weights * self.are_figures, self.size)
        numbers: dict[str, int] = {}
        self.tongues = np.array([numbers.setdefault(code, len(numbers)) for code in languages], np.int32)
        usual = {code: expected_length([code], None)[0] for code in numbers}
        self.lengths = np.log(np.maximum(1, self.characters)) - np.array([usual[code] for code in languages])
        self.days, self.last_day = _numbered_days(days, reach)


def _weights(keys: NDArray[np.uint32], articles: int) -> Reals:
    """Return the evidence in each anchor that two articles have it: how unlikely that is by chance, in nats."""
    import numpy as np

    _, which, holders = np.unique(keys, return_inverse=True, return_counts=True)
    chances = np.array([FIGURE_CHANCES.get(kind, NAME_CHANCE) for kind in range(max(FIGURE_CHANCES) + 1)])
    prior = chances[keys // _KIND] * PRIOR_ARTICLES
    weights = -np.log((holders[which] + prior) / (articles + PRIOR_ARTICLES))
    exact: Reals = np.rint(weights * _EXACT) / _EXACT
    return exact


def _numbered_days(days: Sequence[int | None], reach: int) -> tuple[Integers, int]:
    """Return *days* as numbers above *reach*, 0 for unknown ones, and a number beyond all that are asked for."""
    import numpy as np

    origin = min((day for day in days if day is not None), default=0) - reach - 1
    numbers = np.array([0 if day is None else day - origin for day in days], np.int64)
    return numbers, int(numbers.max(initial=0)) + reach + 1


class Search:
    """Finds the pairs of one corpus; ``chance`` is what the likeliest of all pairs has by chance, in nats."""

    def __init__(
        self, stories: Iterable[bytes], languages: Sequence[str], days: Sequence[int | None], demands: Demands
    ) -> None:
        import numpy as np

        self._demands = demands
        self._table = table = _Table(stories, languages, days, demands.days)
        self.chance = math.log(max(1, table.size * (table.size - 1) // 2))
        # Postings: by key, then by day, so that those of the days around are a run of them.
        keys = (table.where & _KEY) * table.last_day + table.days[table.owners]
        self._order = np.argsort(keys, kind="stable").astype(np.int32)
        self._postings = keys[self._order]

    def pairs(self) -> list[Pair]:
        """Return the pairs with all that is asked for."""
        first, second = self.candidates()
        found: list[Pair] = []
        for start in range(0, len(first), _PAIRS_AT_ONCE):
            some = slice(start, start + _PAIRS_AT_ONCE)
            found += self._judged(first[some], second[some])
        return found

    def candidates(self) -> tuple[Integers, Integers]:
        """Return the two articles of each pair that is worth a look."""
        import numpy as np

        size = self._table.size
        chunks = [self._sighted(start) for start in range(0, size, _ARTICLES_AT_ONCE)]
        return np.divmod(np.unique(np.concatenate(chunks)), size)

    def _sighted(self, start: int) -> Integers:
        """Return pairs with rare anchors at about the same places, of some articles and what each agrees best with."""
        import numpy as np

        table = self._table
        here, there = self._meetings(start)
        one, other = table.owners[here].astype(np.int64), table.owners[there].astype(np.int64)
        apart = np.abs(table.places[here].astype(np.int16) - table.places[there])
        fits = (apart <= NEARNESS) & (table.tongues[one] != table.tongues[other])
        fits &= np.abs(table.lengths[one] - table.lengths[other]) <= math.log(MAX_LENGTH_RATIO)
        codes, which = np.unique(one[fits] * table.size + other[fits], return_inverse=True)
        evidence = np.bincount(which, table.weights[here[fits]], len(codes))
        enough = evidence >= FIRST_SIGHT
        one, other = np.divmod(codes[enough], table.size)
        best = np.lexsort((other, table.marks[other], -evidence[enough], one))
        one, other = one[best], other[best]
        kept = np.arange(one.size) - begins(new_ones(one)) < MAX_CANDIDATES
        one, other = one[kept], other[kept]
        pairs: Integers = np.minimum(one, other) * table.size + np.maximum(one, other)
        return pairs

    def _meetings(self, start: int) -> tuple[Integers, Integers]:
        """Return the anchors of some articles, and for each those of others in due time with the same key."""
        import numpy as np

        table = self._table
        end = min(start + _ARTICLES_AT_ONCE, table.size)
        rows = np.arange(table.starts[start], table.starts[end])
        days = table.days[table.owners[rows]]
        base = (table.where[rows] & _KEY) * table.last_day
        reach = self._demands.days
        # An unknown day is no day too far away: such articles meet all others, and all others meet them.
        low, high = np.maximum(1, days - reach), np.where(days, days + reach + 1, table.last_day)
        starts = self._postings.searchsorted(np.concatenate((base, base + low)))
        counts = self._postings.searchsorted(np.concatenate((base + 1, base + high))) - starts
        held = counts[: len(rows)] + counts[len(rows) :]
        counts[np.tile((held < 2) | (held > MAX_HOLDERS), 2)] = 0
        at = ranges(starts, starts + counts)
        return np.repeat(np.tile(rows, 2), counts), self._order[at].astype(np.int64)

    def _judged(self, one: Integers, other: Integers) -> Iterator[Pair]:
        """Yield those of some pairs that have all that is asked for, by all their anchors."""
        import numpy as np

        seen = self.compared(one, other)
        score = np.round(seen.score() - self.chance, 6)
        good = (score >= self._demands.score) & (seen.mentions >= self._demands.mentions) & seen.figures_suffice()
        columns = (one, other, score, seen.share, seen.anchors, seen.mentions)
        return map(Pair, *(column[good].tolist() for column in columns))

    def compared(self, one: Integers, other: Integers) -> Evidence:
        """Return what speaks for and against each of some pairs."""
        import numpy as np

        table, count = self._table, len(one)
        pair, rows, middle, apart = self._shared(one, other)
        near, weights = apart <= NEARNESS, table.weights[rows]
        agreeing = pair[near]
        mean = (table.characters[one] + table.characters[other])[agreeing] / 2
        opens = new_ones(agreeing) | (np.diff(middle[near], prepend=0) * mean / PLACES > SAME_MENTION)
        order = np.maximum(FAR, SAME_PLACE - apart * A_PLACE) * weights
        order[near] *= np.where(opens, 1.0, SAME_MENTION_WEIGHT)
        figures = near & table.are_figures[rows]
        agreeing_figures = _summed(pair[figures], weights[figures], count)
        return Evidence(
            order=_well_spread(pair, middle, order, count),
            figures=agreeing_figures,
            other_figures=table.figures[one] + table.figures[other] - 2 * agreeing_figures,
            length=np.abs(table.lengths[one] - table.lengths[other]),
            share=_summed(agreeing, weights[near], count) / np.sqrt(table.sums[one] * table.sums[other]),
            anchors=np.bincount(agreeing, minlength=count),
            mentions=np.bincount(agreeing[opens], minlength=count),
        )

    def _shared(self, one: Integers, other: Integers) -> tuple[Integers, Integers, Reals, Integers]:
        """Return the anchors that some pairs share, pair by pair in text order.

        That is the pair of each, where it is in the table, the middle of its places in either text, and how many places
        these lie apart.
        """
        import numpy as np

        table = self._table
        sizes = np.diff(table.starts)[one]
        rows, pair = ranges(table.starts[one], table.starts[one + 1]), np.repeat(np.arange(len(one)), sizes)
        wanted = other[pair] << 32 | table.where[rows] & _KEY
        at = np.minimum(table.where.searchsorted(wanted), len(table.where) - 1)
        common = table.where[at] == wanted
        rows, at, pair = rows[common], at[common], pair[common]
        places, others = table.places[rows].astype(np.int64), table.places[at].astype(np.int64)
        in_order = np.lexsort((places + others, pair))
        return pair[in_order], rows[in_order], (places + others)[in_order] / 2, np.abs(places - others)[in_order]


def _summed(groups: NDArray[np.integer[Any]], weights: Reals, count: int) -> Reals:
    """Return the sum of *weights* in each of *count* groups."""
    import numpy as np

    return np.bincount(groups, weights, count).astype(np.float64)


def _well_spread(pair: Integers, middle: Reals, evidence: Reals, count: int) -> Reals:
    """Return the evidence for each pair, of which no part of the text may bring too much."""
    import numpy as np

    part = (middle // (PLACES // PARTS)).astype(np.int64)
    by_part = _summed(pair * PARTS + part, np.maximum(evidence, 0.0), count * PARTS).reshape(count, PARTS)
    total = by_part.sum(axis=1)
    spread = np.minimum(total, (1 + MOST_OF_A_PART) * (total - by_part.max(axis=1)))
    against = _summed(pair, np.minimum(evidence, 0.0), count)
    together: Reals = spread + against
    return together


def _best_of_either(pairs: Sequence[Pair], languages: Sequence[str]) -> list[Pair]:
    """Return the pairs in which neither article agrees much better with another one in the same language."""
    best: dict[tuple[int, str], float] = {}
    for pair in pairs:
        for article, other in ((pair.first, pair.second), (pair.second, pair.first)):
            key = article, languages[other]
            best[key] = max(pair.score, best.get(key, 0.0))
    return [
        pair
        for pair in pairs
        if pair.score >= NEARLY * best[pair.first, languages[pair.second]]
        and pair.score >= NEARLY * best[pair.second, languages[pair.first]]
    ]


def _without_chains(pairs: Sequence[Pair], days: Sequence[int | None]) -> list[Pair]:
    """Return one pair for each article that is a translation of one that is none."""

    def rank(article: int) -> tuple[float, int]:
        day = days[article]
        return (math.inf if day is None else day), article

    turned = [
        pair if rank(pair.first) < rank(pair.second) else pair._replace(first=pair.second, second=pair.first)
        for pair in pairs
    ]
    named: dict[int, Pair] = {}
    for pair in sorted(turned, key=lambda pair: (rank(pair.first), rank(pair.second))):
        if pair.first not in named and pair.second not in named:
            named[pair.second] = pair
    return [named[second] for second in sorted(named)]
