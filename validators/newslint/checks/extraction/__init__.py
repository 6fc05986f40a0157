"""EXT: leftovers of extraction, from markup to walls in the place of the article."""
