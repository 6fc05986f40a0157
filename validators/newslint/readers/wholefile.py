"""Files that are read in one piece."""

from __future__ import annotations

from newslint.readers.base import Unreadable, sample
from newslint.readers.streams import BROKEN_STREAM, HEAD, Source, broken_stream, wrong_encoding


def read_text(source: Source, *, partial: bool = False) -> tuple[str | None, Unreadable | None]:
    """Return the decoded text of *source*, and the damage that was met.

    What precedes a broken end is kept. What precedes a byte of another encoding is kept where *partial* texts make
    sense, as for a list of records; half an article would only look like another defect.
    """
    raw, damage = _read_bytes(source)
    try:
        return raw.decode(source.encoding), damage
    except UnicodeDecodeError as error:
        cut_short = error.end == len(raw) and error.reason == "unexpected end of data"
        if damage is None:
            damage = _ends_inside_character(source) if cut_short else _wrong_byte(source, raw, error)
        keep = partial or cut_short
        return raw[: error.start].decode(source.encoding) if keep else None, damage


def read_for_rewriting(source: Source) -> tuple[str, bytes]:
    """Return the decoded text of *source*, and the bytes from the first one on that cannot be decoded.

    Raises one of BROKEN_STREAM where the end of the data cannot be read: what is not known cannot be written again.
    """
    raw = b"".join(iter(lambda: source.stream.read1(HEAD), b""))
    try:
        return raw.decode(source.encoding), b""
    except UnicodeDecodeError as error:
        return raw[: error.start].decode(source.encoding), raw[error.start :]


def _read_bytes(source: Source) -> tuple[bytes, Unreadable | None]:
    pieces: list[bytes] = []
    try:
        while piece := source.stream.read1(HEAD):
            pieces.append(piece)
    except BROKEN_STREAM as error:
        raw = b"".join(pieces)
        return raw, source.unreadable(broken_stream(error, f" after {len(raw):,} bytes"))
    return b"".join(pieces), None


def _ends_inside_character(source: Source) -> Unreadable:
    return source.unreadable("the file ends in the middle of a character; it is truncated")


def _wrong_byte(source: Source, raw: bytes, error: UnicodeDecodeError) -> Unreadable:
    line = raw.count(b"\n", 0, error.start) + 1
    line_start = raw.rfind(b"\n", 0, error.start) + 1
    quote = sample(raw[line_start : error.start + HEAD], error.start - line_start)
    return source.unreadable(wrong_encoding(error, line), quote, line)
