"""SCH003 duplicate-id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import chain
from typing import TYPE_CHECKING

from newslint.checks.base import CorpusCheck
from newslint.facts.copies import fetched, groups_of_equal, indexed
from newslint.model import Article, ArticleRef, Finding, Related, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts


class DuplicateId(CorpusCheck):
    """An id is used by more than one record.

    What it flags
    -------------
    Every record whose ``id`` an earlier record of the corpus already has; ``related`` names the earlier one.

    Why it hurts
    ------------
    The id is the key of joins, splits and removals: with two records under one id, annotations land on the wrong
    article, and a deletion request removes the wrong one or only one.

    Example
    -------
    Line 1: ``{"id": "a17", "title": "Ferry resumes", …}``, line 9: ``{"id": "a17", "title": "Mayor resigns", …}``

    Fix
    ---
    None: only the owner of the ids can say which record keeps it.

    Options
    -------
    None.

    Limits
    ------
    Ids are compared as text, exactly: ``17`` and ``"17"`` are one id, ``a17`` and ``A17`` are two. Records without an
    id are named by file and line and never collide.
    """

    code = "SCH003"
    slug = "duplicate-id"
    severity = Severity.ERROR

    def observe(self, article: Article, facts: ArticleFacts) -> str | None:  # noqa: ARG002
        """Return the id, if the record has one of its own."""
        return article.id if article.named else None

    def conclude(self, observations: Iterable[tuple[ArticleRef, str]]) -> Iterator[Finding]:
        """Yield a finding for each record whose id is taken."""
        observed = indexed(observations)
        groups = groups_of_equal(_hash(identity) for _, identity in observed)
        users = fetched(observed, chain.from_iterable(groups))
        first_uses: dict[str, ArticleRef] = {}
        for article, identity in users.values():
            first = first_uses.setdefault(identity, article)
            if first is article:
                continue
            earlier = _place(first)
            yield self.finding_about(
                article=article,
                field="id",
                quote=identity,
                message=f"The id “{identity}” is already used by the record at {earlier}.",
                related=(Related("id", None, None, identity, "first use", article=earlier),),
            )


def _hash(identity: str) -> int:
    return int.from_bytes(blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def _place(article: ArticleRef) -> str:
    origin = article.origin
    if not origin.path:
        return f"row {origin.row}"
    return f"{origin.path}:{origin.line or origin.row}" if origin.line or origin.row else origin.path
