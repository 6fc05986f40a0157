from __future__ import annotations

import gzip
import json
from base64 import b64decode
from collections import Counter

import pytest

from newslint.reporters.html.pack import CHUNK, keep_fairly, pack_findings, packed


def _unpacked(text):
    return json.loads(gzip.decompress(b64decode(text)))


@pytest.mark.parametrize("data", [{"a": [1, "й"]}, ["\ud800", "\u2028", "</script>"], []])
def test_packing_keeps_the_data(data):
    text = packed(data)
    assert _unpacked(text) == data
    assert set(text) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=")


def test_columns_and_evidence_belong_together(factory):
    findings = factory.corpus_report(900).findings
    pack = pack_findings(findings, len(findings))
    index, details = _unpacked(pack.index), [detail for chunk in pack.chunks for detail in _unpacked(chunk)]
    assert pack.kept == pack.total == len(findings) == len(details) == len(index["code"])
    assert len(pack.chunks) == -(-len(findings) // CHUNK)
    shown = {
        (index["checks"][index["code"][i]][0], index["article"][i], index["sources"][index["source"][i]], d["message"])
        for i, d in enumerate(details)
    }
    assert shown == {(f.code, f.article.id, f.article.source, f.message) for f in findings}


def test_the_worst_come_first(factory):
    findings = factory.corpus_report(200).findings
    severities = _unpacked(pack_findings(findings, len(findings)).index)["severity"]
    assert severities == "".join(sorted(severities, key="ewi".index))


def test_the_cap_keeps_some_of_every_check_and_source(factory):
    findings = factory.corpus_report(900).findings
    kept = keep_fairly(findings, 120)
    cells = Counter((f.code, f.article.source) for f in findings)
    of_kept = Counter((f.code, f.article.source) for f in kept)
    assert len(kept) <= 120
    assert set(of_kept) == set(cells)
    assert all(n == cells[cell] or n >= max(of_kept.values()) for cell, n in of_kept.items())


def test_a_cap_below_the_number_of_cells_still_holds(factory):
    assert len(keep_fairly(factory.corpus_report(900).findings, 7)) == 7


def test_nothing_to_pack():
    pack = pack_findings([], 0)
    assert (pack.kept, pack.chunks) == (0, ())
