"""Data Docs that open without a network."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import great_expectations as gx
from great_expectations.data_context.types.base import ProgressBarsConfig

from newslint.config import Config
from newslint.model import FIELDS
from newslint.readers import RawRecord, to_article
from newslint_gx.install import install

if TYPE_CHECKING:
    import pandas as pd
    from great_expectations.data_context.store.store import DataDocsSiteConfigTypedDict

SITE = "newslint"
# Great Expectations loads styles and scripts from content delivery networks, and a logo that carries the context's id.
_REMOTE = re.compile(
    r'<link\b[^>]{0,300}href="https?://[^>]{0,300}>|<script\b[^>]{0,300}src="https?://[^>]{0,300}>\s{0,20}</script>',
    re.IGNORECASE,
)
_LOGO = re.compile(r'"https://[^"]{0,200}logo[^"]{0,200}"', re.IGNORECASE)


def write_data_docs(
    frame: pd.DataFrame, folder: Path, *, suite: str = "core", settings: dict[str, Any] | None = None
) -> bool:
    """Validate the articles in *frame* with a shipped suite and write Data Docs to *folder*.

    Returns whether the validation succeeded. The pages hold no reference to another host. Every call uses a context of
    its own: shared contexts have been seen to hand one thread another thread's results.
    """
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    folder.mkdir(parents=True, exist_ok=True)
    context.add_data_docs_site(site_name=SITE, site_config=_site(folder))
    batches = (
        context.data_sources.add_pandas(SITE).add_dataframe_asset(SITE).add_batch_definition_whole_dataframe("all")
    )
    definition = context.validation_definitions.add(
        gx.ValidationDefinition(name=SITE, data=batches, suite=install(context, suite, settings=settings))
    )
    checkpoint = context.checkpoints.add(
        gx.Checkpoint(name=SITE, validation_definitions=[definition], result_format="SUMMARY")
    )
    result = checkpoint.run(batch_parameters={"dataframe": frame})
    context.build_data_docs(site_names=[SITE])
    make_offline(folder.rglob("*.html"), folder)
    return bool(result.success)


def article_frame(paths: Sequence[str], config: Config) -> pd.DataFrame:
    """Return the readable records of *paths* as a frame with one column per article field.

    Great Expectations works on whole tables, so the corpus has to fit in memory; records that cannot be read are in the
    newslint report only.
    """
    import pandas as pd

    from newslint.api import read

    articles = [to_article(record) for record in read(paths, config) if isinstance(record, RawRecord)]
    columns = {field: [getattr(article, field) for article in articles] for field in FIELDS}
    return pd.DataFrame(columns, dtype=object)


def make_offline(pages: Iterable[Path], root: Path) -> None:
    """Drop every reference to another host from *pages*, and give them the few styles that matter."""
    style = resources.files("newslint_gx").joinpath("offline.css").read_text("utf-8")
    for page in pages:
        depth = len(page.relative_to(root).parts) - 1
        text = _REMOTE.sub("", page.read_text("utf-8"))
        text = _LOGO.sub(f'"{"../" * depth}static/images/logo-long.png"', text)
        page.write_text(text.replace("</head>", f"<style>{style}</style></head>", 1), "utf-8")


def _site(folder: Path) -> DataDocsSiteConfigTypedDict:
    return {
        "class_name": "SiteBuilder",
        "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
        "store_backend": {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(folder.resolve())},
    }
