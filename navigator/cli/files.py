"""Files that a command writes: one rule for all of them. Where a file may lie, what is told beside it, what opens it."""

from __future__ import annotations

from collections.abc import Mapping
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
    """The whole path of a file to write. Raises BadInput for a folder, CannotWrite for a device or a pipe."""
    from navigator.records.atomic import check_regular
    from navigator.records.where import expanded

    path = expanded(out).resolve()
    if path.is_dir():
        said = _("{folder} is a folder. Give a file name after --out, such as {example}.")
        raise BadInput(said.format(folder=path, example=path / example))
    check_regular(expanded(out))  # not as resolved: a link to a pipe, such as /dev/stdout, then leads to no file
    check_no_record(path)
    return path


def check_no_record(path: Path) -> None:
    """Refuse to write over a record or its key: no history would have it. Raises BadInput."""
    from navigator.records.where import holds_record

    if holds_record(path):
        raise BadInput(
            _(
                "{file} is a record of answers, or the key of one. It was left alone. Give another name after --out."
            ).format(file=path)
        )


ALSO = {".htm": ".html", ".markdown": ".md", ".text": ".txt"}
"""Other endings of the same kinds of file."""


def form_for(named: str, out: Path | None, endings: Mapping[str, str], usual: str) -> str:
    """The format of a file: as named; else the one the file's ending tells; else the usual one.

    ``endings``: each format's ending. Raises BadInput where the ending is that of another kind of file."""
    ending = "" if out is None or out.is_dir() else out.suffix.casefold()
    ending = ALSO.get(ending, ending)
    told = next((form for form, its in endings.items() if f".{its}" == ending), usual)
    form = named or told
    if out is not None and ending and form in endings and ending != f".{endings[form]}":
        said = _("{file} ends in {ending}, but it would hold {kind}. Give it that ending, or another --format.")
        raise BadInput(said.format(file=out.name, ending=out.suffix, kind=f".{endings[form]}"))
    return form


def written(path: Path, data: bytes) -> tuple[str, ...]:
    """Write a file whole, at a place that :func:`place_of` let pass, readable by its owner alone; what is to be said of it.
    Raises CannotWrite."""
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
    return folder_made(path)


def folder_made(path: Path) -> tuple[str, ...]:
    """Said where the folder of a file had to be made."""
    return (_("The folder {folder} was not there, so it was made.").format(folder=path.parent),)


def _inside(path: Path) -> tuple[str, ...]:
    """Said of a file that was put among the program's own: there it is lost with the next version, or goes out with it."""
    program = Path(navigator.__file__).resolve().parents[1]
    if not (program / "pyproject.toml").is_file() or not path.is_relative_to(program):
        return ()
    return (_("It lies in the folder of this program. To put it elsewhere, add --out with a file name."),)
