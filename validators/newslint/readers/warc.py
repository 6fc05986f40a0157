"""Web archives (WARC, WET): the pages in them, and the texts that were extracted from pages. warcio reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

from newslint.model import Origin
from newslint.readers.base import Unreadable, sample
from newslint.readers.compression import COMPRESSIONS
from newslint.readers.html import MOST_BYTES, Page, of_size

MOST_HEAD = 1 << 20
"""Bytes of the head of a record: real ones have a few thousand, and what has no line break would be read to its end."""

_TRUNCATED = "the record breaks off; the archive is truncated"
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_PAGE_TYPES = ("text/html", "application/xhtml")
_BY_WARCIO = ("gzip", "deflate")


def archived(stream: Any, path: str) -> Iterator[Page | Unreadable]:
    """Yield the pages in *stream*, the unpacked archive at *path*.

    These are the responses with status 200 and the resources that are HTML, and the texts of a WET file. What precedes
    the place where an archive breaks off is kept.
    """
    from warcio.archiveiterator import ArchiveIterator

    row = 0
    pieces = _Pieces(stream)
    try:
        for row, record in enumerate(ArchiveIterator(pieces), 1):  # type: ignore[no-untyped-call]
            pieces.left = MOST_HEAD + max(0, record.length or 0)
            page = _page(record, Origin(path, row=row))
            if page is not None:
                yield page
    except Exception as error:  # noqa: BLE001 warcio raises whatever its parsing meets
        after = f" after record {row:,}" if row else ""
        reason = f"the archive breaks off{after}; it is truncated or damaged ({type(error).__name__})"
        yield Unreadable(Origin(path), reason, sample(str(error)))
        return
    if not row:
        yield Unreadable(Origin(path), "the archive holds no records")


class _Pieces:
    """A stream that gives what it has, and only ``left`` bytes more.

    To fill a buffer across the place where a stream breaks would lose what precedes it.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream: Any = stream
        self.left = MOST_HEAD

    def read(self, size: int) -> bytes:
        try:
            data: bytes = self._stream.read1(size)
        except EOFError as error:  # which warcio takes for the regular end
            raise ValueError(str(error)) from error
        self.left -= len(data)
        if self.left < 0:
            raise ValueError(f"the head of a record has more than {MOST_HEAD:,} bytes")
        return data


def _page(record: Any, origin: Origin) -> Page | Unreadable | None:
    """Return the page or the text in *record*, or None where it holds something else."""
    headers, http = record.rec_headers, record.http_headers
    if headers.get_header("Content-Length") is None:
        return Unreadable(origin, _TRUNCATED)
    kind = headers.get_header("Content-Type") or ""
    if record.rec_type == "response":
        if http is None or http.get_statuscode() != "200":
            return None
        kind = http.get_header("Content-Type") or ""
    elif record.rec_type not in ("resource", "conversion"):
        return None
    is_text = record.rec_type == "conversion" and kind.startswith("text/plain")
    if not is_text and not kind.lower().strip().startswith(_PAGE_TYPES):
        return None
    charset = _CHARSET.search(kind)
    try:
        content = _content_of(record)
    except Exception as error:  # noqa: BLE001 the next record may be good
        return Unreadable(origin, f"the page cannot be unpacked ({type(error).__name__}: {sample(str(error))})")
    if len(content) <= MOST_BYTES and getattr(record.raw_stream, "limit", 0) > 0:
        return Unreadable(origin, _TRUNCATED)
    url = headers.get_header("WARC-Target-URI")
    return of_size(Page(origin, content, url, charset.group(1) if charset else None, is_text))


def _content_of(record: Any) -> bytes:
    """Return the content of *record*, unpacked as far as it is packed in a way that is known, as browsers do."""
    http = record.http_headers
    packed = ((http and http.get_header("Content-Encoding")) or "").strip(" ,").lower().removeprefix("x-")
    if packed in _BY_WARCIO:
        http.replace_header("Content-Encoding", packed)
    elif packed:
        # Not left to warcio, which sets no bound and does not know the present brotli.
        http.remove_header("Content-Encoding")
    content = _read(record.content_stream())
    # Crawlers keep pages unpacked and leave the header as it was.
    is_packed = packed in ("br", "zstd") and not content.lstrip().startswith(b"<")
    if not is_packed:
        return content
    return _from_brotli(content) if packed == "br" else _read(COMPRESSIONS[".zst"].open(BytesIO(content), "rb"))


def _from_brotli(content: bytes) -> bytes:
    import brotli

    decompressor = brotli.Decompressor()
    data: bytes = decompressor.process(content, output_buffer_limit=MOST_BYTES + 1)
    if len(data) <= MOST_BYTES and not decompressor.is_finished():
        raise EOFError("the data break off")
    return data


def _read(stream: Any) -> bytes:
    """Return what *stream* holds, up to the byte that is too many; it may give less at a time than it is asked for."""
    found = bytearray()
    while len(found) <= MOST_BYTES and (piece := stream.read(MOST_BYTES + 1 - len(found))):
        found += piece
    return bytes(found)
