"""Which language the bodies of a batch speak, and which paragraphs are plainly in it: a count of telling words.

A few hundred common words of each language belong to no unrelated one (see :mod:`newslint.facts.function_words`).
Counting them in all bodies at once settles most articles and most paragraphs; the others are looked at one by one
(:mod:`newslint.facts.languages`), but for the short ones without words that tell, of which the statistical identifier
(:mod:`newslint.facts.identifier`) is asked about all at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from newslint.facts import identifier
from newslint.facts.arrays import ranges
from newslint.facts.function_words import MIN_WORDS, languages_of_common_words, own_words, rate_of
from newslint.facts.han_and_kana import CJK, language_in_signs, written_in_signs
from newslint.facts.paragraph_rows import ParagraphRows
from newslint.facts.scripts import (
    LETTERS_PER_SIGN,
    NO_SCRIPT,
    SCRIPT_NAMES,
    SCRIPTS,
    language_of_script,
    script_numbers,
)
from newslint.facts.word_hashes import Words, find_words, whole_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from newslint.facts.arrays import Booleans, Counts, Hashes, Labels, Positions

MIN_VOTES = 5
"""Fewest telling words on which a body's language is named at a glance."""

MIN_DENSITY = 0.06
"""Least share of all words of the body that they must be: 95 in 100 bodies have more, and languages that are not in the
table, with words borrowed from one that is, have fewer."""

CLEAR_LEAD = 3
"""How many times as many telling words as any other the language of a body must have."""

BODY_IN_SCRIPT = 0.6
"""Least share of the words of a body in a script of its language. With these four, 3,377 of 3,913 bodies in 129
languages are named, six of them where a closer look is not sure."""

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

MIN_LOWERCASE_WORDS = 3
"""Fewest words in lower case in prose of a script that has them."""

GLANCE_CHARACTERS = 120
"""Characters on which the identifier may say that a paragraph is at home: more change its answer in 0.1 % of cases."""

LOOK_CLOSER, AT_HOME, TOO_SHORT, NO_PROSE = 0, 1, 2, 3
"""What a glance at a paragraph says."""

_CASED = frozenset(("Latn", "Cyrl", "Grek", "Armn"))
_NOBODY = 255
_SLOT_BITS = 18
_CHECK_SHIFT = 64 - _SLOT_BITS - 16


class Spoken(NamedTuple):
    """The language of a body at a glance: the first code of its group, and its share of the telling words.

    With ``by_script``, its signs tell it, and the share is that of the letters.
    """

    group: str
    share: float
    by_script: bool = False


class _Table(NamedTuple):
    """The words known by hash: ``numbers`` has the number of the word of each slot, ``checks`` more of its hash.

    ``owners`` is the language that a word belongs to alone, or ``_NOBODY``. The languages in which it is common are
    ``speakers[first[number]]`` to ``speakers[first[number + 1]]``. Languages count from 0, in the order of ``groups``.
    """

    groups: tuple[str, ...]
    checks: NDArray[np.uint16]
    numbers: NDArray[np.uint16]
    owners: Labels
    first: Positions
    speakers: Labels


class Votes(NamedTuple):
    """The words of a batch that are known: their ``places`` among all, and their ``numbers``.

    ``telling`` are the places of those that belong to one language, ``languages`` the number of that and ``text`` the
    position of the text. Of the languages of each text ``counts`` has the votes, and ``best`` is the one that the text
    is held against. ``own`` says how many of the first so many words of the batch begin with a letter of a script of
    that language, ``lettered`` how many begin with any letter, and ``in_signs`` with Han or kana.
    """

    places: Positions
    numbers: NDArray[np.uint16]
    telling: Positions
    languages: Labels
    text: Positions
    counts: Counts
    best: Positions
    own: Counts
    lettered: Counts
    in_signs: Counts


def telling_words(words: Words, whole: Hashes, best: Positions | None = None) -> Votes:
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
    text, width, size = _texts_of(words), len(table.groups), words.texts.size - 1
    votes = np.bincount(text[telling] * width + languages, minlength=size * width).reshape(size, width)
    best = votes.argmax(1) if best is None else best
    scripts = script_numbers()[words.letters[words.starts]]
    own = _running(_scripts_of_groups()[best[text], scripts])
    lettered, in_signs = _running(scripts != NO_SCRIPT), _running(scripts == SCRIPT_NAMES.index(CJK))
    return Votes(places, numbers, telling, languages, text[telling], votes, best, own, lettered, in_signs)


def _texts_of(words: Words) -> Positions:
    """Return the position of the text of each word."""
    import numpy as np

    sizes = np.diff(words.starts.searchsorted(words.texts))
    return np.repeat(np.arange(sizes.size), sizes)


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
    found = [
        Spoken(groups[language], share) if is_clear else None
        for language, share, is_clear in zip(votes.best.tolist(), shares.tolist(), clear.tolist(), strict=True)
    ]
    # Runs of Han and kana are words of two signs each, so that the share of words says which texts are worth a count.
    lettered = votes.lettered[bounds[1:]] - votes.lettered[bounds[:-1]]
    in_signs = votes.in_signs[bounds[1:]] - votes.in_signs[bounds[:-1]]
    for text in (~clear & (in_signs > 0) & (2 * in_signs >= lettered)).nonzero()[0].tolist():
        told = language_in_signs(words.units[words.texts[text] : words.texts[text + 1]])
        found[text] = Spoken(*told, by_script=True) if told else None
    return found


def glances(words: Words, paragraphs: ParagraphRows, votes: Votes, spoken: Sequence[Spoken | None]) -> Labels:
    """Return what a glance at each paragraph says; in texts whose language is not plainly *spoken*, nothing."""
    import numpy as np

    found = np.zeros(paragraphs.starts.size, np.uint8)
    home = _Home(votes, _running(votes.languages == votes.best[votes.text]))
    judged = _are_judged(paragraphs, votes, spoken)
    _settle_by_words(found, judged, words, paragraphs, home, spoken)
    open_ones = (judged & (found == LOOK_CLOSER)).nonzero()[0]
    _settle_by_text(found, open_ones, words, paragraphs, home, spoken)
    _settle_by_signs(found, words, paragraphs, spoken)
    return found


def _settle_by_words(
    found: Labels,
    judged: Booleans,
    words: Words,
    paragraphs: ParagraphRows,
    home: _Home,
    spoken: Sequence[Spoken | None],
) -> None:
    """Write to *found* which of those *judged* are too short, in a script of their own, or in their text's words."""
    import numpy as np

    texts, first, after = paragraphs.article, paragraphs.words[:-1], paragraphs.words[1:]
    lengths = paragraphs.ends - paragraphs.starts
    least = np.array([least_characters(language.group) if language else 0 for language in spoken])[texts]
    alone = np.array([language is not None and is_alone(language.group) for language in spoken])[texts]
    letters = np.concatenate(([0], (words.ends - words.starts).cumsum()))[paragraphs.words]
    few = letters[1:] - letters[:-1] < least
    long = lengths >= 3 * EDGE
    found[judged & few] = TOO_SHORT
    found[judged & alone & ~few] = AT_HOME
    rows = (judged & ~long & (lengths >= least) & (found != AT_HOME)).nonzero()[0]
    found[rows[home.speaks(first[rows], after[rows], texts[rows])]] = AT_HOME
    rows = (judged & long).nonzero()[0]
    edges = np.concatenate((paragraphs.starts[rows], paragraphs.ends[rows] - EDGE))
    bounds = words.starts.searchsorted(edges), words.starts.searchsorted(edges + EDGE)
    at_edges = home.speaks(*bounds, np.tile(texts[rows], 2)).reshape(2, -1)
    found[rows[at_edges.all(0)]] = AT_HOME
    found[judged & (lengths < least)] = TOO_SHORT


def _are_judged(paragraphs: ParagraphRows, votes: Votes, spoken: Sequence[Spoken | None]) -> Booleans:
    """Return which paragraphs their words can judge: those in the script of a language that is plainly spoken."""
    import numpy as np

    by_words = np.array([language is not None and not language.by_script for language in spoken])[paragraphs.article]
    judged: Booleans = by_words & _in_script(votes, paragraphs.words[:-1], paragraphs.words[1:], IN_SCRIPT)
    return judged


def _settle_by_text(
    found: Labels,
    rows: Positions,
    words: Words,
    paragraphs: ParagraphRows,
    home: _Home,
    spoken: Sequence[Spoken | None],
) -> None:
    """Write to *found* which of *rows*, if they are short, are no prose, or at home by the identifier."""
    first, after = paragraphs.words[:-1], paragraphs.words[1:]
    rows = rows[(paragraphs.ends - paragraphs.starts)[rows] < 3 * EDGE]
    rows = rows[home.others(first[rows], after[rows]) < MIN_WORDS]
    wordless = home.lacks(first[rows], after[rows], paragraphs.article[rows])
    found[rows] = _by_text(words.units, paragraphs, rows, spoken, wordless)


def _settle_by_signs(found: Labels, words: Words, paragraphs: ParagraphRows, spoken: Sequence[Spoken | None]) -> None:
    """Write to *found* which paragraphs of texts in Han and kana are in the signs of their text's language."""
    import numpy as np

    for text, language in enumerate(spoken):
        if language and language.by_script:
            rows = np.arange(*paragraphs.first[text : text + 2])
            starts, ends = paragraphs.starts[rows] - words.texts[text], paragraphs.ends[rows] - words.texts[text]
            units = words.units[words.texts[text] : words.texts[text + 1]]
            found[rows[written_in_signs(units, starts, ends, language.group)]] = AT_HOME
            found[rows[ends - starts < least_characters(language.group)]] = TOO_SHORT


def _by_text(
    units: Any, paragraphs: ParagraphRows, rows: Positions, spoken: Sequence[Spoken | None], wordless: Booleans
) -> list[int]:
    """Return what a look at the text of each paragraph in *rows* says; *wordless* have too few words to speak.

    The identifier is asked about all in one go: so it costs a quarter.
    """
    places = (paragraphs.article[rows], paragraphs.starts[rows], paragraphs.ends[rows], wordless)
    found: list[int] = []
    asked: list[tuple[int, str, str]] = []
    for article, start, end, is_wordless in zip(*(column.tolist() for column in places), strict=True):
        text, language = units[start:end].tobytes().decode("utf-16-le", "surrogatepass"), spoken[article]
        shape = form(text, language.group) if language else LOOK_CLOSER
        if language and shape == LOOK_CLOSER:
            asked.append((len(found), language.group, text[:GLANCE_CHARACTERS]))
        # Words that end in an apostrophe are not among those that were counted.
        is_list = shape == NO_PROSE and is_wordless and "'" not in text and "’" not in text
        found.append(NO_PROSE if is_list else LOOK_CLOSER)
    likeliest = identifier.likeliest([text for _, _, text in asked])
    for (place, group, _), best in zip(asked, likeliest, strict=True):
        if best == group:
            found[place] = AT_HOME
    return found


def _in_script(votes: Votes, first: Positions, after: Positions, least: float) -> Booleans:
    """Return of each stretch of words whether at least this share begin with a letter of a script of its language."""
    found: Booleans = votes.own[after] - votes.own[first] >= least * (votes.lettered[after] - votes.lettered[first])
    return found


@cache
def least_characters(code: str) -> int:
    """Return the fewest characters that can hold the letters on which languages are told apart."""
    return int(MIN_LETTERS / LETTERS_PER_SIGN.get(SCRIPTS[code][0], 1.0))


@cache
def is_alone(code: str) -> bool:
    """Return whether no other language is printed in the usual script of *code*."""
    script = SCRIPTS[code][0]
    return script != "CJK" and language_of_script(script, "") == code


def form(text: str, code: str) -> int:
    """Return whether *text*, by its form, is too short to tell its language, or no prose in the script of *code*."""
    if len(text) < 3 * MIN_LETTERS and sum(map(str.isalpha, text)) < least_characters(code):
        return TOO_SHORT
    if SCRIPTS[code][0] in _CASED and not text.isupper() and sum(map(str.islower, text.split())) < MIN_LOWERCASE_WORDS:
        return NO_PROSE
    return LOOK_CLOSER


class _Home(NamedTuple):
    """The ``votes`` of a batch, and how many of the first so many telling words are of the language of their text."""

    votes: Votes
    own: Counts

    def speaks(self, first: Positions, after: Positions, texts: Positions) -> Booleans:
        """Return of each stretch of words (*after* exclusive) of *texts* whether it is plainly in the text's language.

        It is if it has more words of that language's own than a name brings, or more common ones than of any other;
        as many will do where no word belongs to another language alone.
        """
        own, others = self._count(first, after)
        found: Booleans = (own >= MIN_OWN) & (own >= LEAD * others) | (own >= MIN_OWN_ALONE) & (others == 0)
        rows = (~found).nonzero()[0]
        common, of_another = self._common(first[rows], after[rows], self.votes.best[texts[rows]])
        as_many = (common == of_another) & (others[rows] == 0)
        found[rows] = (common >= MIN_COMMON) & ((common > of_another) | as_many)
        return found

    def others(self, first: Positions, after: Positions) -> Counts:
        """Return how many telling words of other languages each stretch of words has."""
        return self._count(first, after)[1]

    def lacks(self, first: Positions, after: Positions, texts: Positions) -> Booleans:
        """Return of each stretch whether fewer of its words are its language's own, and common, than could tell."""
        common, _ = self._common(first, after, self.votes.best[texts])
        lacks: Booleans = (self._count(first, after)[0] < MIN_OWN_ALONE) & (common < MIN_COMMON)
        return lacks

    def _count(self, first: Positions, after: Positions) -> tuple[Counts, Counts]:
        telling = self.votes.telling
        start, end = telling.searchsorted(first), telling.searchsorted(after)
        own = self.own[end] - self.own[start]
        return own, end - start - own

    def _common(self, first: Positions, after: Positions, home: Positions) -> tuple[Counts, Counts]:
        """Return how many words of each stretch are common in the language *home*, and in any other at most."""
        import numpy as np

        table, known = _table(), self.votes.places
        start, end = known.searchsorted(first), known.searchsorted(after)
        numbers = self.votes.numbers[ranges(start, end)].astype(np.intp)
        stretch = np.repeat(np.arange(first.size), end - start)
        speakers = table.speakers[ranges(table.first[numbers], table.first[numbers + 1])]
        width = len(table.groups)
        cells = np.repeat(stretch, table.first[numbers + 1] - table.first[numbers]) * width + speakers
        counts = np.bincount(cells, minlength=first.size * width).reshape(first.size, width)
        own = counts[np.arange(first.size), home]
        counts[np.arange(first.size), home] = 0
        return own, counts.max(1, initial=0)


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
    # One word in twenty falls into the slot of another. The more frequent one stays, in every process the same.
    known = sorted(owners.keys() | speakers.keys(), key=lambda word: (-rate_of(word), word))
    words = find_words(known)
    # What is cut into several, or of which the apostrophe is cut off, never stands in a text as it does here.
    whole = words.ends - words.starts == np.diff(words.texts)[_texts_of(words)] - 1
    hashes = whole_words(words)[whole]
    known = [known[text] for text in _texts_of(words)[whole].tolist()]
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
