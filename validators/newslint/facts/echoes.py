"""Phrases that stand many times in a row with no full stop between them, and lines of two equal halves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from newslint.facts.paragraph_rows import ParagraphRows
from newslint.facts.quotation import is_inside_speech
from newslint.facts.twice import (
    MIN_SENTENCE,
    MIN_SENTENCE_UNSPACED,
    MIN_SENTENCE_WORDS,
    UNSPACED_LETTER,
    Loop,
)

if TYPE_CHECKING:
    from newslint.facts.arrays import Hashes

MAX_PHRASE = 8
"""Words of the longest phrase that is looked for; more are a sentence, or half a line."""

MIN_TIMES = 4
"""Times that a phrase stands in a row at least: three are a figure of speech, or a row of a table."""

MIN_TIMES_CASELESS = 6
"""The same in scripts without capitals, where no capital tells a label from a chant or a prayer."""

MIN_LETTERS = 8
"""Letters of the phrase with their vowel signs: shorter ones are cries, and cells of tables (``Yes No Yes No``)."""

MIN_LETTERS_UNSPACED = 4
"""The same where words are not spaced."""

_WORD = re.compile("[\\w\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0966-\u109f]+")
"""Words with their vowel signs, which are no letters to ``re``."""
MAX_GAP = 3
"""Characters between two halves: a space, or a bar with its spaces."""

_NO_LABEL = re.compile('[.!?…。！？।۔؟։።,;،、，"“”„«»「」『』‘{}=<>]')
"""Marks that a label has not: sentences are another rule's, lists and speech nobody's."""
_CRY = re.compile("[!！]|^[\"“”„«»「『‘']")
_BLANKS = " \t\xa0\u3000|·•"
_PARTING = re.compile(r"\s*[|·•]?\s*")


def may_echo(whole: Hashes, paragraphs: ParagraphRows) -> Mapping[int, list[int]]:
    """Return the paragraphs in which :func:`echoes` may find anything, by the position of their text."""
    import numpy as np

    rows = [_halved(whole, paragraphs)]
    for period in range(1, min(MAX_PHRASE, (whole.size - 1) // 2) + 1):
        same = whole[period:] == whole[:-period]
        at = (same[:-period] & same[period:]).nonzero()[0]
        # All words of the phrase come three times in a row, not only one of them.
        at = at[: max(0, at.size - period + 1)][at[period - 1 :] - at[: max(0, at.size - period + 1)] == period - 1]
        row = paragraphs.of_word[at]
        rows.append(row[row == paragraphs.of_word[at + 3 * period - 1]])
    return paragraphs.by_text(np.unique(np.concatenate(rows)).astype(np.intp))


def _halved(whole: Hashes, paragraphs: ParagraphRows) -> Sequence[int]:
    """Return the rows whose second half begins and ends with the words that the first begins and ends with."""
    first, after = paragraphs.words[:-1], paragraphs.words[1:]
    rows = (after - first >= 2).nonzero()[0]
    first, after = first[rows], after[rows]
    # Where words are not spaced, the pair of signs at the joint belongs to neither half.
    half = (after - first) // 2
    same = (whole[first] == whole[after - half]) & (whole[first + half - 1] == whole[after - 1])
    found: Sequence[int] = rows[same]
    return found


def echoes(text: str) -> Iterator[Loop]:
    """Yield what *text* (one paragraph) says several times in a row without a full stop between, in text order."""
    half = _half(text)
    if half is not None:
        yield half
        return
    after = 0
    words = [match.span() for match in _WORD.finditer(text)]
    for first, period in _periods(text, words):
        if words[first][0] >= after and (found := _phrase(text, after, words[first][0], period)):
            after = found.end
            yield found


def _half(text: str) -> Loop | None:
    """Return the halves of *text*, if they are equal and long enough to be a headline, a caption or a sentence."""
    for gap in range(len(text) % 2, MAX_GAP + 1, 2):
        size = (len(text) - gap) // 2
        said, parting = text[:size], text[size : len(text) - size]
        if size < 1 or said != text[-size:] or not _PARTING.fullmatch(parting):
            continue
        # Two words without a space are one: no line of two halves, but a name that is written so.
        is_parted = bool(parting) or UNSPACED_LETTER.search(said) is not None
        return Loop(0, size, len(text), 2) if is_parted and _is_said(said) else None
    return None


def _is_said(half: str) -> bool:
    if _CRY.search(half) or not _is_worded(half):
        return False
    if UNSPACED_LETTER.search(half):
        return len(half) >= MIN_SENTENCE_UNSPACED
    return len(half) >= MIN_SENTENCE and len(half.split()) >= MIN_SENTENCE_WORDS and not half[0].islower()


def _periods(text: str, words: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield where a phrase begins to repeat, as the position of its first word, and how many words it has."""
    said = [text[start:end] for start, end in words]
    found = []
    for period in range(1, MAX_PHRASE + 1):
        run = 0
        for at in range(len(said) - period):
            run = run + 1 if said[at] == said[at + period] else 0
            if run == (MIN_TIMES - 1) * period - 1:
                found.append((at - run + 1, period))
    for first, period in sorted(found):
        yield first, words[first + period][0] - words[first][0]


def _phrase(text: str, floor: int, at: int, size: int) -> Loop | None:
    """Return the phrase of *size* characters that repeats around *at*, not before *floor*, if it is a label."""
    start, end = at, at + size
    while start > floor and text[start - 1] == text[start - 1 + size]:
        start -= 1
    while end < len(text) and text[end] == text[end - size]:
        end += 1
    start = _word_start(text, start, at)
    said = text[start : start + size].rstrip(_BLANKS)
    times, rest = divmod(end - start + size - len(said), size)
    if not _is_label(said, times, goes_on=rest > size - len(said)) or is_inside_speech(text, start):
        return None
    return Loop(start, start + len(said), start + size * (times - 1) + len(said), times)


def _word_start(text: str, start: int, end: int) -> int:
    """Return where the first word of ``text[start:end]`` begins that is whole, or *end*."""
    for word in _WORD.finditer(text, start, end):
        if word.start() > start or not _WORD.match(text, start - 1, start):
            return word.start()
    return end


def _is_label(said: str, times: int, *, goes_on: bool) -> bool:
    """Return whether *said* is no figure of speech: ``Schritt für Schritt für …`` goes on with its first word."""
    if _NO_LABEL.search(said) or not _is_worded(said):
        return False
    if said[0].islower() or (goes_on and times < 2 * MIN_TIMES and " " in said):
        return False
    if (said + said).find(said, 1) < len(said):
        return False
    is_caseless = said.lower() == said.upper()
    return times >= (MIN_TIMES_CASELESS if is_caseless else MIN_TIMES)


def _is_worded(said: str) -> bool:
    words = [word for word in _WORD.findall(said) if not word.isdecimal()]
    letters = sum(map(len, words))
    if UNSPACED_LETTER.search(said):
        return letters >= MIN_LETTERS_UNSPACED
    return letters >= MIN_LETTERS and len(words) > 1
