"""EXT007 source-boilerplate."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newslint.checks.base import CheckOptions, CorpusCheck, replace
from newslint.facts.copies import indexed
from newslint.facts.furniture.pieces import Piece, shown
from newslint.facts.furniture.recurring import Lines, compared_lines, may_recur
from newslint.facts.titles import is_outlet, outlet_names
from newslint.model import Article, ArticleRef, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_HASH = (1 << 64) - 1


class _Run(NamedTuple):
    """Recurring lines that follow one another: their text, and what the fix takes with it."""

    start: int
    text: str
    before: int
    behind: str
    articles: int


class SourceBoilerplate(CorpusCheck):
    """A line of the source's page stands in many of its articles.

    What it flags
    -------------
    Lines that recur, letter by letter, in more than a share of the articles of one source, whatever they say:
    disclaimers, slogans, buttons, the headline of an advertisement, a box about the outlet. They are found by counting,
    without a list of words. Where the last line is long, its last sentence is compared instead. Lines that follow one
    another are one finding.

    Why it hurts
    ------------
    They are of the page and not of the news, and outweigh it in every count of words. Articles look alike by them, and
    a model that is trained on the source learns them by heart.

    Example
    -------
    ``“Orlin is a town of readers.” stands in 31 of 40 different articles of this source.``

    Fix
    ---
    Takes the lines out. Unsafe, because what recurs may be meant, as the name of a series is. It is the counted lines
    alone that are taken: once they are gone, other lines of the source are counted that were not compared before.

    Options
    -------
    ``min_articles`` (default 20 different articles of a source): fewer do not show what is usual, as in DUP002.
    ``min_recurrences`` (default 10 articles): what fewer articles share may be copies of one text, as in DUP002.
    ``min_share`` (default 0.2 of the source's articles). In 2,107 real articles the lines that recur more often stand
    in 32 to 100 % of their source; what recurs in less than 20 % are copies of one report, bylines and marks.

    Limits
    ------
    Compared are the first three and the last eight lines of at most 300 characters, and lines of at most 100 between
    them; at most 24 lines with 900 characters of an article. Exempt are bylines and short lines that name the author,
    the outlet's own name, lines without letters, and lines that other checks know by their words: calls to the reader
    (EXT004), teasers behind a cue (EXT005), posts (EXT010), legal notices (EXT012), tags and entities. A headline
    that recurs below such a cue is reported here, too. The names of series and headings of a house style recur
    legitimately and cannot be told from furniture: where a source has them, raise ``min_share`` for the corpus or turn
    the check off for the source. Datelines differ by their day and do not recur. Articles without a source are not
    counted, and copies of one body count once.
    """

    code = "EXT007"
    slug = "source-boilerplate"
    severity = Severity.WARNING
    fix = "unsafe"
    precision = "85 of 85 findings right on 2,107 articles, 5 different blocks of 3 sources"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of EXT007."""

        min_articles: int = 20
        min_recurrences: int = 10
        min_share: float = 0.2

    def observe(self, article: Article, facts: ArticleFacts) -> Lines | None:
        """Return the lines of the body that are compared; that there are none counts too."""
        body = article.text("body")
        if not article.source or not body:
            return None
        return compared_lines(body, facts.paragraphs, article.text("author").strip())

    def conclude(self, observations: Iterable[tuple[ArticleRef, Lines]]) -> Iterator[Finding]:
        """Yield a finding for each line, or lines that follow one another, that recurs in its source."""
        observed = indexed(observations)
        recurring, articles = self._recurring(observed)
        if not recurring:
            return
        for article, lines in observed:
            least = self.options.min_share * articles[article.source or ""]
            if articles[article.source or ""] >= self.options.min_articles:
                for run in _runs(lines, _counts(article, lines[0], recurring, least)):
                    yield self._finding(article, run, articles[article.source or ""])

    def _finding(self, article: ArticleRef, run: _Run, articles: int) -> Finding:
        end = run.start + len(run.text)
        line = shown(run.text, Piece(0, len(run.text)))
        return self.finding_about(
            article,
            "body",
            f"“{line}” stands in {run.articles:,} of {articles:,} different articles of this source.",
            span=(run.start, end),
            quote=run.text,
            evidence={"articles": run.articles},
            fix=replace("body", run.start - run.before, end + len(run.behind), "", safe=False),
        )

    def _recurring(self, observed: Sequence[tuple[ArticleRef, Lines]]) -> tuple[Mapping[int, int], Mapping[str, int]]:
        """Return in how many articles each recurring line stands, by its key, and how many each source has.

        Articles of a source with one body count once: copies must not vouch for one another.
        """
        is_first = _are_first(observed)
        articles = Counter(article.source or "" for (article, _), one in zip(observed, is_first, strict=True) if one)
        keys = array("Q")
        for (article, (texts, *_)), one in zip(observed, is_first, strict=True):
            if one and articles[article.source or ""] >= self.options.min_articles:
                keys.extend([_key(article, text) for text in set(texts)])
        return _frequent(keys, max(2, int(self.options.min_recurrences))), articles


def _are_first(observed: Iterable[tuple[ArticleRef, Lines]]) -> bytearray:
    """Return for each article whether it is the first of its source with this body."""
    import numpy as np

    bodies = array("Q", [hash((article.source, lines.digest)) & _HASH for article, lines in observed])
    is_first = bytearray(len(bodies))
    for position in np.unique(np.frombuffer(bodies, np.uint64), return_index=True)[1].tolist():
        is_first[position] = 1
    return is_first


def _frequent(keys: array[int], least: int) -> dict[int, int]:
    """Return those of *keys* that are there at least so many times, two and more, with how often they are.

    They are sorted in place, because there are some ten for each article of the corpus.
    """
    import numpy as np

    found = np.frombuffer(keys, np.uint64)
    if len(found) < least:
        return {}
    found.sort()
    often = np.unique(found[: 1 - least][found[least - 1 :] == found[: 1 - least]])
    counts = np.searchsorted(found, often, "right") - np.searchsorted(found, often)
    return dict(zip(often.tolist(), counts.tolist(), strict=True))


def _key(article: ArticleRef, text: str) -> int:
    return hash((article.source, text)) & _HASH


def _counts(article: ArticleRef, texts: Sequence[str], recurring: Mapping[int, int], least: float) -> list[int]:
    """Return in how many articles each of *texts* recurs; 0 for what is no boilerplate, or the outlet's name."""
    names = outlet_names(article.source, None)
    counts = [recurring.get(_key(article, text), 0) for text in texts]
    return [
        count if count > least and not may_recur(text) and not is_outlet(text, names) else 0
        for text, count in zip(texts, counts, strict=True)
    ]


def _runs(lines: Lines, counts: Sequence[int]) -> Iterator[_Run]:
    """Yield the lines that have *counts*, those with only white space between them as one."""
    texts, starts, before, behind, ends, _ = lines
    found: list[_Run] = []
    for text, start, gap, space, count in zip(texts, starts, before, behind, counts, strict=True):
        run = _Run(start, text, gap, space, count)
        if count and found and found[-1].start + len(found[-1].text) + len(found[-1].behind) == start:
            run = _joined(found.pop(), run)
        if count:
            found.append(run)
    for run in found:
        is_last = ends and run.start + len(run.text) == starts[-1] + len(texts[-1])
        yield run if is_last else run._replace(before=0)


def _joined(first: _Run, second: _Run) -> _Run:
    text = first.text + first.behind + second.text
    return _Run(first.start, text, first.before, second.behind, min(first.articles, second.articles))
