"""STR010 headline-as-paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, CheckOptions, Natural
from newslint.facts.furniture.byline_names import are_words, is_named
from newslint.facts.furniture.desks import is_desk, is_role, outlets_of
from newslint.facts.furniture.labels import kind_of
from newslint.facts.furniture.line_teasers import is_line_teaser
from newslint.facts.furniture.teasers import opens_teaser
from newslint.facts.prose import ends_sentence, is_listing, is_prose, is_unspaced
from newslint.model import Article, Finding, Severity
from newslint.text.segment import Paragraph, Paragraphs

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

# In scripts that put no spaces between words a character says about as much as three elsewhere.
_DENSER = 3
_MIN_UNSPACED = 4
_MIN_WORDS = 2
_NAME_WORDS = 4
_ENDS = tuple(".!?…:;,。！？।۔؟–-—)”“\"»«’‘'」』]*、：")
_OPENS = tuple('"“«„‘([「『')
_STOP = re.compile(r"[.!?…。！？।۔؟][\"”“»’]?(?:\s|$)|[。！？।۔]")
_GOING_ON = tuple(",;.)،，、。")
_BRACKETS = (("(", ")"), ("[", "]"), ("«", "»"), ("„", "“"), ("“", "”"), ("「", "」"))
_ROLE_WORDS = 3
_NAMED_WORDS = 2
_OF_PAGES = tuple("/|©•·（）【】［］／")


class HeadlineAsParagraph(ArticleCheck):
    """A heading or a teaser stands among the paragraphs.

    What it flags
    -------------
    A short line between two paragraphs of running text that is no sentence and ends with no mark: a heading between
    the parts of the article, or the headline of another one that the page put there. It has two words at least, begins
    with a capital (where there are capitals) and is no name alone.

    Why it hurts
    ------------
    Nothing tells it from a paragraph once the markup is gone: sentence splitters join it to the sentence below, and the
    headline of another article becomes a claim of this one.

    Example
    -------
    ``“What the harbour office says” is a heading among the paragraphs.``

    Fix
    ---
    None: a heading of the article is part of it. Mark it as one, or drop it.

    Options
    -------
    ``max_length`` (default 80 characters; a third of that in Chinese and Japanese): a longer line may be a sentence
    without its full stop. Of 585 findings on 2,107 articles, 508 are up to 60 characters long; 100 adds 55 in ten more
    articles, most of them headlines of other articles. ``min_beside`` (default 100 characters): how long the paragraphs
    above and below must be, so that lists, verse and talk in short lines pass. 60 adds 73 findings, among them
    questions of an interview and names of who speaks; 140 loses 66 headings.

    Limits
    ------
    Teasers behind a cue ("Read also: …") are left to EXT005. Headings of one word pass, as do questions, those with a
    colon or a mark at their end, those in quotation marks, and those above or below a short paragraph, at the beginning
    and the end of the text. Names pass where all of up to four words begin with a capital, and so do English headings
    of that kind; so do a name with its role ("Ada Fenwick, keeper of the light"), what journalists are called, and a
    line that goes on below, as where a link was. A caption without its full stop may be taken for a heading. In
    preview, because headings between paragraphs are normal in news: whether they are defects, the corpus decides.
    """

    code = "STR010"
    slug = "headline-as-paragraph"
    severity = Severity.INFO
    preview = True
    precision = "144 of 155 findings read right on 2,107 articles (281 have one or more); 2 wrong in 15,867 clean ones"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of STR010."""

        max_length: Natural = 80
        min_beside: Natural = 100

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each heading."""
        paragraphs = facts.paragraphs
        for index in range(1, len(paragraphs) - 1):
            if self._may_be_heading(paragraphs, index) and self._is_between_text(paragraphs, index):
                paragraph = paragraphs[index]
                if _is_signature(article, facts, paragraph):
                    continue
                yield self.finding(
                    article,
                    "body",
                    (paragraph.start, paragraph.end),
                    f"“{paragraph.text}” is a heading among the paragraphs.",
                    evidence={"paragraph": index + 1},
                )

    def _may_be_heading(self, paragraphs: Paragraphs, index: int) -> bool:
        length = paragraphs.ends[index] - paragraphs.starts[index]
        return length <= self.options.max_length and _is_heading(paragraphs[index].text, self.options.max_length)

    def _is_between_text(self, paragraphs: Paragraphs, index: int) -> bool:
        beside = (paragraphs[index - 1].text, paragraphs[index + 1].text)
        # A line that goes on below it was broken at a link, or where a word was set in another type.
        return not (beside[1][0].islower() or beside[1].startswith(_GOING_ON)) and all(
            _is_long(text, self.options.min_beside) and ends_sentence(text) and is_prose(text) for text in beside
        )


def _is_signature(article: Article, facts: ArticleFacts, line: Paragraph) -> bool:
    """Return whether *line* says who wrote the article, or who is quoted or shown beside it."""
    outlets = outlets_of(article.text("source"), facts.address.domain if facts.address else None)
    return is_desk(line.text, outlets) or _is_role(line.text) or _is_person_and_role(article.text("body"), line.text)


def _is_role(line: str) -> bool:
    """Return whether *line* is what a journalist is called: "Echo reporter"; longer ones may tell of a reporter."""
    return line.count(" ") < _ROLE_WORDS and is_role(line)


def _is_person_and_role(text: str, line: str) -> bool:
    """Return whether *line* is a name and what its bearer is: "Ada Fenwick, director of the museum"."""
    name, _, role = line.partition(", ")
    words = name.split()
    return bool(role) and len(words) >= _NAMED_WORDS and is_named(words, _NAMED_WORDS) and not are_words(text, name)


def _is_long(text: str, least: int) -> bool:
    return len(text) >= least or (len(text) * _DENSER >= least and is_unspaced(text))


def _is_heading(text: str, most: int) -> bool:
    if text[0].islower() or text[0].isdigit() or text.startswith(_OPENS) or text.endswith(_ENDS) or _STOP.search(text):
        return False
    if not any(map(str.isalpha, text)) or any(text.count(first) > text.count(last) for first, last in _BRACKETS):
        return False
    if any(mark in text for mark in _OF_PAGES) or not is_prose(text) or is_listing(text) or kind_of(text) == "certain":
        return False
    if opens_teaser(text, 0) or is_line_teaser(text):
        return False
    if is_unspaced(text):
        return _MIN_UNSPACED <= len(text) <= most / _DENSER
    words = text.split()
    return len(words) >= _MIN_WORDS and not _is_name(words)


def _is_name(words: list[str]) -> bool:
    """Return whether all of a few words begin with a capital; scripts without capitals do not tell."""
    cased = [word for word in words if word[0].lower() != word[0].upper()]
    return len(words) <= _NAME_WORDS and bool(cased) and all(word[0].isupper() for word in cased)
