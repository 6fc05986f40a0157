r"""The one multi-pattern scan of an article's text.

Every check declares patterns that can trigger it; all of them are compiled into one matcher, which reads the fields
as UTF-8. Two engines do the work and give the same hits:

* **hyperscan**, the default: a first pass over all fields tells which patterns occur, a second where they are.
* **RE2**, for platforms without a hyperscan wheel and for small corpora: a set tells which patterns occur, then each of
  those is searched.

Most articles have no hit, so the first pass is what counts. Two things made it slow, and are what gates are for:
patterns that begin with a wide class, and patterns that make one large automaton of all they are run with. Measured on
2,107 real articles (3.8 KB of UTF-8 each), CPU per article, one core, with all stable checks: the first pass takes
46 µs, what is hit often 23 µs, and the second pass 28 µs. hyperscan compiles them in 43 s on one core, RE2 in 0.6 s.
hyperscan's databases are therefore cached on disk, and where they are not yet, RE2 scans until it is clear that the
corpus is a large one.

What both can give exactly is the *union* of all matches. A hit is therefore a maximal stretch of text covered by
overlapping matches of one check's triggers, as if those were the alternatives of one pattern; matches that merely touch
stay apart. This is the same for any engine and any order of the triggers. The two differ only in the Unicode version
behind ``\p{…}`` and ``caseless``: hyperscan knows about Unicode 6, RE2 the current one, so that letters encoded since
(Osage, Adlam, lower-case Cherokee, CJK extensions …) belong to ``\pL`` for RE2 only.

The places of matches are looked for in each field by itself: no pattern, negated classes included, can match across
two fields, and ``^`` means the start of a line. hyperscan 5.4 misses some lines where a class that repeats stands
between an anchor and the rest; what may be absent is therefore refused behind ``^``, and ``$`` altogether.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from typing import Literal, NamedTuple

from newslint.errors import ConfigError
from newslint.model import TEXT_FIELDS, Article
from newslint.text._engine import Gate as Gate
from newslint.text._engine import Match, Matcher, Pattern, PatternError, firsts, unions

Backend = Literal["hyperscan", "re2"]
_Maker = Callable[[Sequence[Sequence[Pattern]]], Matcher]

MAX_HITS = 1_000
"""Hits kept per check and field. A check that has met this many knows that the text is flooded, and can read on
alone."""

PATIENCE = 2 << 20
"""Bytes of text that RE2 scans before hyperscan is compiled: some 500 articles, on which RE2, whose automata grow with
what they read, spends 5 to 40 ms each. A corpus of ten articles need not wait half a minute for two seconds of work."""

_SHOWN = 80
MAX_HIT_LENGTH = 200
"""Characters in one hit. A longer stretch is cut into several, so that ``re`` on a hit always sees a bounded window."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.)|$)|(\[:\^?\w+:\])|(\[\^?\]?|\])|(\$)", re.DOTALL)
_SHARED_CLASSES = {"d": "0-9", "s": r"\t\n\x0b\x0c\r "}
_OPTIONAL_FIRST = re.compile(r"(?<![\[\\])\^(?:\\.|\[[^\]]*\]|[^\\\[(])(?:[?*]|\{0?,)")
_UNSHARED = frozenset("bBwWDSACzZGhHvVRXKQE")


class Trigger(NamedTuple):
    r"""A cheap pattern that can set off a check's exact rule.

    The pattern is a loose superset of the rule: whatever the rule flags must contain a match. It is written in the
    subset that RE2 and hyperscan share: no look-around, no back-references, no ``\b``, no ``\w`` (say ``\pL``), no
    unbounded repeats at either end. ``\d`` and ``\s`` mean the ASCII digits and white space, ``\uXXXX`` a character,
    ``^`` the start of a line; its end is for the exact rule to see.

    A pattern of wide classes costs the scan dearly in every text. It can be given a ``gate``, a cheaper pattern that
    occurs in every text in which it does; only behind it the pattern itself is looked for. One that is hit ``often``,
    in a third of all texts and more, is looked for at once. Hits are the same either way.
    """

    pattern: str
    caseless: bool = False
    gate: Gate | None = None
    often: bool = False


class Hit(NamedTuple):
    """Where a trigger matched: character offsets into the raw text of ``field``."""

    field: str
    start: int
    end: int


class Scanner:
    """All triggers of a run, compiled once; ``scan`` says where they match in an article.

    Args:
        triggers: the triggers of each check, by its code.
        backend: the engine to use; ``None`` takes hyperscan where it is installed, else RE2. Where hyperscan's
            databases are not cached, RE2 begins, and hyperscan is compiled after :data:`PATIENCE` bytes.

    A scanner belongs to one thread: hyperscan's working memory is not shared.

    Raises
    ------
    ConfigError
        A pattern cannot be compiled (the message names the check), or no engine is installed.

    """

    def __init__(self, triggers: Mapping[str, Sequence[Trigger]], backend: Backend | None = None) -> None:
        groups = {key: [_pattern(trigger, key) for trigger in wanted] for key, wanted in triggers.items() if wanted}
        self._keys = list(groups)
        self._groups = groups
        self._patience: int | None = None
        self._match = self._first_matcher(backend) if groups else None

    def scan(self, article: Article) -> dict[str, list[Hit]]:
        """Return the hits of each check that has any, in the order of the fields and then of the text.

        At most :data:`MAX_HITS` hits are kept per check and field, the first ones.
        """
        hits: dict[str, list[Hit]] = {}
        if self._match is None:
            return hits
        texts = [
            (field, _encode(text))
            for field in TEXT_FIELDS
            if (text := getattr(article, field)) and isinstance(text, str)
        ]
        if self._patience is not None:
            self._patience -= sum(len(data) for _, data in texts)
            if self._patience < 0:
                self.prepare()
        found = self._match([data for _, data in texts]) if texts else ()
        for (field, data), matches in zip(texts, found, strict=False):
            if matches:
                self._collect(field, data, matches, hits)
        return hits

    def prepare(self) -> None:
        """Compile what a large corpus is scanned with now, rather than in its midst.

        Raises
        ------
        ConfigError
            As for a new scanner.

        """
        if self._patience is not None:
            self._patience = None
            self._match = _compile(self._groups, _engine("hyperscan"))

    def _first_matcher(self, backend: Backend | None) -> Matcher:
        if backend is None and find_spec("hyperscan") and find_spec("re2"):
            from newslint.text._hyperscan import HyperscanMatcher

            kept = HyperscanMatcher.from_cache(list(self._groups.values()))
            if kept is not None:
                return kept
            self._patience = PATIENCE
            backend = "re2"
        return _compile(self._groups, _engine(backend))

    def _collect(self, field: str, data: bytes, matches: Sequence[Match], hits: dict[str, list[Hit]]) -> None:
        """Add the *matches* in one field to *hits*."""
        spans = unions(matches)
        if len(spans) > MAX_HITS:
            spans = firsts(spans, MAX_HITS)
        if not data.isascii():
            offset = _char_offsets(data, spans)
            spans = [(group, offset[start], offset[end]) for group, start, end in spans]
        if any(end - start > MAX_HIT_LENGTH for _, start, end in spans):
            spans = firsts(((group, *piece) for group, *span in spans for piece in _pieces(*span)), MAX_HITS)
        keys = self._keys
        for group, start, end in spans:
            hit = Hit(field, start, end)
            if (key := keys[group]) in hits:
                hits[key].append(hit)
            else:
                hits[key] = [hit]


def _pieces(start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a long stretch into pieces of at most :data:`MAX_HIT_LENGTH` characters."""
    while end - start > MAX_HIT_LENGTH:
        yield start, start + MAX_HIT_LENGTH
        start += MAX_HIT_LENGTH
    yield start, end


def _char_offsets(data: bytes, spans: Iterable[Match]) -> dict[int, int]:
    """Map the byte offsets in *spans* to character offsets, decoding every byte of *data* at most once."""
    wanted = sorted({offset for _, *span in spans for offset in span})
    offsets: dict[int, int] = {}
    last = count = 0
    for offset in wanted:
        count += len(data[last:offset].decode())
        offsets[offset] = count
        last = offset
    return offsets


def _encode(text: str) -> bytes:
    """Encode *text*; a lone surrogate, which UTF-8 cannot express, becomes U+FFFD, so offsets stay the same."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _LONE_SURROGATE.sub("\ufffd", text).encode()


def _pattern(trigger: Trigger, key: str) -> Pattern:
    gate = trigger.gate and trigger.gate._replace(pattern=_portable(trigger.gate.pattern, key))
    return Pattern(_portable(trigger.pattern, key), trigger.caseless, gate, trigger.often)


def _portable(pattern: str, key: str) -> str:
    r"""Spell *pattern* as all engines read it: expand ``\d``, ``\s`` and ``\uXXXX``, refuse what they differ in."""
    if _OPTIONAL_FIRST.search(pattern):
        raise ConfigError(
            f"{key}: the trigger {pattern!r} has something that may be absent behind ^, where hyperscan misses it"
        )
    in_class = False

    def spell(match: re.Match[str]) -> str:
        nonlocal in_class
        short, long, letter, posix, bracket, end = match.groups()
        if bracket:
            in_class = not bracket.endswith("]") if in_class else bracket.startswith("[")
            return match.group()
        if posix or (end and in_class):
            return match.group()
        if end:
            raise ConfigError(
                f"{key}: the trigger {pattern!r} uses $, which hyperscan does not find at every line's end"
            )
        if short or long:
            return rf"\x{{{short or long}}}"
        if letter is None or letter in _UNSHARED:
            raise ConfigError(f"{key}: the trigger {pattern!r} uses {match.group()}, which engines read differently")
        if letter in _SHARED_CLASSES:
            members = _SHARED_CLASSES[letter]
            return members if in_class else f"[{members}]"
        return match.group()

    return _ESCAPE.sub(spell, pattern)


def _compile(groups: Mapping[str, Sequence[Pattern]], make: _Maker) -> Matcher:
    """Compile *groups*, and blame the right check where a pattern is refused."""
    try:
        return make(list(groups.values()))
    except PatternError as error:
        # Engines report a bad set, not always the bad member; finding it may be slow, the run ends anyway.
        for key, patterns in groups.items():
            for pattern in patterns:
                _try(key, pattern, make)
        raise ConfigError(f"the triggers of {', '.join(groups)} cannot be compiled together: {error}") from None


def _try(key: str, pattern: Pattern, make: _Maker) -> None:
    try:
        make([[pattern]])
    except PatternError as error:
        shown = pattern.source if len(pattern.source) <= _SHOWN else pattern.source[:_SHOWN] + "…"
        raise ConfigError(f"{key}: the trigger {shown!r} cannot be used: {error}") from None


def _engine(wanted: Backend | None) -> _Maker:
    """Return what compiles triggers; the engines are imported here because start-up must not pay for them."""
    if wanted in ("hyperscan", None) and find_spec("hyperscan"):
        from newslint.text._hyperscan import HyperscanMatcher

        return HyperscanMatcher
    if wanted in ("re2", None) and find_spec("re2"):
        from newslint.text._re2 import Re2Matcher

        return Re2Matcher
    raise ConfigError(f"no engine to scan with: {wanted or 'hyperscan or google-re2'} is not installed")
