"""Which language the bodies of a batch speak, and which paragraphs are plainly in it: a count of telling words.

A few hundred common words of each language belong to no unrelated one (see :mod:`newslint.facts.function_words`).
Counting them in all bodies at once settles most articles and most paragraphs; the others are looked at one by one
(:mod:`newslint.facts.languages`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newslint.facts.function_words import languages_of_common_words, own_words
from newslint.facts.paragraph_rows import ParagraphRows
from newslint.facts.scripts import LETTERS_PER_SIGN, NO_SCRIPT, SCRIPT_NAMES, SCRIPTS, script_numbers
from newslint.facts.word_hashes import Words, find_words, whole_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Booleans = NDArray[np.bool_]
    Counts = NDArray[np.intp]
    Hashes = NDArray[np.uint64]
    Labels = NDArray[np.uint8]
    Places = NDArray[np.intp]

MIN_VOTES = 5
"""Fewest telling words on which a body's language is named at a glance."""

MIN_DENSITY = 0.06
"""Least share of all words of the body that they must be: 95 in 100 bodies have more, and languages that are not in the
table, with words borrowed from one that is, have fewer."""

CLEAR_LEAD = 3
"""How many times as many telling words as any other the language of a body must have."""

BODY_IN_SCRIPT = 0.6
"""Least share of the words of a body in a script of its language. With these four, 3,265 of 4,027 bodies in 129
languages are named, one of them otherwise than by a closer look (two languages side by side)."""

MIN_OWN = 3
"""Telling words of the article's language that show a paragraph to be in it, if all others together have half as many
at most: a name or a title quoted brings two."""

MIN_OWN_ALONE = 2
"""The same where no other language has any. Of 19,249 foreign sentences and pieces of 50 characters and more, in 34
languages, five open with two."""

MIN_COMMON = 2
"""Words common in the article's language, whoever shares them, that show a paragraph to be in it, if no other language
has as many: of the foreign sentences and pieces above, one passes."""

LEAD = 2
"""How many times as many as those of all other languages they must be."""

EDGE = 200
"""Characters at either end of a long paragraph (three times as long, and more) that are looked at by themselves, since
it may have been left half untranslated."""

IN_SCRIPT = 0.8
"""The same for a paragraph: with fewer, a part of it may be foreign."""

MIN_LETTERS = 30
"""Fewest letters on which two languages of one script are told apart: below, the identifier errs in 6 % of cases."""

LOOK_CLOSER, AT_HOME, TOO_SHORT = 0, 1, 2
"""What a glance at a paragraph says."""

_NOBODY = 255
_SLOT_BITS = 17
_CHECK_SHIFT = 64 - _SLOT_BITS - 16


class Spoken(NamedTuple):
    """The language of a body at a glance: the first code of its group, and its share of the telling words."""

    group: str
    share: float


class _Table(NamedTuple):
    """The words known by hash: ``numbers`` has the number of the word of each slot, ``checks`` more of its hash.

    ``owners`` is the language that a word belongs to alone, or ``_NOBODY``. The languages in which it is common are
    ``speakers[first[number]]`` to ``speakers[first[number + 1]]``. Languages count from 0, in the order of ``groups``.
    """

    groups: tuple[str, ...]
    checks: NDArray[np.uint16]
    numbers: NDArray[np.uint16]
    owners: Labels
    first: Places
    speakers: Labels


class Votes(NamedTuple):
    """The words of a batch that are known: their ``places`` among all, and their ``numbers``.

    ``telling`` are the places of those that belong to one language, ``languages`` the number of that and ``text`` the
    position of the text. Of the languages of each text ``counts`` has the votes, and ``best`` is the one that the text
    is held against. ``own`` says how many of the first so many words of the batch begin with a letter of a script of
    that language, ``lettered`` how many begin with any letter.
    """

    places: Places
    numbers: NDArray[np.uint16]
    telling: Places
    languages: Labels
    text: Places
    counts: Counts
    best: Places
    own: Counts
    lettered: Counts


def telling_words(words: Words, whole: Hashes, best: Places | None = None) -> Votes:
    """Return which of *words*, with the hashes *whole*, tell a language.

    The number of the language that each text is held against is *best*, or else the one with most votes in it.
    """
    import numpy as np

    table = _table()
    slots = (whole >> np.uint64(64 - _SLOT_BITS)).astype(np.intp)
    checks = (whole >> np.uint64(_CHECK_SHIFT)).astype(np.uint16)
    places = (table.checks[slots] == checks).nonzero()[0]
    numbers = table.numbers[slots[places]]
    owners = table.owners[numbers]
    owned = owners != _NOBODY
    telling, languages = places[owned], owners[owned]
    bounds = words.starts.searchsorted(words.texts)
    sizes = bounds[1:] - bounds[:-1]
    text = np.repeat(np.arange(sizes.size), sizes)
    width = len(table.groups)
    votes = np.bincount(text[telling] * width + languages, minlength=sizes.size * width).reshape(sizes.size, width)
    best = votes.argmax(1) if best is None else best
    scripts = script_numbers()[words.letters[words.starts]]
    own = _running(_scripts_of_groups()[best[text], scripts])
    lettered = _running(scripts != NO_SCRIPT)
    return Votes(places, numbers, telling, languages, text[telling], votes, best, own, lettered)


def _running(flags: Booleans) -> Counts:
    """Return how many of the first 0, 1, 2 … of *flags* are set."""
    import numpy as np

    counts = np.zeros(flags.size + 1, np.intp)
    np.cumsum(flags, out=counts[1:])
    return counts


def spoken_languages(words: Words, votes: Votes) -> list[Spoken | None]:
    """Return the language of each text at a glance, or ``None`` where it takes a closer look."""
    import numpy as np

    bounds = words.starts.searchsorted(words.texts)
    ranked = np.partition(votes.counts, -2, axis=1)
    second, most = ranked[:, -2], ranked[:, -1]
    shares = most / np.maximum(votes.counts.sum(1), 1)
    clear = (most >= MIN_VOTES) & (most >= CLEAR_LEAD * second)
    clear &= most >= MIN_DENSITY * (votes.lettered[bounds[1:]] - votes.lettered[bounds[:-1]])
    clear &= _in_script(votes, bounds[:-1], bounds[1:], BODY_IN_SCRIPT)
    groups = _table().groups
    return [
        Spoken(groups[language], share) if is_clear else None
        for language, share, is_clear in zip(votes.best.tolist(), shares.tolist(), clear.tolist(), strict=True)
    ]


def glances(words: Words, paragraphs: ParagraphRows, votes: Votes, spoken: Sequence[Spoken | None]) -> Labels:
    """Return what a glance at each paragraph says; in texts whose language is not plainly *spoken*, nothing."""
    import numpy as np

    is_spoken = np.array([language is not None for language in spoken])[paragraphs.article]
    least = np.array([least_characters(language.group) if language else 0 for language in spoken])
    home = _Home(votes.telling, _running(votes.languages == votes.best[votes.text]))
    lengths = paragraphs.ends - paragraphs.starts
    first, after = paragraphs.words[:-1], paragraphs.words[1:]
    at_home = is_spoken & home.speaks(first, after)
    in_script = _in_script(votes, first, after, IN_SCRIPT)
    short = is_spoken & in_script & ~at_home & (lengths < 3 * EDGE) & (lengths >= least[paragraphs.article])
    at_home |= _use_common_words(paragraphs, votes, short, home.others(first, after) == 0)
    long = (at_home & (lengths >= 3 * EDGE)).nonzero()[0]
    for edge in (paragraphs.starts[long], paragraphs.ends[long] - EDGE):
        first, after = words.starts.searchsorted(edge), words.starts.searchsorted(edge + EDGE)
        at_home[long] &= home.speaks(first, after)
    letters = np.concatenate(([0], (words.ends - words.starts).cumsum()))[paragraphs.words]
    few = letters[1:] - letters[:-1] < least[paragraphs.article]
    found = np.zeros(lengths.size, np.uint8)
    found[in_script & few] = TOO_SHORT
    found[in_script & at_home] = AT_HOME
    found[in_script & (lengths < least[paragraphs.article])] = TOO_SHORT
    return found


def _use_common_words(paragraphs: ParagraphRows, votes: Votes, asked: Booleans, undisputed: Booleans) -> Booleans:
    """Return which of the paragraphs *asked* for use common words of the language of their text, and more than others'.

    As many will do where the words are *undisputed*: where none belongs to another language alone.
    """
    import numpy as np

    table = _table()
    rows = asked.nonzero()[0]
    line = np.full(asked.size, -1)
    line[rows] = np.arange(rows.size)
    of_word = line[paragraphs.of_word[votes.places]]
    numbers, of_word = votes.numbers[of_word >= 0].astype(np.intp), of_word[of_word >= 0]
    times = table.first[numbers + 1] - table.first[numbers]
    at = np.arange(times.sum()) - np.repeat(times.cumsum() - times - table.first[numbers], times)
    cells = np.repeat(of_word, times) * len(table.groups) + table.speakers[at]
    counts = np.bincount(cells, minlength=rows.size * len(table.groups)).reshape(rows.size, len(table.groups))
    home = votes.best[paragraphs.article[rows]]
    own = counts[np.arange(rows.size), home]
    counts[np.arange(rows.size), home] = 0
    others = counts.max(1, initial=0)
    use = np.zeros(asked.size, np.bool_)
    use[rows] = (own >= MIN_COMMON) & ((own > others) | (own == others) & undisputed[rows])
    return use


def _in_script(votes: Votes, first: Places, after: Places, least: float) -> Booleans:
    """Return of each stretch of words whether at least this share begin with a letter of a script of its language."""
    found: Booleans = votes.own[after] - votes.own[first] >= least * (votes.lettered[after] - votes.lettered[first])
    return found


def least_characters(code: str) -> int:
    """Return the fewest characters that can hold the letters on which languages are told apart."""
    return int(MIN_LETTERS / LETTERS_PER_SIGN.get(SCRIPTS[code][0], 1.0))


class _Home(NamedTuple):
    """Where telling words are, and how many of the first so many are of the language of their text."""

    places: Places
    own: Counts

    def speaks(self, first: Places, after: Places) -> Booleans:
        """Return of each stretch of words (*after* exclusive) whether it is plainly in the language of its text."""
        own, others = self._count(first, after)
        plain: Booleans = (own >= MIN_OWN) & (own >= LEAD * others) | (own >= MIN_OWN_ALONE) & (others == 0)
        return plain

    def others(self, first: Places, after: Places) -> Counts:
        """Return how many telling words of other languages each stretch of words has."""
        return self._count(first, after)[1]

    def _count(self, first: Places, after: Places) -> tuple[Counts, Counts]:
        start, end = self.places.searchsorted(first), self.places.searchsorted(after)
        own = self.own[end] - self.own[start]
        return own, end - start - own


@cache
def _scripts_of_groups() -> Booleans:
    """Return of each language of the table, by its number, and each script whether it is printed in that."""
    import numpy as np

    groups = _table().groups
    allowed = np.zeros((len(groups), NO_SCRIPT + 1), np.bool_)
    for number, group in enumerate(groups):
        allowed[number, [SCRIPT_NAMES.index(script) for script in SCRIPTS[group]]] = True
    return allowed


@cache
def _table() -> _Table:
    import numpy as np

    groups = tuple(own_words())
    owners = {word: number for number, group in enumerate(groups) for word in own_words()[group]}
    speakers = {word: [groups.index(code) for code in codes] for word, codes in languages_of_common_words().items()}
    known = [word for word in dict.fromkeys([*owners, *speakers]) if word.isalnum()]
    hashes = whole_words(find_words(known))
    # Words that fall into one slot are few (one in nine); there the first one stays.
    slots, firsts = np.unique(hashes >> np.uint64(64 - _SLOT_BITS), return_index=True)
    checks, numbers = np.zeros(1 << _SLOT_BITS, np.uint16), np.zeros(1 << _SLOT_BITS, np.uint16)
    checks[slots] = (hashes[firsts] >> np.uint64(_CHECK_SHIFT)).astype(np.uint16)
    numbers[slots] = firsts
    spoken_in = [speakers.get(word, []) for word in known]
    return _Table(
        groups,
        checks,
        numbers,
        np.array([owners.get(word, _NOBODY) for word in known], np.uint8),
        np.concatenate(([0], np.cumsum([len(codes) for codes in spoken_in]))),
        np.array([code for codes in spoken_in for code in codes], np.uint8),
    )
