"""How large, deep and odd a file may be before it is refused: every limit on what people bring in, in one place.

Each refusal is one sentence with the file's name and what to do. Nothing is unpacked to disk, nothing is run.
"""

from __future__ import annotations

import codecs
import io
import os
import re
import stat
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from navigator.domain.errors import BadInput, MissingExtra, NotFound
from navigator.engine.rows import decoded
from navigator.extras import adds
from navigator.i18n import _

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MEGA = 1_000_000
MOST_BYTES = 100 * MEGA
"""No file of any kind is read beyond this; a LinkedIn archive with all its parts is the largest there is."""
MOST_TEXT_BYTES = 2 * MEGA
MOST_JSON_BYTES = 10 * MEGA
MOST_XML_BYTES = 10 * MEGA
MOST_PDF_BYTES = 25 * MEGA
MOST_DOCX_BYTES = 25 * MEGA
MOST_PICTURE_BYTES = 10 * MEGA
MOST_ENTRIES = 5_000
"""Files in one archive."""
MOST_UNPACKED = 10 * MEGA
"""Bytes of one file of an archive once it is unpacked."""
MOST_RATIO = 200
"""How many times larger a file of an archive may get: text packs some 20 times, a bomb a thousand times."""
SMALL = MEGA
"""Below this size a high ratio does no harm: a page of blanks packs very well."""
MOST_DEPTH = 60
"""Brackets within brackets of a JSON file, elements within elements of an XML file."""
MOST_PAGES = 40
MOST_OBJECTS = 20_000
"""Pages and parts of a PDF."""
MOST_PAGE_BYTES = 4 * MEGA
"""What one page of a PDF may hold once it is unpacked, its pictures not counted."""
MOST_LINES = 3_000
LEAST_CHARACTERS = 50
"""A PDF with less text than this is a picture of a page."""
MOST_PARTS = 300
"""Jobs, schools or skills that one file may bring of each."""


def read(path: Path) -> bytes:
    """The bytes of an ordinary file of bearable size. Raises NotFound or BadInput."""
    try:
        # Not blocking: opening a pipe that nobody writes to would wait for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError as error:
        raise NotFound(_("There is no file {file}. Check the name and the folder.").format(file=path)) from error
    except IsADirectoryError as error:
        raise BadInput(_folder(path)) from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise BadInput(_("{file} cannot be read: {why}.").format(file=path, why=why)) from error
    try:
        found = os.fstat(handle)
        if stat.S_ISDIR(found.st_mode):
            raise BadInput(_folder(path))
        if not stat.S_ISREG(found.st_mode):
            raise BadInput(_("{file} is a device or a pipe, not a file. Give the file itself.").format(file=path))
        within(found.st_size, MOST_BYTES, path.name)
        with os.fdopen(handle, "rb", closefd=False) as file:
            data = file.read(MOST_BYTES + 1)
    finally:
        os.close(handle)
    within(len(data), MOST_BYTES, path.name)
    if not data.strip(b"\0 \r\n\t"):
        raise BadInput(_("{file} is empty. Check that it is the right file.").format(file=path))
    return data


def _folder(path: Path) -> str:
    return _("{file} is a folder. Give one file; of LinkedIn, the zip file as it was downloaded.").format(file=path)


def within(size: int, most: int, name: str) -> None:
    """Refuse what is too large. Raises BadInput."""
    if size > most:
        raise BadInput(
            _(
                "{file} is {size} MB; at most {most} MB of this kind are read. Check that it is the right file, or save a smaller copy."
            ).format(file=name, size=round(size / MEGA), most=most // MEGA)
        )


def text_of(data: bytes, name: str, most: int = MOST_TEXT_BYTES) -> str:
    """The text of a file: by its mark, as UTF-8, else as Windows-1252. Raises BadInput."""
    within(len(data), most, name)
    try:
        text, used = decoded(data)
    except (ValueError, UnicodeError) as error:
        raise BadInput(
            _("{file} is no text that can be read. Save it as PDF, Word (.docx) or plain text (UTF-8).").format(
                file=name
            )
        ) from error
    if used == "cp1252" and sum(not (c.isprintable() or c.isspace()) for c in text) > len(text) / 50:
        raise BadInput(
            _("{file} is no text that can be read. Save it as PDF, Word (.docx) or plain text (UTF-8).").format(
                file=name
            )
        )
    return text


def json_of(data: bytes, name: str) -> Any:
    """A JSON file as values. Raises BadInput for one that is broken, too large or nested too deep."""
    within(len(data), MOST_JSON_BYTES, name)
    if depth_of(data) > MOST_DEPTH:
        raise BadInput(_("{file} is nested too deep to be what it says. It was not read.").format(file=name))
    try:
        return msgspec.json.decode(data.removeprefix(codecs.BOM_UTF8))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadInput(
            _("{file} is damaged or cut short. Get it again from where it came.").format(file=name)
        ) from error


def depth_of(data: bytes) -> int:
    """How deep brackets stand within brackets, those inside of quotes not counted."""
    bare = re.sub(rb'"(?:[^"\\]|\\.)*+"', b"", data)
    deep = deepest = 0
    for mark in re.findall(rb"[\[\]{}]", bare):
        deep += 1 if mark in b"[{" else -1
        deepest = max(deepest, deep)
    return deepest


def zip_of(data: bytes, name: str) -> zipfile.ZipFile:
    """An archive that is safe to look into. Raises BadInput."""
    try:
        found = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
        raise BadInput(
            _("{file} is damaged or cut short. Get it again from where it came.").format(file=name)
        ) from error
    entries = found.infolist()
    if len(entries) > MOST_ENTRIES:
        raise BadInput(
            _("{file} holds {count} files; at most {most} are looked at. Check that it is the right file.").format(
                file=name, count=len(entries), most=MOST_ENTRIES
            )
        )
    for entry in entries:
        if _leads_away(entry.filename):
            raise BadInput(
                _("{file} holds a file whose name leads out of the archive. Nothing of it was read.").format(file=name)
            )
    return found


def _leads_away(inside: str) -> bool:
    parts = inside.replace("\\", "/").split("/")
    return ".." in parts or inside.startswith(("/", "\\")) or bool(re.match(r"[A-Za-z]:", inside)) or "\0" in inside


def unpacked(archive: zipfile.ZipFile, inside: str, name: str) -> bytes:
    """One file of an archive. Raises BadInput when it is a bomb, locked or damaged."""
    entry = archive.getinfo(inside)
    ratio = entry.file_size / max(entry.compress_size, 1)
    if entry.file_size > MOST_UNPACKED or (entry.file_size > SMALL and ratio > MOST_RATIO):
        raise BadInput(
            _("{file} holds {inside}, which gets far too large when it is unpacked. It was not read.").format(
                file=name, inside=inside
            )
        )
    if entry.flag_bits & 1:
        raise BadInput(_("{file} is locked with a password. Save a copy without one.").format(file=name))
    try:
        with archive.open(entry) as file:
            return file.read(MOST_UNPACKED)
    except _ZIP_FAULTS as error:
        raise BadInput(
            _("{file} is damaged or cut short. Get it again from where it came.").format(file=name)
        ) from error


def _zip_faults() -> tuple[type[BaseException], ...]:
    import lzma
    import zlib

    return (
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        EOFError,
        OSError,
        NotImplementedError,
        ValueError,
        RuntimeError,
    )


_ZIP_FAULTS = _zip_faults()


def xml_of(data: bytes, name: str) -> Element:
    """An XML file as its root element, without entities or document types. Raises BadInput or MissingExtra."""
    try:
        from defusedxml import DefusedXmlException
        from defusedxml.ElementTree import ParseError, fromstring
    except ImportError as error:
        raise MissingExtra(reading_needs()) from error
    within(len(data), MOST_XML_BYTES, name)
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise BadInput(
            _(
                "{file} holds XML entities or a document type, which a file of this kind never needs. It was not read."
            ).format(file=name)
        ) from error
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        raise BadInput(
            _("{file} is damaged or cut short. Get it again from where it came.").format(file=name)
        ) from error
    if _too_deep(root):
        raise BadInput(_("{file} is nested too deep to be what it says. It was not read.").format(file=name))
    return root


def _too_deep(root: Element) -> bool:
    level = [root]
    for _n in range(MOST_DEPTH):
        level = [child for element in level for child in element]
        if not level:
            return False
    return True


def reading_needs() -> str:
    """What to install where PDF, Word and XML files are to be read."""
    return _("Reading this kind of file needs a part that is not installed. Install it with: {command}").format(
        command=adds("read")
    )
