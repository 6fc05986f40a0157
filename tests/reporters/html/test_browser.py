"""What a person sees: the page in Chromium."""

from __future__ import annotations

import re

import msgspec
import pytest

from newslint.model import Origin, Severity
from newslint.reporters.html import render_html
from newslint.reporters.wording import title

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}}
FORMS = ("seed_report", "corpus_report", "healthy_report")


def _axe(page):
    from axe_playwright_python.sync_playwright import Axe

    results = Axe().run(page)
    return [(v["id"], [node["html"] for node in v["nodes"][:3]]) for v in results.response["violations"] if v["nodes"]]


def _settled(page, script, wanted):
    """Poll, since the page's policy forbids the evaluated strings that other ways of waiting use."""
    for _ in range(100):
        found = page.evaluate(script)
        if found == wanted:
            break
        page.wait_for_timeout(20)
    assert found == wanted


@pytest.mark.parametrize("form", FORMS)
def test_the_page_asks_for_nothing_and_complains_of_nothing(factory, show, form):
    page = show(render_html(getattr(factory, form)()))
    assert page.requests == []
    assert page.complaints == []


@pytest.mark.parametrize(
    ("form", "words"), [("seed_report", "Do not ingest this article"), ("corpus_report", "Do not ingest")]
)
def test_the_verdict_is_on_the_first_screen(factory, show, form, words):
    page = show(render_html(getattr(factory, form)()))
    heading = page.get_by_role("heading", level=1)
    assert heading.inner_text() == words
    box = page.locator(".verdict").bounding_box()
    assert box["y"] + box["height"] < 400


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_accessibility_violation(factory, show, form, scheme):
    page = show(render_html(getattr(factory, form)()), color_scheme=scheme)
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    assert _axe(page) == []


@pytest.mark.parametrize("one", [True, False])
def test_no_accessibility_violation_in_a_hostile_report(factory, show, one):
    page = show(render_html(factory.hostile_report(one=one)))
    assert _axe(page) == []


@pytest.mark.parametrize("language", ["en", None, "und", "zz", "English", "en-GB-oed"])
def test_no_accessibility_violation_where_a_check_fires_twice(factory, show, language):
    article = factory.seed_article(language=language)
    findings = [
        factory.mashed_date(article),
        factory.mashed_date(article),
        factory.untranslated(article),
        factory.untranslated(article),
        factory.stale_event(article),
        factory.stale_event(article, "November"),
    ]
    page = show(render_html(factory.report_of(findings, [article], keep=True)))
    assert _axe(page) == []
    names = page.locator("#notes article").evaluate_all("cards => cards.map(card => card.ariaLabel)")
    assert len(names) == len(set(names)) == 6


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("form", ["seed_report", "corpus_report"])
def test_what_the_run_says_about_itself_stands_beside_the_verdict(factory, show, form, scheme):
    report = getattr(factory, form)()
    report.notes = ["interrupted: what follows is what was found until then", "a worker process died (SIGKILL)"]
    page = show(render_html(report), color_scheme=scheme)
    assert page.locator(".verdict .note").all_inner_texts() == [
        "About this run. Interrupted: what follows is what was found until then.",
        "About this run. A worker process died (SIGKILL).",
    ]
    box = page.locator(".verdict .note").last.bounding_box()
    assert box["y"] + box["height"] < 400, "on the first screen"
    assert _axe(page) == []


def test_four_defects_are_marked_in_the_article(factory, show):
    page = show(render_html(factory.seed_report()))
    marked = page.evaluate(
        """() => [...document.querySelectorAll('#article mark:not(.ref):not(.refsoft)')]
        .filter(m => m.offsetWidth > 0).map(m => [m.dataset.n, m.textContent])"""
    )
    texts = [text for _, text in marked]
    assert [t for t in texts if t != "↵"] == [factory.DATELINE, factory.RUSSIAN, factory.RETOLD, "November 11"]
    assert len({number for number, _ in marked}) == 5


def test_a_number_leads_to_its_card_and_back(factory, show):
    page = show(render_html(factory.seed_report()))
    page.locator("#article a.n#m5").click()
    assert page.url.endswith("#n5")
    page.locator("#n5 a.n").click()
    assert page.url.endswith("#m5")


def test_both_languages_stand_side_by_side(factory, show):
    page = show(render_html(factory.seed_report()))
    card = page.locator("#notes .card", has_text="LNG003")
    foreign, own = (figure.bounding_box() for figure in card.locator("figure").all())
    assert foreign["y"] == own["y"]
    assert foreign["x"] + foreign["width"] < own["x"]
    assert card.locator("figure p").evaluate_all("ps => ps.map(p => [p.lang, p.dir])") == [["ru", "ltr"], ["en", "ltr"]]
    assert card.locator("figure p").first.text_content() == factory.RUSSIAN


def test_the_date_strip_reads_in_one_line(factory, show):
    page = show(render_html(factory.seed_report()))
    strip = page.locator(".strip")
    assert strip.text_content() == "November 11 — 25 days — 6 December 2024"
    assert strip.inner_text() == "November 11 — 25 days — 6 December 2024"
    assert strip.locator("time").evaluate_all("ts => ts.map(t => t.dateTime)") == ["2024-11-11", "2024-12-06"]
    first, last = (time.bounding_box() for time in strip.locator("time").all())
    assert abs(first["y"] - last["y"]) < 2


ATTACK = "<script>alert(1)</script>"


def _attacked(factory, *, keep):
    article = factory.seed_article(title=ATTACK, source=ATTACK, id=ATTACK)
    finding = factory.make_finding(article, "STR004", "title-echo", Severity.ERROR, "title", ATTACK, f"Found {ATTACK}.")
    return render_html(factory.report_of([finding], [article], keep=keep))


def test_a_script_in_the_title_is_marked_in_the_article(factory, show):
    page = show(_attacked(factory, keep=True))
    assert page.locator("#article h2 mark", has_text=ATTACK).is_visible()
    assert page.locator(".card mark", has_text=ATTACK).is_visible()


def test_a_script_in_the_title_is_marked_in_the_list(factory, show):
    page = show(_attacked(factory, keep=False))
    assert page.locator("#list .card mark", has_text=ATTACK).is_visible()


@pytest.mark.parametrize("one", [True, False])
def test_a_script_in_the_title_is_text(factory, show, one):
    page = show(_attacked(factory, keep=one))
    dialogs = []
    page.on("dialog", lambda dialog: dialogs.append(dialog))
    assert ATTACK in page.locator("main").inner_text()
    assert page.locator("body script:not([type]):not(:last-of-type)").count() == 0
    assert dialogs == page.complaints == []


@pytest.mark.parametrize("one", [True, False])
def test_hostile_texts_run_nothing(factory, show, one):
    page = show(render_html(factory.hostile_report(one=one)))
    page.wait_for_timeout(50)
    assert page.evaluate("window.hacked ?? null") is None
    assert page.evaluate("document.querySelectorAll('img, [onload], [onerror], iframe').length") == 0
    assert page.locator("h1").count() == 1
    assert page.requests == page.complaints == []


def test_even_markup_forced_into_the_page_is_refused(factory, show):
    page = show(render_html(factory.corpus_report(40)))
    page.evaluate(
        """document.body.insertAdjacentHTML('beforeend',
        '<img src="http://127.0.0.1:9/x.png" onerror="window.hacked=1"><p style="color:red">x</p>')"""
    )
    page.wait_for_timeout(50)
    assert page.evaluate("window.hacked ?? null") is None
    assert any("Content Security Policy" in complaint for complaint in page.complaints)


def test_hidden_characters_are_chips_in_both_drawings(factory, show):
    page = show(render_html(factory.hostile_report(one=False)))
    chips = set(page.locator("#list .chip-u").all_text_contents())
    assert {"U+202E", "U+2066", "U+E0041", "U+0000", "U+D800"} <= chips
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page.locator("body").inner_text())
    article = factory.seed_article(dateline="Fri\u200bday \u202e6 December 2024")
    page = show(render_html(factory.report_of([factory.mashed_date(article)], [article], keep=True)))
    assert page.locator(".dateline .chip-u").all_text_contents() == ["U+200B", "U+202E"]


def test_the_list_is_filtered_and_the_address_says_how(factory, show):
    report = factory.corpus_report()
    page = show(render_html(report))
    total = sum(report.tally.by_code.values())
    assert page.locator("#count").inner_text() == f"{total} of {total} findings"
    page.select_option("select[name=check]", "DAT006")
    n = report.tally.by_code["DAT006"]
    _settled(page, "document.getElementById('count').textContent", f"{n} of {total} findings")
    assert page.url.endswith("#?check=DAT006")
    page.select_option("select[name=source]", "ledger.example")
    here = sum(f.code == "DAT006" and f.article.source == "ledger.example" for f in report.findings)
    _settled(page, "document.getElementById('count').textContent", f"{here} of {total} findings")
    assert page.locator("#list .card").count() == min(here, 20)
    page.get_by_role("button", name="Clear").click()
    _settled(page, "document.getElementById('count').textContent", f"{total} of {total} findings")


def test_a_filtered_view_can_be_linked_to(factory, show):
    report = factory.corpus_report()
    page = show(render_html(report), "#?severity=info&language=ar")
    wanted = [f for f in report.findings if f.severity is Severity.INFO and f.article.language == "ar"]
    assert page.locator("#count").inner_text().startswith(f"{len(wanted)} of ")
    assert page.locator("select[name=severity]").input_value() == "info"
    assert page.locator("#list .card p[dir=rtl]").count() >= 1


def test_a_single_finding_can_be_linked_to(factory, show):
    report = factory.corpus_report()
    finding = report.findings[-1]
    page = show(render_html(report), f"#f-{finding.fingerprint}")
    assert page.locator("#list .card").count() == 1
    assert finding.article.id in page.locator("#list .card").inner_text()


def test_search_looks_into_evidence_messages_and_ids(factory, show):
    report = factory.corpus_report()
    page = show(render_html(report))
    wanted = report.findings[3].article.id
    page.fill("input[type=search]", wanted.upper())
    count = sum(f.article.id == wanted for f in report.findings)
    _settled(page, "document.querySelectorAll('#list .card').length", count)
    page.fill("input[type=search]", "no such text anywhere")
    _settled(page, "document.getElementById('place').textContent", "none match")


def test_pages_of_twenty(factory, show):
    page = show(render_html(factory.corpus_report()))
    assert page.locator("#list .card").count() == 20
    assert page.locator("#previous").is_disabled()
    page.locator("#next").click()
    _settled(page, "document.getElementById('place').textContent", "21–40")


def test_a_heat_cell_opens_its_findings(factory, show):
    report = factory.corpus_report()
    page = show(render_html(report))
    cell = page.locator(".heat").first.locator("td a").first
    flagged = int(re.search(r": (\d+) of", cell.get_attribute("aria-label")).group(1))
    cell.click()
    _settled(page, "document.getElementById('count').textContent.split(' ')[0]", str(flagged))


def test_a_bar_opens_its_day(factory, show):
    page = show(render_html(factory.corpus_report()))
    page.locator(".time a").first.click()
    _settled(page, "document.getElementById('day').hidden", False)
    assert "day=2024-11-01" in page.url


def test_the_keyboard_steps_through_the_list(factory, show):
    page = show(render_html(factory.corpus_report()))
    page.locator("#list").focus()
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator("#list .card").nth(1).get_attribute("data-key")
    assert page.evaluate("document.activeElement.dataset.key") == second


FOCUSED = """() => {
  const card = document.activeElement, {top, bottom} = card.getBoundingClientRect();
  return [card.dataset.key, card.matches(':focus-visible'), top >= 0 && top < innerHeight && bottom > 0];
}"""


def test_letters_step_through_the_list_from_anywhere(factory, show):
    page = show(render_html(factory.corpus_report()), reduced_motion="reduce")
    keys = page.locator("#list .card").evaluate_all("cards => cards.map(card => card.dataset.key)")
    for letter, wanted in (("k", None), ("j", keys[0]), ("j", keys[1]), ("k", keys[0])):
        page.keyboard.press(letter)
        assert page.evaluate(FOCUSED) == [wanted, True, True] if wanted else page.evaluate("scrollY") == 0
    page.keyboard.press("Control+j")
    assert page.evaluate(FOCUSED)[0] == keys[0]


def test_letters_in_a_form_field_and_arrows_outside_the_list_do_what_they_always_do(factory, show):
    page = show(render_html(factory.corpus_report()))
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement === document.body")
    page.locator("input[type=search]").focus()
    page.keyboard.type("jj")
    assert page.locator("input[type=search]").input_value() == "jj"
    page.locator("select[name=check]").focus()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.name") == "check"


@pytest.mark.parametrize("wanted", ["dat006", "stale-event", "Stale event date", "ledger.example", "wire.jsonl:1"])
def test_search_knows_checks_sources_and_files(factory, show, wanted):
    report = factory.corpus_report()
    elsewhere = msgspec.structs.replace(report.findings[5].article, origin=Origin("wire.jsonl"))
    report.findings[5] = msgspec.structs.replace(report.findings[5], article=elsewhere)
    page = show(render_html(report))
    total = sum(report.tally.by_code.values())
    known = (
        f"{f.code} {f.slug} {title(f.slug)} {f.article.source} {f.article.origin.path}:{f.line}".lower()
        for f in report.findings
    )
    count = sum(wanted.lower() in words for words in known)
    assert 0 < count < total
    page.fill("input[type=search]", wanted)
    _settled(page, "document.getElementById('count').textContent", f"{count} of {total} findings")


@pytest.mark.parametrize("form", FORMS)
def test_the_phone_does_not_scroll_sideways(factory, show, form):
    page = show(render_html(getattr(factory, form)()), **PHONE)
    page.evaluate("for (const d of document.querySelectorAll('details.chk')) d.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    beyond = page.evaluate(
        """() => [...document.querySelectorAll('main *')].filter(e => !e.closest('.scroll, pre, .vh')
        && e.getBoundingClientRect().right > 391).map(e => e.outerHTML.slice(0, 80))"""
    )
    assert beyond == []


def test_long_words_do_not_widen_the_phone(factory, show):
    word = "Donaudampfschifffahrt" * 20
    article = factory.seed_article(
        id=word, source=word + ".example", title=word, body=f"{word}\n\n{word}", dateline=word
    )
    finding = factory.make_finding(article, "DAT001", "mashed-date", Severity.ERROR, "dateline", word, word)
    for keep in (True, False):
        page = show(render_html(factory.report_of([finding], [article], keep=keep)), **PHONE)
        page.evaluate("for (const d of document.querySelectorAll('details.chk')) d.open = true")
        assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_dark_is_dark(factory, show):
    page = show(render_html(factory.seed_report()), color_scheme="dark")
    channels = re.findall(r"\d+", page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert max(map(int, channels[:3])) < 60


def test_without_scripts_the_essentials_stay(factory, show):
    page = show(render_html(factory.corpus_report()), java_script_enabled=False)
    text = page.locator("main").inner_text()
    assert "Do not ingest" in text
    assert "needs JavaScript" in text
    assert not page.locator(".filters").is_visible()
    page.locator("details.chk summary").first.click()
    assert page.locator("details.chk .card").first.is_visible()


def test_print_shows_examples_and_hides_controls(factory, show):
    page = show(render_html(factory.corpus_report()))
    page.emulate_media(media="print")
    assert page.locator("details.chk .card").first.is_visible()
    assert not page.locator(".filters").is_visible()


@pytest.mark.parametrize("form", ["seed_report", "corpus_report"])
def test_the_page_is_light_on_elements(factory, show, form):
    page = show(render_html(getattr(factory, form)()))
    assert page.evaluate("document.querySelectorAll('*').length") <= 3500


def test_the_fullest_page_is_light_on_elements(factory, show):
    page = show(render_html(factory.fullest_report()))
    assert page.locator(".time rect").count() == 48 * 3
    assert page.evaluate("document.querySelectorAll('*').length") <= 3500


def test_the_fullest_article_is_light_on_elements(factory, show):
    article = factory.seed_article()
    findings = [factory.untranslated(article)] * 300
    page = show(render_html(factory.report_of(findings, [article], keep=True)))
    assert page.evaluate("document.querySelectorAll('*').length") <= 3500
