"""Measurements: how good and how quick the engine is. Run with ``python -m bench.fit`` and its neighbours."""
