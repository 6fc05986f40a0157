"""ENC003 invisible-character."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from newslint.checks.base import ArticleCheck, CheckOptions, Natural
from newslint.facts.misread import WINDOWS_SIGNS
from newslint.model import Article, Edit, Finding, Fix, Severity
from newslint.text.scan import Trigger

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_SOFT_HYPHEN = "\u00ad"
_SEPARATING_CONTROLS = "\x0b\x0c\x1c-\x1f"
# U+0080–U+009F are windows-1252 letters read as Latin-1, which is mojibake; these five have no windows-1252 letter.
_ORPHAN_C1 = "\x81\x8d\x8f\x90\x9d"
_CONTROLS = "\x00-\x08\x0e-\x1b\x7f" + _SEPARATING_CONTROLS + _ORPHAN_C1
_JOINERS = "\u200c\u200d"
_MARKS = "\u061c\u200e\u200f"
_BIDI = "\u202a-\u202e\u2066-\u2069"
_ZERO_WIDTH = "\u180e\u200b\u2060-\u2064\ufeff"
_FILLERS = "\u115f\u1160\u206a-\u206f\u3164\uffa0\ufff9-\ufffb\ufffe\uffff"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_TAGS = "\U000e0000-\U000e007f"
_CANDIDATES = f"{_CONTROLS}{_SOFT_HYPHEN}{_JOINERS}{_MARKS}{_BIDI}{_ZERO_WIDTH}{_FILLERS}{_PRIVATE}{_TAGS}"
_CANDIDATE = re.compile(f"[{_CANDIDATES}]")

# Scripts whose spelling needs ZWJ and ZWNJ: Arabic, Syriac, N'Ko; Indic to Sinhala; Myanmar, Khmer, Mongolian.
_JOINED_SCRIPT = re.compile("[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]")
# Scripts written without spaces, which mark word ends with U+200B: Thai, Lao, Tibetan, Myanmar, Khmer, Tai.
_UNSPACED_SCRIPT = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\ua9e0-\uaa7f]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_EMOJI = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")
_LATIN1_DEBRIS = re.compile("[\x80\x82-\x8c\x8e\x91-\x9c\x9e-\xac\xae-\xff]")
# A letter in UTF-8 that was begun, and perhaps continued by what windows-1252 has in the place of a C1 control: "â€".
_BEGUN = re.compile(f"[Â-ô][\x80-\xbf{WINDOWS_SIGNS}]?$")
# No word has a sign and a letter with an accent beside a soft hyphen; text in two bytes for each letter has.
_SIGN, _ACCENTED = "[\x80-\x9f\xa2-\xaa\xac\xae-\xba\xbc-\xbe]", "[\xc0-\xff]"
_TWO_BYTES = f"(?:{_SIGN}{_ACCENTED}|{_ACCENTED}{_SIGN})"
_DEBRIS_BESIDE = re.compile(f"{_TWO_BYTES}\xad|\xad{_TWO_BYTES}")
# U+00AD is also the second byte of damaged letters: Ã and U+00AD are what is left of í.
_C1 = re.compile("[\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f]")
_LEAD_BYTES = frozenset("ÂÃÄÅÎÐÑØÙ")
_WORD_AROUND = 20
_LATIN, _CYRILLIC = re.compile("[A-Za-z]"), re.compile("[В-Я]\xad")
_OVERRIDES = frozenset("\u202d\u202e")
_BLACK_FLAG = "\U0001f3f4"
_CANCEL_TAG = "\U000e007f"

_NAMES = {
    "\x7f": "DELETE",
    "\x0b": "LINE TABULATION",
    "\x0c": "FORM FEED",
    "\x00": "NULL",
    "\x08": "BACKSPACE",
    "\x1b": "ESCAPE",
    "\ufeff": "BYTE ORDER MARK",
}
_DIRECTION_WINDOW = 40
_DEBRIS_WINDOW = 10
_CONTEXT = 16


class _Run(NamedTuple):
    """Neighbouring invisible characters in one field."""

    field: str
    start: int
    end: int


class InvisibleCharacter(ArticleCheck):
    """The text holds characters that no reader can see.

    What it flags
    -------------
    Control characters, zero-width characters (U+200B, U+2060, a byte order mark inside the text), soft hyphens,
    private-use characters (icon fonts), bidirectional overrides and marks without right-to-left text near them, tag
    characters and fillers. Neighbouring ones are one finding.

    Why it hurts
    ------------
    A word with a character hidden in it is not found by search, counted as another word by every tokenizer, and looks
    right to the person who is asked why. Overrides show another text than the one a program reads.

    Example
    -------
    ``U+200B ZERO WIDTH SPACE inside 'exam|ple'``

    Fix
    ---
    Removes the characters. Safe, because the visible text stays the same; a form feed or another separating control
    that holds two words apart becomes a space. Unsafe where a control or private-use character stands between two
    letters, or a control of U+0080 to U+009F beside one: it may be what is left of a letter.

    Options
    -------
    ``soft_hyphens`` (default true): whether soft hyphens are flagged. Publishing systems leave them as hints for line
    breaks; they split words in 18 of 2,107 real articles.

    ``max_findings`` (default 20 findings): an article with more runs than this gets one finding per distinct character
    with the number of occurrences. In 2,107 real articles 36 are affected, 2 of them with more: pages hyphenated
    throughout, where each further place says nothing new.

    Limits
    ------
    Exempt are: ZWJ and ZWNJ next to scripts that spell with them (Arabic, Persian, Urdu, Kurdish, Indic and others) and
    ZWJ in emoji; U+180E next to Mongolian letters; U+200B next to Thai, Lao, Khmer, Myanmar and Tibetan letters;
    direction marks, embeddings and isolates with right-to-left text within 40 characters; tag characters in the flags
    of regions; variation selectors; U+2028 and U+2029, which are line breaks. U+0080 to U+009F that stand for a
    windows-1252 letter are ``mojibake`` (ENC001), and so are soft hyphens within 10 characters of them.
    """

    code = "ENC003"
    slug = "invisible-character"
    severity = Severity.WARNING
    fix = "safe"
    precision = "65 of 65 findings read right on 2,107 articles"
    triggers = (Trigger(f"[{_CANDIDATES}]".replace("\0", r"\x00")),)  # an engine would take NUL for the pattern's end

    class Options(CheckOptions, frozen=True, kw_only=True):
        """The options of invisible-character."""

        soft_hyphens: bool = True
        max_findings: Natural = 20

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding per run of invisible characters, or per character where there are very many."""
        runs = [run for field, text in facts.texts_hit(self.code) for run in self._runs(text, field)]
        if len(runs) <= self.options.max_findings:
            for run in runs:
                yield self._finding(article, run)
        else:
            yield from self._merged(article, runs)

    def _runs(self, text: str, field: str) -> Iterator[_Run]:
        """Yield the maximal runs of invisible characters that have no business where they are."""
        start = end = -1
        for match in _CANDIDATE.finditer(text):
            position = match.start()
            if not self._is_stray(text, position):
                continue
            if position != end:
                if end > 0:
                    yield _Run(field, start, end)
                start = position
            end = position + 1
        if end > 0:
            yield _Run(field, start, end)

    def _is_stray(self, text: str, position: int) -> bool:
        char = text[position]
        if char == _SOFT_HYPHEN:
            return bool(self.options.soft_hyphens) and not _is_part_of_a_letter(text, position)
        if char in _ORPHAN_C1:
            return not _in_mojibake(text, position)
        legitimate = _LEGITIMATE.get(char)
        return legitimate is None or not legitimate(text, position)

    def _finding(self, article: Article, run: _Run) -> Finding:
        text = article.text(run.field)
        found = text[run.start : run.end]
        edits = tuple(Edit(run.field, position, position + 1, "") for position in range(run.start, run.end))
        return self.finding(
            article,
            run.field,
            (run.start, run.end),
            f"{_names(found)} {_where(text, run)}.",
            evidence={"characters": [_code_point(char) for char in dict.fromkeys(found)], "count": len(found)},
            fix=_fix(article, edits),
        )

    def _merged(self, article: Article, runs: list[_Run]) -> Iterator[Finding]:
        """Yield one finding per distinct character, at its first place, with a fix for all places."""
        places: dict[str, list[Edit]] = {}
        for field, start, end in runs:
            text = article.text(field)
            for position in range(start, end):
                places.setdefault(text[position], []).append(Edit(field, position, position + 1, ""))
        for char, edits in places.items():
            first = edits[0]
            yield self.finding(
                article,
                first.field,
                (first.start, first.end),
                f"{_names(char)} occurs {len(edits):,} times in this article, first "
                f"{_where(article.text(first.field), _Run(first.field, first.start, first.end))}.",
                evidence={"characters": [_code_point(char)], "count": len(edits)},
                fix=_fix(article, tuple(edits)),
            )


def _in_mojibake(text: str, position: int) -> bool:
    """Return whether a neighbour is the debris of another byte: then the whole word is mojibake."""
    beside = text[max(0, position - 1) : position] + text[position + 1 : position + 2]
    return bool(_LATIN1_DEBRIS.search(beside) or _BEGUN.search(text, max(0, position - 2), position))


def _is_part_of_a_letter(text: str, position: int) -> bool:
    """Return whether a soft hyphen is a byte of a damaged letter: after a lead byte, or among other such bytes."""
    before = text[max(0, position - 1) : position]
    if before in _LEAD_BYTES or _DEBRIS_BESIDE.search(text, max(0, position - 2), position + 3):
        return True
    if _C1.search(text[max(0, position - _DEBRIS_WINDOW) : position + _DEBRIS_WINDOW]):
        return True
    low, high = text.rfind(" ", 0, position) + 1, text.find(" ", position)
    word = text[max(low, position - _WORD_AROUND) : min(high if high >= 0 else len(text), position + _WORD_AROUND)]
    return bool(_CYRILLIC.search(word) and _LATIN.search(word))  # Czech in UTF-8 that was read as windows-1251


def _around(text: str, position: int, reach: int) -> str:
    """Return what can be seen within *reach* characters: invisible characters must not excuse each other."""
    return _CANDIDATE.sub("", text[max(0, position - reach) : position + reach + 1])


def _joins(text: str, position: int) -> bool:
    if _JOINED_SCRIPT.search(_around(text, position, 2)):
        return True
    return text[position] == "\u200d" and bool(_EMOJI.search(text[position + 1 : position + 2]))


def _directs(text: str, position: int) -> bool:
    window = _around(text, position, _DIRECTION_WINDOW)
    return text[position] not in _OVERRIDES and bool(_RIGHT_TO_LEFT.search(window))


def _separates_words(text: str, position: int) -> bool:
    return bool(_UNSPACED_SCRIPT.search(_around(text, position, 2)))


def _names_region(text: str, position: int) -> bool:
    """Return whether a tag character belongs to the flag of a region, which has at most seven of them."""
    before = text[max(0, position - 7) : position]
    flag = before.rfind(_BLACK_FLAG)
    return flag >= 0 and all("\U000e0020" <= char < _CANCEL_TAG for char in before[flag + 1 :])


_LEGITIMATE = (
    dict.fromkeys(_JOINERS, _joins)
    | dict.fromkeys(map(chr, (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))), _directs)
    | {"\u200b": _separates_words, "\u2060": _separates_words, "\u180e": _joins}
    | dict.fromkeys(map(chr, range(0xE0020, 0xE0080)), _names_region)
)


def _fix(article: Article, edits: tuple[Edit, ...]) -> Fix:
    """Return the removal of the characters, with a space where one of them held two words apart."""
    texts = {field: article.text(field) for field in {edit.field for edit in edits}}
    safe = not any(_may_be_a_letter(texts[edit.field], edit.start) for edit in edits)
    return Fix(safe, tuple(_with_space(texts[edit.field], edit) for edit in edits))


def _with_space(text: str, edit: Edit) -> Edit:
    between = text[max(0, edit.start - 1) : edit.start], text[edit.end : edit.end + 1]
    separates = text[edit.start].isspace() and all(char and not char.isspace() for char in between)
    return Edit(edit.field, edit.start, edit.end, " ") if separates else edit


def _may_be_a_letter(text: str, position: int) -> bool:
    category = unicodedata.category(text[position])
    if category not in ("Cc", "Co") or text[position].isspace():
        return False
    beside = text[max(0, position - 1) : position].isalpha(), text[position + 1 : position + 2].isalpha()
    return any(beside) if text[position] in _ORPHAN_C1 else all(beside)


def _names(characters: str) -> str:
    distinct = dict.fromkeys(characters)
    return ", ".join(f"{_code_point(char)} {_name(char)}" for char in distinct)


def _name(char: str) -> str:
    if unicodedata.category(char) == "Co":
        return "private-use character"
    return _NAMES.get(char, unicodedata.name(char, "control character"))


def _code_point(char: str) -> str:
    return f"U+{ord(char):04X}"


def _where(text: str, run: _Run) -> str:
    """Say where *run* is: inside a word, or between what stands around it."""
    before = _visible(text[max(0, run.start - _CONTEXT) : run.start]).split(" ")[-1]
    after = _visible(text[run.end : run.end + _CONTEXT]).split(" ")[0]
    if before and after:
        return f"inside “{before}|{after}”"
    if before or after:
        return f"after “{before}”" if before else f"before “{after}”"
    return "alone between blanks"


def _visible(text: str) -> str:
    """Return *text* with white space as blanks and without invisible characters, fit for a one-line message."""
    return "".join(" " if char.isspace() else char for char in text if not _CANDIDATE.match(char))
