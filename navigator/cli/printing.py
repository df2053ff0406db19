"""Printing through the system's own `lp`: the page goes through a pipe, so that no file of ours is left."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from navigator.domain.errors import CannotWrite
from navigator.i18n import _

if TYPE_CHECKING:
    from navigator.formats.page import Page

PATIENCE = 30
"""Seconds the print command may take to accept a page."""


def can_print() -> bool:
    """Whether this system has a print command."""
    return shutil.which("lp") is not None


def print_page(made: Page) -> None:
    """Send the page, as plain text that every printer takes. Raises CannotWrite when the printer refuses."""
    from navigator.formats.summary_text import summary_text

    command = shutil.which("lp")
    if command is None:
        raise CannotWrite(_("There is no printer set up here. Save your page on a drive instead."))
    try:
        done = subprocess.run(  # noqa: S603 - the system's own print command, found by its full path, no shell
            [command, "-t", "page", "-"],
            input=summary_text(made).encode(),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CannotWrite(
            _("The printer did not answer. Save your page on a drive instead, or ask for help.")
        ) from error
    if done.returncode:
        raise CannotWrite(_("The printer did not take the page. Save it on a drive instead, or ask for help."))
