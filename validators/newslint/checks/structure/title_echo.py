"""STR004 title-echo."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, CheckOptions, Natural, replace
from newslint.facts.prose import ends_sentence, is_unspaced
from newslint.facts.stubs import repeats_title
from newslint.facts.titles import tail, wording
from newslint.model import Article, Finding, Fix, Related, Severity
from newslint.text.segment import Paragraph, Paragraphs

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_NEXT = re.compile(r"\s+")
# The numbers below were set on 2,107 real articles, by reading what each lets in; those of size only bound the work.
_HEAD = 800
"""Characters of the body in which the words of the title must stand."""
_MIN_LETTERS = 12
"""Letters of the shortest title that is looked for; see the limits."""
_LONGER = 1.6
"""How many times longer a line may be than the title, or the title than a line, if one begins or ends the other."""
_PREFIX = 30
"""Letters before the title in its line: a kicker such as ``Exclusive:``."""
_BESIDE = 70
"""Characters that a line may have beyond that: the name of the outlet, a date."""
_TOLD_WORDS = 4
"""Words of a title that is looked for below the head: fewer are a name or a phrase, which may head a section."""
_PLACES = 4
"""Places at which it is looked for there."""
_SENTENCE_MARKS = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "۔", '"', "”", "»", "“", "」")
_MAX_TITLE = 400
_SHOWN = 60


class TitleEcho(ArticleCheck):
    """The body repeats the title at its beginning.

    What it flags
    -------------
    A paragraph near the beginning of the body that is the title, whatever its case, punctuation and spaces, also where
    one of the two has the outlet's name beside it (``Headline | Orlin Post``); one of the first two paragraphs that is
    the title with a kicker or a label (``Orlin: headline``), or the whole of a title that was cut; and a first
    paragraph that begins with the title and runs on into the next sentence (``The bridge is closedThe town waits``),
    where the title alone is marked. Where there is none of these, the first line of the body that is the title to the
    letter, behind the menus of a page.

    Why it hurts
    ------------
    The headline is counted twice: summaries and models that are trained to write a title find it in the text, and two
    copies of one story differ by it.

    Example
    -------
    ``¶1 is the title again.``

    Fix
    ---
    Takes the paragraph out, or the title from its beginning. Unsafe: the title may be meant as the first sentence. No
    fix where nothing else is left.

    Options
    -------
    ``within`` (default 5 paragraphs): how far from the beginning a title that is not repeated to the letter may stand,
    behind navigation, a date or a kicker. In 2,107 real articles 157 have it in the first paragraph, 37 in the next
    five, and 25 below.

    Limits
    ------
    Titles of fewer than 12 letters, digits and vowel signs are not looked for: one-word titles are names. Beyond the
    first 800 characters only titles of four words and more count, which do not end like a sentence or a quotation, and
    only one finding is made. A body that is nothing but the title is STR001's. A first sentence that only begins with
    the words of the title, as many ledes do, is none. In scripts without capitals a title that runs on is seen only
    where its spaces or a digit behind it show it.
    """

    code = "STR004"
    slug = "title-echo"
    severity = Severity.INFO
    fix = "unsafe"
    precision = "82 of 82 findings read right on 2,107 articles; 18 of 19 annotated ones found"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of STR004."""

        within: Natural = 5

    def applies(self, article: Article, facts: ArticleFacts) -> bool:  # noqa: ARG002
        """Return whether the article has a title and a body."""
        return bool(article.title and article.body)

    def check(self, article: Article, facts: ArticleFacts) -> Iterable[Finding]:
        """Return the finding, if some words of the title stand together at the beginning of the body, or below."""
        title = article.text("title").strip()
        found = tuple(self._check(article, facts, title)) if _may_echo(title, article.text("body")) else ()
        return found or self._below(article, facts, title)

    def _check(self, article: Article, facts: ArticleFacts, title: str) -> Iterator[Finding]:
        words = wording(title)
        if len(words) < _MIN_LETTERS or repeats_title(article.text("body"), title):
            return
        for paragraph in islice(facts.paragraphs, self.options.within):
            if _is_title(title, words, paragraph):
                yield self._finding(article, facts, paragraph, 0)
            elif paragraph.index == 0 and _runs_on(title, paragraph.text):
                yield self._finding(article, facts, paragraph, _end(title, paragraph.text))

    def _below(self, article: Article, facts: ArticleFacts, title: str) -> Iterator[Finding]:
        """Yield a finding for the first line that is the title to the letter, behind the menus of a page."""
        body = article.text("body")
        for headline in (title, _headline(title)):
            if headline not in body or not _is_told(headline) or len(wording(headline)) < _MIN_LETTERS:
                continue
            line = next(_whole_lines(facts.paragraphs, body, headline), None)
            if line is not None:
                if not repeats_title(body, title):
                    yield self._finding(article, facts, line, 0)
                return

    def _finding(self, article: Article, facts: ArticleFacts, paragraph: Paragraph, length: int) -> Finding:
        body = article.text("body")
        start = paragraph.start
        end = start + length if length else paragraph.end
        said = (
            f"¶{paragraph.index + 1} begins with the title" if length else f"¶{paragraph.index + 1} is the title again"
        )
        return self.finding(
            article,
            "body",
            (start, end),
            f"{said}.",
            related=(Related("title", None, None, article.text("title")[:_SHOWN], "title"),),
            evidence={"paragraph": paragraph.index + 1},
            fix=_fix(body, start, end) if length or len(facts.paragraphs) > 1 else None,
        )


def _fix(body: str, start: int, end: int) -> Fix:
    after = _NEXT.match(body, end)
    return replace("body", start, after.end() if after else end, "", safe=False)


def _may_echo(title: str, body: str) -> bool:
    """Return whether two pairs of neighbouring words of *title* stand at the beginning of *body*.

    They are taken from its beginning, its middle and its end, since a name may stand beside the headline in either.
    """
    words = title[:_MAX_TITLE].lower().split()
    opening = body[:_HEAD].lower()
    if len(words) < 4:
        return all(word[:4] in opening for word in words)
    middle = len(words) // 2
    if words[middle] not in opening and words[middle - 1] not in opening:
        return False
    if "\u00a0" in opening or "  " in opening:
        opening = " ".join(opening.split())
    pairs = (f"{words[at]} {words[at + 1]}" for at in (middle, middle - 1, 0, len(words) - 2))
    return sum(pair in opening for pair in pairs) > 1


def _is_title(title: str, words: str, paragraph: Paragraph) -> bool:
    """Return whether *paragraph* is the *title*, whose letters are *words*, or that with something beside it."""
    text = paragraph.text
    if len(text) > _LONGER * len(title) + _BESIDE:
        return False
    said = wording(text)
    if said == words:
        return True
    if len(said) < _MIN_LETTERS:
        return False
    if wording(_headline(title)) == said or _without_affix(text) == words:
        return True
    shorter, longer = sorted((words, said), key=len)
    if paragraph.index > 1 or len(longer) > _LONGER * len(shorter) or ends_sentence(text):
        return False
    return longer.startswith(shorter) or (longer.endswith(shorter) and len(longer) - len(shorter) <= _PREFIX)


def _headline(title: str) -> str:
    """Return *title* without the outlet's name behind its last separator; an empty text where it has none.

    What is longer than all before it is no name but the second half of a headline.
    """
    behind = tail(title)
    return title[: behind.start].rstrip() if behind and len(behind.name) <= behind.start else ""


def _is_told(headline: str) -> bool:
    """Return whether *headline* is more than a name or a phrase, and no sentence that may be one of the text."""
    return not headline.endswith(_SENTENCE_MARKS) and (len(headline.split()) >= _TOLD_WORDS or is_unspaced(headline))


def _whole_lines(paragraphs: Paragraphs, body: str, headline: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of *body* that are *headline*, of the first places where it stands."""
    at = body.find(headline)
    for _ in range(_PLACES):
        if at < 0:
            return
        paragraph = paragraphs[max(0, bisect_right(paragraphs.starts, at) - 1)]
        if paragraph.text == headline:
            yield paragraph
        at = body.find(headline, at + len(headline))


def _without_affix(text: str) -> str:
    """Return the letters of *text* without what stands behind its last separator; none where it has none."""
    behind = tail(text)
    return wording(text[: behind.start]) if behind else ""


def _runs_on(title: str, text: str) -> bool:
    """Return whether *text* begins with the *title* and a new sentence follows."""
    end = _end(title, text)
    rest = text[end:]
    if not end or not rest.strip() or len(title.split()) < 4:
        return False
    first = rest.lstrip()[0]
    if rest[0].isspace():
        wide = rest[:2].isspace() or first.isdigit()
        return first.isupper() or (wide and not first.islower())
    return first.isupper() or (first.isdigit() and not text[end - 1].isdigit())


def _end(title: str, text: str) -> int:
    """Return where the *title* ends at the beginning of *text*, without regard to spaces; 0 where it does not begin."""
    at = 0
    for word in title.split():
        if not text.startswith(word, at):
            return 0
        at += len(word)
        space = _NEXT.match(text, at)
        end, at = at, space.end() if space else at
    return end
