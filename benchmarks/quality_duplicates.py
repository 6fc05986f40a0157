"""Recall, precision, speed and memory of DUP001 and DUP002 on generated articles with edited copies.

    python benchmarks/quality_duplicates.py [--articles 4000] [--seed 1]

Each article has about 400 words (2.5 KB) drawn from 30,000 invented ones with Zipf's frequencies, in sentences and
paragraphs. One in ten is a copy of an earlier one, edited in one of the ways of ``EDITS``; sources add their own
boilerplate to every article. The truth of a pair is the Jaccard similarity of the sets of pairs of neighbouring words,
counted exactly, without boilerplate. Recall is counted on the copies by their true similarity, precision on all
findings: right is one whose true similarity to its keeper is 0.5 or more.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from newslint.checks.base import CorpusCheck
from newslint.checks.duplication.duplicate_article import DuplicateArticle
from newslint.checks.duplication.near_duplicate_article import NearDuplicateArticle
from newslint.engine.batch import BATCH_SIZE, BatchResult, in_batches
from newslint.engine.notebook import Notebook
from newslint.engine.notes import checked
from newslint.facts.article_facts import ArticleFacts
from newslint.facts.bodies import Bodies
from newslint.model import Article, ArticleRef, Tally

CHECKS: tuple[CorpusCheck, ...] = (DuplicateArticle(), NearDuplicateArticle())
WORDS = 400
SENTENCE = 16
PARAGRAPH = 3
SOURCES = 20
SAME = 0.5
EDITS = (
    "as it was",
    "3 % of words",
    "10 % of words",
    "20 % of words",
    "cut to 80 %",
    "cut to 60 %",
    "paragraphs shuffled",
)

Body = list[list[str]]
"""Paragraphs of words."""
Truth = tuple[int, str, float]
"""Of a copy: the number of its original, how it was edited, and how similar the two are."""


@dataclass
class Case:
    """One article: its own text without boilerplate, and the number of the article it copies."""

    body: Body
    original: int | None
    edit: str


class Writer:
    """Writes articles; equal seeds write equal ones."""

    def __init__(self, seed: int) -> None:
        self.choose = random.Random(seed)
        letters = "aeiou", "bcdfghklmnprstvw"
        syllables = [consonant + vowel for consonant in letters[1] for vowel in letters[0]]
        self.words = ["".join(self.choose.choices(syllables, k=self.choose.randint(1, 5))) for _ in range(30_000)]
        self.weights = list(accumulate(1 / rank for rank in range(1, len(self.words) + 1)))
        self.boilerplate = [" ".join(self.draw(40)) + "." for _ in range(SOURCES)]

    def draw(self, count: int) -> list[str]:
        """Return *count* words."""
        return self.choose.choices(self.words, cum_weights=self.weights, k=count)

    def write(self) -> Body:
        """Return a new body."""
        length = self.choose.randint(WORDS * 3 // 4, WORDS * 5 // 4)
        return [self.draw(SENTENCE * PARAGRAPH) for _ in range(0, length, SENTENCE * PARAGRAPH)]

    def edit(self, body: Body, how: str) -> Body:
        """Return *body* edited."""
        if how.endswith("of words"):
            share = int(how.split()[0]) / 100
            return [[self.draw(1)[0] if self.choose.random() < share else word for word in part] for part in body]
        if how.startswith("cut"):
            return body[: max(1, round(len(body) * int(how.split()[2]) / 100))]
        return self.choose.sample(body, len(body)) if how.endswith("shuffled") else body


def cases(count: int, writer: Writer) -> Iterator[Case]:
    """Yield *count* articles, one in ten a copy."""
    recent: list[tuple[int, Body]] = []
    for number in range(count):
        if number % 10 == 9:
            original, body = writer.choose.choice(recent)
            how = EDITS[number // 10 % len(EDITS)]
            yield Case(writer.edit(body, how), original, how)
        else:
            body = writer.write()
            recent = [*recent[-50:], (number, body)]
            yield Case(body, None, "")


def bodies_of(numbers: set[int], count: int, seed: int) -> dict[int, Body]:
    """Return the bodies with these *numbers*, written once more: to keep all of them would blur the memory measured."""
    return {number: case.body for number, case in enumerate(cases(count, Writer(seed))) if number in numbers}


def text(body: Body, boilerplate: str) -> str:
    """Return *body* as it is scraped, with the boilerplate of its source."""
    return "\n\n".join([" ".join(part).capitalize() + "." for part in body] + [boilerplate])


def jaccard(first: Body, second: Body) -> float:
    """Return the similarity of the sets of pairs of neighbouring words."""
    one, other = (set(pairwise(word for part in body for word in part)) for body in (first, second))
    return len(one & other) / len(one | other)


def articles(count: int, writer: Writer, truth: dict[int, Truth]) -> Iterator[Article]:
    """Yield *count* articles, and note in *truth* of each copy its original, edit and true similarity."""
    bodies: dict[int, Body] = {}
    for number, case in enumerate(cases(count, writer)):
        bodies[number] = case.body
        bodies.pop(number - 200, None)
        if case.original is not None:
            truth[number] = case.original, case.edit, jaccard(case.body, bodies[case.original])
        source = number % SOURCES
        yield Article(id=str(number), source=f"s{source}", body=text(case.body, writer.boilerplate[source]))


def observe(found: Iterable[Article]) -> Notebook:
    """Return what a run keeps of articles until the checks conclude."""
    notebook = Notebook()
    for batch in in_batches(found, BATCH_SIZE):
        bodies = Bodies([article.text("body") for article in batch])
        facts = [ArticleFacts(article, None, bodies, position) for position, article in enumerate(batch)]
        seen = {check.code: list(enumerate(check.observe(one.article, one) for one in facts)) for check in CHECKS}
        result = BatchResult([], Tally(), seen, [ArticleRef.of(article) for article in batch], [])
        notebook.add(checked(result).notes)
    return notebook


def conclude(notebook: Notebook) -> Iterator[frozenset[int]]:
    """Yield the pairs of copy and keeper."""
    for check in CHECKS:
        for finding in check.conclude(notebook.noted(check.code)):
            yield frozenset((int(finding.article.id), int(finding.evidence["keeper"])))


def main(count: int, seed: int) -> None:
    """Print recall by edit and by similarity, precision, time and memory."""
    truth: dict[int, Truth] = {}
    # What a run takes whatever the size of its corpus: modules, and the arrays of a batch.
    observe(articles(2 * BATCH_SIZE, Writer(seed), {}))
    writer = Writer(seed)
    started, before = time.perf_counter(), _memory()
    notebook = observe(articles(count, writer, truth))
    observed, held = time.perf_counter(), _memory()
    found = set(conclude(notebook))
    concluded, peak = time.perf_counter(), _memory()
    hits: dict[str, list[bool]] = defaultdict(list)
    for number, (original, edit, similarity) in truth.items():
        hit = frozenset((number, original)) in found
        hits[edit].append(hit)
        if edit != EDITS[0]:
            hits[f"similarity {int(similarity * 10) / 10:.1f}"].append(hit)
    for name, known in sorted(hits.items()):
        print(f"{name:22} {len(known):6} copies, recall {sum(known) / len(known):.4f}")
    bodies = bodies_of({number for pair in found for number in pair}, count, seed)
    right = sum(jaccard(*(bodies[number] for number in pair)) >= SAME for pair in found)
    print(f"{'precision':22} {right} of {len(found)}: {right / max(1, len(found)):.4f}")
    print(f"observed in {observed - started:.1f} s (writing included), concluded in {concluded - observed:.1f} s")
    print(f"memory held by references and sketches: {(held - before) / count:.0f} bytes an article")
    print(f"peak while concluding: {(peak - before) / count:.0f} bytes an article")


def _memory() -> int:
    """Return the highest resident memory so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    main(arguments.articles, arguments.seed)
