"""Both engines give the same hits of the checks' own triggers, in what the fixtures hold and in mixtures of it."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from newslint.config import Config
from newslint.engine.select import make_plan, scanned
from newslint.facts.dates import DATES, TRIGGERS
from newslint.model import Article
from newslint.testing import load_fixtures
from newslint.text.scan import Scanner

MIXTURES = 5_000
NOISE = "\n ?.:«»“”0123"


@pytest.fixture(scope="module")
def scanners() -> tuple[Scanner, Scanner]:
    triggers = {DATES: TRIGGERS, **scanned(make_plan(Config()))}
    return Scanner(triggers, "hyperscan"), Scanner(triggers, "re2")


@pytest.fixture(scope="module")
def bodies(root: Path) -> list[list[str]]:
    """The bodies of all fixtures, check by check."""
    files = (load_fixtures(path) for path in sorted((root / "fixtures" / "checks").glob("*.yml")))
    records = [[record for case in file.cases.values() for record in case.articles or [case.article]] for file in files]
    return [
        own for found in records if (own := [body for record in found if isinstance(body := record.get("body"), str)])
    ]


def mixed(bodies: list[str], random: Random) -> str:
    """Return some of *bodies* one behind the other, with characters doubled, lost and added."""
    letters = list(random.choice(["\n", "\n\n", " "]).join(random.choices(bodies, k=random.randint(1, 4))))
    for _ in range(random.randint(0, 20)):
        place = random.randrange(len(letters) + 1)
        letters[place : place + random.randint(0, 1)] = random.choice([*letters[place : place + 1] * 2, NOISE])
    return "".join(letters)


def test_in_all_fixtures(scanners: tuple[Scanner, Scanner], bodies: list[list[str]]) -> None:
    articles = [Article(id="", body=body) for own in bodies for body in own]
    fast, portable = ([scanner.scan(article) for article in articles] for scanner in scanners)
    assert sum(map(bool, fast)) > len(articles) / 3
    assert [
        (*pair, article.body) for *pair, article in zip(fast, portable, articles, strict=True) if pair[0] != pair[1]
    ] == []


def test_in_mixtures(scanners: tuple[Scanner, Scanner], bodies: list[list[str]]) -> None:
    random = Random(20241206)
    fast, portable = scanners
    for _ in range(MIXTURES):
        article = Article(id="", body=mixed(random.choice(bodies), random))
        assert fast.scan(article) == portable.scan(article), article.body
