"""The HTML report: one self-contained file that says whether the corpus may be ingested, why not, and where.

One article becomes a proof-read page, many become an overview with a searchable list of findings. The file loads
nothing and runs nothing but its own script, whatever the articles hold.
"""

from newslint.reporters.html.page import render_html

__all__ = ["render_html"]
