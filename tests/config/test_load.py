"""Configuration: layers, typos, types."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

from newslint.config import Config, GateConfig, find_config, load_config
from newslint.engine.plans import Plans
from newslint.errors import ConfigError, NewslintError, UnknownNameError
from newslint.model import ArticleRef, Origin, Severity


def write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def test_defaults_file_and_record_agree(tmp_path: Path) -> None:
    assert load_config(start=tmp_path, environment={}) == Config()


def test_layers_override_each_other(tmp_path: Path) -> None:
    file = write(tmp_path / "newslint.toml", 'select = ["DAT"]\nignore = ["DAT006"]\n[gate]\nfail_on = "warning"\n')
    config = load_config(file, environment={"NEWSLINT_SELECT": "LNG, DUP", "NEWSLINT_FAIL_ON": "info"})
    assert (config.select, config.ignore, config.gate.fail_on) == (["LNG", "DUP"], ["DAT006"], "info")
    config = load_config(file, environment={"NEWSLINT_SELECT": "LNG"}, overrides={"select": ["ENC"]})
    assert (config.select, config.gate.fail_on) == (["ENC"], "warning")


def test_tables_merge_key_by_key(tmp_path: Path) -> None:
    file = write(tmp_path / "newslint.toml", '[gate]\nfail_on = "warning"\n[gate.limits]\nDAT001 = 0.01\n')
    config = load_config(file, environment={}, overrides={"gate": {"fail_on": "never"}})
    assert (config.gate.fail_on, config.gate.limits) == ("never", {"DAT001": 0.01})


def test_the_nearest_file_wins_and_a_foreign_pyproject_is_passed_over(tmp_path: Path) -> None:
    inner = tmp_path / "project" / "corpus"
    inner.mkdir(parents=True)
    write(tmp_path / "newslint.toml", "")
    write(inner / "pyproject.toml", "[tool.other]\n")
    assert find_config(inner) == tmp_path / "newslint.toml"
    own = write(tmp_path / "project" / "pyproject.toml", '[tool.newslint]\nselect = ["DAT"]\n')
    assert find_config(inner) == own
    assert load_config(start=inner, environment={}).select == ["DAT"]


def test_globs_of_paths_are_relative_to_the_file_and_those_of_names_are_not(tmp_path: Path) -> None:
    file = write(tmp_path / "newslint.toml", '[per_file_ignores]\n"old/*" = ["DAT"]\n"*.csv" = ["TYP"]\n')
    config = load_config(file, environment={})
    assert config.per_file_ignores == {str(tmp_path / "old" / "*"): ["DAT"], "*.csv": ["TYP"]}


def test_a_folder_with_the_signs_of_globs_is_meant_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "p[1]"
    folder.mkdir()
    file = write(folder / "newslint.toml", '[per_file_ignores]\n"old/*" = ["ENC002"]\n')
    plans = Plans(load_config(file, environment={}))
    assert "ENC002" not in plans.of(ArticleRef("a", origin=Origin(str(folder / "old" / "a.txt")))).checks
    assert "ENC002" in plans.of(ArticleRef("a", origin=Origin(str(folder / "new" / "a.txt")))).checks


@pytest.mark.parametrize(
    ("config", "message"),
    [
        (Config(checks={"DAT006": {"min_lag_days": 9}, "stale-event-date": {}}), "DAT006 is configured twice"),
        (Config(severity={"ENC001": Severity.INFO, "mojibake": Severity.ERROR}), "ENC001 is configured twice"),
        (Config(checks={"DAT006": {"min_lag_days": -5}}), r"DAT006\.min_lag_days: expected int >= 0"),
        (Config(checks={"DAT006": {"early_share": 33}}), r"DAT006\.early_share: expected float <= 1"),
        (Config(gate=GateConfig(limits={"DAT0006": 0.5})), "unknown check 'DAT0006'; did you mean 'DAT006'"),
        (Config(gate=GateConfig(limits={"DAT": 0.5, "dat": 0.4})), "DAT001 is configured twice, as dat in two spell"),
        (Config(checks={"DAT": {"min_lag_days": 9}}), r"checks\.DAT: options belong to one check"),
    ],
)
def test_settings_that_make_no_sense_stop_the_run_at_its_start(config: Config, message: str) -> None:
    with pytest.raises(NewslintError, match=message):
        Plans(config)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"selct": ["TYP"]}, "Config: unknown key 'selct'; did you mean 'select'"),
        ({"gate": {"limit": {}}}, r"Config: unknown key 'gate\.limit'; did you mean 'limits'"),
        ({"severity": {"TYP001": "eror"}}, r"Config: severity\.TYP001: .*'eror' \(one of error, warning, info\)"),
        ({"select": "TYP"}, "Config: select: expected array, got str"),
        ({"gate": {"limits": {"DAT001": 2}}}, r"Config: gate\.limits\.DAT001: expected float <= 1"),
        ({"encoding": object()}, "Config: .*object"),
    ],
)
def test_settings_from_python_are_validated(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        Config.of(**settings)
    if "selct" not in settings:
        with pytest.raises(ConfigError, match=message):
            Config.of(Config(**settings))


def test_settings_from_python_may_be_what_python_has(tmp_path: Path) -> None:
    base = Config(select=["DAT"], gate=GateConfig(fail_on="warning"))
    config = Config.of(
        base, ignore=("DAT006",), severity={"DAT001": Severity.INFO}, gate={"baseline": tmp_path / "accepted.jsonl"}
    )
    gate = GateConfig(fail_on="warning", baseline=str(tmp_path / "accepted.jsonl"))
    origins = dict.fromkeys(("ignore", "severity.DAT001", "gate.baseline"), "Config")
    assert config == Config(select=["DAT"], ignore=["DAT006"], severity={"DAT001": "info"}, gate=gate, origins=origins)
    assert Config.of() == Config()
    assert Config.of(gate=gate).gate == gate


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('select = ["NOPE001"]', "select"),
        ('ignore = ["NOPE001"]', "ignore"),
        ('extend_select = ["NOPE001"]', "extend_select"),
        ('extend_ignore = ["NOPE001"]', "extend_ignore"),
        ('[severity]\nNOPE001 = "error"', "severity.NOPE001"),
        ("[checks.NOPE001]\nfew = 3", "checks.NOPE001"),
        ("[gate.limits]\nNOPE001 = 0.5", "gate.limits.NOPE001"),
        ('[sources."a.example"]\nignore = ["NOPE001"]', "sources.a.example.ignore"),
        ('[sources."a.example".severity]\nNOPE001 = "error"', "sources.a.example.severity.NOPE001"),
        ('[per_file_ignores]\n"*.csv" = ["NOPE001"]', "per_file_ignores.*.csv"),
    ],
)
def test_an_unknown_check_is_named_with_file_and_key_and_no_stranger_is_offered(
    tmp_path: Path, text: str, key: str
) -> None:
    file = write(tmp_path / "newslint.toml", text)
    with pytest.raises(UnknownNameError) as caught:
        Plans(load_config(file, environment={}))
    assert str(caught.value) == f"{file}: {key}: unknown check 'NOPE001'"


def test_where_values_come_from_is_no_key(tmp_path: Path) -> None:
    file = write(tmp_path / "newslint.toml", "[origins]\nselect = 'x'")
    with pytest.raises(ConfigError, match="unknown key 'origins'"):
        load_config(file, environment={})


def test_what_extends_adds_up_and_what_selects_replaces(tmp_path: Path) -> None:
    file = write(tmp_path / "newslint.toml", 'extend_select = ["DAT"]\nextend_ignore = ["URL"]\nignore = ["ENC"]')
    over = {"extend_ignore": ["SCH"], "ignore": ["TYP"]}
    config = load_config(file, environment={"NEWSLINT_EXTEND_SELECT": "LNG"}, overrides=over)
    assert (config.extend_select, config.extend_ignore, config.ignore) == (["DAT", "LNG"], ["URL", "SCH"], ["TYP"])


def test_errors_come_from_other_processes_as_they_are() -> None:
    error = UnknownNameError("check", "DAT0001", ["DAT001"])
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again)) == (UnknownNameError, "unknown check 'DAT0001'; did you mean 'DAT001'?")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('selct = ["DAT"]', r"unknown key 'selct'; did you mean 'select'\?"),
        ('[gate]\nfailon = "error"', r"unknown key 'gate.failon'; did you mean 'fail_on'\?"),
        ('[per_file_ignores]\n"a/*" = "DAT"', r"per_file_ignores\..*a/\*: expected array, got str"),
        ('[sources."a.example"]\nignor = []', r"unknown key 'sources\.a\.example\.ignor'; did you mean"),
        ('select = "DAT"', "select: expected array, got str"),
        (
            '[gate]\nfail_on = "fatal"',
            r"gate\.fail_on: invalid enum value 'fatal' \(one of error, warning, info, never\)",
        ),
        ("[gate.limits]\nDAT001 = 2", r"gate\.limits\.DAT001: expected float <= 1\.0"),
        (
            '[sources."a.example".severity]\nDAT001 = "fatal"',
            r"sources\.a\.example\.severity\.DAT001: invalid enum value",
        ),
        ("select = [", "is not valid TOML"),
    ],
)
def test_mistakes_are_named_with_file_and_key(tmp_path: Path, text: str, message: str) -> None:
    file = write(tmp_path / "newslint.toml", text)
    with pytest.raises(ConfigError, match=message) as caught:
        load_config(file, environment={})
    assert str(file) in str(caught.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"cannot read the configuration .*none\.toml: No such file"):
        load_config(tmp_path / "none.toml", environment={})


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("NEWSLINT_PREVIEW", "maybe", "NEWSLINT_PREVIEW is 'maybe'; it takes 1, true"),
        ("NEWSLINT_IGNROE", "DAT", r"unknown variable NEWSLINT_IGNROE; did you mean 'NEWSLINT_IGNORE'\?"),
    ],
)
def test_slips_in_the_environment_are_named(tmp_path: Path, name: str, value: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        load_config(start=tmp_path, environment={name: value})
