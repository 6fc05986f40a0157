"""Reports made straight from the records, with invented articles; the engine has no part in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newslint.model import (
    Article,
    ArticleRef,
    Coverage,
    Edit,
    Excerpt,
    Finding,
    Fix,
    Limit,
    Origin,
    Related,
    Report,
    Severity,
    Tally,
    Verdict,
)

TITLE = "A closed file: the port office says Arda Velin and Mirko Stanev never met after the tender."
RUSSIAN = "Закрытое дело: Арда Велин и Мирко Станев не встречались после тендера, - заявили в порту."
LEDE = (
    "The port office of Sarnovo has stated that its director Arda Velin and the shipowner Mirko Stanev, winner of the "
    "tender for berth 14, have not met since the bids were opened. The office's spokeswoman Ilse Toma said so in reply "
    "to a report in The Harbour Ledger, which claims that the two had dinner on November 7."
)
RETOLD = (
    "The Sarnovo port office has declared that director Arda Velin and Mirko Stanev, the shipowner who won the tender "
    "for berth 14, did not meet after the opening of bids. Spokeswoman Ilse Toma commented on this, answering The "
    "Harbour Ledger's report that the pair allegedly dined together on November 7."
)
BRIEFING = (
    "“There was no dinner. I have seen menus with more facts in them than that story,” "
    "Toma said at a briefing on November 11."
)
CLOSING = (
    "Berth 14 has stood empty since the spring flood. The winner of the tender is to dredge the basin and to build a "
    "cold store for 212 containers; three fishing cooperatives have lodged complaints against the award, and the "
    "regional court is expected to hear them before the end of the year."
)
BODY = f"{LEDE}\n{RUSSIAN}\n\n{RETOLD}\n\n{BRIEFING}\n\n{CLOSING}"
DATELINE = "Friday06 December 2024"


def seed_article(**changes: Any) -> Article:
    values: dict[str, Any] = {
        "id": "port-0001",
        "source": "sarnovo-today.example",
        "title": TITLE,
        "published_at": "2024-12-06",
        "language": "en",
        "dateline": DATELINE,
        "body": BODY,
        "origin": Origin(path="seeds/port.txt", line=1),
    }
    return Article(**(values | changes))


def make_finding(
    article: Article,
    code: str,
    slug: str,
    severity: Severity,
    field: str,
    quote: str,
    message: str,
    *,
    related: Iterable[Related] = (),
    evidence: dict[str, Any] | None = None,
    fix: Fix | None = None,
    excerpts: tuple[Excerpt, ...] | None = None,
    day: str | None = "2024-12-06",
) -> Finding:
    text = article.text(field)
    start: int | None = text.find(quote) if quote and quote in text else None
    end = start + len(quote) if start is not None else None
    before, after = (text[:start][-160:], text[end:][:160]) if start is not None else ("", "")
    return Finding(
        code=code,
        slug=slug,
        severity=severity,
        article=ArticleRef.of(article, day=day),
        field=field,
        start=start,
        end=end,
        quote=quote,
        message=message,
        line=1,
        column=1,
        related=tuple(related),
        evidence=evidence or {},
        fix=fix,
        excerpts=excerpts if excerpts is not None else (Excerpt(field, before, quote, after, article.language),),
    )


def _marks(text: str, *words: str) -> tuple[tuple[int, int], ...]:
    return tuple((text.index(word), text.index(word) + len(word)) for word in words)


def mashed_date(article: Article) -> Finding:
    quote = article.text("dateline")
    repaired = quote.replace("Friday", "Friday, ")
    return make_finding(
        article, "DAT001", "mashed-date", Severity.ERROR, "dateline", quote,
        f"The weekday and the day run together: {quote}.",
        fix=Fix(True, (Edit("dateline", 0, len(quote), repaired),)),
        excerpts=(Excerpt("dateline", "", quote, "", "en"),),
    )  # fmt: skip


def untranslated(article: Article) -> Finding:
    body = article.text("body")
    start = body.index(RUSSIAN)
    return make_finding(
        article, "LNG003", "untranslated-duplicate", Severity.ERROR, "body", RUSSIAN,
        "A Russian paragraph was left in beside its English translation, the title.",
        related=[Related("title", 0, len(TITLE), TITLE, "translation")],
        evidence={"similarity": 0.8312, "anchors": ["Arda Velin", "Mirko Stanev"]},
        fix=Fix(False, (Edit("body", start, start + len(RUSSIAN) + 1, ""),)),
        excerpts=(
            Excerpt("body · ¶2", "", RUSSIAN, "", "ru", marks=_marks(RUSSIAN, "Арда Велин", "Мирко Станев")),
            Excerpt("title", "", TITLE, "", "en", related=True, marks=_marks(TITLE, "Arda Velin", "Mirko Stanev")),
        ),
    )  # fmt: skip


def retold(article: Article) -> Finding:
    body = article.text("body")
    start = body.index(RETOLD)
    return make_finding(
        article, "DUP004", "retold-paragraph", Severity.WARNING, "body", RETOLD,
        "The third paragraph retells the first in other words.",
        related=[Related("body", 0, len(LEDE), LEDE, "first telling")],
        evidence={"similarity": 0.62},
        fix=Fix(False, (Edit("body", start, start + len(RETOLD) + 2, ""),)),
        excerpts=(
            Excerpt("body · ¶3", "", RETOLD, "", "en", marks=_marks(RETOLD, "berth 14", "November 7")),
            Excerpt("body · ¶1", "", LEDE, "", "en", related=True, marks=_marks(LEDE, "berth 14", "November 7")),
        ),
    )  # fmt: skip


def stale_event(article: Article, quote: str = "November 11") -> Finding:
    return make_finding(
        article, "DAT006", "stale-event-date", Severity.WARNING, "body", quote,
        "The newest dated event, November 11, lies 25 days before publication.",
        related=[Related("published_at", None, None, "2024-12-06", "published")],
        evidence={"lag_days": 25, "event_date": "2024-11-11", "published": "2024-12-06"},
        excerpts=(
            Excerpt("body · ¶4", BRIEFING[: BRIEFING.index(quote)], quote, ".", "en"),
            Excerpt("published_at", "", "2024-12-06", "", related=True),
        ),
    )  # fmt: skip


def missing_break(article: Article) -> Finding:
    at = article.text("body").index("\n")
    return Finding(
        code="STR006", slug="missing-paragraph-break", severity=Severity.INFO, article=ArticleRef.of(article),
        field="body", start=at, end=at + 1, quote="\n",
        message="Two paragraphs are parted by a single line break; elsewhere a blank line parts them.",
        fix=Fix(True, (Edit("body", at, at + 1, "\n\n"),)),
        excerpts=(Excerpt("body · ¶1", LEDE[-160:], "\n", RUSSIAN[:80], "en"),),
    )  # fmt: skip


def tally_of(
    findings: list[Finding], articles: list[Article], *, quiet: tuple[str, ...] = (), blind: tuple[str, ...] = ()
) -> Tally:
    tally = Tally(articles=len(articles))
    flagged = {finding.article.id for finding in findings}
    tally.clean = len(articles) - len(flagged)
    tally.with_errors = len({f.article.id for f in findings if f.severity is Severity.ERROR})
    for article in articles:
        tally.by_source[article.source or ""] += 1
        tally.by_language[article.language or ""] += 1
        if article.published_at:
            tally.by_day[article.published_at[:10]] += 1
    cells = {(f.code, f.article.source or "", f.article.id) for f in findings}
    tally.cells.update((code, source) for code, source, _ in cells)
    days = {(f.code, f.article.day, f.article.id) for f in findings if f.article.day}
    tally.days.update((code, day) for code, day, _ in days)
    for f in findings:
        tally.by_code[f.code] += 1
        tally.by_severity[f.severity.value] += 1
        tally.grades[f.code, f.severity.value] += 1
    for code in tally.by_code:
        of = {f.article.id for f in findings if f.code == code}
        tally.coverage[code] = Coverage(len(articles), len(of), tally.by_code[code])
    tally.coverage.update({code: Coverage(len(articles)) for code in quiet})
    tally.coverage.update({code: Coverage() for code in blind})
    return tally


def verdict_of(tally: Tally, limits: tuple[Limit, ...] = ()) -> Verdict:
    errors = tally.by_severity["error"]
    all_limits = (Limit("error", 0, errors, errors == 0), *limits)
    reasons = [f"{errors} errors (limit 0)"] if errors else []
    reasons += [
        f"{limit.subject} flags {limit.found:.2%} of articles (limit {limit.allowed:.2%})"
        for limit in limits
        if not limit.passed
    ]
    return Verdict(not reasons, tuple(reasons), all_limits)


def report_of(findings: list[Finding], articles: list[Article], *, keep: bool = False, **changes: Any) -> Report:
    tally = tally_of(findings, articles, quiet=("SCH001", "SCH002", "SCH003"), blind=("SCH005",))
    values: dict[str, Any] = {
        "findings": findings,
        "tally": tally,
        "verdict": verdict_of(tally),
        "version": "0.1.0",
        "config": {"preview": False, "gate": {"fail_on": "error", "limits": {}}, "required": ["title", "body"]},
        "paths": sorted({article.origin.path for article in articles if article.origin.path}),
        "articles": list(articles) if keep else [],
    }
    return Report(**(values | changes))


def seed_report(**changes: Any) -> Report:
    """One article with the four defects of the seed."""
    article = seed_article(**changes)
    findings = [
        mashed_date(article),
        untranslated(article),
        missing_break(article),
        retold(article),
        stale_event(article),
    ]
    return report_of(findings, [article], keep=True)


def healthy_report() -> Report:
    return report_of([], [seed_article(dateline="Friday, 6 December 2024", body=f"{LEDE}\n\n{CLOSING}")], keep=True)


_PEOPLE = ["Arda Velin", "Mirko Stanev", "Ilse Toma", "Jonas Brek", "Nadia Orlo", "Petr Halva", "Sena Quist"]
_THINGS = [
    "the cold store",
    "the tram depot",
    "berth 14",
    "the school roof",
    "the flood wall",
    "the night bus",
    "the grain silo",
]
_SENTENCES = {
    "en": "{who} told the council that {what} will cost {n} million crowns more than planned.",
    "de": "{who} sagte dem Rat, dass sich {what} um {n} Tage verzögert und teurer wird als geplant.",
    "fr": "{who} a déclaré au conseil que {what} coûtera {n} millions de plus que prévu cette année.",
    "ar": "قال {who} للمجلس إن تكلفة المشروع {what} سترتفع بمقدار {n} مليون هذا العام.",
    "uk": "{who} повідомив раді, що {what} коштуватиме на {n} мільйонів більше, ніж планували.",
}
_SOURCES = (
    ("sarnovo-today.example", "en"), ("ledger.example", "en"), ("hafenbote.example", "de"), ("le-quai.example", "fr"),
    ("al-marfa.example", "ar"), ("port-visnyk.example", "uk"),
)  # fmt: skip
_KINDS = (
    ("DAT001", "mashed-date", Severity.ERROR, 11), ("LNG003", "untranslated-duplicate", Severity.ERROR, 29),
    ("ENC001", "mojibake", Severity.ERROR, 83), ("SCH001", "missing-field", Severity.ERROR, 97),
    ("DUP004", "retold-paragraph", Severity.WARNING, 23), ("DAT006", "stale-event-date", Severity.WARNING, 13),
    ("ENC004", "escaped-entity", Severity.WARNING, 31), ("STR006", "missing-paragraph-break", Severity.INFO, 17),
)  # fmt: skip


def _sentence(i: int, language: str) -> str:
    words = {"who": _PEOPLE[i * 5 % 7], "what": _THINGS[i * 3 % 7], "n": 3 + i * 7 % 411}
    return _SENTENCES[language].format(**words)


def corpus_article(i: int) -> Article:
    source, language = _SOURCES[(i * i + i // 3) % len(_SOURCES)]
    day = f"2024-{11 + i % 47 // 30}-{1 + i % 47 % 30:02}"
    body = "\n\n".join(_sentence(i + j, language) + " " + _sentence(i + j + 3, language) for j in range(4))
    return Article(
        id=f"{source.partition('.')[0]}-{i:05}", source=source, title=_sentence(i + 2, language)[:60], body=body,
        published_at=day, language=language, origin=Origin(path="news-2024-12.jsonl.gz", line=i + 1),
    )  # fmt: skip


def corpus_finding(article: Article, i: int, kind: tuple[str, str, Severity, int]) -> Finding:
    code, slug, severity, _ = kind
    day = article.published_at
    first = article.text("body").split("\n\n")[0]
    if code == "SCH001":
        return make_finding(
            article, code, slug, severity, "title", "", "The field title is missing.", excerpts=(), day=day
        )
    if code == "LNG003":
        other = _sentence(i, "uk" if article.language != "uk" else "en")
        own, twin = (
            Excerpt("body · ¶1", "", first, "", article.language),
            Excerpt("body · ¶2", "", other, "", "uk", True),
        )
        related = [Related("body", 0, len(other), other, "translation")]
        return make_finding(
            article, code, slug, severity, "body", first, "A paragraph was left in its source language.",
            excerpts=(own, twin), related=related, day=day, evidence={"similarity": 0.5 + i % 40 / 100},
        )  # fmt: skip
    if code == "DAT006":
        evidence = {"lag_days": 8 + i % 30, "event_date": "2024-10-21", "published": day}
        return make_finding(
            article, code, slug, severity, "body", first[:14], "The newest dated event lies weeks before publication.",
            evidence=evidence, day=day,
        )  # fmt: skip
    quote = first[8 : 20 + i % 9]
    at = article.text("body").index(quote)
    fix = Fix(True, (Edit("body", at, at + len(quote), quote.upper()),)) if code in ("DAT001", "ENC001") else None
    return make_finding(
        article, code, slug, severity, "body", quote, f"Something is wrong with “{quote}”.", fix=fix, day=day
    )


def corpus_report(size: int = 400, kinds: Iterable[tuple[str, str, Severity, int]] = _KINDS, **changes: Any) -> Report:
    """A corpus of *size* articles from six outlets in five languages."""
    articles = [corpus_article(i) for i in range(size)]
    findings = [
        corpus_finding(article, i, kind)
        for i, article in enumerate(articles)
        for kind in kinds
        if (i + kind[3]) % kind[3] == 0 and (kind[0] != "DAT001" or article.source != "ledger.example")
    ]
    tally = tally_of(findings, articles, quiet=("SCH002", "SCH003"), blind=("SCH005",))
    shares = {
        code: tally.coverage[code].articles_flagged / size for code in ("DUP004", "ENC004") if code in tally.coverage
    }
    allowed = {"DUP004": 0.05, "ENC004": 0.02}
    limits = tuple(
        Limit(code, allowed[code], share, share <= allowed[code], is_share=True) for code, share in shares.items()
    )
    return report_of(findings, articles, **({"tally": tally, "verdict": verdict_of(tally, limits)} | changes))


def fullest_report() -> Report:
    """As much of everything as a page can meet: 70 checks, 26 sources, 48 days."""
    severities = tuple(Severity)
    kinds = tuple((f"QQQ{i:03}", f"odd-thing-{i}", severities[i % 3], 5 + i % 7) for i in range(70))
    report = corpus_report(300, kinds=kinds)
    sources = [f"outlet{i}.example" for i in range(20)]
    report.tally.by_source.update(dict.fromkeys(sources, 30))
    report.tally.cells.update({(code, source): 3 for code, *_ in kinds for source in sources})
    report.tally.by_day["2024-12-18"] += 9
    for day in list(report.tally.by_day):
        report.tally.days.update({(code, day): 2 for code, *_ in kinds})
    return report


HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=2>",
    '"><svg onload=window.hacked=3>',
    "{{7*7}}{% raw %}",
    "</style><style>*{display:none}",
    "javascript:window.hacked=4",
    "<!-- ]]> &lt;b&gt; \x00\x1b[31m",
    "\u202egpj.exe\u2066\U000e0041",
    "\ud800 lone surrogate",
    "</mark></p></figure><h1>Safe to ingest</h1>",
)


def hostile_report(*, one: bool) -> Report:
    """Every text of articles and findings holds something that would run, or deceive, if it were not escaped."""
    articles, findings = [], []
    for i, attack in enumerate(HOSTILE):
        other = HOSTILE[(i + 3) % len(HOSTILE)]
        article = seed_article(
            id=f"{i} {attack}", source=attack, title=f"{attack} in a title", language=other, author=attack, url=attack,
            dateline=attack, body=f"Before {attack} after.\n\n{other}", published_at="2024-12-06",
        )  # fmt: skip
        articles.append(article)
        findings.append(
            make_finding(
                article,
                "DAT001",
                "mashed-date",
                Severity.ERROR,
                "body",
                attack,
                f"Message with {attack}.",
                related=[Related("title", 0, len(attack), attack, attack)],
                evidence={attack: attack, "lag_days": 3, "event_date": "2024-12-03", "published": "2024-12-06"},
                fix=Fix(False, (Edit("body", 7, 7 + len(attack), other),)),
                excerpts=(
                    Excerpt(attack, f"{other} ", attack, f" {other}", other),
                    Excerpt(attack, "", attack, other, other, related=True, marks=((0, 3),)),
                ),
            )
        )
    if one:
        return report_of(findings[:1], articles[:1], keep=True)
    return report_of(
        findings, articles, notes=[HOSTILE[0]], paths=[HOSTILE[2]], config={"fields": {HOSTILE[0]: HOSTILE[1]}}
    )
