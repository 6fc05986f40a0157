"""DUP009 translated-article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck
from newslint.model import Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts


class TranslatedArticle(ArticleCheck):
    """The article is a translation of another article of the corpus.

    What it flags
    -------------
    TODO

    Why it hurts
    ------------
    TODO

    Example
    -------
    TODO

    Fix
    ---
    None.

    Options
    -------
    None.

    Limits
    ------
    TODO
    """

    code = "DUP009"
    slug = "translated-article"
    severity = Severity.INFO
    # Off by default until its precision on real articles is measured.
    preview = True

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield every finding in *article*."""
        raise NotImplementedError
