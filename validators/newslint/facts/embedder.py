"""A sentence-embedding model of the user's: one more voice on whether two texts say the same.

Nothing here loads a model: the user names a function that turns texts into vectors, and loads in it what it likes.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from newslint.errors import ConfigError

Encode = Callable[[list[str]], Any]
"""Turns texts into as many vectors: an array of two dimensions, or anything numpy reads as one."""

CACHED_TEXTS = 2_000
"""Texts whose vectors are kept: more than the paragraphs of the longest articles, a few MB."""


class Embedder:
    """Turns the cosine of two texts' vectors into log-odds: ``weight`` times what it is above ``neutral``."""

    def __init__(self, encode: Encode, weight: float, neutral: float) -> None:
        self._encode = encode
        self._weight = weight
        self._neutral = neutral
        self._vectors: dict[str, Any] = {}

    def __call__(self, text: str, others: Sequence[str]) -> list[float]:
        """Return the log-odds that each of *others* says what *text* says.

        Raises ValueError if the function does not return one vector for each text.
        """
        self._remember([text, *others])
        return [self._weight * (float(self._vectors[text] @ self._vectors[other]) - self._neutral) for other in others]

    def _remember(self, texts: Sequence[str]) -> None:
        """Encode what is new among *texts* in one call, as unit vectors."""
        import numpy as np

        if len(self._vectors) > CACHED_TEXTS:
            self._vectors.clear()
        new = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        if not new:
            return
        rows = np.asarray(self._encode(new), dtype=float)
        if rows.ndim != 2 or len(rows) != len(new):
            raise ValueError(f"the embedder made an array of shape {rows.shape} of {len(new)} texts")
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        self._vectors.update(zip(new, rows / np.where(lengths == 0, 1.0, lengths), strict=True))


@cache
def load_encoder(name: str, option: str) -> Encode:
    """Import the function *name* (``package.module:function``), which the user gave as *option*.

    Raises ConfigError, naming the option, if there is no such function.
    """
    module_name, colon, function = name.partition(":")
    if not (module_name and colon and function):
        raise ConfigError(f"{option}: expected 'package.module:function', got {name!r}")
    try:
        encode = getattr(importlib.import_module(module_name), function)
    except (ImportError, AttributeError) as error:
        raise ConfigError(f"{option}: cannot import {name!r}: {error}") from error
    if not callable(encode):
        raise ConfigError(f"{option}: {name!r} is not a function")
    found: Encode = encode
    return found
