"""Who a byline names: which words are a person's name, and which only begin with capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newslint.facts.dates.mashed_reading import is_wide_month, is_wide_weekday
from newslint.facts.dates.names import fold
from newslint.facts.furniture.credits import is_agency

TAIL_WORDS = 9
"""Behind the names stand at most so many words: a role, an outlet, a place or a day."""
NAME_WORDS = 5
"""The name of one person has at most so many words."""
_PARTICLES = frozenset((
    "de", "da", "di", "del", "della", "dalla", "dello", "dei", "degli", "dos", "das", "do", "van", "von", "vom", "der",
    "den", "ter", "ten", "te", "het", "in't", "op", "bin", "ibn", "bint", "al", "el", "la", "le", "lo", "du", "des",
    "af", "av", "zu", "zur", "ad", "abu", "ben", "mac", "mc", "dela", "san", "st",
))  # fmt: skip
_AND = frozenset((
    "and", "&", "und", "et", "y", "e", "i", "en", "og", "och", "ja", "és", "și", "şi", "ve", "dan", "và", "na", "with",
    "mit", "avec", "con", "com", "met", "и", "й", "та", "і", "а", "και", "in",
))  # fmt: skip
_DESKS = frozenset((
    "staff", "staff writer", "staff writers", "staff reporter", "web desk", "news desk", "our correspondent",
    "editorial team", "redaktion", "der redaktion", "redacción", "la redacción", "redacao", "redação", "da redação",
    "la redazione", "redazione", "rédaction", "la rédaction", "redactie", "redaktionen", "agencia efe", "agências",
    "agencias", "agenzie", "agences", "agencies", "news agencies", "wire services",
))  # fmt: skip
"""Those who sign without a name of their own."""
_APART = re.compile(r"\s?[,;|/(\[·•@–—]|\s-\s|\s\d|(?<=[^\W\d_])\d|\s(?=(?i:f[oó]t[oó]s?|photos?|bild|фото)\b)")
_NAME_WORD = re.compile(r"(?:[^\W\d_]{1,3}\.)+|[^\W\d_]+(?:['’.\-‑][^\W\d_]+){0,3}\.?")
EDGES = " \t\xa0.,;:|/·•–—-()[]*_"
"""What stands around a name, and is no part of it."""
NO_NAMES = frozenset((
    "appointment", "demand", "default", "design", "force", "law", "order", "numbers", "region", "country", "county",
    "department", "sector", "industry", "category", "gender", "group", "groups", "size", "type", "genre", "decade",
    "century", "proxy", "accident", "mistake", "email", "phone", "night", "week", "month", "year", "morning",
    "evening", "news", "street", "avenue", "road", "bridge", "square", "hand", "mail", "platz", "straße", "edad",
    "sexo", "autónomas", "provincias", "comunidades", "ciudades", "oleh", "bank", "națională", "jordi",
))  # fmt: skip
"""Words that end a heading behind "By", or a name of something, and hardly a person's."""
OF_WORK = re.compile(
    r"\b(?:pp|pages?|seiten|pagine|páginas|verlag|books|éditions|editorial|ltd|limited|inc|llc|gmbh|publishing)\b"
    r"|[$€£]\s?\d",
    re.IGNORECASE,
)
"""What is said of a book or a firm."""
ARTICLES = frozenset((
    "the", "a", "an", "this", "that", "his", "her", "our", "my", "their", "its", "your", "all", "any", "no", "some",
    "der", "die", "das", "ein", "eine", "einem", "dem", "den", "le", "les", "la", "un", "une", "los", "las", "una",
    "il", "lo", "gli", "o", "os", "as", "um", "uma", "een", "het", "en", "ett", "et",
))  # fmt: skip
"""Words that open a heading behind "By", and no name."""
_CONNECTING = frozenset((
    "or", "of", "to", "for", "on", "at", "from", "not", "is", "are", "than", "oder", "nicht", "für", "auf", "ou",
    "pour", "sur", "para", "per", "su", "или", "для", "або", "не", "на",
))  # fmt: skip
"""Words that no name has, capitals or not."""
UNCASED = re.compile(r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u10a0-\u10ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""A letter of a script without capitals, in which nothing tells a name from other words."""
_UNCASED_CHARACTERS = 30
_AUTHORS = re.compile(r"\s?[;,|/&]\s?|\s(?:and|und|et|y|og|och)\s")


def signed(rest: str, *, certain: bool) -> str | None:
    """Return the first name in *rest*, if it is names and at most a short note on who they are or when they wrote."""
    apart = _APART.search(rest)
    names, tail = (rest[: apart.start()], rest[apart.start() :]) if apart else (rest, "")
    if len(tail.split()) > TAIL_WORDS or OF_WORK.search(rest):
        return None
    words = names.split()
    if any(map(str.isdigit, tail)):
        words = _before_day(words)
    first, *others = _parted(words)
    name = " ".join(first)
    if not name or not all(is_named(other, 1) for other in others):
        return None
    if name.casefold() in _DESKS or is_agency(name):
        return name
    if UNCASED.search(name):
        return name if certain and len(rest) <= _UNCASED_CHARACTERS else None
    least = 1 if len(tail) > 1 and tail.lstrip()[0] in "|/@" else 2
    return name if first[0].lower() not in ARTICLES and is_named(first, least) else None


def _before_day(words: list[str]) -> list[str]:
    """Return *words* up to the first that is of a day: "on Monday", "am 29. Mai"."""
    for at, word in enumerate(words):
        lowered = word.lower()
        if (word[0].islower() and lowered not in _PARTICLES | _AND) or is_wide_weekday(fold(word)):
            return words[:at]
    return words


def _parted(words: Iterable[str]) -> list[list[str]]:
    """Return *words* as the names that "and" parts."""
    names: list[list[str]] = [[]]
    for word in words:
        if word.lower() in _AND and names[-1]:
            names.append([])
        else:
            names[-1].append(word)
    return names


def is_named(words: list[str], least: int) -> bool:
    """Return whether *words* are a name of at least so many words with a capital, besides "von" or "de"."""
    if not 0 < len(words) <= NAME_WORDS or not all(map(_NAME_WORD.fullmatch, words)):
        return False
    capitals = [word for word in words if not word[0].islower()]
    dated = sum(is_wide_weekday(fold(word)) or is_wide_month(fold(word)) for word in words)
    others = (word for word in words if word[0].islower())
    if any(word.lower() in _CONNECTING for word in words):
        return False
    return len(capitals) >= least and dated < len(words) and all(word.lower() in _PARTICLES for word in others)


def are_words(text: str, name: str) -> bool:
    """Return whether each word of *name* stands in *text* with a small letter too: "By Age Group"."""
    return all(re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text) for word in name.split())


def persons(author: str) -> list[str]:
    """Return the names of persons in the field of the author."""
    parts = (part.strip(EDGES) for part in _AUTHORS.split(author[:500]))
    return [part for part in parts if UNCASED.search(part) or (_is_person(part.split()) and not is_agency(part))]


def _is_person(words: list[str]) -> bool:
    is_name = 1 < len(words) <= NAME_WORDS and all(map(_NAME_WORD.fullmatch, words))
    return is_name and words[0][0].isupper() and words[0].lower() not in ARTICLES
