"""The baseline: findings that a team knows of and accepts, so that only new ones stop the corpus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from newslint.errors import ConfigError
from newslint.model import Finding

LONGEST_QUOTE = 80
"""Characters of a finding's quote that a baseline shows its readers; the fingerprint stands for all of it."""


class Entry(msgspec.Struct, frozen=True):
    """A line of a baseline. Only ``fingerprint`` is looked at; the rest tells a reader what was accepted.

    Keys that newslint does not know (a reason, a ticket) may be added by hand.
    """

    fingerprint: str
    code: str = ""
    article: str = ""
    field: str = ""
    quote: str = ""


def to_entry(finding: Finding) -> Entry:
    """Return the line of a baseline that accepts *finding*."""
    quote = " ".join(finding.quote.split())
    shown = quote if len(quote) <= LONGEST_QUOTE else quote[: LONGEST_QUOTE - 1] + "…"
    return Entry(finding.fingerprint, finding.code, finding.article.id, finding.field, shown)


def read_baseline(path: Path) -> frozenset[str]:
    """Return the fingerprints that the baseline at *path* accepts.

    Raises
    ------
    ConfigError
        The file cannot be read, or a line of it is no entry; the message names file and line.

    """
    return frozenset(entry.fingerprint for _, entry in _lines(path))


def read_entries(path: Path) -> dict[str, dict[str, Any]]:
    """Return the lines of the baseline at *path* by fingerprint, with all their keys; raises as `read_baseline`."""
    return {entry.fingerprint: msgspec.json.decode(line, type=dict[str, Any]) for line, entry in _lines(path)}


def _lines(path: Path) -> Iterator[tuple[bytes, Entry]]:
    try:
        with path.open("rb") as lines:
            yield from ((line, _entry(line, path, number)) for number, line in enumerate(lines, 1) if line.strip())
    except OSError as error:
        raise ConfigError(f"cannot read the baseline {path}: {error.strerror or error}") from error


def _entry(line: bytes, path: Path, number: int) -> Entry:
    try:
        return msgspec.json.decode(line, type=Entry)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"{path}, line {number}: not an entry of a baseline ({error}); newslint baseline writes one"
        ) from error
