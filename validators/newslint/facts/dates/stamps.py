"""Stamps of a page that stand in its text: a byline with its date."""

from __future__ import annotations

import re

from newslint.facts.dates.mention import DateMention

_LONGEST = 80
_BYLINE = re.compile(
    r"(?:by|di|de|da|von|par|por|door|av|af|od|przez|автор|от|od)[:]?[^\S\n]"
    r"(?:[^\W\d_][^\s\d,;:!?]{0,24}[^\S\n]?[,|·•–-]?[^\S\n]){1,5}\Z",
    re.IGNORECASE,
)
"""A line up to its date: "di Teresa Rossi 20 Novembre 2024"; that its words are names is asked of each."""
_BEHIND = re.compile(r"[\s,|·•–-]{0,4}(?:\S{1,6}[^\S\n]){0,2}(?:\d{1,2}[:.h]\d\d\S{0,4})?[^\S\n]*\Z", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…。»”\"]\s*\n")
_SMALL = frozenset(
    ("e", "y", "and", "und", "et", "de", "da", "di", "del", "della", "van", "von", "der", "den", "le", "la")
)


def is_inner_byline(text: str, mention: DateMention) -> bool:
    """Return whether the line of *mention* is a byline with its date, and text of the article stands before it.

    At the head of the article such a line is its own and tells its age; further down it is that of a teaser.
    """
    line = text.rfind("\n", 0, mention.start) + 1
    stop = text.find("\n", mention.end)
    end = stop if stop >= 0 else len(text)
    if end - line > _LONGEST or not mention.explicit_year:
        return False
    before = text[line : mention.start]
    if not _BYLINE.match(before) or not _BEHIND.match(text[mention.end : end]):
        return False
    names = [word for word in re.findall(r"[^\W\d_]+", before)[1:] if word not in _SMALL]
    return bool(names) and all(name[0].isupper() for name in names) and _SENTENCE_END.search(text, 0, line) is not None
