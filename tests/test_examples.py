"""The pages in examples/ are what the command makes of the answers beside them."""

from __future__ import annotations

import importlib.util
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_the_example_pages_are_what_make_examples_makes_today(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("make_examples", ROOT / "scripts" / "make_examples.py")
    assert spec is not None and spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    made = script.make(tmp_path)
    assert len(made) == 9
    different = [p.name for p in made if p.read_bytes() != (ROOT / "examples" / p.name).read_bytes()]
    assert not different, "run 'make examples' and read the pages again"
