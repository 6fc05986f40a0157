from __future__ import annotations

import pytest

from newslint.reporters.html.languages import direction as direction_of


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("ar", "rtl"),
        ("he-IL", "rtl"),
        ("FA", "rtl"),
        ("ru", "ltr"),
        (None, "auto"),
        ("prs", "rtl"),
        ("English", "auto"),
        ("zz", "auto"),
        ("eng", "auto"),
        ('"><x', "auto"),
    ],
)
def test_direction(language, direction):
    assert direction_of(language) == direction
