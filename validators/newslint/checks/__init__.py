"""All checks, found by looking: one module, one check."""

from newslint.checks.base import (
    ArticleCheck,
    Check,
    CheckOptions,
    CorpusCheck,
    EngineCheck,
    FixKind,
    RunCheck,
    TableCheck,
    replace,
)
from newslint.checks.registry import load_checks, resolve

__all__ = [
    "ArticleCheck",
    "Check",
    "CheckOptions",
    "CorpusCheck",
    "EngineCheck",
    "FixKind",
    "RunCheck",
    "TableCheck",
    "load_checks",
    "replace",
    "resolve",
]
