"""Whose an e-mail address is: a person's, or that of a desk, a company, the outlet itself."""

from __future__ import annotations

import re
from typing import NamedTuple

from newslint.facts.addresses import named_domain, read_address, registered_domain, same_owner
from newslint.model import Article

ADDRESS = re.compile(
    r"(?<![\w.+%@/:=-])[A-Za-z0-9][A-Za-z0-9._+%-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,6}(?:[a-z]{2,24}|[A-Z]{2,24})"
)
NAME_REACH = 120
"""Characters around an address in which the name of its owner is looked for: "Ask Ada Fenwick (a.fenwick@…)"."""
CUE_REACH = 150
"""Characters before an address in which "press contact" or "got a story?" makes it a newsroom's: two sentences."""
MIN_NAME = 4
"""Letters of a name that prove an address its owner's; shorter ones occur in other words by chance."""
MIN_KIN = 3
"""Letters of an outlet's name that prove a domain its own, as part of the domain's name or the other way round."""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PRIVATE_PROVIDERS = _listed(
    """
    126 163 139 abv aim alice aliyun aol arcor att azet bellsouth bigmir bigpond bk bluewin bol btinternet
    centrum charter citromail comcast cox daum email.cz fastmail foxmail freemail freenet gmail gmx googlemail
    hanmail hotmail i.ua icloud ig.com.br inbox.ru inbox.lv interia laposte libero list.ru live mac.com mail.bg
    mail.com mail.ru mail.ee me.com meta.ua msn nate naver neuf o2.pl onet op.pl optonline orange.fr outlook
    post.cz proton protonmail qq rambler rediffmail rocketmail rogers sapo sbcglobal seznam sfr sina skynet.be
    sohu sympatico t-online telenet.be terra tin.it tiscali tlen tutanota ukr uol verizon virgilio volny wanadoo
    web.de windowslive wp.pl ya.ru yahoo yandex yeah ymail zoho
    """
)
"""Providers of mailboxes for anybody, by their registered domain, or by its name alone where they are in many
countries."""

_ROLES = re.compile(
    "news|nyhet|nieuws|uutis|haber|berita|wiadom|novin|vijest|vest|press|prensa|pers$|stampa|imprensa|smi$|media|medien"
    "|pr$|^pr[._-]|humas|redak|redac|redaz|redat|redig|toimitus|szerk|editor|edito|desk|letters|leser|lector|lettor|tips"
    "|story|stories|opinion|blog|journal|zeitung|gazet|diario|noticia|revista|magazin|radio|tele|tv|video|foto|photo"
    "|info|inform|contact|contato|contatt|kontakt|kapcsol|iletisim|mail|post$|post[._-]|office|buero|biuro|kancel|sekret"
    "|secret|admin|webmaster|postmaster|hostmaster|^web|web$|online|digital|internet|site|support|soporte|service"
    "|servi[cz]|servis|help|hilfe|ajuda|ayuda|aide|hotline|care|team|staff|group|hello|hallo|hola|ciao|bonjour|welcome"
    "|privacy|datenschutz|datens|dpo|gdpr|legal|law$|abuse|security|moderat|feedback|anfrage|inquir|enquir|question"
    "|sales|vertrieb|venta|vendite|verkauf|shop|store|order|bestell|market|advert|annon|anzeig|anunci|publi|reklam|werb"
    "|ads?$|abo$|abonn|pren|subscri|suscri|customer|kunde|client|member|mitglied|socio|jobs|career|karriere|bewerb|rabota"
    "|hr$|personal|human|event|ticket|booking|reserv|hotel|tour|travel|register|anmeld|inscri|info|request|donat|spend"
    "|fund|foundation|charity|verein|assoc|union|club|church|kirche|parish|school|schule|colegio|univ|academ|institut"
    "|research|data$|stats|project|projekt|proyecto|program|campaign|festival|award|contest|vote|band$|music|official"
    "|management|mgmt|booking|company|corp|ltd|gmbh|studio|agency|agentur|direc|direk|gerenc|comunic|commun|kommun"
    "|pagina|atencion|reply|robot|bot$|test|example|beispiel|sample|name|user|vorname|fornamn|nombre|nome$|xxx|git$"
    "|police|polizei|policia|rescue|animal|library|museum|theat|clinic|hospital|doctor|relief|volunt|city|stadt|council",
    re.IGNORECASE,
)
"""What the part before the @ has in it where a desk or a purpose reads the mail, not one person."""

_NEWSROOM = re.compile(
    r"\b(?:press|media|news)\s*(?:contact|office|desk|inquir|enquir|relations|team)|\bnewsroom"
    r"|\bstory (?:ideas?|tips?)\b|\b(?:story|tips?)\b[^.?!]{0,60}\?|\bsend (?:us|your|tips)|\bwrite to (?!me\b)"
    r"|\bget in touch|\bcontact (?:us|the (?:author|reporter|writer|editor))|\be-?mail us\b"
    r"|may be reached at|can be reached at|\bfor (?:more|further) information"
    r"|\bpresse|\bpressa|\bprensa\b|\bimprensa\b|\bstampa\b|\bpers(?:contact|voorlicht)|\bredak|\brédac|\bredac|\bredaz"
    r"|\bredatt|\btoimitu|\bszerkeszt|\bsajtó|\btisk|\btlač|prasow|\bpresă|\bpress?e?kontakt|\bpostitoim|\blehdist"
    r"|редакц|пресс|прес-|преса\b|сми\b|змі\b|новинар|редакт|σύνταξη|τύπου|\bbasın|\biletişim|\bhaber|التحرير|الصحفي"
    r"|تحریریه|मीडिया|संपाद"
    r"|\bhumas\b|\bredaksi|\btòa soạn|báo chí|记者|記者|编辑|編輯|編集|広報|媒体|媒體|投稿|爆料|기자|제보"
    r"|홍보",
    re.IGNORECASE,
)
"""What stands before the address of a newsroom or of somebody who speaks to the press, in 30 languages."""

_PERSONAL = re.compile(r"[a-z]{1,20}[._][a-z]{3,20}\d{0,4}", re.IGNORECASE)
_NOT_LETTER = re.compile(r"[^a-z]+")
_NAME = re.compile(r"[A-Z][a-z]{3,30}")


class Mailbox(NamedTuple):
    """An e-mail address in a text, ``text[start:end]``, and the two parts of it."""

    start: int
    end: int
    local: str
    domain: str


def find_mailboxes(text: str, start: int, end: int) -> list[Mailbox]:
    """Return the e-mail addresses that touch ``text[start:end]``, a window of a few hundred characters."""
    return [
        Mailbox(found.start(), found.end(), *found.group().split("@"))
        for found in ADDRESS.finditer(text, max(0, start - 64), min(len(text), end + 100))
        if found.end() > start and found.start() < end
    ]


def is_personal(text: str, mailbox: Mailbox, article: Article) -> bool:
    """Return whether a person reads the *mailbox* in *text*, and neither a desk nor the outlet of the *article*.

    Proofs are a provider of private mailboxes, a first and a last name (``ada.fenwick@``), and the name of somebody who
    is named beside it.
    """
    domain = registered_domain(mailbox.domain)
    if domain is None or domain.endswith((".example", ".test")) or domain.startswith("example."):
        return False
    if _ROLES.search(mailbox.local) or _is_own(mailbox, domain, article):
        return False
    if _NEWSROOM.search(text, max(0, mailbox.start - CUE_REACH), mailbox.start):
        return False
    return _is_private(domain) or bool(_PERSONAL.fullmatch(mailbox.local)) or _is_named(text, mailbox)


def _is_private(domain: str) -> bool:
    return domain in _PRIVATE_PROVIDERS or domain.partition(".")[0] in _PRIVATE_PROVIDERS


def _is_own(mailbox: Mailbox, domain: str, article: Article) -> bool:
    """Return whether the mailbox is at the outlet's domain, named after the outlet, or its author's."""
    name = domain.partition(".")[0]
    local = _letters(mailbox.local)
    if local == _letters(name):
        return True
    if any(_is_part(each, local) for each in map(_letters, article.text("author").split()) if len(each) >= MIN_NAME):
        return True
    return any(
        same_owner(own, domain) or _is_kin(_letters(own.partition(".")[0]), _letters(name), local)
        for own in own_domains(article)
    )


def own_domains(article: Article) -> list[str]:
    """Return the registered domains of the source and the URL; a source's name where it is none."""
    source = article.text("source")
    address = read_address(article.text("url"))
    found = [named_domain(source) or _letters(source), address.domain if address else ""]
    return [each for each in found if each]


def _is_kin(own: str, name: str, local: str) -> bool:
    return _is_part(own, name) or _is_part(name, own) or _is_part(own, local)


def _is_part(part: str, whole: str) -> bool:
    return len(part) >= MIN_KIN and part in whole


def _is_named(text: str, mailbox: Mailbox) -> bool:
    """Return whether a name beside the *mailbox* is a part of it, and not all of it, as a town's would be."""
    from anyascii import anyascii

    local = _letters(mailbox.local)
    before = text[max(0, mailbox.start - NAME_REACH) : mailbox.start]
    after = text[mailbox.end : mailbox.end + NAME_REACH // 2]
    names = {name.lower() for name in _NAME.findall(anyascii(f"{before} {after}"))}
    return any(name in local and name != local for name in names)


def _letters(text: str) -> str:
    return _NOT_LETTER.sub("", text.lower())
