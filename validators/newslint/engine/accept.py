"""Findings that were accepted before: reported, but neither counted nor judged."""

from __future__ import annotations

import msgspec

from newslint.model import Finding

Accepted = frozenset[str]
"""Fingerprints of findings."""


def mark(finding: Finding, accepted: Accepted) -> Finding:
    """Return *finding*, marked as accepted where its fingerprint is among *accepted*."""
    # Most runs have no baseline, and a fingerprint costs more than this question.
    if not accepted or finding.fingerprint not in accepted:
        return finding
    return msgspec.structs.replace(finding, accepted=True)
