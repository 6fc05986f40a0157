"""ENC: damage done by character encodings."""
