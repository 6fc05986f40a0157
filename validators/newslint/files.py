"""Write files whole or not at all."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO

from newslint.errors import InputError


@contextmanager
def writing(path: Path | None) -> Iterator[TextIO]:
    """Open *path* for a report, or standard output where it is ``None``.

    The text goes to a hidden file beside *path*, which takes its place when all is written: a run that fails leaves the
    last report as it was. Text that is no Unicode (lone surrogates) is written as a question mark.

    Raises
    ------
    InputError
        The file cannot be written.

    """
    if path is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            # Reports carry text in every script; a C locale must not turn that into a crash.
            sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
        yield sys.stdout
        return
    with (
        writing_bytes(path) as raw,
        io.TextIOWrapper(raw, encoding="utf-8", errors="replace", newline="\n") as stream,
    ):
        yield stream


@contextmanager
def writing_bytes(path: Path) -> Iterator[BinaryIO]:
    """Open *path* for bytes, in the same way as `writing`; a device or a pipe is written to as it is, a link followed.

    Raises
    ------
    InputError
        The file cannot be written.

    """
    with or_input_error(path):
        path.resolve().parent.mkdir(parents=True, exist_ok=True)
        stream = path.open("wb") if path.exists() and not path.is_file() else None
    if stream is not None:
        with stream:
            yield stream
        return
    with draft_of(path.resolve()) as draft:
        with or_input_error(path):
            stream = draft.open("wb")
        with stream:
            yield stream


@contextmanager
def draft_of(path: Path) -> Iterator[Path]:
    """Offer the name of a hidden file beside *path*, which takes its place unless an exception comes first."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield draft
        with or_input_error(path):
            draft.replace(path)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


@contextmanager
def or_input_error(path: Path) -> Iterator[None]:
    """Raise InputError where *path* cannot be written."""
    try:
        yield
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror or error}") from error
