"""TYP002 glued-words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, CheckOptions, Natural, each_or_all
from newslint.model import Article, Edit, Finding, Fix, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts
    from newslint.facts.inner_capitals import Inside

_WORD_BEFORE = re.compile(r"([^\W\d_a-z][\w’'-]{1,40}) $")
_WORD_AFTER = re.compile(r" ([^\W\d_a-z][\w’'-]{1,40})")
_ADDRESS = frozenset("@/\\#._'’&=-+:~$%<>{}[]*|")
_ADDRESS_BEHIND = frozenset("@/\\#_'’&=-+~$<>{}[]*|")
_CODE = ("{", "}", "</", "/>", "();", "_")
_CODE_REACH = 30
_REACH = 200
"""Capitals inside words of one body that are looked at."""
_CAPITALS_INSIDE = frozenset(
    "zu xh ss nr nd st tn nso ts ve sn ny rw rn lg sw bem fj ga gd tlh".split()  # noqa: SIM905
)
"""Languages that set a prefix before the capital of a name: isiZulu ``kukaFenwick``, Irish."""
_CAMEL_FREE = re.compile(r"[\u0370-\u052f\u1f00-\u1fff]+")
"""Greek and Cyrillic, in which no name begins with a small letter and goes on with a capital."""
_LEAST_BEFORE = 4
"""A small first half of so many letters is a word there: ``еКурьер`` and ``госУслуги`` are names."""
_JOINTS = frozenset("-_")
_TRIES = 20
"""Places of a half that are looked at; it stands alone among them, or it is no word of this text."""


class GluedWords(ArticleCheck):
    """Two words are written as one.

    What it flags
    -------------
    A word with a capital inside (``firmOrlin``) that the article has once, whose halves both stand alone elsewhere in
    it. Where both halves begin with capitals, as many brands do, one of them must be met elsewhere beside the same
    neighbour: ``CourtAda Fenwick`` beside ``Ada Fenwick``. In Cyrillic and Greek, whose names have no capital behind a
    small letter, a first half of four small letters and more needs no such proof (``мостКогда``).

    Why it hurts
    ------------
    Markup between two words was dropped without a trace: a link, a line break, a heading. Neither word is found, and
    tokenizers see one that does not exist.

    Example
    -------
    ``“firmOrlin” is “firm” and “Orlin”, which both stand alone elsewhere in this article.``

    Fix
    ---
    Inserts a space. Unsafe: a line break or a full stop may belong there, and a name may be written so.

    Options
    -------
    ``max_findings`` (default 10 findings): an article with more glued words, such as one with its menu, gets one
    finding with their number.

    Limits
    ------
    The evidence is the article itself, so in Latin script a glued word whose halves it has nowhere else is not seen,
    nor is one without a capital inside, or with figures, or with a half of fewer than 3 letters. Brands with capitals
    inside (``YouTube``, ``LinkedIn``), which occur more than once or whose halves are no words of the article, are
    exempt, as are addresses, tags, code, a name that fills its line, and languages that set prefixes before capitals
    (isiZulu, Irish). Of a body with more than 200 capitals inside words the first are looked at. Sentences without a
    space after the full stop are TYP001.
    """

    code = "TYP002"
    slug = "glued-words"
    severity = Severity.WARNING
    fix = "unsafe"
    precision = "70 of 70 findings right on 2,107 articles, 11 of 13 on 15,867 translated ones in 128 languages"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of TYP002."""

        max_findings: Natural = 10

    def check(self, article: Article, facts: ArticleFacts) -> Iterable[Finding]:
        """Return a finding for each glued pair, or one for very many."""
        words = facts.inner_capitals
        return self._check(article, facts, words[:_REACH]) if words else ()

    def _check(self, article: Article, facts: ArticleFacts, words: Sequence[Inside]) -> Iterator[Finding]:
        body = article.text("body")
        written = [body[word.start : word.end] for word in words]
        often = Counter(written)
        found = [
            word for word, token in zip(words, written, strict=True) if often[token] == 1 and _is_glued(body, word)
        ]
        if not found or (facts.language.code or "") in _CAPITALS_INSIDE:
            return
        for group in each_or_all(found, self.options.max_findings):
            yield self._finding(article, body, group)

    def _finding(self, article: Article, body: str, group: list[Inside]) -> Finding:
        start, gap, end = group[0]
        others = len(group) - 1
        often = f"; {others:,} more {'is' if others == 1 else 'are'} glued" if others else ""
        left, right = body[start:gap], body[gap:end]
        why = "whose script has no capitals inside words"
        if not _needs_no_proof(left, right):
            why = "which both stand alone elsewhere in this article"
        return self.finding(
            article,
            "body",
            (start, end),
            f"“{left}{right}” is “{left}” and “{right}”, {why}{often}.",
            evidence={"count": len(group)},
            fix=Fix(False, tuple(Edit("body", each.at, each.at, " ") for each in group)),
        )


def _is_glued(body: str, word: Inside) -> bool:
    """Return whether the body proves that the capital begins a second word; the cheapest questions come first."""
    start, gap, end = word
    left, right = body[start:gap], body[gap:end]
    if not (left[1:].islower() and right[1:].islower() and left.isalpha() and right.isalpha()):
        return False
    if _needs_no_proof(left, right):
        return not _is_meant(body, word)
    if not _stands_alone(body, right) or not _stands_alone(body, left) or _is_meant(body, word):
        return False
    return body.count(left + right) == 1 and (left[0].islower() or _has_neighbour(body, word))


def _needs_no_proof(left: str, right: str) -> bool:
    """Return whether two halves are two words by their script."""
    return len(left) >= _LEAST_BEFORE and left[0].islower() and _CAMEL_FREE.fullmatch(left + right) is not None


def _is_meant(body: str, glued: Inside) -> bool:
    """Return whether the pair is part of an address, a tag or code, or a name that fills its line."""
    before, behind = body[max(0, glued.start - 1) : glued.start], body[glued.end : glued.end + 1]
    if before in _ADDRESS or behind in _ADDRESS_BEHIND or behind.isdecimal() or before.isdecimal():
        return True
    if behind == "." and body[glued.end + 1 : glued.end + 2].isalnum():
        return True
    if before in ("", "\n", "\r", "\t") and behind in ("", "\n", "\r", "\t"):
        return True
    around = body[max(0, glued.start - _CODE_REACH) : glued.end + _CODE_REACH]
    return any(mark in around for mark in _CODE)


def _stands_alone(body: str, word: str) -> bool:
    """Return whether *word* stands somewhere in *body* with no letter, figure or hyphen at its sides."""
    at = body.find(word)
    for _ in range(_TRIES):
        if at < 0:
            return False
        end = at + len(word)
        before, behind = body[at - 1 : at], body[end : end + 1]
        if not (before.isalnum() or behind.isalnum() or before in _JOINTS or behind in _JOINTS):
            return True
        at = body.find(word, end)
    return False


def _has_neighbour(body: str, glued: Inside) -> bool:
    """Return whether a half stands elsewhere beside the neighbour with a capital that it has here."""
    before = _WORD_BEFORE.search(body, max(0, glued.start - 44), glued.start)
    after = _WORD_AFTER.match(body, glued.end, glued.end + 44)
    left, right = body[glued.start : glued.at], body[glued.at : glued.end]
    pairs = [f"{before[1]} {left}"] if before else []
    pairs += [f"{right} {after[1]}"] if after else []
    return any(_stands_alone(body, pair) for pair in pairs)
