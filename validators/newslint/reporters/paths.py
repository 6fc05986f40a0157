"""The path of a file as programs that know the repository name it."""

from __future__ import annotations

from pathlib import Path, PurePath
from urllib.parse import quote


def relative(path: str) -> str:
    """Return *path* with forward slashes, relative to the working directory where it lies below it."""
    given, here = PurePath(path), Path.cwd()
    return (given.relative_to(here) if given.is_relative_to(here) else given).as_posix()


def uri(path: str) -> str:
    """Return *path* as a URI reference, relative to the working directory where it lies below it.

    A name that is no UTF-8 is encoded byte by byte, as the file system has it.
    """
    known = relative(path)
    if not PurePath(known).is_absolute():
        return quote(_bytes(known))  # a colon too: what stands before it would be the scheme
    return "file:///" + quote(_bytes(known), safe="/:").removeprefix("/")


def _bytes(path: str) -> bytes:
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path.encode("utf-8", "replace")
