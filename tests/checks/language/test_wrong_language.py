from __future__ import annotations

from newslint.checks.language.wrong_language import WrongLanguage
from newslint.facts.article_facts import ArticleFacts
from newslint.model import Article, Finding

SPANISH = (
    "Los vecinos del barrio se reunieron ayer en la plaza para pedir que no se cierre la biblioteca, que es la única "
    "que tienen y que cumple cien años en mayo."
)


def find(body: str, language: str | None, **options: object) -> list[Finding]:
    article = Article(id="1", body=body, language=language)
    check = WrongLanguage(WrongLanguage.Options(**options))  # type: ignore[arg-type]
    return list(check.check(article, ArticleFacts(article)))


def test_span_is_the_first_paragraph_in_the_wrong_language() -> None:
    body = f"2:1\n\n{SPANISH}\n\n{SPANISH}"
    [found] = find(body, "en")
    assert body[found.start : found.end] == SPANISH
    assert found.evidence == {"declared": "en", "found": "es", "share": 1.0}


def test_fix_writes_the_language_found() -> None:
    [found] = find(SPANISH, "en-US")
    assert found.fix is not None
    assert not found.fix.safe
    [edit] = found.fix.edits
    assert (edit.field, edit.start, edit.end, edit.text) == ("language", 0, 5, "es")


def test_min_letters_is_an_option() -> None:
    assert find(SPANISH, "en", min_letters=1_000) == []


def test_close_languages_need_more_text() -> None:
    assert find(SPANISH, "pt") == []
    assert len(find("\n\n".join([SPANISH] * 6), "pt")) == 1


def test_applies_only_where_a_known_language_is_declared() -> None:
    check = WrongLanguage()
    for language, expected in (("en", True), ("tlh", False), (None, False), ("und", False)):
        article = Article(id="1", body=SPANISH, language=language)
        assert check.applies(article, ArticleFacts(article)) is expected
