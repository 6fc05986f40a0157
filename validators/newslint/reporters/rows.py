"""Findings as rows of a table."""

from __future__ import annotations

from typing import Any

import msgspec

from newslint.model import Finding
from newslint.reporters.json import finding_document

COLUMNS = (
    "code",
    "slug",
    "severity",
    "article",
    "source",
    "path",
    "line",
    "row",
    "column",
    "field",
    "start",
    "end",
    "quote",
    "message",
    "fix",
    "replacement",
    "evidence",
    "related",
    "fingerprint",
    "accepted",
)
NUMBERS = ("line", "row", "column", "start", "end")
"""The columns of whole numbers, which may be missing."""


def row(finding: Finding) -> dict[str, Any]:
    """Return *finding* as values by column; evidence and related places are JSON."""
    document = finding_document(finding)
    article, fix = document["article"], document["fix"]
    edits = fix["edits"] if fix else []
    return {name: document[name] for name in COLUMNS if name in document} | {
        "article": article["id"],
        "source": article["source"],
        "path": article["path"],
        "row": article["row"],
        "fix": ("safe" if fix["safe"] else "unsafe") if fix else None,
        "replacement": edits[0]["text"] if len(edits) == 1 else None,
        "evidence": msgspec.json.encode(document["evidence"]).decode(),
        "related": msgspec.json.encode(document["related"]).decode(),
        "accepted": finding.accepted,
    }
