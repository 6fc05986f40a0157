"""All checks, found by looking: one module, one check."""

from newslint.checks.base import (
    ArticleCheck,
    Check,
    CorpusCheck,
    EngineCheck,
    FixKind,
    Options,
    TableCheck,
    replace,
)
from newslint.checks.registry import load_checks, resolve

__all__ = [
    "ArticleCheck",
    "Check",
    "CorpusCheck",
    "EngineCheck",
    "FixKind",
    "Options",
    "TableCheck",
    "load_checks",
    "replace",
    "resolve",
]
