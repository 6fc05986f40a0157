"""What commands write: repaired files, words to the user, and reports never over what is being checked."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from newslint.errors import InputError
from newslint.files import draft_of, or_input_error

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
    with or_input_error(path), draft_of(target) as draft:
        # A file can be replaced in spite of its protection, which was meant all the same.
        if not (target.stat().st_mode & _ANYONE_WRITES and os.access(target, os.W_OK)):
            raise InputError(f"cannot write {path}: the file is write-protected")
        with draft.open("wb") as stream:
            shutil.copymode(target, draft)
            yield stream


def say(text: str) -> None:
    """Tell the user *text*, on standard error."""
    print(f"newslint: {text}", file=sys.stderr)  # noqa: T201
