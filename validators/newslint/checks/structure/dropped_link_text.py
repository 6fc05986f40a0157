"""STR011 dropped-link-text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, CheckOptions, Natural, each_or_all
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
    ``“by” is followed by “,”: words are missing.``

    Fix
    ---
    None: the words are not in the record.

    Options
    -------
    ``max_findings`` (default 20 places): an article with more gets one finding with their number; real ones have at
    most two. A sentence that breaks off has seven words at least, or begins with a small letter or with a word that
    opens sentences: headings and captions that are run into the next sentence have two to four in 2,221 real articles,
    but for two of ten words, which end with a name.

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

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of STR011."""

        max_findings: Natural = 20

    def check(self, article: Article, facts: ArticleFacts) -> Iterable[Finding]:
        """Yield a finding for each place where words are missing."""
        hits, body, language = facts.hits(self.code), article.text("body"), facts.language.code
        places = [place for place in fused(body, hits, language) if is_sentence(body, place, language)]
        found = sorted({*places, *unfinished(body, hits, language)})
        for group in each_or_all(found, int(self.options.max_findings)):
            yield self._finding(article, body, group, facts.count(self.code, len(group)))

    def _finding(self, article: Article, body: str, places: list[Break], count: str) -> Finding:
        start, end = places[0].start, places[0].end
        said, following = body[start : places[0].next].strip(), body[places[0].next : end]
        what = f"“{said}” is followed by “{following}”" if said else f"“{following}” has nothing in it"
        more = f"; there are {count} such places" if len(places) > 1 else ""
        message = f"{what}: words are missing{more}."
        return self.finding(article, "body", (start, end), message, evidence={"places": len(places)})
