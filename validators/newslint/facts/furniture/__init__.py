"""What a page puts around its article: calls to the reader, teasers, credits, notices and walls.

Which kind a piece of text is, is decided here and once, so that no place is reported under two codes.
"""
