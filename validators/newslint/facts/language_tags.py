"""What a declared language says: whether it is a BCP 47 tag, and which one is meant where it is none."""

from __future__ import annotations

import re
from functools import lru_cache

_KEPT = 1_024
"""A corpus has few languages and many articles of each."""
_LOCALE_TAIL = re.compile(r"[.@].*$")
_NAME = re.compile(r"[^\W\d_][^\W\d_ '’‘ʻ()-]{2}[^\d_,;/|&+]{0,40}")
"""How names of languages look; ``English, French`` names two, ``ua`` is no name."""
_ISO_639_3 = 3


@lru_cache(maxsize=_KEPT)
def is_tag(value: str) -> bool:
    """Return whether *value* is a BCP 47 tag whose parts are registered, and has the shortest code of its language."""
    from langcodes import standardize_tag, tag_is_valid

    if "_" in value or value != value.strip() or not tag_is_valid(value):
        return False
    language = value.partition("-")[0]
    return len(language) != _ISO_639_3 or len(standardize_tag(language)) == _ISO_639_3


@lru_cache(maxsize=_KEPT)
def tag_meant(value: str) -> str | None:
    """Return the tag that *value* means: a locale (``en_IN.UTF-8``), a three-letter code, the name of a language."""
    from langcodes import find, standardize_tag, tag_is_valid

    tag = _LOCALE_TAIL.sub("", value.strip()).replace("_", "-")
    if tag.isascii() and tag_is_valid(tag):
        return standardize_tag(tag)
    if not _NAME.fullmatch(value.strip()):
        return None
    try:
        return find(value.strip()).to_tag()
    except LookupError:
        return None
