"""All measurements in one run: `make bench`, or some of them: `python -m bench start titles`."""

from __future__ import annotations

import subprocess
import sys

PARTS = ("start", "titles", "titles_es", "fit", "batch", "pathways", "reader", "records", "exports")


def main() -> int:
    """Run the parts one after the other, so that none slows another; the exit code says whether all ran."""
    wanted = sys.argv[1:] or PARTS
    strange = set(wanted) - set(PARTS)
    if strange:
        print(f"There is no part {sorted(strange)[0]!r}. Parts: {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    codes = [subprocess.run([sys.executable, "-m", f"bench.{part}"], check=False).returncode for part in wanted]
    return max(codes)


if __name__ == "__main__":
    raise SystemExit(main())
