"""DAT015: a paragraph of the body that is only a date or a time."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from newslint.checks.base import ArticleCheck, replace
from newslint.facts.dates import read_date_field
from newslint.facts.dates.starts import DIGIT
from newslint.model import Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts
    from newslint.facts.dates import DateMention
    from newslint.text.segment import Paragraph, Paragraphs

_LONGEST = 80
_MOST_LINES = 2
_EDGE = 2
_HEAD = 4
_HEAD_CHARACTERS = 200
_SENTENCE_ENDS = (".", "!", "?", "…", "。", ".”", ".“", '."', ".»", "।")
"""Up to four paragraphs before a stamp are the head of a page if each is short and no sentence: section, title, …"""
_REACH = _EDGE + _MOST_LINES
_REACH_IN_HEAD = _HEAD + _MOST_LINES
"""Paragraphs at either edge among which a stamp can be."""
_DIGIT = re.compile(f"[{DIGIT}]")
_LABEL = re.compile(
    r"(?:(?:first )?(?:published|posted|updated)(?: on| at)?|last (?:updated|modified)(?: on| at)?|date|"
    r"(?:zuletzt )?aktualisiert(?: am)?|veröffentlicht(?: am)?|erstellt(?: am)?|stand|datum|"
    r"publiée? le|mise? à jour le|publicado(?: el| em)?|actualizado(?: el)?|atualizado(?: em)?|"
    r"pubblicato(?: il)?|aggiornato(?: il)?|gepubliceerd(?: op)?|bijgewerkt(?: op)?|publicerad|uppdaterad|"
    r"opublikowano|aktualizacja|publikováno|aktualizováno|опубликовано|обновлено|опубліковано|оновлено|дата)"
    r"\s*:?\s+",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:(?:at|um|à|a las|alle|ore|às|om|kl\.?|klo|kell|ob|o|godz\.?|в|о)\s)?"
    r"(?:[01]?\d|2[0-3])[:h][0-5]\d(?::[0-5]\d)?(?:\s?(?:a\.?m\.?|p\.?m\.?|uhr|hrs|h|ч\.?))?(?:\s[A-Z]{2,4})?",
    re.IGNORECASE,
)
_RUN_TOGETHER = re.compile(r"(?:19|20)\d\d\d{1,2}[:.]\d\d")
_AROUND_DAY = re.compile(r"[\s,.;|•·—–()-]*")

Kind = Literal["date", "time"]


class StrayDateLine(ArticleCheck):
    """A paragraph of the body is only a date or a time.

    What it flags
    -------------
    Paragraphs that are a date, a time or both and nothing else but a label ("Updated: 6 December 2024, 10:15"), at the
    edges of the body: with at most two other paragraphs before them, or four short ones that are no sentences (the head
    of a page: section, title, byline), or at most two behind them.

    Why it hurts
    ------------
    It is the page's stamp and no sentence of the article. It moves the lede down, glues itself to the neighbour once
    line breaks are lost, and tells a model nothing.

    Example
    -------
    ``The lock of Velmouth stays shut.``, ``6 December 2024``, ``Repairs will take until spring.``

    Fix
    ---
    Drops the paragraph. Unsafe, because the stamp may be the only trace of the day of publication.

    Options
    -------
    None.

    Limits
    ------
    An article with three such lines or more is a chronology or a live ticker (EXT008) and passes, and so does a date
    line in the middle of the body, which heads what follows. Dates without a year count only in the languages whose
    names of months are known, and not if they lie ahead, as in a programme; nor does any date that lies ahead behind
    three short paragraphs. A stamp run together with other text is DAT001's.
    """

    code = "DAT015"
    slug = "stray-date-line"
    severity = Severity.INFO
    fix = "unsafe"
    precision = "57 of 58 findings right on 2,107 articles, 105 of 105 read on 479 others"

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each stamp."""
        # A stamp stands at an edge, and beside two others at most: most articles have none there, and that settles it.
        paragraphs = facts.paragraphs
        edge = range(len(paragraphs))
        indexes = {*edge[:_REACH_IN_HEAD], *edge[-_REACH:]}
        at_edge = any(_may_be_stamp(paragraphs, index) and _kind(paragraphs[index], facts) for index in indexes)
        return self._stamps(article, facts) if at_edge else iter(())

    def _stamps(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        stamps = {
            index: kind
            for index in range(len(facts.paragraphs))
            if _may_be_stamp(facts.paragraphs, index) and (kind := _kind(facts.paragraphs[index], facts)) is not None
        }
        if len(stamps) > _MOST_LINES:
            return
        texts = len(facts.paragraphs) - len(stamps)
        for order, (index, kind) in enumerate(stamps.items()):
            before = index - order
            if texts and (before <= _EDGE or texts - before <= _EDGE or _is_in_head(facts, index, before)):
                yield self._report(article, facts, facts.paragraphs[index], kind)

    def _report(self, article: Article, facts: ArticleFacts, paragraph: Paragraph, kind: Kind) -> Finding:
        start, end = _with_break(facts, paragraph)
        return self.finding(
            article,
            "body",
            (paragraph.start, paragraph.end),
            f"“{paragraph.text}” is only a {kind}: a stamp of the page, no paragraph of the article.",
            evidence={"kind": kind},
            fix=replace("body", start, end, "", safe=False),
        )


def _is_in_head(facts: ArticleFacts, index: int, before: int) -> bool:
    """Return whether paragraph *index* has *before* others before it that can be the head of a page."""
    if before > _HEAD or not all(map(_is_heading, facts.paragraphs[:index])):
        return False
    mention = _first_in(facts.dates("body"), facts.paragraphs.starts[index], facts.paragraphs.ends[index])
    return mention is None or not _lies_ahead(facts, mention)


def _is_heading(paragraph: Paragraph) -> bool:
    return len(paragraph.text) <= _HEAD_CHARACTERS and not paragraph.text.endswith(_SENTENCE_ENDS)


def _may_be_stamp(paragraphs: Paragraphs, index: int) -> bool:
    is_short = paragraphs.ends[index] - paragraphs.starts[index] <= _LONGEST
    return is_short and _DIGIT.search(paragraphs[index].text) is not None


def _kind(paragraph: Paragraph, facts: ArticleFacts) -> Kind | None:
    """Return what the paragraph is, if it is a date or a time and no more."""
    label = _LABEL.match(paragraph.text)
    text = paragraph.text[label.end() :] if label else paragraph.text
    if _RUN_TOGETHER.search(text):
        return None
    if _TIME.fullmatch(text):
        return "time"
    start = paragraph.start + (label.end() if label else 0)
    mention = _first_in(facts.dates("body"), start, paragraph.end)
    # English stamps stand in pages of any language; other dates are found with the article's own names.
    if mention is None and not (text.isascii() and facts.language.code != "en"):
        return None
    if read_date_field(text, facts.language.code):
        return "date"
    if mention is None or not _is_day_without_year(paragraph, start, mention):
        return None
    return None if _lies_ahead(facts, mention) else "date"


def _first_in(mentions: Sequence[DateMention], start: int, end: int) -> DateMention | None:
    position = bisect_left(mentions, start, key=lambda mention: mention.start)
    mention = mentions[position] if position < len(mentions) else None
    return mention if mention is not None and mention.end <= end else None


def _is_day_without_year(paragraph: Paragraph, start: int, mention: DateMention) -> bool:
    """Return whether the paragraph is one date without a year, with a weekday or a time at most."""
    before = paragraph.text[start - paragraph.start : mention.start - paragraph.start]
    after = _TIME.sub("", paragraph.text[mention.end - paragraph.start :], count=1)
    alone = _AROUND_DAY.fullmatch(before) and _AROUND_DAY.fullmatch(after)
    return bool(alone) and mention.kind != "numeric"


def _lies_ahead(facts: ArticleFacts, mention: DateMention) -> bool:
    """Return whether the day is still to come when the article appears: then it heads a programme."""
    published = facts.published
    return published is not None and mention.value is not None and mention.value > published.day


def _with_break(facts: ArticleFacts, paragraph: Paragraph) -> tuple[int, int]:
    """Return the paragraph with the break behind it, or before it where it is the last one."""
    following = paragraph.index + 1
    if following < len(facts.paragraphs):
        return paragraph.start, facts.paragraphs[following].start
    return facts.paragraphs[paragraph.index - 1].end, paragraph.end
