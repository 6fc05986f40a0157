"""The fast engine, and the cache of its compiled databases."""

from __future__ import annotations

import logging
import platform
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple, Self

import hyperscan
import msgspec

from newslint.cache import keep, kept
from newslint.text._engine import MAX_UNIONS, Gate, Match, Pattern, PatternError, firsts, unions

_FIRST_PASS = hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_MULTILINE | hyperscan.HS_FLAG_SINGLEMATCH
_SECOND_PASS = hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_MULTILINE | hyperscan.HS_FLAG_SOM_LEFTMOST
_LOG = logging.getLogger(__name__)
_DIGEST_SIZE = 16
_FLOOD = 100_000
"""Matches in one text before they are compacted."""

_Numbered = list[tuple[int, Pattern]]


class HyperscanMatcher:
    """Groups of patterns compiled by hyperscan, or loaded from the cache: half a minute against 10 ms.

    Most texts hold no match, and to know where one begins costs more than to know that there is one. A first pass over
    all texts at once therefore only tells which parts of the patterns occur at all: gates stand for the patterns behind
    them, others for themselves. A second pass finds the places, part by part. A first pass may match across two texts;
    the second then finds nothing. (To look for the places near gates only is no faster: where one opens, many do.)
    What most texts have is looked for with its places at once.
    """

    def __init__(self, groups: Sequence[Sequence[Pattern]], databases: list[Any] | None = None) -> None:
        passes = _passes(groups)
        scans = [database.scan for database in databases or _databases(passes)]
        self._at_once = scans.pop() if passes.at_once else None
        self._first, self._second = scans[: len(passes.first)], scans[len(passes.first) :]

    @classmethod
    def from_cache(cls, groups: Sequence[Sequence[Pattern]]) -> Self | None:
        """Return the matcher of *groups* if the cache has it, and ``None`` where it would have to be compiled."""
        databases = _load(kept(_name(_passes(groups))))
        return cls(groups, databases) if databases else None

    def __call__(self, texts: Sequence[bytes]) -> Sequence[Sequence[Match]]:
        """Return, for every place in each text where a match of a pattern ends, the longest one that does."""
        # Without a byte behind it, hyperscan 5.4 may miss a match that ends with the data, beside a pattern like 1[^A].
        data = b"\n".join((*texts, b""))
        fired: set[int] = set()
        for scan in self._first:
            scan(data, match_event_handler=_note, context=fired)
        return [self._matches(text, fired) for text in texts] if fired or self._at_once else ()

    def _matches(self, data: bytes, parts: Iterable[int]) -> Sequence[Match]:
        matches: list[Match] = []
        if self._at_once:
            self._at_once(data, match_event_handler=_collect, context=matches)
        for part in parts:
            self._second[part](data, match_event_handler=_collect, context=matches)
        return matches


class _Passes(NamedTuple):
    """The patterns of each pass over a text: of the first, of the second part by part, and what has no first."""

    first: list[_Numbered]
    second: list[_Numbered]
    at_once: _Numbered

    def databases(self) -> list[tuple[_Numbered, int]]:
        """Return the patterns and the flags of each database, in the order in which they are kept."""
        later = [*self.second, self.at_once] if self.at_once else self.second
        return [(numbered, _FIRST_PASS) for numbered in self.first] + [(numbered, _SECOND_PASS) for numbered in later]


def _passes(groups: Sequence[Sequence[Pattern]]) -> _Passes:
    often = [(number, pattern) for number, group in enumerate(groups) for pattern in group if pattern.often]
    parts = _parts([[pattern for pattern in group if not pattern.often] for group in groups])
    return _Passes(_first_passes(parts), [part.members for part in parts], often)


class _Part(NamedTuple):
    """Patterns, with the numbers of their groups, that are looked for where one of the ``signs`` of them was found."""

    signs: list[Pattern]
    alone: bool
    members: _Numbered


def _parts(groups: Sequence[Sequence[Pattern]]) -> list[_Part]:
    """Sort the patterns by their gates; those of a group that have none are a part that stands for itself."""
    parts: dict[Gate | int, _Part] = {}
    for number, group in enumerate(groups):
        for pattern in group:
            gate = pattern.gate
            if gate is None:
                part = parts.setdefault(number, _Part([], False, []))
                part.signs.append(pattern)
            else:
                part = parts.setdefault(gate, _Part([Pattern(gate.pattern, gate.caseless)], gate.alone, []))
            part.members.append((number, pattern))
    return list(parts.values())


def _first_passes(parts: Sequence[_Part]) -> list[_Numbered]:
    """Return the signs of the *parts*, with their numbers: those that share a pass, and each that needs its own.

    Signs that begin with a class have a pass of their own: it costs the scan 7 µs a text, but together with the others
    they take half a minute to compile, apart a third of that.
    """
    shared: _Numbered = []
    classes: _Numbered = []
    passes: list[_Numbered] = []
    for number, part in enumerate(parts):
        if part.alone:
            passes.append([(number, sign) for sign in part.signs])
            continue
        for sign in part.signs:
            (classes if sign.source.startswith("[") else shared).append((number, sign))
    return [*filter(None, (shared, classes)), *passes]


def _note(part: int, _start: int, _end: int, _flags: int, fired: set[int]) -> None:
    fired.add(part)


def _collect(group: int, start: int, end: int, _flags: int, matches: list[Match]) -> None:
    matches.append((group, start, end))
    if len(matches) >= _FLOOD:
        _compact(matches)


def _compact(matches: list[Match]) -> None:
    """Keep memory flat in a flooded text: replace the matches of each group by the first unions of them."""
    matches[:] = firsts(unions(matches), MAX_UNIONS)


def _databases(passes: _Passes) -> list[Any]:
    """Return a database for each set of patterns and flags, from the cache if it has them."""
    name = _name(passes)
    databases = _load(kept(name))
    if databases is None:
        from concurrent.futures import ThreadPoolExecutor

        _LOG.info("compiling the triggers of these checks (once; all of them take half a minute)")
        # The compiler lets go of Python's lock, so that its two large databases take the time of one.
        with ThreadPoolExecutor(2) as pool:
            databases = list(pool.map(_compile, *zip(*passes.databases(), strict=True)))
        blob = msgspec.msgpack.encode([hyperscan.dumpb(database) for database in databases])
        keep(name, lambda path: _write(path, _digest(blob) + blob))
    return databases


def _compile(numbered: _Numbered, flags: int) -> Any:
    """Compile patterns; those with one number share it, which is all that a match reports."""
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    try:
        database.compile(
            expressions=[pattern.source.encode() for _, pattern in numbered],
            ids=[number for number, _ in numbered],
            elements=len(numbered),
            flags=[flags | hyperscan.HS_FLAG_CASELESS if pattern.caseless else flags for _, pattern in numbered],
        )
    except (hyperscan.error, UnicodeEncodeError) as error:
        raise PatternError(str(error).rstrip(".")) from error
    return database


def _name(passes: _Passes) -> str:
    """Name the databases after all that databases depend on; hyperscan itself refuses one made for another CPU."""
    version: str = hyperscan.__version__  # type: ignore[attr-defined]  # its stubs leave it out
    parts = (version, sys.platform, platform.machine(), repr(passes.databases()))
    key = blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=_DIGEST_SIZE).hexdigest()
    return f"triggers-{key}.hsdb"


def _load(path: Path | None) -> list[Any] | None:
    """Return the databases stored in *path*, or ``None`` where there are none that can be used."""
    if path is None:
        return None
    with suppress(OSError, hyperscan.error, msgspec.DecodeError):
        content = path.read_bytes()
        digest, blobs = content[:_DIGEST_SIZE], content[_DIGEST_SIZE:]
        # hyperscan trusts what it is given; a truncated or altered file must not reach it.
        if blobs and digest == _digest(blobs):
            return [_restored(blob) for blob in msgspec.msgpack.decode(blobs, type=list[bytes])]
    return None


def _restored(blob: bytes) -> Any:
    database = hyperscan.loadb(blob, hyperscan.HS_MODE_BLOCK)
    database.scratch = hyperscan.Scratch(database)
    return database


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _digest(blob: bytes) -> bytes:
    return blake2b(blob, digest_size=_DIGEST_SIZE).digest()
