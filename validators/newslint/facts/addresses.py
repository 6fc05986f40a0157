"""What the URL of an article says: its parts, whose domain it is, and when two of them lead to one page."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import msgspec

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_HOSTS_KEPT = 4_096
"""A corpus has few hosts and many articles of each."""
_SHOWN = 60
_IN_DOCUMENTATION = "example"
"""RFC 2606 keeps this top-level domain for documentation: nobody can own a name in it, and no crawl meets one."""
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*(?=:)")
_ESCAPED = re.compile(r"%[0-9a-fA-F]{2}")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)
_WEB_ARCHIVE = re.compile(r"/web/\d{4,14}[a-z_]{0,4}/(?=https?:)", re.IGNORECASE)
_AMP_CACHE = re.compile(r"/(?:amp|[cv])/(s/)?(?=[^/]+\.)", re.IGNORECASE)

_HOST_ONLY = re.compile(r"(?:https?://)?(?P<host>[^\W_](?:[\w-]{0,62}\.)+[^\W\d_][\w-]{1,24})\.?/?", re.IGNORECASE)
_SHORTENERS = _listed(
    """
    adf.ly aje.io amzn.to apne.ws bbc.in bit.do bit.ly bitly.com bl.ink bloom.bg buff.ly cbsn.ws clck.ru cnb.cx cnn.it
    cutt.ly dailym.ai dld.bz dlvr.it ebx.sh econ.st eepurl.com fal.cn fb.me feedburner.com feedproxy.google.com
    flip.it fxn.ws gizmo.do goo.gl goo.su hubs.ly huff.to ift.tt is.gd j.mp lnkd.in mol.im mrf.lu msn.it nbcnews.to
    n.pr nyp.st nyti.ms on.ft.com on.msnbc.com on.wsj.com ow.ly politi.co qr.ae rb.gy rebrand.ly reut.rs s.id
    shorturl.at sco.lt shar.es smarturl.it snip.ly spr.ly spoti.fi t.co t.ly tiny.cc tinyurl.com tmblr.co trib.al
    u.to v.gd vk.cc wapo.st wp.me x.gd yhoo.it
    """
)
_FEED_LINK = re.compile(r"/~r/[^/]{1,80}/~3/[^/]")
"""FeedBurner's links, which papers serve under hosts of their own."""
_AGGREGATED = re.compile(r"(?:/__i)?/(?:rss/(?:rd/)?articles|articles|read)/[A-Za-z0-9_-]{20}")
"""How Google News names the article of another site: by a code."""

_TRACKING = re.compile(
    r"(?:utm|mtm|matomo|piwik|hsa|itm|stm)_[a-z0-9_]{1,40}"
    r"|pk_(?:campaign|cid|content|kwd|keyword|medium|source)"
    r"|at_(?:bbc_team|campaign(?:_type)?|custom\d|format|link_[a-z]+|medium|ptr_name|type)"
    r"|ns_(?:campaign|fee|linkname|mchannel|source)"
    r"|guce_referrer(?:_sig)?|guccounter|fb_(?:action_ids|action_types|ref|source)|action_object_map"
    r"|(?:fb|g|d|ms|y|ys|ym|tw|tt)clid|gclsrc|[gw]braid|li_fat_id|igshid|igsh|epik|wickedid|rb_clickid"
    r"|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|vero_(?:conv|id)|oly_(?:anon|enc)_id"
    r"|_g[al]|_openstat|s_cid|s_kwcid|cmp|cmpid|cmp_id|icid|ito|ocid|xtor|xtref|xtcr|wt_z?mc|wtmc|echobox"
    r"|ref_src|ref_url|__twitter_impression|soc_(?:src|trk)|smid|smtyp|spm|trkcampaign",
    re.IGNORECASE,
)
"""Parameters that say where a reader came from. All are names that the makers of analytics, advertising, mailing and
social services document, or news sites use for nothing else; names that some sites need to find the page (``ref``,
``cid``, ``source``, ``id``) are not among them."""


class Address(msgspec.Struct, frozen=True, gc=False):
    """The parts of an absolute http(s) URL.

    ``host`` is in lower case, without port and credentials; ``domain`` is what its owner registered, such as
    ``courier.co.uk`` of ``news.courier.co.uk``.
    """

    host: str
    domain: str
    path: str
    query: str
    fragment: str

    @property
    def segments(self) -> list[str]:
        """The parts of the path, without empty ones."""
        return [part for part in self.path.split("/") if part]


def read_address(url: str) -> Address | None:
    """Return the parts of *url*, or ``None`` if it is no absolute http(s) URL with a public suffix."""
    parts = _split(url.strip())
    return parts if isinstance(parts, Address) else None


def fault(url: str) -> str | None:
    """Return what keeps *url* from being an absolute http(s) URL with a public suffix, as the rest of a sentence."""
    parts = _split(url.strip())
    return parts if isinstance(parts, str) else None


def _split(url: str) -> Address | str:
    """Return the parts of *url*, or what is wrong with it."""
    if len(url.split(maxsplit=1)) != 1:
        return "has white space inside" if url else "is empty"
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "has a host or a port that cannot be read"
    if parts.scheme not in ("http", "https"):
        return _without_scheme(url)
    if not host:
        return "names no host"
    domain = registered_domain(host)
    if domain is None:
        return f"leads to “{host[:_SHOWN]}”, which is no host of the public web"
    return Address(host.rstrip("."), domain, parts.path, parts.query, parts.fragment)


def _without_scheme(url: str) -> str:
    found = _SCHEME.match(url)
    # In courier.com:80/news the part before the colon is a host.
    if found and "." not in found.group():
        return f"has the scheme “{found.group()[:_SHOWN]}”, not http or https"
    return "is relative and has no scheme" if url.startswith("/") else "has no scheme"


@lru_cache(maxsize=_HOSTS_KEPT)
def registered_domain(host: str) -> str | None:
    """Return the part of *host* that its owner registered, or ``None`` if it is none of the public web.

    Suffixes are those of the Public Suffix List that its package brings along, below which names are registered;
    platforms that give names to users (``blogspot.com``) count as well. ``….example`` is accepted, for documentation.
    """
    plain = host.lower().rstrip(".")
    labels = plain.split(".")
    if not all(labels):
        return None
    if labels[-1] == _IN_DOCUMENTATION:
        return ".".join(labels[-2:]) if len(labels) > 1 else None
    try:
        found = _suffixes().privatesuffix(plain.encode("idna").decode("ascii"), accept_unknown=False)
    except UnicodeError:
        return None
    return ".".join(labels[-found.count(".") - 1 :]) if found else None


@cache
def _suffixes() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()


def same_owner(domain: str, other: str) -> bool:
    """Return whether two registered domains differ in nothing but the suffix: ``courier.com`` and ``courier.co.uk``."""
    return domain == other or _name(domain) == _name(other)


@lru_cache(maxsize=_HOSTS_KEPT)
def _name(domain: str) -> str:
    return domain.partition(".")[0]


@lru_cache(maxsize=_HOSTS_KEPT)
def named_domain(source: str) -> str | None:
    """Return the registered domain that *source* is, as a host or a URL; ``None`` where it is the name of an outlet."""
    host = _HOST_ONLY.fullmatch(source.strip())
    return registered_domain(host["host"]) if host else None


def is_redirector(address: Address) -> bool:
    """Return whether *address* leads on to another one: shortened links, feeds and the links of search engines."""
    if address.domain in _SHORTENERS or address.host in _SHORTENERS or _FEED_LINK.match(address.path):
        return True
    if address.host == "news.google.com":
        return _AGGREGATED.match(address.path) is not None
    return address.domain.startswith("google.") and address.path in ("/url", "/imgres")


def unwrapped(address: Address) -> Address:
    """Return the address that an archive or a cache of mobile pages serves under *address*; else *address* itself."""
    query = f"?{address.query}" if address.query else ""
    if address.host == "web.archive.org" and (archived := _WEB_ARCHIVE.match(address.path)):
        return read_address(f"{address.path[archived.end() :]}{query}") or address
    is_cache = address.host.endswith(".cdn.ampproject.org") or address.domain.startswith("google.")
    if is_cache and (cached := _AMP_CACHE.match(address.path)):
        return read_address(f"https://{address.path[cached.end() :]}{query}") or address
    return address


def is_tracking(parameter: str) -> bool:
    """Return whether *parameter* (``name=value``) only says where a reader came from."""
    return _TRACKING.fullmatch(parameter.partition("=")[0]) is not None


def normal_form(address: Address) -> str:
    """Return what addresses of one page have in common.

    Set aside are scheme, port, ``www.``, the case of the host, tracking parameters and the order of the others, the
    fragment unless it is a path (``#!/news/1``), ``index.html`` and the slash at the end, and how characters are
    escaped.
    """
    path = _INDEX.sub("", _unescaped(address.path)).rstrip("/")
    parameters = sorted(each for each in address.query.split("&") if each and not is_tracking(each))
    fragment = f"#{address.fragment}" if address.fragment.startswith(("!", "/")) else ""
    query = f"?{_unescaped('&'.join(parameters))}" if parameters else ""
    return f"{address.host.removeprefix('www.')}{path}{query}{fragment}"


def _unescaped(text: str) -> str:
    """Return *text* with one spelling for each escaped character: what need not be escaped is not."""
    if text.isascii() and "%" not in text:
        return text
    escaped = quote(text, safe="%/:@!$&'()*+,;=?~", errors="surrogatepass")
    return _ESCAPED.sub(_one_spelling, escaped)


def _one_spelling(escape: re.Match[str]) -> str:
    character = chr(int(escape.group()[1:], 16))
    return character if character in _UNRESERVED else escape.group().upper()
