"""What a run counted, so that it can be compared with another one."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from newslint.model.report import Tally


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """The counts of a run, as its JSON report holds them under ``summary``.

    ``articles`` were read; ``by_source``, ``by_language`` and ``by_length`` count them, the last by the length of the
    body (:func:`length_step`). ``flagged`` counts flagged articles by check and source; each check that ran is there.
    """

    articles: int
    by_source: dict[str, int]
    by_language: dict[str, int]
    by_length: dict[str, int]
    flagged: dict[str, dict[str, int]]

    @classmethod
    def of(cls, tally: Tally, codes: Iterable[str]) -> Counts:
        """Return the counts in *tally* of a run of the checks *codes*, in a stable order."""
        flagged: dict[str, dict[str, int]] = {code: {} for code in sorted(codes)}
        for (code, source), articles in sorted(tally.cells.items()):
            flagged.setdefault(code, {})[source] = articles
        return cls(
            articles=tally.articles,
            by_source=dict(sorted(tally.by_source.items())),
            by_language=dict(sorted(tally.by_language.items())),
            by_length={str(length): articles for length, articles in sorted(tally.by_length.items())},
            flagged=flagged,
        )


def length_step(characters: int) -> int:
    """Return *characters* rounded down to two binary digits: 1,024, 1,536, 2,048, 3,072 …; 0 stays 0."""
    dropped = max(0, characters.bit_length() - 2)
    return characters >> dropped << dropped
