"""Bodies in which nothing is told: a label, a caption, a few links, the title again."""

from __future__ import annotations

import re

from newslint.facts.furniture.cuts import cut_mark
from newslint.facts.furniture.paywalls import paywall_at
from newslint.facts.furniture.pieces import Piece
from newslint.facts.furniture.walls import is_wall_heading, wall_proofs
from newslint.facts.placeholders import is_placeholder
from newslint.facts.prose import CLOSERS
from newslint.facts.running_text import is_prose
from newslint.facts.scripts import LETTERS_PER_SIGN, count_letters, count_signs
from newslint.facts.titles import wording

MIN_SENTENCE_WORDS = 4
"""Words of the shortest sentence that a full stop shows: "The ferry has sunk."."""
MIN_SENTENCE_LETTERS = 12
"""Letters of the same in scripts that do not part words, Chinese and Japanese signs counted as the letters they stand
for (:data:`newslint.facts.scripts.LETTERS_PER_SIGN`)."""
MIN_UNENDED_LETTERS = 90
"""Letters from which a line without a full stop is taken for a sentence; headlines of news have 40 to 80. Half as many
signs are enough in scripts that do not part words and use no full stop, as Thai."""
BRIEF = 4
"""Sentences of a brief, which tells its story however short it is. The bodies in 2,107 real articles that are far below
what is usual have three at most, and briefs of a news agency in 123 documents four and more."""
MANY_FIGURES = 4
"""Figures from which a body is a table of results or prices, which tells something without a sentence."""

# ! and ? end headlines as well, so a sentence must follow.
_STOP = re.compile(
    r"[.\u3002\u0964\u06d4\u0589\u1362\u17d4\u104b\u0f0d\u0f0e\u1803\u166e|](?!\w)|\u1361\u1361"
    rf"|[!?\uff01\uff1f]{{1,3}}[{re.escape(CLOSERS)}]?\s{{0,3}}(?=[^\W\d_])"
)
_INITIAL = re.compile(r"(?<!\w)[^\W\d_]$")
_LABEL = re.compile(r"\s*[^.:]{1,24}[:：]\s")
_FIGURE = re.compile(r"\d[\d.,:/-]*")
_MOST_LETTERS = max(LETTERS_PER_SIGN.values())
_UNSPACED = ("Thai", "Laoo", "Khmr", "Mymr", "Tibt")
_ELLIPSIS = ("…", "...")


def tells_nothing(body: str, title: str) -> bool:
    """Return whether a short *body* has no sentence, or is its *title* again.

    Where there is no title, a line that reads like one may be the whole of a flash.
    """
    if repeats_title(body, title):
        return True
    if any(map(_has_sentence, body.splitlines())) or (not title.strip() and _is_headline(body)):
        return False
    return any(map(str.isalpha, body)) and len(_FIGURE.findall(body)) < MANY_FIGURES


def is_told_elsewhere(body: str, title: str) -> bool:
    """Return whether another check says what a short *body* is: cut off, a paywall, an error page, a placeholder."""
    whole = Piece(0, len(body))
    return (
        (body.rstrip().endswith(_ELLIPSIS) and len(body.split()) > MIN_SENTENCE_WORDS)
        or cut_mark(body) is not None
        or paywall_at(body, *whole) is not None
        or is_wall_heading(title.strip())
        or bool(wall_proofs(body, (whole,)))
        or is_placeholder("body", body)
        or _has_lost_its_letters(body)
    )


def _is_headline(body: str) -> bool:
    return "\n" not in body and (len(body.split()) > MIN_SENTENCE_WORDS or _letters(body) > MIN_UNENDED_LETTERS / 2)


def repeats_title(body: str, title: str) -> bool:
    """Return whether the *body* is nothing but the *title* again, whatever its case, punctuation and spaces."""
    return len(body) <= 2 * len(title) + 20 and wording(body) == wording(title) != ""


def is_brief(body: str) -> bool:
    """Return whether a short *body* has the sentences of a whole story."""
    return sum(map(_sentences, body.splitlines())) >= BRIEF


def _has_sentence(line: str) -> bool:
    if _sentences(line):
        return True
    if len(line) * _MOST_LETTERS < MIN_UNENDED_LETTERS or not is_prose(line):
        return False
    return _letters(line) >= MIN_UNENDED_LETTERS or _unspaced_signs(line) * 2 >= MIN_UNENDED_LETTERS


def _sentences(line: str) -> int:
    """Return how many sentences of *line* a full stop shows."""
    start = count = 0
    for stop in _STOP.finditer(line):
        if _INITIAL.search(line, max(0, stop.start() - 2), stop.start()):
            continue  # "J. Smith"
        count += _is_sentence(line[start : stop.start()])
        start = stop.end()
    return count


def _is_sentence(words: str) -> bool:
    if len(words.split()) >= MIN_SENTENCE_WORDS:
        return not _LABEL.match(words) or len(words.split()) >= 2 * MIN_SENTENCE_WORDS
    return (_unspaced_signs(words) > 0 or count_signs(words, "CJK") > 0) and _letters(words) >= MIN_SENTENCE_LETTERS


def _unspaced_signs(text: str) -> int:
    """Return how many letters and signs of *text* are of scripts that do not part words, but for Chinese and kana."""
    return sum(count_signs(text, script) for script in _UNSPACED)


def _letters(text: str) -> float:
    """Return how many letters of an alphabet *text* stands for; vowel signs count, and so do marks."""
    return sum(map(len, text.split())) + sum(
        (weight - 1) * count_signs(text, sign) for sign, weight in LETTERS_PER_SIGN.items()
    )


def _has_lost_its_letters(body: str) -> bool:
    """Return whether *body* has more marks than letters, as text whose letters of one script were deleted."""
    solid = sum(map(len, body.split()))
    return "://" not in body and count_letters(body) * 2 < solid
