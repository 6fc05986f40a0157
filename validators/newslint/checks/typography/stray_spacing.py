"""TYP004 stray-spacing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from newslint.checks.base import ArticleCheck, CheckOptions, Natural
from newslint.facts.broken_off import is_gap
from newslint.facts.furniture.credits import is_agency
from newslint.model import Article, Edit, Finding, Fix, Severity
from newslint.text.scan import Gate, Hit, Trigger

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_SPACES = " \u00a0"
_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
_SMALL = r"a-z\u00DF-\u00FF\u0101-\u024F\u03AC-\u03CE\u0430-\u045F\u0461-\u052F\u0561-\u1EFF\uAC00-\uD7A3"
"""Small letters, and the letters of scripts without capitals between words of which stand spaces."""
_SPACED_MARKS = frozenset("?!;")
"""Marks before which French and its neighbours, and old Indian printing, want a space."""
_UNSPACED_IN = frozenset(
    (
        "en", "de", "es", "it", "pt", "nl", "sv", "da", "nb", "nn", "no", "fi", "is", "pl", "cs", "sk", "hu", "ro",
        "bg", "ru", "uk", "be", "sr", "hr", "sl", "bs", "mk", "el", "tr", "id", "ms", "ca", "gl", "et", "lv", "lt",
        "sq", "sw",
    )
)  # fmt: skip
"""Languages that never put a space before these marks."""
_CURLY_IN = frozenset(("en", "es", "pt", "it", "nl", "tr", "id", "ms", "ca", "gl", "sw", "fil", "af"))
"""Languages that open speech with “ and close it with ”, both at the words; elsewhere the signs are other ones."""
_SPEECH = 200
"""Characters in which the other quotation mark is looked for."""
_NEXT_QUOTE = re.compile('[“”"\n]')
_NUMBER = re.compile(
    r"(?:[^\W\d_][,:]?[ \u00a0][$€£#+]?\d[\d.,:%/]{0,14}|[ \u00a0][^\W\d_]{1,3}\d{1,2}|\d,[ \u00a0](?:19|20)\d\d)$"
)
"""A number behind a word, or the year of a date; where letters were stripped from a text, no word is left before it."""
_OPENERS = frozenset('"«“„‘([¿¡—–-')
_CLOSERS = frozenset(')"”»’]')
_RUN = re.compile(rf"[{_SPACES}]{{2,}}")
_SOUTH_EAST_ASIAN = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_WORD = re.compile(r"[^\s]+")
_LAST_WORD = re.compile(r"\S{1,24}$")
_FIRST_WORD = re.compile(r"\S{1,24}")
_REACH = 40
"""Characters of the longest run of spaces that is measured; a longer one is indentation or a column."""
_AROUND = 90
"""Characters on either side in which runs of spaces are counted."""
_MAX_RUN_SHARE = 0.34
"""Runs for each word there from which they are the columns of a table: one behind every third word."""

_DATELINE = re.compile(r"(?:^|\n)[^\n()]{0,60}\((?P<agency>[^()\n]{2,30})\) [-–—]$")
"""An agency at the start of a line and the dash that parts it from the lede."""
_DATELINE_REACH = 110

_COMMAS = frozenset(",،")
_PRESENTED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
"""Arabic letters by their shape, as texts have them that were stored backwards: their commas are, too."""
_CODE = frozenset("@/\\_=#()[]{}<>|&'\"")
"""Signs of an address, of code or of a list in the word that has a comma inside."""
_CASED = re.compile("[A-Za-z\u00c0-\u052f\u0531-\u0587\u1e00-\u1fff]{2}")
"""Two letters of a script with capitals: others put no space behind a comma, or have one of their own."""
_WORD_REACH = 40

_Kind = Literal["mark", "run", "opening", "closing", "dash", "comma", "swapped"]


class _Stray(NamedTuple):
    """Spaces ``text[start:end]`` that do not belong there; ``instead`` is what does.

    Behind a dash or a comma there are none, and ``instead`` is the one that is missing.
    """

    start: int
    end: int
    kind: _Kind
    instead: str


class StraySpacing(ArticleCheck):
    """Spaces stand where they do not belong.

    What it flags
    -------------
    A space before a comma, a full stop, a question or exclamation mark or a semicolon (``the bridge , closed``), behind
    an opening or before a closing bracket, inside curly quotation marks (``the “ Old Bridge ” opens``, in languages
    that set them so), several spaces in a row inside a sentence, and no-break spaces mixed with others; a dateline with
    a space before its dash and none behind it (``(Reuters) -The bridge``); and a comma between two words without a
    space (``the ferry,said the mayor``), or with the space on its wrong side (``the ferry ,said``). A paragraph with
    several such places gets one finding, at the first.

    Why it hurts
    ------------
    Most of it shows where markup was taken out, a link for instance. Tokenizers see other words, sentence splitters
    miss the full stop, and two copies of one text do not compare equal.

    Example
    -------
    ``“bridge ,” has a space before the comma.``

    Fix
    ---
    Takes out the spaces before a mark and inside brackets and quotation marks, leaves one space of several, and puts
    one behind the dash or the comma.

    Options
    -------
    ``max_findings`` (default 20 findings): an article with more damaged paragraphs gets one finding with the number of
    places. In 2,107 real articles 229 have such paragraphs, 11 at most.

    Limits
    ------
    French and other languages that want a space before ``?``, ``!``, ``;`` and ``:`` are exempt from these marks, and
    so is the colon everywhere, since tables and labels set it apart. Two spaces after a full stop are an old style of
    typing and not flagged, unless no-break spaces are among them. Not flagged either are spaced dots (``. . .``),
    numbers and names that begin with a dot (``.5``, ``.NET``), a mark between two numbers, a mark behind a word that it
    cannot follow (``reported by , the mayor``: STR011), emoticons, columns (where runs of spaces recur among the
    words), indentation, and a space before the Indian full stop, which old printing wants. A comma without a space is
    seen between words of scripts with capitals, one in a word, and not in addresses, code and numbers.
    """

    code = "TYP004"
    slug = "stray-spacing"
    severity = Severity.INFO
    fix = "safe"
    precision = (
        "108 of 110 findings read right on 2,107 articles, and 60 of 60 commas and 30 of 30 on the wrong side of their "
        "space in clean text of 128 languages"
    )
    triggers = (
        Trigger(r"[ \u00A0][.,،;?!]"),
        Trigger(r"\([ \u00A0]|[ \u00A0]\)"),
        Trigger(r"[\s(—–]“[ \u00A0]|[ \u00A0]”[\s.,;!?)]"),
        Trigger(rf"  [{_SMALL}]", gate=Gate("  ")),
        Trigger("\u00a0 |\u00a0\u00a0| \u00a0"),
        Trigger(r"\) [-–—]\pL"),
        Trigger(r",[A-Za-z\u00c0-\u052f]"),
    )

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of TYP004."""

        max_findings: Natural = 20

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each damaged paragraph, or one for all where there are very many."""
        groups: dict[tuple[str, int], list[_Stray]] = {}
        for hit in facts.hits(self.code):
            text = article.text(hit.field)
            for stray in _strays(text, hit, facts):
                line = groups.setdefault((hit.field, text.rfind("\n", 0, stray.start)), [])
                if not line or stray.start >= line[-1].end:
                    line.append(stray)
        if len(groups) > self.options.max_findings:
            strays = [(field, stray) for (field, _), line in groups.items() for stray in line]
            yield self._finding(article, strays, f"this text has {facts.count(self.code, len(strays))}")
            return
        for (field, _), line in groups.items():
            count = facts.count(self.code, len(line))
            yield self._finding(article, [(field, stray) for stray in line], f"this paragraph has {count}")

    def _finding(self, article: Article, strays: list[tuple[str, _Stray]], often: str) -> Finding:
        field, first = strays[0]
        text = article.text(field)
        start, end = _shown(text, first)
        more = f"; {often} stray spaces" if len(strays) > 1 else ""
        return self.finding(
            article,
            field,
            (start, end),
            f"“{text[start:end]}” has {_described(text, first)}{more}.",
            evidence={"count": len(strays)},
            fix=Fix(True, tuple(Edit(field, stray.start, stray.end, stray.instead) for field, stray in strays)),
        )


def _shown(text: str, stray: _Stray) -> tuple[int, int]:
    """Return from where to where the words at both sides of *stray* reach, or the mark it stands at."""
    before = _LAST_WORD.search(text, max(0, stray.start - 24), stray.start)
    start = before.start() if before else stray.start
    if stray.kind == "swapped":
        return start, _end_of_word(text, stray.end)
    if stray.kind in ("mark", "closing"):
        return start, stray.end + 1
    if stray.kind == "dash":
        start = text.rfind("(", 0, stray.start)
    return (stray.start - 1 if stray.kind == "opening" else start), _end_of_word(text, stray.end)


def _end_of_word(text: str, start: int) -> int:
    after = _FIRST_WORD.match(text, start)
    return after.end() if after else start


_MARKS = {".": "full stop", ",": "comma", "،": "comma", ";": "semicolon", "?": "question mark", "!": "exclamation mark"}


def _described(text: str, stray: _Stray) -> str:
    if stray.kind == "mark":
        return f"a space before the {_MARKS[text[stray.end]]}"
    if stray.kind == "dash":
        return "a space before its dash and none behind"
    if stray.kind == "swapped":
        return "a space before the comma instead of behind it"
    if stray.kind == "comma":
        return "no space behind the comma"
    if stray.kind == "run":
        found = text[stray.start : stray.end]
        mixed = ", some of them no-break spaces" if found.strip(" ") else ""
        return f"{len(found)} spaces in a row{mixed}"
    sign = "quotation mark" if text[stray.start - 1] == "“" or text[stray.end] == "”" else "bracket"
    return f"a space behind the opening {sign}" if stray.kind == "opening" else f"a space before the closing {sign}"


def _strays(text: str, hit: Hit, facts: ArticleFacts) -> Iterator[_Stray]:
    if text[hit.start] == ")":
        yield from _dashes(text, hit)
    elif text[hit.start] == "," and _is_glued(text, hit.start):
        yield _Stray(hit.start + 1, hit.start + 1, "comma", " ")
    position = hit.start
    while position < hit.end:
        start, end = _spaces_at(text, position)
        if start < end:
            stray = _stray(text, start, end, facts)
            if stray:
                yield stray
        position = max(end, position + 1)


def _dashes(text: str, hit: Hit) -> Iterator[_Stray]:
    """Yield the place behind the dash of a dateline that no space parts from the lede."""
    dateline = _DATELINE.search(text, max(0, hit.start - _DATELINE_REACH), hit.end - 1)
    if dateline and is_agency(dateline["agency"]):
        yield _Stray(dateline.end(), dateline.end(), "dash", " ")


def _is_glued(text: str, comma: int) -> bool:
    """Return whether the comma parts two words of prose that no space does."""
    if not (_CASED.fullmatch(text[comma - 2 : comma]) and _CASED.match(text, comma + 1)):
        return False
    before, behind = text[max(0, comma - _WORD_REACH) : comma].split(), text[comma + 1 : comma + _WORD_REACH].split()
    word = f"{before[-1]},{behind[0]}"
    return word.count(",") == 1 + word.endswith(",") and _CODE.isdisjoint(word) and not any(map(str.isdigit, word))


def _spaces_at(text: str, position: int) -> tuple[int, int]:
    """Return the stretch of spaces at *position*, at most 40 to each side; an empty one if none stands there."""
    start = end = position
    while end < len(text) and end < position + _REACH and text[end] in _SPACES:
        end += 1
    while start > 0 and end > position and start > position - _REACH and text[start - 1] in _SPACES:
        start -= 1
    return start, end


def _stray(text: str, start: int, end: int, facts: ArticleFacts) -> _Stray | None:
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if not before or not after or before in _BREAKS or after in _BREAKS:
        return None
    if after in _COMMAS and text[end + 1 : end + 2].isalpha():
        return _Stray(start, end + 1, "swapped", f"{after} ") if _is_swapped(text, start, end) else None
    if after in _MARKS:
        is_stray = _is_before_mark(text, start, end, facts) and not is_gap(text, start, facts.language.code)
        return _Stray(start, end, "mark", "") if is_stray else None
    if before == "(" and after.isalpha():
        return _Stray(start, end, "opening", "")
    if after == ")" and before.isalpha():
        return _Stray(start, end, "closing", "")
    if before == "“" and after.isalpha() and _opens_speech(text, start, facts):
        return _Stray(start, end, "opening", "")
    if after == "”" and _closes_speech(text, start, end, facts):
        return _Stray(start, end, "closing", "")
    if end - start > 1 and _is_run(text, start, end):
        return _Stray(start, end, "run", " ")
    return None


def _is_swapped(text: str, start: int, comma: int) -> bool:
    """Return whether the comma behind a space parts two words of prose: ``said ,and``."""
    before, behind = text[max(0, start - _WORD_REACH) : start].split(), text[comma + 1 : comma + _WORD_REACH].split()
    words = f"{before[-1] if before else ''}{behind[0]}"
    is_word = text[start - 1].isalpha() or _is_vowel_sign(text[start - 1])
    return is_word and not _PRESENTED.search(words) and _CODE.isdisjoint(words) and not any(map(str.isdigit, words))


def _opens_speech(text: str, start: int, facts: ArticleFacts) -> bool:
    """Return whether the “ before *start* opens speech: none was open, and a mark behind it closes."""
    ahead = _NEXT_QUOTE.search(text, start, start + _SPEECH)
    is_closed = ahead is not None and ahead.group() in '”"'
    is_inch = text[max(0, start - 3) : start - 1].strip().isdigit()
    return facts.language.code in _CURLY_IN and is_closed and not is_inch


def _closes_speech(text: str, start: int, end: int, facts: ArticleFacts) -> bool:
    """Return whether the ” at *end* closes speech: a “ is open before it, and no word follows at once."""
    before = text[start - 1]
    if not (before.isalpha() or before in ".,!?…") or text[end + 1 : end + 2].isalnum():
        return False
    is_open = next((sign == "“" for sign in reversed(text[max(0, start - _SPEECH) : start]) if sign in "“”\n"), False)
    return is_open and facts.language.code in _CURLY_IN


def _is_before_mark(text: str, start: int, end: int, facts: ArticleFacts) -> bool:
    before, mark, after = text[start - 1], text[end], text[end + 1 : end + 4]
    if before.isdigit() and mark in ".,،":
        return _is_behind_number(text, start, after)
    if mark in ".,،" and after[:1] in _CLOSERS and before.isalpha():
        after = after[1:]
    if not (before.isalpha() or before in _CLOSERS or _is_vowel_sign(before)) or not (not after or after[0].isspace()):
        return False
    follows = after.lstrip()[:1]
    if (follows and follows in _MARKS) or (before in _CLOSERS and not text[start - 2 : start - 1].isalpha()):
        return False  # “. . .” and “! !”, and texts of which only the marks are left
    if mark not in _SPACED_MARKS:
        return True
    begins = mark == ";" or not follows or follows.isupper() or follows in _OPENERS
    return begins and facts.language.code in _UNSPACED_IN


def _is_behind_number(text: str, start: int, after: str) -> bool:
    """Return whether the mark behind *start* follows a number of a sentence, and is none of its own (``3 , 5``)."""
    if after and not after[0].isspace():
        return False
    follows = after.lstrip(" ")[:1]
    is_of_number = follows.isdigit() or (follows and follows in _MARKS)
    return not is_of_number and _NUMBER.search(text[max(0, start - 20) : start]) is not None


def _is_vowel_sign(character: str) -> bool:
    return "\u0591" <= character <= "\u0dff" and not character.isalnum() and character not in "،؛؟।॥"


def _is_run(text: str, start: int, end: int) -> bool:
    """Return whether the several spaces stand in a sentence or have no-break spaces among them, and are no columns."""
    before, after = text[start - 1], text[end]
    if before == "," and start > 1:
        before = text[start - 2]
    goes_on = _is_small(before) or before.isupper() or (before in _CLOSERS and after.islower())
    if not (goes_on and _is_small(after)):
        ends_sentence = before in '.!?)”»"' and text[start - 2 : start - 1].isalpha() and after.isalpha()
        if not ends_sentence or not text[start:end].strip(" "):
            return False
    return not _in_columns(text, start, end)


def _is_small(character: str) -> bool:
    if _SOUTH_EAST_ASIAN.match(character):
        return False  # Spaces part sentences there.
    return (character.isalpha() and not character.isupper()) or _is_vowel_sign(character)


def _in_columns(text: str, start: int, end: int) -> bool:
    """Return whether other runs of spaces part what stands around, as in tables and menus."""
    floor = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    ceiling = text.find("\n", end, end + _AROUND)
    around = text[floor : ceiling if ceiling >= 0 else end + _AROUND]
    runs = sum(1 for run in _RUN.finditer(around))
    return runs > 1 and runs > _MAX_RUN_SHARE * len(_WORD.findall(around))
