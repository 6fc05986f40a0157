"""LNG002: a paragraph in another language than the article's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from newslint.checks.base import ArticleCheck
from newslint.checks.base import Options as BaseOptions
from newslint.facts import identifier
from newslint.facts.article_facts import ArticleFacts
from newslint.facts.function_words import votes
from newslint.facts.kinship import group_of
from newslint.facts.language_names import language_name, one_of
from newslint.facts.languages import ParagraphLanguage
from newslint.facts.running_text import outside_quotations, without_addresses
from newslint.facts.scripts import SCRIPTS, census, count_letters, letters_in, written_in
from newslint.model import Article, Finding, Severity
from newslint.text.segment import Paragraph

VERSE_LETTERS = 60
"""Lines of verse and lyrics are shorter than this many letters."""
REFERENCE_CHARACTERS = 200
"""The authors and the year of a bibliographic entry stand within these characters."""
BLOCK = 3
"""So many neighbouring foreign paragraphs are a block from elsewhere (a footer, a second version), not leftovers."""
VOCALISED = 0.25
"""Vowel signs per letter from which Arabic text is a citation of scripture or verse; news has less than 0.05."""
POST_SIGNATURE_CHARACTERS = 120
"""The handle of a post's author stands within these characters of the line that signs it."""
VERSE_LINES = 3
"""As many short foreign lines without a blank line between them are verse or a list, not paragraphs."""


class UntranslatedParagraph(ArticleCheck):
    """A paragraph is in another language than the article.

    What it flags
    -------------
    Body paragraphs that are written in another language than the rest of the article: a paragraph the translator
    skipped, a source's own words left in, a block of another page. The finding covers the whole paragraph. Where at
    least ``bilingual_share`` of the body is foreign, the article is bilingual, and consecutive foreign paragraphs
    make one finding; three or more of them do in any article.

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
    article's language; verse and lyrics (three or more short lines without a blank line between them); scripture in
    vocalised Arabic; bibliographic entries; embedded posts signed with a handle; code; lists of names; URLs, e-mail
    addresses, hashtags and handles, which have no language; foreign sentences inside a paragraph (LNG006); paragraphs
    that LNG003 reports. A paragraph of which one half is in the article's language is not foreign. Originals printed
    beside their translation without quotation marks are reported, and so is page furniture in another language.

    Between languages of different script twelve letters suffice to tell, between unrelated languages of one script
    30. Close pairs (Russian, Ukrainian, Belarusian and Bulgarian; Czech and Slovak; Portuguese, Spanish, Galician and
    Catalan; Danish, Norwegian and Swedish) need 80 letters, and a few pairs of Turkic, Iranian and Bantu languages too.
    Measured on held-out news sentences cut to 120 and to 160 characters, a sentence is seen as foreign in: Russian
    within Ukrainian 93 and 99 %, Ukrainian within Russian 97 and 100 %, Czech within Slovak 90 and 98 %, Slovak within
    Czech 81 and 91 %, Portuguese within Spanish 91 and 99 %, Galician within Spanish 71 and 84 %, Danish within
    Norwegian 53 and 72 %, Norwegian within Swedish 91 and 97 %. Other languages within English: 98 and 99 %.
    Croatian, Serbian and Bosnian, Indonesian and Malay, Bokmål and Nynorsk, Arabic and its dialects, English and
    Nigerian Pidgin are never told apart. Articles in languages that are not known are not judged. Russian in Latin
    letters is not recognised.
    """

    code = "LNG002"
    slug = "untranslated-paragraph"
    severity = Severity.WARNING
    precision = (
        "language right in 46 of 47 findings on 2,107 scraped articles, 37 of them worth a warning (the others cite); "
        "recall 0.99 for Russian and Ukrainian leftovers in 1,076 English articles made for it"
    )

    class Options(BaseOptions, frozen=True, forbid_unknown_fields=True, kw_only=True):
        """Options of LNG002; documented above."""

        min_letters: int = 40
        bilingual_share: float = 0.3

    def applies(self, article: Article, facts: ArticleFacts) -> bool:  # noqa: ARG002
        """Return whether the article's language is one that can be judged."""
        return facts.language.code in SCRIPTS

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each foreign paragraph, or run of them in a bilingual article."""
        home = facts.language.code
        foreign = [
            _Foreign(paragraph, verdict)
            for paragraph, verdict in zip(facts.paragraphs, facts.paragraph_languages, strict=True)
            if verdict.verdict == "foreign"
        ]
        if home is None or not foreign:
            return
        told = [entry for entry in foreign if entry.letters >= self.options.min_letters and not entry.exempt(home)]
        verse = _verse([entry.paragraph for entry in foreign])
        posts = _embedded_posts(facts.paragraphs)
        told = [entry for entry in told if entry.paragraph.index not in verse | posts]
        for run in self._runs(told, facts):
            yield self._finding(article, run, home)

    def _runs(self, told: Sequence[_Foreign], facts: ArticleFacts) -> list[list[_Foreign]]:
        """Return the paragraphs of each finding; those with a twin are LNG003's."""
        told = [entry for entry in told if entry.paragraph.index not in facts.twins] if told else []
        runs = _neighbours(told)
        if len(runs) == len(told):
            return runs
        total = sum(letters_in(paragraph.text) for paragraph in facts.paragraphs)
        if sum(entry.letters for entry in told) >= self.options.bilingual_share * total:
            return runs
        return [part for run in runs for part in ([run] if len(run) >= BLOCK else [[entry] for entry in run])]

    def _finding(self, article: Article, run: Sequence[_Foreign], home: str) -> Finding:
        first, last = run[0].paragraph, run[-1].paragraph
        subject = "This paragraph is" if len(run) == 1 else f"These {len(run)} paragraphs are"
        language = run[0].language
        message = f"{subject} in {_name(language)}, the article in {language_name(home)}."
        evidence = {
            "language": language.code,
            "article_language": home,
            "letters": sum(entry.letters for entry in run),
            "paragraphs": len(run),
            "why": language.why,
            "confidence": language.confidence,
        }
        return self.finding(article, "body", (first.start, last.end), message, evidence=evidence)


class _Foreign(msgspec.Struct, frozen=True):
    """A foreign paragraph."""

    paragraph: Paragraph
    language: ParagraphLanguage

    @property
    def letters(self) -> int:
        return letters_in(without_addresses(self.paragraph.text))

    def exempt(self, home: str) -> bool:
        """Return whether the paragraph is foreign on purpose."""
        text = self.paragraph.text
        return (
            _is_quotation(text, home, self.language.code)
            or _is_reference(text)
            or _is_code(text)
            or _is_vocalised(text)
        )


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


def _name(language: ParagraphLanguage) -> str:
    if language.among:
        return one_of(language.among)
    return language_name(language.code) if language.code else "another language"


def _is_quotation(text: str, home: str, code: str | None) -> bool:
    """Return whether what is foreign in *text* stands in quotation marks, introduced in the article's language or not.

    ``"Нет войне", he said.`` is a quotation; ``«Нет войне», — сказал он.`` was left untranslated as a whole.
    """
    outside = outside_quotations(text)
    letters = count_letters(outside)
    if 2 * letters >= count_letters(text):
        return False
    if letters < 5:
        return True
    if code is None or set(SCRIPTS[home]).isdisjoint(SCRIPTS.get(code, ())):
        return written_in(census(outside), home) >= 0.5
    ballot = votes(outside).counts
    ours, theirs = ballot.get(group_of(home), 0), ballot.get(group_of(code), 0)
    if ours != theirs:
        return ours > theirs
    chances = identifier.probabilities(outside)
    return chances.get(group_of(home), 0.0) >= chances.get(group_of(code), 0.0)


_REFERENCE_SIGNS = ("doi:", "doi.org", "ISBN", "ISSN", "arXiv", " pp. ", " Vol. ", " vol. ", "et al.")
_AUTHOR = re.compile(r"[^\W\d_][\w'’-]{1,30},? (?:[A-Z]\.? ?){1,3}[,.&(:;]")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}[a-z]?[).:,;]")
_CODE_SIGNS = ("{", "}", "();", "=>", "</", "==", "!=", "function(", "var ")


def _is_reference(text: str) -> bool:
    """Return whether *text* looks like an entry of a bibliography: ``Lind A, Moss B, 2009. Title. Journal 3: 1-9``."""
    if _AUTHOR.match(text) and _YEAR.search(text[:REFERENCE_CHARACTERS]):
        return True
    return any(sign in text for sign in _REFERENCE_SIGNS) and any(map(str.isdigit, text))


def _is_vocalised(text: str) -> bool:
    """Return whether *text* is Arabic with its vowel signs, as scripture is cited."""
    signs = sum("\u064b" <= character <= "\u0652" for character in text)
    return signs > 0 and signs >= VOCALISED * count_letters(text)


def _is_code(text: str) -> bool:
    """Return whether *text* has the signs of program code, more than prose ever has."""
    return sum(map(text.count, _CODE_SIGNS)) >= 3


def _embedded_posts(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Return the indices of posts of social networks: the line after them signs with a dash and a handle."""
    return {
        text.index
        for text, signature in pairwise(paragraphs)
        if signature.text[:1] in ("—", "–", "-") and "(@" in signature.text[:POST_SIGNATURE_CHARACTERS]
    }


def _verse(foreign: Sequence[Paragraph]) -> set[int]:
    """Return the indices of foreign lines that form verse: short, and with no blank line between them."""
    verse: set[int] = set()
    block: list[int] = []
    for paragraph in foreign:
        short = len(paragraph.text) < VERSE_LETTERS
        follows = bool(block) and paragraph.before == "line" and paragraph.index == block[-1] + 1
        block = [*block, paragraph.index] if short and follows else [paragraph.index] if short else []
        if len(block) >= VERSE_LINES:
            verse.update(block)
    return verse
