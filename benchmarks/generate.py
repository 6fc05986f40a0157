"""Make a news corpus out of nothing: seeded articles in ten languages, a few per cent of them with a defect.

The sentences are put together from the phrases in ``phrases.json``; all people, places and outlets are invented. The
same seed gives the same articles on every machine. Bodies have about 3 KB of UTF-8 in the median and lengths spread
like those of scraped news (log-normal). Example::

    python benchmarks/generate.py 10000 --seed 7 > articles.jsonl
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

Article = dict[str, Any]
Phrases = dict[str, list[str]]

DEFECT_SHARE = 0.04
"""Share of the articles that get one defect."""
MEDIAN_CHARACTERS = 2_100
"""Characters of body in the median: about 3 KB of UTF-8 in the mean."""
SPREAD = 0.5
"""Standard deviation of the logarithm of the length; scraped news has 0.5 to 0.7."""
FEWEST_CHARACTERS, MOST_CHARACTERS = 500, 9_000
FIRST_DAY = date(2023, 1, 1)
DAYS = 900


def articles(count: int, seed: int = 1) -> Iterator[Article]:
    """Yield *count* articles; the first ones are the same however many are asked for."""
    rng = random.Random(seed)
    languages = sorted(phrases())
    for number in range(count):
        article = _healthy(rng, number, languages[number % len(languages)])
        if rng.random() < DEFECT_SHARE:
            rng.choice(DEFECTS)(article, rng)
        yield article


def lines(count: int, seed: int = 1) -> Iterator[bytes]:
    """Yield the same articles as lines of JSON."""
    for article in articles(count, seed):
        yield json.dumps(article, ensure_ascii=False).encode() + b"\n"


def prose(language: str, characters: int, seed: int = 1) -> str:
    """Return one paragraph of exactly *characters* characters; the last sentence may be cut."""
    rng = random.Random(seed)
    sentences: list[str] = []
    length = 0
    while length <= characters:
        sentences.append(_paragraph(rng, phrases()[language]))
        length += len(sentences[-1]) + 1
    return " ".join(sentences)[:characters]


@cache
def phrases() -> dict[str, Phrases]:
    """Return the phrases by language."""
    text = Path(__file__).with_name("phrases.json").read_text(encoding="utf-8")
    loaded: dict[str, Phrases] = json.loads(text)
    return loaded


def _healthy(rng: random.Random, number: int, language: str) -> Article:
    words = phrases()[language]
    day = FIRST_DAY + timedelta(days=rng.randrange(DAYS))
    return {
        "id": f"{language}-{number:07}",
        "source": f"{rng.choice(('courier', 'tribune', 'beacon', 'gazette'))}-{language}.example",
        "url": f"https://news-{language}.example/{day:%Y/%m/%d}/{number}",
        "title": _capitalised(_clause(rng, words)),
        "published_at": f"{day.isoformat()}T{rng.randrange(24):02}:{rng.randrange(60):02}:00+00:00",
        "author": rng.choice(words["people"]),
        "language": language,
        "dateline": _long_date(day, words),
        "body": _body(rng, words),
    }


def _body(rng: random.Random, words: Phrases) -> str:
    wanted = rng.lognormvariate(0, SPREAD) * MEDIAN_CHARACTERS
    wanted = min(max(wanted, FEWEST_CHARACTERS), MOST_CHARACTERS)
    paragraphs: list[str] = []
    length = 0
    while length < wanted:
        paragraphs.append(_paragraph(rng, words))
        length += len(paragraphs[-1])
    return "\n\n".join(paragraphs)


def _paragraph(rng: random.Random, words: Phrases) -> str:
    """Return one to three sentences; people come with their age, so that paragraphs differ as those of news do."""
    aged = f"{rng.choice(words['people'])} ({rng.randint(18, 99)})"
    first = f"{aged} {rng.choice(words['verbs'])} {_clause(rng, words)}."
    return " ".join([first, *(_sentence(rng, words) for _ in range(rng.randint(0, 2)))])


def _sentence(rng: random.Random, words: Phrases) -> str:
    told = f"{rng.choice(words['subjects'])} {rng.choice(words['verbs'])} {_clause(rng, words)}."
    if rng.random() < 0.5:
        return _capitalised(told)
    return f"{_filled(rng.choice(words['openers']), rng, words)}: {told}"


def _clause(rng: random.Random, words: Phrases) -> str:
    return _filled(rng.choice(words["clauses"]), rng, words)


def _filled(phrase: str, rng: random.Random, words: Phrases) -> str:
    """Fill every slot of *phrase* with a phrase of its own."""
    while "{" in phrase:
        slot = phrase[phrase.index("{") : phrase.index("}") + 1]
        phrase = phrase.replace(slot, _slot(slot, rng, words), 1)
    return phrase


def _slot(slot: str, rng: random.Random, words: Phrases) -> str:
    if slot == "{number}":
        return str(rng.randint(11, 980))
    return rng.choice(words["things" if slot == "{thing}" else "places"])


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _long_date(day: date, words: Phrases) -> str:
    return f"{_capitalised(words['weekdays'][day.weekday()])}, {day.day} {words['months'][day.month - 1]} {day.year}"


# ---- defects -----------------------------------------------------------------------------------------------------


def _mash_date(article: Article, rng: random.Random) -> None:  # noqa: ARG001
    article["dateline"] = article["dateline"].replace(", ", "", 1)


def _contradict_weekday(article: Article, rng: random.Random) -> None:  # noqa: ARG001
    weekdays = phrases()[article["language"]]["weekdays"]
    day = date.fromisoformat(article["published_at"][:10]) + timedelta(days=3)
    written = article["dateline"].partition(",")[2]
    article["dateline"] = f"{_capitalised(weekdays[day.weekday()])},{written}"


def _publish_late(article: Article, rng: random.Random) -> None:
    late = date.fromisoformat(article["published_at"][:10]) + timedelta(days=rng.randint(40, 400))
    article["published_at"] = late.isoformat() + article["published_at"][10:]


def _garble(article: Article, rng: random.Random) -> None:
    def garbled(paragraph: str) -> str:
        return paragraph.replace(" ", " – ", 1).encode().decode("cp1252", "replace")

    _change_paragraph(article, rng, garbled)


def _escape(article: Article, rng: random.Random) -> None:
    _change_paragraph(article, rng, lambda paragraph: paragraph.replace(" ", "&nbsp;", 2) + " &amp;quot;")


def _hide(article: Article, rng: random.Random) -> None:
    _change_paragraph(article, rng, lambda paragraph: paragraph.replace("e", "e\u00ad", 1).replace(" ", "\u200b ", 1))


def _repeat(article: Article, rng: random.Random) -> None:
    paragraphs = article["body"].split("\n\n")
    paragraphs.insert(rng.randint(1, len(paragraphs)), rng.choice(paragraphs))
    article["body"] = "\n\n".join(paragraphs)


def _leave_untranslated(article: Article, rng: random.Random) -> None:
    other = rng.choice([language for language in sorted(phrases()) if language != article["language"]])
    foreign = " ".join(_sentence(rng, phrases()[other]) for _ in range(3))
    _change_paragraph(article, rng, lambda _: foreign)


def _run_together(article: Article, rng: random.Random) -> None:  # noqa: ARG001
    article["body"] = article["body"].replace("\n\n", "", 2)


def _mislabel(article: Article, rng: random.Random) -> None:
    article["language"] = rng.choice([language for language in sorted(phrases()) if language != article["language"]])


def _empty_title(article: Article, rng: random.Random) -> None:
    article["title"] = rng.choice(["", "  ", None])


def _change_paragraph(article: Article, rng: random.Random, change: Callable[[str], str]) -> None:
    paragraphs = article["body"].split("\n\n")
    index = rng.randrange(len(paragraphs))
    paragraphs[index] = change(paragraphs[index])
    article["body"] = "\n\n".join(paragraphs)


DEFECTS: tuple[Callable[[Article, random.Random], None], ...] = (
    _mash_date,
    _contradict_weekday,
    _publish_late,
    _garble,
    _escape,
    _hide,
    _repeat,
    _leave_untranslated,
    _run_together,
    _mislabel,
    _empty_title,
)
"""One way each in which an article goes wrong; every one puts one defect of the catalogue into it."""


def main() -> None:
    """Write articles to standard output."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("count", type=int, help="number of articles")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    sys.stdout.buffer.writelines(lines(arguments.count, arguments.seed))


if __name__ == "__main__":
    main()
