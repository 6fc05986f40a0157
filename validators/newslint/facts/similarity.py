"""Paragraphs of one article that say the same: in the same words, or in other words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from math import log

import msgspec

from newslint.facts.prose import ends_sentence, is_heading_again, is_prose, is_quoted_again
from newslint.facts.word_hashes import Bags, Words, all_words, find_words, telling_words
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

MIN_SHARED_STEMS = 0.16
"""Pairs that share fewer of their telling words are not measured (share of the distinct stems of both). None of 1,287
retellings found without this gate in English, German, Russian and Czech is lost; at 0.22 it would be 7 of them."""

MIN_SHARED_PAIRS = 0.08
"""The same for pairs of characters, where words are not spaced: none of 64 Chinese retellings is lost."""

MIN_SHARED_WORDS = 0.24
"""Of the pairs that pass, those that share fewer of all their words, short ones included, are not measured either:
the least among the retellings found is 0.25, and four in five other pairs share fewer."""

MIN_SHARED_WORDS_UNSPACED = 0.12
"""The same for pairs of characters: none of 64 Chinese retellings is lost."""

MIN_LENGTH_RATIO = 0.65
"""Shorter over longer, in characters, below which one paragraph is a summary of the other at most. At 0.5 a third more
real articles were flagged, nearly all for excerpts and summaries."""

MAX_PARAGRAPHS = 400
"""Articles with more long paragraphs are not compared, since the cost grows with the square: laws, whole forums."""

MIN_PROSE = 0.4
"""A body with a smaller share of its paragraphs in sentences is a whole web page, whose teasers repeat one another."""

LEARNED_PAIRS = 12 * 11 / 2
"""The pairs of paragraphs in each of the articles that the scorer was learned from."""

RETOLD = 0.9
"""The score, from 0 to 1, from which a paragraph counts as retold. At 0.9 recall is 0.855 with one wrong pair on 386
English articles with one retold sentence each, and 15 of 2,107 real articles are flagged, 14 of them rightly."""

CLOSE = 0.97
"""The score asked of neighbours, which are often built in parallel ("The one … The other …"), and of a standfirst and
the lede it announces: the four such pairs between 0.9 and this score in 2,107 real articles were not retold."""

STANDFIRST_REACH = 3
"""How many paragraphs after a standfirst the lede may come (a byline and a caption stand between them)."""

_NOT_WORD = re.compile(r"[\W_]+")
_EDGE = 24
_SENTENCE_END = '.!?…"”’»)'


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
    # To normalise every paragraph would cost five times as much as first comparing where they open and close.
    pairs = [
        pair
        for opening_alike in _sharing(paragraphs, _opening)
        for closing_alike in _sharing(opening_alike, _closing)
        for pair in _repeated(closing_alike)
    ]
    return tuple(sorted(pairs, key=lambda pair: pair.second))


def _sharing(paragraphs: Sequence[Paragraph], key: Callable[[str], str]) -> Iterator[list[Paragraph]]:
    """Yield the groups of paragraphs whose texts have one *key*, without those of one."""
    groups: dict[str, list[Paragraph]] = defaultdict(list)
    for paragraph in paragraphs:
        groups[key(paragraph.text)].append(paragraph)
    return (group for group in groups.values() if len(group) > 1)


def _opening(text: str) -> str:
    """Return the first two letters of the normalised text."""
    letters = text[:2].casefold()
    return letters if len(letters) == 2 and letters.isalnum() else _letters(text[:_EDGE], text)[:2]


def _closing(text: str) -> str:
    """Return the last two letters of the normalised text."""
    letters = text.rstrip(_SENTENCE_END)[-2:].casefold()
    return letters if len(letters) == 2 and letters.isalnum() else _letters(text[-_EDGE:], text)[-2:]


def _letters(edge: str, text: str) -> str:
    """Return the letters of *edge*, or of the whole *text* where there are not enough."""
    letters = normalised(edge)
    return letters if len(letters) > 1 else normalised(text)


def _repeated(group: Sequence[Paragraph]) -> Iterator[RepeatedPair]:
    first_seen: dict[str, int] = {}
    for paragraph in group:
        key = normalised(paragraph.text)
        first = first_seen.setdefault(key, paragraph.index)
        if key and first != paragraph.index:
            yield RepeatedPair(first, paragraph.index)


def retold_pairs(
    paragraphs: Sequence[Paragraph], language: str | None, words: Words | None = None
) -> tuple[RetoldPair, ...]:
    """Return each paragraph that retells an earlier one, paired with the one it retells, in text order.

    Paragraphs in the same words (see :func:`repeated_pairs`) are not retold. *language* is the BCP 47 code of the
    article, where it is known; *words* are those of *paragraphs*, where they are counted already. Of articles with
    more than ``MAX_PARAGRAPHS`` long paragraphs none is compared.
    """
    unspaced = is_unspaced(paragraphs, language)
    shortest = MIN_LETTERS_UNSPACED if unspaced else MIN_LETTERS
    long = [paragraph for paragraph in paragraphs if len(paragraph.text) >= shortest]
    if not 1 < len(long) <= MAX_PARAGRAPHS:
        return ()
    alike = alike_pairs(paragraphs, shortest, unspaced=unspaced, words=words)
    candidates = [(first, second) for first, second in alike if _may_retell(first, second)]
    if not candidates:
        return ()
    told = _comparable(long, len(paragraphs))
    return tuple(_retold(candidates, told, unspaced)) if told else ()


def alike_pairs(
    paragraphs: Sequence[Paragraph], shortest: int, *, unspaced: bool, words: Words | None = None
) -> list[tuple[Paragraph, Paragraph]]:
    """Return the pairs of *paragraphs* worth measuring: of *shortest* and more characters, as long, and sharing words.

    No pair that would be found retold is lost (see ``MIN_SHARED_STEMS``); all others cost far less this way.
    """
    words = words or find_words(paragraphs)
    pairs = _sharing_words(
        telling_words(words), paragraphs, shortest, MIN_SHARED_PAIRS if unspaced else MIN_SHARED_STEMS
    )
    if pairs:
        every = all_words(words)
        distinct = {position: every.distinct(position) for position in set(chain.from_iterable(pairs))}
        least = MIN_SHARED_WORDS_UNSPACED if unspaced else MIN_SHARED_WORDS
        pairs = [pair for pair in pairs if _share(distinct[pair[0]], distinct[pair[1]], least)]
    return [(paragraphs[earlier], paragraphs[later]) for earlier, later in pairs]


def _sharing_words(bags: Bags, paragraphs: Sequence[Paragraph], shortest: int, least: float) -> list[tuple[int, int]]:
    """Return the positions of two paragraphs, earlier first, that are long enough, about as long, and share words.

    Counting all pairs in one product of tables costs a quarter of intersecting their sets one by one.
    """
    import numpy as np

    lengths = np.array([len(paragraph.text) for paragraph in paragraphs])
    long = (lengths >= shortest).nonzero()[0]
    shared = bags.shared(long)
    own = shared.diagonal()
    alike = (shared > 0) & (shared >= least * (own[:, None] + own[None, :] - shared))
    ratio = np.minimum.outer(lengths[long], lengths[long]) / np.maximum.outer(lengths[long], lengths[long])
    later, earlier = np.tril(alike & (ratio >= MIN_LENGTH_RATIO), -1).nonzero()
    return list(zip(long[earlier].tolist(), long[later].tolist(), strict=True))


def _share(first: set[int], second: set[int], least: float) -> bool:
    """Return whether two paragraphs share at least this share of the distinct words of both."""
    shared = len(first & second)
    return shared > 0 and shared >= least * (len(first) + len(second) - shared)


def _may_retell(earlier: Paragraph, later: Paragraph) -> bool:
    return is_prose(earlier.text) and is_prose(later.text) and not _excused(earlier, later)


def _comparable(long: Sequence[Paragraph], paragraphs: int) -> list[Paragraph]:
    """Return the *long* paragraphs of running text, or none where most of all *paragraphs* are no sentences."""
    prose = [paragraph for paragraph in long if is_prose(paragraph.text)]
    told = sum(ends_sentence(paragraph.text) for paragraph in prose)
    return prose if told >= MIN_PROSE * paragraphs else []


def _retold(
    candidates: Sequence[tuple[Paragraph, Paragraph]], told: Sequence[Paragraph], unspaced: bool
) -> Sequence[RetoldPair]:
    """Return those of *candidates* that retell one another; *told* are all paragraphs that were compared."""
    weights = article_weights([word_list(paragraph.text, unspaced) for paragraph in told])
    surprise = _surprise(len(told))
    # A paragraph stands in several pairs, and taking it apart is what costs most.
    wordings = {
        paragraph.index: Wording.of(paragraph.text, unspaced)
        for paragraph in {paragraph.index: paragraph for paragraph in chain.from_iterable(candidates)}.values()
    }
    found = [pair for earlier, later in candidates if (pair := _judge(earlier, later, wordings, weights, surprise))]
    pairs = sorted(_without_templates(found), key=lambda pair: (pair.second, pair.first))
    return () if _crossing(pairs) else pairs


def _excused(earlier: Paragraph, later: Paragraph) -> bool:
    """Return whether the pair is alike for another reason than retelling."""
    return (
        is_heading_again(earlier.text, later.text, opens_body=earlier.index == 0)
        or _have_figures_of_their_own(earlier.text, later.text)
        or is_quoted_again(earlier.text, later.text)
        or bool(repeated_pairs((earlier, later)))
    )


def _have_figures_of_their_own(earlier: str, later: str) -> bool:
    figures = numbers(earlier)
    return bool(figures) and contradict(figures.keys(), numbers(later).keys())


def _judge(
    earlier: Paragraph,
    later: Paragraph,
    wordings: Mapping[int, Wording],
    weights: Mapping[str, float],
    surprise: float,
) -> RetoldPair | None:
    """Return the pair if the later paragraph retells the earlier one."""
    first, second = wordings[earlier.index], wordings[later.index]
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
