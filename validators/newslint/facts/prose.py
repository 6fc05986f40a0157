"""Which paragraphs are running text, and which habits of newswriting repeat without being a defect."""

from __future__ import annotations

import re

MAX_QUOTED_GAP = 0.3
"""Where the shares of characters in quotation marks differ by more, one paragraph tells what somebody said and the
other lets them say it."""

MOSTLY_QUOTED = 0.5
"""From this share of characters in quotation marks a paragraph counts as speech."""

ALL_QUOTED = 0.95
"""From this share of characters in quotation marks a paragraph names no speaker."""

MIN_LENGTH_RATIO_SPEECH = 0.8
"""Shorter over longer, in characters, below which two paragraphs of speech are an excerpt and the quotation in full."""

# Bullets, dashes of dialogue, "3.", "(b)", a time of day: lists, ingredients, live blogs, asides in brackets.
_LISTED = re.compile(r"[-–—•●▪■*·►▶✓>@#(]|\d{1,3}[.)]\s|\d{1,2}[:.]\d{2}\b")
_MACHINE_MARKS = ("://", "www.", "{", "}", "<", ">", "=", "|", "@")
_CUT_ENDS = ("...", "…", ":", "?", "!")
CLOSERS = "\"'”’»“)）」』"
SENTENCE_ENDS = (".", "。", "।", "۔")
_OTHER_ENDS = ("։", "።", "။", "។", "៕", "།", "\u1803")
"""Armenian, Ethiopic, Burmese, Khmer (two), Tibetan and Mongolian full stops. They tell prose from lists only: retold
paragraphs and headings are not known well enough in these scripts for more to be looked at."""

FIGURES_OF_A_LIST = 3
"""From so many figures on a paragraph may be a row of them …"""
WORDS_PER_FIGURE = 4
"""… and is one if it has fewer words than this for each."""
HAN_PER_WORD = 1.5
"""Han signs that say as much as a word of English, in the Chinese versions of 123 news texts …"""
KANA_PER_WORD = 3
"""… kana in the Japanese one, where Han stands between them …"""
LETTERS_PER_WORD = 5
"""… and letters in the other scripts without spaces: 4.9 (Thai, Lao), 6.0 (Khmer), 6.6 (Burmese), 6.7 (Tibetan)."""

_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_HAN = re.compile("[\u3005-\u3007\u3400-\u9fff]")
_KANA = re.compile("[\u3040-\u30ff]")
_LETTERS = re.compile("[\u0e00-\u0e4f\u0e80-\u0ecf\u0f40-\u0fbc\u1000-\u103f\u1050-\u109f\u1780-\u17d3]")
# Figures, and words that are spelled in other letters.
_SPELLED = re.compile(
    "[^\\W\u0e00-\u0e4f\u0e80-\u0ecf\u0f40-\u0fbc\u1000-\u103f\u1050-\u109f\u1780-\u17d3\u3005-\u3007\u3040-\u30ff\u3400-\u9fff]+"
)
_UNSTOPPED = re.compile("[\u0e00-\u0e4f\u0e80-\u0ecf]")
_QUOTE_MARK = re.compile('["“”„«»「」『』]')
# Single marks count where no letter is at their side, so that apostrophes do not open or close speech.
_ANY_QUOTE_MARK = re.compile(r"[\"“”„«»「」『』]|(?<!\w)‘|’(?!\w)")
_FIGURE = re.compile(r"\d++(?:[.,]\d++)*|[½¼¾⅓⅔]")
# "Photo: A. Name/Agency", "Bildrechte: …": at most 40 characters after the last colon, and no full stop.
_CREDIT = re.compile(r":\s[^:]{1,40}$")
# "(Photo: A. Name / Agency)", "(Foto: …)", "(AP Photo/A. Name)" at the very end: a label and a colon, or a slash.
_BRACKETED_CREDIT = re.compile(r"[(\[][^()\[\]:/]{1,40}[:/][^()\[\]]{1,120}[)\]]\.?$")
_CREDIT_REACH = 170
_LABEL = re.compile(r"[^.:]{1,24}:\s")


def is_prose(text: str) -> bool:
    """Return whether *text* may tell something: it is no list item, cut teaser, question, caption, code or address."""
    return (
        not _LISTED.match(text)
        and not text.rstrip(CLOSERS).endswith(_CUT_ENDS)
        and not any(mark in text for mark in _MACHINE_MARKS)
        and not is_credited(text)
    )


def is_credited(text: str) -> bool:
    """Return whether *text* is a caption: it ends with its picture's credit in brackets.

    Captions of one event repeat its names and day by nature, and each belongs to a picture of its own.
    """
    may_end_so = text.endswith((")", "]", ").", "]."))
    return may_end_so and bool(_BRACKETED_CREDIT.search(text, max(0, len(text) - _CREDIT_REACH)))


def is_unspaced(text: str) -> bool:
    """Return whether *text* has Chinese or Japanese letters, which no spaces part into words."""
    return _UNSPACED.search(text) is not None


def is_listing(text: str) -> bool:
    """Return whether *text* is an item of a list: it opens with a bullet or a number, or consists of figures.

    So look ingredients ("2 eggs, ½ cup flour, 1 tsp salt"), scores and rows of tables: three figures and more without a
    full stop, or more than one word in four. Thai and Lao have no full stop that could be missing.
    """
    if _LISTED.match(text):
        return True
    figures = len(_FIGURE.findall(text))
    if figures < FIGURES_OF_A_LIST:
        return False
    has_ended = text.rstrip(CLOSERS).endswith(SENTENCE_ENDS + _OTHER_ENDS) or _UNSTOPPED.search(text)
    return not has_ended or figures * WORDS_PER_FIGURE > count_words(text)


def count_words(text: str) -> int:
    """Return about how many words *text* has; where no spaces part them, their letters tell."""
    spaced = len(text.split())
    if text.isascii():
        return spaced
    unspaced = len(_HAN.findall(text)) / HAN_PER_WORD + len(_KANA.findall(text)) / KANA_PER_WORD
    unspaced += len(_LETTERS.findall(text)) / LETTERS_PER_WORD
    return max(spaced, int(unspaced + len(_SPELLED.findall(text)))) if unspaced else spaced


def ends_sentence(text: str) -> bool:
    """Return whether *text* ends with a full stop, inside or outside a closing quotation mark or bracket."""
    return text.rstrip(CLOSERS).endswith(SENTENCE_ENDS)


def is_heading_again(earlier: str, later: str, *, opens_body: bool) -> bool:
    """Return whether a heading is told in full below it, or two headings or captions announce the same.

    Of two headings only plain ones inside the body count as told twice: not where the first *opens the body* (it is
    the title), nor where one follows a label ("Read more: …") or ends with a credit ("Photo: …").
    """
    told = ends_sentence(earlier)
    if told != ends_sentence(later):
        return True
    return not told and (opens_body or _is_labelled(earlier) or _is_labelled(later))


def _is_labelled(heading: str) -> bool:
    return bool(_LABEL.match(heading) or _CREDIT.search(heading, max(0, len(heading) - 50)))


def is_quoted_again(earlier: str, later: str) -> bool:
    """Return whether one gives the words of the other as speech, in full, or without naming the speaker."""
    shares = quoted_share(earlier), quoted_share(later)
    if max(shares) - min(shares) > MAX_QUOTED_GAP:
        return True
    if min(shares) <= MOSTLY_QUOTED:
        return False
    bare = [share > ALL_QUOTED for share in shares]
    return bare[0] != bare[1] or length_ratio(earlier, later) < MIN_LENGTH_RATIO_SPEECH


def quoted_share(text: str) -> float:
    """Return the share of characters between quotation marks, 0 to 1; an unclosed quotation runs to the end."""
    marks = _ANY_QUOTE_MARK if "‘" in text else _QUOTE_MARK
    return sum(map(len, marks.split(text)[1::2])) / len(text) if text else 0.0


def length_ratio(first: str, second: str) -> float:
    """Return the length of the shorter over that of the longer, 0 to 1."""
    return min(len(first), len(second)) / max(len(first), len(second), 1)
