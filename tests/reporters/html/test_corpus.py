from __future__ import annotations

from newslint.model import Severity
from newslint.reporters.html.corpus import EXAMPLES, FIRST, FIRST_OF_ONE_CHECK, MOST_EXAMPLES, make_corpus


def test_broken_limits_come_first(factory):
    gates = make_corpus(factory.corpus_report()).gates
    assert [gate.passed for gate in gates] == sorted(gate.passed for gate in gates)
    assert ("ENC004", "2%", "3.25%", False) in [(g.code, g.allowed, g.found, g.passed) for g in gates]
    assert gates[0].subject == "findings of severity error"


def test_counts_are_those_of_the_tally(factory):
    report = factory.corpus_report()
    rows = {row.meaning.code: row for row in make_corpus(report).checks}
    assert {code: row.findings for code, row in rows.items()} == dict(report.tally.by_code)
    flagged = report.tally.coverage["DAT001"].articles_flagged
    assert rows["DAT001"].flagged == f"{flagged:,}"
    assert rows["DAT001"].coverage == "400 of 400 articles (100%)"


def test_checks_are_sorted_by_severity_then_count(factory):
    report = factory.corpus_report()
    rows = make_corpus(report).checks
    order = [(Severity(row.severity).rank, -row.findings) for row in rows]
    assert order == sorted(order)


def test_silence_is_told_from_blindness(factory):
    page = make_corpus(factory.corpus_report())
    assert [silent.code for silent in page.silent] == ["SCH002", "SCH003"]
    assert [blind.code for blind in page.blind] == ["SCH005"]


def test_fix_first_leaves_out_what_is_harmless_and_does_not_repeat_itself(factory):
    first = make_corpus(factory.corpus_report()).first
    codes = [group.meaning.code for group in first]
    assert len(first) == FIRST
    assert "STR006" not in codes
    assert max(codes.count(code) for code in codes) <= FIRST_OF_ONE_CHECK


def test_examples_come_from_different_sources(factory):
    row = next(row for row in make_corpus(factory.corpus_report()).checks if row.meaning.code == "DAT001")
    assert len(row.examples) == len({example.source for example in row.examples}) == EXAMPLES


def test_many_checks_share_the_space_for_examples(factory):
    kinds = tuple((f"QQQ{i:03}", f"odd-thing-{i}", Severity.WARNING, 11) for i in range(70))
    rows = make_corpus(factory.corpus_report(44, kinds=kinds)).checks
    assert len(rows) == 70
    assert sum(len(row.examples) for row in rows) <= MOST_EXAMPLES


def test_languages_are_counted_only_over_all_findings(factory):
    report = factory.corpus_report()
    assert make_corpus(report).languages is not None
    report.findings = report.findings[:-1]
    assert make_corpus(report).languages is None


def test_a_missing_source_has_one_name_everywhere(factory):
    article = factory.seed_article(source=None)
    report = factory.report_of([factory.mashed_date(article)], [article])
    page = make_corpus(report)
    assert page.first[0].source == "unknown"
    assert page.packed.sources == ("unknown",)
    assert page.sources.columns == (("unknown", "1"),)
