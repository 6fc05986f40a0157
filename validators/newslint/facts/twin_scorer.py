"""How well one text of an article answers a foreign paragraph: features, and the learned log-odds over them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import msgspec

from newslint.facts.anchors import KINDS, Anchored, Kind

MIN_SIMILARITY = 0.84
"""Jaro-Winkler similarity (0 to 1) from which two names in rough Latin may be one name in two cases or spellings: low
enough for ``putina`` and ``putin``, ``volodimir`` and ``vladimir``; the scorer is trained with it."""

MAX_LEAD = 8.0
"""Lead of the best candidate on the next (log-odds) beyond which more says nothing."""

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

        Where there is no other candidate, an even chance is the rival: being alone is no merit.
        """
        lead = min(best - (runner_up or 0.0), MAX_LEAD)
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


class Agreement(msgspec.Struct, frozen=True):
    """The anchors of a foreign text that a candidate answers: foreign key to the candidate's, by kind."""

    pairs: dict[Kind, dict[str, str]]


class Candidate(msgspec.Struct, frozen=True):
    """A stretch of the article that the foreign paragraph may repeat; ``distance`` is in paragraphs."""

    anchored: Anchored
    distance: int


class Matcher:
    """Compares one foreign paragraph with the texts of its article.

    Anchors weigh as much as they are rare in the article: what every paragraph names tells none of them apart.
    *texts* are the single texts over which rarity is counted.
    """

    def __init__(self, foreign: Anchored, texts: Sequence[Anchored]) -> None:
        self._foreign = foreign
        self._texts = len(texts)
        self._similar: dict[Kind, dict[str, dict[str, float]]] = {}
        self._reached: dict[Kind, dict[str, float]] = {}
        self._rarity: dict[Kind, dict[str, float]] = {}
        self._rarity_there: dict[Kind, dict[str, float]] = {}
        for kind in KINDS:
            self._compare(kind, [text.keys[kind] for text in texts])

    def _compare(self, kind: Kind, texts: list[frozenset[str]]) -> None:
        """Find, once for the article, which keys of *kind* match and how rare each is."""
        there: dict[str, set[int]] = {}
        for number, keys in enumerate(texts):
            for key in keys:
                there.setdefault(key, set()).add(number)
        similar = {key: _similar_keys(key, there, fuzzy=kind in ("name", "word")) for key in self._foreign.keys[kind]}
        reached: dict[str, float] = {}
        for matches in similar.values():
            for other, similarity in matches.items():
                reached[other] = max(similarity, reached.get(other, 0.0))
        self._similar[kind] = similar
        self._reached[kind] = reached
        self._rarity_there[kind] = {key: self._weight(len(numbers)) for key, numbers in there.items()}
        self._rarity[kind] = {
            key: self._weight(len(set().union(*(there[other] for other in matches))))
            for key, matches in similar.items()
        }

    def _weight(self, texts_with_it: int) -> float:
        return math.log((self._texts + 1) / (texts_with_it + 0.5)) + 0.3

    def agreement(self, candidate: Anchored) -> Agreement:
        """Return which anchors of the foreign text *candidate* answers, each with its best match."""
        return Agreement({kind: self._best_matches(kind, candidate.keys[kind]) for kind in KINDS})

    def _best_matches(self, kind: Kind, keys: frozenset[str]) -> dict[str, str]:
        best: dict[str, str] = {}
        for key, similar in self._similar[kind].items():
            present = [(similarity, other) for other, similarity in similar.items() if other in keys]
            if present:
                best[key] = max(present)[1]
        return best

    def likeness(self, text: Anchored) -> float:
        """Return the rarity of what *text* answers: a cheap bound on what :meth:`features` will find to agree."""
        return sum(
            self._rarity_there[kind][key] * reached[key]
            for kind, reached in self._reached.items()
            for key in reached.keys() & text.keys[kind]
        )

    def features(self, candidate: Candidate, expected: tuple[float, float]) -> dict[str, float]:
        """Return the features of *candidate*; *expected* is the mean and deviation of the log length ratio."""
        text = candidate.anchored
        agreement = self.agreement(text)
        features: dict[str, float] = {}
        total = 0.0
        count = 0
        for kind in KINDS:
            pairs = agreement.pairs[kind]
            matched, unmatched = self._masses(kind, text, pairs)
            features[f"{kind}_matched"] = math.sqrt(matched)
            features[f"{kind}_unmatched"] = math.sqrt(unmatched)
            features[f"{kind}_coverage"] = (matched + 0.3) / (matched + unmatched + 1.0)
            total += matched
            count += len(pairs)
        features["all_matched"] = math.log1p(total)
        features["all_count"] = math.log1p(count)
        features["nearness"] = 1 / max(candidate.distance, 1)
        return (
            features
            | length_features(self._foreign.length, text.length, expected)
            | _punctuation_features(self._foreign, text)
        )

    def _masses(self, kind: Kind, text: Anchored, pairs: dict[str, str]) -> tuple[float, float]:
        """Return the rarity of the anchors that agree and of those that do not, averaged over both sides."""
        here, there = self._rarity[kind], self._rarity_there[kind]
        similar = self._similar[kind]
        matched = sum(here[key] * similar[key][other] for key, other in pairs.items())
        unmatched = sum(here.values()) - matched
        reached = self._reached[kind]
        matched_there = sum(there[key] * reached[key] for key in text.keys[kind] if key in reached)
        unmatched_there = sum(there[key] for key in text.keys[kind]) - matched_there
        return (matched + matched_there) / 2, (unmatched + unmatched_there) / 2


def _similar_keys(key: str, others: Mapping[str, object], *, fuzzy: bool) -> dict[str, float]:
    """Return the *others* that may be *key*, each with how surely (0.4 to 1)."""
    if not fuzzy:
        return {key: 1.0} if key in others else {}
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    found = process.extract_iter(key, others.keys(), scorer=JaroWinkler.similarity, score_cutoff=MIN_SIMILARITY)
    return {other: 0.4 + 0.6 * (score - MIN_SIMILARITY) / (1 - MIN_SIMILARITY) for other, score, _ in found}


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


def length_features(foreign: int, text: int, expected: tuple[float, float]) -> dict[str, float]:
    """Return how far two lengths, in characters, lie from the *expected* ratio."""
    mean, deviation = expected
    ratio = math.log((foreign + 8) / (text + 8)) - mean
    z = min(abs(ratio) / deviation, _MAX_Z)
    return {"length_z": z, "length_z2": min(z * z, 16.0)}


def _punctuation_features(foreign: Anchored, text: Anchored) -> dict[str, float]:
    shared = (foreign.punctuation & text.punctuation).total()
    apart = foreign.punctuation.total() + text.punctuation.total() - 2 * shared
    return {
        "punctuation_matched": float(min(shared, 4)),
        "punctuation_unmatched": float(min(apart, _MAX_PUNCTUATION)),
    }
