"""STR008 clipped-start."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, CheckOptions, Natural
from newslint.facts.function_words import frequent_words, known_languages
from newslint.facts.prose import ends_sentence
from newslint.model import Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts
    from newslint.text.segment import Paragraphs

_MARKS = ",;:)]»”。，、；）」』"
"""Marks that stand at the end of something."""
_FIRST = re.compile(rf"[{re.escape(_MARKS)}]?\s?([^\W\d_]++(?:['’-][^\W\d_]++)*+)")
_NEXT = re.compile(r"[,;:]?\s+[\"“«„(‘']?[^\W\d_]")
_SENTENCE_STARTS = re.compile(r"[.!?][\"”»’)]?\s+[\"“«„(‘']?([^\W\d_])")
_INNER_STARTS = re.compile(r"[.!?][\"”»’)]?[ \t\u00a0]+[\"“«„(‘']?([^\W\d_])")
_LINE_STARTS = re.compile(r"(?m)^[\"“«„(‘']?([^\W\d_])")
_STOP_INSIDE = re.compile(r"[^\W\d_]{3}[.!?][\"”»’)]?\s")
_OPENING = 200
_READ = 3_000
_LONG = 1_000
_GEORGIAN = re.compile("[\u10d0-\u10ff]")
_BEFORE_NAMES = frozenset(
    (
        "al", "el", "ibn", "bin", "abu", "de", "du", "da", "di", "ter", "ten", "af", "av", "le", "la", "del", "della",
        "dos", "das", "фон", "де", "ван", "аль", "ибн", "by", "par", "por", "od", "door", "от", "від", "text", "foto",
        "photo", "fotos", "image", "video",
    )
)  # fmt: skip
"""Particles of names and words of bylines, if a capital follows."""
_SMALL_NAMES = frozenset(("von", "van", "zu", "adidas", "bpost", "lastminute", "amazon", "thyssenkrupp", "asos"))
"""Names that begin a sentence in small letters."""


_ICON_ROW = 6
"""So many words behind the first are looked through for icons."""
_ICONS = frozenset((
    "add", "bookmark", "cancel", "chat", "close", "comment", "download", "edit", "email", "error", "event", "favorite",
    "flag", "forum", "help", "home", "image", "info", "label", "language", "launch", "link", "mail", "menu", "mic",
    "notifications", "person", "photo", "place", "print", "public", "reply", "room", "save", "schedule", "search",
    "send", "share", "star", "today", "videocam", "visibility", "warning",
))  # fmt: skip
"""Names of icons, which a page writes as words and shows as pictures."""


_INSIDE = 60
"""Characters that a paragraph inside the body has, and the one before it, before its first letter tells anything."""
_EDITED = frozenset(
    (
        "en", "de", "fr", "es", "it", "pt", "nl", "ca", "sv", "da", "no", "nb", "nn", "is", "fi", "et", "lv", "lt",
        "pl", "cs", "sk", "hu", "ro", "sl", "hr", "bs", "sr", "mk", "bg", "sq", "ru", "uk", "be", "el", "tr", "ga",
    )
)  # fmt: skip
"""Languages whose papers begin every sentence with a capital; translations into others often forget it."""


class ClippedStart(ArticleCheck):
    """The body, or a paragraph of it, starts in the middle of a sentence or of a word.

    What it flags
    -------------
    A body whose first sentence begins with a small letter (``wo acts have recorded …``) or with a mark that ends
    something (``, which was closed …``), although its other sentences begin with capitals; and in some 35 languages a
    paragraph that begins so although the one before it ends with its sentence, which is how the lost first letters of a
    line look. The finding marks the first word.

    Why it hurts
    ------------
    The beginning of an article is its most telling part: who, what, when. An initial, a linked name or a dateline that
    was cut off is lost for every reader.

    Example
    -------
    ``The body starts with “wo”, in the middle of a sentence.``

    Fix
    ---
    None: what was cut off is lost.

    Options
    -------
    ``min_length`` (default 40 characters): a shorter first paragraph is a label, a byline or a line of navigation. It
    also has the end of a sentence in it, or three times the length. On 2,107 articles 20 adds one finding, a wrong one,
    80 loses one, and between 30 and 60 nothing changes.

    Limits
    ------
    Silent where the text has no capitals at the beginnings of its sentences (a house style, TYP006, scripts without
    capitals). Exempt are the names of icons and other labels with the capital of a sentence right behind them
    (``share The bridge …``), names with a capital inside (``iPhone``, ``uMongameli``), particles of names, some brands,
    domains and days (``lundi 3 mai``), and what begins with a quotation mark, an ellipsis, an apostrophe or a bullet.
    Inside the body a paragraph and the one before it have 60 characters at least; a capital that an editor forgot there
    is reported, too. A first paragraph that is missing as a whole does not show.
    """

    code = "STR008"
    slug = "clipped-start"
    severity = Severity.WARNING
    precision = "38 of 39 findings right on 2,221 articles; 89 % found of 743 articles clipped on purpose"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of STR008."""

        min_length: Natural = 40

    def check(self, article: Article, facts: ArticleFacts) -> Iterable[Finding]:
        """Return a finding if the first letter is a small one, or a closing mark comes before it."""
        body = article.text("body")
        opening = body[:_OPENING].lstrip()
        found: list[Finding] = []
        if opening and (opening[0].islower() or opening[0] in _MARKS):
            found += self._check(article, facts, opening)
        paragraphs = facts.paragraphs
        small = [at for at, start in enumerate(paragraphs.starts[1:], 1) if body[start].islower()]
        if small and facts.language.code in _EDITED:
            found += self._inside(article, paragraphs, small)
        return found

    def _inside(self, article: Article, paragraphs: Paragraphs, small: Iterable[int]) -> Iterator[Finding]:
        """Yield a finding for each paragraph of those that begin with a *small* letter, by number, and should not."""
        body = article.text("body")
        clipped = 0
        for at in small:
            is_short = paragraphs.ends[at] - paragraphs.starts[at] < _INSIDE
            if is_short or not _is_told(paragraphs[at - 1].text, is_clipped=clipped == at - 1 > 0):
                continue
            text, start = paragraphs[at].text, paragraphs.starts[at]
            first = _FIRST.match(text)
            if first is None or _is_fine(first, text) or not ends_sentence(text):
                continue
            around = body[max(0, start - _READ // 2) : start + _READ // 2]
            if _writes_small(text) or not (_has_capitals(around) or _is_edited(around)):
                continue
            clipped = at
            message = f"Paragraph {at + 1} starts with “{first.group()}”, in the middle of a sentence."
            yield self.finding(article, "body", (start, start + first.end()), message, evidence={"paragraph": at + 1})

    def _check(self, article: Article, facts: ArticleFacts, opening: str) -> Iterable[Finding]:
        first = _FIRST.match(opening)
        paragraph = facts.paragraphs[0] if facts.paragraphs else None
        if first is None or paragraph is None or _is_fine(first, opening):
            return ()
        text = paragraph.text[:_LONG]
        told = ends_sentence(text) or _STOP_INSIDE.search(text) or len(text) >= 3 * self.options.min_length
        if len(text) < self.options.min_length or not told:
            return ()
        if any(mention.start <= paragraph.start + first.end() + 1 for mention in facts.dates("body")[:1]):
            return ()
        if not _has_capitals(article.text("body")[paragraph.start : paragraph.start + _READ]):
            return ()
        start, end = paragraph.start, paragraph.start + first.end()
        quote = article.text("body")[start:end]
        message = f"The body starts with “{quote}”, in the middle of a sentence."
        return (self.finding(article, "body", (start, end), message),)


def _is_fine(first: re.Match[str], opening: str) -> bool:
    """Return whether the *first* word may begin a text in small letters."""
    word, marked = first[1], first.start(1) > 0
    if _GEORGIAN.match(word) or not word[0].islower() or word.lower() != word or not _NEXT.match(opening, first.end()):
        return True
    if marked:
        return False
    if _is_label(word, opening[first.end() :]):
        return True
    lead = word.partition("-")[0]
    if lead in _SMALL_NAMES or (len(word) > 1 and word[1] in "'’"):
        return True
    return lead in _BEFORE_NAMES and (lead != word or opening[first.end() :].lstrip(' :"“«')[:1].isupper())


def _is_label(word: str, behind: str) -> bool:
    """Return whether *word* is a label of the page, as the capital of a sentence *behind* it shows.

    Behind the rest of a word a capital is a name's ("by The Times"). The name of an icon may stand before anything.
    """
    words = behind.split(maxsplit=_ICON_ROW)[:_ICON_ROW]
    if word in _ICONS:
        return next((each for each in words if each not in _ICONS), "").lstrip("\"“«„(‘'")[:1].isupper()
    is_sentence = len(words) > 1 and words[0][0].isupper() and words[1][0].islower()
    return is_sentence and any(words[0].lower() in each for each in map(frequent_words, known_languages()))


def _is_told(text: str, *, is_clipped: bool) -> bool:
    """Return whether a paragraph is one of sentences that begin with capitals, or *is_clipped*, and ends the last."""
    return len(text) >= _INSIDE and (is_clipped or not text[0].islower()) and ends_sentence(text)


def _writes_small(text: str) -> bool:
    """Return whether other sentences of *text* begin with small letters, too: somebody writes so."""
    return _SENTENCE_STARTS.search(text) is not None and not _has_capitals(text)


def _is_edited(text: str) -> bool:
    """Return whether *text*, some paragraphs, begins its sentences with capitals, and most of its lines.

    What is looked for makes lines begin with small letters; where many are clipped, it must not silence itself.
    """
    inner = [match[1] for match in _INNER_STARTS.finditer(text)]
    lines = [match[1] for match in _LINE_STARTS.finditer(text)]
    small = sum(map(str.islower, inner))
    if inner and sum(map(str.isupper, inner)) <= 2 * small:
        return False
    return sum(map(str.isupper, lines)) > sum(map(str.islower, lines))


def _has_capitals(text: str) -> bool:
    """Return whether the sentences of *text* begin with capitals; in one sentence, whether its names do."""
    starts = [match[1] for match in _SENTENCE_STARTS.finditer(text)]
    if not starts:
        return any(map(str.isupper, text))
    small = sum(map(str.islower, starts))
    return sum(map(str.isupper, starts)) > 2 * small
