"""STR011 dropped-link-text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck
from newslint.facts.broken_off import FUSED, UNFINISHED, Break, fused, is_sentence, unfinished
from newslint.model import Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts


class DroppedLinkText(ArticleCheck):
    """Words are missing where a link was taken out.

    What it flags
    -------------
    A sentence that breaks off before the capital of the next one: ``Об этом По словам мэра``, in some 30
    languages that write few words with a capital. A mark behind a word that it cannot follow
    (``As reported by , the bridge``, ``the report of the.``), an English article without its noun (``said in a on
    Monday``), and brackets or quotation marks with nothing in them. The last word before the gap and the word or mark
    behind it are marked.

    Why it hurts
    ------------
    An extractor that drops the text of links takes the name or the clause that the link was on, and the sentence says
    something else, or nothing. A model that is trained on it learns to write so.

    Example
    -------
    ``“by” is followed by “,”: words are missing between them.``

    Fix
    ---
    None: the words are not in the record.

    Options
    -------
    None. A sentence that breaks off has seven words at least, or begins with a small letter or with a word that opens
    sentences: headings that are run into the next sentence have two to six in 2,221 real articles.

    Limits
    ------
    Only a gap that leaves one of these traces is seen: 1 of 5 annotated ones. A sentence that breaks off is known by
    the word that opens the next one, from a list for each language, so not in English, nor in scripts without
    capitals. A space before a mark shows nothing in texts that have such spaces elsewhere; those are TYP004's, which
    leaves the places of this check alone. Headings and teasers before the next sentence pass, and so do titles in
    quotation marks.
    """

    code = "STR011"
    slug = "dropped-link-text"
    severity = Severity.WARNING
    preview = True
    precision = "17 of 17 findings right on 2,107 articles, all Russian; 1 of 5 places found in 114 annotated ones"
    triggers = (*FUSED, *UNFINISHED)

    def check(self, article: Article, facts: ArticleFacts) -> Iterable[Finding]:
        """Yield a finding for each place where words are missing."""
        hits, body, language = facts.hits(self.code), article.text("body"), facts.language.code
        places = [place for place in fused(body, hits, language) if is_sentence(body, place, language)]
        for place in sorted({*places, *unfinished(body, hits, language)}):
            yield self._finding(article, body, place)

    def _finding(self, article: Article, body: str, place: Break) -> Finding:
        said, following = body[place.start : place.next].strip(), body[place.next : place.end]
        message = f"“{said}” is followed by “{following}”: words are missing between them."
        return self.finding(article, "body", (place.start, place.end), message)
