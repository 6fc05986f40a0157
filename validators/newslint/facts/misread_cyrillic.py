"""Letters with accents whose UTF-8 bytes were read as windows-1251: ``siД™`` was ``się``, ``cafГ©`` was ``café``.

ftfy knows this damage by signs that seldom stand together. Here most of them are letters and quotation marks, so that
it sees some lines and not others. A word of Latin letters says it alone: whoever writes both alphabets in one word
does not hit upon bytes that are UTF-8, each time and for Latin letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import category, name

ENCODING = "utf-8 read as windows-1251"
MIN_WORDS = 3
"""Different damaged words that prove it. One may be a name in two alphabets, with a sign behind it."""


def _read(first: int, last: int) -> str:
    """Return what windows-1251 has for the bytes *first* to *last*; 0x98, which it has not, stays as it is."""
    return "".join(bytes([byte]).decode("windows-1251", "ignore") or chr(byte) for byte in range(first, last + 1))


_FOLLOWING = re.escape(_read(0x80, 0xBF))
_SEQUENCE = re.compile(f"[В-Я][{_FOLLOWING}]|[а-п][{_FOLLOWING}]{{2}}|[р-ф][{_FOLLOWING}]{{3}}")
"""The bytes of one character: the first says how many follow."""
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_ASCII_LETTER = re.compile("[A-Za-z]")
# White space by ASCII only: a no-break space may be the last byte of a letter.
_TOKEN = re.compile(r"[^ \t\r\n]+")
_LOST_BLANK = "В"
"""What is left of a no-break space, if its second byte has become a plain one."""

TRIGGER = f"[A-Za-z][В-Яа-п][{_FOLLOWING}]"
"""What three words of such a text have."""


def damaged_words(line: str) -> Iterator[str]:
    """Yield the words of *line* in which Cyrillic letters are bytes of Latin ones."""
    for _, word, sound in _misread(line):
        if _ASCII_LETTER.search(_SEQUENCE.sub("", word)) and any(
            not sign.isascii() and _is_latin(sign) for sign in sound
        ):
            yield word


def is_misread(words: Iterable[str]) -> bool:
    """Return whether the damaged *words* of an article are enough of a proof."""
    return len(set(words)) >= MIN_WORDS


def misread_cyrillic(line: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and sound form of each run of damaged words in a *line* of a text that is proven to be so."""
    run: list[tuple[int, str, str]] = []
    for start, word, sound in _misread(line):
        if run and line[run[-1][0] + len(run[-1][1]) : start].strip(" "):
            yield _run(line, run)
            run = []
        run.append((start, word, sound))
    if run:
        yield _run(line, run)


def _run(line: str, run: list[tuple[int, str, str]]) -> tuple[int, int, str]:
    start, end = run[0][0], run[-1][0] + len(run[-1][1])
    sound, position = "", start
    for low, word, repaired in run:
        sound += line[position:low] + repaired
        position = low + len(word)
    return start, end, sound


def _misread(line: str) -> Iterator[tuple[int, str, str]]:
    """Yield start, word and sound form of the words of *line* all Cyrillic letters of which are bytes of others."""
    for token in _TOKEN.finditer(line):
        word = token.group()
        if not _CYRILLIC.search(word):
            continue
        kept = word.removesuffix(_LOST_BLANK) if line[token.end() : token.end() + 1] in ("", " ") else word
        if kept and not _CYRILLIC.search(_SEQUENCE.sub("", kept)) and (sound := _decoded(kept)) is not None:
            yield token.start(), word, sound


def _decoded(word: str) -> str | None:
    """Return *word* with its sequences read as UTF-8, if they are, and stand for Latin letters, marks and signs."""
    import ftfy  # noqa: F401  It brings the codec that keeps bytes which windows-1251 has not.

    try:
        sound = _SEQUENCE.sub(lambda found: found.group().encode("sloppy-windows-1251").decode("utf-8"), word)
    except UnicodeError:
        return None
    return sound if all(category(sign)[0] in "PSZNC" or _is_latin(sign) for sign in sound) else None


def _is_latin(sign: str) -> bool:
    return name(sign, "").startswith("LATIN")
