"""Install the suites that ship with the package into a Great Expectations context."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Any

import yaml
from great_expectations import ExpectationSuite

if TYPE_CHECKING:
    from great_expectations.data_context import AbstractDataContext


def suite_names() -> list[str]:
    """Return the names of the suites that ship with the package."""
    files = resources.files("newslint_gx").joinpath("suites").iterdir()
    return sorted(file.name.removesuffix(".yaml") for file in files if file.name.endswith(".yaml"))


def install(
    context: AbstractDataContext,
    suite: str = "core",
    *,
    columns: dict[str, str] | None = None,
    settings: dict[str, Any] | None = None,
) -> ExpectationSuite:
    """Add the shipped *suite* to *context*, or update it there, and return it.

    *columns* and *settings* are given to every expectation, so that all share one engine run.

    Raises
    ------
    ValueError
        There is no such suite, or the context kept fewer expectations than the suite has.

    """
    if suite not in suite_names():
        raise ValueError(f"unknown suite {suite!r}; there are: {', '.join(suite_names())}")
    text = resources.files("newslint_gx").joinpath("suites", f"{suite}.yaml").read_text("utf-8")
    description = yaml.safe_load(text)
    for expectation in description["expectations"]:
        expectation["kwargs"] |= {"columns": columns, "settings": settings}
    installed = context.suites.add_or_update(ExpectationSuite(**description))
    # An expectation of a type that is not registered vanishes without an exception.
    if len(installed.expectations) != len(description["expectations"]):
        raise ValueError(
            f"only {len(installed.expectations)} of {len(description['expectations'])} expectations survived"
        )
    return installed
