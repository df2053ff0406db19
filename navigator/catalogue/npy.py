"""Two-dimensional float32 arrays in NumPy's .npy format, read and written with the standard library alone.

One person needs no numpy (importing it costs 100 ms); the batch path maps the same files with it. Format 1.0 of the
NEP 1 description: magic, version, header length, a Python dictionary as text, then the numbers, rows first.
"""

from __future__ import annotations

import ast
import sys
from array import array
from collections.abc import Sequence
from pathlib import Path

_MAGIC = b"\x93NUMPY\x01\x00"


def write(path: Path, rows: Sequence[Sequence[float]]) -> None:
    """Write rows of equal length as little-endian float32."""
    width = len(rows[0]) if rows else 0
    header = f"{{'descr': '<f4', 'fortran_order': False, 'shape': ({len(rows)}, {width}), }}"
    header += " " * (-(len(_MAGIC) + 2 + len(header) + 1) % 64) + "\n"
    numbers = array("f")
    for row in rows:
        numbers.extend(row)
    if sys.byteorder == "big":
        numbers.byteswap()
    path.write_bytes(_MAGIC + len(header).to_bytes(2, "little") + header.encode("latin-1") + numbers.tobytes())


def read(path: Path) -> list[array[float]]:
    """The rows of an array that :func:`write` wrote; raises ValueError for any other file."""
    data = path.read_bytes()
    if not data.startswith(_MAGIC):
        raise ValueError(f"{path} is not a .npy file of format 1.0.")
    size = int.from_bytes(data[8:10], "little")
    header = ast.literal_eval(data[10 : 10 + size].decode("latin-1"))
    if header["descr"] != "<f4" or header["fortran_order"]:
        raise ValueError(f"{path} does not hold little-endian float32 rows.")
    height, width = header["shape"]
    body = memoryview(data)[10 + size :]
    rows = []
    for n in range(height):
        row = array("f")
        row.frombytes(body[n * width * 4 : (n + 1) * width * 4])
        if sys.byteorder == "big":
            row.byteswap()
        rows.append(row)
    return rows
