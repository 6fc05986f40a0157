"""Whether the corpus may be ingested."""

from newslint.gate.baseline import read_baseline
from newslint.gate.thresholds import judge

__all__ = ["judge", "read_baseline"]
