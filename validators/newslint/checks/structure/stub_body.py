"""STR001 stub-body."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from newslint.checks.base import Amount, CheckOptions, CorpusCheck, Natural, Share
from newslint.facts.copies import indexed
from newslint.facts.stubs import is_brief, is_told_elsewhere, tells_nothing
from newslint.model import Article, ArticleRef, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_Group = tuple[str | None, str | None]
_MIN_SPREAD = 0.1
_TO_DEVIATION = 1.4826


class _Body(NamedTuple):
    """A body: its ``length`` in characters, and more if it is short enough for a stub."""

    length: int
    start: int = 0
    text: str = ""
    title: str = ""
    is_empty: bool = False


class _Usual(NamedTuple):
    """How long the bodies of a source are: the median in characters, and from where down one is too short."""

    length: float
    shortest: float


class StubBody(CorpusCheck):
    """The body is far shorter than its source's usual, or has no sentence in it.

    What it flags
    -------------
    Short bodies in which nothing is told: a section and a date, the headline of another story, a caption, buttons, an
    address, the title again. And, where 20 articles of a source in one language are at hand, short bodies that are far
    below what is usual for it. The whole body is marked.

    Why it hurts
    ------------
    The story is not in the record, only its title: the page was a video, a gallery or a redirect, or the extractor took
    the wrong part of it. A model learns that an article is a label, and statistics count news that nobody can read.

    Example
    -------
    ``Orlin Home Slider, News 11 May, 2031``

    Fix
    ---
    None: the text has to be fetched again.

    Options
    -------
    ``max_length`` (default 500 characters): longer bodies are no stubs. Those without a sentence have 10 to 390 in
    2,107 real articles.
    ``min_articles`` (default 20 articles of one source in one language): from how many on a length is usual.
    ``max_share`` (default 0.15 of the source's median length) and ``deviations`` (default 3, of the logarithms of
    the lengths, as their median deviation from the median tells them): a body must be shorter than both allow.
    Whole texts have 0.15 of the median and more in the 14 sources of 2,107 real articles that have 20 articles, and
    0.3 and more in all but three. Where each collection of these articles counts as one source, 11 bodies are
    shorter than both allow, and all are stubs; one, a page of contacts, has four sentences and passes. The
    deviation keeps sources of mixed lengths quiet, where flashes of 80 characters stand beside reports of 5,000.

    Limits
    ------
    Four sentences are a brief, which tells its story. A sentence is four words and a full stop, or a line of prose
    of 90 letters without one (36 signs in Chinese and Japanese, 45 in Thai), so that one flash is no stub; nor is a
    headline where the record has no title. Four figures and more are a table of results or prices and pass. A
    headline that ends with a full stop is taken for a sentence. A body that is missing is SCH001's, ``N/A``
    SCH004's, text whose letters were deleted LNG008's and a text that was cut STR002's; paywalls are left to STR003
    and error pages to EXT003. What a source usually has is known from the corpus that is checked, so one article
    alone is judged by its sentences only.
    """

    code = "STR001"
    slug = "stub-body"
    severity = Severity.WARNING
    precision = "47 of 47 findings right on 2,107 articles, 23 of them of one source; 2 of 2 left to it found in 114"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of STR001."""

        max_length: Natural = 500
        min_articles: Natural = 20
        max_share: Share = 0.15
        deviations: Amount = 3.0

    def observe(self, article: Article, facts: ArticleFacts) -> _Body | None:  # noqa: ARG002
        """Return the length of the body, with its text where it is short."""
        body = article.text("body")
        text = body.strip() if len(body) <= 4 * self.options.max_length else body
        if not text:
            return None
        if len(text) > self.options.max_length:
            return _Body(len(text))
        title = article.text("title")[: self.options.max_length]
        return _Body(len(text), body.index(text), text, title, tells_nothing(text, title))

    def conclude(self, observations: Iterable[tuple[ArticleRef, _Body]]) -> Iterator[Finding]:
        """Yield a finding for each stub."""
        observed = indexed(observations)
        usual = self._usual_lengths(observed)
        for article, body in observed:
            length, start, text, title, is_empty = body
            known = usual.get((article.source, article.language))
            is_short = known is not None and length <= known.shortest and not is_brief(text)
            if text and (is_empty or is_short) and not is_told_elsewhere(text, title):
                message = "The body has no sentence in it" if is_empty else _too_short(length, known)
                yield self.finding_about(
                    article,
                    "body",
                    f"{message}.",
                    span=(start, start + length),
                    quote=text,
                    evidence={"characters": length} | ({"usual": round(known.length)} if known else {}),
                )

    def _usual_lengths(self, observed: Iterable[tuple[ArticleRef, _Body]]) -> dict[_Group, _Usual]:
        lengths: dict[_Group, list[float]] = {}
        for article, body in observed:
            if article.source:
                lengths.setdefault((article.source, article.language), []).append(math.log(body[0]))
        enough = int(self.options.min_articles)
        return {group: self._usual(found) for group, found in lengths.items() if len(found) >= enough}

    def _usual(self, logs: list[float]) -> _Usual:
        """Return what is usual by the median and the median deviation of *logs*, the logarithms of lengths."""
        middle = median(logs)
        spread = max(_MIN_SPREAD, _TO_DEVIATION * median(abs(one - middle) for one in logs))
        lowest = min(middle - self.options.deviations * spread, middle + math.log(self.options.max_share))
        return _Usual(math.exp(middle), math.exp(lowest))


def _too_short(length: int, usual: _Usual | None) -> str:
    half = round(usual.length) if usual else 0
    return f"The body has {length:,} characters; half of the bodies of this source have {half:,} and more"
