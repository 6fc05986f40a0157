"""What the page tells a browser about the language of a text."""

from __future__ import annotations

import re

from newslint.facts.language_names import language_name

_RIGHT_TO_LEFT = frozenset(("ar", "ckb", "dv", "fa", "he", "prs", "ps", "sd", "ug", "ur", "yi"))
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")


def language_tag(language: str | None) -> str:
    """Return *language* where it is a BCP 47 tag of a known language, else an empty string.

    A wrong ``lang`` is worse than none: screen readers and hyphenation trust it, and corpora hold ``zz`` and ``eng``.
    """
    if not language or not _TAG.fullmatch(language):
        return ""
    has_name = not language_name(_primary(language)).startswith("“")
    return language if has_name else ""


def direction(language: str | None) -> str:
    """Return the value of ``dir`` for a text in *language*."""
    tag = language_tag(language)
    if not tag:
        return "auto"
    return "rtl" if _primary(tag) in _RIGHT_TO_LEFT else "ltr"


def readable_language(language: str) -> str:
    """Return the English name of *language*, or *language* itself where it has none here."""
    return language_name(_primary(language)) if language_tag(language) else language


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()
