"""Credits of pictures and agencies."""

from __future__ import annotations

import pytest

from newslint.facts.furniture.credits import credit_at
from newslint.text.scan import MAX_HITS


@pytest.mark.parametrize(
    ("text", "label", "found"),
    [
        ("A bridge.\nPhoto: Ada Fenwick", "Photo:", "Photo: Ada Fenwick"),
        ("A bridge.\nThe bridge. Photo: Ada Fenwick", "Photo:", "The bridge. Photo: Ada Fenwick"),
        ("A bridge (photo: Ada Fenwick) opened\non Monday", "photo:", "(photo: Ada Fenwick)"),
        ("A bridge.\nPhoto: she took it with her when she left", "Photo:", None),
        ("The bridge opened. (AFP)\nThe end", "(AFP", "(AFP)"),
        ("The bridge opened. AFP says so\nThe end", "AFP", None),
        ("Fenwick of the Agence France-Presse (AFP)\nThe end", "(AFP", None),
        ("By\nReuters\nThe end", "Reuters", None),
        ("It was seen by Ada Fenwick/AFP Photo in Orlec, and by the whole town on the bridge\nThe end", "/AFP", None),
    ],
)
def test_a_credit_names_somebody_and_stands_apart(text: str, label: str, found: str | None) -> None:
    start = text.index(label)
    piece = credit_at(text, start, start + len(label))
    assert (piece and text[slice(*piece)]) == found


def test_a_flood_of_labels_in_one_line_is_read_in_windows() -> None:
    text = "Photo: " * 100_000
    assert {credit_at(text, at * 7, at * 7 + 6) for at in range(MAX_HITS)} == {None}
