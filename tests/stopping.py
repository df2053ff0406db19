"""Ctrl-C at any moment of what is tried."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def stopped_at(moment: int, write: Callable[[], None]) -> bool:
    """Write, with a Ctrl-C at that line of all the code which is run; whether there was such a line."""
    left = moment

    def watch(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal left
        left -= event == "line"
        if left == 0 and event == "line":
            raise KeyboardInterrupt
        return watch

    before = sys.gettrace()
    sys.settrace(watch)
    try:
        write()
    except KeyboardInterrupt:
        pass
    finally:
        sys.settrace(before)
    return left <= 0
