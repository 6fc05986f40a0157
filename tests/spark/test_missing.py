"""Without PySpark the module says what to install."""

from __future__ import annotations

import importlib
import sys

import pytest


def test_missing_pyspark_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "newslint.spark", raising=False)
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(
        ImportError, match=r"newslint\.spark needs PySpark and pyarrow: pip install 'newslint\[spark\]'"
    ):
        importlib.import_module("newslint.spark")
