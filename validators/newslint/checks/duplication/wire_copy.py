"""DUP007 wire-copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newslint.checks.base import CheckOptions, CorpusCheck, Natural
from newslint.facts.copies import Copies, named, same_bodies
from newslint.facts.minhash import of_words
from newslint.model import Article, ArticleRef, Finding, Related, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_NAMED = 4


class WireCopy(CorpusCheck):
    """The same text was published by several sources.

    What it flags
    -------------
    The first article of every further source that has the body of an article of another source; case, punctuation and
    white space do not count. ``related`` names the article that was published first, or comes first in the corpus.

    Why it hurts
    ------------
    Wire copy is no error: papers print what the agency sends. But counted as several voices, one report looks like an
    echo of many, and a split by source does not keep its text out of the test set.

    Example
    -------
    ``“The Orlec Courier” has the text of “p4” (line 4), published by “Port Amsel Post” (318 words, 3 sources).``

    Fix
    ---
    None.

    Options
    -------
    ``min_words`` (default 20 words; pairs of characters where words are not spaced): shorter bodies are notices that
    many sites share.

    Limits
    ------
    Copies inside one source are DUP001's. Wire copy that an editor changed is DUP002's. Articles without a source are
    not compared with others, since nobody knows whether they are of another source.
    """

    code = "DUP007"
    slug = "wire-copy"
    severity = Severity.INFO
    precision = "2 findings on 2,107 articles, both one text under two names of one source"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of DUP007."""

        min_words: Natural = 20

    def observe(self, article: Article, facts: ArticleFacts) -> bytes | None:
        """Return the sketch of the body, if it is long enough and its source is known."""
        return of_words(facts.sketch, self.options.min_words) if article.source else None

    def conclude(self, observations: Iterable[tuple[ArticleRef, bytes]]) -> Iterator[Finding]:
        """Yield a finding for each further source of one text."""
        for group in same_bodies(observations):
            firsts: dict[str, ArticleRef] = {}
            for article in (group.keeper, *group.others):
                firsts.setdefault(article.source or "", article)
            for source, article in firsts.items():
                if article is not group.keeper:
                    yield self._describe(source, article, group, list(firsts))

    def _describe(self, source: str, article: ArticleRef, group: Copies, sources: list[str]) -> Finding:
        keeper = group.keeper
        return self.finding_about(
            article=article,
            field="body",
            message=f"“{source}” has the text of {named(keeper)}, published by “{keeper.source}” "
            f"({group.words} words, {len(sources)} sources).",
            related=(Related("body", None, None, "", "same text", article=keeper.id),),
            evidence={"words": group.words, "sources": len(sources), "named": sources[:_NAMED]},
        )
