"""Scaffold a check: its module, its fixture file and its row in the ledger.

    python scripts/add_check.py TYP001 glued-sentence warning "No space after the end of a sentence."

Then write the rule, the documentation and the cases; nothing else needs to be touched.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
FAMILIES = {
    "COR": "corpus",
    "DAT": "dates",
    "DUP": "duplication",
    "ENC": "encoding",
    "EXT": "extraction",
    "INT": "internal",
    "LNG": "language",
    "PII": "privacy",
    "SCH": "schema",
    "STR": "structure",
    "TYP": "typography",
    "URL": "urls",
}
MODULE = '''"""{code} {slug}."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck
from newslint.model import Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts


class {class_name}(ArticleCheck):
    """{summary}

    What it flags
    -------------
    TODO

    Why it hurts
    ------------
    TODO

    Example
    -------
    TODO

    Fix
    ---
    None.

    Options
    -------
    None.

    Limits
    ------
    TODO
    """

    code = "{code}"
    slug = "{slug}"
    severity = Severity.{severity}
    # Off by default until its precision on real articles is measured.
    preview = True

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield every finding in *article*."""
        raise NotImplementedError
'''
FIXTURE = """check: {code}
cases:
  pass_todo:
    article: {{language: en, body: "TODO"}}
  fail_todo:
    article: {{language: en, body: "TODO"}}
    findings:
      - {{field: body, quote: "TODO"}}
"""


def main(arguments: list[str]) -> int:
    """Write the files and say which."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("code", help="three letters and three digits, from the catalogue")
    parser.add_argument("slug", help="the defect in words-with-hyphens")
    parser.add_argument("severity", choices=("error", "warning", "info"))
    parser.add_argument("summary", help="the defect in one sentence, ending in a period")
    given = parser.parse_args(arguments)
    if problem := refusal(given.code, given.slug, given.summary):
        parser.error(problem)
    for path in scaffold(given.code, given.slug, given.severity, given.summary):
        print(path.relative_to(ROOT))
    return 0


def refusal(code: str, slug: str, summary: str) -> str:
    """Return why the check cannot be added, or an empty string."""
    if not re.fullmatch(r"[A-Z]{3}[0-9]{3}", code) or code[:3] not in FAMILIES:
        return f"{code!r} is no code of a known family ({', '.join(FAMILIES)})"
    if not re.fullmatch(r"[a-z]+(-[a-z]+)*", slug):
        return f"{slug!r} is no slug: lower-case words joined by hyphens"
    if not summary.endswith("."):
        return "the summary is one sentence and ends in a period"
    for row in ledger_rows():
        if code == row[0] or slug == row[1]:
            return f"{row[0]} {row[1]} is taken: codes and slugs are never reused"
    return ""


def scaffold(code: str, slug: str, severity: str, summary: str, root: Path = ROOT) -> list[Path]:
    """Write module, fixture file and ledger row below *root*; return their paths."""
    words = slug.split("-")
    names = {"code": code, "slug": slug, "severity": severity.upper(), "summary": summary}
    family = root / "validators" / "newslint" / "checks" / FAMILIES[code[:3]]
    family.mkdir(parents=True, exist_ok=True)
    package = family / "__init__.py"
    if not package.exists():
        package.write_text(f'"""{code[:3]}: TODO."""\n', "utf-8")
    module = family / f"{'_'.join(words)}.py"
    module.write_text(MODULE.format(class_name="".join(map(str.capitalize, words)), **names), "utf-8")
    fixture = root / "fixtures" / "checks" / f"{code}-{slug}.yml"
    fixture.write_text(FIXTURE.format(**names), "utf-8")
    ledger = root / "fixtures" / "codes.tsv"
    rows = [*ledger_rows(root), [code, slug, version(root), "active"]]
    ledger.write_text("".join("\t".join(row) + "\n" for row in sorted(rows)), "utf-8")
    return [module, fixture, ledger]


def ledger_rows(root: Path = ROOT) -> list[list[str]]:
    """Return the rows of the ledger."""
    return [line.split("\t") for line in (root / "fixtures" / "codes.tsv").read_text("utf-8").splitlines()]


def version(root: Path) -> str:
    """Return the version of newslint, without importing it."""
    text = (root / "validators" / "newslint" / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "(.+)"$', text, re.MULTILINE)
    if found is None:
        raise SystemExit("validators/newslint/__init__.py has no __version__")
    return found[1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
