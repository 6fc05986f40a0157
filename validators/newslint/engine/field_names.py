"""Whether the names that the configuration gives for fields are in the data at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from newslint.errors import did_you_mean
from newslint.readers import RawRecord, Unreadable

_KEPT = 50
_SHOWN = 12


class Names(msgspec.Struct, frozen=True):
    """What a batch tells: which configured fields its records have, and the other names in the first that has any."""

    met: frozenset[str] = frozenset()
    others: tuple[str, ...] = ()

    def __or__(self, later: Names) -> Names:
        """Return what this batch and a later one tell."""
        return Names(self.met | later.met, self.others or later.others)


NO_NAMES = Names()


def names_in(items: Iterable[RawRecord | Unreadable], fields: Mapping[str, str]) -> Names:
    """Return what *items* tell of the names that *fields* gives; text files have none."""
    if not fields:
        return NO_NAMES
    records = [item for item in items if isinstance(item, RawRecord) and item.text is None]
    met = frozenset(field for field in fields if any(field in record.values for record in records))
    return Names(met, next((tuple(record.extra)[:_KEPT] for record in records if record.extra), ()))


def unmet(names: Names, fields: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for each name in *fields* that no record has; web pages have no other names, and no wrong ones.

    Every article would else lack the field, and nothing would tell why.
    """
    for field, name in fields.items() if names.others else ():
        if field not in names.met:
            more = ", …" if len(names.others) > _SHOWN else ""
            there = did_you_mean(name, names.others) or f"; there are {', '.join(names.others[:_SHOWN])}{more}"
            yield f"no record has anything under the name {name!r}, which the configuration gives for {field}{there}"
