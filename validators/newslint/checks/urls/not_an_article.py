"""URL002 not-an-article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck
from newslint.facts.addresses import Address, is_redirector, is_tracking, unwrapped
from newslint.model import Article, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SUFFIX = re.compile(r"\.(?:html?|php|aspx?|jsp|shtml|xhtml)$")
_LOCALE = re.compile(r"[a-z]{2}(?:[-_][a-z]{2})?")
_NUMBER = re.compile(r"\d{1,3}")
_SLUG = re.compile(r"(?:\d{4}|[^/]-[^/-]+-[^/-]+-)[^/]*/?$")
"""How most addresses of articles end: nothing below has a number or so many words."""
_LONG_NUMBER = re.compile(r"\d{4}")
_SHOWN = 100
_MOST_WORDS = 3
"""The name of a topic has at most so many words; the slugs of articles have more."""

_DEEPEST = 2
"""A category and one below it; what lies deeper is an article."""

_HOME = frozenset({"index", "default", "home", "main", "startseite", "accueil", "inicio", "portada", "homepage"})
_LISTS = _listed(
    """
    tag tags tagged category categories author authors autor autoren autores auteur auteurs autori autore
    contributor contributors schlagwort schlagworte stichwort motcle mot-cle etiqueta etiquetas categoria categorias
    categorie kategorie kategoria kategori etiket etiketler tagy stitek stitky cimke cimkek label labels keyword
    keywords
    """
)
_LISTS_OR_SECTIONS = _listed(
    """
    topic topics topico topicos thema themen sujet sujets tema temas temy teema konu onderwerp onderwerpen emne
    emner amne amnen temata section sections rubrik rubriken rubrique rubriques rubrica rubriche rubric rubrics
    """
)
"""Some sites keep the articles themselves below these, so that only one short name makes a list."""
_SEARCH = _listed(
    """
    search suche suchen suchergebnis recherche rechercher buscar busca buscador busqueda pesquisa ricerca cerca
    cautare zoeken sok sog haku szukaj hledat vyhledavani vyhladavanie kereses poisk trazi pretraga arama ara
    search-results
    """
)
_SEARCHED = re.compile(r"(?:^|&)(?:q|s|query|search|keyword|keywords|suche|text|term)=(?=.)")
_ENTRANCE = _listed(
    """
    login log-in logon signin sign-in signup sign-up register registration subscribe subscription subscriptions
    anmelden anmeldung registrieren abonnement abonnements abo connexion inscription iniciar-sesion suscripcion
    suscribete entrar cadastro assinatura assine accedi abbonati inloggen aanmelden logga-in zaloguj prihlaseni
    checkout paywall unlock
    """
)
_GATES = frozenset({"consent", "login", "accounts", "auth", "sso", "captcha", "geo-blocked"})
"""Hosts to which a crawler is sent until it agrees to cookies, or has an account."""
_SERVICE = _listed(
    """
    impressum imprint datenschutz datenschutzerklaerung agb kontakt kontakte privacy privacy-policy cookie-policy
    cookies terms terms-of-use terms-of-service terms-and-conditions contact contact-us about about-us legal
    mentions-legales aviso-legal politica-de-privacidad feed rss atom rss.xml feed.xml atom.xml sitemap sitemap.xml
    newsletter newsletters advertise 404 error robots.txt
    """
)
_POSTS = {
    domain: tuple(re.compile(path) for path in paths)
    for domain, paths in {
        "twitter.com": (r"/\w{1,20}/status(?:es)?/\d{5,25}(?:/.{0,40})?",),
        "x.com": (r"/\w{1,20}/status/\d{5,25}(?:/.{0,40})?",),
        "facebook.com": (r"/[^/]{1,80}/(?:posts|videos|photos)/.{5,2000}", r"/(?:permalink|story|photo)\.php"),
        "instagram.com": (r"(?:/[\w.]{1,40})?/(?:p|reel|tv)/[\w-]{5,40}/?",),
        "tiktok.com": (r"/@[\w.]{1,40}/video/\d{5,25}/?",),
        "youtube.com": (r"/watch", r"/(?:shorts|live)/[\w-]{5,20}"),
        "youtu.be": (r"/[\w-]{5,20}",),
    }.items()
}
"""The paths of what users of a network post, by its registered domain."""
_SECTIONS = _listed(
    """
    news newsroom latest breaking top-stories headlines all-news world us uk europe asia africa americas national
    local international politics politica politique politik polityka politika business economy economics money
    finance markets sport sports football soccer tennis golf cricket culture arts entertainment music movies film tv
    lifestyle life style fashion food health science tech technology environment climate travel education opinion
    opinions editorial commentisfree weather video videos photos gallery galleries blogs live podcasts magazine
    events nachrichten schlagzeilen wirtschaft kultur panorama wissen wissenschaft gesundheit reise meinung wetter
    lokales regional ausland inland unterhaltung leben digital auto ratgeber feuilleton veranstaltungen actualites
    actualite actu monde societe economie sante sciences sports-loisirs faits-divers medias idees noticias
    actualidad ultimas-noticias mundo internacional nacional economia deportes cultura sociedad salud ciencia
    tecnologia opinion-es sucesos espectaculos entretenimiento esporte esportes futebol saude ciencia-e-saude
    politica-es notizie cronaca cronache esteri mondo salute scienza spettacoli ultime-notizie ultima-ora nieuws
    buitenland binnenland economie-nl gezondheid wetenschap nyheter nyheder utrikes inrikes ekonomi kultur-noje
    uutiset kotimaa ulkomaat talous urheilu kulttuuri wiadomosci kraj swiat gospodarka biznes zdrowie nauka zpravy
    domaci zahranici ekonomika regiony spravy slovensko svet hirek belfold kulfold gazdasag stiri actualitate
    vijesti vesti svijet hrvatska srbija ekonomija gunun-haberleri haberler haber gundem dunya ekonomi-tr spor
    saglik novosti novini politics-ru obschestvo obshchestvo ekonomika-ru mir rossiya ukraina ukraine sotsium
    kultura proisshestviya nauka-i-tehnika lenta svit suspilstvo sportas berita nasional olahraga tin-tuc the-gioi
    """
)


class NotAnArticle(ArticleCheck):
    """The URL is not that of an article.

    What it flags
    -------------
    Home pages (``https://courier.example/``, ``/en/``, ``/index.html``), sections (``/world/europe/``), lists of a
    tag, topic or author (``/tag/harbour``), search results, login and subscription pages, pages that ask for
    consent (``https://consent.courier.example/…``), service pages (``/impressum``, ``/feed``), posts and videos on
    social networks (``https://x.com/velmouth/status/…``), and shortened links and those of aggregators, which name
    no page at all.

    Why it hurts
    ------------
    What was extracted is a list of teasers, a form or another article every day, and nobody can look it up again. Where
    the text is an article all the same, its URL was lost: it stands under the address of the page that led to it.

    Example
    -------
    ``“https://courier.example/tag/harbour” is a list of articles (tag), not an article``

    Fix
    ---
    None.

    Options
    -------
    None.

    Limits
    ------
    Judged by the address alone, with words of some 20 languages; what has a number of four digits, a name of more than
    three words, or parameters in its query is taken for an article. Sections by other names are not known.
    """

    code = "URL002"
    slug = "not-an-article"
    severity = Severity.WARNING
    precision = "32 of 32 findings right on 1,643 URLs of real articles"

    def applies(self, article: Article, facts: ArticleFacts) -> bool:  # noqa: ARG002
        """Return whether the URL can be read."""
        return facts.address is not None

    def check(self, article: Article, facts: ArticleFacts) -> Iterable[Finding]:
        """Return a finding if the URL is of another kind."""
        kind = _kind(unwrapped(facts.address)) if facts.address else None
        if kind is None:
            return ()
        url = article.text("url")
        return (self.finding(article, "url", (0, len(url)), f"“{url[:_SHOWN]}” is {kind}, not an article."),)


def _kind(address: Address) -> str | None:
    """Return what the page of *address* is, if no article."""
    if is_redirector(address):
        return "a link that leads on to an unnamed page"
    if any(post.fullmatch(address.path) for post in _POSTS.get(address.domain, ())):
        return f"a post on {address.domain}"
    if (gate := address.host.partition(".")[0]) in _GATES:
        return f"a page that stands before others ({gate})"
    if (_SLUG.search(address.path) and not address.query) or address.fragment.startswith(("!", "/")):
        return None
    segments = [_SUFFIX.sub("", part) for part in address.path.lower().split("/") if part]
    parameters = [each for each in address.query.lower().split("&") if each and not is_tracking(each)]
    if parameters:
        is_search = _SEARCH.intersection(segments[:2]) or not segments
        return "a search" if is_search and _SEARCHED.search("&".join(parameters)) else None
    return _kind_of_path(segments)


def _kind_of_path(segments: Sequence[str]) -> str | None:
    if segments and _LOCALE.fullmatch(segments[0]):
        segments = segments[1:]
    if not segments or (len(segments) == 1 and segments[0] in _HOME):
        return "a home page"
    if segments[-1] in _ENTRANCE and len(segments) <= 2:
        return "a page to log in or subscribe"
    if segments[-1] in _SERVICE and len(segments) <= 2:
        return "a page about the site"
    if segments[0] in _SEARCH and all(map(_is_name, segments)):
        return "a search"
    return _list_of_articles(segments)


def _list_of_articles(segments: Sequence[str]) -> str | None:
    """Return that a path is a list of articles, if it is: of a topic or an author, or of a section."""
    names = [each for each in segments if each != "page" and not _NUMBER.fullmatch(each)]
    if names and all(each in _SECTIONS for each in names):
        return "a section"
    while len(names) > 1 and names[0] in _SECTIONS:
        names = names[1:]
    head, listed = names[0] if names else "", names[1:]
    is_list = head in _LISTS and 1 <= len(listed) <= _DEEPEST and all(map(_is_name, listed))
    is_topic = head in _LISTS_OR_SECTIONS and len(listed) == 1 and listed[0].count("-") < _MOST_WORDS - 1
    return f"a list of articles ({head})" if is_list or (is_topic and _is_name(listed[0])) else None


def _is_name(segment: str) -> bool:
    """Return whether *segment* may name a topic or a person, and not an article."""
    return segment.count("-") + segment.count("_") < _MOST_WORDS and not _LONG_NUMBER.search(segment)
