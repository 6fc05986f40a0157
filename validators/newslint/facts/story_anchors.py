"""What an article and its translation share, as a few hundred bytes: figures, names and concepts, in any languages.

A name is kept by its sound: in rough Latin, without the ending that case changes and without the vowels that every
language writes in its own way, hashed to 16 bits (Путина, Путин, Putin → ``ptn``). In news of one weekend, one name in
50 is by its sound also in any other article, so that single names prove nothing; what is telling is how many agree, how
rare they are, and that they stand in the same order (:mod:`newslint.facts.translations`).

Common words are no names, which keeps out most sentence openings. Languages without capitals have their names among
all other words: all that are not common are kept. What every language names in its own way (countries, months,
currencies) is a concept, known by the same key in all languages that have a table of them.
"""

from __future__ import annotations

import re
import struct
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from anyascii import anyascii

from newslint.facts.concept_places import concept_places
from newslint.facts.concepts import UNSPACED
from newslint.facts.figures import CJK_SCALES, FIGURE, value_of
from newslint.facts.function_words import languages_of_common_words

MAX_CHARACTERS = 3_000
"""Characters of a body that are read: half of all news articles are not longer. Bounds the cost."""

MAX_NAMES = 72
"""Names kept of an article (three bytes each), those with the least hashes, which are the same in a translation. A news
article of 2,000 characters has 20 to 30; only where nouns have capitals, or nothing has, more are found."""

MAX_FIGURES = 12
"""Figures kept of an article, the longest: they are the rarest. Half of all articles have fewer than six."""

MAX_CONCEPTS = 16
"""Concepts kept of an article (three bytes each), again those with the least hashes; few articles have more."""

MAX_SPELLED = 4
"""Names kept as they are written, to be shown as evidence: again those with the least hashes."""

PLACES = 256
"""Places that are told apart in a text, from its beginning to its end."""

NO_SPACES = UNSPACED | {"bo", "dz", "km", "lo", "my", "wuu", "yue"}
"""Languages written without spaces between words, of whose words only Latin and katakana ones are compared."""

_LONGEST = 24
_LONGEST_FIGURE = 12
_MIN_LETTERS = 3
_MIN_SOUND = 3
_SHORTEST_STEM = 5
_LONGEST_STEM = 8
_ENDING = 2
_HEADER = struct.Struct("<IBBB")
_SEPARATOR = "\x1f"

# Georgian letters count as small ones, though the script has no capitals.
_SMALL_WITHOUT_CAPITALS = frozenset({"ka", "xmf"})
_NAME_IN_UNSPACED = re.compile(r"[\u30a1-\u30fa\u30fc]{3,24}|[A-Za-z][A-Za-z'\-]{2,23}")
_FIGURE = re.compile(f"{FIGURE}[{''.join(CJK_SCALES)}]?")
_EDGES = "\"'«»“”„‘’()[]{}<>.,;:!?…—–-‹›`*/|،。、・：；！？「」『』（）।॥၊။።፣፤"

# Spellings of one sound in the Latin that transliteration and the European orthographies make of it, as in
# ``anchors.rough_latin``; without vowels less is needed, and it takes a third of the time.
_SOUNDS = {
    **dict.fromkeys(("sch", "ch", "sh", "zh", "cz", "sz", "ts", "tz"), "s"),
    "kh": "h",
    "gh": "h",
    "ph": "f",
    "th": "t",
    "ck": "k",
    "ce": "se",
    "ci": "si",
    "cy": "si",
}
_SPELLINGS = re.compile("|".join(_SOUNDS) + r"|([a-z])\1")
_LETTERS = bytes.maketrans(b"cqxwzjy", b"kkkvsii")
_NO_LETTERS = bytes(set(range(128)) - set(b"abcdefghijklmnopqrstuvwxyz"))
_VOWELS = b"aeiou"


class Story(NamedTuple):
    """The anchors of one article.

    ``characters`` is the length of its body; ``names``, ``concepts`` and ``figures`` have the place of the first
    mention of each (0 to PLACES - 1) by the hash of its sound, the hash of its key, and its value; ``spelled`` has a
    few names as they are written.
    """

    characters: int
    names: dict[int, int]
    concepts: dict[int, int]
    figures: dict[str, int]
    spelled: list[str]


def story_anchors(text: str, language: str) -> bytes:
    """Return the anchors of *text*, which is in *language* (a bare code), packed; see :func:`unpacked`."""
    head = text[:MAX_CHARACTERS]
    first, step = _first_mentions(head, language)
    scale = step * PLACES / max(1, len(text))
    names = _names(first, language, scale)
    concepts = {_concept_hash(key): int(place * scale) for key, place in concept_places(head, first, language).items()}
    figures = _figures(text)
    hashes = sorted(names)[:MAX_NAMES]
    keys = sorted(concepts)[:MAX_CONCEPTS]
    places = [names[name][0] for name in hashes] + [concepts[key] for key in keys] + list(figures.values())
    spelled = [
        word for name in hashes[:MAX_SPELLED] if len((word := names[name][1]).encode("utf-8", "replace")) <= _LONGEST
    ]
    words = _SEPARATOR.join((" ".join(figures), " ".join(spelled))).encode("utf-8", "replace")
    header = _HEADER.pack(len(text), len(hashes), len(keys), len(figures))
    return header + struct.pack(f"<{len(hashes) + len(keys)}H", *hashes, *keys) + bytes(places) + words


def unpacked(packed: bytes) -> Story:
    """Return what :func:`story_anchors` packed."""
    characters, names, concepts, figures = _HEADER.unpack_from(packed)
    hashed = names + concepts
    hashes = struct.unpack_from(f"<{hashed}H", packed, _HEADER.size)
    start = _HEADER.size + 2 * hashed
    places = packed[start : start + hashed + figures]
    values, _, spelled = packed[start + hashed + figures :].decode("utf-8").partition(_SEPARATOR)
    return Story(
        characters,
        dict(zip(hashes[:names], places, strict=False)),
        dict(zip(hashes[names:], places[names:], strict=False)),
        dict(zip(values.split(), places[hashed:], strict=True)),
        spelled.split(),
    )


def anchor_count(packed: bytes) -> int:
    """Return how many anchors were packed, without unpacking them."""
    _, names, concepts, figures = _HEADER.unpack_from(packed)
    count: int = names + concepts + figures
    return count


@lru_cache(maxsize=50_000)
def sound(word: str) -> int | None:
    """Return the hash of *word* by its sound; ``None`` where it is no name: a small or common word, or a short one."""
    if not _MIN_LETTERS <= len(word) <= _LONGEST or not word[0].isalpha() or word[0].title() != word[0]:
        return None
    if word.lower() in languages_of_common_words():
        return None
    spelled = _SPELLINGS.sub(_one_sound, anyascii(word).lower())
    latin = spelled.encode("ascii", "ignore").translate(_LETTERS, _NO_LETTERS)
    if len(latin) < _MIN_SOUND:
        return None
    # The last letters of a long word change with its case; what is left of Путин, Путина and Путину is one.
    stem = latin[: min(_LONGEST_STEM, max(_SHORTEST_STEM, len(latin) - _ENDING))]
    return crc32(stem[:1] + stem[1:].translate(None, _VOWELS)) & 0xFFFF


def _one_sound(spelling: re.Match[str]) -> str:
    return spelling[1] or _SOUNDS[spelling[0]]


def _first_mentions(head: str, language: str) -> tuple[dict[str, int], float]:
    """Return the words of *head* that may be names by where they first stand, and what to count there in characters."""
    if language in NO_SPACES:
        return {match.group(): match.start() for match in reversed([*_NAME_IN_UNSPACED.finditer(head)])}, 1.0
    words = head.split()
    # Words are counted, since looking for each would cost more. Of several mentions the first one stays.
    numbered = dict(zip(reversed(words), range(len(words) - 1, -1, -1), strict=True))
    return numbered, len(head) / max(1, len(words))


def _names(first: dict[str, int], language: str, scale: float) -> dict[int, tuple[int, str]]:
    """Return the names among words, place and spelling of each by the hash of its sound."""
    chosen = list(first) if language in _SMALL_WITHOUT_CAPITALS else [word for word in first if not word.islower()]
    names: dict[int, tuple[int, str]] = {}
    for token in chosen:
        word = token.strip(_EDGES)
        name = sound(word)
        if name is None:
            continue
        small = token.lower()
        if small != token and small in first:
            continue  # a word at the beginning of a sentence
        place = int(first[token] * scale)
        if name not in names or place < names[name][0]:
            names[name] = place, word
    return names


@lru_cache(maxsize=1_000)
def _concept_hash(key: str) -> int:
    return crc32(key.encode()) & 0xFFFF


def _figures(text: str) -> dict[str, int]:
    """Return the figures of *text* with two digits and more and their places, the longest first."""
    found: dict[str, int] = {}
    for match in _FIGURE.finditer(text, 0, MAX_CHARACTERS):
        if 1 < match.end() - match.start() <= _LONGEST:
            found.setdefault(_value(match.group()), match.start() * PLACES // len(text))
    ranked = sorted((figure for figure in found if 1 < len(figure) <= _LONGEST_FIGURE), key=lambda f: (-len(f), f))
    return {figure: found[figure] for figure in ranked[:MAX_FIGURES]}


@lru_cache(maxsize=4_000)
def _value(figure: str) -> str:
    scale = CJK_SCALES.get(figure[-1], 1)
    digits = figure[:-1] if scale > 1 else figure
    return f"{value_of(digits) * scale:.12g}"
