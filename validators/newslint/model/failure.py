"""What breaks the table of articles."""

from __future__ import annotations

from typing import NamedTuple


class Failure(NamedTuple):
    """A value that breaks a rule of the table: ``row`` counts from 0 in the batch, ``slug`` names the rule."""

    row: int
    field: str
    slug: str
    value: object
