"""The multi-pattern scan: both engines against each other and against the definition of a hit."""

from __future__ import annotations

import re
from pathlib import Path
from types import MappingProxyType
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint import cache
from newslint.config import Config
from newslint.engine.select import make_plan
from newslint.errors import ConfigError
from newslint.model import Article
from newslint.text import _hyperscan, _re2
from newslint.text._engine import Pattern, PatternError
from newslint.text.scan import MAX_HIT_LENGTH, MAX_HITS, PATIENCE, Backend, Gate, Hit, Scanner, Trigger

BACKENDS = get_args(Backend)
TEXT = "Ab1 éßЖж\n.中श्ा\u200c😀\ud800\u0301"

GATED = [
    trigger
    for check in make_plan(Config(preview=True)).article
    for trigger in check.triggers
    if trigger.gate is not None
]

pytestmark = pytest.mark.usefixtures("_cache")


@pytest.fixture
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> Backend:
    return request.param


def hits(triggers: dict[str, list[Trigger]], backend: Backend, **fields: str) -> dict[str, list[Hit]]:
    return Scanner(triggers, backend).scan(Article(id="a", **fields))


def spans(pattern: str, text: str, backend: Backend, *, caseless: bool = False) -> list[tuple[int, int]]:
    found = hits({"K": [Trigger(pattern, caseless)]}, backend, body=text)
    return [(hit.start, hit.end) for hit in found.get("K", [])]


def unions(patterns: list[str], text: str) -> list[tuple[int, int]]:
    """The definition: merge every stretch that any of the patterns matches in full."""
    compiled = [re.compile(pattern, re.MULTILINE) for pattern in patterns]
    places = [(start, end) for start in range(len(text)) for end in range(start + 1, len(text) + 1)]
    merged: list[tuple[int, int]] = []
    for start, end in places:
        if any(pattern.fullmatch(text, start, end) for pattern in compiled):
            if merged and start < merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
    return merged


class TestHits:
    def test_only_checks_with_hits_are_keys(self, backend: Backend) -> None:
        found = hits({"A": [Trigger("cat")], "B": [Trigger("dog")]}, backend, body="a cat")
        assert found == {"A": [Hit("body", 2, 5)]}

    def test_hits_come_by_field_and_then_by_place(self, backend: Backend) -> None:
        found = hits({"A": [Trigger("b"), Trigger("a")]}, backend, body="ba", title="a", dateline="b")
        assert found["A"] == [Hit("dateline", 0, 1), Hit("title", 0, 1), Hit("body", 0, 1), Hit("body", 1, 2)]

    def test_offsets_count_characters(self, backend: Backend) -> None:
        assert spans("x", "Жх中x😀xé", backend) == [(3, 4), (5, 6)]

    def test_overlapping_matches_are_one_hit(self, backend: Backend) -> None:
        assert spans("[0-9][.][0-9]", "1.2.3 4.5", backend) == [(0, 5), (6, 9)]

    def test_touching_matches_stay_apart(self, backend: Backend) -> None:
        assert spans("[0-9]", "12", backend) == [(0, 1), (1, 2)]

    def test_a_match_that_joins_earlier_ones(self, backend: Backend) -> None:
        assert spans("b|d|abcde", "abcde b", backend) == [(0, 5), (6, 7)]

    def test_triggers_of_a_check_are_alternatives(self, backend: Backend) -> None:
        found = hits({"A": [Trigger("ab"), Trigger("BC", caseless=True)]}, backend, body="abc bc ABC")
        assert [(hit.start, hit.end) for hit in found["A"]] == [(0, 3), (4, 6), (8, 10)]

    def test_no_hit_spans_two_fields(self, backend: Backend) -> None:
        assert hits({"A": [Trigger("[^q][^q]")]}, backend, title="a", body="b") == {}

    def test_anchors_mean_lines(self, backend: Backend) -> None:
        assert spans("^ab", "ab\nxab\nab", backend) == [(0, 2), (7, 9)]

    def test_the_end_of_a_line_is_refused(self, backend: Backend) -> None:
        with pytest.raises(ConfigError, match=r"XYZ001: the trigger 'ab\$' uses \$"):
            Scanner({"XYZ001": [Trigger("ab$")]}, backend)
        assert spans(r"[$]a|\$b", "$a $b", backend) == [(0, 2), (3, 5)]

    @pytest.mark.parametrize("pattern", ["^ ?ab", "^[ ^]{0,3}ab", "x|^\\s*ab"])
    def test_what_may_be_absent_at_the_start_of_a_line_is_refused(self, backend: Backend, pattern: str) -> None:
        with pytest.raises(ConfigError, match="may be absent"):
            Scanner({"XYZ001": [Trigger(pattern)]}, backend)
        assert spans("^ {1,3}ab|[^ ]?cd", " ab xcd", backend) == [(0, 3), (4, 7)]

    def test_dot_stops_at_the_line(self, backend: Backend) -> None:
        assert spans("a.b", "a\nb a-b", backend) == [(4, 7)]

    def test_lone_surrogates_count_as_one_character(self, backend: Backend) -> None:
        assert spans("\ufffd|z", "\ud800\udfffz", backend) == [(0, 1), (1, 2), (2, 3)]

    def test_null_characters_do_not_end_the_text(self, backend: Backend) -> None:
        assert spans(r"\x00|z", "a\0z", backend) == [(1, 2), (2, 3)]

    @pytest.mark.parametrize("letter", "яéωiңőіґşñ")
    def test_caseless_in_many_scripts(self, backend: Backend, letter: str) -> None:
        assert spans(letter, letter.upper(), backend, caseless=True) == [(0, 1)]
        assert spans(letter, letter.upper(), backend) == []

    def test_missing_fields_are_nothing(self, backend: Backend) -> None:
        assert hits({"A": [Trigger("a")]}, backend) == {}

    def test_without_triggers_no_engine_is_asked(self, backend: Backend) -> None:
        assert hits({}, backend, body="anything") == {}
        assert hits({"A": []}, backend, body="anything") == {}


class TestGates:
    @pytest.mark.parametrize("alone", [False, True])
    def test_hits_are_those_of_the_patterns_behind_the_gate(self, backend: Backend, alone: bool) -> None:
        gate = Gate("[a-z][0-9]", alone)
        triggers = {"A": [Trigger("b[0-9]+c", gate=gate), Trigger("x")], "B": [Trigger("[a-z][0-9]C", True, gate)]}
        found = hits(triggers, backend, title="b1c x", body="b1 1c é b22c")
        assert found["A"] == [Hit("title", 0, 3), Hit("title", 4, 5), Hit("body", 8, 12)]
        assert found["B"] == [Hit("title", 0, 3)]

    def test_a_gate_may_be_without_regard_to_case(self, backend: Backend) -> None:
        triggers = {"A": [Trigger("[0-9] ?ab", True, Gate("ab", caseless=True)), Trigger("ab9", gate=Gate("ab"))]}
        assert hits(triggers, backend, body="cd 1 AB")["A"] == [Hit("body", 3, 7)]

    def test_a_gate_that_opens_across_two_fields_lets_nothing_through(self, backend: Backend) -> None:
        trigger = Trigger("a[^q]{1,2}b", gate=Gate("[^q][^q]"))
        assert hits({"A": [trigger]}, backend, title="a", body="b") == {}

    def test_a_bad_gate_names_the_check(self, backend: Backend) -> None:
        with pytest.raises(ConfigError, match="XYZ001"):
            Scanner({"XYZ001": [Trigger("a", gate=Gate(r"\w"))]}, backend)

    @pytest.mark.parametrize("number", range(len(GATED)))
    @settings(max_examples=60, deadline=None)
    @given(data=st.data())
    def test_every_gate_opens_for_what_is_behind_it(self, number: int, data: st.DataObject) -> None:
        trigger = GATED[number]
        pattern = re.compile(trigger.pattern, re.MULTILINE | (re.IGNORECASE if trigger.caseless else 0))
        assert trigger.gate is not None
        text = data.draw(st.from_regex(pattern, fullmatch=True))
        assert re.search(trigger.gate.pattern, text, re.IGNORECASE if trigger.gate.caseless else 0)

    def test_hits_near_gates_far_apart(self, backend: Backend) -> None:
        far = "é" * 1_000
        trigger = Trigger("a.{1,20}b", gate=Gate("a."))
        found = hits({"A": [trigger]}, backend, body=f"{far}a–b{far}axb a{'é' * 21}b{far}a\nb{far}a{'é' * 20}b")
        assert [(hit.start, hit.end) for hit in found["A"]] == [(1000, 1003), (2003, 2006), (4033, 4055)]

    def test_lines_begin_where_the_text_has_them(self, backend: Backend) -> None:
        trigger = Trigger("^ab", gate=Gate("a[b]"))
        assert hits({"A": [trigger]}, backend, body="x" * 256 + "ab") == {}
        assert len(hits({"A": [trigger]}, backend, body="x" * 256 + "\nab")["A"]) == 1

    def test_a_flood_behind_a_gate(self, backend: Backend) -> None:
        trigger = Trigger("ab|ba", gate=Gate("a"))
        found = hits({"A": [trigger]}, backend, body="ab" * 100_000)
        assert len(found["A"]) == MAX_HITS
        assert found["A"][0] == Hit("body", 0, MAX_HIT_LENGTH)


class TestSpelling:
    @pytest.mark.parametrize("pattern", [r"\d\s\d", r"[\d][\s][\d]", r"[0-9][\t ][0-9]", r"[[:digit:]\d] [[:digit:]]"])
    def test_digits_and_space_are_ascii(self, backend: Backend, pattern: str) -> None:
        assert spans(pattern, "1 2 ١ ٢ 3\u00a04", backend) == [(0, 3)]

    def test_escaped_characters(self, backend: Backend) -> None:
        assert spans(r"[\u200b\U0001F600]", "a\u200b😀", backend) == [(1, 2), (2, 3)]

    def test_brackets_inside_classes(self, backend: Backend) -> None:
        assert spans(r"[]\d][[\d]", "1[ ]2", backend) == [(0, 2), (3, 5)]

    @pytest.mark.parametrize("pattern", [r"\bfoo", r"\w", r"[\w]", r"\S", r"\D", "foo\\"])
    def test_what_engines_read_differently_is_refused(self, backend: Backend, pattern: str) -> None:
        with pytest.raises(ConfigError, match="XYZ001"):
            Scanner({"XYZ001": [Trigger(pattern)]}, backend)


class TestBadPatterns:
    @pytest.mark.parametrize("pattern", ["(a", "[a", "a*", "(?=a)b", r"(a)\1", "a\ud800", "x|"])
    def test_the_check_is_named(self, backend: Backend, pattern: str) -> None:
        triggers = {"DAT001": [Trigger("fine")], "XYZ001": [Trigger("fine"), Trigger(pattern)]}
        with pytest.raises(ConfigError, match="XYZ001: the trigger"):
            Scanner(triggers, backend)

    def test_a_set_that_only_fails_as_a_whole(self, monkeypatch: pytest.MonkeyPatch) -> None:
        make = _hyperscan.HyperscanMatcher.__init__

        def refuse_several(self: object, groups: list[list[object]]) -> None:
            if len(groups) > 1:
                raise PatternError("too large")
            make(self, groups)

        monkeypatch.setattr(_hyperscan.HyperscanMatcher, "__init__", refuse_several)
        with pytest.raises(ConfigError, match="A, B cannot be compiled together: too large"):
            Scanner({"A": [Trigger("a")], "B": [Trigger("b")]}, "hyperscan")

    def test_more_than_re2_can_hold(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("newslint.text._re2._MAX_MEMORY", 1 << 14)
        triggers = {f"K{number}": [Trigger(rf"\pL{number}")] for number in range(20)}
        with pytest.raises(ConfigError, match="cannot be"):
            Scanner(triggers, "re2")

    def test_an_engine_that_is_not_installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("newslint.text.scan.find_spec", lambda name: None)
        with pytest.raises(ConfigError, match="not installed"):
            Scanner({"A": [Trigger("a")]})

    def test_re2_steps_in_where_hyperscan_is_missing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("newslint.text.scan.find_spec", lambda name: object() if name == "re2" else None)
        monkeypatch.setattr(_hyperscan, "_compile", pytest.fail)
        assert Scanner({"A": [Trigger("a")]}).scan(Article(id="1", body="a")) == {"A": [Hit("body", 0, 1)]}


class TestPatience:
    """Without databases in the cache, RE2 begins, and hyperscan is compiled for a large corpus only."""

    TRIGGERS = MappingProxyType({"A": [Trigger("кеш", caseless=True)], "B": [Trigger("[0-9]{4}")]})
    ARTICLE = Article(id="1", title="Кеш", body="the кеш of 2024")
    FOUND = MappingProxyType({"A": [Hit("title", 0, 3), Hit("body", 4, 7)], "B": [Hit("body", 11, 15)]})

    @pytest.fixture
    def compiled(self, monkeypatch: pytest.MonkeyPatch) -> list[int]:
        """One entry for each database that is compiled."""
        compiled: list[int] = []
        compile_ = _hyperscan._compile

        def count(numbered: list[tuple[int, Pattern]], flags: int) -> object:
            compiled.append(flags)
            return compile_(numbered, flags)

        monkeypatch.setattr(_hyperscan, "_compile", count)
        return compiled

    def test_a_small_corpus_does_not_wait(self, compiled: list[int]) -> None:
        scanner = Scanner(self.TRIGGERS)
        assert [scanner.scan(self.ARTICLE) for _ in range(3)] == [self.FOUND] * 3
        assert compiled == []

    def test_in_the_midst_of_a_large_one_it_is_compiled(
        self, compiled: list[int], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("newslint.text.scan.PATIENCE", 2 * len("Кешthe кеш of 2024".encode()))
        scanner = Scanner(self.TRIGGERS)
        seen = []
        for _ in range(5):
            assert scanner.scan(self.ARTICLE) == self.FOUND
            seen.append(len(compiled))
        assert seen[:2] == [0, 0]
        assert seen[2] > 0
        assert seen[2:] == [seen[2]] * 3

    def test_an_article_that_is_a_large_corpus(self, compiled: list[int]) -> None:
        body = "x" * PATIENCE + " 2024"
        assert Scanner(self.TRIGGERS).scan(Article(id="1", body=body)) == {
            "B": [Hit("body", PATIENCE + 1, PATIENCE + 5)]
        }
        assert compiled

    def test_who_knows_that_it_is_large_need_not_wait(self, compiled: list[int]) -> None:
        scanner = Scanner(self.TRIGGERS)
        scanner.prepare()
        assert compiled
        assert scanner.scan(self.ARTICLE) == self.FOUND

    def test_what_is_kept_is_used_at_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        Scanner(self.TRIGGERS).prepare()
        monkeypatch.setattr(_re2, "Re2Matcher", pytest.fail)
        monkeypatch.setattr(_hyperscan, "_compile", pytest.fail)
        assert Scanner(self.TRIGGERS).scan(self.ARTICLE) == self.FOUND

    def test_a_pattern_that_only_hyperscan_refuses(self) -> None:
        scanner = Scanner({"A": [Trigger("a")], "XYZ001": [Trigger(r"(?:\pL\pN\pS){900}")]})
        assert scanner.scan(Article(id="1", body="a")) == {"A": [Hit("body", 0, 1)]}
        with pytest.raises(ConfigError, match="XYZ001: the trigger"):
            scanner.prepare()

    def test_without_re2_nothing_can_begin(self, compiled: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("newslint.text.scan.find_spec", lambda name: object() if name == "hyperscan" else None)
        assert Scanner(self.TRIGGERS).scan(self.ARTICLE) == self.FOUND
        assert compiled


class TestFloods:
    def test_the_first_hits_are_kept(self, backend: Backend) -> None:
        found = spans("а", "а" * 150_000, backend)
        assert found == [(place, place + 1) for place in range(MAX_HITS)]

    def test_a_rare_check_is_not_crowded_out(self, backend: Backend) -> None:
        found = hits({"A": [Trigger("a")], "B": [Trigger("b")]}, backend, body="a" * 150_000 + "b")
        assert found["B"] == [Hit("body", 150_000, 150_001)]

    def test_a_long_stretch_is_cut(self, backend: Backend) -> None:
        found = spans("ab|ba", "ab" * 250, backend)
        assert found == [(0, 200), (200, 400), (400, 500)]
        assert all(end - start <= MAX_HIT_LENGTH for start, end in found)

    def test_a_chain_of_matches_of_several_triggers(self) -> None:
        triggers = {"A": [Trigger("Ã©"), Trigger("©Ã"), Trigger("[Ã©]x")]}
        text = "Ã©" * 90_000 + "x"
        assert hits(triggers, "hyperscan", body=text) == hits(triggers, "re2", body=text)


LITERALS = st.text("Aab1 éßЖж.中श्ा\u200c😀", min_size=1, max_size=3).map(lambda text: text.replace(".", "[.]"))
CLASSES = st.sampled_from(["[a-zé]", "[^A ]", r"[\u200c😀]", "[0-9]", "[Жж]", "[^\n]", "[ा-्]", "."])
ATOMS = st.one_of(LITERALS, CLASSES)
REPEATS = st.sampled_from(["", "", "?", "{1,3}", "{2}", "+"])
PIECES = st.builds(lambda atom, repeat: f"(?:{atom}){repeat}", ATOMS, REPEATS)
PATTERNS = st.lists(PIECES, min_size=1, max_size=3).map("".join).filter(lambda pattern: not re.fullmatch(pattern, ""))


class TestAgreement:
    @settings(max_examples=150, deadline=None)
    @given(patterns=st.lists(PATTERNS, min_size=1, max_size=3), text=st.text(TEXT, max_size=30))
    def test_both_engines_find_the_unions(self, patterns: list[str], text: str) -> None:
        visible = re.sub("[\ud800-\udfff]", "\ufffd", text)
        expected = [Hit("body", *span) for span in unions(patterns, visible)]
        for backend in BACKENDS:
            assert hits({"K": [Trigger(pattern) for pattern in patterns]}, backend, body=text).get("K", []) == expected

    @settings(max_examples=150, deadline=None)
    @given(
        patterns=st.lists(PATTERNS, min_size=2, max_size=4),
        title=st.text(TEXT, max_size=40),
        body=st.text(max_size=80),
        caseless=st.booleans(),
    )
    def test_both_engines_agree_on_whole_articles(
        self, patterns: list[str], title: str, body: str, caseless: bool
    ) -> None:
        triggers = {f"K{number}": [Trigger(pattern, caseless)] for number, pattern in enumerate(patterns)}
        first, second = (hits(triggers, backend, title=title, body=body) for backend in BACKENDS)
        assert first == second

    def test_a_match_that_ends_with_the_text(self, backend: Backend) -> None:
        triggers = {"A": [Trigger("Ж")], "B": [Trigger("1[^A ]")]}
        for before in range(40):
            found = hits(triggers, backend, body="0" * before + "Ж")
            assert found == {"A": [Hit("body", before, before + 1)]}


class TestCache:
    def found(self) -> dict[str, list[Hit]]:
        return hits({"A": [Trigger("cache"), Trigger("кеш", caseless=True)]}, "hyperscan", body="the Кеш")

    def file(self) -> Path:
        (found,) = cache.cache_directory().iterdir()
        return found

    def test_the_second_time_nothing_is_compiled(self, monkeypatch: pytest.MonkeyPatch) -> None:
        first = self.found()
        monkeypatch.setattr(_hyperscan, "_compile", pytest.fail)
        assert self.found() == first == {"A": [Hit("body", 4, 7)]}

    def test_other_patterns_have_another_file(self) -> None:
        self.found()
        hits({"A": [Trigger("other")]}, "hyperscan", body="")
        assert len(list(cache.cache_directory().iterdir())) == 2

    @pytest.mark.parametrize("damage", [lambda data: b"", lambda data: data[:-1], lambda data: b"x" + data[1:]])
    def test_a_broken_file_is_replaced(self, damage: object) -> None:
        first = self.found()
        whole = self.file().read_bytes()
        self.file().write_bytes(damage(whole))
        assert self.found() == first
        assert len(self.file().read_bytes()) == len(whole)

    def test_a_foreign_file_with_a_sound_digest_is_replaced(self) -> None:
        first = self.found()
        self.file().write_bytes(_hyperscan._digest(b"not a database") + b"not a database")
        assert self.found() == first

    def test_a_place_that_cannot_be_written(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "file").touch()
        monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "file" / "below"))
        assert self.found() == {"A": [Hit("body", 4, 7)]}

    def test_no_temporary_file_is_left_behind(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(self: Path, target: Path) -> None:
            raise OSError

        monkeypatch.setattr(Path, "replace", fail)
        self.found()
        assert list(cache.cache_directory().iterdir()) == []

    @pytest.mark.parametrize(
        ("platform", "variable", "expected"),
        [("linux", "XDG_CACHE_HOME", "newslint"), ("win32", "LOCALAPPDATA", "newslint/Cache")],
    )
    def test_the_users_cache_directory(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, variable: str, expected: str
    ) -> None:
        monkeypatch.delenv("NEWSLINT_CACHE_DIR")
        monkeypatch.setenv(variable, str(tmp_path))
        monkeypatch.setattr(cache.sys, "platform", platform)
        assert cache.cache_directory() == tmp_path / expected

    def test_no_home_directory(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def homeless() -> Path:
            raise RuntimeError

        monkeypatch.setattr(cache, "cache_directory", homeless)
        assert self.found() == {"A": [Hit("body", 4, 7)]}
