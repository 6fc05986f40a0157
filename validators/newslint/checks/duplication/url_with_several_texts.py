"""DUP008 url-with-several-texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

from newslint.checks.base import CheckOptions, CorpusCheck, Share
from newslint.facts.copies import Observed, groups_at, groups_of_equal, indexed, named
from newslint.facts.minhash import containment
from newslint.model import Article, ArticleRef, Finding, Related, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts


_COMPARED = 20


class UrlWithSeveralTexts(CorpusCheck):
    """One URL stands with different texts.

    What it flags
    -------------
    An article under the URL of an earlier article of the corpus, with another text. Of several articles with one URL,
    each is flagged whose text is like none of the texts before it; ``related`` names the first.

    Why it hurts
    ------------
    At most one of the texts is what the address shows: the others are a consent page, the next article of an endless
    page, or columns that slipped by a row. Joins on the URL mix them up.

    Example
    -------
    ``The article has the URL of “a17” (line 17), but another text: they share 2 % of the
    shorter one's pairs of words.``

    Fix
    ---
    None.

    Options
    -------
    ``max_shared`` (default 0.4, share of the shorter text's pairs of words that stand in the longer, estimated from 128
    MinHash slots with a standard error of 0.04 to 0.1): texts that share more are versions of one article, as updates
    and live reports are. In 2,107 real articles, many of them one page as several extractors read it, no two versions
    of one text share less.

    Limits
    ------
    URLs are compared as written, without their fragment (``#…``); "not available" is none. A text is compared with the
    first 20 of its URL. Articles whose body has fewer than two words are not
    compared; an empty body is SCH001's.
    """

    code = "DUP008"
    slug = "url-with-several-texts"
    severity = Severity.WARNING
    precision = "21 of 21 findings right on 2,107 articles"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of DUP008."""

        max_shared: Share = 0.4

    def observe(self, article: Article, facts: ArticleFacts) -> tuple[bytes, bytes] | None:
        """Return a hash of the URL and the sketch of the body."""
        url = article.text("url").strip().partition("#")[0]
        found = facts.sketch if "://" in url else None
        if found is None:
            return None
        return blake2b(url.encode("utf-8", "surrogatepass"), digest_size=8).digest(), found

    def conclude(self, observations: Iterable[tuple[ArticleRef, tuple[bytes, bytes]]]) -> Iterator[Finding]:
        """Yield a finding for each text that is new under its URL."""
        observed = indexed(observations)
        groups = groups_of_equal(int.from_bytes(url, "little") for _, (url, _) in observed)
        for articles in groups_at(observed, groups):
            yield from self._new_texts([(article, text) for article, (_, text) in articles])

    def _new_texts(self, articles: Sequence[Observed]) -> Iterator[Finding]:
        first = articles[0]
        texts = [first[1]]
        for article, text in articles[1:]:
            if all(containment(text, known) <= self.options.max_shared for known in texts[:_COMPARED]):
                texts.append(text)
                yield self._describe(article, first[0], containment(text, first[1]))

    def _describe(self, article: ArticleRef, first: ArticleRef, share: float) -> Finding:
        return self.finding_about(
            article=article,
            field="url",
            message=f"The article has the URL of {named(first)}, but another text: they share "
            f"{round(share * 100)} % of the shorter one's pairs of words.",
            related=(Related("url", None, None, "", "first text", article=first.id),),
            evidence={"shared": round(share, 2)},
        )
