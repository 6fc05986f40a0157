"""Bodies that stand twice, and sentences that are said twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from newslint.facts.arrays import new_ones, repeated
from newslint.facts.paragraph_rows import ParagraphRows
from newslint.facts.quotation import is_inside_speech
from newslint.facts.word_hashes import Words, find_words, mixed, whole_words
from newslint.text.segment import Paragraph

if TYPE_CHECKING:
    from newslint.facts.arrays import Hashes, Positions

MIN_COVERED = 0.85
"""Share of a body's runs of four words that must stand elsewhere in it too, for the body to stand twice. Captions, a
byline or a footer come once."""

MIN_WORDS = 40
"""Words that the text must have before it is repeated; shorter ones are DUP003's or DUP006's."""

MAX_TIMES = 3.5
"""Runs of words per distinct run from which a body loops instead of standing twice or three times."""

MIN_SHIFT = 0.3
"""Distance of the copies, as a share of the body, from which one follows the other; below, they are interleaved."""

MAX_DRIFT = 0.05
"""By how much, as a share of the body, the distance of the copies may change on the way: a caption or byline more."""

MIN_SENTENCE = 25
"""Characters from which a sentence should not be said twice in a row: shorter ones are cries and refrains."""

MIN_SENTENCE_UNSPACED = 12
"""The same where words are not spaced."""

MIN_SENTENCE_WORDS = 4
"""The same in words, where they are spaced."""

MAX_PERIOD = 4
"""Sentences that may repeat as a block."""

MIN_SAMPLE = 12
"""Runs of words from which the share of those repeated is estimated; a text with fewer in the sample is looked at."""

MIN_SAMPLE_COVERED = 0.5
"""Share of them that must be repeated for a text to be looked at: far below ``MIN_COVERED``, since words recur."""

_SAMPLED = 4
_TEXT_BITS = 16
_RUN = 4
_NEXT = 0x9E3779B97F4A7C15
_SPEECH = re.compile('["“”„«»「」『』‘!！]')
_ENDS = ".!?…。！？।۔؟։።"
# Each part has only characters that the part before it has not, and nothing follows: linear in any text.
_SENTENCE = re.compile(f"[^{_ENDS}]+[{_ENDS}]*")
_ROW_BITS = 24
_NEAR, _FEWEST_NEAR = 12, 9
"""A run of letters is of a copy if nine of those up to twelve letters before and behind it are."""
_MARKS = 12
_BEHIND_WORD = re.compile(r"[^\w\s“„«‹(\[「『¿¡<{#@]{1,12}(?:[ \u00a0]?[།༎༑༏༐༔]){0,3}|(?:[ \u00a0]?[།༎༑༏༐༔]){1,3}")
_BEFORE_WORD = re.compile(r"(?:(?<!\S)[\"'“„«‹‘(\[「『¿¡]{1,4}|༄༅?[༄༅།༎ ]{0,8})\Z")
UNSPACED_LETTER = re.compile("[\u0e00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


class Twice(NamedTuple):
    """How a body stands twice: ``start`` and ``end`` are where in the body the second version begins and ends.

    ``interleaved`` says that each piece is followed by its copy, ``covered`` is the share of the body that stands
    elsewhere in it too, and ``words`` the length of one version.
    """

    start: int
    end: int
    interleaved: bool
    covered: float
    words: int


class Loop(NamedTuple):
    """Sentences that are repeated in a row: characters of the text given.

    ``start`` to ``again`` is the first time, ``again`` to ``end`` all further ones; ``times`` counts both.
    """

    start: int
    again: int
    end: int
    times: int


def may_stand_twice(words: Words, whole: Hashes) -> frozenset[int]:
    """Return the positions of the texts that may stand twice; *whole* are the hashes of their *words*.

    Of the runs of words that begin with one word in four, as many are repeated as of all.
    """
    import numpy as np

    bounds = words.starts.searchsorted(words.texts)
    counts = bounds[1:] - bounds[:-1]
    text = np.repeat(np.arange(counts.size), counts)
    first = ((whole & np.uint64(_SAMPLED - 1)) == 0).nonzero()[0]
    first = first[first + _RUN <= whole.size]
    first = first[(text[first] == text[first + _RUN - 1]) & (counts[text[first]] >= 2 * MIN_WORDS)]
    runs = _run_hashes([whole[first + offset] for offset in range(_RUN)]) >> np.uint64(_TEXT_BITS)
    keys = np.sort(text[first].astype(np.uint64) << np.uint64(64 - _TEXT_BITS) | runs)
    again = repeated(new_ones(keys))
    of = (keys >> np.uint64(64 - _TEXT_BITS)).astype(np.intp)
    sampled = np.bincount(of, minlength=counts.size)
    share = np.bincount(of, again, minlength=counts.size) / np.maximum(sampled, 1)
    open_ = (counts >= 2 * MIN_WORDS) & ((share >= MIN_SAMPLE_COVERED) | (sampled < MIN_SAMPLE))
    return frozenset(open_.nonzero()[0].tolist())


def told_twice(paragraphs: Sequence[Paragraph]) -> Twice | None:
    """Return how the whole body stands twice, or ``None`` where it does not."""
    import numpy as np

    if not paragraphs:
        return None
    words = find_words([paragraph.text for paragraph in paragraphs])
    if words.starts.size < 2 * MIN_WORDS:
        return None
    hashes = whole_words(words)
    count = hashes.size - _RUN + 1
    runs = _run_hashes([hashes[offset : offset + count] for offset in range(_RUN)])
    # Values are sorted ten times as fast as places, and nearly all texts end here.
    new = new_ones(np.sort(runs))
    distinct = int(np.count_nonzero(new))
    covered = float(repeated(new).mean())
    if covered < MIN_COVERED or distinct < MIN_WORDS or count > MAX_TIMES * distinct:
        return None
    order = np.argsort(runs, kind="stable")
    earlier, later = order[:-1][~new[1:]], order[1:][~new[1:]]
    shifts = later - earlier
    shift = int(np.bincount(shifts).argmax())
    kept = abs(shifts - shift) <= MAX_DRIFT * count
    first, last = int(later[kept].min()), int(later[kept].max()) + _RUN - 1
    if UNSPACED_LETTER.search(paragraphs[0].text):
        first, last = _of_rows(hashes, np.sort(later[kept]), shift)
    start = _character(paragraphs, words, first, is_end=False)
    end = _character(paragraphs, words, last, is_end=True)
    return Twice(start, end, shift < MIN_SHIFT * count, covered, distinct)


def may_loop(words: Words, whole: Hashes, paragraphs: ParagraphRows) -> Mapping[int, list[int]]:
    """Return the paragraphs in which :func:`loops` may find anything, by the position of their text.

    What is said twice in a row begins twice, in one paragraph and after the end of a sentence, with the same two words,
    unless it has but one.
    """
    import numpy as np

    marks = np.zeros(words.units.size, np.bool_)
    for mark in _ENDS:
        marks |= words.units == ord(mark)
    opens = np.zeros(whole.size + 1, np.bool_)
    opens[words.starts.searchsorted(marks.nonzero()[0])] = True
    opens[paragraphs.words[:-1]] = True
    first = opens[: max(0, whole.size - 1)].nonzero()[0]
    # The last word of a paragraph begins nothing of two words, whatever stands behind it.
    first = first[paragraphs.of_word[first] == paragraphs.of_word[first + 1]]
    row = paragraphs.of_word[first]
    pairs = mixed(whole[first] * np.uint64(_NEXT) + whole[first + 1]) >> np.uint64(_ROW_BITS)
    keys = np.sort(row.astype(np.uint64) << np.uint64(64 - _ROW_BITS) | pairs)
    same = keys[1:][keys[1:] == keys[:-1]] >> np.uint64(64 - _ROW_BITS)
    return paragraphs.by_text(np.unique(same).astype(np.intp))


def loops(text: str) -> Iterator[Loop]:
    """Yield the sentences of *text* (one paragraph) that are said several times in a row, in text order.

    Up to four sentences may repeat as a block. Speech and exclamations are left out: crowds chant.
    """
    parts = _SENTENCE.findall(text)
    if len(parts) < 2:
        return
    said = [part.strip() for part in parts]
    if len(set(said)) == len(said):
        return
    ends = list(accumulate(map(len, parts)))
    after = 0
    for at in _said_again(said):
        if at < after:
            continue
        period, times = _repetition(said, at)
        if times > 1:
            start = ends[at] - len(parts[at].lstrip())
            after = at + period * times
            if not is_inside_speech(text, start):
                yield Loop(start, ends[at + period - 1], ends[after - 1], times)


def _said_again(said: Sequence[str]) -> list[int]:
    """Return the positions of the sentences that are said again so soon that a block may begin there."""
    found: set[int] = set()
    for period in range(1, MAX_PERIOD + 1):
        found.update([at for at, (one, other) in enumerate(zip(said, said[period:], strict=False)) if one == other])
    return sorted(found)


def _repetition(said: Sequence[str], at: int) -> tuple[int, int]:
    """Return how many sentences repeat from position *at*, and how often they are said."""
    for period in range(1, MAX_PERIOD + 1):
        block = said[at : at + period]
        # What is too short is not counted to its end: it would be again from each of the places that it is said at.
        if said[at + period : at + 2 * period] != block or not _counts(" ".join(block)):
            continue
        times = 2
        while said[at + period * times : at + period * (times + 1)] == block:
            times += 1
        return period, times
    return 1, 1


def _counts(sentence: str) -> bool:
    """Return whether *sentence* is long enough to be said once, and nobody's cry."""
    if _SPEECH.search(sentence):
        return False
    if UNSPACED_LETTER.search(sentence):
        return len(sentence) >= MIN_SENTENCE_UNSPACED
    return len(sentence) >= MIN_SENTENCE and sentence.count(" ") + 1 >= MIN_SENTENCE_WORDS


def _run_hashes(words: Sequence[Hashes]) -> Hashes:
    """Return a hash of every run of words; *words* are the first words of all runs, their second words, and so on."""
    import numpy as np

    runs = words[0]
    for further in words[1:]:
        runs = runs * np.uint64(_NEXT) + further
    return mixed(runs)


def _of_rows(hashes: Hashes, places: Positions, shift: int) -> tuple[int, int]:
    """Return the first and the last word of the copy whose runs begin at *places*, in order, with their *hashes*.

    Where letters are words, some runs recur by chance, and they are no end of it: that is the last of many together,
    and what follows it in both versions.
    """
    near = places.searchsorted(places + _NEAR, "right") - places.searchsorted(places - _NEAR)
    rows = places[near >= _FEWEST_NEAR] if (near >= _FEWEST_NEAR).any() else places
    first, last = int(rows[0]), int(rows[-1]) + _RUN - 1
    shifts = range(max(1, shift - _NEAR), shift + _NEAR + 1)
    before = max(_equal(hashes, first - 1, each, -1) for each in shifts)
    behind = max(_equal(hashes, last + 1, each, 1) for each in shifts)
    return first - before, last + behind


def _equal(hashes: Hashes, at: int, shift: int, step: int) -> int:
    """Return how many words from *at* on, forward or backward, are those that stand so far before them."""
    count = 0
    while shift <= at < hashes.size and hashes[at] == hashes[at - shift]:
        count, at = count + 1, at + step
    return count


def _character(paragraphs: Sequence[Paragraph], words: Words, word: int, *, is_end: bool) -> int:
    """Return where in the body the *word* begins or ends, with the marks around it: of its sentence, of its paragraph.

    Tibetan doubles the mark at the end of a passage, with a space between.
    """
    at = int((words.ends if is_end else words.starts)[word])
    place = int(words.texts.searchsorted(words.starts[word], side="right")) - 1
    unit = at - int(words.texts[place])
    paragraph = paragraphs[place]
    before = paragraph.text.encode("utf-16-le", "surrogatepass")[: 2 * unit].decode("utf-16-le", "surrogatepass")
    edge = paragraph.text[len(before) :] if is_end else before
    if not any(map(str.isalnum, edge)):
        return paragraph.end if is_end else paragraph.start
    marks = _BEHIND_WORD.match(edge) if is_end else _BEFORE_WORD.search(edge, max(0, len(edge) - _MARKS))
    if marks is None:
        return paragraph.start + len(before)
    return paragraph.start + len(before) + (marks.end() if is_end else marks.start() - len(edge))
