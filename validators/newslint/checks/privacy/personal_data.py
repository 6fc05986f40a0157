"""PII001 personal-data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from newslint.checks.base import ArticleCheck, CheckOptions, Natural, each_or_all
from newslint.facts.mailboxes import find_mailboxes, is_personal
from newslint.model import Article, Edit, Finding, Fix, Severity
from newslint.text.patterns import either
from newslint.text.scan import Gate, Hit, Trigger

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_OWN_NUMBER = (
    "my number", "my phone", "my cell", "my mobile", "call me", "text me", "phone me", "whatsapp me", "meine nummer",
    "meine handynummer", "meine telefonnummer", "ruf mich an", "rufen sie mich an", "mon numéro", "mon téléphone",
    "mon portable", "appelez-moi", "appelle-moi", "mi número", "mi teléfono", "mi celular", "mi móvil", "llámame",
    "llámeme", "il mio numero", "mio telefono", "mio cellulare", "chiamami", "chiamatemi", "o meu número",
    "meu telefone", "meu celular", "meu telemóvel", "me ligue", "me liga", "mijn nummer", "mijn telefoon", "bel me",
    "mitt nummer", "mitt telefonnummer", "mit nummer", "mit telefonnummer", "ring mig", "ring meg", "numeroni",
    "puhelinnumeroni", "soita minulle", "mój numer", "mój telefon", "zadzwoń do mnie", "moje číslo", "môj telefón",
    "můj telefon", "zavolejte mi", "a számom", "telefonszámom", "hívjon", "numărul meu", "telefonul meu", "sunați-mă",
    "мой номер", "мой телефон", "звоните мне", "позвоните мне", "мій номер", "мій телефон", "телефонуйте мені",
    "моят номер", "моят телефон", "мој број", "moj broj", "moj telefon", "το τηλέφωνό μου", "numaram", "telefonum",
    "beni arayın", "رقمي", "هاتفي", "شماره من", "תתקשרו אליי", "המספר שלי", "मेरा नंबर", "मेरा मोबाइल", "nomor saya",
    "hp saya", "số của tôi", "我的电话", "我的手机", "我的電話", "我的手機", "私の電話番号", "내 번호", "제 번호",
)  # fmt: skip
"""How people give a number as their own, in 35 languages."""
_MOBILE = (
    "mobile", "mob.", "cell", "cell phone", "whatsapp", "viber", "handy", "mobil", "mobiltelefon", "portable", "gsm",
    "móvil", "celular", "cellulare", "cell.", "telemóvel", "telm.", "mobiel", "kännykkä", "komórka",
    "tel. kom.", "mobilní", "сот.", "моб.", "мобильный", "мобільний", "мобилен", "κιν.", "κινητό", "cep", "جوال",
    "موبايل", "موبایل", "נייד", "मोबाइल", "hp", "di động", "手机", "手機", "携帯", "휴대폰", "핸드폰",
)  # fmt: skip
"""Labels of a mobile number; a person's where a name of two words stands right before it."""
_PHONE = re.compile(r"(?<![\w+.,/])(?:\+|\(|00)?\d(?:[ \u00a0./()–-]{0,2}\d){7,13}(?![\w%€$£]|[.,:]\d)")
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_FREE = re.compile(r"(?:\+1|\b1)?[ (.-]*(?:800|888|877|866|855|844|833)\b|0[ (]*(?:800|80|900|845|844|345|3[34]\d)")
_CARD = re.compile(r"(?<![\w.,/+-])(?:[2-6]\d{3}([ -])\d{4}\1\d{4}\1\d{4}|3[47]\d{2}([ -])\d{6}\2\d{5})(?![\w-])")
_NAME_BEFORE = re.compile(r"[^\W\d_a-z][\w’'-]{1,25} [^\W\d_a-z][\w’'-]{1,25}[^\w]{1,4}$")

_GROUPS = Gate(r"[ -]\d{4}[ -]\d{4}[ -]|[ -]\d{6}[ -]\d{5}")
"""Cheap, since it begins with a separator: figures are common, and runs of groups are not."""

PHONE_REACH = 40
"""Characters between "call me" and the number: "call me any time after six on …"."""
MAIL_REACH = 60
"""Characters between a private e-mail address and the number beside it, on either side, inside one line."""
MIN_DIGITS_APART = 4
"""Different digits that a number of a real card has; fewer are patterns such as 4444 4444 4444 4444."""
_TEST_CARDS = frozenset(("4242424242424242", "4012888888881881", "5555555555554444", "4000056655665556"))
"""Numbers that payment services publish for tests and that have digits enough."""


_CUE = re.compile(f"(?P<own>{either(_OWN_NUMBER)})|(?P<mobile>{either(_MOBILE)})", re.IGNORECASE)


class _Found(NamedTuple):
    """Personal data in a field: where it is, and what."""

    field: str
    start: int
    end: int
    kind: str


class PersonalData(ArticleCheck):
    """The text has personal data: a private e-mail address, phone number or card number.

    What it flags
    -------------
    E-mail addresses of persons: at providers of private mailboxes (``gmail.com``, ``mail.ru``, ``web.de``), of a first
    and a last name (``ada.fenwick@…``), or named after somebody who is named beside them. Phone numbers that a person
    gives as their own (``call me at …``, in 35 languages), that follow a name and the word for a mobile phone, or stand
    beside a personal e-mail address in one line. Numbers of payment cards in their usual groups, if the check digit
    (Luhn) is right.

    Why it hurts
    ------------
    Models learn to repeat what they read, and privacy law asks whoever keeps a corpus to find such data and, on demand,
    to delete it. Readers' letters, comments, calls for donations and copied mails bring it into news.

    Example
    -------
    ``“a.fenwick@mail.example” is a personal e-mail address.``

    Fix
    ---
    Replaces the address by ``[e-mail]``, the number by ``[phone]`` or ``[card number]``. Unsafe: what was there is
    lost, and its owner may have wanted to be reached.

    Options
    -------
    ``max_findings`` (default 20 findings): an article with more, such as a leaked list, gets one finding with their
    number. In 2,107 real articles none has more than one.

    Limits
    ------
    Exempt are contacts that are meant for the public: addresses at the outlet's own domain (by ``source`` and ``url``,
    also under another suffix), of roles (``info@``, ``redaktion@``, ``tips@``), of the article's author, and after
    words about the press or calls for stories. Phone numbers of companies, hotlines and press offices look like
    people's, so a number without one of the proofs above is not reported, nor is one that is free of charge. Bank
    accounts (IBAN) are not looked for: in news they are those of charities. A mailbox of one name at a company's
    domain (``ada@…``) is not told from that of a town or a desk.
    """

    code = "PII001"
    slug = "personal-data"
    severity = Severity.INFO
    fix = "unsafe"
    # Off by default until its precision on real articles is measured.
    preview = True
    precision = "6 of 6 e-mail addresses right on 2,107 articles; no phone or card number of a person was among them"
    triggers = (
        Trigger("@"),
        Trigger(either(_OWN_NUMBER), caseless=True),
        Trigger(either(f"{label}:" for label in _MOBILE), caseless=True),
        Trigger(r"[2-6]\d{3}(?:[ -]\d{4}){3}|3[47]\d{2}[ -]\d{6}[ -]\d{5}", gate=_GROUPS),
    )

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of PII001."""

        max_findings: Natural = 20

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each address and each number, or one for very many."""
        for group in each_or_all(list(_found(article, facts.hits(self.code))), self.options.max_findings):
            yield self._finding(article, group, facts.count(self.code, len(group)))

    def _finding(self, article: Article, group: list[_Found], count: str) -> Finding:
        field, start, end, kind = group[0]
        quote = article.text(field)[start:end]
        often = f", and the first of {count} personal data of this article" if len(group) > 1 else ""
        edits = tuple(Edit(each.field, each.start, each.end, f"[{each.kind}]") for each in group)
        return self.finding(
            article,
            field,
            (start, end),
            f"“{quote}” is {_WHAT[kind]}{often}.",
            evidence={"kind": kind, "count": len(group)},
            fix=Fix(False, edits),
        )


_WHAT = {
    "e-mail": "a personal e-mail address",
    "phone": "a person’s phone number",
    "card number": "a card number with a valid check digit",
}


def _found(article: Article, hits: Iterable[Hit]) -> Iterator[_Found]:
    """Yield the personal data at *hits*, each once."""
    last: tuple[str, int] = ("", 0)
    for hit in hits:
        for found in sorted(_personal_data(article.text(hit.field), hit, article)):
            if found.field != last[0] or found.start >= last[1]:
                last = (found.field, found.end)
                yield found


def _personal_data(text: str, hit: Hit, article: Article) -> Iterator[_Found]:
    """Yield what the *hit* leads to; it is an @, the first digits of a card number, or a cue of a phone number."""
    if text[hit.start] == "@":
        return _mail(text, hit, article)
    return _card(text, hit) if text[hit.start].isdecimal() else _phone(text, hit)


def _mail(text: str, hit: Hit, article: Article) -> Iterator[_Found]:
    """Yield the personal mailboxes at the *hit*, and the phone numbers beside them."""
    for mailbox in find_mailboxes(text, hit.start, hit.end):
        if is_personal(text, mailbox, article):
            yield _Found(hit.field, mailbox.start, mailbox.end, "e-mail")
            floor = max(0, mailbox.start - MAIL_REACH)
            floor = max(text.rfind("\n", floor, mailbox.start) + 1, floor)
            line = text.find("\n", mailbox.end, mailbox.end + MAIL_REACH)
            yield from _phones(text, hit.field, floor, mailbox.start)
            ceiling = line if line >= 0 else mailbox.end + MAIL_REACH
            yield from _phones(text, hit.field, mailbox.end, ceiling)


def _phone(text: str, hit: Hit) -> Iterator[_Found]:
    """Yield the phone number behind a cue at the *hit*."""
    cue = _CUE.search(text, hit.start, hit.end)
    if cue is None or (cue.lastgroup == "mobile" and not _follows_name(text, cue.start())):
        return
    found = next(_phones(text, hit.field, cue.end(), cue.end() + PHONE_REACH + 30), None)
    if found and "\n" not in text[cue.end() : found.start]:
        yield found


def _follows_name(text: str, end: int) -> bool:
    return bool(_NAME_BEFORE.search(text, max(0, end - 60), end))


def _phones(text: str, field: str, start: int, end: int) -> Iterator[_Found]:
    """Yield what is a phone number in ``text[start:end]``, and neither a date nor free of charge."""
    for found in _PHONE.finditer(text, start, min(len(text), end)):
        if not _DATE.match(found.group()) and not _FREE.match(found.group()):
            yield _Found(field, found.start(), found.end(), "phone")


def _card(text: str, hit: Hit) -> Iterator[_Found]:
    """Yield the card number at the *hit*."""
    for found in _CARD.finditer(text, max(0, hit.start - 1), min(len(text), hit.end + 2)):
        if _is_card(re.sub(r"\D", "", found.group())):
            yield _Found(hit.field, found.start(), found.end(), "card number")


def _is_card(digits: str) -> bool:
    """Return whether the last of the *digits* is the check digit of the others (ISO/IEC 7812); not for samples."""
    if len(set(digits)) < MIN_DIGITS_APART or digits in _TEST_CARDS:
        return False
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(doubled)) % 10 == 0
