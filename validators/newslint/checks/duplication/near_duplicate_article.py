"""DUP002 near-duplicate-article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from newslint.checks.base import CheckOptions, CorpusCheck, Natural, Share
from newslint.facts.copies import Observed, fetched, first_of_each_body, indexed, keeping_order, named, numbered
from newslint.facts.minhash import Near, near_duplicates, of_words, slots_in_order, word_count
from newslint.model import Article, ArticleRef, Finding, Related, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts


class NearDuplicateArticle(CorpusCheck):
    """The body of an article is nearly that of another article.

    What it flags
    -------------
    An article most of whose pairs of neighbouring words stand in another article of the corpus too, after what recurs
    in many articles of its source (teasers, footers, notices) is set aside. ``related`` names the one to keep: the
    longer text; of equal ones the one published first; then the one that comes first in the corpus.

    Why it hurts
    ------------
    Updated versions, edited wire copy and shortened reprints are copies to a model as much as exact ones are, and no
    comparison of hashes finds them.

    Example
    -------
    ``The body is nearly that of “a17” (line 17): they share 86 % of their pairs of words; keep that one.``

    Fix
    ---
    None: which version goes is the owner's to say.

    Options
    -------
    ``min_similarity`` (default 0.7, Jaccard similarity of the sets of word pairs, estimated from 128 MinHash slots with
    a standard error of 0.04): of 10,000 edited copies among 100,000 generated articles, all of similarity 0.8 and more
    are found, 90 % of those between 0.7 and 0.8 and 21 % of those between 0.6 and 0.7; nothing else is. In news,
    articles that share teasers and standing background reach 0.6.
    ``max_share`` (default 0.1, share of a source's articles): slots that recur in more of them, and in more than 10,
    are boilerplate. Sources of fewer than 20 articles have none.
    ``min_words`` (default 50 words; pairs of characters where words are not spaced): shorter bodies have too few pairs
    of words for a reliable estimate.

    Limits
    ------
    Equal bodies are DUP001's and DUP007's, and are compared as one here. Each finding names a keeper that the article
    itself resembles: an article that resembles only another copy is not reported, so there are no chains. A text
    that is part of a much longer one is not found, nor is a retelling or a translation. Where boilerplate leaves fewer
    than 32 of the 128 slots, the check is silent. The texts are not read again: what is verified is the sketch.
    """

    code = "DUP002"
    slug = "near-duplicate-article"
    severity = Severity.WARNING
    precision = "177 of 178 findings right on 2,107 articles; every copy of similarity 0.8 found among 100,000"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of DUP002."""

        min_similarity: Share = 0.7
        max_share: Share = 0.1
        min_words: Natural = 50

    def observe(self, article: Article, facts: ArticleFacts) -> bytes | None:  # noqa: ARG002
        """Return the sketch of the body, if it is long enough."""
        return of_words(facts.sketch, self.options.min_words)

    def conclude(self, observations: Iterable[tuple[ArticleRef, bytes]]) -> Iterator[Finding]:
        """Yield a finding for each article that is nearly a better one, in corpus order."""
        observed = indexed(observations)
        order = first_of_each_body(observed, keeping_order(observed, longest_first=True))
        found = near_duplicates(
            slots_in_order((sketch for _, sketch in observed), order),
            numbered((article.source for article, _ in observed), order),
            min_similarity=self.options.min_similarity,
            max_share=self.options.max_share,
        )
        places = {near: (int(order[near.copy]), int(order[near.keeper])) for near in found}
        told = fetched(observed, chain.from_iterable(places.values()))
        for near, (copy, keeper) in sorted(places.items(), key=lambda entry: entry[1]):
            yield self._describe(told[copy], told[keeper], near)

    def _describe(self, copy: Observed, keeper: Observed, near: Near) -> Finding:
        article, kept = copy[0], keeper[0]
        return self.finding_about(
            article=article,
            field="body",
            message=f"The body is nearly that of {named(kept)}: they share {round(near.similarity * 100)} % of their "
            "pairs of words; keep that one.",
            related=(Related("body", None, None, "", "keeper", article=kept.id),),
            evidence={
                "similarity": round(near.similarity, 2),
                "words": word_count(copy[1]),
                "words_of_keeper": word_count(keeper[1]),
                "keeper": kept.id,
            },
        )
