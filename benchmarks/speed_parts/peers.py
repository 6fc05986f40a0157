"""The tools that newslint is compared with, as callables over lines of JSON; each is optional.

They are handed the text, already read: what reading costs is counted for newslint alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from itertools import combinations
from typing import Any

from speed_parts.measure import Work

GOPHER = ("GopherRepetitionFilter", "GopherQualityFilter")
FOUR = (*GOPHER, "C4QualityFilter", "FineWebQualityFilter")
NAIVE_SIMILARITY = 90
NAIVE_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"<[a-z/][^>]*>",
        r"&(?:[a-z]+|#\d+);",
        r"https?://\S+",
        r"[\w.+-]+@[\w-]+\.[\w.]+",
        r"\b(?:read|see) (?:more|also)\b",
        r"\b(?:subscribe|sign up|newsletter)\b",
        r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\d",
        r"\d{1,2}[./]\d{1,2}[./]\d{2,4}",
        r"[a-z][.!?][A-Z]",
        r"[\u200b-\u200f\u00ad\ufeff\ufffd]",
    )
)


class NotInstalledError(Exception):
    """A peer cannot be measured because packages are missing; the text names them."""


def datatrove(lines: Sequence[bytes], filters: Iterable[str]) -> Work:
    """Return all *filters* of datatrove over the bodies, with their defaults; none stops the others.

    Raises
    ------
        NotInstalledError: datatrove, or spaCy, which its word tokenizer needs, is missing.

    """
    _need("datatrove", "spacy")
    from datatrove.data import Document
    from datatrove.pipeline import filters as module

    made = [getattr(module, name)() for name in filters]
    texts = bodies(lines)

    def run() -> None:
        for number, text in enumerate(texts):
            for each in made:
                # A filter may rewrite the text, so each is given a document of its own.
                each.filter(Document(text=text, id=str(number)))

    return run


def naive(lines: Sequence[bytes]) -> Work:
    """Return the script that one writes first: a library per question, asked about everything.

    Raises
    ------
        NotInstalledError: dateparser is missing; the other libraries come with newslint.

    """
    _need("dateparser", "ftfy", "py3langid", "rapidfuzz")
    import ftfy
    import py3langid
    from dateparser.search import search_dates
    from rapidfuzz import fuzz

    questions: tuple[Callable[[str], Any], ...] = (
        ftfy.fix_and_explain,
        search_dates,
        *(pattern.findall for pattern in NAIVE_PATTERNS),
    )
    identify: Callable[[str], Any] = py3langid.classify
    texts = bodies(lines)

    def run() -> None:
        for text in texts:
            for ask in questions:
                ask(text)
            paragraphs = [paragraph for paragraph in text.split("\n") if paragraph.strip()]
            for paragraph in paragraphs:
                identify(paragraph)
            for first, second in combinations(paragraphs, 2):
                fuzz.ratio(first, second, score_cutoff=NAIVE_SIMILARITY)

    return run


def bodies(lines: Sequence[bytes]) -> list[str]:
    """Return the bodies of *lines*."""
    articles = (json.loads(line) for line in lines)
    return [article.get("body") or article.get("text") or "" for article in articles]


def _need(*packages: str) -> None:
    missing = [package for package in packages if find_spec(package) is None]
    if missing:
        raise NotInstalledError(f"{' and '.join(missing)} not installed")
