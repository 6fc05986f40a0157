"""How the expectation looks in Data Docs.

Great Expectations 1.24 does not escape plain strings in tables, so every cell that can hold text of an article is built
as a ``string_template``, whose parameters it does escape.
"""

from __future__ import annotations

from typing import Any

from great_expectations.render import (
    LegacyDiagnosticRendererType,
    LegacyRendererType,
    RenderedStringTemplateContent,
    RenderedTableContent,
)
from great_expectations.render.renderer.renderer import renderer

from newslint.checks import resolve

_BADGES = {"critical": "badge-danger", "warning": "badge-warning", "info": "badge-info"}
_COLUMNS = ("article", "where", "text", "finding", "suggested fix")


class CheckRenderers:
    """The two renderers that Data Docs shows: what is expected, and the table of what was found."""

    @classmethod
    @renderer(renderer_type=LegacyRendererType.PRESCRIPTIVE)
    def _prescriptive_renderer(cls, configuration=None, result=None, runtime_configuration=None):  # type: ignore[no-untyped-def] # noqa: ARG003
        expectation = configuration or (result.expectation_config if result else None)
        kwargs = expectation.kwargs if expectation else {}
        severity = str(getattr(getattr(expectation, "severity", None), "value", "critical"))
        check = resolve(kwargs["check"])
        mostly = kwargs.get("mostly", 1)
        share = "" if mostly == 1 else f" in at least {mostly * 100:g} % of the articles"
        styling = {"code": _classes("badge", "badge-secondary"), "severity": _classes("badge", _BADGES[severity])}
        template = "$code $slug: must not be found" + share + ". $summary $severity"
        parameters = {"code": check.code, "slug": check.slug, "summary": check.summary(), "severity": severity}
        return [_template(template, parameters, styling)]

    @classmethod
    @renderer(renderer_type=LegacyDiagnosticRendererType.UNEXPECTED_TABLE)
    def _diagnostic_unexpected_table_renderer(cls, configuration=None, result=None, runtime_configuration=None):  # type: ignore[no-untyped-def] # noqa: ARG003
        details = (result.result or {}).get("details", {}) if result else {}
        findings = details.get("findings")
        if not findings:
            return None
        style = {"body": {"classes": ["table-bordered", "table-sm", "mt-3"]}}
        rows = [_row(finding) for finding in findings]
        return [RenderedTableContent(content_block_type="table", header_row=list(_COLUMNS), table=rows, styling=style)]


def _row(finding: dict[str, Any]) -> list[RenderedStringTemplateContent]:
    span = (
        f"{finding['field']}[{finding['start']}:{finding['end']}]" if finding["start"] is not None else finding["field"]
    )
    edits = (finding["fix"] or {}).get("edits", [])
    fix = "; ".join(edit["text"] or "remove" for edit in edits)
    cells = (finding["article"]["id"], span, finding["quote"], finding["message"], fix)
    return [_template("$value", {"value": str(cell)}, {}) for cell in cells]


def _template(
    template: str, parameters: dict[str, str], styling: dict[str, dict[str, list[str]]]
) -> RenderedStringTemplateContent:
    content = {"template": template, "params": parameters, "styling": {"params": styling}}
    return RenderedStringTemplateContent(content_block_type="string_template", string_template=content)


def _classes(*names: str) -> dict[str, list[str]]:
    return {"classes": list(names)}
