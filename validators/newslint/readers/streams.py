"""From a path or a pipe to clean bytes: decompressed, without byte-order mark, and known to be text."""

from __future__ import annotations

import codecs
import gzip
import io
import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Protocol, cast

import msgspec

from newslint.errors import InputError
from newslint.model import Origin
from newslint.readers.base import Unreadable, sample
from newslint.readers.compression import LONGEST_MAGIC, Compression, compression_of_data

HEAD = 1 << 16
"""Bytes looked at to tell text from something else."""

MAX_CONTROL_SHARE = 0.05
"""Share of control bytes above which a file is no text: random bytes have 0.10 (26 of 256 values), prose 0.0."""

BROKEN_STREAM = (EOFError, zlib.error, OSError, UnicodeError)
"""What reading raises when compressed data or UTF-16 are cut short, or a disk fails."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a WebP image or a sound file"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PAR1", "a Parquet table"),
    (b"ORC", "an ORC table"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
)
_TEXT_LIKE = (b"RIFF", b"GIF8", b"ORC", b"PAR1")
# DEL is none of them: JSON lets it stand unescaped in a string, so a small file of valid records may be full of it.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HTML = re.compile(rb"\s*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)


class ByteStream(Protocol):
    """What readers need of a binary stream; buffered and decompressed files have it."""

    def __iter__(self) -> Iterator[bytes]: ...
    def peek(self, size: int, /) -> bytes: ...  # noqa: D102
    def read(self, size: int = ..., /) -> bytes: ...  # noqa: D102
    def read1(self, size: int = ..., /) -> bytes: ...  # noqa: D102
    def readline(self, size: int = ..., /) -> bytes: ...  # noqa: D102


class Source(msgspec.Struct):
    """An open input: *stream* yields text bytes in *encoding*, in which a newline is the byte ``0x0A``.

    *head* is a copy of the first bytes, at most HEAD of them, to decide by. The rest says what was undone on the way,
    for whoever writes the file again: *mark* is the byte-order mark that was taken off, *packed* how the file is
    compressed, *written* the encoding that the file has, which is not that of the stream where UTF-16 became UTF-8.
    *name* is what tells the format: the path, but for standard input.
    """

    path: str
    stream: ByteStream
    encoding: str
    head: bytes
    mark: bytes = b""
    packed: Compression | None = None
    written: str = ""
    name: str = ""

    def __post_init__(self) -> None:
        self.written = self.written or self.encoding
        self.name = self.name or self.path

    def unreadable(self, reason: str, quote: str = "", line: int | None = None) -> Unreadable:
        """Return a report about this input, or about one line of it."""
        return Unreadable(Origin(self.path, line), reason, quote)


def open_source(path: str, raw: io.BufferedReader, encoding: str, *, by_line: bool = False) -> Source | Unreadable:
    """Return *raw* as readable text bytes, or say why it is none.

    *by_line* says that each line is read for itself, so that binary data on some of them cost no more than these.

    Data are decompressed by what they begin with, whatever the name says; a byte-order mark decides the encoding and is
    removed; UTF-16 and UTF-32 become UTF-8, so that line ends can be found in bytes. Never raises for what the data
    hold: damage further on surfaces while reading, as one of BROKEN_STREAM.
    """
    encoding = codecs.lookup(encoding).name
    stream: ByteStream = raw
    found = b""
    try:
        packed = compression_of_data(stream.peek(LONGEST_MAGIC)[:LONGEST_MAGIC])
        if packed:
            stream = cast("ByteStream", packed.open(raw, "rb"))
        head = stream.peek(HEAD)[:HEAD]
    except InputError as error:
        return Unreadable(Origin(path), str(error))
    except BROKEN_STREAM as error:
        return Unreadable(Origin(path), broken_stream(error))
    for mark, name in _BOMS:
        if head.startswith(mark):
            found = stream.read(len(mark))
            encoding, head = name, head[len(mark) :]
            break
    complaint = _complaint(head, encoding, by_line=by_line)
    if complaint:
        return Unreadable(Origin(path), complaint, sample(head))
    source = Source(path, stream, encoding, head, found, packed)
    return source if _keeps_newlines(encoding) else _transcoded(source)


def _transcoded(source: Source) -> Source | Unreadable:
    """Return *source* as UTF-8."""
    recoded = io.BufferedReader(_Transcoder(source.stream, source.encoding), HEAD)
    try:
        head = recoded.peek(HEAD)[:HEAD]
    except BROKEN_STREAM as error:
        return source.unreadable(broken_stream(error))
    return Source(source.path, recoded, "utf-8", head, source.mark, source.packed, source.encoding)


def broken_stream(error: Exception, after: str = "") -> str:
    """Say that reading ended early, and *after* what."""
    if isinstance(error, UnicodeDecodeError):
        return f"the text breaks off{after}: it is not valid {error.encoding.upper()}"
    if isinstance(error, UnicodeError):
        return f"the text cannot be decoded{after}: {error}"
    if isinstance(error, EOFError | zlib.error | gzip.BadGzipFile):
        return f"the compressed data break off{after}; the file is truncated or damaged"
    strerror = error.strerror if isinstance(error, OSError) else None
    return f"reading failed{after}: {strerror or error}"


def wrong_encoding(error: UnicodeDecodeError, line: int) -> str:
    """Name the byte that cannot be decoded, its line, and the setting that is likely to help."""
    byte = error.object[error.start]
    return (
        f"line {line} holds the byte 0x{byte:02X}, which is not {error.encoding.upper()}; if the file is in another "
        f'encoding, set it in the configuration, for example encoding = "{_likely_encoding(error.object)}"'
    )


def _likely_encoding(raw: bytes) -> str:
    # In Cyrillic single-byte text nearly every letter is above 0x7F, in Western text few are.
    window = raw[:HEAD]
    high = sum(byte > 0x7F for byte in window)
    plain = sum(chr(byte).isalpha() for byte in window if byte < 0x80)
    return "windows-1251" if high > plain else "latin-1"


def peekable(raw: BinaryIO) -> io.BufferedReader:
    """Return *raw* itself if it can be peeked into, else a buffered view of it."""
    return raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(raw, HEAD)  # type: ignore[arg-type]


def _complaint(head: bytes, encoding: str, *, by_line: bool) -> str | None:
    if not head:
        return "the file is empty"
    for signature, kind in _SIGNATURES:
        if head.startswith(signature) and (signature not in _TEXT_LIKE or _has_controls(head)):
            return f"the file is not text (looks like {kind})"
    if _HTML.match(head[:200]):
        return "the file is HTML; with the suffix .html it is read as a web page"
    if not _keeps_newlines(encoding):
        return None
    guess = _unmarked_utf16(head)
    if guess:
        return f'the file looks like UTF-16 without a byte-order mark; set encoding = "{guess}"'
    if _is_binary(head) and not (by_line and _has_good_lines(head)):
        return "the file is not text (looks like binary data)"
    return None


def _is_binary(data: bytes) -> bool:
    return len(_CONTROL.findall(data)) > max(1, MAX_CONTROL_SHARE * len(data))


def _has_good_lines(head: bytes) -> bool:
    """Return whether most lines are text: a block of NULs, as a crash leaves it, lies in one line of many."""
    lines = [line for line in head.split(b"\n") if line.strip()]
    return 2 * sum(_CONTROL.search(line) is None for line in lines) > len(lines)


def _has_controls(head: bytes) -> bool:
    return _CONTROL.search(head[:64]) is not None


def _unmarked_utf16(head: bytes) -> str | None:
    # In UTF-16, letters of one alphabet have the same high byte (0 in Latin, 4 in Cyrillic), and it is a control byte.
    even, odd = (len(_CONTROL.findall(head[parity::2])) / max(1, len(head) // 2) for parity in (0, 1))
    if max(even, odd) < 0.6 or min(even, odd) > 2 * MAX_CONTROL_SHARE:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _keeps_newlines(encoding: str) -> bool:
    """Return whether lines can be found in the bytes: true for UTF-8 and single-byte encodings, not for UTF-16."""
    return "\n".encode(encoding) == b"\n"


class _Transcoder(io.RawIOBase):
    """Bytes of another encoding as UTF-8, piece by piece."""

    def __init__(self, source: ByteStream, encoding: str) -> None:
        self._source = source
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._waiting = b""
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._waiting and not self._ended:
            piece = self._source.read1(HEAD)
            self._ended = not piece
            self._waiting = self._decoder.decode(piece, final=self._ended).encode("utf-8", "surrogatepass")
        count = min(len(buffer), len(self._waiting))
        buffer[:count] = self._waiting[:count]
        self._waiting = self._waiting[count:]
        return count
