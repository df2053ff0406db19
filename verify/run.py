"""Export fresh files with our own command and let other people's verifiers judge them, with the network cut.

``make verify-independent``. npm is asked once, to install the packages of ``package.json`` into ``build/verify``; after
that nothing goes online: the verifiers run in a network namespace of their own where the system allows one.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = ROOT / "build" / "verify"
NAVIGATOR = [sys.executable, "-m", "navigator"]
PASSPHRASE = "only for this one run"


def main() -> int:
    """Install, export, verify. The exit code is that of the verifiers."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        print("verify-independent needs node and npm. Install Node.js 20 or newer, and try again.", file=sys.stderr)
        return 2
    install()
    with tempfile.TemporaryDirectory() as folder:
        export(Path(folder))
        code = subprocess.run([*cut_off(), "node", "verify.mjs", folder], cwd=BUILD, check=False).returncode
        return code or theirs(Path(folder))


def install() -> None:
    """The packages, where the present list of them is not installed yet."""
    BUILD.mkdir(parents=True, exist_ok=True)
    wanted = (HERE / "package.json").read_text()
    mark = BUILD / "installed.json"
    shutil.copy(HERE / "package.json", BUILD)
    shutil.copy(HERE / "verify.mjs", BUILD)
    if mark.is_file() and mark.read_text() == wanted:
        return
    command = ["npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
    subprocess.run(command, cwd=BUILD, check=True)
    mark.write_text(wanted)


def export(folder: Path) -> None:
    """A sample worker's badges, a confirmed one, a CLR and a JSON Resume; and 1EdTech's dictionary of CLR."""
    home = folder / "home"
    run(home, "start", "--answers", str(ROOT / "examples" / "nursing-assistant.yaml"))
    run(home, "issuer", "init", "--name", "Riverside Career Center", "--url", "https://example.org/center")
    run(home, "export", "badge", "--out", str(folder))
    confirmed = ("--confirmed-by", "Rosa Diaz, career navigator", "--note", "Rosa watched her hand over a shift.")
    run(home, "export", "badge", "--of", "listening", *confirmed, "--out", str(folder))
    run(home, "export", "clr", "--out", str(folder / "sample.clr.json"))
    resume = folder / "sample.resume.json"
    run(home, "export", "resume", "--format", "json-resume", "--yes", "--out", str(resume))
    code = "import json; from openbadgeslib.ob3.clr import bundled_clr_contexts as c; print(json.dumps([*c().values()][0]))"
    words = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
    (folder / "clr-context.json").write_text(json.dumps(json.loads(words)))


def theirs(folder: Path) -> int:
    """Badges that the other program signed: ours must take the whole one and refuse each changed one."""
    wrong = 0
    for file in sorted(folder.glob("theirs*.json")):
        done = subprocess.run([*NAVIGATOR, "verify", str(file)], cwd=ROOT, capture_output=True, text=True, check=False)
        good = done.returncode == (0 if file.name == "theirs.json" else 11)
        wrong += not good
        print(
            f"{'ok    ' if good else 'FAILED'} navigator on {file.name}: {done.stdout.strip() or done.stderr.strip()}"
        )
    return 1 if wrong else 0


def run(home: Path, *arguments: str) -> None:
    """One command of ours."""
    environment = os.environ | {"NAVIGATOR_ISSUER_PASSPHRASE": PASSPHRASE, "NAVIGATOR_HOME": str(home)}
    done = subprocess.run(
        [*NAVIGATOR, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"navigator {' '.join(arguments)} failed ({done.returncode}): {done.stderr.strip()}")


def cut_off() -> list[str]:
    """What runs a command without any network, where the system allows it."""
    tool = shutil.which("unshare")
    works = tool and subprocess.run([tool, "-rn", "true"], capture_output=True, check=False).returncode == 0
    if not works:
        print("(no network namespace here: only fetch, http, sockets and dns are cut inside node)")
    return [str(tool), "-rn"] if works else []


if __name__ == "__main__":
    sys.exit(main())
