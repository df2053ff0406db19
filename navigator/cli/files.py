"""Files that a command writes: one rule for all of them. Where a file may lie, what is told beside it, what opens it."""

from __future__ import annotations

from pathlib import Path

import navigator
from navigator.domain.errors import BadInput
from navigator.i18n import N_, _

OPENS = {
    ".html": N_("Open it with your web browser."),
    ".pdf": N_("Open it with your web browser, or a program that shows PDF."),
    ".docx": N_("Open it with a word processor, such as Word, LibreOffice or Google Docs."),
    ".txt": N_("Open it with any program that shows text, such as Notepad or TextEdit."),
    ".md": N_("Open it with any program that shows text, such as Notepad or TextEdit."),
    ".ics": N_("Open it with the calendar of your computer or phone."),
}
"""What shows a file of each ending, on any kind of computer."""


def place_of(out: Path, example: str) -> Path:
    """The whole path of a file to write. Raises BadInput for a folder."""
    path = out.expanduser().resolve()
    if path.is_dir():
        said = _("{folder} is a folder. Give a file name after --out, such as {example}.")
        raise BadInput(said.format(folder=path, example=path / example))
    return path


def written(path: Path, data: bytes) -> tuple[str, ...]:
    """Write a file whole, readable by its owner alone; what is to be said of it. Raises CannotWrite."""
    from navigator.records.atomic import write_whole

    made = folder_for(path)
    write_whole(path, data)
    opens = OPENS.get(path.suffix)
    return (*made, *((_(opens),) if opens else ()), *_inside(path))


def folder_for(path: Path) -> tuple[str, ...]:
    """Make the folder of a file where it is not there yet, and say so. Raises CannotWrite."""
    from navigator.records.atomic import make_folder

    if path.parent.exists():
        return ()
    make_folder(path.parent)
    return (_("The folder {folder} was not there, so it was made.").format(folder=path.parent),)


def _inside(path: Path) -> tuple[str, ...]:
    """Said of a file that was put among the program's own: there it is lost with the next version, or goes out with it."""
    program = Path(navigator.__file__).resolve().parents[1]
    if not (program / "pyproject.toml").is_file() or not path.is_relative_to(program):
        return ()
    return (_("It lies in the folder of this program. To put it elsewhere, add --out with a file name."),)
