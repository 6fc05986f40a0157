"""INT: what the engine itself reports."""
