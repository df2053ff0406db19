"""The day that stands on a page; SOURCE_DATE_EPOCH sets it, so that the same record makes the same page."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def today() -> date:
    """Today, or the day that SOURCE_DATE_EPOCH names."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(given), UTC).date() if given.isdigit() else date.today()
