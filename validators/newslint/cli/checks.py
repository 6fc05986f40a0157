"""``newslint checks``: the list of all checks."""

from __future__ import annotations

import argparse
import shutil
import sys

from newslint.errors import UnknownNameError

_FORMATS = ("text", "json")


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--format", default="text", metavar="FORMAT", help="text (default) or json")
    parser.add_argument("--measured", action="store_true", help="also print what was measured on real articles")


def run(arguments: argparse.Namespace) -> int:
    """List the checks."""
    if arguments.format not in _FORMATS:
        raise UnknownNameError("format", arguments.format, _FORMATS, one_of=True)
    from newslint.files import writing

    rows = _rows()
    with writing(None) as stream:
        stream.write(_json(rows) if arguments.format == "json" else _table(rows, _width(), arguments.measured))
    return 0


def _json(rows: list[dict[str, object]]) -> str:
    import json

    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _rows() -> list[dict[str, object]]:
    from newslint.checks import load_checks

    return [
        {
            "code": check.code,
            "slug": check.slug,
            "severity": check.severity.value,
            "scope": check.scope,
            "fix": check.fix,
            "preview": check.preview,
            "measured": check.precision,
            "summary": check.summary(),
        }
        for check in load_checks().values()
    ]


def _width() -> int | None:
    """Return the columns of the terminal; ``None`` where the list goes elsewhere, and nothing need be cut."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _table(rows: list[dict[str, object]], width: int | None, measured: bool) -> str:
    """Return one line for each check, at most *width* wide; what was *measured* is a line of its own, if asked for."""
    columns = ("code", "slug", "severity", "scope", "fix", "summary")
    widths = {name: max(len(name), *(len(str(row[name])) for row in rows)) for name in columns[:-1]}
    lines = ["  ".join(name.ljust(widths.get(name, 0)) for name in columns)]
    for row in rows:
        mark = " (preview)" if row["preview"] else ""
        cells = [str(row[name]).ljust(widths.get(name, 0)) for name in columns]
        lines.append("  ".join(cells).rstrip() + mark)
        if measured and row["measured"]:
            lines.append(f"        {row['measured']}")
    return "".join(f"{_cut(line, width)}\n" for line in lines)


def _cut(line: str, width: int | None) -> str:
    return line if width is None or len(line) <= width else line[: width - 1] + "…"
