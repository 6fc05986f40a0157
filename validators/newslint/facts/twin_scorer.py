"""How well one text of an article answers a foreign paragraph: features, and the learned log-odds over them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, reduce
from importlib.resources import files
from operator import or_

import msgspec

from newslint.facts.anchors import KINDS, SPELLED, Anchored, Joined, Kind, Spelled
from newslint.facts.lazy import lazy
from newslint.facts.memo import Memo

MIN_SIMILARITY = 0.84
"""Jaro-Winkler similarity (0 to 1) from which two names in rough Latin may be one name in two cases or spellings: low
enough for ``putina`` and ``putin``, ``volodimir`` and ``vladimir``; the scorer is trained with it."""

MAX_LEAD = 8.0
"""Lead of the best candidate on the next (log-odds) beyond which more says nothing."""

LONE_RIVAL = -2.5
"""Log-odds taken for the next candidate where there is none: unrelated paragraphs as long as the translation have −3.4
in the median (−5.7 with a word table). Measured on 2,500 held-out paragraphs of translated news, each beside nothing
but its translation, or nothing but the other paragraph nearest to that in length: with a word table recall 0.80 at
precision 0.999, without one 0.21 at 1.0. An even chance (0) instead, which no unrelated text has, leaves 0.74 and
0.11."""

_MAX_Z = 6.0
_MAX_PUNCTUATION = 6


class Decision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The second stage: from the log-odds of the best candidate, and its lead on the next, to those of "duplicate"."""

    bias: float
    best: float
    lead: float
    duplicate_at: float

    def log_odds(self, best: float, runner_up: float | None) -> float:
        """Return the log-odds that the best candidate really is the translation.

        Where there is no other candidate, an unrelated paragraph is thought beside it (:data:`LONE_RIVAL`).
        """
        lead = min(best - (LONE_RIVAL if runner_up is None else runner_up), MAX_LEAD)
        return self.bias + self.best * best + self.lead * lead


class Coefficients(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A logistic regression: the log-odds that a candidate is the translation are ``bias`` plus weighted features."""

    bias: float
    features: dict[str, float]
    decision: Decision

    def log_odds(self, features: Mapping[str, float]) -> float:
        """Return the log-odds of *features*; features without a coefficient count nothing."""
        return self.bias + sum(weight * features[name] for name, weight in self.features.items())


class ScorerData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``data/twin_scorer.json``: the learned coefficients.

    ``anchors`` serve any two languages, ``words`` those with a word table. ``length_spread`` is how far the logarithm
    of the ratio of two lengths typically lies from what the languages make one expect. ``margins`` are the log-odds
    asked for beyond the threshold in some pairs of languages, named by their codes in order (``"ru-uk"``).
    """

    source: str
    anchors: Coefficients
    words: Coefficients
    length_spread: float
    margins: dict[str, float] = {}

    def margin(self, foreign: Sequence[str], article: str | None) -> float:
        """Return what is asked for beyond the threshold between one of the languages *foreign* and *article*."""
        own = article or "en"
        return max((self.margins.get("-".join(sorted((code, own))), 0.0) for code in foreign), default=0.0)


@cache
def scorer_data() -> ScorerData:
    """Return the shipped coefficients."""
    data = files("newslint.data").joinpath("twin_scorer.json").read_bytes()
    return msgspec.json.decode(data, type=ScorerData)


class Candidate(msgspec.Struct, frozen=True):
    """A stretch of the article that the foreign paragraph may repeat; ``distance`` is in paragraphs."""

    anchored: Anchored | Joined
    distance: int


class Texts:
    """The single texts of an article, over which it is counted how rare each anchor is.

    Anchors weigh as much as they are rare in the article: what every paragraph names tells none of them apart. Which
    texts have an anchor is kept as a number with one bit for each text, the lowest for the first.
    """

    def __init__(self, texts: Sequence[Anchored]) -> None:
        self._holders: dict[Kind, dict[str, int]] = {kind: defaultdict(int) for kind in KINDS}
        self._parts: dict[bool, dict[str, int]] = {False: defaultdict(int), True: defaultdict(int)}
        for number, text in enumerate(texts):
            parts, bit = self._parts[text.is_unspaced], 1 << number
            for part in text.parts:
                parts[part] |= bit
            for anchor in text.exact:
                self._holders[anchor.kind][anchor.key] |= bit
        for is_unspaced, parts in self._parts.items():
            self._add_spelled(SPELLED[is_unspaced], parts)
        self._weights = [math.log((len(texts) + 1) / (count + 0.5)) + 0.3 for count in range(len(texts) + 1)]

    def _add_spelled(self, spelled: Memo[Spelled], parts: dict[str, int]) -> None:
        all_names, all_words = self._holders["name"], self._holders["word"]
        for part, bits in parts.items():
            names, words = spelled[part]
            for key in names:
                all_names[key] |= bits
            for key in words:
                all_words[key] |= bits

    @property
    def tokens(self) -> Mapping[str, int]:
        """Which texts have each string between white space, where the words are between white space."""
        return self._parts[False]

    @lazy
    def _spellings(self) -> list[str]:
        return [*(self._holders["name"].keys() | self._holders["word"].keys())]

    def similar(self, kind: Kind, keys: frozenset[str]) -> dict[str, dict[str, float]]:
        """Return those of *keys* that have matches among the keys of *kind*, these with how surely (0.4 to 1)."""
        there = self._holders[kind]
        return {key: {key: 1.0} for key in keys if key in there}

    def similarly_spelled(self, foreign: Anchored) -> dict[Kind, dict[str, dict[str, float]]]:
        """Return the same for the names and words of *foreign*, which match if they are nearly the same."""
        found: dict[Kind, dict[str, dict[str, float]]] = {"name": {}, "word": {}}
        keys = foreign.keys["name"] | foreign.keys["word"]
        for key, other, sureness in _nearly_same(list(keys), self._spellings):
            for kind, matches in found.items():
                if other in self._holders[kind] and key in foreign.keys[kind]:
                    matches.setdefault(key, {})[other] = sureness
        return found

    def holders(self, kind: Kind, key: str) -> int:
        """Return which texts have *key* of *kind*."""
        return self._holders[kind].get(key, 0)

    def weight(self, holders: int) -> float:
        """Return how rare an anchor is that the texts *holders* have."""
        return self._weights[holders.bit_count()]

    def mass(self, kind: Kind, keys: Iterable[str]) -> float:
        """Return the sum of the weights of each of *keys*."""
        holders, weights = self._holders[kind], self._weights
        return sum([weights[holders.get(key, 0).bit_count()] for key in keys])


class _Matches(msgspec.Struct, frozen=True):
    """Of one kind: the foreign keys that match any of the article's, and these.

    ``similar`` holds for each such foreign key how surely (0.4 to 1) others may be it, ``weights`` how rare it is,
    ``mass`` the rarity of all foreign keys. ``reached`` holds how much a text of the article gains by each other key,
    whose ``answering`` is the set.
    """

    similar: dict[str, dict[str, float]]
    weights: dict[str, float]
    mass: float
    reached: dict[str, float]
    answering: frozenset[str]


class Matcher:
    """Compares one foreign paragraph with the *texts* of its article."""

    def __init__(self, foreign: Anchored, texts: Texts) -> None:
        self._foreign = foreign
        self._texts = texts
        similar = texts.similarly_spelled(foreign)
        similar |= {kind: texts.similar(kind, foreign.keys[kind]) for kind in ("number", "concept")}
        self._matches = {kind: self._match(kind, similar[kind]) for kind in KINDS}
        self._gains = [
            (texts.holders(kind, key), gain)
            for kind, matches in self._matches.items()
            for key, gain in matches.reached.items()
        ]
        self.answered = reduce(or_, [holders for holders, _ in self._gains], 0)
        """The texts that answer anything."""

    def _match(self, kind: Kind, similar: dict[str, dict[str, float]]) -> _Matches:
        """Find, once for the article, how rare each match of *kind* is."""
        texts = self._texts
        reached: dict[str, float] = {}
        weights: dict[str, float] = {}
        for key, matches in similar.items():
            holders = 0
            for other, sureness in matches.items():
                there = texts.holders(kind, other)
                holders |= there
                reached[other] = max(sureness * texts.weight(there), reached.get(other, 0.0))
            weights[key] = texts.weight(holders)
        unmatched = len(self._foreign.keys[kind]) - len(similar)
        mass = sum(weights.values()) + unmatched * texts.weight(0)
        return _Matches(similar, weights, mass, reached, frozenset(reached))

    def pairs(self, kind: Kind, keys: frozenset[str]) -> dict[str, str]:
        """Return which foreign anchors of *kind* a text with these *keys* answers, each with its best match."""
        best: dict[str, str] = {}
        for key, similar in self._matches[kind].similar.items():
            present = [(sureness, other) for other, sureness in similar.items() if other in keys]
            if present:
                best[key] = max(present)[1]
        return best

    def likeness(self, texts: int) -> float:
        """Return the rarity of what any of *texts* answers: about what :meth:`features` will find to agree."""
        return sum([gain for holders, gain in self._gains if holders & texts])

    def likeness_of(self, text: Anchored | Joined) -> float:
        """Return the same for a text that is none of the article's single ones."""
        total = 0.0
        for kind, matches in self._matches.items():
            if matches.answering:
                total += sum([matches.reached[key] for key in matches.answering & text.keys[kind]])
        return total

    def features(self, candidate: Candidate, expected: tuple[float, float]) -> dict[str, float]:
        """Return the features of *candidate*; *expected* is the mean and deviation of the log length ratio."""
        text = candidate.anchored
        features: dict[str, float] = {}
        total = 0.0
        count = 0
        for kind in KINDS:
            matched, unmatched, pairs = self._masses(kind, text.keys[kind])
            matched_name, unmatched_name, coverage_name = _FEATURES[kind]
            features[matched_name] = math.sqrt(matched)
            features[unmatched_name] = math.sqrt(unmatched)
            features[coverage_name] = (matched + 0.3) / (matched + unmatched + 1.0)
            total += matched
            count += pairs
        features["all_matched"] = math.log1p(total)
        features["all_count"] = math.log1p(count)
        features["nearness"] = 1 / max(candidate.distance, 1)
        features["length_z"], features["length_z2"] = length_z(self._foreign.length, text.length, expected)
        return features | _punctuation_features(self._foreign.punctuation, text.punctuation)

    def _masses(self, kind: Kind, keys: frozenset[str]) -> tuple[float, float, int]:
        """Return the rarity of the anchors that agree and of those that do not, averaged over both sides.

        The third is how many of the foreign ones agree.
        """
        matches = self._matches[kind]
        all_there = self._texts.mass(kind, keys)
        present = matches.answering & keys
        if not present:
            return 0.0, (matches.mass + all_there) / 2, 0
        pairs = self.pairs(kind, keys)
        here = sum([matches.weights[key] * matches.similar[key][other] for key, other in pairs.items()])
        there = sum([matches.reached[key] for key in present])
        matched = (here + there) / 2
        return matched, max((matches.mass + all_there) / 2 - matched, 0.0), len(pairs)


_FEATURES = {kind: (f"{kind}_matched", f"{kind}_unmatched", f"{kind}_coverage") for kind in KINDS}


def _nearly_same(keys: list[str], others: list[str]) -> Iterator[tuple[str, str, float]]:
    """Yield which of *keys* may be which of *others*, and how surely (0.4 to 1)."""
    import numpy as np
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    if keys and others:
        # One call for all pairs, not one for each key, is five times as fast.
        table = process.cdist(
            keys, others, scorer=JaroWinkler.similarity, score_cutoff=MIN_SIMILARITY, dtype=np.float64
        )
        rows, columns = table.nonzero()
        for row, column, score in zip(rows.tolist(), columns.tolist(), table[rows, columns].tolist(), strict=True):
            yield keys[row], others[column], 0.4 + 0.6 * (score - MIN_SIMILARITY) / (1 - MIN_SIMILARITY)


@cache
def _log_lengths() -> dict[str, float]:
    data = files("newslint.data").joinpath("words", "lengths.json").read_bytes()
    return msgspec.json.decode(data, type=dict[str, float])


def expected_length(foreign: Sequence[str], article: str | None) -> tuple[float, float]:
    """Return mean and deviation of log(foreign length / article length) for translations between these languages.

    Measured on 1,997 news sentences in 101 languages; a language not among them is taken to be as long as English.
    """
    lengths = _log_lengths()
    known = [lengths[code] for code in foreign if code in lengths]
    here = sum(known) / len(known) if known else 0.0
    return here - lengths.get(article or "en", 0.0), scorer_data().length_spread


def length_z(foreign: int, text: int, expected: tuple[float, float]) -> tuple[float, float]:
    """Return how far two lengths, in characters, lie from the *expected* ratio, in deviations; and its square."""
    mean, deviation = expected
    z = min(abs(math.log((foreign + 8) / (text + 8)) - mean) / deviation, _MAX_Z)
    return z, min(z * z, 16.0)


def _punctuation_features(foreign: Counter[str], text: Counter[str]) -> dict[str, float]:
    shared = sum([min(times, text[mark]) for mark, times in foreign.items() if mark in text])
    apart = foreign.total() + text.total() - 2 * shared
    return {
        "punctuation_matched": float(min(shared, 4)),
        "punctuation_unmatched": float(min(apart, _MAX_PUNCTUATION)),
    }
