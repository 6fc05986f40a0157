"""TYP006 lost-case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, CheckOptions, Natural, Share
from newslint.model import Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_ENTITY_OR_ADDRESS = re.compile(r"&#?\w{1,8};|(?:https?://|www\.)\S{1,200}|<[^<>]{0,200}>")
_STARTS = re.compile(r"[.!?][\"”»’)]?\s+[\"“«„(‘']?([^\W\d_])")
# Georgian has capitals in Unicode, but sets no sentence with them.
_GEORGIAN = re.compile("[\u10d0-\u10ff]")
_BEFORE_TEXT = re.compile(r"(?:\s|<[^<>]{0,200}>|&#?\w{1,8};)*+")
_CONTROL = re.compile("[\x80-\x9f]")
_OPENING = 400
_READ = 4_000
_SHOWN = 80


class LostCase(ArticleCheck):
    """Text stands in capitals, or in small letters, throughout.

    What it flags
    -------------
    A title that is all in capitals, or has none although its script has them; and a body that is. The finding marks the
    title, or the first words of the body.

    Why it hurts
    ------------
    Capitals tell names from words and where a sentence begins: recognition of names, sentence splitting and translation
    go by them. Some papers set their titles in capitals; for whoever processes them the case is lost all the same.

    Example
    -------
    ``The title is all in capitals (41 letters).``

    Fix
    ---
    None: which letters were capitals cannot be told for sure.

    Options
    -------
    ``min_title_letters`` (default 20 letters) and ``min_title_words`` (default 4 words): shorter titles in capitals are
    acronyms and names. ``min_body_letters`` (default 200 letters): the same for bodies. ``max_share`` (default 0.02 of
    the letters): how many may be otherwise, since a code or a leftover may have kept its case.

    Limits
    ------
    Single paragraphs and headings in capitals are not flagged, nor is a title in small letters that begins with a
    number. A body in small letters must have two sentences that begin with one. Letters without case do not count;
    Georgian, which uses no capitals in sentences, is exempt. HTML entities, tags and addresses are set aside. Of a
    body the first 4,000 characters are read.
    """

    code = "TYP006"
    slug = "lost-case"
    severity = Severity.INFO
    precision = "40 of 40 findings read right on 2,107 articles; 54 of all 95 are titles of one source"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of TYP006."""

        min_title_letters: Natural = 20
        min_title_words: Natural = 4
        min_body_letters: Natural = 200
        max_share: Share = 0.02

    def check(self, article: Article, facts: ArticleFacts) -> Iterable[Finding]:  # noqa: ARG002
        """Return the findings in title and body; one letter in the opening of each rules most of them out."""
        title, body = article.text("title"), article.text("body")
        if "&" in title or "<" in title:
            title = _ENTITY_OR_ADDRESS.sub(" ", title)
        opening = body[:_OPENING]
        if "&" in opening or "<" in opening or "://" in opening:
            opening = _ENTITY_OR_ADDRESS.sub(" ", opening)
        in_title, in_body = title.isupper() or title.islower(), opening.isupper() or opening.islower()
        return self._check(article, title if in_title else "", body if in_body else "") if in_title or in_body else ()

    def _check(self, article: Article, title: str, body: str) -> Iterator[Finding]:
        if title and self._is_lost_in_title(title.strip()):
            yield self._finding(article, "title", title)
        body = _ENTITY_OR_ADDRESS.sub(" ", body[:_READ])
        if body and self._is_lost_in_body(body):
            yield self._finding(article, "body", body)

    def _is_lost_in_title(self, title: str) -> bool:
        letters, words = _letters(title), sum(any(map(str.isalpha, word)) for word in title.split())
        if len(letters) < self.options.min_title_letters or words < self.options.min_title_words:
            return False
        if _CONTROL.search(title):
            return False  # damaged text, ENC001
        return letters.isupper() or title[0].islower()

    def _is_lost_in_body(self, body: str) -> bool:
        letters = _letters(body)
        if len(letters) < self.options.min_body_letters:
            return False
        upper = sum(map(str.isupper, letters)) / len(letters)
        if upper >= 1 - self.options.max_share:
            return True
        starts = _STARTS.findall(body)
        return upper <= self.options.max_share and len(starts) > 1 and sum(map(str.islower, starts)) > len(starts) * 0.9

    def _finding(self, article: Article, field: str, text: str) -> Finding:
        letters = _letters(text)
        how = "all in capitals" if letters[-1].isupper() else "without capitals"
        return self.finding(
            article,
            field,
            _shown(article.text(field), field),
            f"The {field} is {how} ({len(letters):,} letters).",
            evidence={"letters": len(letters)},
        )


def _letters(text: str) -> str:
    """Return the letters of *text* that have case."""
    letters = [letter for letter in text if letter.islower() or letter.isupper()]
    return "" if _GEORGIAN.search(text) else "".join(letters)


def _shown(text: str, field: str) -> tuple[int, int]:
    """Return from where to where *text* reaches, in the body its first words."""
    before = _BEFORE_TEXT.match(text)
    start = before.end() if before else 0
    end = len(text.rstrip())
    if field == "body":
        line = text.find("\n", start, start + _SHOWN)
        end = line if line >= 0 else end
        if end - start > _SHOWN:
            space = text.rfind(" ", start, start + _SHOWN)
            end = space if space > start else start + _SHOWN
    return start, max(start, len(text[:end].rstrip()))
