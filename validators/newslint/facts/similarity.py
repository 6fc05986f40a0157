"""Paragraphs of one article that say the same: in the same words, or in other words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise, takewhile
from math import log
from typing import TYPE_CHECKING

import msgspec

from newslint.facts.alike import MIN_LETTERS, MIN_LETTERS_UNSPACED, MIN_PROSE, MORE_FOR_NEIGHBOURS, Pair
from newslint.facts.paragraph_rows import ParagraphRows
from newslint.facts.prose import ends_sentence, is_heading_again, is_prose, is_quoted_again
from newslint.facts.word_hashes import Words
from newslint.facts.wording import (
    Wording,
    accord,
    agreement,
    article_weights,
    best_case,
    chance,
    contradict,
    is_unspaced,
    names,
    numbers,
    word_list,
)
from newslint.text.segment import Paragraph

if TYPE_CHECKING:
    from newslint.facts.arrays import Positions

LEARNED_PAIRS = 12 * 11 / 2
"""The pairs of paragraphs in each of the articles that the scorer was learned from."""

MIN_PROMISE_TOLD = -0.7
"""Least promise of a pair that is measured, figures and names considered (fitted as ``alike._promise`` is): the least
of 1,319 retellings found in English, German, Russian and Czech has -0.35. It spares three in four of those left."""

MAX_GAIN = 0.25
"""By how much the words of two paragraphs agree further, weighted by rarity, than their telling words do: less in 99 of
100 pairs, and in the others it decided nothing (none of 1,411 retellings found is lost from 0.2 on)."""

RETOLD = 0.9
"""The score, from 0 to 1, from which a paragraph counts as retold. At 0.9 recall is 0.855 with one wrong pair on 386
English articles with one retold sentence each, and 15 of 2,107 real articles are flagged, 14 of them rightly."""

CLOSE = 0.97
"""The score asked of neighbours, which are often built in parallel ("The one … The other …"), and of a standfirst and
the lede it announces: the four such pairs between 0.9 and this score in 2,107 real articles were not retold."""

END_WORDS = 5
"""So many words at the end of two paragraphs, and more, are an end that they have in common ..."""
REST = 0.4
"""... which decides nothing unless this share of the words of the shorter one stands before it. ..."""
TELLING_LETTERS = 4
"""... Words of so many letters tell whether the rests speak of one thing. Of 1,411 retellings found in English, German,
Russian and Czech none is lost by that."""

STANDFIRST_REACH = 3
"""How many paragraphs after a standfirst the lede may come (a byline and a caption stand between them)."""

_NOT_WORD = re.compile(r"[\W_]+")
_SHARP_S = ord("ß")
_SPELLED_OUT = {_SHARP_S: 1, ord("ﬁ"): 1, ord("ﬂ"): 1}
"""Letters that case folding spells out, with the number of letters that this adds."""


class RepeatedPair(msgspec.Struct, frozen=True):
    """Two paragraphs in the same words: the one at index *second* repeats the one at *first*.

    ``similarity`` is 1.0: they are equal but for case, white space and punctuation.
    """

    first: int
    second: int
    similarity: float = 1.0


class RetoldPair(msgspec.Struct, frozen=True):
    """Two paragraphs that say the same in other words: the one at index *second* retells the one at *first*.

    ``similarity`` is the score, from 0 to 1; ``shared_words`` the words (cut to stems) that both use, as a share of all
    distinct words of the two; ``shared_numbers`` the figures that stand in both, as the first writes them.
    """

    first: int
    second: int
    similarity: float
    shared_words: float
    shared_numbers: tuple[str, ...] = ()


def normalised(text: str) -> str:
    """Return *text* without case, punctuation and white space, for telling whether two paragraphs are the same."""
    return _NOT_WORD.sub("", text.casefold())


def may_be_repeated(words: Words, paragraphs: ParagraphRows) -> Mapping[int, list[int]]:
    """Return the paragraphs that may repeat one another, by the position of their text; others surely do not.

    Repeated paragraphs begin and end with the same letter and have as many letters; most others differ in one of these.
    """
    import numpy as np

    rows = (paragraphs.words[1:] > paragraphs.words[:-1]).nonzero()[0]
    opening = words.letters[words.starts[paragraphs.words[rows]]]
    closing = words.letters[words.ends[paragraphs.words[rows + 1] - 1] - 1]
    for letters in (opening, closing):
        letters[letters == _SHARP_S] = ord("s")
    counts = _letter_counts(words, paragraphs)[rows]
    keys = (
        paragraphs.article[rows].astype(np.uint64) << np.uint64(48)
        | (counts & 0xFFFF).astype(np.uint64) << np.uint64(32)
        | opening.astype(np.uint64) << np.uint64(16)
        | closing
    )
    order = keys.argsort(kind="stable")
    same = keys[order][1:] == keys[order][:-1]
    alike = rows[np.unique(np.concatenate((order[1:][same], order[:-1][same])))]
    return paragraphs.by_text(alike)


def _letter_counts(words: Words, paragraphs: ParagraphRows) -> Positions:
    """Return how many letters each row of *paragraphs* has, sharp s and ligatures spelled out, as case folding does."""
    import numpy as np

    counts = np.concatenate(([0], (words.ends - words.starts).cumsum()))[paragraphs.words]
    counts = counts[1:] - counts[:-1]
    for letter, more in _SPELLED_OUT.items():
        places = (words.letters == letter).nonzero()[0]
        rows = paragraphs.starts.searchsorted(places, side="right") - 1
        counts += more * np.bincount(rows, minlength=counts.size)
    return counts


def repeated_pairs(paragraphs: Sequence[Paragraph]) -> tuple[RepeatedPair, ...]:
    """Return each paragraph that repeats an earlier one, paired with its first appearance, in text order."""
    first_seen: dict[str, int] = {}
    pairs = []
    for paragraph in paragraphs:
        key = normalised(paragraph.text)
        first = first_seen.setdefault(key, paragraph.index)
        if key and first != paragraph.index:
            pairs.append(RepeatedPair(first, paragraph.index))
    return tuple(pairs)


def retold_pairs(
    paragraphs: Sequence[Paragraph], language: str | None, alike: Iterable[Pair]
) -> tuple[RetoldPair, ...]:
    """Return each paragraph that retells an earlier one, paired with the one it retells, in text order.

    Paragraphs in the same words (see :func:`repeated_pairs`) are not retold. *language* is the BCP 47 code of the
    article, where it is known; *alike* are the pairs that may retell one another, as
    :func:`newslint.facts.alike.alike_pairs` finds them.
    """
    comparison = _Comparison(paragraphs, is_unspaced(paragraphs, language))
    candidates = [pair for pair in alike if comparison.may_retell(pair) and comparison.keeps_promise(pair)]
    if not candidates or not comparison.has_prose():
        return ()
    found = [told for pair in candidates if (told := comparison.judge(pair))]
    pairs = sorted(_without_templates(found), key=lambda pair: (pair.second, pair.first))
    return () if _crossing(pairs) else tuple(pairs)


class _Comparison:
    """The paragraphs of one body, and what is known of them: each stands in several pairs."""

    def __init__(self, paragraphs: Sequence[Paragraph], unspaced: bool) -> None:
        self._paragraphs = paragraphs
        self._unspaced = unspaced
        self._prose: dict[int, bool] = {}
        self._wordings: dict[int, Wording] = {}

    def may_retell(self, pair: Pair) -> bool:
        """Return whether both paragraphs tell something, and are not alike for another reason than retelling."""
        first, second = pair.first, pair.second
        earlier, later = self._paragraphs[first].text, self._paragraphs[second].text
        return (
            earlier != later
            and self._is_prose(first)
            and self._is_prose(second)
            and not is_heading_again(earlier, later, opens_body=first == 0)
            and not contradict(numbers(earlier).keys(), numbers(later).keys())
            and not is_quoted_again(earlier, later)
        )

    def _is_prose(self, index: int) -> bool:
        if index not in self._prose:
            self._prose[index] = is_prose(self._paragraphs[index].text)
        return self._prose[index]

    def _wording(self, index: int) -> Wording:
        if index not in self._wordings:
            self._wordings[index] = Wording.of(self._paragraphs[index].text, self._unspaced)
        return self._wordings[index]

    def keeps_promise(self, pair: Pair) -> bool:
        """Return whether the pair is still promising when figures and names are looked at as well."""
        if self._unspaced:
            return True
        earlier, later = self._paragraphs[pair.first].text, self._paragraphs[pair.second].text
        figures = accord(numbers(earlier).keys(), numbers(later).keys())
        called = accord(names(earlier), names(later))
        promise = 0.73 * pair.promise + 1.55 * figures + 1.41 * called + 0.69
        return promise >= MIN_PROMISE_TOLD + MORE_FOR_NEIGHBOURS * (pair.second - pair.first == 1)

    def has_prose(self) -> bool:
        """Return whether enough of all paragraphs are sentences."""
        return sum(ends_sentence(paragraph.text) for paragraph in self._told) >= MIN_PROSE * len(self._paragraphs)

    @cached_property
    def _told(self) -> Sequence[Paragraph]:
        """The paragraphs that are compared with one another."""
        shortest = MIN_LETTERS_UNSPACED if self._unspaced else MIN_LETTERS
        return [p for p in self._paragraphs if len(p.text) >= shortest and self._is_prose(p.index)]

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        return article_weights([word_list(paragraph.text, self._unspaced) for paragraph in self._told])

    def judge(self, pair: Pair) -> RetoldPair | None:
        """Return the pair if the later paragraph retells the earlier one in other words."""
        first, second = pair.first, pair.second
        one, other = self._wording(first), self._wording(second)
        asked = _asked(self._paragraphs[first], self._paragraphs[second])
        surprise = _surprise(len(self._told))
        # The weights take all paragraphs of the body apart, and most pairs would not do with the best of them.
        if chance(best_case(one, other, min(1.0, pair.cosine + MAX_GAIN)) - surprise) < asked:
            return None
        found = agreement(one, other, self._weights)
        score = chance(found.logit - surprise)
        if score < asked or self._same_words(first, second) or (not self._unspaced and _share_their_end(one, other)):
            return None
        shared_numbers = tuple(figure for digits, figure in one.numbers.items() if digits in other.numbers)
        return RetoldPair(first, second, score, found.shared_words, shared_numbers)

    def _same_words(self, first: int, second: int) -> bool:
        return normalised(self._paragraphs[first].text) == normalised(self._paragraphs[second].text)


def _share_their_end(one: Wording, other: Wording) -> bool:
    """Return whether two paragraphs end alike, and tell before it of others: no name and hardly a word is in both.

    What is said alike of two things is no retelling ("... in the 78th minute to make it 2-1"). Where most of one of
    them is that end, it decides nothing.
    """
    first, second = one.words, other.words
    backwards = zip(reversed(first), reversed(second), strict=False)
    end = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], backwards))
    shorter = min(len(first), len(second))
    if end < END_WORDS or shorter - end < REST * shorter:
        return False
    rests = set(first[:-end]), set(second[:-end])
    shared = rests[0] & rests[1]
    are_named = bool(one.names & rests[0]) and bool(other.names & rests[1])
    return are_named and shared.isdisjoint(one.names) and sum(len(word) >= TELLING_LETTERS for word in shared) <= 1


def _asked(earlier: Paragraph, later: Paragraph) -> float:
    """Return the score from which this pair counts as retold."""
    distance = later.index - earlier.index
    announced = earlier.index == 0 and distance <= STANDFIRST_REACH
    return max(RETOLD, CLOSE) if announced or distance == 1 else RETOLD


def _surprise(paragraphs: int) -> float:
    """Return by how much (in logits) a pair must be more alike because more pairs were compared.

    The more pairs there are, the more of them are alike by chance, while an article has hardly more than one retold
    paragraph however long it is.
    """
    compared = paragraphs * (paragraphs - 1) / 2
    return log(max(1.0, compared / LEARNED_PAIRS))


def _without_templates(pairs: Sequence[RetoldPair]) -> Iterator[RetoldPair]:
    """Yield the pairs whose paragraphs have no third like them: three alike are a form filled in again and again."""
    partners = Counter(index for pair in pairs for index in (pair.first, pair.second))
    for pair in pairs:
        if partners[pair.first] == partners[pair.second] == 1:
            yield pair


def _crossing(pairs: Sequence[RetoldPair]) -> bool:
    """Return whether three or more pairs follow no order: a live blog or a guide with entries of one pattern."""
    return len(pairs) > 2 and any(later.first < earlier.first for earlier, later in pairwise(pairs))
