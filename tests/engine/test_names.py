"""Which of two names wins where both name the same check."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newslint.config import Config, SourceConfig, load_config
from newslint.engine.names import by_code
from newslint.engine.plans import Plans
from newslint.engine.select import select_codes
from newslint.errors import ConfigError
from newslint.model import ArticleRef, Severity


def selected(config: Config) -> set[str]:
    return set(select_codes(config)) & {"ENC001", "ENC004", "DAT001", "INT001"}


def layered(tmp_path: Path, text: str, overrides: dict[str, Any]) -> Config:
    file = tmp_path / "newslint.toml"
    file.write_text(text, "utf-8")
    return load_config(file, environment={}, overrides=overrides)


@pytest.mark.parametrize(
    ("text", "overrides", "codes"),
    [
        ("", {"select": ["ENC001"], "ignore": ["ENC"]}, {"ENC001", "INT001"}),
        ("", {"select": ["ENC"], "ignore": ["ENC001"]}, {"ENC004", "INT001"}),
        ("", {"select": ["mojibake", "DAT"], "ignore": ["ENC001"]}, {"DAT001", "INT001"}),
        ("", {"select": ["ENC"], "ignore": ["INT"]}, {"ENC001", "ENC004"}),
        ('ignore = ["ENC"]', {"select": ["ENC"]}, {"ENC001", "ENC004", "INT001"}),
        ('ignore = ["ENC001"]', {"select": ["ENC"]}, {"ENC004", "INT001"}),
        ('ignore = ["mojibake"]', {"select": ["ENC001"]}, {"ENC001", "INT001"}),
        ('ignore = ["ENC"]', {"extend_select": ["ENC001"]}, {"ENC001", "DAT001", "INT001"}),
        ('ignore = ["ENC"]', {"extend_ignore": ["DAT"]}, {"INT001"}),
        ('select = ["ENC001", "DAT"]', {"ignore": ["ENC"]}, {"DAT001", "INT001"}),
        ('select = ["DAT"]', {"extend_select": ["ENC004"]}, {"DAT001", "ENC004", "INT001"}),
    ],
)
def test_the_command_line_and_the_narrower_name_win(
    tmp_path: Path, text: str, overrides: dict[str, Any], codes: set[str]
) -> None:
    assert selected(layered(tmp_path, text, overrides)) == codes


def test_a_check_in_preview_can_be_added_by_its_own_name() -> None:
    assert "COR001" not in select_codes(Config(extend_select=["COR"]))
    assert {"COR001", "DAT001"} <= set(select_codes(Config(extend_select=["coverage-gap"])))


@pytest.mark.parametrize(
    ("text", "overrides", "because"),
    [
        (
            'extend_ignore = ["ENC001"]',
            {"select": ["ENC001"], "ignore": ["enc001"]},
            "command line: ignore leaves out en",
        ),
        ('ignore = ["ALL"]', {}, "newslint.toml: ignore leaves out ALL"),
        ('ignore = ["COR002", "COR003", "COR004"]', {"select": ["COR"]}, "COR001 is in preview (--preview); "),
    ],
)
def test_where_nothing_is_selected_it_says_why(
    tmp_path: Path, text: str, overrides: dict[str, Any], because: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        select_codes(layered(tmp_path, text, overrides))
    assert str(caught.value).startswith("no check is selected, so nothing would be validated: ")
    assert because in str(caught.value)


def test_a_family_stands_for_each_of_its_checks() -> None:
    found = by_code({"DAT006": 3, "ALL": 1, "DAT": 2})
    assert (found["DAT006"], found["DAT001"], found["ENC001"]) == (3, 2, 1)


def test_severities_by_family_and_source() -> None:
    quiet = SourceConfig(severity={"ENC": "info"})
    plans = Plans(Config(severity={"DAT": "info", "mashed-date": "warning"}, sources={"s": quiet}))
    assert plans.default.checks["DAT001"].severity_now is Severity.WARNING
    assert plans.default.checks["DAT006"].severity_now is Severity.INFO
    assert plans.of(ArticleRef("a", "s")).checks["ENC001"].severity_now is Severity.INFO
