"""``newslint checks``: the list of all checks."""

from __future__ import annotations

import argparse

from newslint.errors import UnknownNameError

_FORMATS = ("text", "json")


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--format", default="text", metavar="FORMAT", help="text (default) or json")


def run(arguments: argparse.Namespace) -> int:
    """List the checks."""
    if arguments.format not in _FORMATS:
        raise UnknownNameError("format", arguments.format, _FORMATS)
    from newslint.files import writing

    rows = _rows()
    with writing(None) as stream:
        stream.write(_json(rows) if arguments.format == "json" else _table(rows))
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


def _table(rows: list[dict[str, object]]) -> str:
    columns = ("code", "slug", "severity", "scope", "fix", "summary")
    widths = {name: max(len(name), *(len(str(row[name])) for row in rows)) for name in columns[:-1]}
    lines = ["  ".join(name.ljust(widths.get(name, 0)) for name in columns)]
    for row in rows:
        mark = " (preview)" if row["preview"] else ""
        cells = [str(row[name]).ljust(widths.get(name, 0)) for name in columns]
        measured = f" [{row['measured']}]" if row["measured"] else ""
        lines.append("  ".join(cells).rstrip() + mark + measured)
    return "\n".join(lines) + "\n"
