from __future__ import annotations

import gzip
import json
import re
from base64 import b64decode, b64encode
from functools import partial
from hashlib import sha256
from html.parser import HTMLParser

import pytest

import newslint
from newslint.config import Config
from newslint.model import Limit, Report, Tally, Verdict
from newslint.reporters.html import corpus, render_html

FORMS = ("seed_report", "corpus_report", "healthy_report")


class Page(HTMLParser):
    """Collects what a browser would act on."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": [], "title": [], "h1": []}
        self._inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        self._inside = tag
        if tag in self.raw:
            self.raw[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside in self.raw:
            self.raw[self._inside][-1] += data

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def _packed(html: str, name: str) -> object:
    found = re.search(rf'id="{name}">([^<]*)<', html)
    assert found
    return json.loads(gzip.decompress(b64decode(found.group(1))))


@pytest.mark.parametrize("form", FORMS)
def test_equal_reports_give_equal_pages(factory, form):
    assert render_html(getattr(factory, form)()) == render_html(getattr(factory, form)())


def test_order_of_counters_does_not_show(factory):
    report, other = factory.corpus_report(60), factory.corpus_report(60)
    for name in ("by_code", "by_source", "by_language", "by_day", "cells", "days", "grades"):
        counter = getattr(other.tally, name)
        items = list(counter.items())[::-1]
        counter.clear()
        counter.update(dict(items))
    assert render_html(report) == render_html(other)


@pytest.mark.parametrize("form", FORMS)
def test_the_policy_allows_exactly_what_is_in_the_page(factory, form):
    page = Page(render_html(getattr(factory, form)()))
    policy = next(m["content"] for m in page.attributes("meta") if m.get("http-equiv") == "Content-Security-Policy")

    def digest(text: str) -> str:
        return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

    assert policy is not None
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["base-uri"] == directives["form-action"] == "'none'"
    assert directives["img-src"] == "data:"
    assert [digest(style) for style in page.raw["style"]] == [directives["style-src"]]
    kinds = [script.get("type") for script in page.attributes("script")]
    run = [text for text, kind in zip(page.raw["script"], kinds, strict=True) if kind is None]
    assert [digest(script) for script in run] == ([directives["script-src"]] if run else [])
    assert run or directives["script-src"] == "'none'"


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_loaded_and_nothing_is_styled_inline(factory, form):
    html = render_html(getattr(factory, form)())
    page = Page(html)
    assert "http://" not in html
    assert "https://" not in html
    assert all(not {"style", "src", "srcset", "srcdoc", "action"} & set(attributes) for _, attributes in page.tags)
    assert all(not key.startswith("on") for _, attributes in page.tags for key in attributes)
    assert {"name": "referrer", "content": "no-referrer"} in page.attributes("meta")
    links = [attributes.get("href") or "" for tag, attributes in page.tags if tag in ("a", "link")]
    assert all(link.startswith(("#", "data:image/svg+xml,")) for link in links)


@pytest.mark.parametrize("one", [True, False])
def test_hostile_texts_stay_text(factory, one):
    html = render_html(factory.hostile_report(one=one))
    page = Page(html)
    names = {tag for tag, _ in page.tags}
    assert not names & {"img", "iframe", "object", "embed", "base", "form"} - ({"form"} if not one else set())
    assert len(page.attributes("h1")) == 1
    assert len(page.raw["style"]) == 1
    assert "49" not in page.raw["h1"][0]
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\ud800-\udfff\U000e0000-\U000e007f]", html)
    html.encode("utf-8")


def test_hostile_texts_survive_packing(factory):
    html = render_html(factory.hostile_report(one=False))
    details = _packed(html, "chunk0")
    assert isinstance(details, list)
    assert sorted(detail["message"] for detail in details) == sorted(f"Message with {t}." for t in factory.HOSTILE)


def test_the_failed_verdict_names_its_reasons(factory):
    page = render_html(factory.corpus_report())
    assert "</svg>Do not ingest</h1>" in page
    assert "<title>✕ Do not ingest – news-2024-12.jsonl.gz – newslint</title>" in page
    assert "errors (limit 0); ENC004 flags 3.25% of articles (limit 2.00%)." in page


def test_one_article_has_its_own_words(factory):
    assert "</svg>Do not ingest this article</h1>" in render_html(factory.seed_report())
    assert "</svg>Safe to ingest this article</h1>" in render_html(factory.healthy_report())


def test_a_corpus_that_passes_is_safe(factory):
    report = factory.corpus_report(30, kinds=())
    html = render_html(report)
    assert "</svg>Safe to ingest</h1>" in html
    assert 'id="index"' not in html


def test_no_article_is_no_health():
    html = render_html(Report(findings=[], tally=Tally(), verdict=Verdict(True), version="0.1.0"))
    assert "Safe to ingest" not in html
    assert "Nothing was checked" in html
    assert "No article was read" in html


def test_unreadable_records_are_named(factory):
    report = factory.corpus_report(30)
    report.tally.unreadable = 2
    assert "2 records could not be read and were not checked." in render_html(report)


def test_dropping_articles_is_promised_only_where_the_counts_prove_it(factory):
    report = factory.corpus_report(100)
    assert "pass this gate" not in render_html(report), "a limit on a share may break by dropping"
    report.verdict = factory.verdict_of(report.tally)
    bad = report.tally.with_errors
    assert f"Without the {bad} articles with errors, the other {100 - bad} pass this gate." in render_html(report)
    report.tally.unreadable = 1
    assert "pass this gate" not in render_html(report)
    report.tally.unreadable, report.tally.by_code["COR003"] = 0, 1
    assert "pass this gate" not in render_html(report)


def test_one_article_and_the_other_one(factory):
    report = factory.corpus_report(100)
    report.tally.articles, report.tally.with_errors = 2, 1
    report.verdict = factory.verdict_of(report.tally)
    assert "Without the 1 article with errors, the other one passes this gate." in render_html(report)


def test_a_limit_on_warnings_is_not_cured_by_dropping_errors(factory):
    report = factory.corpus_report(100)
    report.verdict = Verdict(False, ("too many",), (Limit("error", 0, 9, False), Limit("warning", 0, 9, False)))
    assert "pass this gate" not in render_html(report)


def test_an_empty_report_renders_without_articles_kept(factory):
    report = factory.seed_report()
    report.articles = []
    assert "</svg>Do not ingest</h1>" in render_html(report), "without its text one article is shown as a corpus"


def test_a_cap_on_evidence_is_stated_and_counts_stay_exact(factory, monkeypatch):
    report = factory.corpus_report()
    monkeypatch.setattr(corpus, "pack_findings", partial(corpus.pack_findings, most=50))
    html = render_html(report)
    total = sum(report.tally.by_code.values())
    index = _packed(html, "index")
    assert isinstance(index, dict)
    assert f"{len(index['code'])} of {total} findings are in this file" in html
    assert "--format jsonl" in html
    assert f"All {report.tally.by_code['DAT001']}</a>" in html


def test_one_article_is_small(factory):
    assert len(render_html(factory.seed_report()).encode()) <= 30_000


def test_a_thousand_articles_are_small(factory):
    html = render_html(factory.corpus_report(1000))
    evidence = sum(len(chunk) for chunk in re.findall(r'id="chunk\d+">([^<]*)<', html))
    assert len(html.encode()) - evidence <= 250_000


def test_markup_is_balanced(factory):
    void = {"meta", "link", "input", "br", "path", "circle", "rect"}
    for report in (factory.seed_report(), factory.corpus_report(), factory.hostile_report(one=False)):
        html = render_html(report)
        for tag in {tag for tag, _ in Page(html).tags} - void:
            # Scripts may hold tag names in strings only; none of ours does.
            assert len(re.findall(rf"<{tag}[\s>]", html)) == html.count(f"</{tag}>"), tag


def test_ids_are_unique(factory):
    for report in (factory.seed_report(), factory.corpus_report()):
        ids = [attributes["id"] for _, attributes in Page(render_html(report)).tags if "id" in attributes]
        assert len(ids) == len(set(ids))


def test_the_configuration_does_not_name_a_folder_of_the_machine() -> None:
    config = Config(select=["ENC"], origins={"select": "/somewhere/newslint.toml"})
    page = render_html(newslint.check([{"id": "a", "title": "Ferry runs again", "body": "The ferry runs."}], config))
    assert '"ENC"' in page.replace("&#34;", '"')
    assert "somewhere" not in page
