"""COR004 split-leak."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from newslint.checks.base import CheckOptions, CorpusCheck, Natural, Share
from newslint.facts.copies import Observed, fetched, first_of_body, indexed, keeping_order, named, numbered
from newslint.facts.minhash import near_across, of_words, slots_in_order, word_count
from newslint.facts.splits import ranked, split_of
from newslint.model import Article, ArticleRef, Finding, Related, Severity

if TYPE_CHECKING:
    from newslint.facts.arrays import Positions
    from newslint.facts.article_facts import ArticleFacts

Seen = tuple[ArticleRef, tuple[str, bytes]]
"""An article, its split and the sketch of its body."""


class _Leak(NamedTuple):
    """The positions of an article and of the one it repeats, and how similar they are: 2 if word for word."""

    copy: int
    original: int
    similarity: float = 2


class SplitLeak(CorpusCheck):
    """An article of one split has the text of an article of another.

    What it flags
    -------------
    An article whose record names its split (``"split": "test"``) and whose body is that of an article of another split:
    word for word (case, punctuation and white space do not count), or nearly, most pairs of neighbouring words being
    shared after what recurs in many articles of the source is set aside. The article that is flagged is the one outside
    the training split; ``related`` names the one inside. Of two splits without training the larger one counts as such.

    Why it hurts
    ------------
    A model that has read the test articles is not tested: what it remembers looks like what it understands. Wire copy,
    updates and second crawls carry texts over any split that was drawn article by article.

    Example
    -------
    ``The body is that of “a17” (line 17) in the split “train”, word for word (412 words); this one is in “test”.``

    Fix
    ---
    None: whether the article leaves the test set or the training set is the owner's to say. Write the articles without
    findings with ``--accepted``: those that leaked are left out of the test set.

    Options
    -------
    ``field`` (default ``split``): the name of the field that holds the split, also one below ``extra``, ``meta`` or
    ``metadata``. Every name that begins with ``train`` is the training split; other names are told apart by their
    letters, whatever the case.
    ``max_splits`` (default 20 names): where there are more, the field holds something else than a split (a shard, a
    topic), and nothing is flagged. A convention: cross-validation has ten folds at most.
    ``min_words`` (default 20 words; pairs of characters where words are not spaced): shorter bodies are stubs and
    notices that many articles share, as in DUP001.
    ``min_words_near`` (default 50 words): the same for bodies that are nearly the same; shorter ones have too few pairs
    of words for a reliable estimate, as in DUP002.
    ``min_similarity`` (default 0.75, Jaccard similarity of the sets of word pairs, estimated from 128 MinHash slots
    with a standard error of 0.04): of edited copies among 40,000 generated articles, all of similarity 0.85 and more
    are found, 98 % of those between 0.8 and 0.85 and 78 % of those between 0.75 and 0.8; nothing below 0.67 is. At 0.7,
    two real articles were taken for one text, which had a list of teasers in common.
    ``max_share`` (default 0.1, share of a source's articles): what recurs in more of them is boilerplate, as in DUP002.

    Limits
    ------
    Silent where no record names a split. Splits kept in several files without such a field are not known. What is
    verified is the sketch of each of the two bodies, not the texts. A text that is part of a much longer one, a
    retelling and a translation are not found. Two copies inside one split are DUP001's and DUP002's.
    """

    code = "COR004"
    slug = "split-leak"
    severity = Severity.ERROR
    precision = "274 of 274 pairs right on 2,107 articles under 20 random splits: 213 of one URL, 61 read"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of COR004."""

        field: str = "split"
        max_splits: Natural = 20
        min_words: Natural = 20
        min_words_near: Natural = 50
        min_similarity: Share = 0.75
        max_share: Share = 0.1

    def observe(self, article: Article, facts: ArticleFacts) -> tuple[str, bytes] | None:
        """Return the split of the article and the sketch of its body, if it has both; the sketch is DUP001's too."""
        split = split_of(article, self.options.field)
        found = of_words(facts.sketch, self.options.min_words) if split else None
        return (split, found) if found is not None else None

    def conclude(self, observations: Iterable[Seen]) -> Iterator[Finding]:
        """Yield a finding for each article that another split knows, in corpus order."""
        observed = indexed(observations)
        ranks, splits = ranked(split for _, (split, _) in observed)
        if not 2 <= splits <= self.options.max_splits:
            return
        leaks = sorted(self._leaks(observed, ranks))
        told = fetched(observed, chain.from_iterable((leak.copy, leak.original) for leak in leaks))
        for leak in leaks:
            yield self._describe(told[leak.copy], told[leak.original], leak.similarity)

    def _leaks(self, observed: Sequence[Seen], ranks: Positions) -> Iterator[_Leak]:
        import numpy as np

        order = keeping_order(_sketched(observed), longest_first=False)
        order = order[np.argsort(ranks[order], kind="stable")]
        first = first_of_body(_sketched(observed), order)
        same = np.flatnonzero(ranks > ranks[first])
        yield from map(_Leak, same.tolist(), first[same].tolist())
        bodies = order[first[order] == order]
        nearly = dict(self._nearly(observed, ranks, bodies))
        others = np.flatnonzero(np.isin(first, list(nearly)) & (ranks == ranks[first]))
        for copy, body in zip(others.tolist(), first[others].tolist(), strict=True):
            yield _Leak(copy, *nearly[body])

    def _nearly(
        self, observed: Sequence[Seen], ranks: Positions, bodies: Positions
    ) -> Iterator[tuple[int, tuple[int, float]]]:
        """Yield which of *bodies* are nearly those of another split: position, that of the other, and similarity."""
        import numpy as np

        words = np.fromiter((word_count(sketch) for _, (_, sketch) in observed), np.intp)
        bodies = bodies[words[bodies] >= self.options.min_words_near]
        found = near_across(
            slots_in_order((sketch for _, (_, sketch) in observed), bodies),
            numbered((article.source for article, _ in observed), bodies),
            ranks[bodies],
            min_similarity=self.options.min_similarity,
            max_share=self.options.max_share,
        )
        return ((int(bodies[near.copy]), (int(bodies[near.keeper]), near.similarity)) for near in found)

    def _describe(self, copy: Seen, original: Seen, similarity: float) -> Finding:
        (article, (split, sketch)), (other, (other_split, _)) = copy, original
        words = word_count(sketch)
        nearly, how = "", f"word for word ({words} words)"
        if similarity <= 1:
            nearly, how = "nearly ", f"sharing {round(similarity * 100)} % of their pairs of words"
        return self.finding_about(
            article=article,
            field="body",
            message=f"The body is {nearly}that of {named(other)} in the split “{other_split}”, {how}; "
            f"this one is in “{split}”.",
            related=(Related("body", None, None, "", "other split", article=other.id),),
            evidence={
                "split": split,
                "other_split": other_split,
                "similarity": round(min(similarity, 1.0), 2),
                "words": words,
            },
        )


def _sketched(observed: Sequence[Seen]) -> Iterator[Observed]:
    return ((article, sketch) for article, (_, sketch) in observed)
