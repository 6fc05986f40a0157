"""The tables of the language identifier, kept unpacked between runs.

To unpack them takes every process 0.7 s, and 30 MB more than they need; to map the files where they are kept takes
30 ms, and processes that run side by side share the memory. Bytes that lead on alike from every state, such as those
that no text has, are one column of the table: 9 MB less.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from newslint.cache import keep, kept

Arrays = Mapping[str, Any]
_NAMES = ("weights", "priors", "classes", "columns", "following", "rows", "seen")


def load_identifier() -> Any:
    """Return py3langid's identifier, which tells probabilities."""
    import numpy as np
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    packed = MODEL_DIR / MODEL_FILE
    stem = f"identifier-{version('py3langid')}-{packed.stat().st_size}"
    model = _mapped(stem)
    if model is None:
        model = _unpacked(packed)
        for name, values in model.items():
            keep(f"{stem}-{name}.npy", partial(_write, values))
    weights, priors, classes, columns, following, rows, seen = (np.asarray(model[name]) for name in _NAMES)
    letters = columns.tobytes()

    class Identifier(LanguageIdentifier):
        @staticmethod
        def _encode(text: str) -> bytes:
            encoded: bytes = LanguageIdentifier._encode(text)  # type: ignore[no-untyped-call]  # noqa: SLF001
            return encoded.translate(letters)

    identifier: Any = Identifier(  # type: ignore[no-untyped-call]
        weights, priors, classes.tolist(), following.data, seen.tolist(), norm_probs=True, tk_row=()
    )
    # As lists, which they are in py3langid 0.4, these take 12 MB.
    identifier.tk_output = array("i", identifier.tk_output)
    identifier._rowbase = array("q", (rows.astype(np.int64) * (columns.max() + 1)).tobytes())  # noqa: SLF001
    return identifier


def _mapped(stem: str) -> Arrays | None:
    """Return the tables that are kept; ``None`` where one is missing or cannot be read."""
    import numpy as np

    paths = [kept(f"{stem}-{name}.npy") for name in _NAMES]
    with suppress(OSError, ValueError, EOFError):
        tables = [np.load(path, mmap_mode="r") for path in paths if path]
        return dict(zip(_NAMES, tables, strict=True))
    return None


def _unpacked(packed: Path) -> Arrays:
    import numpy as np
    from py3langid.modelio import load_model

    weights, priors, classes, following, rows, seen = load_model(packed)  # type: ignore[no-untyped-call]
    by_byte = np.array(following).reshape(-1, 256)
    narrow, columns = np.unique(by_byte, axis=1, return_inverse=True)
    letters, following = columns.astype(np.uint8).ravel(), narrow.ravel()
    arrays = weights, priors, np.array(classes), letters, following, np.array(rows), np.array(seen, np.int32)
    return dict(zip(_NAMES, arrays, strict=True))


def _write(values: Any, path: Path) -> None:
    import numpy as np

    np.save(path, values)
