"""Words that several kinds of page furniture share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

NETWORKS = (
    "facebook", "twitter", "instagram", "youtube", "telegram", "whatsapp", "whats app", "tiktok", "tik tok",
    "viber",
    "linkedin", "pinterest", "reddit", "snapchat", "threads", "bluesky", "mastodon", "flipboard", "google news",
    "google actualités", "google noticias", "google новости", "google discover", "apple news", "vkontakte",
    "discord",
    "twitch", "spotify", "wechat", "weibo", "messenger", "rss", "sharechat", "kakaotalk",
    "телеграм", "телеграмм", "вотсап", "ватсап", "вайбер", "фейсбук", "фэйсбук", "инстаграм", "твиттер", "твіттер",
    "ютуб", "вконтакте", "одноклассник", "дзен", "google новини", "тікток", "тикток",
    "تلغرام", "تليغرام", "تيليجرام", "تلجرام", "تلگرام", "واتساب", "واتس آب", "فيسبوك", "فیسبوک", "تويتر", "توییتر",
    "انستغرام", "إنستغرام", "اینستاگرام", "يوتيوب", "یوتیوب", "פייסבוק", "טוויטר", "טלגרם", "וואטסאפ", "ווטסאפ",
    "אינסטגרם", "יוטיוב", "फेसबुक", "ट्विटर", "व्हाट्सएप", "व्हाट्सऐप", "वॉट्सऐप", "टेलीग्राम", "इंस्टाग्राम",
    "यूट्यूब",
    "ফেসবুক", "টুইটার", "ইউটিউব", "টেলিগ্রাম", "হোয়াটসঅ্যাপ", "微信", "微博", "脸书", "臉書", "推特", "抖音",
    "フェイスブック", "ツイッター", "インスタグラム", "페이스북", "트위터", "인스타그램", "유튜브", "텔레그램",
    "카카오톡",
)  # fmt: skip
"""Social networks and services that outlets ask readers to follow them on."""


_TOGETHER = 10
"""Phrases in one pattern; engines limit its length."""


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern of *phrases*, patterns themselves, as alternatives."""
    return f"(?:{'|'.join(phrases)})"


def at_line_starts(phrases: Sequence[str], behind: str = "") -> list[str]:
    """Return the patterns *phrases*, a few together, where they begin a line, indented or not.

    All have *behind* behind them: written into each phrase, it makes them take five times as long to compile.
    """
    # No repeat for the indent: hyperscan 5.4 misses some of what follows one. Two spaces within a line are rare enough.
    # The longest phrases come first, so that re takes the one that hyperscan, which sees them all, takes.
    parts = together(sorted(phrases, key=len, reverse=True))
    return [rf"{before}{part}{behind}" for part in parts for before in ("^", r"[ \t\n\r][ \t]")]


def together(phrases: Sequence[str]) -> list[str]:
    """Return the patterns *phrases* as a few larger ones, each short enough for any engine."""
    return [any_of(phrases[at : at + _TOGETHER]) for at in range(0, len(phrases), _TOGETHER)]
