"""LNG003: a paragraph left in the source language beside its own translation."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from newslint.checks.base import ArticleCheck, replace
from newslint.facts.article_facts import ArticleFacts
from newslint.facts.language_names import language_name
from newslint.facts.twins import Twin
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
    languages, months and the like (``США``, ``US``), words of one origin, and for 21 pairs of languages a table of
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
    None. The log-odds from which two texts count as translations were learned with the scorer: the lowest that keep a
    precision of 0.99 (0.995 where there is no word table) in cross-validation on 7,000 articles built from translated
    news.

    Limits
    ------
    Only paragraphs that are foreign beyond doubt are compared, so not those in a language close to the article's that
    are too short to tell apart. A short paragraph without numbers or names in a pair of languages without a word table
    cannot be told from an untranslated one and stays ``untranslated-paragraph``; so does any of fewer than 40 letters
    in such a pair. Of one paragraph at most the first 4,000 characters, and of one article the first 40 foreign
    paragraphs are compared. A quotation that an article prints in the original and then translated is flagged like
    any other twin if it fills a paragraph.
    """

    code = "LNG003"
    slug = "untranslated-duplicate"
    severity = Severity.ERROR
    fix = "unsafe"
    precision = (
        "precision 0.97–1.00, recall 0.91–0.94 (English with Russian, Ukrainian, German, Czech), 0.78 (Chinese), "
        "0.73 (Japanese), on articles built from translated news; 4 of 5 findings right on 2,232 scraped articles"
    )

    def applies(self, article: Article, facts: ArticleFacts) -> bool:  # noqa: ARG002
        """Return whether the article's language is known."""
        return facts.language.code is not None

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield one finding for every foreign paragraph whose translation is in the article."""
        for index, twin in sorted(facts.twins.items()):
            paragraph = facts.paragraphs[index]
            foreign = facts.paragraph_languages[index].code
            yield self.finding(
                article,
                "body",
                (paragraph.start, paragraph.end),
                _message(twin, foreign, facts.language.code),
                related=[Related(twin.field, twin.start, twin.end, twin.text, label="translation")],
                evidence={
                    "score": twin.score,
                    "names": [" / ".join(pair) for pair in dict.fromkeys((*twin.names, *twin.concepts))],
                    "numbers": list(twin.numbers),
                    "language": foreign,
                    "article_language": facts.language.code,
                },
                fix=_drop(facts.paragraphs, index),
            )


def _message(twin: Twin, foreign: str | None, own: str | None) -> str:
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
    left_in = language_name(foreign) if foreign else "another language"
    article = f"{language_name(own)} article" if own else "article"
    return f"A paragraph left in {left_in} repeats {what} of this {article}{because}."


def _drop(paragraphs: tuple[Paragraph, ...], index: int) -> Fix:
    """Return the fix that removes a paragraph, keeping the wider of the breaks around it for its neighbours."""
    paragraph = paragraphs[index]
    start, end = paragraph.start, paragraph.end
    if index + 1 < len(paragraphs) and (index == 0 or paragraph.before != "line"):
        end = paragraphs[index + 1].start
    elif index > 0:
        start = paragraphs[index - 1].end
    return replace("body", start, end, "", safe=False)
