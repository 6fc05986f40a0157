"""Fit the coefficients by which DUP009 tells translations, and print them for ``facts/translations.py``.

    PYTHONPATH=benchmarks python scripts/train_translation_scorer.py NTREX

``NTREX`` is the unpacked NTREX-128 archive. Corpora are drawn as ``benchmarks/quality.py translated`` draws them, from
the even documents only; a second set of corpora has two documents in five, so that the size of the corpus is not
learned. The examples are all pairs that are looked at; a ridge-penalised logistic regression is fitted by Newton's
method, with the chance of the likeliest pair of the corpus subtracted beforehand as the check does.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from quality_subjects.translated import TESTED, Corpus, document_of, draw, languages, read

from newslint.facts.kinship import group_of
from newslint.facts.translations import Coefficients, Demands, Search

CORPORA = 12
SHARES = (1.0, 0.4)
RIDGE = 0.3
STEPS = 60
SHORT_STEPS = 30
SHORT = 0.3
"""The first steps are short: with the chance subtracted, full ones begin too far off to come back."""

Floats = NDArray[np.float64]


def examples(corpus: Corpus, one: str, other: str, seed: int, share: float) -> tuple[Floats, Floats, Floats]:
    """Return the measures of the pairs of one corpus, what is subtracted of each score, and 1 for translations."""
    groups = languages(corpus, one), languages(corpus, other)
    articles = [seen for seen in draw(corpus, *groups, f"{one}-{other}-{seed}", share)[0] if seen.anchors]
    stories = [seen.anchors or b"" for seen in articles]
    spoken = [group_of(seen.article.language or "") for seen in articles]
    search = Search(stories, spoken, [None] * len(articles), Demands(days=0, mentions=0, score=0.0))
    first, second = search.candidates()
    measures = search.compared(first, second).measures()
    names = np.array([document_of(seen.article.id) for seen in articles])
    return measures, np.full(len(first), search.chance), (names[first] == names[second]).astype(float)


def fitted(measures: Floats, subtracted: Floats, labels: Floats) -> Floats:
    """Return the coefficients that make the labels likeliest."""
    scale = np.where(measures.std(axis=0) > 0, measures.std(axis=0), 1.0)
    scaled = measures / scale
    penalty = RIDGE * np.diag((measures.std(axis=0) > 0).astype(float))
    found = np.zeros(scaled.shape[1])
    found[0] = subtracted.mean()
    for step in range(STEPS):
        odds = np.clip(scaled @ found - subtracted, -30, 30)
        likely = 1 / (1 + np.exp(-odds))
        slope = scaled.T @ (labels - likely) - penalty @ found
        curve = scaled.T @ (scaled * (likely * (1 - likely))[:, None]) + penalty
        found += (SHORT if step < SHORT_STEPS else 1.0) * np.linalg.solve(curve, slope)
    return np.asarray(found / scale)


def main() -> None:
    """Print the coefficients."""
    corpus = read(Path(sys.argv[1]), "even")
    parts = [
        examples(corpus, one, other, seed, share)
        for share in SHARES
        for one, other in TESTED
        for seed in range(CORPORA)
    ]
    measures, subtracted, labels = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    found = fitted(measures, subtracted, labels)
    print(f"{len(labels)} pairs, {labels.sum():.0f} translations")
    print(Coefficients(*(float(f"{value:.2g}") for value in found)))


if __name__ == "__main__":
    main()
