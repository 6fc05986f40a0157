"""DUP: text that is there twice."""
