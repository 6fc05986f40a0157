"""EXT007 source-boilerplate."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newslint.checks.base import CheckOptions, CorpusCheck, Natural, Share, replace
from newslint.facts.copies import fetched, indexed
from newslint.facts.furniture.pieces import Piece, shown
from newslint.facts.furniture.recurring import Lines, compared_lines, may_recur
from newslint.facts.titles import is_outlet, outlet_names
from newslint.model import Article, ArticleRef, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.arrays import Booleans, Hashes, Positions
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
    (EXT004), teasers behind a cue (EXT005), posts (EXT010), legal notices (EXT012), what only pages say (EXT013), tags
    and entities. A headline that recurs below such a cue is reported here, too. The names of series and headings of a
    house style recur legitimately and cannot be told from furniture: where a source has them, raise ``min_share`` for
    the corpus or turn the check off for the source. Datelines differ by their day and do not recur. Articles without a
    source are not counted, and copies of one body count once.
    """

    code = "EXT007"
    slug = "source-boilerplate"
    severity = Severity.WARNING
    fix = "unsafe"
    precision = "74 of 74 findings right on 2,107 articles, 4 different blocks of 2 sources"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of EXT007."""

        min_articles: Natural = 20
        min_recurrences: Natural = 10
        min_share: Share = 0.2

    def observe(self, article: Article, facts: ArticleFacts) -> Lines | None:
        """Return the lines of the body that are compared; that there are none counts too."""
        body = article.text("body")
        if not article.source or not body:
            return None
        return compared_lines(body, facts.paragraphs, article.text("author").strip())

    def conclude(self, observations: Iterable[tuple[ArticleRef, Lines]]) -> Iterator[Finding]:
        """Yield a finding for each line, or lines that follow one another, that recurs in its source."""
        observed = indexed(observations)
        noted = _noted(observed)
        counts, articles = self._recurrences(noted)
        rows = noted.rows[counts.nonzero()[0]]
        for row, (article, lines) in fetched(observed, rows.tolist()).items():
            of_lines = counts[noted.starts[row] : noted.starts[row + 1]].tolist()
            for run in _runs(lines, _boilerplate(article, lines.texts, of_lines)):
                yield self._finding(article, run, int(articles[noted.sources[row]]))

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

    def _recurrences(self, noted: _Noted) -> tuple[Positions, Positions]:
        """Return in how many articles each line stands if these are many of its source, and how many each source has.

        Articles of a source with one body count once: copies must not vouch for one another.
        """
        import numpy as np

        is_first = np.zeros(noted.bodies.size, np.bool_)
        is_first[np.unique(noted.bodies, return_index=True)[1]] = True
        articles = np.bincount(noted.sources[is_first], minlength=noted.sources.max(initial=0) + 1)
        is_counted = is_first & (articles[noted.sources] >= self.options.min_articles)
        counted = noted.keys[is_counted[noted.rows] & noted.is_new]
        often, times = _frequent(counted, max(2, int(self.options.min_recurrences)))
        if not often.size:
            return np.zeros(noted.keys.size, np.intp), articles
        place = np.minimum(often.searchsorted(noted.keys), often.size - 1)
        counts = np.where(often[place] == noted.keys, times[place], 0)
        of_source = articles[noted.sources[noted.rows]]
        is_usual = (counts > self.options.min_share * of_source) & (of_source >= self.options.min_articles)
        return counts * is_usual, articles


class _Noted(NamedTuple):
    """What is counted, as arrays: articles by their place, and their lines one after the other.

    ``bodies`` and ``keys`` are hashes of bodies and lines with their source, ``sources`` numbers; the lines of an
    article are from ``starts`` on, ``rows`` has the article of each, and one ``is_new`` where it stands there first.
    """

    bodies: Hashes
    sources: Positions
    keys: Hashes
    starts: Positions
    rows: Positions
    is_new: Booleans


def _noted(observed: Iterable[tuple[ArticleRef, Lines]]) -> _Noted:
    import numpy as np

    # Arrays, because there are some ten lines for each article of the corpus.
    bodies, keys, sources, ends, is_new = array("Q"), array("Q"), array("q"), array("q", [0]), bytearray()
    numbers: dict[str | None, int] = {}
    for article, lines in observed:
        source = article.source
        own = [hash((source, text)) & _HASH for text in lines.texts]
        bodies.append(hash((source, lines.digest)) & _HASH)
        sources.append(numbers.setdefault(source, len(numbers)))
        is_new += _first_of_each(own)
        keys.extend(own)
        ends.append(len(keys))
    starts = np.frombuffer(ends, np.int64)
    rows = np.repeat(np.arange(len(sources)), starts[1:] - starts[:-1])
    hashes = np.frombuffer(bodies, np.uint64), np.frombuffer(keys, np.uint64)
    return _Noted(hashes[0], np.frombuffer(sources, np.int64), hashes[1], starts, rows, np.frombuffer(is_new, np.bool_))


def _first_of_each(keys: Sequence[int]) -> bytes:
    """Return for each of *keys* whether it did not come before, as 0 or 1."""
    if len(set(keys)) == len(keys):
        return b"\1" * len(keys)
    return bytes([keys.index(key) == place for place, key in enumerate(keys)])


def _frequent(keys: Hashes, least: int) -> tuple[Hashes, Positions]:
    """Return those of *keys* that are there at least so many times, two and more, in order, and how often they are."""
    import numpy as np

    found = np.sort(keys)
    often = np.unique(found[: 1 - least][found[least - 1 :] == found[: 1 - least]])
    return often, found.searchsorted(often, "right") - found.searchsorted(often)


def _boilerplate(article: ArticleRef, texts: Sequence[str], counts: Sequence[int]) -> list[int]:
    """Return *counts* of *texts*, 0 for what may recur without being boilerplate, as the outlet's name does."""
    names = outlet_names(article.source, None)
    return [
        count if count and not may_recur(text) and not is_outlet(text, names) else 0
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
