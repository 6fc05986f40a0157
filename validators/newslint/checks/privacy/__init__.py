"""PII: what identifies or reaches a private person."""
