"""Articles with the same body, and which of them is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from newslint.facts.minhash import digest, word_count
from newslint.model import ArticleRef

if TYPE_CHECKING:
    from newslint.facts.arrays import Positions

Observed = tuple[ArticleRef, bytes]
"""An article and the sketch of its body."""

T = TypeVar("T")
_NO_DAY = "9999-99-99"


class Copies(NamedTuple):
    """Articles with one body, the one to keep first; ``words`` is the length of that body."""

    keeper: ArticleRef
    others: tuple[ArticleRef, ...]
    words: int


def indexed(observations: Iterable[T]) -> Sequence[T]:
    """Return *observations* as what can be gone through twice; a sequence stays as it is, since a list takes memory."""
    return observations if isinstance(observations, Sequence) else list(observations)


def fetched(observations: Sequence[T], positions: Iterable[int]) -> dict[int, T]:
    """Return those of *observations* at *positions*, got in order: a run opens what it has packed batch by batch."""
    return {position: observations[position] for position in sorted(set(positions))}


def groups_at(observations: Sequence[T], groups: Sequence[Sequence[int]]) -> Iterator[list[T]]:
    """Yield those of *observations* at the positions of each group."""
    wanted = fetched(observations, chain.from_iterable(groups))
    return ([wanted[position] for position in positions] for positions in groups)


def keeping_order(articles: Iterable[Observed], *, longest_first: bool) -> Positions:
    """Return the positions of *articles*, the one to keep first.

    The longest text is kept, if *longest_first*; then the one published first, since copies are made later; then, as
    nothing else tells them apart, the one that comes first in the corpus. Undated articles come after dated ones.
    """
    import numpy as np

    # Arrays instead of a tuple for each article: a corpus has millions.
    keys = ((_day(article), word_count(sketch)) for article, sketch in articles)
    table = np.fromiter(keys, np.dtype([("day", "S10"), ("words", np.int64)]))
    return np.lexsort((table["day"], -table["words"] * longest_first))


def first_of_each_body(articles: Iterable[Observed], order: Positions) -> Positions:
    """Return the positions in *order* without those whose body came before."""
    kept: Positions = order[first_of_body(articles, order)[order] == order]
    return kept


def first_of_body(articles: Iterable[Observed], order: Positions) -> Positions:
    """Return, for each of *articles*, the position of the first one in *order*, of them all, that has its body."""
    import numpy as np

    digests = np.fromiter((digest(sketch) for _, sketch in articles), np.uint64)[order]
    _, firsts, which = np.unique(digests, return_index=True, return_inverse=True)
    found = np.empty(order.size, np.intp)
    found[order] = order[firsts[which.reshape(-1)]]
    return found


def numbered(sources: Iterable[str | None], order: Positions) -> Positions:
    """Return a number for each of *sources*, the same for equal ones, in *order*; articles without one count as one."""
    import numpy as np

    numbers: dict[str, int] = {}
    return np.fromiter((numbers.setdefault(source or "", len(numbers)) for source in sources), np.intp)[order]


def same_bodies(observations: Iterable[Observed]) -> Iterator[Copies]:
    """Return the groups of articles whose normalised bodies are the same, in corpus order of their first article."""
    observed = indexed(observations)
    return map(_ranked, groups_at(observed, groups_of_equal(digest(sketch) for _, sketch in observed)))


def groups_of_equal(hashes: Iterable[int]) -> list[list[int]]:
    """Return the positions of equal *hashes* (64 bits) where there are several, in order of the first of each group."""
    import numpy as np

    known = np.fromiter(hashes, np.uint64)
    order = np.argsort(known, kind="stable")
    known = known[order]
    same = known[1:] == known[:-1]
    starts = np.flatnonzero(same & np.concatenate(([True], ~same[:-1])) if same.size else same)
    ends = np.flatnonzero(same & np.concatenate((~same[1:], [True])) if same.size else same)
    return sorted(order[start : end + 2].tolist() for start, end in zip(starts, ends, strict=True))


def _day(article: ArticleRef) -> bytes:
    return (article.day or _NO_DAY).encode()


def _ranked(group: Sequence[Observed]) -> Copies:
    keeper, *others = (group[at][0] for at in keeping_order(group, longest_first=False).tolist())
    return Copies(keeper, tuple(others), word_count(group[0][1]))


def named(article: ArticleRef) -> str:
    """Return how messages name another article: its id, and the line or row where it stands."""
    place = article.origin.line or article.origin.row
    where = f" (line {place})" if place else ""
    return f"“{article.id}”{where}"
