from __future__ import annotations

from newslint.checks import load_checks
from newslint.reporters.html.meaning import meaning, prose


def test_every_check_explains_itself_in_the_report():
    for code, check in load_checks().items():
        found = meaning(code)
        assert found.slug == check.slug
        assert found.summary == check.summary()
        assert found.why, code
        assert "---" not in found.why + found.fix


def test_a_check_without_a_fix_does_not_advise_none():
    for code in load_checks():
        assert not meaning(code).fix.startswith(("None", "In the data")), code


def test_an_unknown_check_is_named_by_its_slug():
    found = meaning("XYZ123", "odd-thing")
    assert (found.title, found.summary, found.why) == ("Odd thing", "Odd thing", "")


def test_backticks_become_code():
    assert prose("Write ``a`` or `b`.") == ((False, "Write "), (True, "a"), (False, " or "), (True, "b"), (False, "."))
