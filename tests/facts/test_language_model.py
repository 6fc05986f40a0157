"""The identifier's tables: kept unpacked, mapped the next time, and made again where they cannot be read."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newslint.facts import language_model
from newslint.facts.language_model import load_identifier

TEXT = "Der Hafen von Velmouth bleibt bis zum Frühjahr geschlossen."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, list[tuple[str, float]]]]:
    """The folder of tables that were made once, which takes seconds, and what the identifier says by them."""
    place = tmp_path_factory.mktemp("tables") / "cache"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSLINT_CACHE_DIR", str(place))
        ranks = load_identifier().rank(TEXT)
    yield place, ranks
    shutil.rmtree(place, ignore_errors=True)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    yield tmp_path / "cache"
    # The tables take 59 MB, and pytest keeps what the last runs left.
    shutil.rmtree(tmp_path / "cache", ignore_errors=True)


def test_kept_tables_tell_what_the_library_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    expected = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True).rank(TEXT)
    assert load_identifier().rank(TEXT) == expected
    monkeypatch.setattr(language_model, "_unpacked", pytest.fail)
    assert load_identifier().rank(TEXT) == expected


@pytest.mark.parametrize("damage", [lambda data: b"", lambda data: data[:-8], lambda data: b"x" + data[1:]])
@pytest.mark.parametrize("table", ["following", "classes"])
def test_a_broken_table_is_made_again(
    folder: Path, made: tuple[Path, list[tuple[str, float]]], table: str, damage: Callable[[bytes], bytes]
) -> None:
    tables, expected = made
    shutil.copytree(tables, folder)
    (path,) = folder.glob(f"*-{table}.npy")
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    assert load_identifier().rank(TEXT) == expected
    assert path.read_bytes() == whole


def test_a_place_that_cannot_be_written(folder: Path) -> None:
    folder.touch()
    assert load_identifier().classify(TEXT)[0] == "de"
