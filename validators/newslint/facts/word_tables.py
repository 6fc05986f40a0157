"""Word tables: which word stems translate which, learned for some pairs of languages.

Anchors alone leave out what a text is mostly made of. A table is loaded only when a foreign paragraph of its pair of
languages is met. The tables are derived from NTREX-128 (CC BY-SA 4.0; see ``data/words/NOTICE.md``) by
``scripts/make_word_tables.py``; they hold stems and probabilities, no sentence.
"""

from __future__ import annotations

import gzip
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

import msgspec

from newslint.facts.concepts import UNSPACED, WORD

TRUST = 0.7
"""Share of the translation model against plain frequency when a stem is predicted (0 to 1); chosen once, not tuned."""

_PROBABILITIES = msgspec.json.Decoder(dict[str, float])
_UNPREDICTED = math.log(1 - TRUST)
_SHORT_TEXT = 2
_STEM_LETTERS = 5
_ENGLISH_STEM_LETTERS = 6
_UNSPACED_RUN = re.compile(r"[\u3400-\u9fff]+|[\u30a1-\u30fa\u30fc]{2,}|[a-z]{2,}")
_ARABIC_ARTICLE = re.compile(r"^(?:وال|بال|كال|فال|لل|ال)(?=...)")


def stems(text: str, language: str) -> set[str]:
    """Return the distinct stems of *text*: the first letters of words, the pairs of neighbouring Chinese characters."""
    lowered = text.lower()
    if language in UNSPACED:
        return {part for run in _UNSPACED_RUN.findall(lowered) for part in _parts(run)}
    letters = _ENGLISH_STEM_LETTERS if language == "en" else _STEM_LETTERS
    words = (match.group() for match in WORD.finditer(lowered))
    if language == "ar":
        words = (_ARABIC_ARTICLE.sub("", word) for word in words)
    return {word[:letters] for word in words}


def _parts(run: str) -> Iterable[str]:
    if len(run) > 1 and "\u3400" <= run[0] <= "\u9fff":
        return (run[i : i + 2] for i in range(len(run) - 1))
    return (run,)


class Direction(msgspec.Struct, frozen=True):
    """One direction of a table: the frequency of each target stem, and its probability given a source stem.

    Probabilities stay as they are written until their stem is met: of all tables they take 140 MB as objects.
    """

    frequency: dict[str, float]
    probability: dict[str, msgspec.Raw]

    def predict(self, source: Iterable[str]) -> dict[str, float]:
        """Return the stems that *source* makes likely, each with its highest probability."""
        best: dict[str, float] = {}
        for stem in source:
            written = self.probability.get(stem)
            for other, probability in _PROBABILITIES.decode(written).items() if written else ():
                if probability > best.get(other, 0.0):
                    best[other] = probability
        return best

    def support(self, predicted: Mapping[str, float], target: Iterable[str]) -> float:
        """Return how much likelier *predicted* makes the stems of *target* than chance, as a mean log ratio."""
        known = [stem for stem in target if stem in self.frequency]
        gain = sum(self.gain(stem, predicted.get(stem, 0.0)) for stem in known)
        return gain / (len(known) + _SHORT_TEXT)

    def gain(self, stem: str, probability: float) -> float:
        """Return how much likelier than chance a prediction with *probability* makes *stem*, as a log ratio."""
        if not probability:
            return _UNPREDICTED
        chance = self.frequency.get(stem)
        return math.log(TRUST * probability / chance + 1 - TRUST) if chance else 0.0


class WordTable(msgspec.Struct, frozen=True):
    """The table of one pair of languages, in both directions."""

    forward: Direction
    backward: Direction


class Reading:
    """A foreign text, read through a word table into the article's language *own*."""

    def __init__(self, table: WordTable, text: str, foreign: str, own: str) -> None:
        self.own = own
        self._table = table
        self._stems = stems(text, foreign)
        self._predicted = table.forward.predict(self._stems)
        self._gains = {stem: table.forward.gain(stem, p) for stem, p in self._predicted.items()}

    def likeness(self, own: set[str]) -> float:
        """Return how much of the foreign text the stems *own* repeat: a cheap stand-in for :meth:`features`."""
        return sum(self._gains[stem] for stem in self._gains.keys() & own) / (len(self._stems) + _SHORT_TEXT)

    def features(self, own: set[str]) -> dict[str, float]:
        """Return how well the stems of the foreign text and *own*, those of another, explain one another."""
        backward = self._table.backward
        return {
            "words_forward": self._table.forward.support(self._predicted, own),
            "words_backward": backward.support(backward.predict(own), self._stems),
        }


def read_foreign(text: str, languages: Sequence[str], own: str | None) -> Reading | None:
    """Read *text* through the first table there is from one of *languages* to *own* (bare codes; default English)."""
    own = own or "en"
    for language in languages:
        table = word_table(language, own)
        if table is not None:
            return Reading(table, text, language, own)
    return None


@lru_cache(maxsize=32)
def word_table(foreign: str, own: str) -> WordTable | None:
    """Return the table from language *foreign* to *own* (bare codes), or ``None`` where none was learned."""
    folder = files("newslint.data").joinpath("words")
    for name, flipped in ((f"{foreign}-{own}", False), (f"{own}-{foreign}", True)):
        path = folder.joinpath(f"{name}.json.gz")
        if path.is_file():
            table = msgspec.json.decode(gzip.decompress(path.read_bytes()), type=WordTable)
            return WordTable(table.backward, table.forward) if flipped else table
    return None
