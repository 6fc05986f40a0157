"""Lines that may be headlines of other articles, and what stands between them in a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newslint.facts.furniture.comments import has_comment_form
from newslint.facts.furniture.form_fields import is_form_message
from newslint.facts.furniture.pieces import DENSER, UNSPACED, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.text.segment import Paragraph

TEASER_CHARACTERS = 200
"""A teaser in a line of its own or of its cue has at most this many characters; headlines have 60 to 110."""
DOUBLE_CHARACTERS = 110
"""A headline of two sentences has at most so many."""
SUMMARY_CHARACTERS = 600
"""A summary below a teaser has at most this many characters; those read have 180 to 400."""
MOST_LISTED = 10
"""A list has at most so many headlines: ten is what pages show of what is read most."""
TAIL_CHARACTERS = 35
"""A whole headline has at least this many characters (a third in scripts without spaces): verse has shorter lines."""
TAIL_WORDS = 5
"""And so many words: what has fewer is a label."""
HEADLINE_BYTES = 20
"""A shorter line, as UTF-8, is a label of the page: a section, a name, a number."""
STAMP_CHARACTERS = 24
"""A date, a time of day or an age ("5 hours ago") in a line of its own has at most this many characters."""

SENTENCE_END = (".", "。", "।", "۔", "።", "፡፡", "։", "။", ".”", ".»", '."', ".’", "።”", "።’", "፡፡”")
CUT_END = ("...", "…", "[…]", "[...]")
NO_HEADLINE = ("©", "://", "@")
"""What no headline and no beginning of an article has: it is of a notice, a link or a post."""
_STAMP = re.compile(r"(?=.{0,24}\d)(?=.{0,24}(?:[^\W\d_]{3}|\d[:./-]\d|[年月日]))")
_LINK = 24
"""A link to the rest of an article has at most so many characters."""
_ABBREVIATION = re.compile(
    r"(?<![^\W_])(?:[A-ZА-ЯЁІЇЄ]|Rep|Sen|Gov|Dr|Mr|Mrs|Ms|St|Lt|Sgt|Gen|Capt|Col|Jr|Sr|vs|Prof|Rev|Sra|Dra|Nr|bzw"
    r"|ca)\. "
)
"""What ends in a full stop and ends no sentence: an initial, a title."""
_READ_ON = re.compile(
    r"(?:read (?:the rest|more|on|full story)|continue reading|weiterlesen|» ?mehr|lire (?:la suite|plus)|le[ea]r más"
    r"|ler mais|leia mais|leggi tutto|lees (?:meer|verder)|läs mer|læs mere|les mer|czytaj (?:dalej|więcej)"
    r"|читать (?:далее|дальше|полностью)|читати далі|devamını oku|続きを読む|阅读全文|閱讀全文)[ .…»>→]{0,4}$",
    re.IGNORECASE,
)
_GOES_ON = (":", "：", ",", "，", "、", "،", ";", "；", " –", " —", "፦")
_HANGUL = re.compile("[\uac00-\ud7a3]")


def is_headline(text: str) -> bool:
    """Return whether *text* may be a headline: no label, no sentence, no notice, no source, no form."""
    return reads_like_headline(text) and not is_form_message(text) and not has_comment_form(text, Piece(0, len(text)))


def reads_like_headline(text: str) -> bool:
    """Return whether *text* has the length, the first letter and the end of a headline."""
    is_long_enough = len(text.encode("utf-8", "replace")) >= HEADLINE_BYTES
    return (
        is_long_enough
        and len(text) <= TEASER_CHARACTERS
        and not text.endswith(SENTENCE_END)
        and not text[0].islower()
        and (". " not in text or ". " not in _ABBREVIATION.sub("", text))
        and not any(mark in text for mark in NO_HEADLINE)
    )


def is_double(text: str) -> bool:
    """Return whether *text* may be a headline of two sentences, the second without its full stop."""
    return len(text) <= DOUBLE_CHARACTERS and ". " in text and is_headline(text.replace(". ", " ", 1))


def is_cut(text: str) -> bool:
    """Return whether *text* is the beginning of an article, as it stands below its headline in a list."""
    return len(text) <= SUMMARY_CHARACTERS and text.endswith(CUT_END) and " " in text


def is_summary(text: str) -> bool:
    """Return whether *text* is cut off, or ends with a link to the rest."""
    return is_cut(text) or (len(text) <= SUMMARY_CHARACTERS and _READ_ON.search(text, len(text) - _LINK) is not None)


def end_of_rows(lines: Sequence[Paragraph], fewest: int, most_between: int, *, dated: bool) -> Paragraph | None:
    """Return the last of the *lines* below a label that is of its list, if they begin with one.

    A list has so many whole headlines, the *fewest*, or one and its date where they are *dated*.
    """
    places = list(_whole_headlines(lines, most_between))
    if not places:
        return None
    behind = places[-1] + 1
    # A date behind the last headline is of the list too, unless dates stand before the headlines.
    is_stamped = behind < len(lines) and not is_stamp(lines[0].text) and is_stamp(lines[behind].text)
    if len(places) < fewest and not (dated and is_stamped):
        return None
    last = behind if is_stamped else places[-1]
    return lines[last + 1] if last + 1 < len(lines) and is_cut(lines[last + 1].text) else lines[last]


def _whole_headlines(lines: Sequence[Paragraph], most_between: int) -> Iterator[int]:
    """Yield the places of whole headlines in *lines*, up to what cannot stand in a list of them."""
    between = count = 0
    for place, line in enumerate(lines):
        if len(line.text.encode("utf-8", "replace")) < HEADLINE_BYTES or is_stamp(line.text):
            between += 1
            if between > most_between:
                return
        elif count and is_cut(line.text) and not is_headline(line.text):
            continue
        elif count < MOST_LISTED and is_headline(line.text):
            between, count = 0, count + 1
            if is_whole(line.text):
                yield place
        else:
            return


def is_whole(headline: str) -> bool:
    """Return whether a line that may be a headline is long enough to be no name, no title and no label."""
    if UNSPACED.search(headline):
        return len(headline) >= TAIL_CHARACTERS // DENSER
    # A syllable of Korean stands for two or three letters.
    least = TAIL_CHARACTERS // 2 if _HANGUL.search(headline) else TAIL_CHARACTERS
    return len(headline) >= least and headline.count(" ") >= TAIL_WORDS - 1


def is_stamp(text: str) -> bool:
    """Return whether *text* is a date, a time of day or an age."""
    return len(text) <= STAMP_CHARACTERS and _STAMP.match(text) is not None


def announces(paragraphs: Sequence[Paragraph]) -> bool:
    """Return whether the last of *paragraphs* is a sentence that goes on: what follows it are items of its list."""
    return any(each.text.endswith(_GOES_ON) for each in paragraphs[-1:])


def count_prose(paragraphs: Sequence[Paragraph]) -> int:
    """Return how many of *paragraphs* are sentences, or end with one."""
    return sum(
        each.text.endswith(SENTENCE_END) and len(each.text.encode("utf-8", "replace")) >= HEADLINE_BYTES
        for each in paragraphs
    )
