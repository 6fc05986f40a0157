"""The sample of findings that a page keeps."""

from __future__ import annotations

from collections import Counter

from newslint.model import ArticleRef, Finding, Severity
from newslint.reporters.kept import KeptFindings


def finding(number: int, code: str, source: str) -> Finding:
    article = ArticleRef(f"a{number}", source)
    return Finding(
        code=code,
        slug="s",
        severity=Severity.INFO,
        article=article,
        field="body",
        start=0,
        end=1,
        quote="q",
        message="m",
    )


def test_below_the_capacity_all_are_kept_in_order() -> None:
    given = [finding(n, f"AAA00{n % 3}", "one.example") for n in range(9)]
    kept = KeptFindings(capacity=9)
    kept.add(given[:4])
    kept.add(given[4:])
    assert kept.findings() == given


def test_a_loud_source_does_not_crowd_out_a_quiet_one() -> None:
    kept = KeptFindings(capacity=40)
    kept.add([finding(n, "AAA001", "loud.example") for n in range(1000)])
    kept.add([finding(n, "AAA002", "quiet.example") for n in range(2)])
    cells = Counter((found.code, found.article.source) for found in kept.findings())
    assert cells["AAA002", "quiet.example"] == 2
    assert 10 <= cells["AAA001", "loud.example"] <= 40
    assert kept.total == 1002


def test_how_the_findings_were_cut_into_batches_does_not_matter() -> None:
    given = [finding(n, f"AAA00{n % 4}", f"{n % 7}.example") for n in range(500)]
    one, many = KeptFindings(50), KeptFindings(50)
    one.add(given)
    for start in range(0, 500, 7):
        many.add(given[start : start + 7])
    assert one.findings() == many.findings()
