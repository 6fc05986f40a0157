"""Kinds of arrays, named for annotations, and what numpy lacks for sorted and for ragged ones.

numpy itself is imported only where something is computed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Booleans = NDArray[np.bool_]
    Counts = NDArray[np.intp]
    Hashes = NDArray[np.uint64]
    Integers = NDArray[np.int64]
    Labels = NDArray[np.uint8]
    Positions = NDArray[np.intp]
    Reals = NDArray[np.float64]
    Units = NDArray[np.uint16]


def distinct(values: Hashes) -> Hashes:
    """Return *values* sorted and each once; ``numpy.unique`` takes ten times as long."""
    import numpy as np

    values = np.sort(values)
    return values[new_ones(values)]


def new_ones(values: Hashes | Positions | Integers) -> Booleans:
    """Return of each of the sorted *values* whether it differs from the one before."""
    import numpy as np

    new = np.ones(values.size, np.bool_)
    np.not_equal(values[1:], values[:-1], out=new[1:])
    return new


def repeated(new: Booleans) -> Booleans:
    """Return of each value whether it is there more than once; *new* is what :func:`new_ones` says of the values."""
    again: Booleans = ~new
    again[:-1] |= again[1:]
    return again


def begins(new: Booleans) -> Positions:
    """Return where the run that each value belongs to begins; *new* is what :func:`new_ones` says of the values."""
    import numpy as np

    found: Positions = np.maximum.accumulate(np.where(new, np.arange(new.size), 0))
    return found


def ranges(first: Positions | Integers, after: Positions | Integers) -> Positions:
    """Return all positions from each of *first* to the one of *after* beside it, exclusive, one range after another."""
    import numpy as np

    sizes = after - first
    found: Positions = np.arange(sizes.sum()) - np.repeat(sizes.cumsum() - sizes - first, sizes)
    return found
