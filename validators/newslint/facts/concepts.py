"""Countries, languages, months and other concepts that every language names in its own way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

import msgspec

UNSPACED = frozenset({"ja", "th", "zh"})
"""Languages written without spaces between words: names are looked for at every character."""

_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f\u05b0-\u05c7\u064b-\u065f\u0900-\u0963\u0981-\u0dff\u200c\u200d])"
WORD = re.compile(rf"(?:[A-ZА-Я]\.){{2,5}}|[^\W\d_]{_LETTER}*+(?:['’ʼ\-][^\W\d_]{_LETTER}*+)*")
"""A word: letters with their marks, joined by apostrophes and hyphens, or dotted initials (``U.S.``).

Linear: each joiner needs a letter after it, and no letter can start a word in two ways that both go on.
"""

_LONGEST_ENDING = 5
"""Letters that a form may have more than the name itself (``-ського``, ``-ischen``, ``-issa``); a choice."""

_SHORTEST_STEM = 3
_LONGEST_STEM = 16
_LONGEST_UNSPACED_NAME = 12


class Concept(msgspec.Struct, frozen=True, gc=False):
    """A concept named in a text: its language-neutral ``key`` (``"US"``, ``"month:3"``) and where it stands."""

    key: str
    start: int
    end: int


class ConceptTable:
    """The concept names of one language, made to be found whatever case ending they carry."""

    def __init__(self, names: dict[str, list[str]], *, spaced: bool) -> None:
        self._spaced = spaced
        self._exact: dict[str, str] = {}
        self._stems: dict[str, tuple[str, int]] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for key, spellings in names.items():
            for spelling in spellings:
                self._add(key, spelling)
        self._openings = frozenset(stem[:_SHORTEST_STEM] for stem in (*self._stems, *self._phrases))

    def _add(self, key: str, name: str) -> None:
        if not self._spaced:
            if len(name) > 1:
                self._exact.setdefault(name, key)
            return
        words = [match.group() for match in WORD.finditer(name)]
        inflected = not (name.isupper() or key.startswith(("number:", "scale:")) or len(name) < 4)
        if len(words) == 1 and inflected:
            self._stems.setdefault(_stem(_folded(words[0])), (key, len(words[0])))
        elif len(words) == 1:
            self._exact.setdefault(words[0] if name.isupper() else _folded(words[0]), key)
        elif 2 <= len(words) <= 3:
            stems = tuple(_stem(_folded(word), shortest=3) for word in words)
            self._phrases.setdefault(stems[0], []).append((stems[1:], key))

    def find(self, text: str, words: list[re.Match[str]]) -> Iterator[Concept]:
        """Yield the concepts named in *text*, whose words are *words*, in text order."""
        return self._find_words(words) if self._spaced else self._find_anywhere(text)

    def _find_words(self, words: list[re.Match[str]]) -> Iterator[Concept]:
        lowered = [_folded(word.group()) for word in words]
        position = 0
        while position < len(words):
            key, length = self._name_at(words, lowered, position)
            if key:
                yield Concept(key, words[position].start(), words[position + length - 1].end())
            position += length

    def _name_at(self, words: list[re.Match[str]], lowered: list[str], position: int) -> tuple[str | None, int]:
        """Return the concept named by the words from *position* on, if any, and how many words name it."""
        word = lowered[position]
        exact = self._exact.get(words[position].group().replace(".", "")) or self._exact.get(word)
        if exact:
            return exact, 1
        if word[:_SHORTEST_STEM] not in self._openings:
            return None, 1
        single: str | None = None
        for length in range(min(len(word), _LONGEST_STEM), _SHORTEST_STEM - 1, -1):
            prefix = word[:length]
            for rest, key in self._phrases.get(prefix, ()):
                following = lowered[position + 1 : position + 1 + len(rest)]
                if len(following) == len(rest) and all(map(str.startswith, following, rest)):
                    return key, 1 + len(rest)
            entry = self._stems.get(prefix)
            if single is None and entry and _is_form_of(word, entry[1]):
                single = entry[0]
        return single, 1

    def _find_anywhere(self, text: str) -> Iterator[Concept]:
        position = 0
        while position < len(text):
            for length in range(_LONGEST_UNSPACED_NAME, 1, -1):
                key = self._exact.get(text[position : position + length])
                if key:
                    yield Concept(key, position, position + length)
                    position += length - 1
                    break
            position += 1


def _folded(word: str) -> str:
    """Return *word* in lower case, Russian ``ё`` written as most newspapers write it."""
    return word.lower().replace("ё", "е")


def _stem(word: str, shortest: int = 4) -> str:
    """Cut the two letters that case endings change most, but leave *shortest*: in a phrase, less will do."""
    return word[: max(shortest, len(word) - 2)] if len(word) > 4 else word


def _is_form_of(word: str, name_length: int) -> bool:
    """Return whether *word*, which begins with the stem of a name, is that name in some case."""
    longer = len(word) - name_length
    return -3 <= longer <= _LONGEST_ENDING and (len(word) > 4 or longer in (0, 1))


@cache
def _raw_tables() -> dict[str, msgspec.Raw]:
    data = files("newslint.data").joinpath("concept_names.json").read_bytes()
    return msgspec.json.decode(data, type=dict[str, msgspec.Raw])


@cache
def concept_table(language: str) -> ConceptTable | None:
    """Return the names of *language* (a bare code such as ``"ru"``), or ``None`` where there is no table.

    Only the language asked for is decoded; the rest of the file stays bytes.
    """
    raw = _raw_tables().get(language)
    if raw is None or language == "source":
        return None
    return ConceptTable(msgspec.json.decode(raw, type=dict[str, list[str]]), spaced=language not in UNSPACED)


def find_concepts(text: str, words: list[re.Match[str]], languages: Iterable[str]) -> list[Concept]:
    """Return the concepts that *text* names in any of *languages*, in text order, no place twice."""
    found: dict[int, Concept] = {}
    for language in languages:
        table = concept_table(language)
        for concept in table.find(text, words) if table else ():
            found.setdefault(concept.start, concept)
    return [found[start] for start in sorted(found)]
