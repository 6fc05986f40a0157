"""Immutable records shared by every layer."""

from newslint.model.article import FIELDS, NESTED_FIELDS, TEXT_FIELDS, Article, Origin, Place, RecordPlace, folded_name
from newslint.model.counts import Counts, length_step
from newslint.model.failure import Failure
from newslint.model.finding import ArticleRef, Edit, Excerpt, Finding, Fix, Related, Severity
from newslint.model.repair import WHOLE_FILE, Repair
from newslint.model.report import Coverage, Limit, Report, Tally, Verdict

__all__ = [
    "FIELDS",
    "NESTED_FIELDS",
    "TEXT_FIELDS",
    "WHOLE_FILE",
    "Article",
    "ArticleRef",
    "Counts",
    "Coverage",
    "Edit",
    "Excerpt",
    "Failure",
    "Finding",
    "Fix",
    "Limit",
    "Origin",
    "Place",
    "RecordPlace",
    "Related",
    "Repair",
    "Report",
    "Severity",
    "Tally",
    "Verdict",
    "folded_name",
    "length_step",
]
