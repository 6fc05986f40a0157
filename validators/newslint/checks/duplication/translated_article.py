"""DUP009 translated-article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from newslint.checks.base import CheckOptions, CorpusCheck
from newslint.facts.copies import named
from newslint.facts.story_sketch import StorySketch, spelled, story_sketch
from newslint.facts.translations import Dated, Demands, Translated, translated_pairs
from newslint.model import Article, ArticleRef, Finding, Related, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_MIN_ANCHORS = 6
_SHOWN = 5
_NO_DAY = "9999-99-99"


class TranslatedArticle(CorpusCheck):
    """The article is a translation of another article of the corpus.

    What it flags
    -------------
    An article in another language than an earlier one, of like length and published within a few days, with which it
    shares so many rare figures, names and countries that they tell one story in the same detail. ``related`` names
    the article that was published first, or comes first in the corpus.

    Why it hurts
    ------------
    A model that is trained on one version and tested on the other has seen the answer, a count of reports by country
    counts one report many times, and a corpus of "independent" sources in several languages may be one newsroom.

    Example
    -------
    ``The article in de is a translation of “a17” (line 17), which is in en: 24 figures, names and countries agree.``

    Fix
    ---
    None: which language is kept is the owner's to say.

    Options
    -------
    Defaults were chosen on every second document of NTREX-128 (translated news of one week), in corpora of documents
    in English, German, French or Spanish, half of which also stand in one of 24 languages.

    ``max_days`` (default 7 days between the publication dates; an unknown date is compared with all): a choice.
    ``max_length_ratio`` (default 1.5, longer over shorter, signs of Chinese, Japanese and Korean counted as the letters
    they stand for): shorter versions are retellings.
    ``min_weight`` (default 18, sum over the shared figures, names and concepts of the natural logarithm of how rare
    each is in the corpus): about four that no other article has.
    ``min_agreement`` (default 0.5, share of that weight in the article with less of it).
    ``min_agreement_without_capitals`` (default 0.35): the same where either script has no capitals, so that names
    are not told from other words. At 0.3, recall is 0.03 higher and there are half as many false pairs again.
    ``min_figures`` (default 0.5, share of the figures of the article with fewer that the other has): two papers that
    tell of one event give other figures.
    ``min_margin`` (default 1.3): the shared weight is so many times that with any other text in the same language,
    other versions of the found one excepted.

    Limits
    ------
    A translation that is shortened or rewritten is not found, nor a short one: six figures and names are the least.
    Chinese, Japanese and Thai names are not compared, only figures, countries and words in Latin letters or katakana.
    What two papers write of one match or one verdict can agree as a translation does: most wrong findings are of that
    kind. Each finding names a keeper that the article itself agrees with, so there are no chains. Only the first
    3,000 characters are looked at. Versions in two standards of one language (hr, sr, bs) count as translations.
    """

    code = "DUP009"
    slug = "translated-article"
    severity = Severity.INFO
    # Off by default: real corpora with translations were not at hand, only translated news made into corpora.
    preview = True
    precision = (
        "recall / precision on the half of NTREX-128 that chose no default: Latin-Latin 0.90 / 1.00, Latin-Cyrillic "
        "0.87 / 1.00, Latin-Arabic and Hebrew 0.55 / 1.00, Latin-Chinese and Japanese 0.58 / 0.99, Latin with Bengali, "
        "Greek, Hindi, Korean, Thai 0.62 / 1.00; on the other half 0.46 to 0.83 / 0.97 to 0.99; on 2,107 scraped "
        "articles one finding, wrong: two extractions of one page"
    )

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of DUP009."""

        max_days: int = 7
        max_length_ratio: float = 1.5
        min_weight: float = 18.0
        min_agreement: float = 0.5
        min_agreement_without_capitals: float = 0.35
        min_figures: float = 0.5
        min_margin: float = 1.3

    def observe(self, article: Article, facts: ArticleFacts) -> StorySketch | None:
        """Return the sketch of the story, if its language is known and there is enough to compare."""
        language = facts.language.code
        if language is None:
            return None
        found = story_sketch(article.text("body"), language)
        return found if len(found.anchors) >= 3 * _MIN_ANCHORS else None

    def conclude(self, observations: Iterable[tuple[ArticleRef, StorySketch]]) -> Iterator[Finding]:
        """Yield a finding for each article that is a translation of one to keep, in corpus order."""
        observed = [(article, StorySketch(*sketch)) for article, sketch in observations]
        order = sorted(range(len(observed)), key=lambda at: (observed[at][0].day or _NO_DAY, at))
        dated = [Dated(observed[at][1], _number_of(observed[at][0].day)) for at in order]
        kept = _kept(len(order), translated_pairs(dated, self._demands()))
        for second in sorted(kept, key=order.__getitem__):
            pair = kept[second]
            yield self._describe(observed[order[second]], observed[order[pair.first]], pair)

    def _demands(self) -> Demands:
        chosen = self.options
        return Demands(
            weight=chosen.min_weight,
            agreement=chosen.min_agreement,
            agreement_without_capitals=chosen.min_agreement_without_capitals,
            agreement_of_figures=chosen.min_figures,
            margin=chosen.min_margin,
            days=chosen.max_days,
            length_ratio=chosen.max_length_ratio,
        )

    def _describe(
        self, own: tuple[ArticleRef, StorySketch], keeper: tuple[ArticleRef, StorySketch], pair: Translated
    ) -> Finding:
        article, kept = own[0], keeper[0]
        shown = [text for text in map(spelled, pair.shared) if text]
        return self.finding_about(
            article=article,
            field="body",
            message=f"The article in {own[1].language} is a translation of {named(kept)}, which is in "
            f"{keeper[1].language}: {len(pair.shared)} figures, names and countries agree.",
            related=(Related("body", None, None, "", "translation", article=kept.id),),
            evidence={
                "agree": len(pair.shared),
                "agreement": round(pair.agreement, 2),
                "figures": [text for text in shown if text.isdigit()][:_SHOWN],
                "consonants_of_names": [text for text in shown if not text.isdigit()][:_SHOWN],
                "keeper": kept.id,
            },
        )


def _kept(count: int, pairs: Iterable[Translated]) -> Mapping[int, Translated]:
    """Return, by the later article, the pair with the earliest article that is itself no translation of another."""
    earlier: dict[int, list[Translated]] = defaultdict(list)
    for pair in pairs:
        earlier[pair.second].append(pair)
    kept: dict[int, Translated] = {}
    for position in range(count):
        for pair in earlier.get(position, ()):
            if pair.first not in kept:
                kept.setdefault(position, pair)
    return kept


def _number_of(day: str | None) -> int | None:
    try:
        return date.fromisoformat(day).toordinal() if day else None
    except ValueError:
        return None
