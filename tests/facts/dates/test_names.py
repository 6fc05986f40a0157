"""The generated tables of names."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from newslint.facts.dates.names import LANGUAGES, base_language, fold, load_names

ROOT = Path(__file__).parents[3]
NUMBERS_ONLY = {"ja", "ko"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_complete(language: str) -> None:
    names = load_names(language)
    assert set(names.weekdays.values()) == set(range(7))
    if language not in NUMBERS_ONLY:
        assert set(names.months.values()) == set(range(1, 13))
    for table in (names.months, names.months_short, names.weekdays, names.weekdays_short):
        assert all(fold(name) == name for name in table)


def test_base_language() -> None:
    assert base_language("pt-BR") == "pt"
    assert base_language("no") == "nb"
    assert base_language("en_IN") == "en"
    assert base_language("xx") is None
    assert base_language(None) is None


def test_table_is_what_the_script_writes() -> None:
    babel = pytest.importorskip("babel")
    table = files("newslint.data").joinpath("date_names.json").read_text("utf-8")
    # Each version of babel brings another version of CLDR, and with it other names.
    if f"through babel {babel.__version__}" not in table:
        pytest.skip(f"the table was written with another babel than {babel.__version__}")
    script = ROOT / "scripts" / "make_date_names.py"
    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
