"""Open words: articles, prepositions, conjunctions, behind which a sentence goes on.

The table ``data/open_words.json`` is counted over parallel news by ``scripts/make_open_words.py``: words that stand in
most of the documents, and end one sentence in three hundred at most. Languages that write without spaces between
words, and those in which none is so sure, are not in it.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from newslint.facts.kinship import group_of

_LONGEST = 30
_STOPS = (".", "!", "?")


def open_word(text: str, language: str | None) -> str:
    """Return the last word of *text*, if it has to be followed by another in *language*, else nothing.

    A capital makes it a name or a heading's, unless it opens the sentence.
    """
    words = _words_of(language) if language else frozenset()
    before, _, word = text[-_LONGEST:].rpartition(" ")
    small = word.lower() if not before or before.endswith(_STOPS) else word
    return word if small in words else ""


def _words_of(language: str) -> frozenset[str]:
    table = _table()
    return table.get(language) or table.get(group_of(language), frozenset())


@cache
def _table() -> dict[str, frozenset[str]]:
    table = json.loads(files("newslint.data").joinpath("open_words.json").read_text("utf-8"))["languages"]
    return {language: frozenset(words.split()) for language, words in table.items()}
