"""The warning before a public terminal starts over: large, in few words, and the same without colour."""

from __future__ import annotations

import shutil

from navigator.i18n import _, ngettext

LETTERS = {
    "0": ("#####", "#   #", "#   #", "#   #", "#####"),
    "1": ("  #  ", " ##  ", "  #  ", "  #  ", " ### "),
    "2": ("#####", "    #", "#####", "#    ", "#####"),
    "3": ("#####", "    #", " ####", "    #", "#####"),
    "4": ("#   #", "#   #", "#####", "    #", "    #"),
    "5": ("#####", "#    ", "#####", "    #", "#####"),
    "6": ("#####", "#    ", "#####", "#   #", "#####"),
    "7": ("#####", "    #", "   # ", "  #  ", "  #  "),
    "8": ("#####", "#   #", "#####", "#   #", "#####"),
    "9": ("#####", "#   #", "#####", "    #", "#####"),
}


def warning_words(left: int, *, plain: bool) -> bytes:
    """The question whether anybody is there, and the seconds left, in large figures where a screen draws."""
    columns = shutil.get_terminal_size((80, 24)).columns
    said = [
        _("Are you still there?"),
        "",
        _("Press any key to go on."),
        ngettext(
            "In {count} second everything is cleared and it starts over.",
            "In {count} seconds everything is cleared and it starts over.",
            left,
        ).format(count=left),
    ]
    lines = said if plain else [*(s.center(columns).rstrip() for s in said), "", *_figures(left, columns)]
    return "\r\n".join(["", "", *lines, ""]).encode()


def _figures(number: int, columns: int) -> list[str]:
    rows = zip(*(LETTERS[d] for d in str(number)), strict=True)
    return ["   ".join(row).center(columns).rstrip() for row in rows]
