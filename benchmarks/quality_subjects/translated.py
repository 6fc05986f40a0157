"""Translated articles (DUP009) in corpora of translated news.

Method: NTREX-128 holds 123 news documents of one week, line by line in 128 languages. In each corpus every document
stands in one language (English, German, French or Spanish), and half of them also in a language of the group that is
measured. Documents without a translation share topics, and some the very event, with others. Everything runs as in
production, without dates, since the documents have none. *Recall* is over the documents with a translation; a finding
that names another document counts against *precision*. Defaults were chosen on the even documents; the odd ones are
reported (``--half even`` for the others).

    python benchmarks/quality.py translated NTREX_DIRECTORY [--corpora 20] [--half odd]
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from pathlib import Path

import msgspec

from newslint.checks.duplication.translated_article import TranslatedArticle
from newslint.facts.article_facts import ArticleFacts
from newslint.facts.story_sketch import StorySketch
from newslint.model import Article, ArticleRef

FILES = {
    "de": "deu", "fr": "fra", "es": "spa", "pl": "pol", "tr": "tur", "vi": "vie", "fi": "fin", "it": "ita", "cs": "ces",
    "en": "eng", "ru": "rus", "uk": "ukr", "bg": "bul", "sr": "srp-Cyrl", "ar": "arb", "he": "heb", "fa": "fas",
    "zh": "zho-CN", "ja": "jpn", "ko": "kor", "th": "tha", "hi": "hin", "el": "ell", "bn": "ben",
}  # fmt: skip
FIRST = ("en", "de", "fr", "es")
GROUPS = {
    "Latin-Latin": ("de", "fr", "es", "pl", "tr", "vi", "fi", "it", "cs"),
    "Latin-Cyrillic": ("ru", "uk", "bg", "sr"),
    "Latin-Arabic/Hebrew": ("ar", "fa", "he"),
    "Latin-CJK": ("zh", "ja"),
    "Latin-other": ("ko", "th", "hi", "el", "bn"),
}
Observations = dict[tuple[str, str], StorySketch | None]


class Score(msgspec.Struct):
    """Counts over the corpora of one group."""

    translated: int = 0
    right: int = 0
    wrong: int = 0

    def row(self) -> str:
        """Return the counts as a line of the table."""
        found = self.right + self.wrong
        return f"{self.translated:6d} {self.right / self.translated:7.3f} {self.right / max(1, found):9.3f} {found:6d}"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of this subject."""
    parser.add_argument("directory", type=Path, help="NTREX-128, unpacked")
    parser.add_argument("--corpora", type=int, default=20, help="corpora for each group")
    parser.add_argument("--half", choices=("even", "odd"), default="odd", help="documents to use")


def run(arguments: argparse.Namespace) -> int:
    """Print a row for each group of scripts."""
    names, observed = observations(arguments.directory, arguments.half == "odd")
    print(f"{'scripts':20s} cases  recall precision  found")
    wrong: Counter[tuple[str, ...]] = Counter()
    for group, others in GROUPS.items():
        score = Score()
        for seed in range(arguments.corpora):
            measure(corpus(names, others, random.Random(seed)), observed, score, wrong)
        print(f"{group:20s} {score.row()}")
    for pair, count in wrong.most_common(5):
        print(f"wrong {count} times: {' = '.join(pair)}")
    return 0


def observations(directory: Path, odd: bool) -> tuple[list[str], Observations]:
    """Return the names of every second document, and what is observed of each in each language."""
    lines_of: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate((directory / "DOCUMENT_IDS.tsv").read_text("utf-8").split()):
        lines_of[name].append(number)
    names = list(lines_of)[odd::2]
    check, found = TranslatedArticle(), {}
    for language, file in FILES.items():
        (path,) = (directory / "NTREX-128").glob(f"newstest2019-???.{file}.txt")
        lines = path.read_text("utf-8").split("\n")
        for name in names:
            article = Article(id=name, body="\n\n".join(lines[number] for number in lines_of[name]))
            found[name, language] = check.observe(article, ArticleFacts(article))
    return names, found


def corpus(names: list[str], others: tuple[str, ...], choose: random.Random) -> list[tuple[str, str]]:
    """Return documents and their languages: half have a translation, the others stand in either language."""
    chosen = []
    for name in names:
        first = choose.choice(FIRST)
        second = choose.choice([language for language in others if language != first])
        if choose.random() < 0.5:
            chosen += [(name, first), (name, second)]
        else:
            chosen.append((name, choose.choice((first, second))))
    choose.shuffle(chosen)
    return chosen


def measure(
    articles: list[tuple[str, str]], observed: Observations, score: Score, wrong: Counter[tuple[str, ...]]
) -> None:
    """Look for translations among *articles* and add what happened to *score*."""
    seen = [
        (ArticleRef.of(Article(id=f"{name} {language}")), sketch)
        for name, language in articles
        if (sketch := observed[name, language])
    ]
    score.translated += sum(count > 1 for count in Counter(name for name, _ in articles).values())
    for finding in TranslatedArticle().conclude(seen):
        pair = finding.article.id.split()[0], (finding.related[0].article or "").split()[0]
        score.right += pair[0] == pair[1]
        score.wrong += pair[0] != pair[1]
        if pair[0] != pair[1]:
            wrong[tuple(sorted(pair))] += 1
