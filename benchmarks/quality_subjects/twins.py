"""Untranslated duplicates (LNG003) in articles built from translated paragraphs.

Method: the parallel paragraphs of one document make an article; one paragraph of at least 100 letters is left in the
other language. In half of the articles its translation stays, in half it is missing (``twin_articles.py``). Only
documents that trained nothing are used (40 %, by a hash of the document's name). Everything runs as in production:
language facts first, then the twin. *Seen* is the share of foreign paragraphs that the language facts call foreign;
*recall* is over the articles with a translation; an answer that names another paragraph than the translation, or any
answer where there is none, counts against *precision*.

    python benchmarks/quality.py twins PAIRS.jsonl.gz [--articles 400] [--all-documents]

Twins that were met in scraped articles (``a``, ``b``, ``kind`` to a line) are measured with ``--natural``: each pair is
an article of two paragraphs, in the language read from ``b`` in one and from ``a`` in the other; a pair is found
if LNG003 flags it in either. Pairs of the kind ``legit_quote`` must not be.

    python benchmarks/quality.py twins NATURAL.jsonl.gz --natural
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from collections import Counter, defaultdict
from pathlib import Path

import msgspec
from twin_articles import Case, cases, documents, is_held_out, merged

from newslint.checks.language.untranslated_duplicate import UntranslatedDuplicate
from newslint.facts.article_facts import ArticleFacts
from newslint.facts.languages import article_language
from newslint.facts.twins import find_twins
from newslint.model import Article
from newslint.text.segment import paragraphs


class Score(msgspec.Struct):
    """Counts over the articles of one pair of languages."""

    cases: int = 0
    twins: int = 0
    seen: int = 0
    right: int = 0
    wrong: int = 0
    seconds: float = 0.0

    def row(self) -> str:
        """Return the counts as a line of the table."""
        precision = self.right / max(1, self.right + self.wrong)
        return (
            f"{self.cases:8d} {self.seen / self.cases:7.3f} {self.right / self.twins:7.3f} {precision:9.3f} "
            f"{1000 * self.seconds / self.cases:7.1f}"
        )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of this subject."""
    parser.add_argument("pairs", type=Path, help="pairs of translated paragraphs, one JSON object to a line")
    parser.add_argument("--articles", type=int, default=400, help="at most this many for each pair and direction")
    parser.add_argument("--merged", action="store_true", help="merge paragraphs two by two: the twin is a part of one")
    parser.add_argument("--natural", action="store_true", help="the pairs were met in scraped articles")
    parser.add_argument("--all-documents", action="store_true", help="use every document: for pairs never trained on")


def run(arguments: argparse.Namespace) -> int:
    """Print a row for each pair of languages and direction, or one for each kind of natural twin."""
    if arguments.natural:
        return run_natural(arguments.pairs)
    by_pair: dict[tuple[str, str], list[Case]] = defaultdict(list)
    for document in documents(arguments.pairs):
        if arguments.all_documents or is_held_out(document.name):
            for foreign_is_b in (True, False):
                built = cases(document, foreign_is_b=foreign_is_b)
                for case in map(merged, built) if arguments.merged else built:
                    by_pair[case.language, case.foreign_language].append(case)
    print("article  left in    cases    seen  recall precision  ms/art")
    for (own, foreign), every in sorted(by_pair.items()):
        chosen = random.Random(3).sample(every, min(len(every), arguments.articles))
        score = Score()
        for case in chosen:
            measure(case, score)
        print(f"{own:8s} {foreign:7s} {score.row()}", flush=True)
    return 0


def measure(case: Case, score: Score) -> None:
    """Run *case* as an article and add what happened to *score*."""
    article = Article(id="case", language=case.language, body="\n\n".join(case.paragraphs))
    started = time.perf_counter()
    facts = ArticleFacts(article)
    twin = find_twins(article, facts.paragraphs, facts.paragraph_languages, facts.language).get(case.foreign)
    score.seconds += time.perf_counter() - started
    score.cases += 1
    score.twins += case.translation is not None
    score.seen += facts.paragraph_languages[case.foreign].verdict == "foreign"
    if twin is not None:
        span = range(twin.partner_index or 0, (twin.partner_index or 0) + twin.partner_paragraphs)
        right = case.translation is not None and case.translation in span
        score.right += right
        score.wrong += not right


def run_natural(path: Path) -> int:
    """Print how many natural twins of each kind LNG003 finds."""
    met: Counter[str] = Counter()
    found: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for pair in map(json.loads, lines):
            met[pair["kind"]] += 1
            found[pair["kind"]] += any(map(is_flagged, (pair["a"], pair["b"]), (pair["b"], pair["a"])))
    for kind, count in sorted(met.items()):
        print(f"{kind:16s} {found[kind]:4d} of {count}")
    return 0


def is_flagged(own: str, foreign: str) -> bool:
    """Return whether LNG003 flags *foreign* after *own*, in an article declared to be in the language of *own*."""
    language = article_language(Article(id="pair"), paragraphs(own)).code
    article = Article(id="pair", language=language, body=f"{own}\n\n{foreign}")
    return any(True for _ in UntranslatedDuplicate().check(article, ArticleFacts(article)))
