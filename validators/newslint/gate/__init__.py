"""Whether the corpus may be ingested."""

from newslint.gate.baseline import read_baseline
from newslint.gate.reference import read_reference
from newslint.gate.rejects import Rejects
from newslint.gate.thresholds import is_failing, judge

__all__ = ["Rejects", "is_failing", "judge", "read_baseline", "read_reference"]
