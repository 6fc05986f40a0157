"""Which of the defects put into healthy documents are found, by kind of defect and by language.

    python benchmarks/quality.py injected NTREX [--documents 3] [--only mashed-date] [--show 5]

``NTREX`` is the unpacked NTREX-128 archive. Of each language so many of the documents are drawn that the table of
function words was not counted on, and that have seven lines and more: each line is a paragraph, the first one the
title. Each kind of defect is put into a document of its own, in the paragraph that a seed draws, and counts as found
if one of the checks that name it has a finding that the healthy document does not have. Dates are written as CLDR
writes them (``pip install babel``), in the languages that it has.

A kind is no promise: a text that is cut behind a finished clause, or a line that breaks before a capital, looks like
others that are whole, and what cannot be known is not to be found. What a kind misses in some languages and finds in
others is worth a look.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import newslint
from quality_subjects.language import read_parallel

FEWEST_LINES = 7
_WORD = re.compile(r"[^\W\d_]{4,}")


class Document(NamedTuple):
    """A healthy article: the code of its language, its title, and its paragraphs, of which one is drawn."""

    language: str
    title: str
    paragraphs: tuple[str, ...]
    drawn: int

    def put(self, text: str) -> str:
        """Return the body with *text* for the paragraph that is drawn."""
        return "\n\n".join((*self.paragraphs[: self.drawn], text, *self.paragraphs[self.drawn + 1 :]))

    @property
    def words(self) -> list[str]:
        """The words of the paragraph that is drawn."""
        return self.paragraphs[self.drawn].split(" ")

    @property
    def body(self) -> str:
        """The whole body."""
        return "\n\n".join(self.paragraphs)


Inject = Callable[[Document, random.Random], "str | None"]


class Kind(NamedTuple):
    """A defect: how it is put into a document (``None``: not into this one), and the checks that name it."""

    inject: Inject
    checks: frozenset[str]


def _misread(charset: str) -> Inject:
    def inject(document: Document, _: random.Random) -> str | None:
        text = document.paragraphs[document.drawn]
        read = text.encode().decode(charset, errors="ignore")
        return document.put(read) if sum(character > "\x7f" for character in text) > 1 else None

    return inject


def _in_words(change: Callable[[list[str]], Sequence[str]], least: int = 6) -> Inject:
    def inject(document: Document, _: random.Random) -> str | None:
        words = document.words
        return document.put(" ".join(change(words))) if len(words) >= least else None

    return inject


def _in_a_word(change: Callable[[str], str]) -> Inject:
    def inject(document: Document, draw: random.Random) -> str | None:
        words = document.words
        places = [place for place, word in enumerate(words[1:-1], 1) if _WORD.fullmatch(word)]
        if not places:
            return None
        place = draw.choice(places)
        return document.put(" ".join((*words[:place], change(words[place]), *words[place + 1 :])))

    return inject


def _entities(words: list[str]) -> Sequence[str]:
    return (f"{words[0]}&nbsp;{words[1]}", f"&quot;{words[2]}&quot;", *words[3:])


def _link(words: list[str]) -> Sequence[str]:
    return (*words[:2], f'<a href="https://orlec.example/">{words[2]}</a>', *words[3:])


def _lines(words: list[str]) -> Sequence[str]:
    middle = len(words) // 2
    return (*words[: middle - 1], f"{words[middle - 1]}\n{words[middle]}\n{words[middle + 1]}", *words[middle + 2 :])


def _cut(document: Document, _: random.Random) -> str | None:
    words = document.words
    kept = " ".join(words[: max(4, len(words) * 2 // 3)]).rstrip(".,")
    return "\n\n".join((*document.paragraphs[: document.drawn], kept)) if len(words) > FEWEST_LINES else None


def _with_date(write: Callable[[date, str], str | None]) -> Inject:
    def inject(document: Document, draw: random.Random) -> str | None:
        line = write(date(2024, draw.randrange(1, 13), draw.randrange(1, 28)), document.language)
        return f"{line}\n\n{document.body}" if line else None

    return inject


def _written(day: date, language: str, style: str) -> str | None:
    from babel import UnknownLocaleError
    from babel.dates import format_date

    try:
        return format_date(day, style, locale={"zh-TW": "zh_Hant"}.get(language, language))
    except UnknownLocaleError:
        return None


def _mashed(day: date, language: str) -> str | None:
    weekday, long = _written(day, language, "EEEE"), _written(day, language, "long")
    return f"{weekday}{long}" if weekday and long and long[0].isdigit() and weekday[-1].isalpha() else None


def _other_weekday(day: date, language: str) -> str | None:
    full, weekday = _written(day, language, "full"), _written(day, language, "EEEE")
    other = _written(day + timedelta(days=1), language, "EEEE")
    return full.replace(weekday, other) if full and weekday and other and weekday in full else None


def _no_day(day: date, language: str) -> str | None:
    long = _written(day.replace(month=4, day=1) + timedelta(days=29), language, "long")
    return long.replace("30", "31") if long and "30" in long else None


def _twice(document: Document, _: random.Random) -> str:
    text = document.paragraphs[document.drawn]
    return document.put(f"{text}\n\n{text}")


KINDS = {
    "misread-cp1252": Kind(_misread("cp1252"), frozenset(("ENC001", "ENC002"))),
    "misread-cp1251": Kind(_misread("cp1251"), frozenset(("ENC001", "ENC002", "LNG005"))),
    "entities": Kind(_in_words(_entities), frozenset(("ENC004",))),
    "html": Kind(_in_words(_link), frozenset(("EXT001",))),
    "lost-letter": Kind(_in_a_word(lambda word: f"{word[:2]}\ufffd{word[3:]}"), frozenset(("ENC002",))),
    "zero-width": Kind(_in_a_word(lambda word: f"{word[:2]}\u200b{word[2:]}"), frozenset(("ENC003",))),
    "doubled-word": Kind(_in_a_word(lambda word: f"{word} {word}"), frozenset(("TYP005",))),
    "many-spaces": Kind(_in_a_word(lambda word: f"   {word}"), frozenset(("TYP004",))),
    "split-line": Kind(_in_words(_lines, least=16), frozenset(("STR009", "STR006"))),
    "cut": Kind(_cut, frozenset(("STR002",))),
    "no-breaks": Kind(lambda document, _: "".join(document.paragraphs), frozenset(("TYP001", "STR006"))),
    "repeated": Kind(_twice, frozenset(("DUP003", "DUP006"))),
    "body-twice": Kind(lambda document, _: f"{document.body}\n\n{document.body}", frozenset(("DUP005",))),
    "title-echo": Kind(lambda document, _: f"{document.title}\n\n{document.body}", frozenset(("STR004",))),
    "mashed-date": Kind(_with_date(_mashed), frozenset(("DAT001",))),
    "date-line": Kind(_with_date(lambda day, language: _written(day, language, "full")), frozenset(("DAT015",))),
    "other-weekday": Kind(_with_date(_other_weekday), frozenset(("DAT004",))),
    "no-day": Kind(_with_date(_no_day), frozenset(("DAT003",))),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of this subject."""
    parser.add_argument("corpus", type=Path, help="folder of the unpacked NTREX-128 archive")
    parser.add_argument("--documents", type=int, default=3, help="documents of each language (default 3)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", choices=list(KINDS), action="append", help="this kind of defect; may be repeated")
    parser.add_argument("--show", type=int, default=12, help="languages that are named (default 12)")


def run(arguments: argparse.Namespace) -> int:
    """Print, for each kind of defect, the share that is found and where most are missed."""
    draw = random.Random(arguments.seed)
    documents = list(_drawn(arguments.corpus, arguments.documents, draw))
    healthy = _codes(documents, [document.body for document in documents])
    print(f"{len(documents)} documents in {len({document.language for document in documents})} languages")
    for name in arguments.only or KINDS:
        kind = KINDS[name]
        bodies = [kind.inject(document, draw) for document in documents]
        changed = [place for place, body in enumerate(bodies) if body is not None]
        found = _codes([documents[place] for place in changed], [bodies[place] or "" for place in changed])
        missed: Counter[str] = Counter()
        for place, codes in zip(changed, found, strict=True):
            if not any(codes[code] > healthy[place][code] for code in kind.checks):
                missed[documents[place].language] += 1
        share = 1 - missed.total() / len(changed) if changed else 0.0
        worst = " ".join(f"{language}:{count}" for language, count in missed.most_common(arguments.show))
        print(f"  {name:15} {share:6.1%} of {len(changed):4}  missed: {worst or 'none'}")
    return 0


def _drawn(folder: Path, number: int, draw: random.Random) -> Iterator[Document]:
    for language, documents in read_parallel(folder):
        long = [rows for rows in documents.values() if len(rows) > FEWEST_LINES]
        for title, *rows in draw.sample(long, min(number, len(long))):
            yield Document(language, title, tuple(rows), draw.randrange(2, len(rows) - 1))


def _codes(documents: Sequence[Document], bodies: Sequence[str]) -> list[Counter[str]]:
    """Return how many findings of which check each document has, with its body of *bodies*."""
    records = [
        {"id": str(place), "title": document.title, "body": body, "language": document.language}
        for place, (document, body) in enumerate(zip(documents, bodies, strict=True))
    ]
    codes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    every = sorted(frozenset().union(*(kind.checks for kind in KINDS.values())))
    for finding in newslint.check(records, select=every, preview=True).findings:
        codes[finding.article.id or ""][finding.code] += 1
    return [codes[record["id"]] for record in records]
