"""Dates that head the entries of a diary, a log or a chronicle: ``Skerra, 2 April – Wind.``, ``3 April – …``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from newslint.facts.dates.leading_dateline import place_words
from newslint.facts.dates.mention import DateMention

MIN_ENTRIES = 3
"""So many different days that open a line in the same way are entries; an article has one dateline, seldom two."""
LONGEST_PLACE = 40
"""Characters of a line before its date: a place, or a weekday."""

_AFTER = re.compile(r"[^\S\n]?(?:\([^()\n]{1,30}\)[^\S\n]?)?(?:[-–—:.|]|\n|\Z)")
_WINDOW = 40


def entry_dates(text: str, mentions: Sequence[DateMention]) -> frozenset[int]:
    """Return where the dates among *mentions* begin that head the entries of *text*; none where these are too few.

    The day of an entry is that of what it tells, and no day on which the article was written.
    """
    heads: dict[int, date] = {}
    for mention in mentions:
        if mention.value is not None and _heads_line(text, mention):
            heads[mention.start] = mention.value
    return frozenset(heads) if len(set(heads.values())) >= MIN_ENTRIES else frozenset()


def _heads_line(text: str, mention: DateMention) -> bool:
    line = text.rfind("\n", max(0, mention.start - LONGEST_PLACE - 1), mention.start) + 1
    if mention.start - line > LONGEST_PLACE or place_words(text[line : mention.start]) is None:
        return False
    return _AFTER.match(text[mention.end : mention.end + _WINDOW]) is not None
