"""What a check says of a text with more places than the scan keeps."""

from __future__ import annotations

import pytest

import newslint
from newslint import Article, Config
from newslint.text.scan import MAX_HITS


@pytest.mark.parametrize(("places", "said"), [(MAX_HITS - 1, "999"), (MAX_HITS + 1, "at least 1,000")])
def test_the_number_of_places_is_that_of_the_text_or_the_least(places: int, said: str) -> None:
    body = "The ferry sails.The dock is dry again today. " * places
    [finding] = newslint.check([Article(id="a", language="en", body=body)], Config(select=["TYP001"])).findings
    assert f"there are {said} such places in this article" in finding.message
