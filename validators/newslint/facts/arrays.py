"""Kinds of arrays, named for annotations: importing numpy is left to those who compute with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Booleans = NDArray[np.bool_]
    Counts = NDArray[np.intp]
    Hashes = NDArray[np.uint64]
    Labels = NDArray[np.uint8]
    Positions = NDArray[np.intp]
    Reals = NDArray[np.float64]
    Units = NDArray[np.uint16]
