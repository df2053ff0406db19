"""The picture a badge is baked into: a plain ring with a tick, drawn here, as PNG (standard library) and as SVG.

The picture says nothing that the credential inside does not say. A confirmed one has a second ring.
"""

from __future__ import annotations

import itertools
import math
import struct
import zlib
from functools import cache
from html import escape

from navigator.engine.validate import clean_line

SIZE = 256
TEAL, INDIGO, PALE, WHITE = (0x0B, 0x6E, 0x6E), (0x3B, 0x3F, 0x9A), (0xE6, 0xF2, 0xF1), (0xFF, 0xFF, 0xFF)
TICK = ((80.0, 132.0), (114.0, 166.0), (178.0, 96.0))
CLEAR = bytes(4)
CREDENTIAL_WORD = b"openbadgecredential"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"

Colour = tuple[int, int, int]


def png(name: str, credential: str, *, confirmed: bool = False) -> bytes:
    """A PNG with the credential's text inside it (Open Badges 3.0, 5.3), titled for those who cannot see it."""
    head = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 6, 0, 0, 0)
    return _SIGNATURE + b"".join(
        (
            _chunk(b"IHDR", head),
            _chunk(b"iTXt", b"Title\0\0\0\0\0" + clean_line(name).encode()),
            _chunk(b"iTXt", CREDENTIAL_WORD + b"\0\0\0\0\0" + credential.encode()),
            _chunk(b"IDAT", _drawn(confirmed)),
            _chunk(b"IEND", b""),
        )
    )


def svg(name: str, credential: str, *, confirmed: bool = False) -> bytes:
    """The same as SVG; here the name can stand below, in any script."""
    main = _hex(INDIGO if confirmed else TEAL)
    points = " ".join(f"{x:g},{y:g}" for x, y in TICK)
    ring = f'<circle cx="128" cy="128" r="86" fill="none" stroke="{main}" stroke-width="4"/>' if confirmed else ""
    title = escape(clean_line(name))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" viewBox="0 0 256 288" role="img" aria-label="{title}">
<title>{title}</title>
<circle cx="128" cy="128" r="122" fill="{main}"/><circle cx="128" cy="128" r="108" fill="{_hex(WHITE)}"/>
<circle cx="128" cy="128" r="96" fill="{_hex(PALE)}"/>{ring}
<polyline points="{points}" fill="none" stroke="{main}" stroke-width="20" stroke-linecap="round" stroke-linejoin="round"/>
<text x="128" y="278" text-anchor="middle" font-family="sans-serif" font-size="18" fill="#222222">{title}</text>
<openbadges:credential>{escape(credential)}</openbadges:credential>
</svg>
""".encode()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@cache
def _drawn(confirmed: bool) -> bytes:
    """The drawing itself, packed: the same for every badge, so drawn once a run."""
    row = [b"".join(_pixel(x + 0.5, y + 0.5, confirmed) for x in range(SIZE)) for y in range(SIZE)]
    return zlib.compress(b"".join(b"\0" + r for r in row), 9)


def _pixel(x: float, y: float, confirmed: bool) -> bytes:
    """The colour of one point. Most points lie well inside one disc; those near an edge are worked out."""
    main = INDIGO if confirmed else TEAL
    far = math.hypot(x - SIZE / 2, y - SIZE / 2)
    if far > 123:
        return CLEAR
    if 109 < far < 121:
        return bytes((*main, 255))
    near_tick = 68 < x < 190 and 84 < y < 178
    if far < 83 and not near_tick:
        return bytes((*PALE, 255))
    return _edge(x, y, far, main, confirmed)


def _edge(x: float, y: float, far: float, main: Colour, confirmed: bool) -> bytes:
    """Discs laid over each other, each edge softened over one pixel."""
    colour = _over(main, WHITE, 108 - far)
    colour = _over(colour, PALE, 96 - far)
    if confirmed:
        colour = _over(colour, main, 2 - abs(far - 86))
    if far < 90:
        colour = _over(colour, main, 10 - min(_from_line(x, y, a, b) for a, b in itertools.pairwise(TICK)))
    return bytes((*colour, round(255 * _share(122 - far))))


def _share(inside: float) -> float:
    return min(1.0, max(0.0, inside + 0.5))


def _over(below: Colour, above: Colour, inside: float) -> Colour:
    share = _share(inside)
    if share in (0.0, 1.0):
        return above if share else below
    mixed = [round(b + (a - b) * share) for b, a in zip(below, above, strict=True)]
    return mixed[0], mixed[1], mixed[2]


def _from_line(x: float, y: float, start: tuple[float, float], end: tuple[float, float]) -> float:
    (ax, ay), (bx, by) = start, end
    along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)
    along = min(1.0, max(0.0, along))
    return math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay))


def _hex(colour: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
