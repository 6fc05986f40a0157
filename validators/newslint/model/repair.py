"""What is to be changed in one article, and how edits work on a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b

import msgspec

from newslint.model.article import Origin
from newslint.model.finding import Edit

WHOLE_FILE = ""
"""The field of edits whose offsets count from the start of a plain-text file."""


class Repair(msgspec.Struct, frozen=True):
    """The edits that repair one article; small, so that the text need not be kept until they are made.

    Offsets of ``edits`` are characters of the raw field, or of the decoded file (`WHOLE_FILE`) where the article is a
    plain-text file; no two edits overlap. ``digests`` identifies the texts that were checked, by field: an edit must
    not be made in any other text. ``fixes`` counts the fixes that the edits stand for.
    """

    origin: Origin
    article: str
    fixes: int
    edits: tuple[Edit, ...]
    digests: dict[str, bytes]

    def edits_of(self, field: str) -> list[Edit]:
        """Return the edits in *field*."""
        return [edit for edit in self.edits if edit.field == field]


def digest(text: str) -> bytes:
    """Return what identifies *text*, which may hold lone surrogates."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return *text* with *edits* made, none of which may overlap another; their order does not matter."""
    pieces: list[str] = []
    position = 0
    for edit in in_order(edits):
        pieces += (text[position : edit.start], edit.text)
        position = edit.end
    return "".join((*pieces, text[position:]))


def compose_edits(text: str, first: Iterable[Edit], second: Iterable[Edit]) -> list[Edit]:
    """Return the edits that do at once what *first* did and *second* does after it.

    *text* is what *first* has made. The offsets of *second* count in it; those of the result count, like those of
    *first*, in the text before it. Edits that touch each other become one.
    """
    composed: list[Edit] = []
    shift = 0  # by how much *first* has moved what follows
    for cluster in _clusters([*_as_made(first), *((edit.start, edit.end, edit, True) for edit in second)]):
        start, end = cluster[0][0], max(stop for _, stop, _, _ in cluster)
        made = [edit for _, _, edit, is_new in cluster if not is_new]
        new = [_moved(edit, -start) for _, _, edit, is_new in cluster if is_new]
        grown = sum(len(edit.text) - (edit.end - edit.start) for edit in made)
        field = cluster[0][2].field
        composed.append(Edit(field, start - shift, end - shift - grown, apply_edits(text[start:end], new)))
        shift += grown
    return composed


def in_order(edits: Iterable[Edit]) -> list[Edit]:
    """Return *edits* as they follow in the text; an insertion comes before the edit that begins at its place."""
    return sorted(edits, key=lambda edit: (edit.start, edit.end))


_Span = tuple[int, int, Edit, bool]
"""Start, end, the edit, and whether it is still to be made."""


def _as_made(edits: Iterable[Edit]) -> Iterator[_Span]:
    """Yield each edit with the span that its text has, once all are made."""
    shift = 0
    for edit in in_order(edits):
        start = edit.start + shift
        yield start, start + len(edit.text), edit, False
        shift += len(edit.text) - (edit.end - edit.start)


def _clusters(spans: list[_Span]) -> Iterator[list[_Span]]:
    """Yield the spans that overlap or touch each other, together and in the order of their places."""
    cluster: list[_Span] = []
    reach = -1
    for span in sorted(spans, key=lambda span: span[:2]):
        if cluster and span[0] > reach:
            yield cluster
            cluster, reach = [], -1
        cluster.append(span)
        reach = max(reach, span[1])
    if cluster:
        yield cluster


def _moved(edit: Edit, by: int) -> Edit:
    return msgspec.structs.replace(edit, start=edit.start + by, end=edit.end + by)
