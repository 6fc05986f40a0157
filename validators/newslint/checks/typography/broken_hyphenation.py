"""TYP003 broken-hyphenation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newslint.checks.base import ArticleCheck, CheckOptions, Natural, each_or_all
from newslint.model import Article, Edit, Finding, Fix, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_LETTER = r"[^\W\d_]"
_BEFORE = re.compile(rf"{_LETTER}{{2,40}}$")
_AFTER = re.compile(rf"{_LETTER}{{2,40}}(?![\w-])")
_WORD = re.compile(rf"{_LETTER}{{1,60}}")
_CONJUNCTIONS = frozenset(
    """
    and or to nor but versus vs the as via through than und oder bzw beziehungsweise bis sowie als wie noch
    statt aber auch en of tot dan maar och eller samt till än og til enn ja tai sekä eli kuin või ega ir ar ou
    et y o e u ni i a lub albo oraz czy nebo či alebo ani ali in ter és vagy illetve și sau и или да либо та
    або чи й і ды ці ili te και ή ve veya ile atau và hoặc na au agus nó eta edo ac neu eða
    """.split()  # noqa: SIM905
)
"""What follows a suspended hyphen: "pre- and post-war", "Haupt- oder Nebenstraße", "in- en uitvoer"."""
_LINES = 2
"""Words parted at the ends of lines from which a text is set in lines; one may be a suspended compound."""
_WINDOW = 50
_REACH = 200
"""Hyphens of one body that are looked at: each asks whether the whole word stands elsewhere in it."""


class _Broken(NamedTuple):
    """A broken word: ``text[start:end]``, the hyphen at ``hyphen``, the word ``mended``, and what proves it."""

    start: int
    hyphen: int
    end: int
    mended: str
    times: int


class BrokenHyphenation(ArticleCheck):
    """A word is broken by a hyphen and a space.

    What it flags
    -------------
    Two halves with a hyphen and a space or a line break between them (``inter- national``), if the article has the
    whole word elsewhere, joined or with a hyphen, and so at least as often as broken; and words that the ends of lines
    part, where an article has two of them.

    Why it hurts
    ------------
    The text was set in lines, in print or PDF, and what broke words at their ends was kept. Two words that do not exist
    stand for one, which is not found and not counted.

    Example
    -------
    ``“inter- national” is a broken “international”, which this article has 3 times.``

    Fix
    ---
    Joins the halves, with a hyphen if that is how the article writes the word. Unsafe: the evidence may be another
    word.

    Options
    -------
    ``min_length`` (default 6 letters): the whole word has at least so many; shorter ones meet by chance.
    ``max_findings`` (default 10 findings): an article with more gets one finding with their number.

    Limits
    ------
    Suspended hyphens (``pre- and post-war``, ``Haupt- oder Nebenstraße``) are exempt by the conjunction behind them, in
    35 languages, and halves that begin with a capital. A hyphen that is a dash (``-he said- and``) has no whole word to
    prove it. Words with a space that are nowhere whole in the article are not seen: that would take a dictionary. A
    compound with a hyphen that is parted there (``well-known``) is joined without it unless the article has it
    elsewhere. Of a body with more than 200 such hyphens the first are looked at.
    """

    code = "TYP003"
    slug = "broken-hyphenation"
    severity = Severity.INFO
    fix = "unsafe"
    # Off by default until its precision on real articles is measured.
    preview = True
    precision = "1 of 1 finding right on 2,107 articles, 2 of 2 on 15,867 translated ones in 128 languages"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of TYP003."""

        min_length: Natural = 6
        max_findings: Natural = 10

    def check(self, article: Article, facts: ArticleFacts) -> Iterable[Finding]:
        """Return a finding for each broken word, or one for very many."""
        places = facts.halves
        return self._check(article, places[:_REACH]) if places else ()

    def _check(self, article: Article, places: Sequence[int]) -> Iterator[Finding]:
        body = article.text("body")
        parts = [part for hyphen in places if (part := _parted(body, hyphen, self.options.min_length))]
        found = list(_broken(body, parts)) if parts else []
        for group in each_or_all(found, self.options.max_findings):
            yield self._finding(article, body, group)

    def _finding(self, article: Article, body: str, group: Sequence[_Broken]) -> Finding:
        first = group[0]
        edits = tuple(Edit("body", each.start, each.end, each.mended) for each in group)
        return self.finding(
            article,
            "body",
            (first.start, first.end),
            _message(" ".join(body[first.start : first.end].split()), first, len(group)),
            evidence={"whole": first.mended, "times": first.times, "count": len(group)},
            fix=Fix(False, edits),
        )


def _message(quote: str, first: _Broken, count: int) -> str:
    if not first.times:
        more = f", as {count - 1:,} more are" if count > 1 else ""
        return f"“{quote}” is “{first.mended}”, parted at the end of a line{more}."
    times = "once" if first.times == 1 else f"{first.times:,} times"
    often = f"; the same befell {count - 1:,} more" if count > 1 else ""
    return f"“{quote}” is a broken “{first.mended}”, which this article has {times}{often}."


def _parted(body: str, hyphen: int, min_length: int) -> _Broken | None:
    """Return what the hyphen parts, if that may be one word."""
    after = _AFTER.match(body, hyphen + 2, hyphen + 2 + _WINDOW)
    if not after or not after.group().islower() or after.group() in _CONJUNCTIONS:
        return None
    before = _BEFORE.search(body, max(0, hyphen - _WINDOW), hyphen)
    if not before:
        return None
    if body[before.start() - 1 : before.start()].strip(" \n(“”„«»\"‘'¿¡"):
        return None
    mended = before.group() + after.group()
    return _Broken(before.start(), hyphen, after.end(), mended, 0) if len(mended) >= min_length else None


def _broken(body: str, parts: Sequence[_Broken]) -> Iterator[_Broken]:
    """Yield those of *parts* that the body has whole at least as often, or parts at ends of lines, in text order."""
    lower = body.lower()
    is_set_in_lines = sum(_ends_line(body, part) for part in parts) >= _LINES
    words = Counter(_WORD.findall(lower))
    pairs = Counter(_halves(lower, part) for part in parts)
    for part in parts:
        first, second = pair = _halves(lower, part)
        joined, hyphened = words[first + second], lower.count(f"{first}-{second}")
        if max(joined, hyphened) >= pairs[pair] or (is_set_in_lines and _ends_line(body, part)):
            mended = part.mended if joined >= hyphened else f"{body[part.start : part.hyphen]}-{second}"
            yield part._replace(mended=mended, times=max(joined, hyphened))


def _ends_line(body: str, part: _Broken) -> bool:
    return body[part.hyphen + 1] == "\n"


def _halves(lower: str, part: _Broken) -> tuple[str, str]:
    return lower[part.start : part.hyphen], lower[part.hyphen + 2 : part.end]
