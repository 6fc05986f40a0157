"""Two metrics: the findings of one check, and the engine run that all of them share.

Great Expectations builds the graph of all metrics of a suite before it resolves any. Every expectation asks for its own
``newslint.check_findings``, and each of these depends on one ``newslint.engine_run`` with identical keys, so the engine
runs once per validation. While the graph is built, each findings metric notes which check it will want; the run then
executes exactly these.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from weakref import WeakKeyDictionary

import msgspec
from great_expectations.core.metric_domain_types import MetricDomainTypes
from great_expectations.execution_engine import PandasExecutionEngine
from great_expectations.expectations.metrics.metric_provider import metric_value
from great_expectations.expectations.metrics.table_metric_provider import TableMetricProvider
from great_expectations.validator.metric_configuration import MetricConfiguration

import newslint
from newslint.checks.internal.check_crashed import CheckCrashed
from newslint.config import Config
from newslint.model import Finding

RUN = "newslint.engine_run"
FINDINGS = "newslint.check_findings"
_SHARED_KEYS = ("columns", "settings")
# Which checks the pending run of an execution engine must execute, by the id of its run metric.
_WANTED: WeakKeyDictionary[Any, defaultdict[Any, set[str]]] = WeakKeyDictionary()


class EngineResult(msgspec.Struct):
    """What one engine run found: ``findings`` by code, ``rows`` read, or the ``error`` that kept it from running.

    ``crashed`` says, by code, how a check ended that could not do its work on some article: its silence is no health.
    """

    rows: int
    findings: dict[str, list[Finding]] = {}
    crashed: dict[str, str] = {}
    error: str | None = None

    def of(self, code: str) -> list[Finding]:
        """Return the findings of the check *code*.

        Raises
        ------
        RuntimeError
            The run failed; the text says why.

        """
        problem = self.error or self.crashed.get(code)
        if problem is not None:
            raise RuntimeError(problem)
        return self.findings.get(code, [])


class EngineRun(TableMetricProvider):
    """Run newslint over the batch, once for all expectations."""

    metric_name = RUN
    value_keys = _SHARED_KEYS

    @metric_value(engine=PandasExecutionEngine)
    def _pandas(  # type: ignore[no-untyped-def]
        cls,  # noqa: N805
        execution_engine,
        metric_domain_kwargs,
        metric_value_kwargs,
        metrics,  # noqa: ARG002
        runtime_configuration,  # noqa: ARG002
    ):
        frame, _, _ = execution_engine.get_compute_domain(metric_domain_kwargs, domain_type=MetricDomainTypes.TABLE)
        identity = MetricConfiguration(RUN, metric_domain_kwargs, metric_value_kwargs).id
        wanted = _WANTED.setdefault(execution_engine, defaultdict(set)).pop(identity, set())
        # A metric that raises is run three times and fails every expectation with the same trace; the reason is
        # handed on instead, and each expectation raises it once.
        try:
            config = _config(wanted, metric_value_kwargs)
            report = newslint.check(frame, config)
        except Exception as error:  # noqa: BLE001
            return EngineResult(len(frame), error=f"{type(error).__name__}: {error}")
        found: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in report.findings:
            found[finding.code].append(finding)
        if len(frame) > 0 and report.tally.articles == 0:
            return EngineResult(
                len(frame), error=report.findings[0].message if report.findings else "no article was read"
            )
        crashed = {finding.evidence["check"]: finding.message for finding in found.pop(CheckCrashed.code, [])}
        return EngineResult(len(frame), dict(found), crashed)


class CheckFindings(TableMetricProvider):
    """The findings of one check, read from the shared run."""

    metric_name = FINDINGS
    value_keys = ("check", *_SHARED_KEYS)

    @metric_value(engine=PandasExecutionEngine)
    def _pandas(  # type: ignore[no-untyped-def]
        cls,  # noqa: N805
        execution_engine,  # noqa: ARG002
        metric_domain_kwargs,  # noqa: ARG002
        metric_value_kwargs,  # noqa: ARG002
        metrics,
        runtime_configuration,  # noqa: ARG002
    ):
        return metrics[RUN]

    @classmethod
    def _get_evaluation_dependencies(  # type: ignore[no-untyped-def]
        cls,
        metric,
        configuration=None,  # noqa: ARG003
        execution_engine=None,
        runtime_configuration=None,  # noqa: ARG003
    ):
        values = metric.metric_value_kwargs
        shared = MetricConfiguration(RUN, metric.metric_domain_kwargs, {key: values.get(key) for key in _SHARED_KEYS})
        if execution_engine is not None:
            pending = _WANTED.setdefault(execution_engine, defaultdict(set))
            pending[shared.id].add(values["check"])
        return {RUN: shared}


def _config(wanted: set[str], values: dict[str, Any]) -> Config:
    settings = {**(values.get("settings") or {}), "select": sorted(wanted), "fields": values.get("columns") or {}}
    return msgspec.convert(settings, Config)
