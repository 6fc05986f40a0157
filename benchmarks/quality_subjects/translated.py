"""Translated articles (DUP009), in corpora of which half of the documents have a translation.

    python benchmarks/quality.py translated NTREX [--corpora 20] [--half odd]
    python benchmarks/quality.py translated --pairs translation_pairs.jsonl.gz

``NTREX`` is the unpacked NTREX-128 archive: 123 documents of one weekend, many of them on the same events, in 128
languages. In the order of the archive, the even documents (the first, the third, ...) are those that the table of
common words was counted on, that the scorer was fitted on, and on which thresholds were chosen; the odd ones are
reported. In each corpus every document stands in a language of the first group, drawn by lot, and half of them in one
of the second group, too; the other half stands in a language of either and must not be flagged. Languages are told and
not declared, and there are no dates. *Recall* is over the documents with a translation; a finding that pairs other
documents counts against *precision*.

``--pairs`` has lines of ``{"lang_a", "lang_b", "a", "b", "label", "unit", "doc"}``: sentences of other news, which
nothing was fitted on. What there is of a document, 600 characters and more, is an article in either language; corpora
are drawn in the same way.

With ``--all`` one corpus holds every document in every language, so that only pairs of different documents are wrong.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from newslint.checks.duplication.translated_article import TranslatedArticle
from newslint.facts.article_facts import ArticleFacts
from newslint.facts.kinship import group_of
from newslint.facts.scripts import SCRIPTS
from newslint.facts.story_anchors import NO_SPACES
from newslint.model import Article, ArticleRef
from quality_subjects.language import read_parallel

GROUPS = {
    "Latin": ("Latn",),
    "Cyrillic": ("Cyrl",),
    "Greek, Armenian": ("Grek", "Armn"),
    "no capitals": ("Arab", "Hebr", "Deva", "Beng", "Taml", "Telu", "Gujr", "Ethi", "Hang", "Geor", "Guru"),
}
UNSPACED = "no spaces"
TESTED = (
    *(("Latin", "Latin"), ("Latin", "Cyrillic"), ("Latin", "Greek, Armenian"), ("Latin", "no capitals")),
    *(("Latin", UNSPACED), ("Cyrillic", "Cyrillic"), ("Cyrillic", "no capitals"), ("no capitals", "no capitals")),
    *(("no capitals", UNSPACED), (UNSPACED, UNSPACED)),
)
REMAINDERS = {"even": 0, "odd": 1}
MIN_CHARACTERS = 600
MIN_DOCUMENTS = 10

Version = tuple[str, str]
"""A document and a language."""


class Seen(NamedTuple):
    """An article and what was observed of it, ``None`` where that is nothing."""

    article: ArticleRef
    anchors: bytes | None


Corpus = dict[Version, Seen]
Mistaken = Counter[tuple[str, ...]]


class Score(NamedTuple):
    """Documents that have a translation, findings that are right, and findings that are wrong."""

    translated: int
    right: int
    wrong: int


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of this subject."""
    parser.add_argument("folder", type=Path, nargs="?", help="folder of the unpacked NTREX-128 archive")
    parser.add_argument("--corpora", type=int, default=20, help="corpora for each two groups (default 20)")
    parser.add_argument("--half", choices=REMAINDERS, default="odd", help="documents to use (default odd)")
    parser.add_argument("--pairs", type=Path, help="translation pairs, JSON lines, gzip")
    parser.add_argument("--all", action="store_true", help="one corpus of all these documents in all languages")


def run(arguments: argparse.Namespace) -> int:
    """Print a row for each two groups of scripts, or for each two languages of the pairs."""
    mistaken: Mistaken = Counter()
    print(f"{'first':16s} {'second':16s} translated  recall precision wrong")
    if arguments.pairs:
        for (one, other), corpus in read_pairs(arguments.pairs).items():
            row(one, other, [draw(corpus, [one], [other], seed) for seed in range(arguments.corpora)], mistaken)
    elif arguments.all:
        versions = list(read(arguments.folder, arguments.half).values())
        random.Random(1).shuffle(versions)
        row("all", "all", [(versions, len(versions))], mistaken)
    else:
        corpus = read(arguments.folder, arguments.half)
        for one, other in TESTED:
            groups = languages(corpus, one), languages(corpus, other)
            named = f"{one}-{other}-"
            row(one, other, [draw(corpus, *groups, f"{named}{seed}") for seed in range(arguments.corpora)], mistaken)
    for pair, count in mistaken.most_common(5):
        print(f"wrong {count} times: {' = '.join(pair)}")
    return 0


def row(one: str, other: str, drawn: Iterable[tuple[list[Seen], int]], mistaken: Mistaken) -> None:
    """Print how well translations are found in some corpora."""
    translated, right, wrong = map(sum, zip(*(measure(*corpus, mistaken) for corpus in drawn), strict=True))
    precision = right / max(1, right + wrong)
    print(f"{one:16s} {other:16s} {translated:10d} {right / translated:7.3f} {precision:9.3f} {wrong:5d}")


def read(folder: Path, half: str) -> Corpus:
    """Return every second document in every language."""
    corpus: Corpus = {}
    for code, documents in read_parallel(folder, REMAINDERS[half]):
        for document, lines in documents.items():
            corpus[document, code] = seen(document, code, lines)
    return corpus


def read_pairs(path: Path) -> dict[tuple[str, str], Corpus]:
    """Return what there is of documents in two languages, by these."""
    sentences: dict[tuple[str, str, str], dict[str, str]] = defaultdict(dict)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            pair = json.loads(line)
            if pair["label"] and pair["unit"] == "sentence":
                sentences[pair["lang_a"], pair["lang_b"], pair["doc"]][pair["a"]] = pair["b"]
    corpora: dict[tuple[str, str], Corpus] = defaultdict(dict)
    for (one, other, document), texts in sorted(sentences.items()):
        if sum(map(len, texts)) >= MIN_CHARACTERS:
            corpora[one, other][document, one] = seen(document, one, list(texts))
            corpora[one, other][document, other] = seen(document, other, list(texts.values()))
    return {pair: corpus for pair, corpus in corpora.items() if len(corpus) >= 2 * MIN_DOCUMENTS}


def seen(document: str, code: str, lines: list[str]) -> Seen:
    """Return what is observed of *document* in a language, one line a paragraph."""
    article = Article(id=f"{document} {code}", body="\n\n".join(lines))
    facts = ArticleFacts(article)
    told = ArticleRef.of(article, language=facts.language.code)
    return Seen(told, TranslatedArticle().observe(article, facts))


def languages(corpus: Corpus, group: str) -> list[str]:
    """Return the languages of *corpus* in *group*."""
    codes = {code for _, code in corpus}
    if group == UNSPACED:
        return sorted(NO_SPACES & codes)
    return sorted(code for code in codes - NO_SPACES if SCRIPTS.get(code, ("",))[0] in GROUPS[group])


def draw(
    corpus: Corpus, firsts: Sequence[str], seconds: Sequence[str], seed: str | int, share: float = 1.0
) -> tuple[list[Seen], int]:
    """Return the articles of about a *share* of the documents in random order, and how many have a translation."""
    choose = random.Random(f"{seed}-{share}")
    articles: list[Seen] = []
    translated = 0
    for document in dict.fromkeys(document for document, _ in corpus):
        if choose.random() >= share:
            continue
        first = choose.choice(firsts)
        second = choose.choice([code for code in seconds if group_of(code) != group_of(first)])
        if choose.random() < 0.5:
            articles += (corpus[document, first], corpus[document, second])
            translated += 1
        else:
            articles.append(corpus[document, choose.choice((first, second))])
    choose.shuffle(articles)
    return articles, translated


def measure(articles: Sequence[Seen], translated: int, mistaken: Mistaken) -> Score:
    """Return how well the translations among *articles* are found, and count the pairs that are none."""
    right = wrong = 0
    for finding in TranslatedArticle().conclude([(one.article, one.anchors) for one in articles if one.anchors]):
        pair = document_of(finding.article.id), document_of(finding.evidence["keeper"])
        right += pair[0] == pair[1]
        wrong += pair[0] != pair[1]
        if pair[0] != pair[1]:
            mistaken[tuple(sorted(pair))] += 1
    return Score(translated, right, wrong)


def document_of(identity: str) -> str:
    """Return the document of which an article is a version."""
    return identity.partition(" ")[0]
