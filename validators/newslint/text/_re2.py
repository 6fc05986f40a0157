"""The portable engine: a set tells which groups of patterns occur, then each of those is searched."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import re2

from newslint.text._engine import MAX_UNIONS, Match, Pattern, PatternError

_MAX_MEMORY = 1 << 27
"""Bytes the automata may take at most. RE2 builds their states as texts ask for them; 8 MiB, its default, is too little
for a set of several hundred patterns."""


class Re2Matcher:
    """Groups of patterns compiled by RE2. Its set is a first pass over all of them, so it has no use for gates."""

    def __init__(self, groups: Sequence[Sequence[Pattern]]) -> None:
        options = _options()
        self._set = re2.Set.SearchSet(options)  # type: ignore[no-untyped-call]
        self._searches: list[Any] = []
        for group in groups:
            source = "|".join(f"(?{'im' if pattern.caseless else 'm'}:{pattern.source})" for pattern in group)
            self._searches.append(_compile(source, options).search)
            self._set.Add(source)
        try:
            self._set.Compile()
        except re2.error as error:
            raise PatternError(_reason(error)) from error

    def __call__(self, texts: Sequence[bytes]) -> Sequence[Sequence[Match]]:
        """Return the unions of the matches of every group that occurs in each of *texts*."""
        return [self._matches(data) for data in texts]

    def _matches(self, data: bytes) -> Sequence[Match]:
        fired = self._set.Match(data)
        return [(group, *span) for group in sorted(fired or ()) for span in _unions(self._searches[group], data)]


def _unions(search: Callable[..., Any], data: bytes) -> list[tuple[int, int]]:
    """Return the first unions of matches; starts only grow, so a match joins the last union or opens a new one."""
    unions: list[tuple[int, int]] = []
    match = search(data)
    while match is not None and len(unions) <= MAX_UNIONS:
        start, end = match.span()
        if unions and start < unions[-1][1]:
            unions[-1] = (unions[-1][0], max(end, unions[-1][1]))
        else:
            unions.append((start, end))
        # Matches may overlap, and only their union is the same for all engines: go on at the next byte.
        match = search(data, start + 1)
    return unions


def _options() -> Any:
    options = re2.Options()
    options.log_errors = False
    options.longest_match = True
    options.never_capture = True
    options.max_mem = _MAX_MEMORY
    return options


def _compile(source: str, options: Any) -> Any:
    try:
        compiled = re2.compile(source.encode(), options)  # type: ignore[no-untyped-call]
    except (re2.error, UnicodeEncodeError) as error:
        raise PatternError(_reason(error)) from error
    if compiled.fullmatch(b"") is not None:
        raise PatternError("it matches the empty text")
    return compiled


def _reason(error: Exception) -> str:
    reason = error.args[0] if error.args else error
    return reason.decode(errors="replace") if isinstance(reason, bytes) else str(reason)
