"""Which paragraphs are running text, and which pairs are alike by habit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.facts.prose import (
    ends_sentence,
    is_credited,
    is_heading_again,
    is_listing,
    is_prose,
    is_quoted_again,
    quoted_share,
)


@pytest.mark.parametrize(
    "text",
    [
        "- An item of a list.",
        "— Когда откроют мост?",
        "3. Stir the butter.",
        "14:05 The engines arrive.",
        "A teaser that is cut ...",
        "A teaser that is cut…",
        "Who wins the election?",
        "The full text is at https://mill.example/text.",
        "Name | Goals | Cards.",
        "Write to mill@dunbrook.example.",
    ],
)
def test_not_prose(text: str) -> None:
    assert not is_prose(text)


@pytest.mark.parametrize("text", ["The mill turns.", "«Die Mühle dreht sich.»", "A heading", "2024 was a dry year."])
def test_prose(text: str) -> None:
    assert is_prose(text)


@pytest.mark.parametrize("text", ["It turns.", "“It turns.”", "It turns (slowly.)", "水车在转。", "पहिया घूमता है।"])
def test_sentence_ends(text: str) -> None:
    assert ends_sentence(text)
    assert not ends_sentence(text.translate(str.maketrans("", "", ".。।")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 eggs, ½ cup flour, 1 tsp salt", True),
        ("Boxes: 1 green, 2 red, 1 yellow, 1 tsp.", True),
        ("On May 2, 2024 the 3 mills of the valley turned again for the first time.", False),
        ("• flour", True),
        ("Sales rose 9.5 % to 421.7 million after 385.1 million in the year before the flood.", False),
        ("全市共有12座石桥，其中3座已经超过50年，需要在明年夏天以前全部修好。", False),
        ("面粉250克，黄油125克，白糖80克，鸡蛋2个。", True),
        ("橋は1962年に造られ、長さは48メートルある。町は2026年までに建て替える。", False),
        ("สะพานเก่าสร้างเมื่อ พ.ศ. 2505 ยาว 48 เมตร เทศบาลจะซ่อมให้เสร็จภายใน 14 เดือนหลังหมดหน้ามรสุม", False),
        ("แป้ง 250 กรัม เนย 125 กรัม น้ำตาล 80 กรัม", True),
        ("ស្ពានចាស់នេះត្រូវបានសាងសង់នៅឆ្នាំ ១៩៦២ មានប្រវែង ៤៨ ម៉ែត្រ ហើយនឹងត្រូវជួសជុលនៅឆ្នាំ ២០២៦។", False),
    ],
)
def test_listing(text: str, expected: bool) -> None:
    assert is_listing(text) is expected


def test_quoted_share() -> None:
    assert quoted_share("") == 0
    assert quoted_share("no quotation") == 0
    assert quoted_share('"abcd" efgh') == pytest.approx(4 / 11)
    assert quoted_share("«abcdefgh") == pytest.approx(8 / 9)


@given(st.text(alphabet='ab“”"«»', max_size=60))
def test_quoted_share_is_a_share(text: str) -> None:
    assert 0 <= quoted_share(text) <= 1


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ('"We stay," he said.', '"We will stay," said he.', False),
        ('"We stay and we will not sell," he said.', "He said they stay and will not sell.", True),
        ('"We stay and we will not sell."', '"We stay and we will not sell," he said.', True),
        ('"We stay," he said.', '"We stay, and the mill will stay where it is," he said.', True),
        ("They stay.", "They will stay.", False),
    ],
)
def test_quoted_again(earlier: str, later: str, expected: bool) -> None:
    assert is_quoted_again(earlier, later) is expected
    assert is_quoted_again(later, earlier) is expected


@pytest.mark.parametrize(
    ("earlier", "later", "opens_body", "expected"),
    [
        ("The mill is sold", "The mill is sold.", False, True),
        ("The mill is sold", "The mill has been sold", False, False),
        ("The mill is sold", "The mill has been sold", True, True),
        ("The mill is sold", "Read more: The mill is sold", False, True),
        ("The miller at his wheel. Photo: A. Rook", "The miller at the wheel. Photo: A. Rook", False, True),
        ("The mill is sold.", "The mill has been sold.", True, False),
    ],
)
def test_heading_again(earlier: str, later: str, opens_body: bool, expected: bool) -> None:
    assert is_heading_again(earlier, later, opens_body=opens_body) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The miller at his wheel. (Photo: A. Rook / Mill News)", True),
        ("Der Müller am Rad. (Foto: A. Krähe).", True),
        ("The miller at his wheel. (MN Photo/A. Rook)", True),
        ("The miller (left) stays.", False),
        ("The mill turns again (since Friday).", False),
        ("(Photo: A. Rook) The miller is back at his wheel.", False),
    ],
)
def test_credited(text: str, expected: bool) -> None:
    assert is_credited(text) is expected
    assert not (expected and is_prose(text))


def test_single_marks_open_speech_and_apostrophes_do_not() -> None:
    assert quoted_share("‘We don’t sell,’ he said") == pytest.approx(14 / 24)
    assert quoted_share("The miller’s dog and the bakers’ cat") == 0


def test_a_quotation_that_goes_on_is_quoted_again() -> None:
    earlier = "The miller added: ‘My son will run the mill, as his grandfather did before the flood.’"
    later = "‘My son will run the mill, as his grandfather did before the flood. He’ll learn to dress the stones."
    assert is_quoted_again(earlier, later)
