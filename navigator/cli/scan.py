"""A code to scan with a phone: the short of the page as plain text, nothing that opens a link."""

from __future__ import annotations

import io
import shutil
from typing import TYPE_CHECKING

from navigator.cli.paper import wants_plain
from navigator.domain.errors import Interrupted, MissingExtra
from navigator.extras import adds
from navigator.i18n import _

if TYPE_CHECKING:
    from navigator.cli.session import Session
    from navigator.formats.page import Page
    from navigator.services.asking import Asker

AROUND = 4
"""Rows kept for the sentence above the code and the prompt below it."""


def short_text(made: Page, most: int) -> str:
    """As many whole lines of the page's gist as fit into so many bytes of UTF-8: the work first, then a step, then skills."""
    lines = [
        *(i.name for i in made.ideas),
        *made.next_steps,
        *made.strengths,
        *(f"{i.name}: {i.pay_short}" for i in made.ideas),
    ]
    kept: list[str] = []
    for line in (made.title, *lines):
        if len("\n".join([*kept, line]).encode()) <= most:  # a line that is too long leaves room for shorter ones
            kept.append(line)
    return "\n".join(kept)


def scan_view(session: Session, asker: Asker, made: Page) -> None:
    """The code on the screen, as large as the screen allows. Raises MissingExtra."""
    if wants_plain(session.plain):
        asker.tell(_("A code needs a screen that draws. Save your page on a drive instead, or have it printed."))
        return
    drawn, text = drawn_code(made, shutil.get_terminal_size((80, 24)))
    if not drawn:
        asker.tell(_("This window is too small for a code. Make it larger, or save your page on a drive."))
        return
    session.paper.line(_("Scan it with the camera of your phone. It holds the start of your page, and no link."))
    print(drawn, end="")
    _wait()
    asker.tell(_("The code held this text: {text}").format(text=text.replace("\n", "; ")))


def _wait() -> None:
    """Until Enter: a menu clears the screen, and the code with it. Raises Interrupted when the person stops."""
    try:
        input(_("Press Enter to go on. "))
    except (EOFError, KeyboardInterrupt) as error:
        raise Interrupted from error


def drawn_code(made: Page, size: tuple[int, int]) -> tuple[str, str]:
    """The largest code that fits so many columns and rows, and the text in it; both empty where none fits."""
    try:
        import segno
    except ImportError as error:
        raise MissingExtra(
            _("A code to scan needs one more package. Install it with: {command}").format(command=adds("share"))
        ) from error
    columns, rows = size
    for most in (900, 600, 400, 300, 200, 150, 100, 60):
        text = short_text(made, most)
        if not text:
            return "", ""
        code = segno.make(text, error="l", micro=False, encoding="utf-8")
        width, height = code.symbol_size(border=2)
        if width <= columns and height / 2 <= rows - AROUND:
            out = io.StringIO()
            code.terminal(out, border=2, compact=True)
            return out.getvalue(), text
    return "", ""
