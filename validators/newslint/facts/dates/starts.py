"""Where a date can start: the numbers of a text beside which something of a date stands.

News is full of numbers, and few of them are days: of nine on a page one belongs to a date. The patterns here let the
scanner look at those alone. Each is a loose superset of what the scanner reads, and a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from newslint.facts.dates import grammar

DIGIT = f"0-9{grammar.NATIVE_DIGITS}０-９"
"""The digits that dates are read in; ``\\d``, which knows 60 scripts, takes Python's ``re`` three times as long."""

OTHER_DIGIT = re.compile(f"[{grammar.NATIVE_DIGITS}０-９]")

_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
_STEM = 3
"""Letters of a month's name that are looked for. Fewer let twice as many numbers through, more gain nothing."""
_BEFORE_NUMBER = rf"(?<![{DIGIT}$€£#][{DIGIT}])(?<![{DIGIT}][.,:/-][{DIGIT}])"
_NUMERIC = "|".join(
    rf"{mark}{grammar.SPACE}?[{DIGIT}]{{1,2}}{mark}{grammar.SPACE}?[{DIGIT}]" for mark in (r"\.", "/", "-")
)
_DAY_MONTH = rf"\. ?[{DIGIT}]{{1,2}}\."
_EAST_ASIAN = rf" ?[月월] ?[{DIGIT}]"
_AFTER_YEAR = rf"[-/.][{DIGIT}]{{1,2}}[-/.][{DIGIT}]| ?[年년] ?[{DIGIT}]"
_FINNISH_DAY = r"\. päiv"
_YEAR_AFTER_NAME = rf"(?=[^{DIGIT}]{{0,90}}[{DIGIT}]{{4}})"
"""A year, as far behind the month's first letters as two names of two words and the words before a year reach."""
_YEAR_AFTER_DAY = rf"{grammar.MONTH_TAIL.pattern}{grammar.BEFORE_YEAR}[{DIGIT}]{{4}}"
_AFTER_NAME = " \u00a0."

WITHOUT_YEAR = 50
"""Characters behind the first digit of a number up to which a pattern reads: a range, its marks, a month's stem."""
WITH_YEAR = WITHOUT_YEAR + 94
"""The same where a year has to follow."""

_SAME_LETTER: dict[str, str] = {"'": "\u2018\u2019\u02bc"}
for _code in (*range(0x0958, 0x0960), *range(0x1F00, 0x2000), 0x212A, 0x212B):
    _letter = unicodedata.normalize("NFC", chr(_code))[0].lower()
    _SAME_LETTER[_letter] = _SAME_LETTER.get(_letter, "") + chr(_code)
"""Characters that fold to another one: apostrophes, Greek letters with an oxia, the signs for kelvin and ångström."""


def starts(language: str | None, months: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of numbers that can start a date, or are its day, in a text of *language*.

    *months* are the folded names and abbreviations of the language's months, or of all languages where it is ``None``.
    """
    names = sorted(months)
    beside = [_NUMERIC, _EAST_ASIAN, _month_after(language, names)]
    if language in grammar.DAY_MONTH_DOTTED:
        beside.append(_DAY_MONTH)
    if language in grammar.HYPHENATED_DAY:
        beside.append(f"-{_stems(language, names)}")
    if language is None:
        beside.append(_YEAR_AFTER_DAY)
    if language == "fi":
        beside.append(_FINNISH_DAY)
    before = _month_before(names) if language in grammar.MONTH_FIRST - {"fi"} else ""
    day = rf"[{DIGIT}]?(?![{DIGIT}%])"
    whole = rf"[{DIGIT}]{_BEFORE_NUMBER}(?:[{DIGIT}]{{3}}(?={_AFTER_YEAR})|{before}{day}(?={'|'.join(beside)}))"
    return re.compile(_NAMED_GROUP.sub("(?:", whole))


def weekdays(language: str | None, names: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of how the folded *names* of weekdays begin, at the start of a word.

    Most dates have no weekday beside them, and finding that out by :data:`grammar.WEEKDAY_BEFORE` costs ten times this.
    """
    rests: dict[str, set[str]] = {}
    for name in sorted(names):
        first, *rest = _classes(language, name, capitals=False)
        end = "(?![^\\W\\d_])" if len(rest) + 1 == len(name) else ""
        rests.setdefault(first, set()).add("".join(rest) + end)
    # All first letters in front, as one class, so that the search can skip from one to the next.
    firsts = "".join(first[1:-1] for first in sorted(rests))
    behind = "|".join(f"(?<={first})(?:{'|'.join(sorted(rests[first]))})" for first in sorted(rests))
    return re.compile(rf"[{firsts}](?<![^\W\d_][{firsts}])(?:{behind})")


def one_of(words: Iterable[str]) -> str:
    """Return the pattern of any of *words*, which are in lower case, in any case: quick where none of them stands.

    Behind ``(?i:`` Python's ``re`` tries each word in turn, but a class at the front of an alternative it looks up.
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    return "(?:" + "|".join(f"[{_forms(first)}](?i:{'|'.join(rests[first])})" for first in sorted(rests)) + ")"


def _month_after(language: str | None, names: Sequence[str]) -> str:
    """Return the pattern of what stands between a day and the first letters of a month's name."""
    prefix = "[בלמהוש]?" if language == "he" else ""
    year = _YEAR_AFTER_NAME if language is None else ""
    return rf"{grammar.BEFORE_MONTH}{prefix}{_stems(language, names)}{year}"


def _month_before(names: Sequence[str]) -> str:
    """Return the alternatives, for a number behind the last letters of a month's name."""
    endings = {_any_mark(name[-2]) + _any_mark(name[-1]) for name in names if len(name) > 1}
    endings |= {_any_mark(apart[-2]) + _any_mark(apart[-1]) for apart in map(_marks_apart, names) if len(apart) > 1}
    last = "|".join(sorted(endings))
    behind = (rf"(?:{last})", rf"(?:{last})[{_AFTER_NAME}]", rf"[{_AFTER_NAME}]{{2}}")
    look = "|".join(rf"(?<={each}[{DIGIT}])" for each in behind)
    return rf"(?:{look})[{DIGIT}]?(?![{DIGIT}%])|"


def _any_mark(letter: str) -> str:
    """Return a class for a letter that may be written with its accents apart."""
    return rf"[{_forms(letter)}]" if letter.isascii() else "[^\\x00-\\x7f]"


def _stems(language: str | None, names: Iterable[str]) -> str:
    """Return the pattern of how the *names* begin, in any case and form in which they are recognised."""
    rests: dict[str, set[str]] = {}
    for name in names:
        first, *rest = _classes(language, name, capitals=language in grammar.CAPITALISED)
        rests.setdefault(first, set()).add("".join(rest))
    return "(?:" + "|".join(f"{first}(?:{'|'.join(sorted(rests[first]))})" for first in sorted(rests)) + ")"


def _classes(language: str | None, name: str, *, capitals: bool) -> list[str]:
    """Return a character class for each of the first letters of *name*, up to one that has an accent."""
    classes: list[str] = []
    for letter in name[:_STEM]:
        forms = _forms(letter)
        plain = _marks_apart(letter)[0]
        if plain != letter:
            forms += _forms(plain)
        if language in grammar.CYRILLIC:
            forms += "".join(_forms(chr(twin)) for twin, own in grammar.LOOKALIKES.items() if chr(own) == letter)
        if capitals and not classes:
            forms = "".join(form for form in forms if form.isupper())
        classes.append(f"[{forms}]")
        if plain != letter:
            break
    return classes


def _marks_apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _forms(letter: str) -> str:
    """Return *letter*, which is folded, and the characters that fold to it."""
    forms = dict.fromkeys(
        (letter, *(letter.upper() if len(letter.upper()) == 1 else ""), *_SAME_LETTER.get(letter, ""))
    )
    return re.escape("".join(forms)) + ("İ" if letter == "i" else "")
