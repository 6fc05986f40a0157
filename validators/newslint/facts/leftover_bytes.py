"""First bytes of letters in UTF-8 that stand alone in a text, because the bytes behind them were lost: ``Ñообщил``."""

from __future__ import annotations

import re

BESIDE_TWO_SCRIPTS = "[ÐÑÒ][\u0400-\u04ff]|[\u0400-\u04ff][ÐÑÒ]|[ÎÏ][\u0386-\u03ff]|[\u0386-\u03ff][ÎÏ]"
"""The first byte of a Cyrillic or Greek letter beside a letter of the same alphabet; `TWO_SCRIPTS` is its gate."""
BEFORE_OTHERS = "[ØÙÚÛ][\u0621-\u06ff]|à[\u0900-\u0dff]"
"""The first byte of an Arabic or Indic letter before a letter of the same alphabet."""
LEFTOVER = f"{BESIDE_TWO_SCRIPTS}|{BEFORE_OTHERS}"

_LEFT = re.compile(f"{LEFTOVER}|[ÐÑ] ?[ÐÑ]|(?<=[\u0400-\u04ff] )[ÐÑ](?![^ .,])|\ufffd")
# Capitals that are first bytes as well, in two sets that are often taken for others.
_CAPITAL = re.compile("[ÂÃÄÅРС]")
_SETS = ("latin-1", "windows-1252", "windows-1251")


def has_leftovers(line: str) -> bool:
    """Return whether bytes of letters are left in *line*, other bytes of which were made letters again."""
    from ftfy import badness

    return _LEFT.search(line) is not None or badness.is_bad(line)


def keeps_capitals(before: str, after: str) -> bool:
    """Return whether the repaired words *after* have a capital for which there were no bytes *before*.

    ``Рван`` was ``Иван``: the second byte is lost, and the first one passes for a letter.
    """
    plain = before.replace("\xa0", " ")
    return any(after.count(capital) > _count_written(capital, plain) for capital in set(_CAPITAL.findall(after)))


def _count_written(capital: str, damaged: str) -> int:
    forms = {capital.encode().decode(encoding, "replace").replace("\xa0", " ") for encoding in _SETS}
    return sum(map(damaged.count, forms))
