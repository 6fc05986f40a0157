"""LNG003: a paragraph left in the source language beside its own translation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from newslint.checks.base import Amount, ArticleCheck, CheckOptions, replace
from newslint.facts.article_facts import ArticleFacts
from newslint.facts.embedder import Embedder, load_encoder
from newslint.facts.language_names import language_name
from newslint.facts.twins import Twin, find_answers
from newslint.model import Article, Finding, Fix, Related, Severity
from newslint.text.segment import Paragraph

_NAMED = 4


class UntranslatedDuplicate(ArticleCheck):
    """A paragraph was left in the source language although its translation stands in the same article.

    What it flags
    -------------
    A paragraph in another language than the article's that repeats the title, a paragraph, some of its sentences, or
    two neighbouring paragraphs. What they share is found without a translator: numbers and dates, names once both
    sides are in Latin letters and case endings are set aside (``Путин``, ``Putin``), the names of countries,
    languages, months and the like (``США``, ``US``), words of one origin, and for 22 pairs of languages a table of
    which word stems translate which. All of it weighs as much as it is rare in the article. The finding takes the
    place of ``untranslated-paragraph``.

    Why it hurts
    ------------
    The article says the same twice, once in a language its readers and models do not expect: language statistics,
    deduplication and training on translations all go wrong, and no filter that works on whole articles notices.

    Example
    -------
    An English article with the title ``Mayor of Lindenau denies meeting Weber before the vote`` and the line
    ``Мэр Линденау отрицает встречу с Вебером до голосования`` between two English paragraphs.

    Fix
    ---
    Drops the paragraph and one of the line breaks around it. Unsafe: the original may say more than its translation.

    Options
    -------
    embedder : str, default "" (none), ``package.module:function``
        A function of yours that turns a list of texts into as many vectors: any multilingual sentence-embedding
        model, which the function loads. Only places that look likely without it are asked about.
    embedder_weight : float, default 6.0, log-odds for each unit of cosine
        A choice: a clear translation then weighs about as much as three names that agree.
    embedder_neutral : float, default 0.5, a cosine (-1 to 1)
        Where the model speaks neither for nor against. A choice between the cosines of unrelated news sentences and
        of translations; measure those of your model.

    The log-odds from which two texts count as translations are no option. They were learned with the scorer: the
    lowest that keep a precision of 0.99 (0.995 where there is no word table) in cross-validation on 7,000 articles
    built from translated news.

    Limits
    ------
    Only paragraphs that are foreign beyond doubt are compared, so not those in a language close to the article's that
    are too short to tell apart; and Russian in Latin letters (``Shkola otkroetsya v sentyabre``), of 30 letters
    and more. A short paragraph without numbers or names in a pair of languages without a word table
    cannot be told from an untranslated one and stays ``untranslated-paragraph``; so does any of fewer than 40 letters
    in such a pair. Of one paragraph at most the first 4,000 characters, and of one article the first 40 foreign
    paragraphs are compared. What an article quotes in the original (a paragraph in quotation marks, an embedded post,
    verse) beside its translation is left alone. Two paragraphs that only tell the same news, one of them foreign, can
    be taken for translations.
    """

    code = "LNG003"
    slug = "untranslated-duplicate"
    severity = Severity.ERROR
    fix = "unsafe"
    precision = (
        "precision 0.97–1.00, recall 0.91–0.94 (English with Russian, Ukrainian, German, Czech), 0.76 (Chinese), "
        "0.71 (Japanese), on articles built from translated news; 2 of 2 findings right on 2,232 scraped articles"
    )

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of LNG003; documented above."""

        embedder: str = ""
        embedder_weight: Amount = 6.0
        embedder_neutral: Amount = 0.5

    def __init__(self, options: Any = None, severity: Severity | None = None) -> None:
        super().__init__(options, severity)
        own = self.options
        # Imported at once, so that a wrong name stops the run at its start.
        encode = load_encoder(own.embedder, f"{self.code}.embedder") if own.embedder else None
        self._embedder = Embedder(encode, own.embedder_weight, own.embedder_neutral) if encode else None

    def applies(self, article: Article, facts: ArticleFacts) -> bool:  # noqa: ARG002
        """Return whether the article's language is known."""
        return facts.language.code is not None

    def check(self, article: Article, facts: ArticleFacts) -> Iterable[Finding]:
        """Return one finding for every foreign paragraph whose translation is in the article."""
        twins = self._twins(article, facts)
        return [self._finding(article, facts, twins[index]) for index in sorted(twins)] if twins else ()

    def _twins(self, article: Article, facts: ArticleFacts) -> Mapping[int, Twin]:
        """Return the twins; those of the facts, unless a model of the user's has a say."""
        if self._embedder is None:
            return facts.twins
        answers = find_answers(
            article, facts.paragraphs, facts.paragraph_languages, facts.language, likeness=self._embedder
        )
        return answers.duplicates

    def _finding(self, article: Article, facts: ArticleFacts, twin: Twin) -> Finding:
        """Make the finding for one twin."""
        paragraph = facts.paragraphs[twin.index]
        return self.finding(
            article,
            "body",
            (paragraph.start, paragraph.end),
            _message(twin, facts.language.code),
            related=[Related(twin.field, twin.start, twin.end, twin.text, label="translation")],
            evidence={
                "score": twin.score,
                "names": [" / ".join(pair) for pair in dict.fromkeys((*twin.names, *twin.concepts))],
                "numbers": list(twin.numbers),
                "language": twin.language,
                "article_language": facts.language.code,
            },
            fix=_drop(facts.paragraphs, twin.index),
        )


def _message(twin: Twin, own: str | None) -> str:
    """Name the languages, what is repeated, and the first few things that agree."""
    if twin.partner_index is None:
        what = "the title"
    elif twin.partner_is_part:
        what = f"part of paragraph {twin.partner_index + 1}"
    else:
        first = twin.partner_index + 1
        what = f"paragraph {first}" if twin.partner_paragraphs == 1 else f"paragraphs {first} and {first + 1}"
    agreeing = chain((" = ".join(pair) for pair in (*twin.names, *twin.concepts)), twin.numbers)
    shown = list(dict.fromkeys(agreeing))[:_NAMED]
    because = f"; {', '.join(shown)} agree" if shown else ""
    left_in = _language(twin.language)
    article = f"{language_name(own)} article" if own else "article"
    return f"A paragraph left in {left_in} repeats {what} of this {article}{because}."


def _language(code: str | None) -> str:
    """Name the language *code*, and its script if that is not the usual one."""
    if code is None:
        return "another language"
    language, _, script = code.partition("-")
    return f"{language_name(language)} in Latin letters" if script == "Latn" else language_name(language)


def _drop(paragraphs: Sequence[Paragraph], index: int) -> Fix:
    """Return the fix that removes a paragraph, keeping the wider of the breaks around it for its neighbours."""
    paragraph = paragraphs[index]
    start, end = paragraph.start, paragraph.end
    if index + 1 < len(paragraphs) and (index == 0 or paragraph.before != "line"):
        end = paragraphs[index + 1].start
    elif index > 0:
        start = paragraphs[index - 1].end
    return replace("body", start, end, "", safe=False)
