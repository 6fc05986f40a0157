"""Where a text first names countries, months and other concepts: a quick look, for texts that are only compared.

Other than :func:`newslint.facts.concepts.find_concepts`, this looks at single words only, and at none that does not
begin as a name of a concept does: three words in four of a news article are passed over by one look into a set.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from newslint.facts.concepts import UNSPACED, concept_names, concept_table
from newslint.facts.memo import Memo

_OPENING = 4
"""Letters that case endings spare; shorter names are looked for whole."""

_CHINESE = ("yue", "wuu")
_LEFT_OUT = ("number:", "scale:")


class _Names(NamedTuple):
    """The names of concepts in one language.

    ``openings`` are the beginnings of words that may be names, ``keys`` the keys of words, empty where they are none.
    Where words are not spaced, ``by_sign`` has names and keys by the first sign.
    """

    openings: frozenset[str]
    keys: Memo[str]
    by_sign: Mapping[str, list[tuple[str, str]]]


def concept_places(text: str, words: Mapping[str, int], language: str) -> dict[str, int]:
    """Return the places of concepts that *text* names, by their keys; numerals are left out.

    *words* are the words of *text* and their places. Where words are not spaced, places are in characters.
    """
    names = _names("zh" if language in _CHINESE else language)
    if names.by_sign:
        return _within(text, names)
    openings, keys = names.openings, names.keys
    found: dict[str, int] = {}
    for word in [word for word in words if word[:_OPENING] in openings]:
        key = keys[word]
        if key and words[word] <= found.get(key, words[word]):
            found[key] = words[word]
    return found


def _within(text: str, names: _Names) -> dict[str, int]:
    found: dict[str, int] = {}
    for sign in names.by_sign.keys() & set(text):
        for name, key in names.by_sign[sign]:
            place = text.find(name)
            if 0 <= place <= found.get(key, place):
                found[key] = place
    return found


@cache
def _names(language: str) -> _Names:
    table = concept_table(language)
    named = [
        (name, key) for key, names in concept_names(language).items() if not key.startswith(_LEFT_OUT) for name in names
    ]
    by_sign: dict[str, list[tuple[str, str]]] = {}
    if language in UNSPACED:
        for name, key in named:
            if len(name) > 1:
                by_sign.setdefault(name[0], []).append((name, key))

    def key_of(word: str) -> str:
        for concept in table.find(word, (word,)) if table else ():
            if not concept.key.startswith(_LEFT_OUT):
                return concept.key
        return ""

    openings = frozenset(form for name, _ in named for form in _as_printed(name[:_OPENING]))
    return _Names(openings, Memo(key_of), by_sign)


def _as_printed(opening: str) -> set[str]:
    """Return the beginning of a name in the ways it may be printed: comparing them is cheaper than folding a text."""
    both = {opening, opening.replace("ё", "е")}
    return {form for one in both for form in (one, one.lower(), one.capitalize(), one.upper())}
