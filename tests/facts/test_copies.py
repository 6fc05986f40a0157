"""Which article is kept, and how it is named."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.facts.bodies import BodyTable
from newslint.facts.copies import groups_at, groups_of_equal, keeping_order, named, same_bodies
from newslint.model import ArticleRef, Origin


def sketch_of(body: str) -> bytes | None:
    return BodyTable([body]).sketches[0]


def observed(identity: str, body: str, day: str | None = None) -> tuple[ArticleRef, bytes]:
    found = sketch_of(body)
    assert found is not None
    return ArticleRef(identity, day=day), found


SHORT, LONG = "The mill turns again.", "The mill of Dunbrook turns again since Friday."


def test_the_earlier_is_kept_then_the_first() -> None:
    articles = [observed("a", SHORT), observed("b", LONG, "2024-05-02"), observed("c", SHORT, "2024-05-01")]
    assert keeping_order(articles, longest_first=False).tolist() == [2, 1, 0]
    assert keeping_order(articles, longest_first=True).tolist() == [1, 2, 0]


def test_the_order_of_the_corpus_decides_last() -> None:
    articles = [observed("a", SHORT), observed("b", SHORT), observed("c", SHORT)]
    assert keeping_order(articles, longest_first=True).tolist() == [0, 1, 2]


def test_groups_of_one_body() -> None:
    (group,) = same_bodies([observed("a", SHORT), observed("x", LONG), observed("b", SHORT.upper())])
    assert (group.keeper.id, [other.id for other in group.others], group.words) == ("a", ["b"], 4)


@given(st.lists(st.sampled_from([0, 1, 2, 2**64 - 1])))
def test_groups_are_all_positions_of_a_hash_that_recurs(hashes: list[int]) -> None:
    by_hash = {one: [at for at, other in enumerate(hashes) if other == one] for one in hashes}
    assert groups_of_equal(hashes) == [group for group in by_hash.values() if len(group) > 1]


def test_an_article_is_named_with_its_place() -> None:
    assert named(ArticleRef("a17")) == "“a17”"
    assert named(ArticleRef("a17", origin=Origin("corpus.jsonl", line=4))) == "“a17” (line 4)"


def test_what_is_packed_is_opened_in_order() -> None:
    opened: list[int] = []

    class Packed(list[str]):
        def __getitem__(self, at: int) -> str:  # type: ignore[override]
            opened.append(at)
            return super().__getitem__(at)

    assert list(groups_at(Packed("abcdef"), [[0, 4], [1, 3, 5]])) == [["a", "e"], ["b", "d", "f"]]
    assert opened == [0, 1, 3, 4, 5]
