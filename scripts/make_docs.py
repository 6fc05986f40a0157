"""Write what the documentation takes from the program: check pages, the table of checks, the README's first run.

python scripts/make_docs.py           write
python scripts/make_docs.py --check   exit 1 if anything would change
"""

from __future__ import annotations

import io
import os
import re
import sys
from pathlib import Path

from newslint import api
from newslint.checks import load_checks
from newslint.config import Config
from newslint.engine.run import Run
from newslint.reporters import make_reporter
from newslint.reporters.pages import page

ROOT = Path(__file__).parent.parent
PAGES = Path("docs/checks")
README = Path("README.md")
OUTPUT = re.compile(r"(<!-- output: newslint check (?P<path>\S+) -->\n```text\n).*?(```)", re.DOTALL)
TABLE = re.compile(r"(<!-- checks -->\n).*?(<!-- /checks -->)", re.DOTALL)


def main(arguments: list[str]) -> int:
    """Write the files, or say which are out of date."""
    os.chdir(ROOT)
    wanted = documents()
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text("utf-8") != text]
    stale += [path for path in PAGES.glob("*.md") if path not in wanted]
    if "--check" in arguments:
        print("\n".join(f"{path} is out of date: run python scripts/make_docs.py" for path in stale), end="")
        return 1 if stale else 0
    for path in stale:
        write(path, wanted.get(path))
    return 0


def documents() -> dict[Path, str]:
    """Return every generated document by its path."""
    pages = {PAGES / f"{check.code}.md": page(check) for check in load_checks().values()}
    readme = OUTPUT.sub(lambda found: found[1] + first_run(found["path"]) + found[3], README.read_text("utf-8"))
    return {**pages, README: TABLE.sub(lambda found: found[1] + table() + found[2], readme)}


def first_run(path: str) -> str:
    """Return what ``newslint check`` prints for *path*."""
    run = Run(Config(), keep_excerpts=True)
    run.feed(api.read([path], run.config))
    run.conclude()
    stream = io.StringIO()
    make_reporter("text", stream).write(api.report(run, [path]))
    return stream.getvalue()


def table() -> str:
    """Return the table of checks in Markdown."""
    lines = ["| code | check | severity | fix | what it flags |", "|---|---|---|---|---|"]
    for check in load_checks().values():
        mark = " (preview)" if check.preview else ""
        link = f"[{check.code}](docs/checks/{check.code}.md)"
        lines.append(f"| {link} | {check.slug} | {check.severity}{mark} | {check.fix} | {check.summary()} |")
    return "\n".join(lines) + "\n"


def write(path: Path, text: str | None) -> None:
    """Write *text* to *path*, or remove a page whose check is gone."""
    if text is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
