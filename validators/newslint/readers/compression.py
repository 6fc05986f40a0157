"""Compressed files: what they are known by, and how they are read and written."""

from __future__ import annotations

import gzip
import io
import re
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath
from typing import Any, BinaryIO, NamedTuple, cast

from newslint.errors import InputError

LONGEST_MAGIC = 10
"""Bytes at the beginning of a file that tell how it is compressed."""

_GZIP_LEVEL = 6
"""The level of the program gzip."""
_ZSTD_MODULE = "compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd"
_ZSTD_MISSING = "Zstandard files are read and written with backports.zstd: pip install 'newslint[zstd]'"


class Compression(NamedTuple):
    """A way to compress files: the ``suffix`` of their names, and the ``magic`` that they begin with.

    ``open`` takes the file and ``rb`` or ``wb``. What it writes does not depend on the time or on a name. Damaged data
    raise EOFError, as truncated ones do, or what gzip raises.
    """

    suffix: str
    magic: re.Pattern[bytes]
    open: Callable[[BinaryIO, str], BinaryIO]


def compression_of_data(head: bytes) -> Compression | None:
    """Return how data that begin with *head* are compressed."""
    return next((one for one in COMPRESSIONS.values() if one.magic.match(head)), None)


def compression_of_name(name: str) -> Compression | None:
    """Return how a file of this *name* is compressed."""
    return COMPRESSIONS.get(PurePath(name).suffix.lower())


def unpacked_name(name: str) -> str:
    """Return *name* without the suffix of a compression."""
    found = compression_of_name(name)
    return name[: -len(found.suffix)] if found else name


def complaint(name: str) -> str | None:
    """Say what is missing to read or write a file of this *name*."""
    try:
        if compression_of_name(name) is COMPRESSIONS[".zst"]:
            _zstd()
    except InputError as error:
        return str(error)
    return None


def _open_gzip(raw: BinaryIO, mode: str) -> BinaryIO:
    return cast("BinaryIO", gzip.GzipFile("", mode, _GZIP_LEVEL, raw, mtime=0))


def _open_bzip2(raw: BinaryIO, mode: str) -> BinaryIO:
    from bz2 import BZ2File

    return _guarded(BZ2File(raw, mode), OSError, mode)  # type: ignore[call-overload]  # its stubs want a literal


def _open_xz(raw: BinaryIO, mode: str) -> BinaryIO:
    from lzma import LZMAError, LZMAFile

    return _guarded(LZMAFile(raw, mode), LZMAError, mode)


def _open_zstd(raw: BinaryIO, mode: str) -> BinaryIO:
    module = _zstd()
    return _guarded(module.ZstdFile(raw, mode), module.ZstdError, mode)


def _zstd() -> Any:
    try:
        return import_module(_ZSTD_MODULE)
    except ImportError as error:
        raise InputError(_ZSTD_MISSING) from error


def _guarded(stream: Any, damage: type[Exception], mode: str) -> BinaryIO:
    return cast("BinaryIO", io.BufferedReader(_Guarded(stream, damage)) if mode == "rb" else stream)


class _Guarded(io.RawIOBase):
    """What *stream* yields, its complaints of damaged data as EOFError."""

    def __init__(self, stream: BinaryIO, damage: type[Exception]) -> None:
        self._stream = stream
        self._damage = damage

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            piece = self._stream.read1(len(buffer))  # type: ignore[attr-defined]
        except self._damage as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise  # it is the disk, and not the data
            raise EOFError(str(error)) from error
        buffer[: len(piece)] = piece
        return len(piece)


COMPRESSIONS = {
    one.suffix: one
    for one in (
        Compression(".gz", re.compile(rb"\x1f\x8b"), _open_gzip),
        Compression(".bz2", re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"), _open_bzip2),
        Compression(".xz", re.compile(rb"\xfd7zXZ\x00"), _open_xz),
        # A file of several frames may begin with one that holds none of the data.
        Compression(".zst", re.compile(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18"), _open_zstd),
    )
}
"""By the suffix of their names."""
