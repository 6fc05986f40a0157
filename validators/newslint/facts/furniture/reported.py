"""Words that a text tells as somebody's without quotation marks: "follow us to the gym, they called".

A page's furniture speaks for itself; what stands beside a verb of speech is of a report. Three places tell it: ahead of
the words, with a colon or a "that" between ("the banner read: we use cookies"); behind them, set off by a comma or
a dash ("share this story, says the teacher"); and without any mark at the end of the sentence, in languages that put
the verb there. A page that speaks of itself or to its reader ("as we always say") is no report. The verbs are in
``data/speech_verbs.json``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from newslint.facts.concepts import WORD
from newslint.facts.furniture.pieces import Piece, is_quoted, sentence_at

LEAD_CHARACTERS = 120
"""The verb that introduces words stands within so many characters before them."""
TAIL_CHARACTERS = 180
"""The verb behind the words stands within so many characters; sentences of newspapers have 120 on average."""
BETWEEN_CHARACTERS = 25
"""Behind a colon so much may stand before the words: "on this page we use cookies"."""
SUBJECT_WORDS = 4
"""A speaker has at most so many words: "the head of the office"."""
REST_WORDS = 2
"""Behind a speaker and a verb so much may follow: "warns its readers"."""
UNSPACED_CHARACTERS = 14
"""A speaker and a verb in a script without spaces have at most so many characters."""

# In a paragraph of speech, marks part it from the words of the reporter too.
_PART = re.compile(r"[,،，、;；]|[!?！？…]+|\s[—–-]+\s?|—")
_STOP = re.compile(r"[.।۔](?=\s|$|[”»\"])|。")
_LABEL_WORDS = 2
_STOPS = ("!", "?", "…", "！", "？")
_COLON = re.compile(r"[:：]")
_UPPER = "A-ZÀ-ÞА-ЯЁІЇЄΑ-Ω"
_LABELS = re.compile(rf"[{_UPPER}][^\W\d_]* [{_UPPER}]")


def is_told(text: str, words: Piece, line: Piece) -> bool:
    """Return whether a sentence of *line* tells *words*, a part of it, as somebody's, in quotation marks or without."""
    return is_quoted(text, line.start, words.start) or is_reported(text, words, line)


def is_reported(text: str, words: Piece, line: Piece) -> bool:
    """Return whether a sentence of *line* tells *words*, a part of it, as somebody's, without quotation marks."""
    return _is_introduced(text, words, line) or is_attributed(text, words, line)


def _is_introduced(text: str, words: Piece, line: Piece) -> bool:
    """Return whether a verb of speech stands ahead of *words*, with a colon, a "that" or an infinitive's "to"."""
    floor = max(line.start, words.start - LEAD_CHARACTERS)
    first = sentence_at(text, words.start, words.start, Piece(floor, line.end)).start
    lead = text[first : words.start]
    colon = max((match.start() for match in _COLON.finditer(lead)), default=-1)
    if colon >= 0:
        return len(lead) - colon <= BETWEEN_CHARACTERS and _ends_in_verb(lead[:colon])
    return not text[words.start].isupper() and _opens_clause(lead)


def _ends_in_verb(lead: str) -> bool:
    """Return whether what stands before a colon is a subject and a verb of speech."""
    spoken = _words(lead)
    last = spoken[-SUBJECT_WORDS:]
    if not _listed("own").isdisjoint(last):
        return False
    # "The banner read:" is a sentence, "Must read:" a label.
    kinds = ("inverted", "final", "ahead", "posted") if len(spoken) > _LABEL_WORDS else ("inverted", "final", "ahead")
    is_spaced = len(spoken) > 1 and any(_has(last, at, *kinds) for at in range(len(last)))
    return is_spaced or lead.rstrip().endswith(_ends())


def _opens_clause(lead: str) -> bool:
    """Return whether *lead* ends in "said that" or "told its visitors to"."""
    spoken = _words(lead)
    for at in range(max(1, len(spoken) - SUBJECT_WORDS), len(spoken)):
        before = range(max(0, at - SUBJECT_WORDS), at)
        if spoken[at] in _listed("that") and any(_has(spoken, verb, "inverted", "final", "ahead") for verb in before):
            return True
    if not spoken or spoken[-1] not in _listed("to") or not _listed("own").isdisjoint(spoken):
        return False
    return not _listed("asking").isdisjoint(spoken[-SUBJECT_WORDS - 2 : -2])


def is_attributed(text: str, words: Piece, line: Piece) -> bool:
    """Return whether behind *words* their sentence names who says them."""
    tail = text[words.end : min(line.end, words.end + TAIL_CHARACTERS)]
    stop = _STOP.search(tail)
    tail = tail[: stop.start()] if stop else tail
    for mark, start, part in _parts(tail):
        # Labels of a page that run into a headline: "Follow us on Facebook Bridge closed, says the mayor".
        if _LABELS.search(tail, 0, start):
            return False
        if _names_speaker(part, after_stop=mark.startswith(_STOPS)):
            return True
    return _ends_spoken(tail)


def _parts(tail: str) -> Iterator[tuple[str, int, str]]:
    """Yield the parts of *tail* that stand behind a mark: the mark, where the part begins, the part."""
    marks = list(_PART.finditer(tail))
    for at, mark in enumerate(marks):
        end = marks[at + 1].start() if at + 1 < len(marks) else len(tail)
        yield mark.group(), mark.end(), tail[mark.end() : end]


def _names_speaker(part: str, *, after_stop: bool) -> bool:
    """Return whether *part* of a sentence is a speaker and a verb of speech, and not much more."""
    bare = part.strip(" \t\xa0-–—")
    if after_stop and bare[:1].isupper():
        return False
    if len(bare) <= UNSPACED_CHARACTERS and bare.endswith(_ends()):
        return True
    spoken = _words(bare)
    if not spoken or spoken[0] in _listed("links") or not _listed("own").isdisjoint(spoken[: SUBJECT_WORDS + 1]):
        return False
    if _has(spoken, 0, "inverted"):
        return True
    first = 1 if spoken[0] in _listed("speakers") else max(1, len(spoken) - REST_WORDS - 1)
    return any(_has(spoken, at, "final") for at in range(first, min(len(spoken), SUBJECT_WORDS + 1)))


def _ends_spoken(tail: str) -> bool:
    """Return whether *tail* has a verb of speech that needs no comma: Turkish "diye", Japanese "と話す"."""
    joined = _listed("joined")
    return not joined.isdisjoint(_words(tail)) or any(map(tail.__contains__, _unspaced()))


def _words(text: str) -> list[str]:
    return [match.group().lower().replace("’", "'") for match in WORD.finditer(text)]


def _has(spoken: Sequence[str], at: int, *kinds: str) -> bool:
    """Return whether a verb of *kinds* stands at a place of *spoken*, by itself or with the next words."""
    following = spoken[at + 1].partition("'")[0] if at + 1 < len(spoken) else ""
    ways = {spoken[at], f"{spoken[at]} {following}"}
    return any(not ways.isdisjoint(_listed(kind)) for kind in kinds)


@cache
def _listed(kind: str) -> frozenset[str]:
    """Return the words of all languages that stand in *kind* of place."""
    return frozenset(verb for language in _languages() for verb in language.get(kind, ()))


@cache
def verbs_of(language: str) -> frozenset[str]:
    """Return the verbs of *language* that stand between the words of a speaker and his or her name."""
    return frozenset(_tables().get(language, {}).get("inverted", ()))


@cache
def _languages() -> Sequence[Mapping[str, Sequence[str]]]:
    return tuple(_tables().values())


@cache
def _tables() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Return the words of each language, by its code and by the place they stand in; few articles need them."""
    data = json.loads(files("newslint.data").joinpath("speech_verbs.json").read_text(encoding="utf-8"))
    tables: Mapping[str, Mapping[str, Sequence[str]]] = data["languages"]
    return tables


@cache
def _ends() -> tuple[str, ...]:
    return tuple(_listed("ends"))


@cache
def _unspaced() -> tuple[str, ...]:
    """Return the verbs that follow their words without a space."""
    return tuple(verb for verb in _listed("joined") if verb >= "\u3040")
