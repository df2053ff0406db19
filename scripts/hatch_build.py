"""The wheel carries the catalogue compiled: this hook compiles it when a wheel is built."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledCatalogue(BuildHookInterface[Any]):
    """Compile data/ into the wheel as navigator/_compiled; an editable install compiles for itself when it is used."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from navigator.catalogue.compile import compile_catalogue

        target = root / "build" / "wheel" / "_compiled"
        if target.exists():
            for file in target.iterdir():
                file.unlink()
            target.rmdir()
        compile_catalogue(root / "data", target)
        for file in sorted(target.iterdir()):
            build_data["force_include"][str(file)] = f"navigator/_compiled/{file.name}"
