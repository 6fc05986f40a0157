"""SCH006 unknown-language-code."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, replace
from newslint.facts.language_tags import is_tag, tag_meant
from newslint.facts.placeholders import is_placeholder
from newslint.model import Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_SHOWN = 60


class UnknownLanguageCode(ArticleCheck):
    """The declared language is not a BCP 47 tag.

    What it flags
    -------------
    Values of ``language`` that are names (``English``, ``русский``), codes of countries or currencies (``ua``, ``jp``,
    ``cz``), codes with an underscore (``en_IN``), three-letter codes of languages that have one of two letters
    (``eng``, ``ger``), and anything else that the IANA registry of language subtags does not know.

    Why it hurts
    ------------
    Filters by language lose the article without a word, and whoever groups by language gets ``en``, ``eng``, ``en_US``
    and ``English`` as four of them.

    Example
    -------
    ``“English” is not a BCP 47 tag; “en” is``

    Fix
    ---
    Puts the tag in its place, where the value can mean one language only. Safe. Names of countries' codes (``ua``) get
    no fix.

    Options
    -------
    None.

    Limits
    ------
    Case does not matter. ``und``, ``mul`` and private tags (``x-…``) are tags. Whether the tag is the article's
    language is LNG001's question. Placeholders such as ``N/A`` are SCH004.
    """

    code = "SCH006"
    slug = "unknown-language-code"
    severity = Severity.WARNING
    fix = "safe"
    precision = "4 of 4 findings right on 1,523 declared languages of real articles"

    def applies(self, article: Article, facts: ArticleFacts) -> bool:  # noqa: ARG002
        """Return whether a language is declared."""
        return bool(article.language)

    def check(self, article: Article, facts: ArticleFacts) -> Iterable[Finding]:  # noqa: ARG002
        """Return a finding if the declared language is no tag."""
        value = article.text("language")
        if not value.strip() or is_tag(value) or is_placeholder("language", value):
            return ()
        meant = tag_meant(value)
        message = f"“{value[:_SHOWN]}” is not a BCP 47 tag" + (f"; “{meant}” is." if meant else ".")
        fix = replace("language", 0, len(value), meant, safe=True) if meant else None
        return (self.finding(article, "language", (0, len(value)), message, fix=fix),)
