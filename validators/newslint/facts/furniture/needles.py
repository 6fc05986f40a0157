"""Tell cheaply that none of many phrases can be in a text.

To look for a hundred patterns at each place of a line takes Python's ``re`` some 100 µs. RE2 looks for what each of
them must contain in one, and most lines contain none of it.
"""

from __future__ import annotations

import re
import sys
from collections import deque
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import re2

_TOKEN = re.compile(r"\\.|\(\?P<\w+>|\(\?[^\w\s]*:|\(\?<?[=!]|\[(?:\\.|[^\]\\])+\]|\{[^}]*\}|.", re.DOTALL)
_OPTIONAL = ("?", "*", "{0", "{,")
_REPEATED = ("+", "{")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_NO_LITERALS = ("[", "^", "$", ".")

Needles = frozenset[str]
"""Texts of which at least one is in whatever the pattern matches; none where nothing is known of it."""


class Phrases:
    """Many phrases as one *pattern*, read with ``re.IGNORECASE``, which is cheap to look for where none of them is.

    What it finds is what ``re`` finds.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(pattern, re.IGNORECASE)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match in ``text[start:end]``."""
        return self.pattern.search(text, start, end) if self.may_be_in(text[start:end]) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Yield the matches in ``text[start:end]``."""
        return self.pattern.finditer(text, start, end) if self.may_be_in(text[start:end]) else iter(())

    def may_be_in(self, text: str) -> bool:
        """Return whether the pattern may match somewhere in *text*; false is certain."""
        # No needle has the lone surrogates that UTF-8 cannot express.
        return self._needles is None or self._needles.Match(fold(text).encode(errors="replace")) is not None

    @cached_property
    def _needles(self) -> Any:
        wanted = needles(self.pattern.pattern)
        if not wanted:
            return None
        found: Any = re2.Set.SearchSet()  # type: ignore[no-untyped-call]
        for needle in wanted:
            found.Add(re2.escape(needle))  # type: ignore[no-untyped-call]
        found.Compile()
        return found


def fold(text: str) -> str:
    """Return *text* in small letters, with those for one that ``re.IGNORECASE`` takes for the same."""
    folded = text.casefold()
    return folded if folded.isascii() else folded.replace("i\u0307", "i").replace("ı", "i")


def needles(pattern: str) -> Needles:
    """Return what at least one of is in whatever *pattern* matches, read with ``re.IGNORECASE``.

    *pattern* is made of characters, classes, groups, repeats and looks around; of its parts the one is taken whose
    literals say most.
    """
    found = _alternatives(deque(_TOKEN.findall(pattern)))
    # Where a longer one is, a shorter one in it is too.
    return frozenset([one for one in found if not any(other in one for other in found - {one})])


def _alternatives(tokens: deque[str]) -> Needles:
    """Read the alternatives up to the end of the group; where one may be anything, so may all."""
    branches = [_branch(tokens)]
    while tokens and tokens.popleft() == "|":
        branches.append(_branch(tokens))
    return frozenset().union(*branches) if all(branches) else frozenset()


def _branch(tokens: deque[str]) -> Needles:
    found: list[Needles] = [frozenset()]
    run = ""
    while tokens and tokens[0] not in ("|", ")"):
        piece = tokens.popleft()
        part = _part(piece, tokens)
        quantifier = tokens.popleft() if tokens and tokens[0].startswith((*_OPTIONAL, *_REPEATED)) else ""
        is_sure = not quantifier.startswith(_OPTIONAL) and piece not in _LOOKS
        if isinstance(part, str) and part and is_sure:
            run += part
            if not quantifier:
                continue
        found.append(frozenset((run,) if run else ()))
        run = ""
        if not isinstance(part, str) and is_sure:
            found.append(part)
        if quantifier and tokens and tokens[0] in ("?", "+"):  # lazy or possessive
            tokens.popleft()
    found.append(frozenset((run,) if run else ()))
    return max(found, key=_telling)


def _part(piece: str, tokens: deque[str]) -> str | Needles:
    """Return what *piece* stands for: a character, the needles of a group, or an empty text for anything."""
    if piece.startswith("("):
        return _alternatives(tokens)
    if piece.startswith("\\"):
        return "" if piece[1].isalnum() else fold(piece[1])
    return "" if piece.startswith(_NO_LITERALS) else fold(piece)


def _telling(needles: Needles) -> float:
    """Return how much the least telling of *needles* says: letters of other scripts and signs are rarer."""
    return min((sum(2 if c > "\x7f" else 1 if c.isalpha() else 0.25 for c in needle) for needle in needles), default=0)
