"""DUP001 duplicate-article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newslint.checks.base import CheckOptions, CorpusCheck, Natural
from newslint.facts.copies import Copies, named, same_bodies
from newslint.facts.minhash import of_words
from newslint.model import Article, ArticleRef, Finding, Related, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts


class DuplicateArticle(CorpusCheck):
    """The same body belongs to more than one article of a source.

    What it flags
    -------------
    Every article whose body is that of another article of the same source; case, punctuation, white space and line
    breaks do not count. ``related`` names the one to keep: the one published first, and of one day (or without days)
    the one that comes first in the corpus.

    Why it hurts
    ------------
    Copies are learned by heart, weigh their facts double, and leak from the training split into the test split.
    Crawlers make them from one article under two addresses, from syndicated sections, from a second crawl.

    Example
    -------
    ``The body is the same as that of “a17” (line 17), word for word (412 words); keep that one.``

    Fix
    ---
    None: which record goes is the owner's to say. Write the articles without findings with ``--accepted``.

    Options
    -------
    ``min_words`` (default 20 words; pairs of characters where words are not spaced): shorter bodies are stubs, walls
    and notices ("Subscribe to unlock" was the whole body of 158 articles), which other checks name better.

    Limits
    ------
    The same body under several sources is wire copy, DUP007, and is not reported here; articles without a source are
    taken to be of one source. Bodies that differ in a word are DUP002's. Bodies are compared by a hash of 64 bits.
    """

    code = "DUP001"
    slug = "duplicate-article"
    severity = Severity.ERROR
    precision = "52 of 52 findings right on 2,107 articles"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of DUP001."""

        min_words: Natural = 20

    def observe(self, article: Article, facts: ArticleFacts) -> bytes | None:  # noqa: ARG002
        """Return the sketch of the body, if it is long enough."""
        return of_words(facts.sketch, self.options.min_words)

    def conclude(self, observations: Iterable[tuple[ArticleRef, bytes]]) -> Iterator[Finding]:
        """Yield a finding for each copy inside a source."""
        for group in same_bodies(observations):
            keepers: dict[str | None, ArticleRef] = {}
            for article in (group.keeper, *group.others):
                keeper = keepers.setdefault(article.source, article)
                if keeper is not article:
                    yield self._describe(article, keeper, group)

    def _describe(self, article: ArticleRef, keeper: ArticleRef, group: Copies) -> Finding:
        return self.finding_about(
            article=article,
            field="body",
            message=f"The body is the same as that of {named(keeper)}, word for word ({group.words} words); "
            "keep that one.",
            related=(Related("body", None, None, "", "keeper", article=keeper.id),),
            evidence={"words": group.words, "copies": len(group.others) + 1, "keeper": keeper.id},
        )
