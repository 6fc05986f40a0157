"""Validate a corpus and write the reports: the job of ``tox -e validate``.

Without arguments it validates the seeds that ship with the project and compares what was found with
``seeds/expected.yml``: exit 0 when every expected finding is there and no other error or warning is. With paths it
validates those and gates: exit 1 when the gate fails. Either way ``build/validation`` holds ``index.html``,
``report.json`` and ``data-docs/`` afterwards.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import yaml

from newslint import api
from newslint.config import Config, load_config
from newslint.engine.run import Run
from newslint.model import Finding, Severity
from newslint.readers import validate_paths
from newslint.report import Report
from newslint.reporters import make_reporter
from newslint_gx import article_frame, write_data_docs

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
OUTPUT = ROOT / "build" / "validation"
Key = tuple[str, str, str, str]
"""File (and article, where a file holds several), code, field and quote of a finding."""


def main(paths: list[str]) -> int:
    """Validate *paths*, or the seeds, and return the exit status."""
    own_corpus = bool(paths)
    if problems := validate_paths(paths or [str(SEEDS)]):
        print("\n".join(f"newslint: {problem}" for problem in problems.values()), file=sys.stderr)
        return 2
    # The seeds are judged by the defaults, whatever configuration lies around.
    config = load_config() if own_corpus else Config()
    report = run(paths or [str(SEEDS)], config)
    make_reporter("text", sys.stdout).write(report)
    for path in write(report, paths or [str(SEEDS)], config):
        print(f"wrote {path}")
    if own_corpus:
        return 0 if report.passed else 1
    complaints = compare(report.findings, SEEDS / "expected.yml")
    print("\n".join(complaints) or "The seeds give exactly what seeds/expected.yml expects.")
    return 1 if complaints else 0


def run(paths: list[str], config: Config) -> Report:
    """Check *paths*."""
    accepted, reference = api.accepted_by(config), api.reference_of(config)
    checking = Run(config, keep_excerpts=True, keep_articles=1, accepted=accepted, reference=reference)
    checking.feed(api.read(paths, config))
    checking.conclude()
    return api.report(checking, [shown(path) for path in paths])


def write(report: Report, paths: list[str], config: Config) -> list[str]:
    """Write the reports and return their paths."""
    report.write(OUTPUT / "index.html")
    report.write(OUTPUT / "report.json")
    write_data_docs(article_frame(paths, config), OUTPUT / "data-docs", settings=settings_of(config))
    return [shown(OUTPUT / name) for name in ("index.html", "report.json", "data-docs/index.html")]


def settings_of(config: Config) -> dict[str, object]:
    """Return what of *config* matters to checks; the field mapping is already applied to the frame."""
    return {"required": config.required, "severity": config.severity, "checks": config.checks}


def compare(findings: list[Finding], expected_file: Path) -> list[str]:
    """Return what *findings* of level error and warning lack, or have too much, against *expected_file*."""
    expected = Counter(expected_keys(yaml.safe_load(expected_file.read_text("utf-8"))))
    found = Counter(key(finding) for finding in findings if finding.severity != Severity.INFO)
    missing = [f"not found: {' · '.join(entry)}" for entry in (expected - found).elements()]
    return missing + [f"not expected: {' · '.join(entry)}" for entry in (found - expected).elements()]


def expected_keys(expected: dict[str, list[dict[str, str]]]) -> list[Key]:
    """Flatten the expectations to one key per finding."""
    return [
        (f"{file}:{entry['article']}" if "article" in entry else file, entry["code"], entry["field"], entry["quote"])
        for file, entries in expected.items()
        for entry in entries
    ]


def key(finding: Finding) -> Key:
    """Return what identifies *finding* in the expectations."""
    name = Path(finding.article.origin.path).name
    several = not finding.article.origin.fields
    return (f"{name}:{finding.article.id}" if several else name, finding.code, finding.field, finding.quote)


def shown(path: str | Path) -> str:
    """Return *path* as a person in the project's folder would write it."""
    full = Path(path).resolve()
    return str(full.relative_to(Path.cwd())) if full.is_relative_to(Path.cwd()) else str(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
