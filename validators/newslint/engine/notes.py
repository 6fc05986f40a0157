"""What is noted of each article for the corpus checks: packed, batch by batch.

A corpus has millions of articles, and as objects a reference and the records of a dozen checks take over two
kilobytes. So whoever checked a batch packs what was noted into a few byte strings, and the run only collects them: see
:mod:`newslint.engine.notebook`.
"""

from __future__ import annotations

import pickle
import zlib
from array import array
from collections.abc import Collection, Hashable, Sequence
from io import BytesIO
from typing import Any

import msgspec

from newslint.engine.batch import BatchResult
from newslint.engine.field_names import NO_NAMES, Names
from newslint.model import Article, ArticleRef, Finding, Severity, Tally

CLEAN, FLAGGED, WITH_ERRORS = 0, 1, 2
JUDGED = {Severity.ERROR: 4, Severity.WARNING: 8, Severity.INFO: 16}
"""How bad an article was found to be, as bits; those by severity leave out checks with a limit of their own."""

_LEVEL = 1
"""Compression: what is noted is either as random as a hash or repeats at once, and more effort gains nothing."""


class Records(msgspec.Struct, frozen=True):
    """What one check noted of the articles of a batch: how many records, and these, packed."""

    count: int
    packed: bytes


class Notes(msgspec.Struct, frozen=True):
    """What all corpus checks noted of a batch.

    ``badness`` has a byte for each article that was noted, ``references`` their packed references; ``shared`` holds the
    byte strings that records of several checks have in common (the sketch of a body), and ``records`` the rest by code.
    """

    badness: bytes
    references: bytes
    shared: bytes
    records: dict[str, Records]


class Checked(msgspec.Struct, frozen=True):
    """What a run needs of a batch."""

    findings: list[Finding]
    tally: Tally
    articles: list[Article]
    notes: Notes
    names: Names = NO_NAMES


def checked(result: BatchResult) -> Checked:
    """Pack what *result* observed."""
    packer = _Packer(_shared(result))
    notes = Notes(
        _badness(result),
        zlib.compress(pickle.dumps(_columns(result.observed), pickle.HIGHEST_PROTOCOL), _LEVEL),
        packer.shared,
        {code: packer.pack(seen) for code, seen in result.observations.items()},
    )
    return Checked(result.findings, result.tally, result.articles, notes, result.names)


def _badness(result: BatchResult) -> bytes:
    """Return how bad each article is that was observed; the findings of an article share its reference."""
    badness = bytearray(len(result.observed))
    positions = {id(article): position for position, article in enumerate(result.observed)}
    for finding in result.findings:
        position = positions.get(id(finding.article))
        if position is not None:
            badness[position] |= badness_of(finding, result.limited)
    return bytes(badness)


def badness_of(finding: Finding, limited: Collection[str]) -> int:
    """Return how bad an article is that has *finding*; what is accepted leaves it clean.

    The checks *limited* have a limit of their own.
    """
    if finding.accepted:
        return CLEAN
    judged = 0 if finding.code in limited else JUDGED[finding.severity]
    return FLAGGED | judged | (WITH_ERRORS if finding.severity == Severity.ERROR else 0)


def _columns(observed: Sequence[ArticleRef]) -> tuple[list[Any], ...]:
    """Return the fields of references, one list each; equal values are one object, and pickled once."""
    known: dict[Hashable, Any] = {}
    once = known.setdefault
    origins = [article.origin for article in observed]
    no_fields: dict[str, Any] = {}
    return (
        [article.id for article in observed],
        [once(article.source, article.source) for article in observed],
        [once(article.language, article.language) for article in observed],
        [once(article.day, article.day) for article in observed],
        [once(origin.path, origin.path) for origin in origins],
        [origin.line for origin in origins],
        [origin.row for origin in origins],
        [origin.fields or no_fields for origin in origins],
    )


def _shared(result: BatchResult) -> list[bytes]:
    """Return the byte strings that are records, or stand in one, once each."""
    found: dict[int, bytes] = {}
    for seen in result.observations.values():
        for _, record in seen:
            for part in record if isinstance(record, tuple) else (record,):
                if isinstance(part, bytes):
                    found[id(part)] = part
    return list(found.values())


class _Packer:
    """Pickles records without the byte strings in *shared*: they are named by their place in its pickle."""

    def __init__(self, shared: list[bytes]) -> None:
        self._buffer = BytesIO()
        self._pickler = pickle.Pickler(self._buffer, pickle.HIGHEST_PROTOCOL)
        self._pickler.dump(shared)
        self._memo = self._pickler.memo.copy()
        self.shared = self._buffer.getvalue()

    def pack(self, seen: Sequence[tuple[int, Any]]) -> Records:
        """Return what one check noted, packed."""
        self._buffer.seek(0)
        self._buffer.truncate()
        self._pickler.memo = self._memo
        positions, records = zip(*seen, strict=True)
        self._pickler.dump((array("I", positions).tobytes(), list(records)))
        return Records(len(seen), zlib.compress(self._buffer.getvalue(), _LEVEL))


def unpacked_references(packed: bytes) -> list[list[Any]]:
    """Return the arguments of the references of a batch, one list for each field; the last ones are of the origin."""
    columns: list[list[Any]] = pickle.loads(zlib.decompress(packed))  # noqa: S301 packed by this module
    return columns


def unpacked_records(shared: bytes, packed: bytes) -> tuple[Sequence[int], Sequence[Any]]:
    """Return which articles of a batch a check noted, and what."""
    opener = pickle.Unpickler(BytesIO(shared + zlib.decompress(packed)))  # noqa: S301 packed by this module
    opener.load()
    # The second pickle names what the first one holds, as one pickle names what it already has.
    positions, records = opener.load()
    return array("I", positions), records
