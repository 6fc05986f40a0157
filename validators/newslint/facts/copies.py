"""Articles with the same body, and which of them is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newslint.facts.minhash import digest, word_count
from newslint.model import ArticleRef

Observed = tuple[ArticleRef, bytes]
"""An article and the sketch of its body."""

_NO_DAY = "9999-99-99"


class Copies(NamedTuple):
    """Articles with one body, the one to keep first; ``words`` is the length of that body."""

    keeper: ArticleRef
    others: tuple[ArticleRef, ...]
    words: int


def keeping_order(articles: Sequence[Observed], *, longest_first: bool) -> list[int]:
    """Return the positions of *articles*, the one to keep first.

    The longest text is kept, if *longest_first*; then the one published first, since copies are made later; then, as
    nothing else tells them apart, the one that comes first in the corpus. Undated articles come after dated ones.
    """
    import numpy as np

    # Arrays instead of a tuple for each article: a corpus has millions.
    days = np.array([article.day or _NO_DAY for article, _ in articles], "S10")
    lengths = np.array([word_count(sketch) for _, sketch in articles], np.int64)
    order: list[int] = np.lexsort((days, -lengths * longest_first)).tolist()
    return order


def first_of_each_body(articles: Sequence[Observed], order: Sequence[int]) -> list[int]:
    """Return the positions in *order* without those whose body came before."""
    import numpy as np

    ranked = np.array(order, np.intp)
    digests = np.array([digest(sketch) for _, sketch in articles], np.uint64)[ranked]
    firsts: list[int] = ranked[np.sort(np.unique(digests, return_index=True)[1])].tolist()
    return firsts


def same_bodies(observations: Iterable[Observed]) -> list[Copies]:
    """Return the groups of articles whose normalised bodies are the same, in corpus order of their first article."""
    groups: dict[int, list[Observed]] = defaultdict(list)
    for article, sketch in observations:
        groups[digest(sketch)].append((article, sketch))
    return [_ranked(group) for group in groups.values() if len(group) > 1]


def _ranked(group: Sequence[Observed]) -> Copies:
    keeper, *others = (group[at][0] for at in keeping_order(group, longest_first=False))
    return Copies(keeper, tuple(others), word_count(group[0][1]))


def named(article: ArticleRef) -> str:
    """Return how messages name another article: its id, and the line or row where it stands."""
    place = article.origin.line or article.origin.row
    where = f" (line {place})" if place else ""
    return f"“{article.id}”{where}"
