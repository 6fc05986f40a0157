"""Patterns made of phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable


def either(phrases: Iterable[str]) -> str:
    """Return a pattern of *phrases*, as they are, as alternatives."""
    return f"(?:{'|'.join(map(re.escape, phrases))})"
