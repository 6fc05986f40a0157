"""Lines of songs and poems that an article prints, in which a sentence is said twice on purpose."""

from __future__ import annotations

import re

from newslint.facts.twice import UNSPACED_LETTER

LINE_CHARACTERS = 80
"""A line of a song is at most so long, and a third of that where words are not spaced."""
REACH = 60
"""The sentence beside it says within so many characters that it is sung, as may the one behind it."""
MIN_PERIOD = 4
"""Characters that a line repeats inside itself, as only refrains do: ``山よ高くあれ山よ高くあれ``."""

_SUNG = re.compile(
    r"\b(?:songs?|lyrics?|chorus|refrain|sings?|sang|sung|singing|hymn|anthem|lullaby|nursery|rhymes?|poems?|verses?"
    r"|chants?|chanted|lied(?:er|es)?|singt|sang(?:en)?|gesungen|gedicht|strophe|kehrreim|chansons?|chante|paroles"
    r"|poème|canción|canta|cantan|estribillo|poema|canzone|ritornello|canção|refrão|piosenk\w*|śpiewa\w*|wiersz\w*"
    r"|песн\w*|по[её]т\w?|припев\w*|стих\w*|пісн\w*|співа\w*|приспів\w*|вірш\w*|şarkı\w*|nakarat\w*|şiir\w*)\b"
    r"|[这這]一?首|一首|[歌唱詞曲謡谣诗詩]|أغنية|نشيد|قصيدة|गीत|노래|가사|เพลง",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…。！？।۔؟]")
_DENSER = 3
_DIGIT = re.compile(r"\d")


def is_refrain(body: str, start: int, again: int, end: int) -> bool:
    """Return whether ``body[start:again]``, which is said again up to *end*, is of a song or poem.

    It is short, and repeats itself inside, or stands below a line that ends with a colon, or the sentence before or
    behind it in the paragraph names a song.
    """
    line = body[start:again].strip()
    if len(line) * (_DENSER if UNSPACED_LETTER.search(line) else 1) > LINE_CHARACTERS or _DIGIT.search(line):
        return False
    if _repeats_itself(line) or body[max(0, start - REACH) : start].rstrip()[-1:] in (":", "："):
        return True
    before = body[max(0, start - REACH) : start].rpartition("\n")[2].rstrip()
    behind = body[end : end + REACH].partition("\n")[0].lstrip()
    ends = [match.end() for match in _SENTENCE_END.finditer(before[:-1])]
    after = _SENTENCE_END.search(behind)
    beside = (before[max(ends, default=0) :], behind[: after.start() if after else len(behind)])
    return any(map(_SUNG.search, beside))


def _repeats_itself(line: str) -> bool:
    letters = "".join(filter(str.isalnum, line))
    period = (letters + letters).find(letters, 1)
    return MIN_PERIOD <= period < len(letters)
