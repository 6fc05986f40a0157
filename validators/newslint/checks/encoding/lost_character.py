"""ENC002 lost-character."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newslint.checks.base import ArticleCheck, CheckOptions, Natural, each_or_all
from newslint.facts.leftover_bytes import BEFORE_OTHERS, BESIDE_TWO_SCRIPTS, LEFTOVER
from newslint.facts.lookalikes import TWO_SCRIPTS
from newslint.facts.mentions import is_near_subject
from newslint.facts.misread import CUT_MARK
from newslint.model import TEXT_FIELDS, Article, Finding, Severity
from newslint.text.scan import Gate, Trigger

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_LOST = r"\ufffd\ud800-\udfff"
"""What stands for what could not be decoded; lone surrogates are halves of characters, which no file can hold."""
# The damaged word; stretches of damaged words are long where spaces were lost as well.
_DAMAGED = re.compile(
    rf"[^\s{_LOST}]{{0,30}}[{_LOST}]{{1,200}}(?:[^\s{_LOST}]{{0,30}}[{_LOST}]{{1,200}}){{0,20}}[^\s{_LOST}]{{0,30}}"
)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_ANY_LOST = re.compile(f"[{_LOST}]")
_CUT_MARK = re.compile(rf"\S{{0,30}}{CUT_MARK}", re.MULTILINE)
# A dash, whose last byte is a curly quotation mark in windows-1252, which somebody has made straight.
_CUT_DASH = re.compile(r"(?<![\"'«“])â€\"")
_FIRST_BYTES = frozenset("ÐÑÒÎÏØÙÚÛà")
_LEFTOVER = re.compile(LEFTOVER)
_LEFTOVER_WORD = re.compile(rf"\S{{0,30}}(?:{LEFTOVER})\S{{0,30}}")
_TOKEN = re.compile(
    r"(?<![^\s\"'“”„«»()\[\]-])[^\W\d_]{1,25}\?[^\W\d_?]{1,25}(?:\?[^\W\d_]{1,25}){0,4}(?=[\s\"'“”„«»()\[\],.;:!-]|$)"
)
_WORDS = re.compile(r"(?<!\S)\?{2,30}[,.]?\s{1,2}(?:\?{1,30}[,.]?\s{1,2}){2,50}\?{2,30}(?!\S)|\?{30,500}")
# A bullet, or a dash of dialogue; no list of questions, which end with a question mark of their own.
_BULLET = re.compile(r"(?m)^[ \t\u00a0]{0,40}(?P<sign>\?[ \t\u00a0]{1,3}[^\s?]{1,40})(?=[^\n?]{10,4000}$)")
# A closing quotation mark; abbreviations have fewer letters before their full stop.
_CLOSING = re.compile(r"[^\W\d_]{4,40}[.,]\?(?!\S)")
_ABOUT = re.compile(r"(?i)replacement character|U\+FFFD|unicode")
_ABOUT_REACH = 80


class _Place(NamedTuple):
    """Where characters are lost: field, offsets and how."""

    field: str
    start: int
    end: int
    what: str


class LostCharacter(ArticleCheck):
    """A character was lost in a conversion and a stand-in took its place.

    What it flags
    -------------
    Words with the replacement character U+FFFD, which a decoder writes for bytes that it cannot read, with half of a
    character (a lone surrogate, as in a cut emoji), with ``â€``, a quotation mark that lost its last byte, ``â€"``, a
    dash whose last byte was made a straight mark, or with the first byte of a Cyrillic, Greek, Arabic or Indic letter
    beside others (``Ñообщил``); words with a question mark in the place of a letter (``Gl?ckwunsch``, ``Espa?a``),
    paragraphs with one in the place of a bullet (``? The lock opens in May.``) and sentences with one in that of a
    closing quotation mark (``“It leaks.? She left.``), where the article has several of them; and rows of words of
    question marks only (``????? ?? ??????``), or of 30 question marks and more, which is what is left of writing
    without spaces.

    Why it hurts
    ------------
    The letter is gone, and often a name with it. Words in pieces are noise for tokenizers, and one source with a wrong
    charset makes thousands of them.

    Example
    -------
    ``Herzlichen Gl?ckwunsch``

    Fix
    ---
    None: which character it was is not in the text.

    Options
    -------
    ``max_findings`` (default 20 findings): an article with more damaged words than this gets one finding, at the first
    of them, with their number. In 2,107 real articles 3 have the replacement character, one of them 85 times.
    ``min_words`` (default 3 words): from so many different words with such a question mark they count as damaged; fewer
    are missing spaces (``why?because``) or slips. Of the 2,107 real articles one has three lost quotation marks and one
    five lost bullets, and no other has more than 2.

    Limits
    ------
    Of 3,283 clean texts in 128 languages that were written as ASCII, with five damaged words and more, 3,094 are found;
    the others lost few letters but quotation marks. A question mark at the end of a word (``caf?``) cannot be told from
    a question. Question marks before capitals, in addresses and between Chinese or Japanese characters are missing
    spaces and pass. Exempt are replacement characters near the words Unicode, U+FFFD and replacement character, and
    ``â€`` near the name of such damage or of a character set, whose example it is. Text in a wrong charset is ENC001,
    text of which a whole script was deleted LNG008.
    """

    code = "ENC002"
    slug = "lost-character"
    severity = Severity.ERROR
    precision = "11 of 11 findings right on 2,107 articles; none in 3,810 clean texts of 128 languages"
    triggers = (
        Trigger(r"\uFFFD"),
        Trigger(r"â€[ .,;:!?)\"\n]"),
        Trigger(BESIDE_TWO_SCRIPTS, gate=TWO_SCRIPTS),
        Trigger(BEFORE_OTHERS),
        Trigger(
            r"[A-Za-z\u00c0-\u024f\u0400-\u045f]\?[a-z\u00df-\u024f\u0430-\u045f]",
            gate=Gate(r"\?[a-z\u00df-\u024f\u0430-\u045f]"),
        ),
        # Without a limit: hyperscan 5.4 misses some of several lines where a class beyond ASCII repeats up to 40 times.
        Trigger(r"\n[ \t\u00A0]*\?[ \t\u00A0]"),
        Trigger(r"[A-Za-z\u00c0-\u024f\u0370-\u04ff][.,]\?\s"),
        Trigger(r"\?\?[,.]?\s{1,2}\?\?"),
        Trigger(r"\?{30}"),
    )

    class Options(CheckOptions, frozen=True, kw_only=True):
        """The options of lost-character."""

        max_findings: Natural = 20
        min_words: Natural = 3

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each damaged word, or one where there are very many."""
        fields = facts.texts_hit(self.code)
        found = sorted([*_replaced(fields), *_questioned(fields, self.options.min_words)], key=_order)
        for group in each_or_all(found, self.options.max_findings):
            yield self._finding(article, group[0], len(group))

    def _finding(self, article: Article, place: _Place, count: int) -> Finding:
        often = f"; {count:,} words of this article are damaged" if count > 1 else ""
        return self.finding(
            article,
            place.field,
            (place.start, place.end),
            f"“{article.text(place.field)[place.start : place.end][:60]}” has lost characters: {place.what}{often}.",
            evidence={"count": count},
        )


def _order(place: _Place) -> tuple[int, int]:
    return TEXT_FIELDS.index(place.field), place.start


def _replaced(fields: Sequence[tuple[str, str]]) -> Iterator[_Place]:
    for field, text in fields:
        for match in _DAMAGED.finditer(text) if _ANY_LOST.search(text) else ():
            start, end = match.span()
            if not _ABOUT.search(text, max(0, start - _ABOUT_REACH), end + _ABOUT_REACH):
                yield _Place(field, start, end, _what_replaces(match.group()))
        for match in _CUT_MARK.finditer(text) if "â€" in text else ():
            if not is_near_subject(text, *match.span()):
                yield _Place(field, *match.span(), "“â€” is a quotation mark whose last byte is gone")
        for match in _CUT_DASH.finditer(text) if 'â€"' in text else ():
            if not is_near_subject(text, *match.span()):
                yield _Place(field, *match.span(), '“â€"” is a dash or a quotation mark whose last byte is gone')
        yield from _left(field, text)


def _left(field: str, text: str) -> Iterator[_Place]:
    """Yield the words in which the first byte of a letter stands for it."""
    for match in _LEFTOVER_WORD.finditer(text) if _LEFTOVER.search(text) else ():
        if not is_near_subject(text, *match.span()):
            byte = next(sign for sign in match.group() if sign in _FIRST_BYTES)
            yield _Place(field, *match.span(), f"“{byte}” is the first byte of a letter, and the others are gone")


def _what_replaces(word: str) -> str:
    if _SURROGATE.search(word):
        return "half of a character (a lone surrogate) is left"
    return "U+FFFD stands for what could not be decoded"


def _questioned(fields: Sequence[tuple[str, str]], fewest: int) -> Iterator[_Place]:
    words: list[tuple[_Place, str]] = []
    for field, text in fields:
        if "?" not in text:
            continue
        for match in _WORDS.finditer(text) if "??" in text else ():
            yield _Place(field, *match.span(), "question marks stand for all letters")
        words.extend(
            (_Place(field, *match.span(), "a question mark stands for a letter"), match.group())
            for match in _TOKEN.finditer(text)
            if _is_inside(match.group())
        )
        words.extend(_outside(field, text))
    if len({word for _, word in words}) >= fewest:
        yield from (place for place, _ in words)


def _outside(field: str, text: str) -> Iterator[tuple[_Place, str]]:
    """Yield where a question mark stands for a bullet or for a closing quotation mark, and the words there."""
    for match in _BULLET.finditer(text):
        yield _Place(field, *match.span("sign"), "a question mark stands for a bullet"), match["sign"]
    for match in _CLOSING.finditer(text):
        yield _Place(field, *match.span(), "a question mark stands for a quotation mark"), match.group()


def _is_inside(word: str) -> bool:
    """Return whether each question mark of *word* is between small letters, or behind the first capital."""
    pieces = word.split("?")
    begins = pieces[0].islower() or len(pieces[0]) == 1 or pieces[0][-1].islower()
    return begins and all(piece.islower() for piece in pieces[1:])
