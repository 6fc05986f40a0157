from __future__ import annotations

from newslint.model import Severity
from newslint.reporters.html.corpus import EXAMPLES, FIRST, MOST_EXAMPLES, first_sentence, make_corpus


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
    assert len(set(codes)) == FIRST


def test_fix_first_ranks_by_severity_then_by_articles(factory):
    report = factory.corpus_report()
    first = make_corpus(report).first
    order = [
        (Severity(group.severity).rank, -report.tally.coverage[group.meaning.code].articles_flagged) for group in first
    ]
    assert order == sorted(order)


def _many_of_one_check(factory, counts):
    articles = [
        factory.seed_article(id=f"{source}-{i}", source=source) for source, n in counts.items() for i in range(n)
    ]
    return factory.report_of([factory.mashed_date(article) for article in articles], articles)


def test_fix_first_gathers_the_sources_of_a_check_in_one_line(factory):
    [line] = make_corpus(_many_of_one_check(factory, dict.fromkeys(("a", "b", "c", "d", "e"), 1))).first
    assert (line.source, line.where, line.reach) == ("", "5 sources", "5 articles.")


def test_fix_first_names_the_source_that_has_most(factory):
    [line] = make_corpus(_many_of_one_check(factory, {"a": 2, "b": 9, "c": 1})).first
    assert (line.where, line.reach) == ("3 sources", "12 articles, 9 of them in b.")


def test_fix_first_names_the_only_source(factory):
    [line] = make_corpus(_many_of_one_check(factory, {"a": 3})).first
    assert (line.source, line.where, line.reach) == ("a", "", "3 articles, 100% of that source.")


def test_fix_first_puts_sixty_articles_before_one(factory):
    articles = [factory.seed_article(id=str(i), source=f"outlet{i % 30}.example") for i in range(60)]
    alone = factory.seed_article(id="alone", source="alone.example")
    findings = [factory.untranslated(article) for article in articles] + [factory.mashed_date(alone)]
    first = make_corpus(factory.report_of(findings, [*articles, alone])).first
    assert [line.meaning.code for line in first] == ["LNG003", "DAT001"]


def test_advice_is_one_whole_sentence(factory):
    assert first_sentence("Insert the space, e.g. “6 May”. Then check the feed.") == "Insert the space, e.g. “6 May”."
    assert first_sentence("Map the field with ``fields.title``. Or fix it.") == "Map the field with ``fields.title``."
    assert first_sentence("One sentence only.") == "One sentence only."
    for line in make_corpus(factory.corpus_report()).first:
        assert line.advice.endswith(".")
        assert line.meaning.fix.startswith(line.advice)


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
