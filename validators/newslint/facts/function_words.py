"""Function words: the small words that give a language away, and so cheaply that most paragraphs need nothing else.

The table ``data/function_words.json`` is counted over parallel news by ``scripts/make_function_words.py``. A function
word in it belongs to one language only: words that two unrelated languages share (Danish and English ``for``) are left
out. Beside them it has, for texts that are too short to have many function words, the 300 commonest words of each
language that it shares with no unrelated one, and the 300 commonest whoever shares them.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any

import msgspec

MIN_WORDS = 3
"""Fewest function words on which a language is named; two of them meet by chance in lists of foreign names."""
USUAL_SHARE = 0.35
"""A text has a language's function words if it has this share of the density that is usual in that language."""
LEAD = 3.0
"""How many times as many words the named language must have as any other."""
MAX_FREQUENT_WORDS = 12
"""So many function words are looked for as they stand, before a text is split ..."""
MIN_FREQUENT_RATE = 40
"""... if they occur so often in 10,000 words: splitting the text is cheaper than looking for rarer ones."""
MIN_COMMON_SHARE = 0.2
"""Least share of common words in a text in a language of the table; lists and figures have less."""
COMMON_AHEAD = 4
"""How many more common words the language of a text must have than any other, when nothing is known of it ..."""
COMMON_LEAD = 1.5
"""... and how many times as many."""


class Votes(msgspec.Struct, frozen=True, gc=False):
    """How many of the ``words`` of a text are function words of which language."""

    words: int
    counts: Mapping[str, int]

    def best_but(self, language: str | None = None) -> tuple[str | None, int]:
        """Return the language with the most votes, leaving out *language*, and its votes; ties go by code."""
        rivals = [(-votes, code) for code, votes in self.counts.items() if code != language]
        if not rivals:
            return None, 0
        votes, code = min(rivals)
        return code, -votes

    def words_of(self) -> dict[str, float]:
        """Return an estimate of how many words of the text are in each language, from its usual density of votes."""
        return {code: votes / _densities()[code] for code, votes in sorted(self.counts.items())}

    def speak_for(self, language: str, *, minimum: int = MIN_WORDS, lead: float = LEAD) -> bool:
        """Return whether *language* has enough votes: *minimum*, near its usual density, *lead* times any other's."""
        votes = self.counts.get(language, 0)
        if votes < minimum or votes < USUAL_SHARE * _densities().get(language, 1.0) * self.words:
            return False
        return votes >= lead * self.best_but(language)[1]


def tokens(text: str) -> list[str]:
    """Split *text* into lower-case tokens at white space and after apostrophes (``l'eau`` → ``l'``, ``eau``).

    Punctuation stays attached: function words seldom stand beside any, and not looking for it is four times as fast.
    """
    if not text.isascii():
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
        text = text.replace("’", "'")
    return text.lower().replace("'", "' ").split()


def votes(text: str) -> Votes:
    """Count the function words of every language in *text*."""
    return votes_of(tokens(text))


def votes_of(words: Sequence[str]) -> Votes:
    """Count the function words of every language among *words*, as :func:`tokens` gives them."""
    return Votes(len(words), _counted(filter(None, map(_languages_of_words().get, words))))


def _counted(languages: Iterable[str]) -> dict[str, int]:
    """Count *languages*; for the few of a paragraph cheaper than :class:`collections.Counter`."""
    counts: dict[str, int] = {}
    for language in languages:
        counts[language] = counts.get(language, 0) + 1
    return counts


@cache
def own_words() -> dict[str, frozenset[str]]:
    """Return the common words that are a group's own, by its code."""
    return {language: frozenset(words.split()) for language, words in _data()["own"].items()}


def own_words_of(language: str) -> frozenset[str]:
    """Return the common words of the group *language* that are its own; none where it is not in the table."""
    return own_words().get(language, frozenset())


def has_word_of_another(language: str, words: Iterable[str]) -> bool:
    """Return whether one of *words*, as :func:`tokens` gives them, is another language's than *language*'s own."""
    return not {None, language}.issuperset(map(_owners().get, words))


@cache
def frequent_words(language: str) -> tuple[str, ...]:
    """Return the most frequent function words of the group *language* that stand between spaces, at most twelve."""
    rates = _table().get(language, {})
    words = [word for word, rate in rates.items() if rate >= MIN_FREQUENT_RATE and not word.endswith("'")]
    return tuple(sorted(words, key=lambda word: (-rates[word], word))[:MAX_FREQUENT_WORDS])


def common_votes(language: str, words: Iterable[str]) -> tuple[int, int]:
    """Return how many of *words*, as :func:`tokens` gives them, are common in *language*, and in any other at most."""
    counts = _counted(chain.from_iterable(_known(words)))
    own = counts.pop(language, 0)
    return own, max(counts.values(), default=0)


def most_common(words: Sequence[str], favourite: str | None = None) -> tuple[str | None, float]:
    """Return the language with most of the common words among *words*, and which share of the known ones it has.

    ``None`` where they are few among *words*, or where another language has nearly as many; a *favourite* needs no
    more than most.
    """
    known = _known(words)
    if len(known) < MIN_COMMON_SHARE * len(words):
        return None, 0.0
    ranked = Counter(chain.from_iterable(known)).most_common(2)
    (best, count), (_, second) = (*ranked, ("", 0), ("", 0))[:2]
    if count < second + COMMON_AHEAD or (count < COMMON_LEAD * second and best != favourite):
        return None, 0.0
    return best, count / len(known)


def _known(words: Iterable[str]) -> list[tuple[str, ...]]:
    return list(filter(None, map(languages_of_common_words().get, words)))


@cache
def known_languages() -> frozenset[str]:
    """Return the groups of languages in the table, by their first code."""
    return frozenset(_densities())


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(files("newslint.data").joinpath("function_words.json").read_text("utf-8"))
    return data


@cache
def _table() -> dict[str, dict[str, int]]:
    languages: dict[str, dict[str, int]] = _data()["languages"]
    return languages


@cache
def languages_of_common_words() -> dict[str, tuple[str, ...]]:
    """Return the groups of languages in which a word is common, by the word."""
    languages: dict[str, tuple[str, ...]] = {}
    for language, words in _data()["common"].items():
        for word in words.split():
            languages[word] = (*languages.get(word, ()), language)
    return languages


@cache
def _owners() -> dict[str, str]:
    return {word: language for language, words in own_words().items() for word in words}


@cache
def _languages_of_words() -> dict[str, str]:
    return {word: language for language, words in _table().items() for word in words}


@cache
def _rates() -> dict[str, int]:
    return {word: rate for words in _table().values() for word, rate in words.items()}


def rate_of(word: str) -> int:
    """Return how often *word* occurs in 10,000 words of the language of which it is a function word; 0 for others."""
    return _rates().get(word, 0)


@cache
def _densities() -> dict[str, float]:
    """Return the share of a language's words that are in its list."""
    return {language: sum(words.values()) / 10_000 for language, words in _table().items()}
