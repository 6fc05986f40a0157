"""Precision and recall of DUP004 retold-paragraph on articles that have one retold sentence each.

    python benchmarks/quality_retold.py PAIRS.jsonl.gz [--gate]

Each line of the input is ``{"lang": …, "a": …, "b": …}``: two independent translations of one sentence, in the order
of the news they come from. Twelve neighbouring first versions make up a body, one paragraph each; every sentence in
turn is told once more, in its second version, at the end of the body. Found is a finding at that paragraph that names
the right earlier one; wrong are all other pairs, each counted once. Every other group of twelve was never seen when
the scorer was learned (see ``scripts/train_retold_scorer.py``): the columns ``unseen`` are for these.

With ``--gate`` it prints instead what the gate before the measures (``MIN_PROMISE`` and its like) loses: the pairs
that are found only without it.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from newslint.facts import alike, similarity
from newslint.facts.bodies import BodyTable
from newslint.facts.similarity import retold_pairs
from newslint.text.segment import paragraphs

ARTICLE_LENGTH = 12
GATES = {
    "MIN_SHARED": alike,
    "MIN_PROMISE": alike,
    "MIN_SHARED_UNSPACED": alike,
    "MIN_COSINE_UNSPACED": alike,
    "MIN_PROMISE_TOLD": similarity,
}
OPEN = -100.0
"""Below what any pair has."""

Pair = tuple[str, str]


@dataclass
class Score:
    """Counts of one language."""

    told: int = 0
    found: int = 0
    wrong: set[Pair] = field(default_factory=set)

    @property
    def recall(self) -> float:
        """Share of the retold sentences that were found."""
        return self.found / self.told if self.told else 0.0

    @property
    def precision(self) -> float:
        """Share of the distinct pairs found that are right."""
        return self.found / (self.found + len(self.wrong)) if self.found else 0.0


def read_pairs(path: Path) -> dict[str, list[Pair]]:
    """Return the pairs by language, in file order."""
    pairs: dict[str, list[Pair]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            pairs[record["lang"]].append((record["a"], record["b"]))
    return dict(pairs)


def groups(pairs: Sequence[Pair], *, unseen: bool) -> Iterator[Sequence[Pair]]:
    """Yield the groups of twelve; only those the scorer has not learned from, if *unseen*."""
    step = ARTICLE_LENGTH * (2 if unseen else 1)
    for start in range(ARTICLE_LENGTH if unseen else 0, len(pairs), step):
        yield pairs[start : start + ARTICLE_LENGTH]


def measure(pairs: Sequence[Pair], language: str, *, unseen: bool) -> Score:
    """Run the facts of DUP004 over all articles made from *pairs*."""
    score = Score()
    for group in groups(pairs, unseen=unseen):
        for told, (_, again) in enumerate(group):
            text = "\n\n".join([first for first, _ in group] + [again])
            body = paragraphs(text)
            score.told += 1
            for pair in retold_pairs(body, language, BodyTable([text]).alike.get(0, [])):
                if (pair.first, pair.second) == (told, len(group)):
                    score.found += 1
                else:
                    score.wrong.add((body[pair.first].text, body[pair.second].text))
    return score


@contextmanager
def open_gates() -> Iterator[None]:
    """Measure every pair of paragraphs of about one length that shares a word."""
    usual = {name: getattr(module, name) for name, module in GATES.items()}
    for name, module in GATES.items():
        setattr(module, name, OPEN)
    try:
        yield
    finally:
        for name, module in GATES.items():
            setattr(module, name, usual[name])


def compare_gate(path: Path) -> None:
    """Print, by language, how many retellings are found with the gate and without it."""
    for language, pairs in sorted(read_pairs(path).items()):
        gated = measure(pairs, language, unseen=False)
        with open_gates():
            every = measure(pairs, language, unseen=False)
        print(f"{language:<9} found {gated.found:>4}, without the gate {every.found:>4}")


def main(path: Path) -> None:
    """Print one line per language."""
    columns = f"{'told':>5} {'recall':>7} {'precision':>10}"
    print(f"{'':<9} {'all':>24} {'unseen':>24}\n{'language':<9} {columns} {columns}")
    for language, pairs in sorted(read_pairs(path).items()):
        everything = measure(pairs, language, unseen=False)
        unseen = measure(pairs, language, unseen=True)
        print(
            f"{language:<9} {everything.told:>5} {everything.recall:>7.3f} {everything.precision:>10.3f} "
            f"{unseen.told:>5} {unseen.recall:>7.3f} {unseen.precision:>10.3f}"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--gate", action="store_true", help="print what the gate before the measures loses")
    arguments = parser.parse_args()
    (compare_gate if arguments.gate else main)(arguments.pairs)
