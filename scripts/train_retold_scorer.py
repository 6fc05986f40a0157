"""Learn the coefficients of the retold-paragraph scorer and write ``validators/newslint/data/retold_scorer.json``.

    python scripts/train_retold_scorer.py PAIRS.jsonl.gz

Each line of the input is ``{"lang": …, "a": …, "b": …}``: two independent translations of one sentence, in the order
of the news they come from. Twelve neighbouring lines make up one article. Two versions of one sentence are examples
of retelling; versions of different sentences of the article are examples of the opposite. Every sentence is used twice:
alone, and joined with its neighbour to a paragraph of two. Only every other article is learned from; the rest is left
for ``benchmarks/quality_retold.py``.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newslint.facts.wording import MEASURES, Wording, agreement, article_weights, is_unspaced, word_list

TARGET = Path(__file__).parents[1] / "validators" / "newslint" / "data" / "retold_scorer.json"
ARTICLE_LENGTH = 12
RIDGE = 1.0
"""Strength of the quadratic penalty on coefficients; keeps the correlated measures from trading huge signs."""

Example = tuple[list[float], bool]
Floats = NDArray[np.float64]


def read_pairs(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Return the pairs by language, in file order."""
    pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            pairs[record["lang"]].append((record["a"], record["b"]))
    return dict(pairs)


def join_neighbours(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Make paragraphs of two sentences out of neighbouring pairs."""
    return [(f"{a} {c}", f"{b} {d}") for (a, b), (c, d) in zip(pairs[::2], pairs[1::2], strict=False)]


def examples(pairs: Sequence[tuple[str, str]], language: str) -> Iterator[Example]:
    """Yield the measures and the label of every pair of paragraphs in every other article."""
    unspaced = is_unspaced((), language)
    for start in range(0, len(pairs), 2 * ARTICLE_LENGTH):
        article = pairs[start : start + ARTICLE_LENGTH]
        weights = article_weights([word_list(text, unspaced) for text in [article[0][1], *(a for a, _ in article)]])
        for i, (a, _) in enumerate(article):
            for j, (_, b) in enumerate(article):
                found = agreement(Wording.of(a, unspaced), Wording.of(b, unspaced), weights)
                yield [getattr(found, name) for name in MEASURES], i == j


def fit(measures: Floats, labels: Floats) -> Floats:
    """Return intercept and coefficients of a ridge-penalised logistic regression, by Newton's method."""
    design = np.c_[np.ones(len(measures)), measures]
    penalty = RIDGE * np.diag([0.0] + [1.0] * measures.shape[1])
    weights = np.zeros(design.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-design @ weights))
        gradient = design.T @ (labels - chance) - penalty @ weights
        hessian = (design * (chance * (1 - chance))[:, None]).T @ design + penalty
        weights += np.linalg.solve(hessian, gradient)
    return weights


def main(path: Path) -> None:
    """Learn from the pairs at *path* and write the table."""
    found: list[Example] = []
    for language, pairs in read_pairs(path).items():
        found += examples(pairs, language)
        found += examples(join_neighbours(pairs), language)
    weights = fit(np.array([x for x, _ in found]), np.array([float(y) for _, y in found]))
    table = {
        "about": "Logistic regression: is one paragraph of an article another one in other words?",
        "made_by": "scripts/train_retold_scorer.py",
        "examples": {"retold": sum(y for _, y in found), "other": sum(not y for _, y in found)},
        "intercept": round(float(weights[0]), 3),
        "coefficients": {name: round(float(w), 3) for name, w in zip(MEASURES, weights[1:], strict=True)},
    }
    TARGET.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")
    print(f"wrote {TARGET}: {table['examples']}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
