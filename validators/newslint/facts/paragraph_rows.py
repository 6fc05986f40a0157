"""Paragraphs as rows of a table: where they are, without their texts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from newslint.facts.prose import CLOSERS, SENTENCE_ENDS
from newslint.facts.word_hashes import Words
from newslint.text.segment import BREAKS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from newslint.facts.arrays import Booleans, Positions

_STEPS = 64
"""Units at the edge of a line that are passed over one by one: white space, and quotation marks and brackets."""


class ParagraphRows(NamedTuple):
    """One row for each non-empty line, in the order of the texts, as :func:`newslint.text.segment.paragraphs` has them.

    ``article`` is the position of its text. ``starts`` and ``ends`` (exclusive) are positions among the units of
    :class:`Words`, without surrounding white space. The words of row *i* are ``words[i]`` to ``words[i + 1]``, and the
    rows of text *t* are ``first[t]`` to ``first[t + 1]``. ``of_word`` is the row of each word. ``before`` is what
    parts a row from the one before, as its position in :data:`newslint.text.segment.BREAKS`.
    """

    article: Positions
    starts: Positions
    ends: Positions
    words: Positions
    first: Positions
    of_word: Positions
    before: NDArray[np.uint8]

    def by_text(self, rows: Positions) -> Mapping[int, list[int]]:
        """Return which paragraphs of their texts *rows* are, counted from 0 in each, by the position of the text."""
        found: dict[int, list[int]] = {}
        texts = self.article[rows]
        for text, index in zip(texts.tolist(), (rows - self.first[texts]).tolist(), strict=True):
            found.setdefault(text, []).append(index)
        return found


def find_paragraphs(words: Words) -> ParagraphRows:
    """Return the paragraphs of the texts that *words* are of."""
    import numpy as np

    low, high = int(words.texts[0]), int(words.texts[-1])
    breaks = _breaks(words.units[low:high]) + low
    starts, ends = np.concatenate(([low], breaks[:-1] + 1)), breaks.copy()
    filled = starts < ends
    starts, ends = starts[filled], ends[filled]
    _strip(words.units, starts, ends)
    filled = starts < ends
    starts, ends = starts[filled], ends[filled]
    first = starts.searchsorted(words.texts)
    article = np.repeat(np.arange(first.size - 1), first[1:] - first[:-1])
    bounds = np.append(words.starts.searchsorted(starts), words.starts.size)
    of_word = np.repeat(np.arange(starts.size), bounds[1:] - bounds[:-1])
    # A carriage return and a line feed are one break.
    breaks = breaks[(words.units[breaks] != ord("\r")) | (words.units[breaks + 1] != ord("\n"))]
    before = np.full(starts.size, BREAKS.index("line"), np.uint8)
    before[1:][breaks.searchsorted(starts[1:]) - breaks.searchsorted(ends[:-1]) > 1] = BREAKS.index("blank")
    before[first[:-1][first[:-1] < first[1:]]] = BREAKS.index("start")
    return ParagraphRows(article, starts, ends, bounds, first, of_word, before)


def _breaks(units: Any) -> Positions:
    """Return where lines end: at line feeds, and at what else Python and HTML take for the end of one."""
    import numpy as np

    feeds = (units - np.uint16(0x0A)) < 4
    feeds |= units == 0x85
    feeds |= (units & np.uint16(0xFFFE)) == 0x2028
    found: Positions = feeds.nonzero()[0]
    return found


def _strip(units: Any, starts: Positions, ends: Positions) -> None:
    """Move *starts* and *ends* inwards, in place, past white space."""
    import numpy as np

    space = _spaces()
    for positions, step, ahead in ((starts, 1, 0), (ends, -1, -1)):
        at = space[units[positions + ahead]].nonzero()[0]
        for _ in range(_STEPS):
            if not at.size:
                break
            positions[at] += step
            at = at[(starts[at] < ends[at]) & space[units[positions[at] + ahead]]]
        for row in at.tolist():
            solid = (~space[units[starts[row] : ends[row]]]).nonzero()[0]
            inner = (solid[0] if step > 0 else solid[-1] + 1) if solid.size else 0
            positions[row] = starts[row] + inner
    np.maximum(ends, starts, out=ends)


@cache
def _spaces() -> Any:
    """Return for every UTF-16 unit whether ``str.strip`` takes it for white space."""
    import numpy as np

    return np.array([chr(code).isspace() for code in range(1 << 16)], np.bool_)


def end_sentences(words: Words, paragraphs: ParagraphRows) -> Booleans:
    """Return of each row whether it ends a sentence, as :func:`newslint.facts.prose.ends_sentence` tells."""
    ends = paragraphs.ends.copy()
    closers, stops = _among(CLOSERS), _among("".join(SENTENCE_ENDS))
    closed = closers[words.units[ends - 1]].nonzero()[0]
    for _ in range(_STEPS):
        ends[closed] -= 1
        closed = closed[(ends[closed] > paragraphs.starts[closed]) & closers[words.units[ends[closed] - 1]]]
        if not closed.size:
            break
    found: Booleans = stops[words.units[ends - 1]]
    return found


@cache
def _among(characters: str) -> Any:
    """Return for every UTF-16 unit whether it is one of *characters*."""
    import numpy as np

    table = np.zeros(1 << 16, np.bool_)
    table[[ord(character) for character in characters]] = True
    return table
