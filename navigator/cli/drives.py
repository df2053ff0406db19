"""Drives that somebody brought along: the places where systems put sticks and cards."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

MOST = 9
"""Drives shown: more than one key's worth helps nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drive:
    """A place to save to: its name as the person sees it, and its folder."""

    name: str
    folder: Path


def drives() -> tuple[Drive, ...]:
    """Drives that can be written to. NAVIGATOR_DRIVES (folders, separated as PATH is) names them where a center knows better."""
    given = os.environ.get("NAVIGATOR_DRIVES")
    folders = [Path(f) for f in given.split(os.pathsep) if f] if given else list(_mounted())
    found = [f for f in folders if f.is_dir() and os.access(f, os.W_OK)]
    return tuple(Drive(name=f.name or str(f), folder=f) for f in found[:MOST])


def _mounted() -> list[Path]:
    """What is mounted where removable drives go. The system's own disk is never among them."""
    user = os.environ.get("USER") or os.environ.get("LOGNAME") or ""
    places = (
        [Path("/Volumes")]
        if sys.platform == "darwin"
        else [Path("/run/media") / user, Path("/media") / user, Path("/media")]
    )
    found: list[Path] = []
    for place in places:
        try:
            inside = sorted(place.iterdir())
        except OSError:
            continue
        found += [p for p in inside if p.is_mount() and not _is_root(p) and p not in found]
    return found


def _is_root(path: Path) -> bool:
    """macOS lists its own disk among the volumes."""
    try:
        return path.samefile("/")
    except OSError:
        return True
