"""Which releases the figures are of: the one place to change when `scripts/refresh.py` brings in new ones."""

from __future__ import annotations

ONET, ONET_MADE = "29.3", "May 2025"
"""The O*NET database."""

WAGES = "May 2025"
"""Occupational Employment and Wage Statistics."""

PROJECTED_FROM, PROJECTED_TO = 2024, 2034
PROJECTIONS = f"{PROJECTED_FROM}-{PROJECTED_TO % 100:02}"
"""Employment Projections; their table under data/projections is called the same."""

VINTAGES = {
    "occupations": f"O*NET {ONET} ({ONET_MADE})",
    "wages": f"OEWS {WAGES}",
    "projections": f"Employment Projections {PROJECTIONS}",
}
"""How each kind of figure is named where it is shown."""
