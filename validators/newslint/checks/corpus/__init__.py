"""COR: the corpus as a whole, where no article is wrong by itself."""
