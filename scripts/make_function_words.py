"""Generate validators/newslint/data/function_words.json: the words that give a language away.

The words are counted over NTREX-128 (Federmann, Kocmi and Xin, 2022; CC BY-SA 4.0), the same 123 news documents in 128
languages. Only words and how often they occur are kept; no sentence of it is. Every second document is left out, so
that the table can be measured on texts it was not counted on. Run it with the unpacked archive::

    python scripts/make_function_words.py NTREX            # write the table
    python scripts/make_function_words.py NTREX --check    # fail if the table on disk is not what would be written
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tables import write_or_compare

from newslint.facts.function_words import tokens
from newslint.facts.kinship import group_of

TABLE = Path(__file__).resolve().parent.parent / "validators" / "newslint" / "data" / "function_words.json"

MIN_DOCUMENTS = 0.12
"""A function word stands in at least this share of the documents; topic words and names do not."""
MIN_RATE = 0.001
"""Least share of a language's words."""
RIVAL = 2.5
"""A word belongs to a language if it is this many times as frequent there as in any other."""
MAX_WORDS = 80
"""Most words kept per language."""
LOWERCASE = 0.6
"""Least share of lower-case occurrences: names are capitalised."""
COMMON_WORDS = 300
"""Most common words, and most words of its own, kept per language: twice as many settle few paragraphs more."""
COMMON_DOCUMENTS = 0.02
"""Such a word stands in at least this share of the documents, which is two of them ..."""
COMMON_RATE = 0.0002
"""... and makes up at least this share of a language's words, which is four times in the documents counted."""

CODES = {
    "afr": "af", "aze-Latn": "az", "bak": "ba", "bel": "be", "bem": "bem", "ben": "bn", "bos": "bs", "bul": "bg",
    "cat": "ca", "ces": "cs", "ckb-Arab": "ckb", "cym": "cy", "dan": "da", "deu": "de", "ell": "el", "eng-GB": "en",
    "eng-US": "en", "est": "et", "eus": "eu", "ewe": "ee", "fao": "fo", "fas": "fa", "fij": "fj", "fil": "tl",
    "fin": "fi", "fra": "fr", "gle": "ga", "glg": "gl", "guj": "gu", "hau": "ha", "heb": "he", "hin": "hi", "hrv": "hr",
    "hun": "hu", "hye": "hy", "ibo": "ig", "ind": "id", "isl": "is", "ita": "it", "kat": "ka", "kaz": "kk", "kin": "rw",
    "kir": "ky", "kmr": "kmr", "kor": "ko", "lav": "lv", "lit": "lt", "ltz": "lb", "mar": "mr", "mkd": "mk",
    "mlg": "mg", "mlt": "mt", "mon": "mn", "mri": "mi", "msa": "ms", "nep": "ne", "nld": "nl", "nno": "nn",
    "nob": "nb", "nso": "nso", "nya": "ny", "orm": "om", "pan": "pa", "pol": "pl", "por": "pt", "por-BR": "pt",
    "prs": "fa", "pus": "ps", "ron": "ro", "rus": "ru", "slk": "sk", "slv": "sl", "smo": "sm", "sna-Latn": "sn",
    "snd-Arab": "sd", "som": "so", "spa": "es", "spa-MX": "es", "sqi": "sq", "srp-Cyrl": "sr", "srp-Latn": "sr",
    "ssw": "ss", "swa": "sw", "swe": "sv", "tat": "tt", "tgk-Cyrl": "tg", "tsn": "tn", "tuk": "tk", "tur": "tr",
    "uig": "ug", "ukr": "uk", "urd": "ur", "uzb": "uz", "vie": "vi", "xho": "xh", "yor": "yo", "zul": "zu",
    "arb": "ar", "amh": "am", "tir": "ti", "ven": "ve",
}  # fmt: skip
"""The languages of the corpus that put spaces between words, by the corpus's own names."""


class Usage(NamedTuple):
    """How the words of one language are used in the corpus."""

    words: Counter[str]
    lower: Counter[str]
    documents: Counter[str]
    total: int
    n_documents: int


def counted(documents: list[str]) -> list[bool]:
    """Return, for each line, whether its document is one of those that are counted (every second one)."""
    order = {document: position for position, document in enumerate(dict.fromkeys(documents))}
    return [order[document] % 2 == 0 for document in documents]


def usage(lines: Iterable[tuple[str, str]]) -> Usage:
    """Count the words of (document, line) pairs."""
    words: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for document, line in lines:
        found = [word for word in tokens(line) if usable(word)]
        words.update(found)
        lower.update(word for word in found if f" {word}" in f" {line.replace('’', chr(39))}")
        seen[document].update(found)
    documents = Counter(word for found in seen.values() for word in found)
    return Usage(words, lower, documents, sum(words.values()), len(seen))


def usable(word: str) -> bool:
    """Return whether *word* consists of letters, marks and at most an apostrophe at its end."""
    return not any(ord(character) < 128 and not character.isalpha() for character in word.rstrip("'")) and word != "'"


def read(folder: Path) -> Iterator[tuple[str, Usage]]:
    """Yield the usage of each language; national varieties count together."""
    documents = (folder / "DOCUMENT_IDS.tsv").read_text(encoding="utf-8").split()
    keep = counted(documents)
    files: defaultdict[str, list[Path]] = defaultdict(list)
    for name, code in CODES.items():
        files[code].append(next((folder / "NTREX-128").glob(f"newstest2019-*.{name}.txt")))
    for code, paths in sorted(files.items()):
        lines: list[tuple[str, str]] = []
        for path in paths:
            rows = path.read_text(encoding="utf-8").split("\n")[: len(documents)]
            lines += [(document, row) for document, row, yes in zip(documents, rows, keep, strict=True) if yes]
        yield code, usage(lines)


def telling_words(code: str, everyone: dict[str, Usage]) -> dict[str, int]:
    """Return the function words that *code* shares with no language outside its group, per 10,000 words."""
    own = everyone[code]
    others = [other for name, other in everyone.items() if group_of(name) != group_of(code)]
    found: dict[str, int] = {}
    for word, count in sorted(own.words.items(), key=lambda item: (-item[1], item[0])):
        rate = count / own.total
        if rate < MIN_RATE or len(found) == MAX_WORDS:
            break
        if own.documents[word] < MIN_DOCUMENTS * own.n_documents or own.lower[word] < LOWERCASE * count:
            continue
        if all(rate >= RIVAL * other.words[word] / other.total for other in others):
            found[word] = round(10_000 * rate)
    return found


def common_words(code: str, everyone: dict[str, Usage], rival: float = 0.0) -> list[str]:
    """Return the commonest words of *code* that are *rival* times as frequent in it as in any other; no names."""
    own = everyone[code]
    others = [other for name, other in everyone.items() if rival and group_of(name) != group_of(code)]
    found: list[str] = []
    for word, count in sorted(own.words.items(), key=lambda item: (-item[1], item[0])):
        rate = count / own.total
        if len(found) == COMMON_WORDS or rate < COMMON_RATE:
            break
        if own.documents[word] < COMMON_DOCUMENTS * own.n_documents or own.lower[word] < LOWERCASE * count:
            continue
        if any(map(str.isalpha, word)) and all(rate >= rival * other.words[word] / other.total for other in others):
            found.append(word)
    return found


def grouped(lists: dict[str, list[str]]) -> dict[str, str]:
    """Join the word lists of the languages of a group, each word once, for the table."""
    words: defaultdict[str, set[str]] = defaultdict(set)
    for code, found in lists.items():
        words[group_of(code)].update(found)
    return {code: " ".join(sorted(found)) for code, found in sorted(words.items())}


def build(folder: Path) -> dict[str, Any]:
    """Return the whole table, ready to be written; the languages of a group share one list."""
    everyone = dict(read(folder))
    languages: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for code in everyone:
        for word, rate in telling_words(code, everyone).items():
            rates = languages[group_of(code)]
            rates[word] = max(rate, rates.get(word, 0))
    return {
        "generated_by": "scripts/make_function_words.py",
        "sources": ["word counts over every second document of NTREX-128 (CC BY-SA 4.0), per 10,000 words"],
        "languages": {code: dict(sorted(words.items())) for code, words in sorted(languages.items())},
        "own": grouped({code: common_words(code, everyone, RIVAL) for code in everyone}),
        "common": grouped({code: common_words(code, everyone) for code in everyone}),
    }


def main() -> int:
    """Write the table, or compare it with the one on disk."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", type=Path, help="folder of the unpacked NTREX archive (with DOCUMENT_IDS.tsv)")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the table is out of date")
    arguments = parser.parse_args()
    text = json.dumps(build(arguments.corpus), ensure_ascii=False, separators=(",", ":"))
    text = text.replace("},", "},\n").replace('",', '",\n') + "\n"
    return write_or_compare(TABLE, text, check=arguments.check)


if __name__ == "__main__":
    raise SystemExit(main())
