"""Places in UTF-16 units, in which arrays hold text, and in characters, of which some take two units."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import TypeVar

Span = TypeVar("Span", bound=tuple[int, ...])


def places_in_characters(text: str, places: Sequence[int]) -> list[int]:
    """Return *places* in UTF-16 units of *text*, which are sorted, in characters."""
    units = text.encode("utf-16-le", "surrogatepass")
    pieces = [units[2 * last : 2 * place] for last, place in pairwise([0, *places])]
    return list(accumulate([len(piece.decode("utf-16-le", "surrogatepass")) for piece in pieces]))


def spans_in_characters(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return *spans*, records of places in UTF-16 units of *text*, in characters."""
    edges = sorted({edge for span in spans for edge in span})
    place = dict(zip(edges, places_in_characters(text, edges), strict=True))
    return [type(span)(*(place[edge] for edge in span)) for span in spans]  # type: ignore[arg-type]  # named tuples
