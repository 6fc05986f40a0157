"""How alike two paragraphs are worded: symmetric measures, and one score learned from them.

Symmetric measures only: containment and set ratios find a summary as alike as a retelling, and at 99 % precision keep
a quarter of the recall (measured on pairs of translations of one sentence against other sentences of its article).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from functools import cache, lru_cache
from importlib import resources
from itertools import chain

import msgspec

from newslint.text.segment import Paragraph

MEASURES = (
    "shingles",
    "sorted_words",
    "weighted_words",
    "shared_words",
    "order",
    "numbers",
    "names",
    "length",
    "unspaced",
)
"""The measures that the score is learned from, as fields of :class:`Agreement`."""

_UNSPACED_LANGUAGES = frozenset({"zh", "ja", "th", "lo", "km", "my", "bo", "yue"})
_UNSPACED_LETTER = re.compile(r"[\u0e00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
# Vowel signs and diacritics are not \w, yet they do not end a word.
_LETTER = (
    r"[\w\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u07a6-\u07b0\u0900-\u0963\u0966-\u0dff\u0e00-\u109f]"
)
_WORD = re.compile(f"{_LETTER}+")
# The first five letters stand for the word, so that case endings do not matter.
_STEM = re.compile(f"({_LETTER}{{1,5}}){_LETTER}*")
_ASCII_STEM = re.compile(r"(\w{1,5})\w*", re.ASCII)
_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d++(?:[.,]\d++)*")
_NOT_DIGIT = re.compile(r"\D")
_ASCII_WORD = re.compile(r"\w+", re.ASCII)
_KEPT = 256
"""Paragraphs of which figures and names are remembered: each is looked at twice or more, one after the other."""
_SHINGLE = 4
_SHINGLE_UNSPACED = 2


class Wording(msgspec.Struct, frozen=True):
    """One paragraph taken apart.

    ``words`` are in text order, in lower case and cut to their first five letters, so that case endings do not matter
    (pairs of characters where words are not spaced); ``counts`` counts them; ``ordered`` has the whole words sorted;
    ``shingles`` are runs of four characters (two where unspaced); ``numbers`` are the figures as written, by their
    digits; ``names`` are the stems of capitalised words; ``length`` is in characters.
    """

    words: list[str]
    counts: Mapping[str, int]
    ordered: str
    shingles: Set[str]
    numbers: Mapping[str, str]
    names: frozenset[str]
    length: int
    unspaced: bool

    @classmethod
    def of(cls, text: str, unspaced: bool) -> Wording:
        """Take *text* apart."""
        whole = (_ASCII_WORD if text.isascii() else _WORD).findall(text.lower())
        joined = "".join(whole) if unspaced else " ".join(whole)
        size = _SHINGLE_UNSPACED if unspaced else _SHINGLE
        shingles = {joined[i : i + size] for i in range(max(1, len(joined) - size + 1))}
        words = word_list(text, unspaced)
        ordered = " ".join(sorted(words if unspaced else whole))
        return cls(words, Counter(words), ordered, shingles, numbers(text), names(text), len(text), unspaced)


class Agreement(msgspec.Struct, frozen=True):
    """How far two paragraphs agree; every measure is the same in both directions.

    Shares from 0 to 1: ``shingles`` and ``shared_words`` (Jaccard), ``sorted_words`` (edit ratio of the sorted words),
    ``weighted_words`` (cosine, weighted by rarity inside the article), ``order`` (longest common subsequence of words),
    ``length`` (shorter over longer). From -1 (all differ) to 1 (all shared): ``numbers`` and ``names``. ``unspaced`` is
    1 where characters stand for words. ``logit`` is the score learned from all of them.
    """

    shingles: float
    sorted_words: float
    weighted_words: float
    shared_words: float
    order: float
    numbers: float
    names: float
    length: float
    unspaced: float
    logit: float


class _Scorer(msgspec.Struct, frozen=True):
    intercept: float
    coefficients: dict[str, float]


def is_unspaced(paragraphs: Sequence[Paragraph], language: str | None) -> bool:
    """Return whether the text is written without spaces between words (Chinese, Japanese, Thai, Lao, Khmer …)."""
    if language:
        return language.partition("-")[0] in _UNSPACED_LANGUAGES
    texts = (paragraph.text for paragraph in paragraphs[:3])
    return any(not text.isascii() and len(_UNSPACED_LETTER.findall(text)) * 2 > len(text) for text in texts)


def word_list(text: str, unspaced: bool) -> list[str]:
    """Return the words of *text* in order, in lower case and cut to stems; pairs of characters where *unspaced*."""
    if not unspaced:
        return (_ASCII_STEM if text.isascii() else _STEM).findall(text.lower())
    letters = "".join(_WORD.findall(text.lower()))
    return [letters[i : i + 2] for i in range(len(letters) - 1)]


@lru_cache(maxsize=_KEPT)
def numbers(text: str) -> Mapping[str, str]:
    """Return the figures as written, by their significant digits: 86,500 and 86.5 thousand are one figure."""
    figures = _NUMBER.findall(text)
    return {digits: figure for figure in figures if (digits := _NOT_DIGIT.sub("", figure).strip("0"))}


def contradict(first: Set[str], second: Set[str]) -> bool:
    """Return whether each has figures of its own: parallel news ("158 cases in the region", "135 in the city").

    Where three times as many figures agree, the odd one is a slip or another notation ("14:00", "2 pm").
    """
    unmatched = min(len(first - second), len(second - first))
    return len(first & second) < 3 * unmatched


def article_weights(words: Sequence[list[str]]) -> dict[str, float]:
    """Return how telling each word is inside an article whose paragraphs have these *words*.

    That is log(1 + paragraphs / paragraphs that have the word): never 0, since an article may have two paragraphs only.
    """
    appearances = Counter(chain.from_iterable(map(set, words)))
    return {word: math.log1p(len(words) / count) for word, count in appearances.items()}


def agreement(first: Wording, second: Wording, weights: Mapping[str, float]) -> Agreement:
    """Measure how alike *first* and *second* are worded; *weights* are the :func:`article_weights`."""
    return _agreement(first, second, _cosine(first.counts, second.counts, weights))


def best_case(first: Wording, second: Wording, weighted_words: float) -> float:
    """Return the score (in logits) that two paragraphs have if their *weighted_words* agree so far and no further."""
    return _agreement(first, second, weighted_words).logit


def _agreement(first: Wording, second: Wording, weighted_words: float) -> Agreement:
    from rapidfuzz import fuzz
    from rapidfuzz.distance import LCSseq

    measures = {
        "shingles": _jaccard(first.shingles, second.shingles),
        "sorted_words": fuzz.ratio(first.ordered, second.ordered) / 100,
        "weighted_words": weighted_words,
        "shared_words": _jaccard(first.counts.keys(), second.counts.keys()),
        "order": LCSseq.normalized_similarity(first.words, second.words),
        "numbers": accord(first.numbers.keys(), second.numbers.keys()),
        "names": accord(first.names, second.names),
        "length": min(first.length, second.length) / max(first.length, second.length),
        "unspaced": float(first.unspaced),
    }
    return Agreement(**measures, logit=_logit(measures))


def chance(logit: float) -> float:
    """Return *logit* as a score between 0 and 1."""
    return 1 / (1 + math.exp(-logit))


def _logit(measures: Mapping[str, float]) -> float:
    scorer = _scorer()
    return scorer.intercept + sum(weight * measures[name] for name, weight in scorer.coefficients.items())


@cache
def _scorer() -> _Scorer:
    table = resources.files("newslint.data").joinpath("retold_scorer.json").read_bytes()
    return msgspec.json.decode(table, type=_Scorer)


@lru_cache(maxsize=_KEPT)
def names(text: str) -> frozenset[str]:
    """Return the stems of capitalised words but the first, which is capitalised in any sentence."""
    found = (_ASCII_STEM if text.isascii() else _STEM).findall(text)[1:]
    return frozenset([stem.lower() for stem in found if len(stem) > 2 and stem[0].isupper()])


def _jaccard(first: Set[str], second: Set[str]) -> float:
    union = len(first | second)
    return len(first & second) / union if union else 0.0


def accord(first: Set[str], second: Set[str]) -> float:
    """Return 1 where all are shared, -1 where none is, and 0 where there is nothing to go by."""
    return 2 * _jaccard(first, second) - 1 if first or second else 0.0


def _cosine(first: Mapping[str, int], second: Mapping[str, int], weights: Mapping[str, float]) -> float:
    product = sum(count * second[word] * weights.get(word, 1.0) ** 2 for word, count in first.items() if word in second)
    return product / (_norm(first, weights) * _norm(second, weights)) if product else 0.0


def _norm(counts: Mapping[str, int], weights: Mapping[str, float]) -> float:
    return math.sqrt(sum((count * weights.get(word, 1.0)) ** 2 for word, count in counts.items()))
