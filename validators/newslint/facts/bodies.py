"""The bodies of a batch of articles, read together.

What compares words is arithmetic on arrays, and starting an operation on a small array costs more than the operation.
The bodies of a batch are therefore taken apart in one pass, and the answers are handed out article by article. Most of
them are gates, free of loss: *nothing is repeated here*, *nothing here can be retold*. Only where a gate is open does a
fact look at the text itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from newslint.facts.alike import Pair, alike_pairs
from newslint.facts.doubled import Doubled, doubled_words
from newslint.facts.echoes import may_echo
from newslint.facts.halves import halves
from newslint.facts.home_words import Spoken, Votes, glances, spoken_languages, telling_words
from newslint.facts.inner_capitals import Inside, inner_capitals
from newslint.facts.minhash import sketches
from newslint.facts.paragraph_rows import ParagraphRows, find_paragraphs
from newslint.facts.quotation import unbalanced
from newslint.facts.similarity import may_be_repeated
from newslint.facts.twice import may_loop, may_stand_twice
from newslint.facts.word_hashes import Words, find_words, texts_with_joints, whole_words, without_joints
from newslint.text.segment import BREAKS, Break, Paragraphs

if TYPE_CHECKING:
    from newslint.facts.arrays import Hashes, Labels

T = TypeVar("T")


class Bodies:
    """What can be told of the bodies *texts*, and their *titles*, together, asked for by the position of each.

    Where reading them together fails, each is read alone, so that one body never spoils the answers of the others.
    """

    def __init__(self, texts: Sequence[str], titles: Sequence[str] = ()) -> None:
        self._together = BodyTable(texts, titles)
        self._alone: list[BodyTable] = []

    def paragraph_count(self, position: int) -> int:
        """Return how many paragraphs the body has."""
        return self._ask(lambda table, place: table.paragraph_counts[place], position)

    def paragraphs(self, position: int) -> Paragraphs:
        """Return the paragraphs of the body."""
        return self._ask(BodyTable.paragraphs_of, position)

    def sketch(self, position: int) -> bytes | None:
        """Return the sketch of the body; ``None`` for one of fewer than two words."""
        return self._ask(lambda table, place: table.sketches[place], position)

    def spoken(self, position: int) -> Spoken | None:
        """Return the language of the body at a glance; ``None`` where it takes a closer look."""
        return self._ask(lambda table, place: table.spoken[place], position)

    def glances(self, position: int) -> bytes:
        """Return what a glance at its language says of each paragraph (:func:`newslint.facts.home_words.glances`)."""
        return self._ask(lambda table, place: table.glances[place], position)

    def title_glances(self, position: int) -> bytes:
        """Return what a glance at its language says of each line of the title, held against that of the body."""
        return self._ask(lambda table, place: table.title_glances[place], position)

    def may_be_repeated(self, position: int) -> Sequence[int]:
        """Return the paragraphs that may repeat one another."""
        return self._ask(lambda table, place: table.may_be_repeated.get(place, ()), position)

    def alike(self, position: int) -> Sequence[Pair]:
        """Return the pairs of paragraphs that may retell one another."""
        return self._ask(lambda table, place: table.alike.get(place, ()), position)

    def may_stand_twice(self, position: int) -> bool:
        """Return whether the body may stand twice in itself."""
        return self._ask(lambda table, place: place in table.may_stand_twice, position)

    def may_loop(self, position: int) -> Sequence[int]:
        """Return the paragraphs in which sentences may be said several times in a row."""
        return self._ask(lambda table, place: table.may_loop.get(place, ()), position)

    def may_echo(self, position: int) -> Sequence[int]:
        """Return the paragraphs in which a phrase may stand many times in a row, or whose halves may be equal."""
        return self._ask(lambda table, place: table.may_echo.get(place, ()), position)

    def has_wide_characters(self, position: int) -> bool:
        """Return whether some characters of the body take two UTF-16 units, so that places in units are not its own."""
        return self._ask(BodyTable.has_wide_characters, position)

    def doubled(self, position: int) -> Sequence[Doubled]:
        """Return the words that may stand twice in a row, in UTF-16 units of the body."""
        return self._ask(lambda table, place: table.doubled.get(place, ()), position)

    def unbalanced_marks(self, position: int) -> Sequence[int]:
        """Return where quotation marks are, in UTF-16 units of the body; nothing where they are even in number."""
        return self._ask(lambda table, place: table.unbalanced_marks.get(place, ()), position)

    def halves(self, position: int) -> Sequence[int]:
        """Return where a hyphen and a space part two words, in UTF-16 units of the body."""
        return self._ask(lambda table, place: table.halves.get(place, ()), position)

    def inner_capitals(self, position: int) -> Sequence[Inside]:
        """Return the words with a capital inside, in UTF-16 units of the body."""
        return self._ask(lambda table, place: table.inner_capitals.get(place, ()), position)

    def _ask(self, question: Callable[[BodyTable, int], T], position: int) -> T:
        if not self._alone:
            try:
                return question(self._together, position)
            except Exception:
                texts, titles = self._together.texts, self._together.titles
                if len(texts) == 1:
                    raise
                self._alone = [BodyTable([text], [title]) for text, title in zip(texts, titles, strict=True)]
        return question(self._alone[position], 0)


class BodyTable:
    """The bodies *texts*, and their *titles*, as arrays; all answers are in their order."""

    def __init__(self, texts: Sequence[str], titles: Sequence[str] = ()) -> None:
        self.texts = texts
        self.titles = titles or [""] * len(texts)

    @cached_property
    def words(self) -> Words:
        """The words of all bodies."""
        return find_words(self.texts)

    @cached_property
    def whole_words(self) -> Hashes:
        """A hash of each word."""
        return whole_words(self.words)

    @cached_property
    def paragraphs(self) -> ParagraphRows:
        """Where the paragraphs of all bodies are."""
        return find_paragraphs(self.words)

    def has_wide_characters(self, place: int) -> bool:
        """Return whether some characters of the body at *place* take two units."""
        texts = self.words.texts
        return bool(texts[place + 1] - texts[place] - 1 != len(self.texts[place]))

    def paragraphs_of(self, place: int) -> Paragraphs:
        """Return the paragraphs of the body at *place*."""
        text = self.texts[place]
        if self.has_wide_characters(place):
            return Paragraphs.of(text)
        first, after = self.paragraphs.first[place : place + 2].tolist()
        starts, ends, breaks = self._edges
        return Paragraphs(text, starts[first:after], ends[first:after], breaks[first:after])

    @cached_property
    def _edges(self) -> tuple[list[int], list[int], list[Break]]:
        """Where the paragraphs of all bodies begin and end, in units of their body, and what stands before them."""
        import numpy as np

        rows = self.paragraphs
        begin = self.words.texts[rows.article]
        breaks: list[Break] = np.array(BREAKS, object)[rows.before].tolist()
        return (rows.starts - begin).tolist(), (rows.ends - begin).tolist(), breaks

    @cached_property
    def paragraph_counts(self) -> list[int]:
        """How many paragraphs each body has."""
        counts: list[int] = (self.paragraphs.first[1:] - self.paragraphs.first[:-1]).tolist()
        return counts

    @cached_property
    def sketches(self) -> list[bytes | None]:
        """The sketch of each body; ``None`` for one of fewer than two words."""
        found = sketches(self.words, self.whole_words)
        jointed = texts_with_joints(self.words)
        if jointed:
            words = find_words([without_joints(self.texts[place]) for place in jointed])
            for place, sketch in zip(jointed, sketches(words, whole_words(words)), strict=True):
                found[place] = sketch
        return found

    @cached_property
    def _votes(self) -> Votes:
        return telling_words(self.words, self.whole_words)

    @cached_property
    def spoken(self) -> list[Spoken | None]:
        """The language of each body at a glance; ``None`` where it takes a closer look."""
        return spoken_languages(self.words, self._votes)

    @cached_property
    def glances(self) -> list[bytes]:
        """What a glance at its language says of each paragraph (see :func:`newslint.facts.home_words.glances`)."""
        return _by_text(self.paragraphs, glances(self.words, self.paragraphs, self._votes, self.spoken))

    @cached_property
    def title_glances(self) -> list[bytes]:
        """The same of each line of each title, held against the language of the body."""
        words = find_words(self.titles)
        lines = find_paragraphs(words)
        votes = telling_words(words, whole_words(words), self._votes.best)
        return _by_text(lines, glances(words, lines, votes, self.spoken))

    @cached_property
    def may_be_repeated(self) -> Mapping[int, list[int]]:
        """The paragraphs that may repeat another one of their body, by the position of the body."""
        return may_be_repeated(self.words, self.paragraphs)

    @cached_property
    def alike(self) -> Mapping[int, list[Pair]]:
        """The pairs of paragraphs that may retell one another, by the position of the body."""
        return alike_pairs(self.words, self.paragraphs)

    @cached_property
    def may_stand_twice(self) -> frozenset[int]:
        """The positions of the bodies that may stand twice in themselves."""
        return may_stand_twice(self.words, self.whole_words)

    @cached_property
    def may_loop(self) -> Mapping[int, list[int]]:
        """The paragraphs in which sentences may be said several times in a row, by the position of the body."""
        return may_loop(self.words, self.whole_words, self.paragraphs)

    @cached_property
    def may_echo(self) -> Mapping[int, list[int]]:
        """The paragraphs in which a phrase may stand many times in a row, by the position of the body."""
        return may_echo(self.whole_words, self.paragraphs)

    @cached_property
    def doubled(self) -> Mapping[int, list[Doubled]]:
        """The words that may stand twice in a row, by the position of the body."""
        return doubled_words(self.words, self.whole_words)

    @cached_property
    def halves(self) -> Mapping[int, list[int]]:
        """Where a hyphen and a space part two words, by the position of the body."""
        return halves(self.words)

    @cached_property
    def inner_capitals(self) -> Mapping[int, list[Inside]]:
        """The words with a capital inside, by the position of the body."""
        return inner_capitals(self.words)

    @cached_property
    def unbalanced_marks(self) -> Mapping[int, list[int]]:
        """Where quotation marks are in bodies in which they are not even in number, by the position of the body."""
        return unbalanced(self.words)


def _by_text(paragraphs: ParagraphRows, labels: Labels) -> list[bytes]:
    """Return the *labels* of *paragraphs*, text by text."""
    found = labels.tobytes()
    return [found[first:after] for first, after in pairwise(paragraphs.first.tolist())]
