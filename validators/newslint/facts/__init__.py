"""What the checks need to know of an article, computed once and on demand."""
