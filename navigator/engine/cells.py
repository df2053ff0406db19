"""Cells of a spreadsheet: other people's text that a spreadsheet would run as a formula is written as plain text."""

from __future__ import annotations

import re

FORMULA = tuple("=+-@\t\r")
"""What a cell begins with that a spreadsheet takes for something to work out."""

MARK = "'"

_NUMBER = re.compile(r"[+-]?[\d.,]*\d[\d.,]*%?")


def neutral(cell: str) -> str:
    """A cell that begins like a formula, with a mark before it that makes it text; plain numbers stay numbers."""
    return MARK + cell if cell.startswith(FORMULA) and not _NUMBER.fullmatch(cell) else cell


def plain(cell: str) -> str:
    """A cell as it was before :func:`neutral`: for the files that we read back ourselves."""
    return cell[1:] if cell.startswith(MARK) and cell[1:].startswith(FORMULA) else cell
