"""The exceptions a caller may meet.

A defect in the data is never an exception: it is a :class:`~newslint.model.Finding`. An exception says that the run
itself cannot go on: a path that is not there, a configuration that makes no sense, a code nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class NewslintError(Exception):
    """Base of all errors raised on purpose; its text is one sentence for the user."""


class ConfigError(NewslintError):
    """The configuration cannot be used: unknown key, wrong type, value out of range."""


class InputError(NewslintError):
    """A path cannot be read at all: it does not exist, is no corpus, or is not readable."""


class StorageError(NewslintError):
    """The run has no room to work: there is no folder for temporary files, or it is full."""


class UnknownNameError(ConfigError):
    """A name (check, option, format) that does not exist; the message offers the nearest one.

    *where* says in which file and under which key it stands. *one_of* lists all names, where they are few.
    """

    def __init__(self, kind: str, name: str, known: Iterable[str], where: str = "", one_of: bool = False) -> None:
        # The arguments as they are given, so that the error can come from another process.
        super().__init__(kind, name, tuple(known), where, one_of)

    def __str__(self) -> str:
        kind, name, known, where, one_of = self.args
        all_names = f" (one of {', '.join(known)})" if one_of else ""
        return f"{where}{where and ': '}unknown {kind} {name!r}{all_names}{did_you_mean(name, known)}"


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return ``"; did you mean 'x'?"`` for the nearest of *known*, or ``""`` when none is near."""
    by_folded = {candidate.casefold(): candidate for candidate in known}
    # Codes share their digits, so that strangers look alike: NOPE001 is no slip of TYP001.
    cutoff = 0.8 if any(map(str.isdigit, name)) else 0.6
    near = get_close_matches(name.casefold(), by_folded, n=1, cutoff=cutoff)
    return f"; did you mean {by_folded[near[0]]!r}?" if near else ""
