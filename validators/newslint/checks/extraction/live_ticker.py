"""EXT008 live-ticker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newslint.checks.base import ArticleCheck, CheckOptions, Natural
from newslint.facts.furniture.pieces import line_at
from newslint.facts.furniture.words import at_line_starts
from newslint.model import Article, Finding, Severity
from newslint.text.scan import Hit, Trigger

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

# With a full stop for a colon a number is a time only where a word says so: "14.35 Uhr", "2.35 pm", no "14.35 metres".
_STAMP = re.compile(
    r"\s{0,2}(?:[-•] |[\[(])?(?:"
    r"(?P<hour>[01]?\d|2[0-3])[:h時时] ?(?P<minute>[0-5]\d)分?(?![\d:])(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    r"|(?P<hour2>[01]?\d|2[0-3])\.(?P<minute2>[0-5]\d)\s?(?:(?P<half2>[ap])\.?m\b\.?|uhr\b|h\b|(?:gmt|bst|cest?|utc)\b))"
    r"(?!\s?(?:min|sec|sek|mins)\b)",
    re.IGNORECASE,
)
_WINDOW = 24
_NOON, _MORNING = 12 * 60, 6 * 60
_LEADS = ("", r"- ", r"• ", r"\[", r"\(")
_CLOCKS = (r"[0-9][:.hH時时] ?[0-9][0-9]", r"[0-9][0-9][:.hH時时] ?[0-9][0-9]")


class _Stamp(NamedTuple):
    start: int
    minutes: int


class LiveTicker(ArticleCheck):
    """A ladder of clock times: the entries of a live ticker or a news feed.

    What it flags
    -------------
    Five and more lines of the body that begin with a time of day (``14:35``, ``2.35pm``, ``14.35 Uhr``, ``18h20``),
    each earlier than the one above it: the newest entry stands on top. The ladder may go back past midnight.

    Why it hurts
    ------------
    A ticker is no article: it tells many small stories in reversed order, says its news twice and more, and a feed of
    headlines beside the article is of other articles altogether.

    Example
    -------
    ``14:35 The bridge is open``, ``14:10 The mayor has come``, ``13:55 …``, ``13:20 …``, ``12:45 …``

    Fix
    ---
    None.

    Options
    -------
    ``stamps`` (default 5 times): so many times in a ladder, equal ones next to each other counted once, make a ticker.
    In 2,107 real articles the seven ladders found have 5 to 19; other times at the start of lines do not go back so
    often. ``apart`` (default 3,000 characters): the most text between two times of one ladder; the longest entry of
    those had 1,805.

    Limits
    ------
    Ladders that rise are not flagged, although some tickers are told in order: so stand programmes, television
    listings, timetables and results. Minutes of a match (``78'``) are no times of day, nor are lengths
    (``01:30 min``, ``2:12`` alone below a line with a dash). A time counts at the start of its line only.
    """

    code = "EXT008"
    slug = "live-ticker"
    severity = Severity.INFO
    # Off by default until its precision on real articles is measured: tickers are rare.
    preview = True
    precision = "7 of 7 findings right on 2,107 articles, of four sources only"
    triggers = tuple(Trigger(part) for lead in _LEADS for part in at_line_starts([lead + clock for clock in _CLOCKS]))

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of EXT008."""

        stamps: Natural = 5
        apart: Natural = 3_000

    def check(self, article: Article, facts: ArticleFacts) -> Iterable[Finding]:
        """Return a finding for each ladder."""
        hits = [hit for hit in facts.hits(self.code) if hit.field == "body"]
        return self._ladders(article, hits) if len(hits) >= self.options.stamps else ()

    def _ladders(self, article: Article, hits: Iterable[Hit]) -> Iterator[Finding]:
        text = article.text("body")
        for ladder in _runs(_stamps(text, hits), self.options.apart):
            steps = 1 + sum(one.minutes != other.minutes for one, other in pairwise(ladder))
            if steps < self.options.stamps:
                continue
            end = line_at(text, ladder[-1].start, ladder[-1].start + 1).end
            first, last = (_clock(stamp) for stamp in (ladder[0], ladder[-1]))
            yield self.finding(
                article,
                "body",
                (ladder[0].start, end),
                f"{len(ladder)} lines begin with a time of day, from {first} back to {last}: entries of a ticker, or "
                "of a feed beside the article.",
                evidence={"stamps": len(ladder)},
            )


def _stamps(text: str, hits: Iterable[Hit]) -> Iterator[_Stamp]:
    for hit in hits:
        match = _STAMP.match(text, hit.start, hit.start + _WINDOW)
        if match is None:
            continue
        hour, minute = match["hour"] or match["hour2"], match["minute"] or match["minute2"]
        half = (match["half"] or match["half2"] or "").lower()
        hours = int(hour) % 12 + 12 * (half == "p") if half else int(hour)
        start = hit.start + len(match.group()) - len(match.group().lstrip())
        if _is_length(text, start, match.end()):
            continue
        yield _Stamp(start, hours * 60 + int(minute))


def _is_length(text: str, start: int, end: int) -> bool:
    """Return whether ``text[start:end]`` stands alone below a line with a dash: in lists of videos so long is each."""
    above = text[max(0, start - _WINDOW) : start].rstrip(" \t").removesuffix("\n").rstrip()
    is_alone = text[end : end + _WINDOW].lstrip(" \t\r")[:1] in ("", "\n")
    return is_alone and above.rpartition("\n")[2].strip() in ("-", "–", "•")


def _runs(stamps: Iterable[_Stamp], apart: int) -> Iterator[list[_Stamp]]:
    """Yield the stamps that go back in time one after the other, at most *apart* characters between two."""
    ladder: list[_Stamp] = []
    for stamp in stamps:
        if ladder and not (stamp.start - ladder[-1].start <= apart and _goes_back(ladder[-1].minutes, stamp.minutes)):
            yield ladder
            ladder = []
        ladder.append(stamp)
    if ladder:
        yield ladder


def _goes_back(minutes: int, later: int) -> bool:
    """Return whether *later* in the text is earlier in time: before on the same day, or on the evening before."""
    return later <= minutes or (minutes <= _MORNING and later >= _NOON)


def _clock(stamp: _Stamp) -> str:
    return f"{stamp.minutes // 60}:{stamp.minutes % 60:02}"
