"""ENC006 escape-sequence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from newslint.checks.base import ArticleCheck, CheckOptions, Natural, each_or_all
from newslint.model import Article, Edit, Finding, Fix, Severity
from newslint.text.scan import Trigger

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_UNICODE = re.compile(r"(?:\\{1,4}u[0-9a-fA-F]{4}){1,40}")
_CODE_UNIT = re.compile(r"u([0-9a-fA-F]{4})")
_BREAK = re.compile(r"(?<!\\)(?:(?:\\{1,2}r)?\\{1,2}n){1,4}(?=(.)?)", re.DOTALL)
_PERCENT = re.compile(
    r"(?<![^\s(\"“„«])(?:[^\W_]|[-,'’.]){0,30}(?:(?:%[0-9A-Fa-f]{2}){1,12}(?:[^\W_]|[-,'’.]){0,30}){1,30}"
)
_CODE = re.compile(r"%[0-9A-Fa-f]{2}")
_QUOTES = re.compile(r"\\{1,3}([\"'])")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd\ufffe\uffff]")
_SUBJECT = (
    r"unicode|escape|backslash|utf-?8|ascii|json|regex|javascript|python|\bphp\b|\bjava\b|url[- ]?encod|programm"
    r"|бэкслеш|экранир|юникод|кодиров|\b[a-z]:\\"
)
_ABOUT = re.compile(rf"(?i){_SUBJECT}|\bhttps?:")
# Quotation marks are no part of an address.
_ABOUT_QUOTES = re.compile(f"(?i){_SUBJECT}")
_REACH = 100
_SHOWN = 40


class _Escape(NamedTuple):
    """An escape sequence, and the text it stands for."""

    field: str
    start: int
    end: int
    source: str
    text: str


class EscapeSequence(ArticleCheck):
    r"""An escape sequence of a program was left in the text.

    What it flags
    -------------
    Characters written by their number, as JSON and JavaScript do (``\u0027``, ``\ud83d\ude00``); ends of lines written
    as ``\n`` or ``\r\n``; quotation marks behind a backslash (``\"``), two and more in a field; and words with percent
    codes, three and more (``Br%C3%BCcke%20am%20Fluss``).

    Why it hurts
    ------------
    A record was written as code and read as text. Words are cut or joined, tokenizers see "u0027", and searches for the
    words fail.

    Example
    -------
    ``the minister\u0027s answer``: ``\u0027`` stands for ``'``.

    Fix
    ---
    Replaces the sequence by its characters. Only what can be read in one way is flagged, so this is safe: of 762 texts
    in 128 languages written as JSON strings, 718 are the old text again, the others have one quotation mark.

    Options
    -------
    ``min_quotes`` (default 2 marks) and ``min_codes`` (default 3 codes): a field with fewer escaped quotation marks, a
    word with fewer percent codes may be meant so.
    ``max_findings`` (default 20 findings): an article with more gets one finding, at the first, with their number.

    Limits
    ------
    Exempt are sequences within 100 characters of an address, of a path with a drive, or of words like Unicode, JSON and
    escape, where the text talks about them, and what would be a control character. Of quotation marks, for which an
    address says nothing, a field has all or none exempt, as most of them are. ``\t``, and one ``\n`` before a small
    letter, may be part of a path and pass. A ``u0027`` that lost its backslash cannot be told from a name.
    """

    code = "ENC006"
    slug = "escape-sequence"
    severity = Severity.WARNING
    fix = "safe"
    preview = True
    precision = "no finding on 2,107 articles, none in 3,810 clean texts of 128 languages"
    triggers = (
        Trigger(r"\\u[0-9a-fA-F]{4}"),
        Trigger(r"\\[nr\"']"),
        Trigger(r"%[0-9A-Fa-f]{2}"),
    )

    class Options(CheckOptions, frozen=True, kw_only=True):
        """The options of escape-sequence."""

        min_quotes: Natural = 2
        min_codes: Natural = 3
        max_findings: Natural = 20

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each sequence, or one for all where there are very many."""
        found = [
            escape
            for field, text in facts.texts_hit(self.code)
            for escape in sorted(self._escapes(field, text), key=lambda each: each.start)
        ]
        for group in each_or_all(found, self.options.max_findings):
            yield self._finding(article, group)

    def _escapes(self, field: str, text: str) -> Iterator[_Escape]:
        readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
            (_UNICODE, _from_units),
            (_BREAK, _from_breaks),
            (_PERCENT, self._from_codes),
        )
        for pattern, read in readers:
            for match in pattern.finditer(text):
                if (meant := read(match)) is not None and not _is_about(_ABOUT, text, match.start(), match.end()):
                    yield _Escape(field, match.start(), match.end(), match.group(), meant)
        yield from self._quotes(field, text)

    def _quotes(self, field: str, text: str) -> Iterator[_Escape]:
        """Yield all escaped quotation marks of a field, or none, since half a pair repaired is worse than none."""
        found = [_Escape(field, *match.span(), match.group(), match[1]) for match in _QUOTES.finditer(text)]
        if len(found) < self.options.min_quotes:
            return
        meant = sum(_is_about(_ABOUT_QUOTES, text, escape.start, escape.end) for escape in found)
        if len(found) - meant >= max(self.options.min_quotes, meant + 1):
            yield from found

    def _from_codes(self, match: re.Match[str]) -> str | None:
        source = match.group()
        if len(_CODE.findall(source)) < self.options.min_codes:
            return None
        meant = unquote(source, errors="replace")
        return None if _CONTROLS.search(meant) or "/" in meant or "=" in meant else meant

    def _finding(self, article: Article, escapes: list[_Escape]) -> Finding:
        first = escapes[0]
        often = f"; there are {len(escapes):,} such sequences in this article" if len(escapes) > 1 else ""
        return self.finding(
            article,
            first.field,
            (first.start, first.end),
            f"“{first.source[:_SHOWN]}” is an escape sequence that stands for {_shown(first.text)}{often}.",
            evidence={"text": first.text, "count": len(escapes)},
            fix=Fix(True, tuple(Edit(escape.field, escape.start, escape.end, escape.text) for escape in escapes)),
        )


def _from_units(match: re.Match[str]) -> str | None:
    r"""Return the text of UTF-16 code units written as ``\uXXXX``."""
    units = b"".join(int(unit, 16).to_bytes(2, "big") for unit in _CODE_UNIT.findall(match.group()))
    meant = units.decode("utf-16-be", "replace").replace("\r\n", "\n")
    return None if _CONTROLS.search(meant) or "\\" in meant else meant


def _from_breaks(match: re.Match[str]) -> str | None:
    r"""Return line breaks, but for one ``\n`` that may begin a small word, as in a path."""
    count = match.group().count("n")
    return None if count == 1 and (match[1] or "").islower() else "\n" * count


def _is_about(subject: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """Return whether the words or the address around ``text[start:end]`` say that it is meant."""
    return subject.search(text, max(0, start - _REACH), end + _REACH) is not None


def _shown(text: str) -> str:
    if text.isspace():
        return "the end of a line" if "\n" in text else "a space"
    return f"“{text[:_SHOWN]}”"
