"""Make characters visible that a reader would not see, or that would deceive the eye.

A bidi override can make ``exe.png`` out of ``gnp.exe``, a zero-width space hides inside a word, tag characters carry
text nobody sees. Reports show each as a chip (``U+202E``). The ranges are kept as numbers so that the page's script,
which draws the findings list, works with the same set.
"""

from __future__ import annotations

import re

RANGES = (
    (0x0000, 0x0008),  # C0 controls; tab, line feed and carriage return are white space
    (0x000B, 0x000C),
    (0x000E, 0x001F),
    (0x007F, 0x009F),  # delete and the C1 controls
    (0x00AD, 0x00AD),  # soft hyphen
    (0x061C, 0x061C),  # Arabic letter mark
    (0x115F, 0x1160),  # Hangul fillers
    (0x180E, 0x180E),
    (0x200B, 0x200B),  # zero-width space
    (0x200E, 0x200F),  # direction marks
    (0x2028, 0x202E),  # line and paragraph separators, bidi embeddings and overrides
    (0x2060, 0x206F),  # word joiner, invisible operators, bidi isolates
    (0x3164, 0x3164),
    (0xD800, 0xDFFF),  # lone surrogates, which no encoding can carry
    (0xE000, 0xF8FF),  # private use
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
    (0xFFFE, 0xFFFF),
    (0xE0000, 0xE007F),  # tags: invisible text
    (0xF0000, 0x10FFFF),
)
"""Code points that have no shape of their own."""

# Joiners are orthography in Persian, in Indic scripts and in emoji, all of which lie above U+0600.
_PYTHON = "[" + "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in RANGES) + "]"
HIDDEN = re.compile(f"({_PYTHON}|(?<![\\u0600-\\U0010ffff])[\\u200c\\u200d])")
"""Matches one of them."""
_HIDDEN_OR_SPACE = re.compile(f"({_PYTHON}|\\s)")
_NEWLINE = re.compile(r"([\r\n])")

SCRIPT_PATTERN = (
    "([" + "".join(f"\\u{{{low:x}}}-\\u{{{high:x}}}" for low, high in RANGES) + "]"
    "|(?<![\\u{600}-\\u{10ffff}])[\\u{200c}\\u{200d}])"
)
"""The same set as the source of a JavaScript regular expression with the ``u`` flag."""


def chip(character: str) -> str:
    """Return the name shown for one character: ``U+202E``, or an arrow for a line break."""
    return "↵" if character in "\r\n" else f"U+{ord(character):04X}"


def visible(text: str) -> tuple[tuple[bool, str], ...]:
    """Split running *text* into (is a chip, what to show)."""
    return _split(HIDDEN, text)


def visible_mark(text: str) -> tuple[tuple[bool, str], ...]:
    """Split like :func:`visible`; a text of nothing but white space becomes chips: a marked break must be seen."""
    return _split(HIDDEN if text.strip() else _HIDDEN_OR_SPACE, text)


def visible_in_line(text: str) -> tuple[tuple[bool, str], ...]:
    """Split like :func:`visible_mark`, with every line break a chip, for texts that are set in one line."""
    parts: list[tuple[bool, str]] = []
    for is_chip, part in visible_mark(text):
        parts.extend([(True, part)] if is_chip else _split(_NEWLINE, part))
    return tuple(parts)


def plain(text: str) -> str:
    """Return *text* in one line with hidden characters spelled out, for names, attributes and titles."""
    spelled = HIDDEN.sub(lambda match: f"[{chip(match.group())}]", text)
    return " ".join(spelled.split())


def _split(pattern: re.Pattern[str], text: str) -> tuple[tuple[bool, str], ...]:
    parts = pattern.split(text)
    return tuple((i % 2 == 1, chip(part) if i % 2 else part) for i, part in enumerate(parts) if part)
