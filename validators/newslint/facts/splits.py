"""The split an article belongs to (train, validation, test), as far as its record says."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from newslint.model import NESTED_FIELDS, Article, folded_name

if TYPE_CHECKING:
    from newslint.facts.arrays import Positions

LONGEST = 40
"""Characters of a split's name; longer values are something else."""

_NOTHING = frozenset(("", "none", "null", "nan", "n/a", "na", "-", "unknown"))
_TRAINING = "train"


def split_of(article: Article, field: str) -> str:
    """Return the value of the extra field *field*, or an empty string where it has none.

    Case, underscores, hyphens and spaces of the field's name do not matter; numbers (of a fold) become text.
    """
    value = _value(article.extra, folded_name(field)) if article.extra else None
    if isinstance(value, int):
        value = str(value)
    if not isinstance(value, str) or len(value) > LONGEST:
        return ""
    name = value.strip()
    # One string for all articles of a batch is packed once.
    return "" if name.casefold() in _NOTHING else sys.intern(name)


def _value(extra: Mapping[str, object], field: str) -> object:
    nested = None
    for name, value in extra.items():
        if folded_name(name) == field:
            return value
        if isinstance(value, Mapping) and name in NESTED_FIELDS and nested is None:
            nested = _value(value, field)
    return nested


def same_split(name: str) -> str:
    """Return what spellings of one split have in common; everything that is called training is one split."""
    folded = name.casefold()
    return _TRAINING if folded.startswith(_TRAINING) else folded


def ranked(names: Iterable[str]) -> tuple[Positions, int]:
    """Return a number for the split of each of *names*, and how many splits there are.

    The training split is number 0, whatever its size, as what is learned from it is what leaks; the others follow by
    size, the largest first, and by name.
    """
    import numpy as np

    known: dict[str, int] = {}
    numbers = np.fromiter((known.setdefault(same_split(name), len(known)) for name in names), np.intp)
    sizes = Counter(dict(zip(known, np.bincount(numbers, minlength=len(known)).tolist(), strict=True)))
    order = sorted(known, key=lambda split: (split != _TRAINING, -sizes[split], split))
    rank = np.empty(len(known), np.intp)
    rank[[known[split] for split in order]] = np.arange(len(known))
    return rank[numbers], len(known)
