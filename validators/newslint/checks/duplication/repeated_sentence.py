"""DUP006 repeated-sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, CheckOptions, Natural
from newslint.facts.echoes import echoes
from newslint.facts.prose import is_listing
from newslint.facts.refrains import is_refrain
from newslint.facts.twice import Loop, loops
from newslint.model import Article, Edit, Finding, Fix, Related, Severity
from newslint.text.segment import Paragraph

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_NAMED = 60


class RepeatedSentence(ArticleCheck):
    """A sentence is said twice in a row, or again and again.

    What it flags
    -------------
    A sentence of a paragraph that is followed by itself, or up to four sentences that are followed by themselves as a
    block. However often they go round it is one finding, which spans the repetitions; ``related`` names the first time.
    So is a phrase of two to eight words that stands four times in a row and more with no full stop between, as labels
    of a page do (``Read more Read more Read more Read more``), and a line whose two halves are the same.

    Why it hurts
    ------------
    Nobody writes so: an editor pasted twice, a script joined a teaser to the text that opens with it, or a generator
    ran in a loop. A model trained on loops learns to loop.

    Example
    -------
    ``“The mill was sold on Friday to a buyer from Orlec.” is said twice in a row.``

    Fix
    ---
    Deletes the repetitions. Unsafe: rhetoric repeats itself on purpose, though rarely a whole sentence.

    Options
    -------
    ``min_length`` (default 0 characters): raises the length from which what is repeated is looked at. For sentences and
    halves of a line this is 25 characters and four words, or 12 characters where words are not spaced (Chinese,
    Japanese, Thai): cries and refrains are shorter. For phrases it is eight letters, or four.

    Limits
    ------
    Only within one paragraph: a paragraph that stands twice is DUP003's, a body DUP005's. Speech in quotation marks and
    exclamations are exempt (chants), as are lists, and short sentences that a sentence beside them calls a song or
    poem, that stand below a colon, or that repeat themselves inside (refrains); lines of verse are paragraphs of their
    own. Sentences are split at full stops, so that abbreviations cut them; a block of up to four such pieces is still
    recognised. A phrase begins with a capital, or stands six times in a row in a script without capitals, and has no
    marks of sentences, lists or speech inside; of single words in a row writers make emphasis (``Girls Girls Girls``),
    and of what goes on with its first word a figure of speech (``Schritt für Schritt für Schritt``).
    """

    code = "DUP006"
    slug = "repeated-sentence"
    severity = Severity.WARNING
    fix = "unsafe"
    precision = "51 of 51 findings right on 2,107 articles, 44 of them the same label of one outlet"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of DUP006."""

        min_length: Natural = 0

    def applies(self, article: Article, facts: ArticleFacts) -> bool:  # noqa: ARG002
        """Return whether there is a body."""
        return facts.paragraph_count > 0

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Return a finding for each sentence or block of sentences that is repeated."""
        body = article.text("body")
        found = [(paragraph, loop) for paragraph in facts.may_loop for loop in self._loops(paragraph.text, loops)]
        told = {paragraph.index for paragraph, _ in found}
        found += [
            (paragraph, loop)
            for paragraph in facts.may_echo
            if paragraph.index not in told
            for loop in self._loops(paragraph.text, echoes)
        ]
        found = [
            (paragraph, loop)
            for paragraph, loop in found
            if not is_refrain(body, *(paragraph.start + offset for offset in loop[:3]))
        ]
        if not found or facts.told_twice is not None:
            return iter(())
        return (self._describe(article, paragraph, loop) for paragraph, loop in found)

    def _loops(self, text: str, find: Callable[[str], Iterator[Loop]]) -> Sequence[Loop]:
        found = [loop for loop in find(text) if loop.again - loop.start >= self.options.min_length]
        return found if found and not is_listing(text) else ()

    def _describe(self, article: Article, paragraph: Paragraph, loop: Loop) -> Finding:
        said = paragraph.text[loop.start : loop.again]
        start, again, end = (paragraph.start + offset for offset in (loop.start, loop.again, loop.end))
        blanks = len(paragraph.text[loop.again : loop.end]) - len(paragraph.text[loop.again : loop.end].lstrip())
        shown = said if len(said) <= _NAMED else said[:_NAMED].rstrip() + "…"
        often = "twice" if loop.times == 2 else f"{loop.times} times"
        return self.finding(
            article,
            "body",
            (again + blanks, end),
            f"“{shown}” is said {often} in a row.",
            related=[Related("body", start, again, said, "first time")],
            evidence={"times": loop.times, "length": len(said)},
            fix=Fix(False, (Edit("body", again, end, ""),)),
        )
