"""Articles with a paragraph left in the source language, built from pairs of translated paragraphs.

A pairs file has one JSON object to a line: ``lang_a``, ``lang_b``, ``a``, ``b``, ``label`` (1 for translations),
``origin`` and ``doc``; ``.gz`` is read too. The pairs of one document, overlapping ones dropped, make the paragraphs
of an article in one language; one paragraph is then left in the other. In half of the articles its translation stays
(the twin), in half it is missing (nothing to find).
"""

from __future__ import annotations

import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz

MIN_PARAGRAPHS = 4
MIN_LETTERS = 100
REPEATED = 75


class Document(NamedTuple):
    """The parallel paragraphs of one document: (in ``lang_a``, in ``lang_b``)."""

    lang_a: str
    lang_b: str
    name: str
    pairs: list[tuple[str, str]]


class Case(NamedTuple):
    """An article: its paragraphs, which one is foreign, and the index of its translation, if it is there."""

    language: str
    foreign_language: str
    paragraphs: list[str]
    foreign: int
    translation: int | None


def documents(path: Path) -> list[Document]:
    """Read the documents of *path* with at least four paragraphs."""
    grouped: dict[tuple[str, str, str, str], list[tuple[str, str]]] = defaultdict(list)
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            pair = json.loads(line)
            if pair["label"] == 1:
                grouped[pair["lang_a"], pair["lang_b"], pair["origin"], pair["doc"]].append((pair["a"], pair["b"]))
    found = [Document(a, b, doc, without_overlaps(pairs)) for (a, b, _, doc), pairs in sorted(grouped.items())]
    return [document for document in found if len(document.pairs) >= MIN_PARAGRAPHS]


def without_overlaps(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Keep, in file order, the pairs that are not part of one kept before nor contain one."""
    kept: list[tuple[str, str]] = []
    for a, b in pairs:
        if not any(x in a or a in x or y in b or b in y for x, y in kept):
            kept.append((a, b))
    return kept


def is_held_out(document: str) -> bool:
    """Return whether *document* is kept for measuring: 40 % of them, by a hash of the name."""
    return blake2b(document.encode(), digest_size=1).digest()[0] < 102


def cases(document: Document, *, foreign_is_b: bool, seed: int = 1) -> Iterator[Case]:
    """Yield two cases for each long paragraph of *document*: with its translation and without.

    In half of the former the foreign paragraph stands right after its translation, in half anywhere. Paragraphs that
    another one repeats in the article's own language (a headline and its lede) are passed over: their absence could
    not be told.
    """
    rng = random.Random(f"{document.name}-{seed}")
    own = [a if foreign_is_b else b for a, b in document.pairs]
    other = [b if foreign_is_b else a for a, b in document.pairs]
    language, foreign = (document.lang_a, document.lang_b) if foreign_is_b else (document.lang_b, document.lang_a)
    for index, text in enumerate(other):
        if letters(text, foreign) < MIN_LETTERS or _is_repeated(own, index):
            continue
        place = index + 1 if rng.random() < 0.5 else rng.randrange(len(own) + 1)
        with_it = [*own[:place], text, *own[place:]]
        yield Case(language, foreign, with_it, place, index + (place <= index))
        yield Case(language, foreign, [*own[:index], text, *own[index + 1 :]], index, None)


def merged(case: Case) -> Case:
    """Return *case* with the paragraphs in the article's own language run together two by two."""
    own = [index for index in range(len(case.paragraphs)) if index != case.foreign]
    joint = "" if case.language in ("zh", "ja") else " "
    groups = [own[start : start + 2] for start in range(0, len(own), 2)]
    texts = [joint.join(case.paragraphs[index] for index in group) for group in groups]
    place = sum(group[0] < case.foreign for group in groups)
    texts.insert(place, case.paragraphs[case.foreign])
    home = next((number for number, group in enumerate(groups) if case.translation in group), None)
    translation = None if home is None else home + (home >= place)
    return Case(case.language, case.foreign_language, texts, place, translation)


def letters(text: str, language: str) -> float:
    """Count letters; one of Chinese or Japanese says as much as about three of an alphabet."""
    return sum(map(str.isalpha, text)) * (2.6 if language in ("zh", "ja") else 1.0)


def _is_repeated(texts: list[str], index: int) -> bool:
    return any(fuzz.token_set_ratio(texts[index], t) >= REPEATED for i, t in enumerate(texts) if i != index)
