"""LNG: paragraphs and titles left in another language."""
