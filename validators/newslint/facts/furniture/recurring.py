"""Lines that may recur in the articles of a source: which lines of a body are compared, and which may recur."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from operator import sub
from typing import NamedTuple
from zlib import crc32

from newslint.facts.furniture import calls, embeds, notices, page_sentences, teasers
from newslint.facts.furniture.pieces import REACH, phrases
from newslint.facts.scripts import count_letters
from newslint.text.scan import Hit
from newslint.text.segment import Paragraphs

LONGEST = 300
"""Characters of the longest line that is compared; of a longer one its last sentence is."""
ANYWHERE = 100
"""Characters up to which lines are compared wherever they stand: buttons, labels and teasers between paragraphs."""
MOST_LINES = 24
"""Lines of a body that are compared."""
MOST_CHARACTERS = 900
"""Characters of a body that are compared: what a check notes of an article is to stay below a kilobyte."""
FIRST, LAST = 3, 8
"""Lines at the beginning and at the end of a body that are compared if they are not longer than the longest."""
MIN_LETTERS = 3
"""Letters of the shortest line that can be boilerplate; numbers and marks recur without being any."""
LONGEST_SPACE = 100
"""Characters of white space behind a line that are kept with it."""
_SAMPLE = 200
_MIN_SENTENCE = 20
_SENTENCE_ENDS = (". ", "! ", "? ", "… ", ".” ", ".» ", '." ', "। ", "۔ ", "؟ ", "。")
_BYLINE = re.compile(
    r"(?i:by|von|par|por|de|di|door|av|af|från|autor|autorin|auteur|autore|tekst|text|reporting by|writing by|автор"
    r"|текст|авторка|фото|foto|photo|yazan|oleh|penulis)[: ]{1,2}(?=[^\W\d_])\S+(?:\s\S+){0,5}"
)
_CAPITAL = re.compile(r"[^\W\d_]+")
_KEPT = 4_096


class Lines(NamedTuple):
    """The ``texts`` of lines of a body, in text order, where each starts, and a ``digest`` of the whole body.

    ``before`` has how many characters of white space stand before each line, and ``behind`` what stands behind it. The
    last one ``ends`` the body, or does not.
    """

    texts: tuple[str, ...]
    starts: tuple[int, ...]
    before: tuple[int, ...]
    behind: tuple[str, ...]
    ends: bool
    digest: int


def compared_lines(text: str, paragraphs: Paragraphs, author: str) -> Lines:
    """Return the lines of the body *text* that are compared with other articles'.

    Short lines that name the *author* are left out: who writes much is named often.
    """
    starts, ends = paragraphs.starts, paragraphs.ends
    chosen = [at for at in _chosen(starts, ends) if not (at and _is_rest_of_notice(text, ends[at - 1], starts[at]))]
    if author:
        author = author.casefold()
        chosen = [
            at for at in chosen if ends[at] - starts[at] > ANYWHERE or not _names(text[starts[at] : ends[at]], author)
        ]
    nexts, formers = [*starts[1:], len(text)], [0, *ends]
    lines = Lines(
        tuple([text[starts[at] : ends[at]] for at in chosen]),
        tuple([starts[at] for at in chosen]),
        tuple([starts[at] - formers[at] for at in chosen]),
        tuple([text[ends[at] : min(nexts[at], ends[at] + LONGEST_SPACE)] for at in chosen]),
        bool(chosen) and chosen[-1] == len(starts) - 1,
        _digest(text),
    )
    return lines if lines.ends or not starts else _with_last_sentence(lines, text, starts[-1], ends[-1])


def _is_rest_of_notice(text: str, end: int, start: int) -> bool:
    """Return whether a legal notice goes on in the line at *start*, from one that stops at *end*: EXT012 marks it."""
    if not text[start].islower() or not (text[end - 1].isalpha() or text[end - 1] == ","):
        return False
    before = [Hit("body", max(0, end - REACH), end)]
    found = (notices.notice_at(text, *place) for place in phrases(text, before, notices.TRIGGERS))
    return any(notice is not None and notice.end > start for notice in found)


def _chosen(starts: Sequence[int], ends: Sequence[int]) -> list[int]:
    """Return which lines are compared: the first and the last ones, short ones between, and more at the end."""
    lengths = list(map(sub, ends, starts))
    count = len(lengths)
    last = max(0, count - LAST)
    final = max(last, count - FIRST)
    order = [at for at in (*range(min(FIRST, last)), *range(final, count)) if lengths[at] <= LONGEST]
    order += [at for at in range(FIRST, last) if lengths[at] <= ANYWHERE]
    order += [at for at in range(final - 1, last - 1, -1) if lengths[at] <= LONGEST]
    total, kept = 0, 0
    for at in order[:MOST_LINES]:
        total += lengths[at]
        if total > MOST_CHARACTERS:
            break
        kept += 1
    return sorted(order[:kept])


def _with_last_sentence(lines: Lines, text: str, start: int, end: int) -> Lines:
    """Return *lines* with the last sentence of the last line, ``text[start:end]``, where that is too long itself."""
    if end - start <= LONGEST:
        return lines
    before, mark = max((text.rfind(mark, end - LONGEST, end - _MIN_SENTENCE), mark) for mark in _SENTENCE_ENDS)
    if before < 0:
        return lines
    at = before + len(mark)
    return Lines(
        (*lines.texts, text[at:end]),
        (*lines.starts, at),
        (*lines.before, int(mark.endswith(" "))),
        (*lines.behind, text[end : end + LONGEST_SPACE]),
        True,
        lines.digest,
    )


def _digest(text: str) -> int:
    """Return a number that copies of *text* share: of two parts and the length, since a hash of all takes longer."""
    middle = len(text) // 2
    return crc32((text[:_SAMPLE] + text[middle : middle + _SAMPLE]).encode("utf-8", "surrogatepass"), len(text))


def _names(line: str, author: str) -> bool:
    line = line.casefold()
    return author in line or (len(line) > MIN_LETTERS and line in author)


@lru_cache(maxsize=_KEPT)
def may_recur(line: str) -> bool:
    """Return whether *line* may recur without being boilerplate of its own kind.

    That is so of bylines, of what has no words, and of what other checks know by its words: calls to the reader,
    teasers, embedded posts, legal notices, what only pages say, and entities.
    """
    return count_letters(line) < MIN_LETTERS or _is_byline(line) or line.startswith(("<", "&")) or _is_known(line)


def _is_byline(line: str) -> bool:
    match = _BYLINE.fullmatch(line)
    return match is not None and all(word[0].isupper() for word in _CAPITAL.findall(line)[1:] if len(word) > 3)


def _is_known(line: str) -> bool:
    whole = [Hit("body", 0, len(line))]
    paragraphs = Paragraphs.of(line)
    return (
        any(calls.call_at(line, *place) is not None for place in phrases(line, whole, calls.TRIGGERS))
        or any(notices.notice_at(line, *place) is not None for place in phrases(line, whole, notices.TRIGGERS))
        or any(
            teasers.teaser_at(line, *place, paragraphs) is not None for place in phrases(line, whole, teasers.TRIGGERS)
        )
        or any(True for _ in embeds.embeds_at(line, 0, len(line)))
        or any(True for _ in page_sentences.page_sentences(line, phrases(line, whole, page_sentences.TRIGGERS)))
    )
