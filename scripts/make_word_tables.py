"""Learn the word tables of ``data/words`` from NTREX-128: IBM model 1 on word stems.

    python scripts/make_word_tables.py ntrex-128.tar.xz [en-ru …]

``lengths.json`` comes with them: how long each of the languages is against English.

NTREX-128 (Federmann, Kocmi, Xin: "NTREX-128, News Test References for MT Evaluation of 128 Languages", 2022) is
CC BY-SA 4.0; so are the tables. No sentence of it is written.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import statistics
import tarfile
from collections import Counter, defaultdict
from pathlib import Path

from babel import Locale

from newslint.facts.word_tables import stems

OUTPUT = Path(__file__).parent.parent / "validators" / "newslint" / "data" / "words"
ENGLISH_WITH = (
    *("ru", "uk", "de", "fr", "es", "it", "pl", "pt", "cs", "tr", "ar", "zh", "ja"),
    *("hr", "is", "uz", "sw", "ha"),
)
PAIRS = (*(f"en-{code}" for code in ENGLISH_WITH), "de-fr", "cs-uk", "ru-uk", "ru-uz")
CODES = {
    "ar": "ref.arb", "cs": "ref.ces", "de": "ref.deu", "en": "src.eng", "es": "ref.spa", "fr": "ref.fra",
    "ha": "ref.hau", "hr": "ref.hrv", "is": "ref.isl", "it": "ref.ita", "ja": "ref.jpn", "pl": "ref.pol",
    "pt": "ref.por", "ru": "ref.rus", "sw": "ref.swa", "tr": "ref.tur", "uk": "ref.ukr", "uz": "ref.uzb",
    "zh": "ref.zho-CN",
}  # fmt: skip
ROUNDS = 5
MIN_PROBABILITY = 0.04
NOTHING = ""  # the empty word of model 1, which explains what has no counterpart

Probabilities = dict[str, dict[str, float]]


def learn(pairs: list[tuple[set[str], set[str]]]) -> Probabilities:
    """Return p(target stem | source stem) by expectation maximisation, only probabilities worth keeping.

    Stems seen once are left out: with one sentence to go by, everything in it translates them.
    """
    seen = Counter(stem for _, target in pairs for stem in target)
    seen_source = Counter(stem for source, _ in pairs for stem in source)
    sentences = [
        ([s for s in source if seen_source[s] > 1] + [NOTHING], [t for t in target if seen[t] > 1])
        for source, target in pairs
    ]
    model: Probabilities | None = None
    for _ in range(ROUNDS):
        model = _round(sentences, model)
    kept = {s: {t: p for t, p in row.items() if p > MIN_PROBABILITY} for s, row in (model or {}).items() if s}
    return {s: row for s, row in kept.items() if row}


def _round(sentences: list[tuple[list[str], list[str]]], model: Probabilities | None) -> Probabilities:
    counts: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for source, target in sentences:
        for t in target:
            shares = [model.get(s, {}).get(t, 1e-7) if model else 1.0 for s in source]
            total = sum(shares)
            for s, share in zip(source, shares, strict=True):
                if share > 0.005 * total:
                    counts[s][t] += share / total
    totals = {s: sum(row.values()) for s, row in counts.items()}
    return {s: {t: c / totals[s] for t, c in row.items()} for s, row in counts.items()}


def direction(pairs: list[tuple[set[str], set[str]]]) -> dict[str, object]:
    """Return one direction of a table as JSON data; three decimals of a probability keep it small."""
    seen = Counter(stem for _, target in pairs for stem in target)
    model = learn(pairs)
    total = len(pairs) + 1
    return {
        "frequency": {t: round((c + 0.5) / total, 5) for t, c in sorted(seen.items()) if c > 1},
        "probability": {s: {t: round(p, 3) for t, p in sorted(row.items())} for s, row in sorted(model.items())},
    }


def log_lengths(archive: tarfile.TarFile) -> dict[str, float]:
    """Return, by language, the median logarithm of a sentence's length over that of its English original."""
    codes = {name.lower(): code for code, name in Locale("en").languages.items() if len(code) == 2}
    english = lines(archive, "src.eng")
    found: dict[str, float] = {"en": 0.0}
    index = archive.extractfile("LANGUAGES.tsv")
    assert index is not None
    for row in index.read().decode().splitlines():
        file, _, name = row.partition(" ")
        code = codes.get(name.partition(" (")[0].strip().lower())
        if code and code not in found:
            pairs = zip(english, lines(archive, f"ref.{file}"), strict=True)
            ratio = statistics.median(math.log((len(text) + 8) / (len(source) + 8)) for source, text in pairs)
            found[code] = round(ratio, 3)
    return dict(sorted(found.items()))


def lines(archive: tarfile.TarFile, name: str) -> list[str]:
    """Return the sentences of one language."""
    member = archive.extractfile(f"NTREX-128/newstest2019-{name}.txt")
    assert member is not None
    return member.read().decode("utf-8-sig").splitlines()


def main() -> None:
    """Write a table for each pair; the same input gives the same bytes."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("archive", type=Path)
    parser.add_argument("pairs", nargs="*", help="pairs to learn (default: all)")
    arguments = parser.parse_args()
    pairs = arguments.pairs or PAIRS
    texts: dict[str, list[set[str]]] = {}
    with tarfile.open(arguments.archive) as archive:
        for code in sorted({code for pair in pairs for code in pair.split("-")}):
            texts[code] = [stems(line, code) for line in lines(archive, CODES[code])]
        lengths = log_lengths(archive)
    OUTPUT.mkdir(exist_ok=True)
    (OUTPUT / "lengths.json").write_text(json.dumps(lengths, indent=1) + "\n", encoding="utf-8")
    for pair in pairs:
        first, second = (texts[code] for code in pair.split("-"))
        table = {
            "forward": direction(list(zip(first, second, strict=True))),
            "backward": direction(list(zip(second, first, strict=True))),
        }
        data = json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()
        path = OUTPUT / f"{pair}.json.gz"
        path.write_bytes(gzip.compress(data, 9, mtime=0))
        print(f"{pair}: {path.stat().st_size / 1024:.0f} KB", flush=True)


if __name__ == "__main__":
    main()
