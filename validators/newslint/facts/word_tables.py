"""Word tables: which word stems translate which, learned for some pairs of languages.

Anchors alone leave out what a text is mostly made of. A table is loaded only when a foreign paragraph of its pair of
languages is met. The tables are derived from NTREX-128 (CC BY-SA 4.0; see ``data/words/NOTICE.md``) by
``scripts/make_word_tables.py``; they hold stems and probabilities, no sentence.
"""

from __future__ import annotations

import gzip
import math
import re
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache, lru_cache
from importlib.resources import files

import msgspec

from newslint.facts.concepts import UNSPACED, WORD
from newslint.facts.memo import Memo

TRUST = 0.7
"""Share of the translation model against plain frequency when a stem is predicted (0 to 1); chosen once, not tuned."""

DEFAULT_LANGUAGE = "en"
"""What an article is taken for that shows no language."""

MOST_TABLES = 8
"""Tables held at a time, 2 to 4 MB each; loading one again takes as long as comparing a few paragraphs (40 ms)."""

_TABLE = ".json.gz"
_PROBABILITIES = msgspec.json.Decoder(dict[str, float])
_UNPREDICTED = math.log(1 - TRUST)
_SHORT_TEXT = 2
_STEM_LETTERS = 5
_ENGLISH_STEM_LETTERS = 6
_UNSPACED_RUN = re.compile(r"[\u3400-\u9fff]+|[\u30a1-\u30fa\u30fc]{2,}|[a-z]{2,}")
_ARABIC_ARTICLE = re.compile(r"^(?:وال|بال|كال|فال|لل|ال)(?=...)")


def stems(text: str, language: str) -> set[str]:
    """Return the distinct stems of *text*: the first letters of words, the pairs of neighbouring Chinese characters."""
    return stems_of(text.split(), language)


def stems_of(tokens: Iterable[str], language: str) -> set[str]:
    """Return the stems of a text from the parts between white space."""
    if language in UNSPACED:
        return {part for token in tokens for run in _UNSPACED_RUN.findall(token.lower()) for part in _parts(run)}
    found = stems_of_tokens(language)
    return set().union(*[found[token] for token in tokens])


@lru_cache(maxsize=32)
def stems_of_tokens(language: str) -> Memo[tuple[str, ...]]:
    """Return the stems of each string between white space, in a *language* that puts it between words."""
    letters = _ENGLISH_STEM_LETTERS if language == "en" else _STEM_LETTERS

    def find(token: str) -> tuple[str, ...]:
        words = WORD.findall(token.lower())
        if language == "ar":
            words = [_ARABIC_ARTICLE.sub("", word) for word in words]
        return tuple([word[:letters] for word in words])

    return Memo(find)


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

    def predict(self, source: Iterable[str], target: Set[str] | None = None) -> dict[str, float]:
        """Return the stems, of *target* where it is given, that *source* makes likely, with their probability."""
        best: dict[str, float] = {}
        for stem in source:
            written = self.probability.get(stem)
            if written:
                likely = _PROBABILITIES.decode(written)
                for other in likely if target is None else likely.keys() & target:
                    if likely[other] > best.get(other, 0.0):
                        best[other] = likely[other]
        return best

    def known(self, stems: Set[str]) -> Set[str]:
        """Return those of *stems* whose frequency is known."""
        return self.frequency.keys() & stems

    def gain(self, stem: str, probability: float) -> float:
        """Return how much likelier than chance a prediction with *probability* makes *stem*, as a log ratio."""
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
        self._known = table.backward.known(self._stems)
        self._predicted = table.forward.predict(self._stems)
        self._gains = {stem: table.forward.gain(stem, p) for stem, p in self._predicted.items()}

    def likeness(self, own: Set[str]) -> float:
        """Return how much of the foreign text the stems *own* repeat: a cheap stand-in for :meth:`features`."""
        return self._gain(own) / (len(self._stems) + _SHORT_TEXT)

    def held(self, holders: Mapping[str, int]) -> list[tuple[int, float]]:
        """Return the shares in :meth:`likeness` of the stems that any text has, each with its *holders*."""
        size = len(self._stems) + _SHORT_TEXT
        return [(holders[stem], self._gains[stem] / size) for stem in self._gains.keys() & holders.keys()]

    def features(self, own: Set[str]) -> dict[str, float]:
        """Return how well the stems of the foreign text and *own*, those of another, explain one another.

        That is how much likelier either makes the other than chance, as a mean log ratio.
        """
        known = self._table.forward.known(own)
        predicted = self._gains.keys() & known
        backward = self._table.backward
        explained = backward.predict(own, self._known)
        gain = sum([backward.gain(stem, probability) for stem, probability in explained.items()])
        return {
            "words_forward": _mean(self._gain(known), len(predicted), len(known)),
            "words_backward": _mean(gain, len(explained), len(self._known)),
        }

    def _gain(self, own: Set[str]) -> float:
        """Return what the foreign text gains by those of the stems *own* that it predicts."""
        gains = self._gains
        return sum([gains[stem] for stem in gains.keys() & own])


def _mean(gain: float, predicted: int, known: int) -> float:
    """Return the mean gain of *known* stems, of which so many *predicted* ones gain *gain* together."""
    return (gain + _UNPREDICTED * (known - predicted)) / (known + _SHORT_TEXT)


def read_foreign(text: str, languages: Sequence[str], own: str | None) -> Reading | None:
    """Read *text* through the first table there is from one of *languages* to *own* (bare codes)."""
    own = own or DEFAULT_LANGUAGE
    for language in languages:
        table = word_table(language, own)
        if table is not None:
            return Reading(table, text, language, own)
    return None


def word_table(foreign: str, own: str) -> WordTable | None:
    """Return the table from language *foreign* to *own* (bare codes), or ``None`` where none was learned."""
    learned = _learned()
    for name, flipped in ((f"{foreign}-{own}", False), (f"{own}-{foreign}", True)):
        if name in learned:
            return _load(name, flipped)
    return None


@cache
def _learned() -> frozenset[str]:
    """Return the pairs of languages that have a table."""
    names = (entry.name for entry in files("newslint.data").joinpath("words").iterdir())
    return frozenset([name.removesuffix(_TABLE) for name in names if name.endswith(_TABLE)])


@lru_cache(maxsize=MOST_TABLES)
def _load(pair: str, flipped: bool) -> WordTable:
    path = files("newslint.data").joinpath("words", pair + _TABLE)
    table = msgspec.json.decode(gzip.decompress(path.read_bytes()), type=WordTable)
    return WordTable(table.backward, table.forward) if flipped else table
