"""Countries, languages, months and other concepts that every language names in its own way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice

import msgspec

from newslint.facts.memo import Memo

UNSPACED = frozenset({"ja", "th", "zh"})
"""Languages written without spaces between words: names are looked for at every character."""

_MARKS = r"[\u0300-\u036f\u05b0-\u05c7\u064b-\u065f\u0900-\u0963\u0981-\u0dff\u200c\u200d]"
_LETTERS = rf"[^\W\d_]++(?:{_MARKS}++[^\W\d_]*+)*+"
WORD = re.compile(rf"(?:[A-ZА-Я]\.){{2,5}}|{_LETTERS}(?:['’ʼ\-]{_LETTERS})*")
"""A word: letters with their marks, joined by apostrophes and hyphens, or dotted initials (``U.S.``).

Linear: each joiner needs a letter after it, and no letter can start a word in two ways that both go on. No word goes
on beyond white space.
"""

_LONGEST_ENDING = 5
"""Letters that a form may have more than the name itself (``-ського``, ``-ischen``, ``-issa``); a choice."""

_LONGEST_PHRASE = 3
_SHORTEST_STEM = 3
_LONGEST_STEM = 16
_LONGEST_UNSPACED_NAME = 12


class Concept(msgspec.Struct, frozen=True, gc=False):
    """A concept named in a text: its language-neutral ``key`` (``"US"``, ``"month:3"``) and where it stands."""

    key: str
    start: int
    end: int


class _Opening(msgspec.Struct, frozen=True):
    """What a word names ``alone``, and the ``phrases`` it begins: the stems of the words that follow, and the key."""

    alone: str | None
    phrases: tuple[tuple[tuple[str, ...], str], ...]


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
        self._beginnings = frozenset(stem[:_SHORTEST_STEM] for stem in (*self._stems, *self._phrases))
        self._lengths = {} if spaced else _lengths(self._exact)
        self._in_token = Memo(self._openings_in)

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
        elif 2 <= len(words) <= _LONGEST_PHRASE:
            stems = tuple(_stem(_folded(word), shortest=3) for word in words)
            self._phrases.setdefault(stems[0], []).append((stems[1:], key))

    def find(self, text: str, tokens: Iterable[str]) -> Iterable[Concept]:
        """Return the concepts named in *text*, whose distinct parts between white space are *tokens*, in text order."""
        if not self._spaced:
            return self._find_anywhere(text)
        return self._find_words(text, [token for token in tokens if self._in_token[token]])

    def may_begin_in(self, token: str) -> bool:
        """Return whether a name, or what may become one with what follows, begins in a string between white space."""
        return not self._spaced or bool(self._in_token[token])

    def _openings_in(self, token: str) -> tuple[tuple[int, int, _Opening], ...]:
        """Return where in *token* words are that are names, or become ones with what follows."""
        words = [(word.start(), word.end(), self._opening(word.group())) for word in WORD.finditer(token)]
        return tuple([(start, end, opening) for start, end, opening in words if opening])

    def _find_words(self, text: str, tokens: Iterable[str]) -> Iterator[Concept]:
        places = sorted([(start, token) for token in tokens for start in _occurrences(token, text)])
        done = 0
        for place, token in places:
            for start, end, opening in self._in_token[token]:
                if place + start >= done:
                    key, last = _name_at(opening, text, place + end)
                    if key:
                        yield Concept(key, place + start, last)
                        done = last

    def _opening(self, spelled: str) -> _Opening | None:
        """Return what the word *spelled* so names or begins, if anything: longer stems first."""
        word = _folded(spelled)
        exact = self._exact.get(spelled.replace(".", "")) or self._exact.get(word)
        if exact:
            return _Opening(exact, ())
        if word[:_SHORTEST_STEM] not in self._beginnings:
            return None
        single: str | None = None
        phrases: list[tuple[tuple[str, ...], str]] = []
        for length in range(min(len(word), _LONGEST_STEM), _SHORTEST_STEM - 1, -1):
            prefix = word[:length]
            phrases += self._phrases.get(prefix, ())
            entry = self._stems.get(prefix)
            if single is None and entry and _is_form_of(word, entry[1]):
                single = entry[0]
        return _Opening(single, tuple(phrases)) if single or phrases else None

    def _find_anywhere(self, text: str) -> Iterator[Concept]:
        position = 0
        while position < len(text):
            for length in self._lengths.get(text[position : position + 2], ()):
                key = self._exact.get(text[position : position + length])
                if key:
                    yield Concept(key, position, position + length)
                    position += length - 1
                    break
            position += 1


def _occurrences(token: str, text: str) -> Iterator[int]:
    """Yield where *token* stands in *text* between white space."""
    start = text.find(token)
    while start >= 0:
        end = start + len(token)
        if (start == 0 or text[start - 1].isspace()) and (end == len(text) or text[end].isspace()):
            yield start
        start = text.find(token, end)


def _name_at(opening: _Opening, text: str, end: int) -> tuple[str | None, int]:
    """Return the concept that a word before *end* names, alone or with those that follow, and where its name ends."""
    if opening.phrases:
        following = list(islice(WORD.finditer(text, end), _LONGEST_PHRASE - 1))
        folded = [_folded(word.group()) for word in following]
        for rest, key in opening.phrases:
            if len(folded) >= len(rest) and all(map(str.startswith, folded, rest)):
                return key, following[len(rest) - 1].end()
    return opening.alone, end


def _lengths(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return how long the *names* that begin with two characters are, the longest first."""
    found: dict[str, set[int]] = {}
    for name in names:
        if len(name) <= _LONGEST_UNSPACED_NAME:
            found.setdefault(name[:2], set()).add(len(name))
    return {start: tuple(sorted(lengths, reverse=True)) for start, lengths in found.items()}


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
    names = concept_names(language)
    return ConceptTable(names, spaced=language not in UNSPACED) if names else None


def concept_names(language: str) -> dict[str, list[str]]:
    """Return the names of concepts in *language* by their keys, none where there is no table."""
    raw = _raw_tables().get(language)
    return {} if raw is None or language == "source" else msgspec.json.decode(raw, type=dict[str, list[str]])


def find_concepts(text: str, tokens: Iterable[str], languages: Sequence[str]) -> list[Concept]:
    """Return the concepts that *text* names in any of *languages*, in text order, no place twice.

    *tokens* are the parts of *text* between white space, in any order.
    """
    found: list[Concept] = []
    for language in languages:
        table = concept_table(language)
        if table:
            found += table.find(text, tokens)
    if len(languages) == 1:
        return found
    first: dict[int, Concept] = {}
    for concept in found:
        first.setdefault(concept.start, concept)
    return [first[start] for start in sorted(first)]
