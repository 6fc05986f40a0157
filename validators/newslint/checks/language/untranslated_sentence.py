"""LNG006: a foreign sentence inside a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.checks.base import ArticleCheck, CheckOptions, Natural
from newslint.facts.article_facts import ArticleFacts
from newslint.facts.citations import cited_by_neighbours, is_cited, is_code
from newslint.facts.function_words import votes
from newslint.facts.kinship import close, group_of
from newslint.facts.language_names import foreign_name, language_name
from newslint.facts.languages import ParagraphLanguage, paragraph_language
from newslint.facts.running_text import quotations
from newslint.facts.scripts import SCRIPTS, census, letters_in, only_latin, written_in
from newslint.model import Article, Finding, Severity
from newslint.text.segment import Paragraph

_SENTENCE_END = re.compile(r"[.!?…]{1,3}[\"»”’)\]]{0,2}\s+|[。！？।]+[」』”]?")
MAX_CHARACTERS = 4_000
"""How much of a paragraph is looked at."""
HOME_SHARE = 0.6
"""From this share of letters in a script of the article's language on, its function words are looked for."""
HOME_WORDS = 2
"""With so many function words of the article's language no sentence is taken for foreign."""
MIN_LEAD = 5
"""A foreign sentence has so many times as many function words of its language as of the article's: the Italian for
“head of Citizens for Ethics in Washington” has English ones too."""


class UntranslatedSentence(ArticleCheck):
    """A sentence inside a paragraph is in another language than the article.

    What it flags
    -------------
    A sentence of a paragraph that is otherwise in the article's language, or cannot be told, but is itself in another:
    one that the translator skipped, or a caption or a menu run into the text.

    Why it hurts
    ------------
    Filters that judge whole paragraphs let it pass, and readers and models meet a sentence they cannot understand.

    Example
    -------
    ``The bridge opened in May. Движение по нему откроют только осенью, когда построят дорогу. The mayor was there.``

    Fix
    ---
    None: whether to translate or to drop the sentence is for a person to say.

    Options
    -------
    min_letters : int, default 60, letters
        Shorter sentences are titles, slogans and phrases cited without marks. Languages of one script are told apart
        with 99 % of sentences right from 81 characters on, with 97 % from 41 on.

    Limits
    ------
    Words in quotation marks do not count. Sentences in brackets are exempt, and so are paragraphs that a post, a
    quotation or a reference explains (see LNG002). Parts of sentences are not judged, nor are languages close to the
    article's. Paragraphs that are foreign as a whole are LNG002's.
    """

    code = "LNG006"
    slug = "untranslated-sentence"
    severity = Severity.WARNING
    preview = True
    precision = (
        "4 of 4 findings right on 2,221 scraped articles, 4 of 4 on 3,030 edited ones in 100 languages, 18 of 21 on "
        "15,867 translated ones in 128 languages, too few to leave preview; recall 0.80–0.93 for sentences of 100 "
        "letters"
    )

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of LNG006; documented above."""

        min_letters: Natural = 60

    def applies(self, article: Article, facts: ArticleFacts) -> bool:  # noqa: ARG002
        """Return whether the article's language is one that can be judged."""
        return facts.language.code in SCRIPTS

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each foreign sentence."""
        home = facts.language.code
        if home is None:
            return
        for paragraph, verdict in zip(facts.paragraphs, facts.paragraph_languages, strict=True):
            if verdict.verdict == "foreign":
                continue
            if is_code(paragraph.text) or cited_by_neighbours(
                facts.paragraphs, facts.paragraph_languages, paragraph.index
            ):
                continue
            for start, end, told in self._foreign_sentences(paragraph, home):
                yield self._finding(article, (start, end), told, home)

    def _foreign_sentences(self, paragraph: Paragraph, home: str) -> Iterator[tuple[int, int, ParagraphLanguage]]:
        text = paragraph.text[:MAX_CHARACTERS]
        quoted = quotations(text)
        for start, end in _sentences(text):
            if _is_short(text[start:end], self.options.min_letters) or _is_at_home(text[start:end], home):
                continue
            sentence = _unquoted(text, start, end, quoted)
            if letters_in(sentence) >= self.options.min_letters:
                told = paragraph_language(sentence, home)
                if self._is_told(told, home) and not _is_on_purpose(sentence, home, told.code):
                    yield paragraph.start + start, paragraph.start + end, told

    def _is_told(self, told: ParagraphLanguage, home: str) -> bool:
        """Return whether the sentence is foreign beyond doubt."""
        if told.verdict != "foreign" or told.letters < self.options.min_letters:
            return False
        return told.code is None or not close(home, told.code)

    def _finding(self, article: Article, span: tuple[int, int], told: ParagraphLanguage, home: str) -> Finding:
        message = f"This sentence is in {foreign_name(told.code, told.among)}, the article in {language_name(home)}."
        evidence = {
            "language": told.code,
            "article_language": home,
            "letters": told.letters,
            "why": told.why,
            "confidence": told.confidence,
        }
        return self.finding(article, "body", span, message, evidence=evidence)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence; abbreviations part some, which makes those shorter and no worse."""
    start = 0
    for end in (*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)):
        sentence = text[start:end]
        left = start + len(sentence) - len(sentence.lstrip())
        yield left, left + len(sentence.strip())
        start = end


def _is_short(sentence: str, min_letters: int) -> bool:
    # Scripts whose signs stand for several letters have more letters than characters.
    return len(sentence) < min_letters and only_latin(sentence)


def _is_at_home(sentence: str, home: str) -> bool:
    """Return whether the function words show that the sentence is in the article's language: nearly always they do."""
    if not only_latin(sentence) and written_in(census(sentence), home) < HOME_SHARE:
        return False
    ballot, group = votes(sentence), group_of(home)
    return ballot.counts.get(group, 0) > ballot.best_but(group)[1]


def _outside_names(sentence: str) -> str:
    """Return the words in lower case that do not stand between two capitals, as in ``Citizens for Ethics``."""
    words = sentence.split()
    capital = [True, *(word[:1].isupper() for word in words), True]
    return " ".join(word for i, word in enumerate(words) if not capital[i + 1] and not (capital[i] and capital[i + 2]))


def _is_on_purpose(sentence: str, home: str, code: str | None) -> bool:
    """Return whether the sentence is cited, a gloss in brackets, or one at home that is full of foreign names."""
    if sentence.startswith("(") and sentence.rstrip(".").endswith(")"):
        return True
    all_votes, without_names = votes(sentence).counts, votes(_outside_names(sentence)).counts
    own, theirs = all_votes.get(group_of(home), 0), all_votes.get(group_of(code or ""), 0)
    if own >= HOME_WORDS or own * MIN_LEAD > theirs or 2 * without_names.get(group_of(code or ""), 0) < theirs:
        return True
    return is_cited(sentence, home, code)


def _unquoted(text: str, start: int, end: int, quoted: Sequence[tuple[int, int]]) -> str:
    """Return what of the sentence ``text[start:end]`` stands outside the quotations of its paragraph."""
    pieces: list[str] = []
    for first, last in quoted:
        if first < end and start < last:
            pieces.append(text[start : max(start, first)])
            start = min(end, last)
    return " ".join([*pieces, text[start:end]]).strip()
