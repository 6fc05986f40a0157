"""Great Expectations over newslint: one expectation, one shared engine run.

Importing this package registers the expectation ``expect_articles_to_pass_check``. Import it before a stored suite is
loaded: Great Expectations drops expectations whose type it does not know, with nothing but a log line::

    import newslint_gx

    suite = newslint_gx.install(context)
    result = batch.validate(suite)
"""

from __future__ import annotations

try:
    import great_expectations as _gx  # noqa: F401
except ModuleNotFoundError as error:
    if error.name != "great_expectations":
        raise
    raise ModuleNotFoundError(
        "newslint_gx needs Great Expectations: pip install 'newslint[gx]'", name="great_expectations"
    ) from error

from newslint_gx.docs import article_frame, write_data_docs
from newslint_gx.expectations import ExpectArticlesToPassCheck
from newslint_gx.install import install, suite_names

__all__ = ["ExpectArticlesToPassCheck", "article_frame", "install", "suite_names", "write_data_docs"]
