"""Whether the corpus may be ingested."""

from newslint.gate.thresholds import judge

__all__ = ["judge"]
