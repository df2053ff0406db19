"""Measurements: `make bench`. Ratios against baselines of the same run; nothing here decides whether a test passes."""
