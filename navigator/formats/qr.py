"""A QR code of the page's beginning and its checksum: no link, nothing to expire. Needs the extra `share`."""

from __future__ import annotations

import io
from importlib.util import find_spec

from navigator.formats.outline import Outline

MOST_BYTES = 220
"""More would make the squares too small for a phone at this size on paper."""


def available() -> bool:
    """Whether QR codes can be drawn here. A page without one is whole: it only adds to it."""
    return find_spec("segno") is not None


def words_of(outline: Outline, code: str) -> str:
    """What the QR code holds: the checksum, then as much of the page's beginning as goes in. Nothing that is not on it."""
    lines = [outline.title, *outline.meta[:1]]
    lines += [
        f"{b.name}: {b.mark}" if b.mark else x.whole for s in outline.sections for b in s.blocks for x in b.lines[:1]
    ]
    kept, left = [code], MOST_BYTES - len(code)
    for line in lines:
        left -= len(line.encode()) + 1
        if left < 0:
            break
        kept.append(line)
    return "\n".join(kept)


def svg(text: str) -> str:
    """The code as an SVG drawing of one path, to stand inside HTML."""
    import segno

    code = segno.make(text, error="l", micro=False)
    return str(code.svg_inline(border=2, omitsize=True, svgclass=None, lineclass=None))


def svg_file(text: str) -> str:
    """The code as a whole SVG file."""
    import segno

    out = io.BytesIO()
    segno.make(text, error="l", micro=False).save(out, kind="svg", border=2, omitsize=True, xmldecl=False, nl=False)
    return out.getvalue().decode()


def png(text: str) -> bytes:
    """The code as a PNG picture."""
    import segno

    out = io.BytesIO()
    segno.make(text, error="l", micro=False).save(out, kind="png", scale=6, border=2)
    return out.getvalue()
