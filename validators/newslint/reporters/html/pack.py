"""The data of the findings list: columns for filtering, evidence in chunks that are unpacked only when looked at.

Everything is gzip in base64, so no text of an article stands in the file where a parser could take it for markup.
"""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from newslint.model import Finding
from newslint.reporters.html.evidence import Card, make_card
from newslint.reporters.visible import SCRIPT_PATTERN

MOST_KEPT = 20_000
"""Findings kept with their evidence; measured on generated corpora, 20,000 make a file of about 5 MB."""
CHUNK = 200
"""Findings in one chunk of evidence: ten pages of the list, unpacked in a few milliseconds."""
_SURROGATE = re.compile("[\ud800-\udfff]")


class PackedFindings(msgspec.Struct, frozen=True):
    """What the page carries for its script; ``kept`` of ``total`` findings are in it."""

    index: str
    chunks: tuple[str, ...]
    kept: int
    total: int
    sources: tuple[str, ...]
    languages: tuple[str, ...]


def pack_findings(findings: Sequence[Finding], total: int, most: int = MOST_KEPT) -> PackedFindings:
    """Pack *findings*, *most* at the most; *total* says how many the run had."""
    cards = [make_card(finding) for finding in keep_fairly(findings, most)]
    index = _index(cards, total)
    return PackedFindings(
        index=packed(index),
        chunks=tuple(packed([_detail(card) for card in cards[i : i + CHUNK]]) for i in range(0, len(cards), CHUNK)),
        kept=len(cards),
        total=total,
        sources=tuple(index["sources"]),
        languages=tuple(index["languages"]),
    )


def keep_fairly(findings: Sequence[Finding], most: int) -> list[Finding]:
    """Return at most *most* findings, worst first, such that no check and source crowds out another.

    Every pair of check and source keeps its first findings up to one common quota.
    """
    ordered = sorted(findings, key=lambda finding: (finding.severity.rank, finding.code))
    if len(ordered) <= most:
        return ordered
    sizes = Counter((finding.code, finding.article.source) for finding in ordered)
    quota = _quota(sizes.values(), most)
    seen: Counter[tuple[str, str | None]] = Counter()
    kept = []
    for finding in ordered:
        cell = (finding.code, finding.article.source)
        seen[cell] += 1
        if seen[cell] <= quota:
            kept.append(finding)
    return kept[:most]


def packed(data: object) -> str:
    """Return *data* as JSON, compressed, in base64; the same bytes for the same data (with the same zlib)."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    escaped = _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
    return b64encode(gzip.compress(escaped.encode("utf-8"), 9, mtime=0)).decode("ascii")


def _quota(sizes: Iterable[int], most: int) -> int:
    """Return the largest quota with which the sum of all cells stays within *most*, and at least 1."""
    cells = list(sizes)
    low, high = 1, most
    while low < high:
        middle = (low + high + 1) // 2
        if sum(min(size, middle) for size in cells) <= most:
            low = middle
        else:
            high = middle - 1
    return low


def _index(cards: Sequence[Card], total: int) -> dict[str, Any]:
    names = {name: sorted({getattr(card, name) for card in cards}) for name in ("code", "source", "language", "day")}
    place = {name: {value: i for i, value in enumerate(values)} for name, values in names.items()}
    columns = {name: [place[name][getattr(card, name)] for card in cards] for name in names}
    words = {card.code: (card.title, card.slug) for card in cards}
    return {
        "hidden": SCRIPT_PATTERN,
        "chunk": CHUNK,
        "total": total,
        "checks": [[code, *words[code]] for code in names["code"]],
        "sources": names["source"],
        "languages": names["language"],
        "days": names["day"],
        "severity": "".join(card.severity[0] for card in cards),
        "article": [card.article for card in cards],
        "key": [card.key for card in cards],
        **columns,
    }


def _detail(card: Card) -> dict[str, Any]:
    """Return what the script needs to draw the card; what is empty is left out."""
    strip, fix = card.strip, card.change
    detail = {
        "message": card.message,
        "place": card.place,
        "numbers": card.numbers,
        "passages": [[passage.label, passage.language, passage.direction, passage.pieces] for passage in card.passages],
        "strip": strip
        and [strip.event, strip.event_iso, strip.gap, strip.published, strip.published_iso, strip.language],
        "fix": fix and [int(fix.safe), fix.before, fix.after, fix.words],
    }
    return {key: value for key, value in detail.items() if value}
