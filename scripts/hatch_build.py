"""The wheel carries the catalogue and the languages compiled: this hook compiles them when a wheel is built."""

from __future__ import annotations

import shutil
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
        from navigator.catalogue.languages import compile_all
        from navigator.catalogue.locate import LANGUAGES

        target = root / "build" / "wheel" / "_compiled"
        if target.exists():
            shutil.rmtree(target)
        compile_catalogue(root / "data", target)
        compile_all(root / "data", target / LANGUAGES)
        for file in sorted(p for p in target.rglob("*") if p.is_file()):
            build_data["force_include"][str(file)] = f"navigator/_compiled/{file.relative_to(target).as_posix()}"
