"""How well languages are told: by length, of leftovers in translated articles, and how often it cries wolf.

    python benchmarks/quality.py language --parallel NTREX --pairs translation_pairs.jsonl.gz

``--parallel`` is the unpacked NTREX-128 archive. Only the documents that the table of function words was not counted
on are used: each is a healthy article of its language, one line a paragraph, and any LNG001 or LNG002 finding is a
false alarm (to be read: a few translations hold lines left in English). Cut to a length, its lines also measure how
many letters it takes to tell a language in an English article, and to tell close pairs apart.

``--pairs`` has lines of ``{"lang_a", "lang_b", "a", "b", "label", "unit", "doc"}``. The sentences of a document make an
article of one language; each sentence of 100 letters and more in turn is put back in the other language, far from its
own translation's place. Found is an LNG002 finding (twins aside) with the right language at that paragraph; articles
with nothing put back give the false alarms.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from newslint.checks.language.untranslated_paragraph import UntranslatedParagraph
from newslint.checks.language.wrong_language import WrongLanguage
from newslint.facts import article_facts, identifier
from newslint.facts.article_facts import ArticleFacts
from newslint.facts.bodies import Bodies
from newslint.facts.kinship import same_group
from newslint.facts.languages import paragraph_language
from newslint.facts.scripts import letters_in
from newslint.model import Article, Finding

HELD_OUT = 1
"""Every second document was counted for the table of function words; the others have this remainder."""
LENGTHS = (20, 40, 60, 80, 120, 160)
"""Characters to which lines are cut."""
CLOSE = (
    ("ru", "uk"), ("uk", "ru"), ("be", "ru"), ("bg", "ru"), ("cs", "sk"), ("sk", "cs"), ("pt", "es"), ("gl", "es"),
    ("es", "pt"), ("da", "nb"), ("nb", "sv"), ("sv", "da"), ("nl", "af"), ("fa", "ar"),
)  # fmt: skip
LONG = 100
"""Letters from which a leftover counts."""
SPEED_RUNS = 20
TOGETHER = 200
"""Articles of a batch."""

Documents = dict[str, list[str]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the subject."""
    parser.add_argument("--parallel", type=Path, help="folder of the unpacked NTREX-128 archive")
    parser.add_argument("--pairs", type=Path, help="translation pairs, JSON lines, gzip")
    parser.add_argument("--show", type=int, default=3, help="false alarms printed per language (default 3)")


def run(arguments: argparse.Namespace) -> int:
    """Print what the inputs given allow to measure."""
    # A twin is found by LNG003 in place of LNG002; here both count as seen.
    article_facts.find_twins = lambda *_: {}
    if arguments.parallel:
        corpus = dict(read_parallel(arguments.parallel))
        healthy(corpus, arguments.show)
        by_length(corpus)
        close_pairs(corpus)
        speed(corpus["en"])
    if arguments.pairs:
        leftovers(arguments.pairs)
    return 0


def read_parallel(folder: Path, remainder: int = HELD_OUT) -> Iterator[tuple[str, Documents]]:
    """Yield the held-out documents of each language of the corpus by its code, or those with another *remainder*."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
    from make_function_words import CODES

    without_spaces = {"jpn": "ja", "zho-CN": "zh", "tha": "th", "khm": "km", "mya": "my", "lao": "lo"}
    identities = (folder / "DOCUMENT_IDS.tsv").read_text("utf-8").split()
    order = {document: position for position, document in enumerate(dict.fromkeys(identities))}
    for name, code in {**CODES, **without_spaces}.items():
        path = next((folder / "NTREX-128").glob(f"newstest2019-*.{name}.txt"))
        documents: Documents = defaultdict(list)
        for document, line in zip(identities, path.read_text("utf-8").split("\n"), strict=False):
            if order[document] % 2 == remainder:
                documents[document].append(line.strip())
        yield code, documents


def findings(article: Article) -> list[Finding]:
    """Return what LNG001 and LNG002 find."""
    facts = ArticleFacts(article)
    checks = (WrongLanguage(), UntranslatedParagraph())
    return [finding for check in checks if check.applies(article, facts) for finding in check.check(article, facts)]


def healthy(corpus: dict[str, Documents], show: int) -> None:
    """Count the findings on articles that are all in one language, which is declared."""
    print("\nhealthy articles: language, articles, flagged, paragraphs that reached the identifier")
    total: Counter[str] = Counter()
    for code, documents in sorted(corpus.items()):
        articles = [Article(id=name, language=code, body="\n\n".join(rows)) for name, rows in documents.items()]
        flagged = [found for article in articles if (found := findings(article))]
        asked, lines = identified(code, documents)
        total.update(articles=len(articles), flagged=len(flagged), asked=asked, lines=lines)
        print(f"  {code:4} {len(articles):4} {len(flagged):3}  {asked / lines:6.1%}")
        for found in flagged[:show]:
            print(f"       {found[0].code} {found[0].message} {found[0].quote[:90]!r}")
    print(f"  all  {total['articles']} {total['flagged']} ({total['flagged'] / total['articles']:.2%})")


def identified(code: str, documents: Documents) -> tuple[int, int]:
    """Return how many paragraphs reached the identifier, of how many."""
    asked = lines = 0
    for rows in documents.values():
        for row in rows:
            before = identifier.probabilities.cache_info()
            paragraph_language(row, code)
            after = identifier.probabilities.cache_info()
            asked += after.hits + after.misses > before.hits + before.misses
            lines += 1
    return asked, lines


def by_length(corpus: dict[str, Documents]) -> None:
    """Print how often a line of another language, cut to a length, is told in an English article."""
    print("\nseen as foreign in an English article, and in the right language, by characters")
    for length in LENGTHS:
        counts: Counter[str] = Counter()
        for code, documents in corpus.items():
            if not same_group(code, "en"):
                counts.update(_judge(documents, code, "en", length))
        seen = counts["foreign"] / counts["all"]
        print(f"  {length:4}  {seen:6.1%} {counts['right'] / counts['all']:6.1%}  of {counts['all']}")


def close_pairs(corpus: dict[str, Documents]) -> None:
    """Print the same for languages that are hard to tell apart, and how often a line at home is called foreign."""
    print("\nclose pairs: seen as foreign by characters", *LENGTHS)
    for code, home in CLOSE:
        shares = []
        for length in LENGTHS:
            counts = _judge(corpus[code], code, home, length)
            shares.append(f"{counts['foreign'] / max(1, counts['all']):4.0%}")
        print(f"  {code} in {home}:", *shares)


def _judge(documents: Documents, code: str, home: str, length: int) -> Counter[str]:
    counts: Counter[str] = Counter()
    for rows in documents.values():
        for row in rows[:5]:
            if len(row) >= length:
                found = paragraph_language(row[:length].rpartition(" ")[0] or row[:length], home)
                foreign = found.verdict == "foreign"
                counts.update(
                    all=1, foreign=foreign, right=foreign and bool(found.code) and same_group(found.code, code)
                )
    return counts


def speed(english: Documents) -> None:
    """Print what the facts cost on clean English articles of 3 KB, read together."""
    body = "\n\n".join(row for rows in english.values() for row in rows if len(row) > 200)[:3_000]
    articles = [Article(id=str(number), body=body) for number in range(TOGETHER)]
    best = float("inf")
    for _ in range(SPEED_RUNS):
        start = time.perf_counter()
        bodies = Bodies([body] * TOGETHER)
        for position, article in enumerate(articles):
            assert ArticleFacts(article, bodies=bodies, position=position).paragraph_languages
        best = min(best, time.perf_counter() - start)
    print(f"\nclean English article of {len(body)} characters: {best / TOGETHER * 1e6:.0f} µs")


def leftovers(path: Path) -> None:
    """Print how many paragraphs left in another language are found, and how many untouched articles are flagged."""
    print("\nleftovers: languages, leftovers, seen, in the right language; untouched articles, flagged")
    by_pair: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (one, other, _), rows in sorted(_documents(path).items()):
        by_pair[one, other].update(_score(rows, one, other))
        by_pair[other, one].update(_score([(b, a) for a, b in rows], other, one))
    for (home, left), counts in sorted(by_pair.items()):
        seen, right = (counts[key] / max(1, counts["all"]) for key in ("seen", "right"))
        print(
            f"  {left} in {home}: {counts['all']:5} {seen:6.1%} {right:6.1%}; {counts['articles']} {counts['flagged']}"
        )


def _documents(path: Path) -> dict[tuple[str, str, str], list[tuple[str, str]]]:
    found: defaultdict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row["label"] == 1 and row["unit"] == "sentence":
                found[row["lang_a"], row["lang_b"], row["doc"]].append((row["a"], row["b"]))
    return found


def _score(rows: list[tuple[str, str]], home: str, left: str) -> Counter[str]:
    counts = Counter(articles=1)
    texts = [text for text, _ in rows]
    counts["flagged"] += bool(findings(Article(id="1", language=home, body="\n\n".join(texts))))
    for position, (_, leftover) in enumerate(rows):
        if letters_in(leftover) < LONG or len(rows) < 4:  # a leftover is not half of the article
            continue
        body = "\n\n".join([*texts[:position], leftover, *texts[position + 1 :]])
        found = [f for f in findings(Article(id="1", language=home, body=body)) if leftover.strip() in f.quote]
        counts.update(all=1, seen=bool(found), right=any(same_group(f.evidence["language"] or "", left) for f in found))
    return counts
