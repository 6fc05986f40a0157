"""newslint: a linter and validation suite for news corpora.

``newslint.check`` checks a path, a list of articles or a pandas frame and returns a report::

    import newslint

    report = newslint.check("corpus.jsonl")
    for finding in report.findings:
        print(finding.code, finding.article.id, finding.quote)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.api import check as check
    from newslint.config import Config as Config
    from newslint.config import load_config as load_config
    from newslint.errors import ConfigError as ConfigError
    from newslint.errors import InputError as InputError
    from newslint.errors import NewslintError as NewslintError
    from newslint.model import Article as Article
    from newslint.model import Finding as Finding
    from newslint.model import Severity as Severity
    from newslint.report import Report as Report

__version__ = "0.1.0"

_HOMES = {
    "Article": "newslint.model",
    "Config": "newslint.config",
    "ConfigError": "newslint.errors",
    "Finding": "newslint.model",
    "InputError": "newslint.errors",
    "NewslintError": "newslint.errors",
    "Report": "newslint.report",
    "Severity": "newslint.model",
    "check": "newslint.api",
    "load_config": "newslint.config",
}
__all__ = [
    "Article",
    "Config",
    "ConfigError",
    "Finding",
    "InputError",
    "NewslintError",
    "Report",
    "Severity",
    "check",
    "load_config",
]


def __getattr__(name: str) -> object:
    # Resolved on first use, so that ``newslint --version`` and the command line's help load nothing.
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'newslint' has no attribute {name!r}")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
