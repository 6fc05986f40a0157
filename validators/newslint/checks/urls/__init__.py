"""URL: where the article came from."""
