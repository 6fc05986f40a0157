"""The subjects of ``benchmarks/quality.py``."""
