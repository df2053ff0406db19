"""Check every kind of page we make with other people's accessibility checkers: axe-core (HTML, in headless Chromium) and pdfua (PDF).

Run by `make check-access`, which needs npm (for axe-core) and Chromium. Prints each violation, and closes with a count.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ("nursing-assistant", "line-cook", "warehouse-picker")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

PAGES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("summary.html", ("export", "summary", "--format", "html")),
    ("summary.pdf", ("export", "summary", "--format", "pdf")),
    ("plan.html", ("export", "plan", "--format", "html")),
    ("plan.pdf", ("export", "plan", "--format", "pdf")),
    ("iep.html", ("export", "plan", "--form", "iep", "--format", "html")),
    ("iep.pdf", ("export", "plan", "--form", "iep", "--format", "pdf")),
    ("resume.pdf", ("export", "resume", "--format", "pdf", "--yes")),
    (
        "referral.pdf",
        ("export", "referral", "--to", "two-one-one", "--what", "Child care at night", "--format", "pdf", "--yes"),
    ),
    ("cards.html", ("guide", "--cards", "--format", "html")),
    ("worksheet.html", ("print", "worksheet", "--format", "html")),
    ("worksheet.pdf", ("print", "worksheet", "--format", "pdf")),
    ("worksheet-large.html", ("print", "worksheet", "--format", "html", "--large")),
    ("worksheet-large.pdf", ("print", "worksheet", "--format", "pdf", "--large")),
)
LANGUAGES = ("en", "es")

BROKEN = '<html><body><img src="x.png"><p style="color:#eee;background:#fff">pale</p></body></html>'
"""A page without language, title and text for its image: what the check must find, lest it could never fail."""

RUN = """
<script>%s</script>
<script>axe.run(document, {resultTypes: ["violations"]}).then(r => {
  const p = document.createElement("pre"); p.id = "axe-found";
  p.textContent = JSON.stringify(r.violations.map(v => ({id: v.id, help: v.help, nodes: v.nodes.map(n => n.html)})));
  document.body.appendChild(p);
});</script>
"""


def main(axe: Path, wanted: str) -> int:
    """Make every page and check it; the number of violations as exit code, at most 1."""
    browser = next((b for b in BROWSERS if shutil.which(b)), None)
    if browser is None:
        print("Chromium is not installed: HTML pages cannot be checked.", file=sys.stderr)
        return 2
    source, passed, failed = axe.read_text(encoding="utf-8"), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        broken = Path(folder) / "broken.html"
        broken.write_text(BROKEN, encoding="utf-8")
        if not _page(broken, source, browser):
            print("axe-core found nothing wrong with a page that is broken on purpose: the check itself fails.")
            return 2
        for page in _made(Path(folder), wanted):
            found = _pdf(page) if page.suffix == ".pdf" else _page(page, source, browser)
            passed, failed = passed + (not found), failed + bool(found)
            print(f"{'ok  ' if not found else 'FAIL'} {page.relative_to(folder)}")
            for line in found:
                print(f"     {line}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


def _made(folder: Path, wanted: str) -> Iterator[Path]:
    """Every page of every example, in every language."""
    for example in EXAMPLES:
        home = folder / example
        _navigator("start", "--answers", f"examples/{example}.yaml", "--home", str(home))
        _navigator("record", "edit", "contact", "--email", "sample@example.org", "--home", str(home))
        for language in LANGUAGES:
            for name, command in PAGES:
                if wanted and wanted not in name:
                    continue
                if name.startswith("worksheet") and example != EXAMPLES[0]:
                    continue
                out = folder / f"{example}-{language}-{name}"
                _navigator(*command, "--out", str(out), "--home", str(home), "--language", language)
                yield out


def _navigator(*arguments: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "navigator", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if run.returncode:
        sys.exit(f"navigator {' '.join(arguments)} ended with {run.returncode}: {run.stderr.strip()}")


def _page(page: Path, axe: str, browser: str) -> list[str]:
    """The violations axe-core finds in a page, one line each."""
    probe = page.with_suffix(".probe.html")
    text = page.read_text(encoding="utf-8")
    probe.write_text(text.replace("</body>", RUN % axe + "</body>"), encoding="utf-8")
    profile = page.parent / "chromium"
    run = subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         f"--user-data-dir={profile}", "--virtual-time-budget=20000", "--dump-dom", probe.as_uri()],
        capture_output=True, text=True, timeout=120, check=False, env={**os.environ, "LANG": "C.UTF-8"},
    )  # fmt: skip
    answer = re.search(r'<pre id="axe-found">(.*?)</pre>', run.stdout, re.DOTALL)
    if answer is None:
        return ["axe-core gave no answer: the page, or the browser, did not run it"]
    return [f"{v['id']}: {v['help']}: {v['nodes'][0][:150]}" for v in json.loads(html.unescape(answer[1]))]


def _pdf(page: Path) -> list[str]:
    """The findings of pdfua in a file, one line each."""
    from pdfua import validate

    return [f"{f.rule_id} {f.severity.name}: {f.message}" for f in validate(str(page)).findings]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""))
