"""The reference: an earlier run."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.errors import ConfigError
from newslint.gate import read_reference


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("no JSON", "is no reference"),
        ('{"summary": {"articles": 3, "by_source": {}}}', "missing required field"),
        ('{"findings": []}', "newslint check --format json --output r.json writes one"),
    ],
)
def test_what_is_no_reference_is_one_sentence(tmp_path: Path, content: str, sentence: str) -> None:
    (tmp_path / "r.json").write_text(content)
    with pytest.raises(ConfigError, match=sentence):
        read_reference(tmp_path / "r.json")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"cannot read the reference .*gone\.json: No such file"):
        read_reference(tmp_path / "gone.json")
