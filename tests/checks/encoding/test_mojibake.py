"""ENC001 mojibake: the gate against ftfy itself, and the repair."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import ftfy
import pytest
from ftfy.badness import BADNESS_RE
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.checks.encoding.mojibake import Mojibake
from newslint.data.mojibake_triggers import ALTERNATIVES
from newslint.facts.article_facts import ArticleFacts
from newslint.facts.misread_cyrillic import damaged_words, is_misread
from newslint.model import Article, Finding
from newslint.text.scan import Scanner

LINES = (
    "Le maire de Brévanne a promis « une école neuve » à l’été.",
    "Die Bürgermeisterin von Königsbrück grüßt: „Schön, dass Sie da sind“ – für 5 €.",
    "El señor Ibáñez preguntó: ¿quién pagará el puente de Órlin?",
    "Мэр Орлина пообещал «новую школу» к сентябрю…",
    "Міський голова Калинівки відкрив міст; її довжина — 12 м.",
    "Ο δήμαρχος Άρης Δελής υποσχέθηκε «νέα σχολεία».",
    "Starosta Żółtej Łąki obiecał świeżą drogę.",
    "新桥镇昨日启用太阳能电站，镇长表示满意。",
    "قال العمدة سامي الدروي إن الجسر سيفتح غدا.",
    "Thị trưởng Đông Hải hứa sẽ xây trường mới.",
)
CODECS = ("latin-1", "cp1252", "cp1250", "cp1251", "cp1253", "cp1257", "mac_roman", "cp437")


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    return Scanner({Mojibake.code: Mojibake.triggers})


def findings(scanner: Scanner, body: str) -> list[Finding]:
    article = Article(id="a", body=body)
    return list(Mojibake().check(article, ArticleFacts(article, scanner.scan(article))))


def repaired(body: str, found: list[Finding]) -> str:
    edits = sorted((edit for finding in found for edit in finding.fix.edits), key=lambda edit: -edit.start)
    for edit in edits:
        body = body[: edit.start] + edit.text + body[edit.end :]
    return body


def damaged() -> list[str]:
    """Our sentences, each read in every wrong encoding that can represent its bytes."""
    wrong = []
    for line in LINES:
        for codec in CODECS:
            try:
                wrong.append(line.encode().decode(codec))
            except UnicodeDecodeError:
                wrong.append(line.encode().decode(codec, "replace"))
    return [line for line in wrong if "\n" not in line]


class TestGate:
    def test_it_is_the_heuristic_of_the_installed_ftfy(self, root: Path) -> None:
        script = _load(root / "scripts" / "make_mojibake_triggers.py")
        assert script.render() == script.TARGET.read_text(encoding="utf-8")
        assert len(ALTERNATIVES) > 30

    @pytest.mark.parametrize("line", [line for line in damaged() if BADNESS_RE.search(line)])
    def test_what_ftfy_calls_bad_is_hit(self, scanner: Scanner, line: str) -> None:
        assert scanner.scan(Article(id="a", body=f"Plain.\n{line}\nPlain."))

    @settings(max_examples=400, deadline=None)
    @given(st.text(st.sampled_from("".join(ALTERNATIVES)) | st.characters(exclude_categories=["Cs"]), max_size=8))
    def test_nothing_bad_passes_the_gate(self, text: str) -> None:
        scanner = Scanner({Mojibake.code: Mojibake.triggers})
        for line in text.split("\n"):
            if BADNESS_RE.search(line):
                assert scanner.scan(Article(id="a", body=line))


class TestRepair:
    @pytest.mark.parametrize("line", damaged())
    def test_it_is_exactly_what_ftfy_makes_of_the_line(self, scanner: Scanner, line: str) -> None:
        expected = ftfy.fix_encoding(line, fix_c1_controls=False)
        if ftfy.fix_encoding(line) != expected:
            pytest.skip("a lone windows-1252 letter, which ftfy and the check treat differently on purpose")
        if expected == line and is_misread(damaged_words(line)):
            # ftfy sees nothing amiss, but three words do.
            expected = line.encode("sloppy-windows-1251").decode()
        body = f"Plain.\n{line}\nPlain."
        found = findings(scanner, body)
        assert repaired(body, found) == f"Plain.\n{expected}\nPlain."
        assert bool(found) == (expected != line)

    @pytest.mark.parametrize("line", LINES)
    def test_sound_text_is_silent(self, scanner: Scanner, line: str) -> None:
        assert findings(scanner, line) == []

    def test_bytes_of_what_cannot_be_repaired_are_left_alone(self, scanner: Scanner) -> None:
        assert findings(scanner, "— “å\x91x” —") == []

    def test_lone_surrogates(self, scanner: Scanner) -> None:
        body = "\ud800 – Le cafÃ© – \udfff"
        assert repaired(body, findings(scanner, body)) == "\ud800 – Le café – \udfff"

    def test_windows_line_ends_stay(self, scanner: Scanner) -> None:
        body = "Le cafÃ©\r\nrouvre\r\n"
        assert repaired(body, findings(scanner, body)) == "Le café\r\nrouvre\r\n"

    def test_a_hit_that_joins_two_lines_reaches_both(self, scanner: Scanner) -> None:
        body = "Zoâ€œ\n\nÃ£o"
        assert repaired(body, findings(scanner, body)) == "\n".join(map(ftfy.fix_encoding, body.split("\n")))

    def test_a_flood_is_one_finding_that_repairs_everything(self, scanner: Scanner) -> None:
        body = "cafÃ© noir\n" * 1_500
        found = findings(scanner, body)
        assert [finding.evidence["repairs"] for finding in found] == [1_500]
        assert repaired(body, found) == "café noir\n" * 1_500

    def test_the_message_shows_before_and_after(self, scanner: Scanner) -> None:
        (found,) = findings(scanner, "Ð\x9fÑ\x80Ð¸Ð²ÐµÑ\x82")
        assert found.message == "“Ð<009F>Ñ<0080>Ð¸Ð²ÐµÑ<0082>” is “Привет”, utf-8 read as latin-1."


def _load(path: Path) -> ModuleType:
    spec = spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules.setdefault(path.stem, module_from_spec(spec))
    spec.loader.exec_module(module)
    return module
