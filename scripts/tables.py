"""What the programs that generate a table have in common."""

from __future__ import annotations

import sys
from pathlib import Path


def write_or_compare(table: Path, text: str, *, check: bool) -> int:
    """Write *text* to *table*; with *check*, write nothing, and return 1 if that is not what is on disk."""
    if not check:
        table.write_text(text, encoding="utf-8")
        return 0
    if table.read_text(encoding="utf-8") == text:
        return 0
    print(f"{table.name} is out of date: run {Path(sys.argv[0]).name}", file=sys.stderr)
    return 1
