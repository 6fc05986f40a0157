"""Paragraphs of one article that say the same: in the same words, or in other words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from math import log

import msgspec

from newslint.facts.prose import ends_sentence, is_heading_again, is_prose, is_quoted_again, length_ratio
from newslint.facts.wording import (
    Wording,
    agreement,
    article_weights,
    chance,
    contradict,
    is_unspaced,
    numbers,
    word_list,
)
from newslint.text.segment import Paragraph

MIN_LETTERS = 60
"""Shorter paragraphs are not compared for retelling (characters): captions, sub-headings and scores repeat their words
by nature. One sentence of news has 107 characters in the median (386 English sentences of 60 and more)."""

MIN_LETTERS_UNSPACED = 30
"""The same for Chinese, Japanese, Thai and their like, where a character says about twice as much."""

MIN_SHARED_STEMS = 0.4
"""Pairs that share fewer of the shorter one's long words are not measured (share of distinct stems). 98 of 100 English
and German retellings share more; 4 in 5 articles of about 3 KB have no such pair."""

MIN_SHARED_PAIRS = 0.28
"""The same for pairs of characters, where words are not spaced."""

MIN_LENGTH_RATIO = 0.65
"""Shorter over longer, in characters, below which one paragraph is a summary of the other at most. At 0.5 a third more
real articles were flagged, nearly all for excerpts and summaries."""

MIN_PROSE = 0.4
"""A body with a smaller share of its paragraphs in sentences is a whole web page, whose teasers repeat one another."""

LEARNED_PAIRS = 12 * 11 / 2
"""The pairs of paragraphs in each of the articles that the scorer was learned from."""

RETOLD = 0.9
"""The score, from 0 to 1, from which a paragraph counts as retold. At 0.9 recall is 0.855 with one wrong pair on 386
English articles with one retold sentence each, and 17 of 2,107 real articles are flagged, 14 of them rightly."""

CLOSE = 0.97
"""The score asked of neighbours, which are often built in parallel ("The one … The other …"), and of a standfirst and
the lede it announces: the four such pairs between 0.9 and this score in 2,107 real articles were not retold."""

STANDFIRST_REACH = 3
"""How many paragraphs after a standfirst the lede may come (a byline and a caption stand between them)."""

_NOT_WORD = re.compile(r"[\W_]+")
_OPENING = 24


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


def repeated_pairs(paragraphs: Sequence[Paragraph]) -> tuple[RepeatedPair, ...]:
    """Return each paragraph that repeats an earlier one, paired with its first appearance, in text order."""
    pairs: list[RepeatedPair] = []
    for group in _same_opening(paragraphs):
        first_seen: dict[str, int] = {}
        for paragraph in group:
            key = normalised(paragraph.text)
            first = first_seen.setdefault(key, paragraph.index)
            if key and first != paragraph.index:
                pairs.append(RepeatedPair(first, paragraph.index))
    return tuple(sorted(pairs, key=lambda pair: pair.second))


def _same_opening(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Yield groups of paragraphs that open alike: normalising whole articles would cost five times as much."""
    groups: dict[str, list[Paragraph]] = defaultdict(list)
    for paragraph in paragraphs:
        opening = normalised(paragraph.text[:_OPENING])[:4]
        groups[opening if len(opening) == 4 else normalised(paragraph.text)[:4]].append(paragraph)
    return (group for group in groups.values() if len(group) > 1)


def retold_pairs(paragraphs: Sequence[Paragraph], language: str | None) -> tuple[RetoldPair, ...]:
    """Return each paragraph that retells an earlier one, paired with the one it retells, in text order.

    Paragraphs in the same words (see :func:`repeated_pairs`) are not retold. *language* is the BCP 47 code of the
    article, where it is known.
    """
    unspaced = is_unspaced(paragraphs, language)
    told = _comparable(paragraphs, unspaced)
    words = [word_list(paragraph.text, unspaced) for paragraph in told]
    candidates = [(told[i], told[j]) for i, j in _candidates(told, words, unspaced) if not _excused(told[i], told[j])]
    if not candidates:
        return ()
    weights, surprise = article_weights(words), _surprise(len(told))
    found = [pair for earlier, later in candidates if (pair := _judge(earlier, later, weights, surprise, unspaced))]
    pairs = sorted(_without_templates(found), key=lambda pair: (pair.second, pair.first))
    return () if _crossing(pairs) else tuple(pairs)


def _comparable(paragraphs: Sequence[Paragraph], unspaced: bool) -> list[Paragraph]:
    """Return the paragraphs of running text that are long enough to be compared."""
    shortest = MIN_LETTERS_UNSPACED if unspaced else MIN_LETTERS
    prose = [paragraph for paragraph in paragraphs if len(paragraph.text) >= shortest and is_prose(paragraph.text)]
    told = sum(ends_sentence(paragraph.text) for paragraph in prose)
    return prose if told >= MIN_PROSE * len(paragraphs) else []


def _candidates(
    paragraphs: Sequence[Paragraph], words: Sequence[list[str]], unspaced: bool
) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share enough words to be worth measuring, as positions in *paragraphs*, the earlier first.

    An index from words to paragraphs counts what each pair shares, so that pairs with nothing in common cost nothing.
    """
    least = MIN_SHARED_PAIRS if unspaced else MIN_SHARED_STEMS
    telling = _telling_words(words, unspaced)
    seen: dict[str, list[int]] = {}
    for later, mine in enumerate(telling):
        known = mine & seen.keys()
        shared = Counter(chain.from_iterable(map(seen.__getitem__, known)))
        for earlier, count in shared.items():
            if count >= least * min(len(mine), len(telling[earlier])) and (
                length_ratio(paragraphs[earlier].text, paragraphs[later].text) >= MIN_LENGTH_RATIO
            ):
                yield earlier, later
        for word in known:
            seen[word].append(later)
        seen.update((word, [later]) for word in mine - known)


def _telling_words(words: Sequence[list[str]], unspaced: bool) -> list[set[str]]:
    """Return the distinct words of each paragraph without short ones, which are mostly grammar.

    Where most words are short (Korean, Vietnamese), and for pairs of characters, all count.
    """
    long = [{word for word in paragraph if len(word) > 3} for paragraph in words]
    if unspaced or sum(map(len, long)) * 4 < sum(map(len, words)):
        return [set(paragraph) for paragraph in words]
    return long


def _excused(earlier: Paragraph, later: Paragraph) -> bool:
    """Return whether the pair is alike for another reason than retelling."""
    return (
        is_heading_again(earlier.text, later.text, opens_body=earlier.index == 0)
        or is_quoted_again(earlier.text, later.text)
        or contradict(numbers(earlier.text).keys(), numbers(later.text).keys())
        or normalised(earlier.text) == normalised(later.text)
    )


def _judge(
    earlier: Paragraph, later: Paragraph, weights: Mapping[str, float], surprise: float, unspaced: bool
) -> RetoldPair | None:
    """Return the pair if the later paragraph retells the earlier one."""
    first, second = Wording.of(earlier.text, unspaced), Wording.of(later.text, unspaced)
    found = agreement(first, second, weights)
    score = chance(found.logit - surprise)
    if score < _asked(earlier, later):
        return None
    shared_numbers = tuple(figure for digits, figure in first.numbers.items() if digits in second.numbers)
    return RetoldPair(earlier.index, later.index, score, found.shared_words, shared_numbers)


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
