"""Repeated and retold paragraphs: what counts as a pair, and each habit of newswriting that does not."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.facts import alike, similarity
from newslint.facts.alike import MAX_PARAGRAPHS
from newslint.facts.bodies import BodyTable
from newslint.facts.similarity import (
    RepeatedPair,
    RetoldPair,
    normalised,
    repeated_pairs,
    retold_pairs,
)
from newslint.text.segment import paragraphs

TOLD = (
    "The council of Elmbridge Quay voted on Tuesday evening to rebuild the old ferry landing by next summer, "
    "after a debate of four hours with the fishermen."
)
AGAIN = (
    "On Tuesday evening the Elmbridge Quay council voted for rebuilding the old ferry landing by next summer, "
    "following a four-hour debate with fishermen."
)
OTHER = (
    "Work starts in April, once the spring tides are over, the harbour master said.",
    "The ferry itself is older than the landing and needs a new engine before it can sail again.",
    "A second ferry, hired from the island of Skerra, carries passengers until the work is done.",
)


def retold(*texts: str, language: str | None = "en") -> tuple[RetoldPair, ...]:
    return retold_in("\n\n".join(texts), language)


def retold_in(body: str, language: str | None) -> tuple[RetoldPair, ...]:
    return retold_pairs(paragraphs(body), language, BodyTable([body]).alike.get(0, []))


def places(pairs: tuple[RetoldPair, ...]) -> list[tuple[int, int]]:
    return [(pair.first, pair.second) for pair in pairs]


class TestRepeated:
    def test_every_repetition_names_the_first_appearance(self) -> None:
        body = paragraphs("One thing.\nTwo things.\nOne thing.\nTwo things.\nONE thing!")
        assert repeated_pairs(body) == (RepeatedPair(0, 2), RepeatedPair(1, 3), RepeatedPair(0, 4))

    def test_paragraphs_without_letters_are_not_repeated(self) -> None:
        assert repeated_pairs(paragraphs("***\ntext\n***\n* * *")) == ()

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("“Tides are late,” he said.", "Tides are late, he said"),
            ("STRASSE GESPERRT", "Straße gesperrt"),
            ("a b c d e f", "abcdef"),
            ("... ... ... ... ... ... ... ... ... Tides", "Tides"),
        ],
    )
    def test_case_spaces_and_punctuation_do_not_count(self, first: str, second: str) -> None:
        assert repeated_pairs(paragraphs(f"{first}\nbetween\n{second}")) == (RepeatedPair(0, 2),)

    @given(st.lists(st.text(alphabet="ab .ß”", min_size=1, max_size=40), max_size=12))
    def test_grouping_by_opening_finds_what_comparing_all_finds(self, lines: list[str]) -> None:
        body = paragraphs("\n".join(lines))
        keys = [normalised(paragraph.text) for paragraph in body]
        expected = [RepeatedPair(keys.index(key), i) for i, key in enumerate(keys) if key and keys.index(key) < i]
        assert list(repeated_pairs(body)) == expected


class TestRetold:
    def test_the_later_of_the_two_is_second(self) -> None:
        (pair,) = retold(OTHER[0], TOLD, OTHER[1], AGAIN, OTHER[2])
        assert (pair.first, pair.second) == (1, 3)
        assert 0.9 <= pair.similarity <= 1.0
        assert 0.4 <= pair.shared_words <= 1.0

    def test_the_order_of_the_two_does_not_matter(self) -> None:
        (forward,), (backward,) = retold(TOLD, OTHER[0], AGAIN), retold(AGAIN, OTHER[0], TOLD)
        assert forward.similarity == pytest.approx(backward.similarity)

    def test_shared_figures_are_named_as_the_first_writes_them(self) -> None:
        (pair,) = retold(
            "Rolf Tamm said that 86,500 fish of his farm near Port Amsel died in the storm of March 7.",
            OTHER[0],
            "In the storm of March 7 died 86.5 thousand fish of his farm near Port Amsel, said Rolf Tamm.",
        )
        assert pair.shared_numbers == ("86,500", "7")

    def test_the_same_words_are_repeated_not_retold(self) -> None:
        assert retold(TOLD, OTHER[0], TOLD.upper()) == ()

    def test_other_paragraphs_of_the_article_are_not_retold(self) -> None:
        assert retold(TOLD, *OTHER) == ()

    def test_figures_of_their_own_veto(self) -> None:
        told = "The clinic of Orlec counted {} new cases of river fever on Monday, said doctor Ada Prell."
        again = "On Monday the clinic of Orlec counted {} new cases of river fever, doctor Ada Prell said."
        assert places(retold(told.format(158), OTHER[0], again.format(158))) == [(0, 2)]
        assert retold(told.format(158), OTHER[0], again.format(135)) == ()

    def test_a_report_and_the_quotation_are_no_pair(self) -> None:
        report = "Ilsa Brandt said that the town will never sell the old mill, whatever price the investors name."
        again = "Ilsa Brandt has said the town will never sell the old mill, whatever the price investors name."
        quotation = '"The town will never sell the old mill, whatever price the investors name," said Ilsa Brandt.'
        assert places(retold(report, OTHER[0], again)) == [(0, 2)]
        assert retold(report, OTHER[0], quotation) == ()

    def test_a_heading_and_the_sentence_below_it_are_no_pair(self) -> None:
        assert retold(OTHER[0], TOLD.rstrip("."), AGAIN) == ()

    def test_a_label_marks_a_teaser(self) -> None:
        headings = TOLD.rstrip("."), AGAIN.rstrip(".")
        assert places(retold(OTHER[0], headings[0], OTHER[1], headings[1])) == [(1, 3)]
        assert retold(OTHER[0], headings[0], OTHER[1], f"Read more: {headings[1]}") == ()

    def test_three_alike_are_a_form(self) -> None:
        third = TOLD.replace("voted on Tuesday evening", "decided on Tuesday evening")
        assert retold(TOLD, OTHER[0], AGAIN, OTHER[1], third) == ()

    def test_a_page_of_teasers_is_not_compared(self) -> None:
        teasers = [f"Teaser number {number} without an end" for number in range(9)]
        assert retold(TOLD, AGAIN, *teasers) == ()

    def test_neighbours_built_in_parallel_need_more_likeness(self) -> None:
        pair = (
            "For the mill at Dunbrook the order mostly comes from a large bakery that wants its flour ground slowly.",
            "For the mill at Westmere the order comes rather from small farms which want their grain ground slowly.",
        )
        assert retold(OTHER[0], *pair, OTHER[1]) == ()

    def test_a_long_article_needs_more_likeness_than_a_short_one(self) -> None:
        choose = random.Random(7)
        words = ["".join(choose.choices("abcdefghijklmnop", k=7)) for _ in range(2000)]
        filler = [" ".join(choose.sample(words, 15)) + "." for _ in range(150)]
        (short,), (long,) = retold(TOLD, *filler[:8], AGAIN), retold(TOLD, *filler, AGAIN)
        assert long.similarity < short.similarity

    @pytest.mark.parametrize(
        ("language", "told", "other", "again"),
        [
            (
                "th",
                "สภาเมืองท่าเรือตัดสินใจเมื่อวันอังคารว่าจะสร้างท่าเรือเก่าขึ้นใหม่ก่อนฤดูร้อนหน้า.",
                "งานจะเริ่มในเดือนเมษายนหลังจากน้ำลดแล้ว นายท่าเรือกล่าว.",
                "เมื่อวันอังคารสภาเมืองท่าเรือตัดสินใจสร้างท่าเรือเก่าขึ้นใหม่ให้เสร็จก่อนฤดูร้อนหน้า.",
            ),
            (
                "ko",
                (
                    "푸른항 시의회는 화요일 저녁 낡은 나루터를 내년 여름까지 다시 짓고 "
                    "대합실과 주차장을 새로 만들기로 결정했다."
                ),
                "공사는 물이 빠진 뒤인 사월에 시작된다고 항만 책임자가 전했으며 배는 다른 항구에서 빌려 온다고 한다.",
                (
                    "화요일 저녁 푸른항 시의회는 내년 여름까지 낡은 나루터를 다시 짓고 "
                    "새로 대합실과 주차장을 만들기로 결정했다."
                ),
            ),
        ],
    )
    def test_other_scripts(self, language: str, told: str, other: str, again: str) -> None:
        assert places(retold(told, other, again, language=language)) == [(0, 2)]
        assert places(retold(told, other, again, language=None)) == [(0, 2)]

    @pytest.mark.parametrize("body", ["", "\n\n", "a", "." * 5000, "1 " * 3000, "« " * 2000])
    def test_texts_with_nothing_to_compare(self, body: str) -> None:
        assert retold_in(f"{body}\n\n{body}.", None) == ()

    @given(st.lists(st.text(max_size=200), max_size=8))
    def test_any_text_gives_pairs_in_text_order(self, lines: list[str]) -> None:
        body = "\n".join(lines)
        found = places(retold_in(body, None))
        assert all(first < second < len(paragraphs(body)) for first, second in found)
        assert found == sorted(found, key=lambda pair: (pair[1], pair[0]))


class TestGate:
    """The gate before the measures saves time and nothing else."""

    @staticmethod
    def articles() -> Iterator[list[str]]:
        choose = random.Random(3)
        words = ["".join(choose.choices("abcdefghijklmnop", k=choose.randint(2, 9))) for _ in range(4000)]
        for kept in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
            for _ in range(12):
                body = [choose.sample(words, choose.randint(15, 40)) for _ in range(10)]
                told = choose.choice(body)
                again = [word if choose.random() < kept else choose.choice(words) for word in told]
                cut = choose.randint(0, len(again))
                yield [" ".join(part) + "." for part in [*body, [*again[cut:], *again[:cut]]]]

    def test_no_pair_is_lost(self, monkeypatch: pytest.MonkeyPatch) -> None:
        articles = list(self.articles())
        gated = [places(retold(*article)) for article in articles]
        for module, name in ((alike, "MIN_SHARED"), (alike, "MIN_PROMISE"), (similarity, "MIN_PROMISE_TOLD")):
            monkeypatch.setattr(module, name, -100.0)
        assert gated == [places(retold(*article)) for article in articles]
        assert 20 < sum(map(len, gated)) < len(articles)

    def test_paragraphs_with_nothing_in_common_do_not_pass(self) -> None:
        (pairs,) = BodyTable(["\n\n".join([TOLD, *OTHER, AGAIN])]).alike.values()
        assert [(pair.first, pair.second) for pair in pairs] == [(0, len(OTHER) + 1)]

    def test_bodies_of_a_batch_do_not_mix(self) -> None:
        apart = BodyTable(["\n\n".join([TOLD, *OTHER]), "\n\n".join([*OTHER, AGAIN]), ""])
        assert apart.alike == {}
        alone = BodyTable(["\n\n".join([TOLD, *OTHER, AGAIN])]).alike[0]
        together = BodyTable([*OTHER, "\n\n".join([TOLD, *OTHER, AGAIN]), AGAIN]).alike
        assert together == {len(OTHER): alone}

    def test_bodies_too_many_for_one_table_are_compared_in_parts(self, monkeypatch: pytest.MonkeyPatch) -> None:
        bodies = ["\n\n".join(article) for article in self.articles()]
        whole = BodyTable(bodies).alike
        monkeypatch.setattr(alike, "_CELLS", 150)
        monkeypatch.setattr(alike, "_SHARINGS", 7)
        parts = BodyTable(bodies).alike
        assert {place: [(p.first, p.second) for p in pairs] for place, pairs in whole.items()} == {
            place: [(p.first, p.second) for p in pairs] for place, pairs in parts.items()
        }

    def test_a_very_long_page_is_not_compared(self) -> None:
        filler = [f"{number}x{TOLD[5:]}" for number in range(MAX_PARAGRAPHS)]
        assert retold(TOLD, *filler, AGAIN) == ()


class TestRepeatedLikeBruteForce:
    LINES = ("It’s I.", "its i", "“Its” I", "A b", "ab", "ß s", "SSS", "...", "é", "aß", "ASS")

    @given(st.lists(st.lists(st.sampled_from(LINES), max_size=9), max_size=3))
    def test_the_first_look_loses_nothing(self, texts: list[list[str]]) -> None:
        found = BodyTable(["\n".join(lines) for lines in texts]).may_be_repeated
        for place, lines in enumerate(texts):
            every = repeated_pairs(paragraphs("\n".join(lines)))
            kept = [paragraphs("\n".join(lines))[index] for index in found.get(place, [])]
            assert repeated_pairs(kept) == every
