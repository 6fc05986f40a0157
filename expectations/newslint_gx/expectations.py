"""The one expectation of newslint: articles pass a check."""

from __future__ import annotations

from typing import Any, ClassVar, cast

from great_expectations.compatibility import pydantic
from great_expectations.expectations.expectation import BatchExpectation
from great_expectations.expectations.expectation_configuration import parse_result_format
from great_expectations.expectations.model_field_types import MostlyField
from great_expectations.expectations.registry import get_metric_kwargs
from great_expectations.expectations.row_conditions import RowConditionType
from great_expectations.validator.metric_configuration import MetricConfiguration

from newslint.checks import resolve
from newslint.errors import UnknownNameError
from newslint.model import Finding
from newslint.reporters.json import finding_document
from newslint.reporters.wording import plural
from newslint_gx import render
from newslint_gx.metrics import FINDINGS, EngineResult

SAMPLE = 20
"""Findings shown in a result below COMPLETE, as Great Expectations does for its own."""


class ExpectArticlesToPassCheck(render.CheckRenderers, BatchExpectation):
    """Expect articles to give no finding of a newslint check.

    ``check`` is a code or slug (``"DAT001"``, ``"mashed-date"``). ``mostly`` is the share of articles (0 to 1) that
    must pass. ``columns`` maps article fields to column names where they differ. ``settings`` is a newslint
    configuration as plain data (options of checks, required fields); give the same one to every expectation of a
    suite, or each gets a run of its own.
    """

    check: str
    mostly: MostlyField = 1
    columns: dict[str, str] | None = None
    settings: dict[str, Any] | None = None
    row_condition: RowConditionType = None
    condition_parser: str | None = None

    domain_keys: ClassVar[tuple[str, ...]] = ("batch_id", "row_condition", "condition_parser")
    success_keys: ClassVar[tuple[str, ...]] = ("check", "mostly", "columns", "settings")
    args_keys: ClassVar[tuple[str, ...]] = ("check",)

    @pydantic.validator("check")
    def _known_check(cls, name: str) -> str:  # noqa: N805
        try:
            return resolve(name).code
        except UnknownNameError as error:
            raise ValueError(str(error)) from error

    def get_validation_dependencies(self, execution_engine=None, runtime_configuration=None):  # type: ignore[no-untyped-def]
        """Ask for the findings of this check, and through them for the shared run."""
        dependencies = super().get_validation_dependencies(execution_engine, runtime_configuration)
        keys = get_metric_kwargs(
            FINDINGS, configuration=self.configuration, runtime_configuration=runtime_configuration
        )
        values = {**keys["metric_value_kwargs"], "check": self.check}
        metric = MetricConfiguration(FINDINGS, keys["metric_domain_kwargs"], values)
        dependencies.set_metric_configuration(FINDINGS, metric)
        return dependencies

    def _validate(self, metrics, runtime_configuration=None, execution_engine=None):  # type: ignore[no-untyped-def] # noqa: ARG002
        run: EngineResult = metrics[FINDINGS]
        findings = run.of(self.check)
        # Ids may repeat (that is what SCH003 is about), rows do not: of each, its first finding stands for the article.
        flagged: dict[int | None, Finding] = {}
        for finding in findings:
            flagged.setdefault(finding.article.origin.row, finding)
        # Nothing read is nothing validated: an empty batch does not pass.
        passing = (run.rows - len(flagged)) / run.rows if run.rows else 0.0
        outcome: dict[str, Any] = {"success": passing >= float(cast("float", self.mostly))}
        result_format = parse_result_format(self._get_result_format(runtime_configuration))
        if result_format["result_format"] != "BOOLEAN_ONLY":
            outcome["result"] = self._details(run.rows, findings, list(flagged.values()), result_format)
        return outcome

    def _details(
        self, rows: int, findings: list[Finding], flagged: list[Finding], result_format: dict[str, Any]
    ) -> dict[str, Any]:
        complete = result_format["result_format"] == "COMPLETE"
        shown = findings if complete else findings[: result_format.get("partial_unexpected_count", SAMPLE)]
        share = len(flagged) / rows * 100 if rows else None
        unexpected = [finding.quote for finding in flagged]
        details: dict[str, Any] = {
            "element_count": rows,
            "unexpected_count": len(flagged),
            "unexpected_percent": share,
            "unexpected_percent_total": share,
            "unexpected_percent_nonmissing": share,
            "missing_count": 0,
            "missing_percent": 0.0,
            "observed_value": f"{plural(len(findings), 'finding')} in {len(flagged)} of {plural(rows, 'article')}",
            "partial_unexpected_list": unexpected[:SAMPLE],
            "details": {"check": self.check, "findings": [finding_document(finding) for finding in shown]},
        }
        if complete:
            identifier = (self.columns or {}).get("id", "id")
            details["unexpected_list"] = unexpected
            details["unexpected_index_column_names"] = [identifier]
            details["unexpected_index_list"] = [{identifier: finding.article.id} for finding in flagged]
        return details
