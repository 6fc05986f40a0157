"""DUP003 repeated-paragraph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, CheckOptions, Natural
from newslint.facts.prose import ends_sentence, is_listing, quoted_share
from newslint.facts.wording import is_unspaced
from newslint.model import Article, Edit, Finding, Fix, Related, Severity
from newslint.text.segment import Paragraph

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_ALL_QUOTED = 0.8
_NAMED = 5


_QUESTION_MARKS = ("?", "？", "؟", "?”", '?"', "?»")
_QUESTION = 300
"""Characters of the longest question that is asked twice; what is longer was copied."""


class RepeatedParagraph(ArticleCheck):
    """The same paragraph stands twice in one article.

    What it flags
    -------------
    A paragraph of the body that repeats an earlier one word for word; case, punctuation and white space do not count.
    However often a paragraph is repeated, it is one finding, at its first repetition; ``related`` names the original
    and all further repetitions.

    Why it hurts
    ------------
    Repeated text is learned by heart: a model trained on it repeats itself, and counts of words, quotations and
    sentiment are wrong. Mostly an extractor took a page's desktop and mobile version, or a caption with every picture.

    Example
    -------
    ``¶5 repeats ¶2 word for word (187 characters)``

    Fix
    ---
    Deletes the repetitions with the line breaks before them. Unsafe: whether the first or the last place is the right
    one only an editor can say.

    Options
    -------
    ``min_length`` (default 60 characters; 30 where words are not spaced, as in Chinese, Japanese and Thai): shorter
    paragraphs may repeat. In 2,107 real articles the repetitions of 40 to 60 characters were headings of teasers,
    buttons, product features and lines of meal plans.
    ``max_pull_quote`` (default 200 characters): a paragraph up to this length that is all quotation may repeat, as a
    pull quote does.

    Limits
    ------
    List items, ingredients and scores (a paragraph that opens with a bullet or number, or is mostly figures) are
    exempt, as are refrains and live-blog stamps, by their length, and questions with different answers. One changed
    word makes another paragraph; see DUP004. Where the whole body stands twice, DUP005 says so and this check is
    silent.
    """

    code = "DUP003"
    slug = "repeated-paragraph"
    severity = Severity.WARNING
    fix = "unsafe"
    precision = "60 of 63 flagged articles right among 2,107"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of DUP003."""

        min_length: Natural = 60
        max_pull_quote: Natural = 200

    def applies(self, article: Article, facts: ArticleFacts) -> bool:  # noqa: ARG002
        """Return whether the body has two paragraphs to compare."""
        return facts.paragraph_count > 1

    def check(self, article: Article, facts: ArticleFacts) -> Iterable[Finding]:
        """Yield one finding for every paragraph that is repeated."""
        return self._repeated(article, facts) if facts.repeated and facts.told_twice is None else ()

    def _repeated(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        repetitions: dict[int, list[Paragraph]] = defaultdict(list)
        for pair in facts.repeated:
            repetitions[pair.first].append(facts.paragraphs[pair.second])
        shortest = self._shortest(facts)
        for index, again in repetitions.items():
            original = facts.paragraphs[index]
            if len(original.text) < shortest or self._may_repeat(original.text):
                continue
            if not _is_asked_again(facts.paragraphs, original, again):
                yield self._describe(article, facts.paragraphs, original, again)

    def _shortest(self, facts: ArticleFacts) -> int:
        unspaced = is_unspaced(facts.paragraphs, facts.language.code)
        shortest: int = self.options.min_length
        return shortest // 2 if unspaced else shortest

    def _may_repeat(self, text: str) -> bool:
        """Return whether *text* is a list item or a pull quote."""
        pull_quote = len(text) <= self.options.max_pull_quote and quoted_share(text) >= _ALL_QUOTED
        return pull_quote or is_listing(text)

    def _describe(
        self, article: Article, paragraphs: Sequence[Paragraph], original: Paragraph, again: Sequence[Paragraph]
    ) -> Finding:
        places = ", ".join(f"¶{paragraph.index + 1}" for paragraph in again[:_NAMED])
        if len(again) > _NAMED:
            places += f" and {len(again) - _NAMED} more"
        verb = "repeats" if len(again) == 1 else "repeat"
        return self.finding(
            article,
            "body",
            (again[0].start, again[0].end),
            f"{places} {verb} ¶{original.index + 1} word for word ({len(original.text)} characters).",
            related=[_related(original, "original"), *(_related(paragraph, "repeated") for paragraph in again[1:])],
            evidence={
                "times": len(again) + 1,
                "length": len(original.text),
                "paragraphs_between": _gap(original, again),
            },
            fix=Fix(False, tuple(_deletion(paragraphs, paragraph) for paragraph in again)),
        )


def _is_asked_again(paragraphs: Sequence[Paragraph], question: Paragraph, again: Sequence[Paragraph]) -> bool:
    """Return whether a short *question* gets other answers *again*: two people were asked the same."""
    if not question.text.endswith(_QUESTION_MARKS) or len(question.text) > _QUESTION:
        return False
    answers = [paragraphs[each.index + 1].text for each in (question, *again) if each.index + 1 < len(paragraphs)]
    return len(set(answers)) == 1 + len(again) and all(map(ends_sentence, answers))


def _gap(original: Paragraph, again: Sequence[Paragraph]) -> int:
    return again[0].index - original.index - 1


def _related(paragraph: Paragraph, label: str) -> Related:
    return Related("body", paragraph.start, paragraph.end, paragraph.text, label)


def _deletion(paragraphs: Sequence[Paragraph], paragraph: Paragraph) -> Edit:
    """Return the edit that takes *paragraph* and the break before it out; a repetition is never the first."""
    return Edit("body", paragraphs[paragraph.index - 1].end, paragraph.end, "")
