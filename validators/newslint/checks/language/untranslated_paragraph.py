"""LNG002: a paragraph in another language than the article's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from newslint.checks.base import ArticleCheck, CheckOptions, Natural, Share
from newslint.facts.article_facts import ArticleFacts
from newslint.facts.citations import cited_paragraphs
from newslint.facts.furniture.comments import is_comment_form
from newslint.facts.furniture.pieces import Piece
from newslint.facts.language_names import foreign_name, language_name
from newslint.facts.languages import ParagraphLanguage
from newslint.facts.placeholders import is_filler
from newslint.facts.running_text import without_addresses
from newslint.facts.scripts import SCRIPTS, letters_in
from newslint.facts.twins import Twin
from newslint.model import Article, Finding, Related, Severity
from newslint.text.segment import Paragraph

BLOCK = 3
"""So many neighbouring foreign paragraphs are a block from elsewhere (a footer, a second version), not leftovers."""
MIXED = 5
"""From so many separate stretches of one other language on, the article is a mixture and is reported once."""


class UntranslatedParagraph(ArticleCheck):
    """A paragraph is in another language than the article.

    What it flags
    -------------
    Body paragraphs that are written in another language than the rest of the article: a paragraph the translator
    skipped, a source's own words left in, a block of another page. The finding covers the whole paragraph. Where at
    least ``bilingual_share`` of the body is foreign, the article is bilingual, and consecutive foreign paragraphs
    make one finding; three or more of them do in any article. From five separate stretches of one language on, the
    article is a mixture and one finding names them all.

    Why it hurts
    ------------
    A model trained on the corpus learns to switch languages in mid-article, language statistics are wrong, and readers
    meet text they cannot read. It is also a trace of a pipeline that lost or skipped a translation.

    Example
    -------
    An English article in which one paragraph reads ``Министр пообещал достроить мост до конца года, но денег на это
    в бюджете города пока нет.``

    Fix
    ---
    None: whether to translate or to drop the paragraph is for a person to say. A paragraph that repeats another one of
    the article is reported as LNG003 instead, which can drop it.

    Options
    -------
    min_letters : int, default 40, letters
        Shorter paragraphs are not reported: headings, captions, titles of works and slogans are often foreign on
        purpose. Of 16 shorter foreign paragraphs in 2,107 scraped articles none was a leftover of translation.
    bilingual_share : float, default 0.3, share of the body's letters (0 to 1)
        From here on the article is bilingual and one finding covers a run of foreign paragraphs. Articles with one
        paragraph left untranslated have less, unless they are very short.

    Limits
    ------
    Judged by script first, then function words and letters, then a statistical identifier; what these cannot tell is
    not reported. Not reported either: paragraphs that are nothing but a quotation, or a quotation introduced in the
    article's language; up to three paragraphs after a sentence that ends in a colon; quotations that run over several
    paragraphs or leave words out (``[…]``); a title that a label introduces (``Mehr lesen: What we know``); verse and
    lyrics (three or more short lines without a blank line between them); scripture in vocalised Arabic; bibliographic
    entries; embedded posts, known by the handle or the link after them; code; lists of names; menus that lost their
    spaces; URLs, e-mail addresses, hashtags and handles, which have no language; foreign sentences inside a paragraph
    (LNG006); paragraphs that LNG003 reports. A paragraph of which one half is in the article's language is not foreign.
    Originals printed beside their translation without any of these marks are reported, and so is page furniture in
    another language, but for the sentences of a comment form, which EXT011 reports.

    Between languages of different script twelve letters suffice to tell, between unrelated languages of one script
    30. Close pairs (Russian, Ukrainian, Belarusian and Bulgarian; Czech and Slovak; Portuguese, Spanish, Galician and
    Catalan; Danish, Norwegian and Swedish) need 80 letters, and a few pairs of Turkic, Iranian and Bantu languages too.
    Measured on held-out news sentences cut to 120 and to 160 characters, a sentence is seen as foreign in: Russian
    within Ukrainian 93 and 99 %, Ukrainian within Russian 97 and 100 %, Czech within Slovak 90 and 98 %, Slovak within
    Czech 81 and 91 %, Portuguese within Spanish 91 and 99 %, Galician within Spanish 71 and 84 %, Danish within
    Norwegian 53 and 72 %, Norwegian within Swedish 91 and 97 %. Other languages within English: 98 and 99 %.
    Croatian, Serbian and Bosnian, Indonesian and Malay, Bokmål and Nynorsk, Arabic and its dialects, English and
    Nigerian Pidgin are never told apart. Articles in languages that are not known are not judged, nor are paragraphs in
    scripts of which nothing is known (Cherokee, Canadian syllabics, Tifinagh, N'Ko, Syriac, Adlam …). Russian in Latin
    letters is not recognised.
    """

    code = "LNG002"
    slug = "untranslated-paragraph"
    severity = Severity.WARNING
    precision = (
        "18 of 18 findings right on 2,221 scraped articles, 15 of them page furniture; recall 0.99 for Russian "
        "and Ukrainian, 0.95–0.99 for other leftovers in articles made of translated news"
    )

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of LNG002; documented above."""

        min_letters: Natural = 40
        bilingual_share: Share = 0.3

    def applies(self, article: Article, facts: ArticleFacts) -> bool:  # noqa: ARG002
        """Return whether the article's language is one that can be judged."""
        return facts.language.code in SCRIPTS

    def check(self, article: Article, facts: ArticleFacts) -> Iterable[Finding]:
        """Return a finding for each foreign paragraph, or run of them in a bilingual article."""
        if not facts.paragraphs_may_be_foreign:
            return ()
        verdicts = facts.paragraph_languages
        foreign = [index for index, verdict in enumerate(verdicts) if verdict.verdict == "foreign"]
        home = facts.language.code
        if not foreign or home is None:
            return ()
        told = []
        for index in foreign:
            paragraph = facts.paragraphs[index]
            if verdicts[index].code == "la" and is_filler(paragraph.text):
                continue  # “Lorem ipsum” is in no language, and SCH004's
            letters = letters_in(without_addresses(paragraph.text))
            if letters < self.options.min_letters:
                continue
            # What is of a comment form EXT011 marks, in whatever language the page is.
            if not is_comment_form(article.text("body"), Piece(paragraph.start, paragraph.end)):
                told.append(_Foreign(paragraph, verdicts[index], letters))
        if not told:
            return ()
        cited = cited_paragraphs(facts.paragraphs, verdicts, home)
        told = [entry for entry in told if entry.paragraph.index not in cited]
        return [self._finding(article, runs, home, facts.possible_twins) for runs in _mixtures(self._runs(told, facts))]

    def _runs(self, told: Sequence[_Foreign], facts: ArticleFacts) -> list[list[_Foreign]]:
        """Return the paragraphs of each finding; those with a twin are LNG003's."""
        told = [entry for entry in told if entry.paragraph.index not in facts.twins] if told else []
        runs = _neighbours(told)
        if all(len(run) == 1 or len(run) >= BLOCK for run in runs):
            return runs
        total = sum(letters_in(paragraph.text) for paragraph in facts.paragraphs)
        if sum(entry.letters for entry in told) >= self.options.bilingual_share * total:
            return runs
        return [part for run in runs for part in ([run] if len(run) >= BLOCK else [[entry] for entry in run])]

    def _finding(
        self, article: Article, runs: Sequence[Sequence[_Foreign]], home: str, possible: Mapping[int, Twin]
    ) -> Finding:
        """Make the finding for one run of foreign paragraphs, or for all the *runs* of an article that mixes."""
        first, last = runs[0][0].paragraph, runs[0][-1].paragraph
        language = runs[0][0].language
        entries = [entry for run in runs for entry in run]
        evidence: dict[str, Any] = {
            "language": language.code,
            "article_language": home,
            "letters": sum(entry.letters for entry in entries),
            "paragraphs": len(entries),
            "why": language.why,
            "confidence": language.confidence,
        }
        if (twin := possible.get(first.index)) is not None:
            repeats = "title" if twin.partner_index is None else f"¶{twin.partner_index + 1}"
            evidence |= {"may_repeat": repeats, "probability": twin.probability}
        span = (first.start, last.end)
        return self.finding(
            article, "body", span, _message(runs, home), related=map(_others, runs[1:]), evidence=evidence
        )


class _Foreign(msgspec.Struct, frozen=True):
    """A foreign paragraph; its ``letters`` without those of addresses."""

    paragraph: Paragraph
    language: ParagraphLanguage
    letters: int


def _neighbours(told: Sequence[_Foreign]) -> list[list[_Foreign]]:
    """Group paragraphs that follow one another in one language."""
    runs: list[list[_Foreign]] = []
    for entry in told:
        last = runs[-1][-1] if runs else None
        if last and entry.paragraph.index == last.paragraph.index + 1 and entry.language.code == last.language.code:
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return runs


def _mixtures(runs: list[list[_Foreign]]) -> list[list[list[_Foreign]]]:
    """Put the runs of a language together in which the article has many."""
    times = Counter(run[0].language.code for run in runs)
    groups: list[list[list[_Foreign]]] = []
    mixtures: dict[str | None, list[list[_Foreign]]] = {}
    for run in runs:
        code = run[0].language.code
        if times[code] < MIXED or code not in mixtures:
            groups.append([run])
            mixtures[code] = groups[-1]
        else:
            mixtures[code].append(run)
    return groups


def _message(runs: Sequence[Sequence[_Foreign]], home: str) -> str:
    first = runs[0][0].language
    name = foreign_name(first.code, first.among)
    if len(runs) > 1:
        count = sum(map(len, runs))
        return (
            f"This article in {language_name(home)} goes over to {name} {len(runs)} times, {count} paragraphs in all."
        )
    subject = "This paragraph is" if len(runs[0]) == 1 else f"These {len(runs[0])} paragraphs are"
    return f"{subject} in {name}, the article in {language_name(home)}."


def _others(run: Sequence[_Foreign]) -> Related:
    first, last = run[0].paragraph, run[-1].paragraph
    return Related("body", first.start, last.end, first.text, label="also foreign")
