"""Findings that wait for what is known only at the end of a run."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile

SIZE = 8 << 20
"""Bytes of findings kept in memory before they wait on disk."""


class Spool:
    """Texts in the order in which they came, in a temporary file: memory stays flat however many there are.

    No text may hold a line feed; JSON has none of its own where it is not indented.
    """

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=SIZE, mode="w+", encoding="utf-8", newline="\n")  # noqa: SIM115

    def add(self, text: str) -> None:
        """Keep *text* as the last one."""
        self._file.write(text + "\n")

    def drain(self) -> Iterator[str]:
        """Yield all texts, and let them go."""
        with self._file:
            self._file.seek(0)
            for line in self._file:
                yield line[:-1]
