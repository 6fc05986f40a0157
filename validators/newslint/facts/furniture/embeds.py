"""What is left of embedded posts of social networks: their links, their attributions, their buttons."""

from __future__ import annotations

import re

from newslint.facts.furniture.pieces import Piece, line_at
from newslint.facts.furniture.words import any_of, together
from newslint.text.scan import Trigger

_VIEWS = (
    "view this post on (?:instagram|threads|facebook)", "sieh dir diesen beitrag auf instagram an",
    "diesen beitrag auf instagram ansehen", "voir cette publication sur instagram",
    "ver esta publicaci[oó]n en instagram", "ver essa foto no instagram", "ver esta publicação no instagram",
    "ver essa publicação no instagram", "visualizza questo post su instagram", "dit bericht op instagram bekijken",
    "visa detta inlägg på instagram", "se dette opslag på instagram", "vis dette innlegget på instagram",
    "näytä tämä julkaisu instagramissa", "wyświetl ten post na instagramie", "zobrazit příspěvek na instagramu",
    "zobraziť tento príspevok na instagrame", "a bejegyzés megtekintése az instagramon",
    "vezi această postare pe instagram", "вижте тази публикация в instagram",
    "посмотреть эту публикацию в instagram", "переглянути цей допис в instagram",
    "pogledajte ovu objavu na instagramu", "pogledaj ovu objavu na instagramu",
    "погледајте ову објаву на instagram-у", "δείτε αυτή τη δημοσίευση στο instagram",
    "bu gönderiyi instagram['’]da gör", "عرض هذا المنشور على instagram", "مشاهده این پست در instagram",
    "הצגת פוסט זה באינסטגרם", "इस पोस्ट को instagram पर देखें", "lihat postingan ini di instagram",
    "xem bài viết này trên instagram", "ดูโพสต์นี้บน instagram", "在 ?instagram ?查看这篇帖子",
    "在 ?instagram ?查看這則貼文", "この投稿をinstagramで見る", "instagram에서 이 게시물 보기",
)  # fmt: skip
_SHARED = (
    "a (?:post|photo|video|reel) (?:shared|posted) by", "ein beitrag geteilt von", "une publication partagée par",
    "(?:una|la) publicaci[oó]n compartid[ao] (?:por|de)", "uma publicação (?:com)?partilhada por",
    "(?:um|uma) (?:post|publicação) compartilhad[oa] por", "un post condiviso da", "een bericht gedeeld door",
    "ett inlägg delat av", "et opslag delt af", "et innlegg delt av", "henkilön [^\\n]{1,40} jakama julkaisu",
    "post udostępniony przez", "příspěvek sdílený", "príspevok, ktorý zdieľa", "által megosztott bejegyzés",
    "o postare distribuită de", "публикация, споделена от", "публикация от", "допис, поширений",
    "objava koju dijeli", "η δημοσίευση κοινοποιήθηκε από", "['’][iıuü]n paylaştığı bir gönderi",
    "تمت مشاركة منشور بواسطة", "postingan dibagikan oleh", "bài viết do [^\\n]{1,40} chia sẻ", "分享的帖子",
    "分享的貼文", "がシェアした投稿", "님의 공유 게시물",
)  # fmt: skip
_NAME, _HANDLE = r"[^\n()]{1,60}", r"\(@[A-Za-z0-9_.]{1,30}\)"
_DATE = r"[^\n()]{0,30}(?:(?:19|20)\d\d(?!\d)|\*NUMBER\*)(?:[  ]at[  ]\d\d?:\d\d ?[ap]m P[DS]T)?"
_LINK = re.compile(
    r"(?:https?://)?pic\.(?:twitter|x)\.com/[A-Za-z0-9]{4,10}|https?://t\.co/[A-Za-z0-9]{4,10}", re.IGNORECASE
)
_VIEW = re.compile(any_of(_VIEWS), re.IGNORECASE)
_AUTHOR = re.compile(
    rf"(?:{any_of(_SHARED)})[^\n()@]{{0,60}}{_HANDLE}(?:{_DATE})?"
    rf"|^{_NAME}{_HANDLE}[^\n()]{{0,12}}(?:{any_of(_SHARED)})"
    rf"|(?:—|–|--) ?{_NAME}{_HANDLE}(?:[ \n]{_DATE}|(?=\s*(?:\n|$)))",
    re.IGNORECASE | re.MULTILINE,
)
# In flattened text a post often lost the dash before its author: the words with a capital are the name then.
_CAPITAL = r"[^\W\d_a-zà-öø-ÿа-яё][\w'’+.-]{0,20}"
_UNDASHED = re.compile(
    rf"(?<![#@\w'])(?:{_CAPITAL}[ \u00a0]){{0,3}}{_CAPITAL}(?:[ \u00a0][a-z]{{2,8}}\.?)?[ \u00a0]{_HANDLE}[ \u00a0]"
    r"(?:20\d\d-yil \d{1,2}-[a-z]{3,9}|[^\W\d_]{3,12}\.? \d{1,2},? 20\d\d"
    r"|\d{1,2}\.?(?: de)? [^\W\d_]{3,12}\.?,?(?: de)? 20\d\d|20\d\d年\d{1,2}月\d{1,2}日)"
)
_REACH = 100
"""Characters before and after a hit in which its line is read."""

TRIGGERS = (
    Trigger(r"pic\.(?:twitter|x)\.com/|://t\.co/|\(@[A-Za-z0-9_.]", caseless=True),
    *(Trigger(part, caseless=True) for part in together(_VIEWS)),
)
"""Whatever is left of a post has a match of one of these."""


def embeds_at(text: str, start: int, end: int) -> list[Piece]:
    """Return what is left of posts at ``text[start:end]``, a hit of the triggers."""
    hit = text[start:end].lower()
    found = _found(_VIEW, text, start, end)
    if "://t.co/" in hit or ".com/" in hit:
        found += _found(_LINK, text, max(0, start - 8), end + 12)
    if "(@" in hit:
        line = line_at(text, start, end, reach=_REACH)
        authors = _found(_AUTHOR, text, line.start, line.end + _REACH // 2)
        found += authors or _found(_UNDASHED, text, line.start, line.end + _REACH // 2)
    return [piece for piece in found if piece.start < end and start < piece.end]


def _found(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[Piece]:
    return [Piece(*match.span()) for match in pattern.finditer(text, start, min(len(text), end))]
