"""Write files whole or not at all, and reports never over what is being checked."""

from __future__ import annotations

import io
import os
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from newslint.errors import InputError

if TYPE_CHECKING:
    from newslint.readers.compression import Compression

_ANYONE_WRITES = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def refuse_inputs(targets: Iterable[Path | None], paths: Iterable[str]) -> None:
    """Raise InputError where a report would overwrite a file of the corpus."""
    from newslint.readers.corpus import corpus_files

    wanted = {target.resolve(): target for target in targets if target is not None and target.exists()}
    if not wanted:
        return
    for file in corpus_files(list(paths)):
        if isinstance(file, str) and file != "-" and Path(file).resolve() in wanted:
            raise InputError(f"{file} is part of the corpus; a report may not overwrite it")


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
    with _or_input_error(path):
        path.resolve().parent.mkdir(parents=True, exist_ok=True)
        stream = path.open("wb") if path.exists() and not path.is_file() else None
    if stream is not None:
        with stream:
            yield stream
        return
    with _draft(path.resolve()) as draft:
        with _or_input_error(path):
            stream = draft.open("wb")
        with stream:
            yield stream


@contextmanager
def packing(raw: BinaryIO, compression: Compression | None) -> Iterator[BinaryIO]:
    """Compress what goes to *raw*, if it is to be; the same content always gives the same bytes."""
    if compression is None:
        yield raw
        return
    with compression.open(raw, "wb") as stream:
        yield stream


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open the successor of the file *path*, which takes its place, with its permissions, when all is written.

    Where *path* is a link, the file that it leads to is replaced.

    Raises
    ------
    InputError
        The file is write-protected or cannot be written; it is left as it was.

    """
    target = path.resolve()
    with _or_input_error(path), _draft(target) as draft:
        # A file can be replaced in spite of its protection, which was meant all the same.
        if not (target.stat().st_mode & _ANYONE_WRITES and os.access(target, os.W_OK)):
            raise InputError(f"cannot write {path}: the file is write-protected")
        with draft.open("wb") as stream:
            shutil.copymode(target, draft)
            yield stream


@contextmanager
def _draft(path: Path) -> Iterator[Path]:
    """Offer the name of a hidden file beside *path*, which takes its place unless an exception comes first."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield draft
        with _or_input_error(path):
            draft.replace(path)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def say(text: str) -> None:
    """Tell the user *text*, on standard error."""
    print(f"newslint: {text}", file=sys.stderr)  # noqa: T201


@contextmanager
def _or_input_error(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror or error}") from error
