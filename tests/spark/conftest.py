"""A real Spark session with two executors' worth of threads, and articles to check on it."""

from __future__ import annotations

import importlib.util
import os
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

REQUIRED = os.environ.get("NEWSLINT_REQUIRE_SPARK") == "1"
SCHEMA = (
    "row bigint, id string, source string, url string, title string, published_at timestamp, author string, "
    "language string, dateline string, body string, section string"
)
PARAGRAPHS = {
    "en": [
        "The harbour board of Lunmouth agreed on Tuesday to deepen the northern basin before the winter storms.",
        "Engineer Tilda Marsh said that the work would cost eleven million and take about nine months.",
        "Fishermen had asked for the same basin to be cleared in 2019, but the town had no money then.",
        "A second vote on the crane is expected in March, when the report of the insurers is due.",
    ],
    "de": [
        "Der Stadtrat von Ebersfurt hat am Dienstag beschlossen, die alte Brücke bis zum Herbst zu sperren.",
        "Die Ingenieurin Hedda Quast sprach von Rissen, die seit dem letzten Winter deutlich breiter geworden seien.",
        "Für die Umleitung will die Gemeinde einen Bus einsetzen, der alle zwanzig Minuten fährt.",
    ],
    "ru": [
        "Городской совет Лесогорья во вторник решил закрыть старый мост до осени и начать ремонт опор.",
        "Инженер Вера Томилина рассказала, что трещины стали заметно шире после прошлой зимы.",
        "Жители просят пустить временный автобус, который ходил бы каждые двадцать минут.",
    ],
    "es": [
        "El ayuntamiento de Villarmonte decidió el martes cerrar el puente viejo hasta el otoño.",
        "La ingeniera Nuria Calvet explicó que las grietas se han ensanchado desde el invierno pasado.",
        "Los vecinos piden un autobús provisional que pase cada veinte minutos.",
    ],
}


def _missing() -> str:
    for package in ("pyspark", "pyarrow"):
        if importlib.util.find_spec(package) is None:
            return f"{package} is not installed (pip install 'newslint[spark]')"
    home = os.environ.get("JAVA_HOME")
    if not (shutil.which("java") or (home and Path(home, "bin", "java").exists())):
        return "there is no Java 17 (Debian: apt-get install openjdk-17-jre-headless)"
    return ""


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A local session on two threads; where Spark cannot run the test is skipped, or fails if Spark is required."""
    missing = _missing()
    if missing:
        (pytest.fail if REQUIRED else pytest.skip)(missing)
    from pyspark.sql import SparkSession

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        settings = {
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
            "spark.sql.shuffle.partitions": "2",
            "spark.sql.session.timeZone": "UTC",
            "spark.sql.warehouse.dir": str(tmp_path_factory.mktemp("warehouse")),
            "spark.driver.memory": "1g",
        }
        builder = SparkSession.builder.master("local[2]").appName("newslint tests")
        session = builder.config(map=settings).getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        yield session
        session.stop()


@pytest.fixture(scope="session")
def on_spark(spark: Any) -> ModuleType:
    """The module ``newslint.spark``."""
    return importlib.import_module("newslint.spark")


@pytest.fixture(scope="session")
def frame(spark: Any) -> Callable[..., Any]:
    """Make a DataFrame of *rows* (mappings) that is spread over *partitions* in the order of the rows."""

    def make(rows: list[dict[str, Any]], schema: str = SCHEMA, partitions: int = 3) -> Any:
        names = [column.split()[0] for column in schema.split(", ")]
        data = [tuple(row.get(name) for name in names) for row in rows]
        made = spark.createDataFrame(spark.sparkContext.parallelize(data, partitions), schema)
        assert made.rdd.getNumPartitions() == partitions
        return made

    return make


@pytest.fixture(scope="session")
def generated() -> list[dict[str, Any]]:
    """Return 300 articles in four languages, numbered from 1, with defects of many kinds and twelve ids used twice."""
    chance = random.Random(20250211)
    articles = [_article(number, chance) for number in range(1, 301)]
    for number in range(12):
        articles[299 - number]["id"] = articles[number * 10]["id"]
    return articles


def _article(number: int, chance: random.Random) -> dict[str, Any]:
    language = chance.choice(list(PARAGRAPHS))
    paragraphs = chance.sample(PARAGRAPHS[language], 3)
    _damage(paragraphs, chance)
    published = datetime(2025, 2, 1, 23, 30, tzinfo=UTC) + timedelta(hours=number)
    return {
        "row": number,
        "id": f"g-{number}" if number % 10 else None,
        "source": chance.choice(["lunmouth-post.example", "ebersfurter-bote.example", None]),
        "title": f"{paragraphs[-1][:40]} ({number})" if number % 17 else "  ",
        "published_at": published if number % 13 else None,
        "author": "Ada Fenn",
        "language": language,
        "dateline": f"{published:%A%d %B %Y}" if number % 9 == 0 else None,
        "body": "\n\n".join(paragraphs) if number % 23 else None,
        "section": "local",
    }


def _damage(paragraphs: list[str], chance: random.Random) -> None:
    kind = chance.randrange(6)
    if kind == 0:
        paragraphs.append(paragraphs[0])
    elif kind == 1:
        paragraphs[1] += " The cafÃ© stays closed &amp; the crÃªperie opens."
    elif kind == 2:
        paragraphs.insert(1, PARAGRAPHS[chance.choice(list(PARAGRAPHS))][0])
    elif kind == 3:
        paragraphs[0] = paragraphs[0].replace(" ", " \u200b", 3)
