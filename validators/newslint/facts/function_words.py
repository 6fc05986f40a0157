"""Function words: the small words that give a language away, and so cheaply that most paragraphs need nothing else.

The table ``data/function_words.json`` is counted over parallel news by ``scripts/make_function_words.py``. Each word
in it belongs to one language only: words that two unrelated languages share (Danish and English ``for``) are left out.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

MIN_WORDS = 3
"""Fewest function words on which a language is named; two of them meet by chance in lists of foreign names."""
USUAL_SHARE = 0.35
"""A text has a language's function words if it has this share of the density that is usual in that language."""
LEAD = 3.0
"""How many times as many words the named language must have as any other."""


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
        text = unicodedata.normalize("NFC", text).replace("’", "'")
    return text.lower().replace("'", "' ").split()


def votes(text: str) -> Votes:
    """Count the function words of every language in *text*."""
    words = tokens(text)
    return Votes(len(words), Counter(filter(None, map(_languages_of_words().get, words))))


@cache
def known_languages() -> frozenset[str]:
    """Return the groups of languages in the table, by their first code."""
    return frozenset(_densities())


@cache
def _table() -> dict[str, dict[str, int]]:
    text = files("newslint.data").joinpath("function_words.json").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(text)
    languages: dict[str, dict[str, int]] = data["languages"]
    return languages


@cache
def _languages_of_words() -> dict[str, str]:
    return {word: language for language, words in _table().items() for word in words}


@cache
def _densities() -> dict[str, float]:
    """Return the share of a language's words that are in its list."""
    return {language: sum(words.values()) / 10_000 for language, words in _table().items()}
