"""DUP009 translated-article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from newslint.checks.base import Amount, CheckOptions, CorpusCheck, Natural
from newslint.facts.copies import Observed, fetched, indexed, named
from newslint.facts.kinship import group_of
from newslint.facts.language_names import language_name
from newslint.facts.story_anchors import anchor_count, story_anchors
from newslint.facts.translations import Agreement, Demands, Pair, agreement, translations
from newslint.model import Article, ArticleRef, Finding, Related, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_SHOWN = 6


class TranslatedArticle(CorpusCheck):
    """The article is a translation of another article of the corpus.

    What it flags
    -------------
    An article that has the names, countries and figures of an article in another language, in the same places of the
    text, and hardly another figure. ``related`` names that article: of the two the one published first; of one day (or
    without days) the one that comes first in the corpus. Which of them was written first, the texts do not tell.

    Why it hurts
    ------------
    A translation is a copy that no comparison of words finds. A model that is trained on one version and tested on the
    other has seen the answer, a count of reports by country counts one report many times, and a corpus of "independent"
    sources in several languages may be one newsroom. Whoever collects parallel texts looks for the same pairs.

    Example
    -------
    ``The article tells in Polish what “a17” (line 17) tells in English: 14 names and figures agree in the same places
    (Dolmar, 12.5, 2009).``

    Fix
    ---
    None: which language is kept is the owner's to say.

    Options
    -------
    ``max_days`` (default 7 days between the days of publication; articles without a day are compared with all): what
    newsrooms translate later is seldom news. A choice.
    ``min_mentions`` (default 2 places of the text in which names or figures agree; a full name is one, and so is a
    date): with 3, five translations in 100 fewer are found, and half as many pairs are wrong.
    ``min_score`` (default 2): nats beyond even odds, the chance of the likeliest of all pairs of the corpus subtracted,
    by a logistic regression on how rare the common anchors are, how near their places, which figures agree and which
    do not, and how far the lengths are from those of translations. With 1, precision on the documents that the
    regression was fitted on falls to 0.994 for one kind of scripts; with 3, three translations in 100 fewer are found.

    Limits
    ------
    Measured on NTREX-128, 123 news documents of one weekend, many on one event, in 101 languages. In the order of the
    archive, the first, the third and so on were fitted on; the others are reported, in corpora in which half of them
    have a translation and no other must be flagged (``benchmarks/quality.py translated --corpora 100``). Recall by the
    scripts of the two languages is 0.95 for Latin and Latin, 0.93 for Latin and Cyrillic, 0.92 for Latin and Greek or
    Armenian, 0.95 for two Cyrillic ones, 0.88 for Latin and a script without spaces (Chinese, Japanese, Thai, Khmer,
    Lao, Burmese), 0.83 for two of these, 0.77 for Latin and a script without capitals (Arabic, Hebrew, Devanagari,
    Hangul …), 0.81 for Cyrillic and one, 0.74 for two of these, 0.75 for one of either; precision is 0.997 to 1.000.
    Nearly all mistakes are two pairs of documents: what they have in common is two figures. A second draw of as many
    corpora gave 0.994 for Latin and Latin and 0.996 and more for the others. The chances of names and figures, two
    constants, were counted on all documents, and ``min_mentions`` was chosen with a look at the mistakes in both
    halves.

    On sentences of other news (384 documents of WMT, nine pairs of languages; nothing was fitted on them) recall is
    0.87 for German and French, 0.90 to 1.00 for English and six others, 0.78 for Chinese and 0.46 for Japanese, and no
    finding is wrong (``--pairs``). On 2,107 scraped articles of 42 sources there is one finding, and it is right.

    These versions are whole, by translators. What scraping adds to a text or cuts off it costs recall: a summary, a
    text with reordered parts, a text among the furniture of its page and a text of few names are passed over. Wrong
    findings are of two kinds: two reports of one match that tell it minute by minute, and texts that share two figures
    near each other and little else. Names are compared by their sound; where a script has no capitals they are sought
    among all words that are not common, and where words are not spaced only Latin names, katakana, figures and, in
    Chinese, Japanese and Thai, countries and months are compared. Languages that are never told apart (Serbian and
    Croatian) count as one. An article is flagged once, and one that is flagged is never named: of three versions two
    are flagged, and there are no chains. Only the first 3,000 characters are read. An anchor that more than 100
    articles of the days in question have leads to no pair; without days, that are all articles.
    """

    code = "DUP009"
    slug = "translated-article"
    severity = Severity.INFO
    # Off by default until its precision is known on a real corpus with more translations than one.
    preview = True
    precision = (
        "0.997 to 1.000, by scripts, in corpora made of translated news that no coefficient was fitted on, where "
        "recall is 0.74 to 0.95; 1 of 1 findings right on 2,107 scraped articles"
    )

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of DUP009."""

        max_days: Natural = 7
        min_score: Amount = 2.0
        min_mentions: Natural = 2

    def observe(self, article: Article, facts: ArticleFacts) -> bytes | None:
        """Return the names and figures of the body, if it has enough and its language is known."""
        language = facts.language.code
        if language is None:
            return None
        anchors = story_anchors(article.text("body"), language)
        return anchors if anchor_count(anchors) >= self.options.min_mentions else None

    def conclude(self, observations: Iterable[tuple[ArticleRef, bytes]]) -> Iterator[Finding]:
        """Yield a finding for each article that is a translation of an earlier one, in corpus order."""
        observed = indexed(observations)
        languages = [group_of(article.language or "") for article, _ in observed]
        days = [date.fromisoformat(article.day).toordinal() if article.day else None for article, _ in observed]
        stories = (anchors for _, anchors in observed)
        demands = Demands(self.options.max_days, self.options.min_mentions, self.options.min_score)
        pairs = translations(stories, languages, days, demands)
        told = fetched(observed, chain.from_iterable((pair.first, pair.second) for pair in pairs))
        for pair in pairs:
            yield self._describe(told[pair.second], told[pair.first], pair)

    def _describe(self, translation: Observed, original: Observed, pair: Pair) -> Finding:
        article, other = translation[0], original[0]
        common = agreement(original[1], translation[1])
        shown = _shown(common)
        return self.finding_about(
            article=article,
            field="body",
            message=f"The article tells in {language_name(article.language or '')} what {named(other)} tells in "
            f"{language_name(other.language or '')}: {pair.anchors} names and figures agree in the same places"
            f"{f' ({shown})' if shown else ''}.",
            related=(Related("body", None, None, "", "translation", article=other.id),),
            evidence={
                "anchors": pair.anchors,
                "share": round(pair.share, 2),
                "score": round(pair.score, 1),
                "names": common.names,
                "figures": common.figures,
                "keeper": other.id,
            },
        )


def _shown(common: Agreement) -> str:
    return ", ".join([*common.names, *common.figures][:_SHOWN])
