"""STR: the shape of the article."""
