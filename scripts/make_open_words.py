"""Generate validators/newslint/data/open_words.json: words behind which a sentence goes on.

An article, a preposition, a conjunction: no sentence of the news ends with one, so a text that does was cut there.
Which words these are is counted over NTREX-128 (Federmann, Kocmi and Xin, 2022; CC BY-SA 4.0), the same 123 news
documents in 128 languages. Only words are kept; no sentence of it is. Run it with the unpacked archive::

    python scripts/make_open_words.py NTREX            # write the table
    python scripts/make_open_words.py NTREX --check    # fail if the table on disk is not what would be written
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from make_function_words import CODES, LOWERCASE
from tables import write_or_compare

TABLE = Path(__file__).resolve().parent.parent / "validators" / "newslint" / "data" / "open_words.json"

MIN_OCCURRENCES = 150
"""Fewest occurrences: of every word of the news one in twenty ends a sentence, so these say something ..."""
MAX_FINAL_SHARE = 1 / 300
"""... if at most this share does: a slip in the corpus, or the word as a word."""
MIN_DOCUMENTS = 70
"""Fewest of the 123 documents with the word: topics and names stand in fewer, and so do nouns of set phrases."""

OPENERS = "\"'“„‘«(["
CLOSERS = "\"'”“’»)]"
MARKS = f",;:.!?…।።؟۔،؛-–—%{CLOSERS}"
CLOSE = re.compile(rf"[.!?…።।؟۔][{re.escape(CLOSERS)}]*$")


def open_words(lines: Iterable[tuple[str, str]]) -> list[str]:
    """Return the open words of one language, by its (document, line) pairs."""
    total: Counter[str] = Counter()
    final: Counter[str] = Counter()
    small: Counter[str] = Counter()
    documents: defaultdict[str, set[str]] = defaultdict(set)
    for document, line in lines:
        for piece in line.split():
            token = piece.lstrip(OPENERS)
            word = token.rstrip(MARKS).lower()
            total[word] += 1
            final[word] += CLOSE.search(token) is not None
            small[word] += token.startswith(word)
            documents[word].add(document)
        last = line.split()[-1:]
        final.update(piece.lstrip(OPENERS).lower() for piece in last if piece[-1] not in MARKS)
    return sorted(
        word
        for word, count in total.items()
        if word
        and word.strip("0123456789.,'’-–—")
        and count >= MIN_OCCURRENCES
        and final[word] <= MAX_FINAL_SHARE * count
        and small[word] >= LOWERCASE * count
        and len(documents[word]) >= MIN_DOCUMENTS
    )


def build(folder: Path) -> dict[str, Any]:
    """Return the whole table, ready to be written."""
    documents = (folder / "DOCUMENT_IDS.tsv").read_text(encoding="utf-8").split()
    lines: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, code in CODES.items():
        path = next((folder / "NTREX-128").glob(f"newstest2019-*.{name}.txt"))
        rows = path.read_text(encoding="utf-8").split("\n")[: len(documents)]
        lines[code] += zip(documents, rows, strict=True)
    return {
        "generated_by": "scripts/make_open_words.py",
        "sources": ["words counted over NTREX-128 (CC BY-SA 4.0)"],
        "languages": {code: " ".join(open_words(rows)) for code, rows in sorted(lines.items())},
    }


def main() -> int:
    """Write the table, or compare it with the one on disk."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", type=Path, help="folder of the unpacked NTREX archive (with DOCUMENT_IDS.tsv)")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the table is out of date")
    arguments = parser.parse_args()
    text = json.dumps(build(arguments.corpus), ensure_ascii=False, indent=0) + "\n"
    return write_or_compare(TABLE, text, check=arguments.check)


if __name__ == "__main__":
    raise SystemExit(main())
