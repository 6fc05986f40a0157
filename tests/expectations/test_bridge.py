"""The Great Expectations bridge: one run, honest counts, no script in Data Docs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

gx = pytest.importorskip("great_expectations", reason="the extra gx is not installed")

import pandas as pd  # noqa: E402

import newslint  # noqa: E402
import newslint_gx  # noqa: E402
from newslint.checks import load_checks  # noqa: E402
from newslint_gx import metrics  # noqa: E402

SCRIPT = "<script>alert(1)</script>"
BODY = "The council&#8217;s budget grows again.\n\nNobody at the meeting voted against it."


def frame(**columns: list[Any]) -> pd.DataFrame:
    base: dict[str, list[Any]] = {
        "id": ["a", "b", "c"],
        "title": ["One", SCRIPT, "Three"],
        "body": [BODY, BODY + SCRIPT, "Fine."],
    }
    return pd.DataFrame({**base, **columns}, dtype=object)


@pytest.fixture
def context() -> Iterator[Any]:
    made = gx.get_context(mode="ephemeral")
    made.variables.progress_bars = gx.data_context.types.base.ProgressBarsConfig(globally=False)
    return made


def batch(context: Any, data: pd.DataFrame) -> Any:
    source = context.data_sources.add_pandas("articles")
    definition = source.add_dataframe_asset("articles").add_batch_definition_whole_dataframe("all")
    return definition.get_batch(batch_parameters={"dataframe": data})


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The checks of every engine run that the bridge starts."""
    seen: list[list[str]] = []

    def check(corpus: Any, config: newslint.Config) -> newslint.Report:
        seen.append(config.select)
        return original(corpus, config)

    original = newslint.check
    monkeypatch.setattr(metrics.newslint, "check", check)
    return seen


def test_a_suite_is_one_engine_run_over_just_its_checks(context: Any, runs: list[list[str]]) -> None:
    suite = newslint_gx.install(context)
    result = batch(context, frame()).validate(suite)
    assert len(runs) == 1
    assert runs[0] == sorted(expectation.check for expectation in suite.expectations)
    by_check = {entry.expectation_config.kwargs["check"]: entry for entry in result.results}
    assert by_check["ENC004"].success is False
    assert by_check["ENC004"].result["unexpected_count"] == 2
    assert by_check["SCH001"].success is True


def test_the_core_suite_names_checks_that_exist_and_are_stable(context: Any) -> None:
    checks = {expectation.check for expectation in newslint_gx.install(context).expectations}
    assert checks <= set(load_checks())
    assert not [code for code in checks if load_checks()[code].preview]


def test_mostly_is_a_share_of_articles(context: Any) -> None:
    one = newslint_gx.ExpectArticlesToPassCheck(check="escaped-entity", mostly=0.3)
    assert batch(context, frame()).validate(one).success is True
    assert one.check == "ENC004"


def test_columns_and_settings_reach_the_engine(context: Any) -> None:
    data = frame().rename(columns={"body": "text"})
    strict = newslint_gx.ExpectArticlesToPassCheck(
        check="SCH001", columns={"body": "text"}, settings={"required": ["title", "body", "url"]}
    )
    result = batch(context, data).validate(strict)
    assert result.result["unexpected_count"] == 3
    assert {row["field"] for row in result.result["details"]["findings"]} == {"url"}


def test_an_unknown_check_is_refused_with_the_nearest() -> None:
    with pytest.raises(ValueError, match="did you mean 'mashed-date'"):
        newslint_gx.ExpectArticlesToPassCheck(check="mashed-dat")


def test_an_unknown_suite_is_refused(context: Any) -> None:
    with pytest.raises(ValueError, match="unknown suite 'cor'; there are: core"):
        newslint_gx.install(context, "cor")


def test_a_run_that_cannot_start_says_why_once(context: Any, runs: list[list[str]]) -> None:
    wrong = newslint_gx.ExpectArticlesToPassCheck(check="ENC004", settings={"checks": {"ENC004": {"nope": 1}}})
    result = batch(context, frame()).validate(wrong)
    assert result.success is False
    assert "unknown key 'nope'" in str(result.exception_info)
    assert len(runs) == 1


def test_complete_results_list_every_article(context: Any) -> None:
    one = newslint_gx.ExpectArticlesToPassCheck(check="ENC004")
    result = batch(context, frame()).validate(one, result_format="COMPLETE").result
    assert result["unexpected_index_list"] == [{"id": "a"}, {"id": "b"}]
    assert len(result["unexpected_list"]) == result["unexpected_count"] == 2


def test_data_docs_need_no_network_and_run_no_script(tmp_path: Path) -> None:
    assert newslint_gx.write_data_docs(frame(source=[SCRIPT] * 3), tmp_path) is False
    pages = list(tmp_path.rglob("*.html"))
    assert (tmp_path / "index.html") in pages
    assert len(pages) >= 3
    for page in pages:
        text = page.read_text("utf-8")
        assert SCRIPT not in text
        assert not re.search(r'<(?:link|script|img)\b[^>]*(?:src|href)="(?:https?:)?//', text)
    assert any("&#8217;" in page.read_text("utf-8") or "&amp;#8217;" in page.read_text("utf-8") for page in pages)


def test_rows_are_counted_even_where_their_ids_repeat(context: Any) -> None:
    one = newslint_gx.ExpectArticlesToPassCheck(check="ENC004", mostly=0.5)
    result = batch(context, frame(id=["a", "a", "a"], body=[BODY] * 3)).validate(one)
    assert result.success is False
    assert result.result["unexpected_count"] == 3


def test_an_empty_batch_does_not_pass(context: Any) -> None:
    one = newslint_gx.ExpectArticlesToPassCheck(check="ENC004")
    assert batch(context, frame().iloc[:0]).validate(one).success is False


def test_a_check_that_crashes_fails_its_expectation(context: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(self: Any, article: Any, facts: Any) -> Any:
        raise ZeroDivisionError("nothing to divide by")

    monkeypatch.setattr(load_checks()["ENC004"], "check", crash)
    result = batch(context, frame()).validate(newslint_gx.ExpectArticlesToPassCheck(check="ENC004"))
    assert result.success is False
    assert "ENC004 crashed on this article with ZeroDivisionError" in str(result.exception_info)
