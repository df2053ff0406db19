"""Make the pages of the invented workers in examples/ from their answers: text, Markdown and HTML.

python scripts/make_examples.py [FOLDER]
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path

from navigator.catalogue.store import open_catalogue
from navigator.formats.table import SUMMARIES
from navigator.records.store import RecordStore
from navigator.services.asking import ScriptedAsker, answers_from
from navigator.services.inventory import Walk
from navigator.services.page import page

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
MADE = date(2026, 11, 22)
"""A fixed day: a page changes only when the words, the figures or the engine do."""


def make(target: Path) -> list[Path]:
    """Walk each worker's answers and write their pages."""
    catalogue = open_catalogue()
    written = []
    for answers in sorted(EXAMPLES.glob("*.yaml")):
        asker = ScriptedAsker(answers_from(answers))
        with tempfile.TemporaryDirectory() as home:
            store = RecordStore(home=Path(home))
            record = Walk(catalogue, store, store.new(), asker, "standard").run()
        if asker.unused():
            raise SystemExit(f"{answers.name}: no question asked for {', '.join(asker.unused())}.")
        made = page(catalogue, record, MADE)
        for export in (e for e in SUMMARIES if e.screen):
            path = target / f"{answers.stem}.{export.ending}"
            path.write_bytes(export.make(made, MADE))
            written.append(path)
    return written


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLES
    for path in make(folder):
        print(path)
