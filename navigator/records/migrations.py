"""From older record files to the present format, one step a version. Fixtures of every version are kept in tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

PRESENT = 4
"""The version of the record format that this navigator writes."""

Step = Callable[[dict[str, Any]], dict[str, Any]]

STEPS: dict[int, Step] = {
    1: dict,  # 2 only adds parts that may be absent: schooling, credentials, claims, languages, documents, needs, evidence
    2: dict,  # 3 only adds the fields that work of no known occupation was in, an end that has not come ("present"), tips
    3: dict,  # 4 only adds the day on which a goal was met
}
"""Version to the step that lifts it to the next one."""


def migrated(data: dict[str, Any], version: int) -> dict[str, Any]:
    """The data as the present format has it."""
    for older in range(version, PRESENT):
        data = STEPS[older](data)
    return data
