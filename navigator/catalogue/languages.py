"""The languages there are: a folder each under data/languages, compiled apart from the English, at first use or in a wheel."""

from __future__ import annotations

import gettext
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from navigator.catalogue import locate
from navigator.domain.errors import BadData, BadInput, CannotWrite, MissingExtra
from navigator.engine.validate import shown
from navigator.extras import installs
from navigator.i18n import ENGLISH, Speech, _

if TYPE_CHECKING:
    from navigator.engine.foreign_titles import Index

WORDS = "words.sqlite"
SENTENCES = "navigator.mo"
SOURCE = "navigator.po"
OCCUPATIONS = "occupations"

SCHEMA = """
CREATE TABLE part (name TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE occupation (code TEXT PRIMARY KEY, name TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE title (text TEXT, code TEXT, words TEXT);
"""


class Words:
    """What one language calls things: parts of the data by name, occupations by code."""

    def __init__(self, code: str, folder: Path) -> None:
        self.code = code
        self.folder = folder
        path = folder / WORDS
        try:
            self.db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            self.db.execute("SELECT 1 FROM part").fetchone()
        except sqlite3.Error as error:
            raise BadData(
                _("The compiled words in {path} cannot be opened ({error}). Remove the file to build it anew.").format(
                    path=path, error=error
                )
            ) from error

    def part(self, name: str) -> dict[str, Any]:
        """The words of one data file, such as ``framework``; empty where nobody has written them."""
        found = self.db.execute("SELECT body FROM part WHERE name = ?", (name,)).fetchone()
        return dict(json.loads(found[0])) if found else {}

    def occupation(self, code: str) -> dict[str, Any]:
        """The words of one occupation; empty where nobody has written them."""
        found = self.db.execute("SELECT body FROM occupation WHERE code = ?", (code,)).fetchone()
        return dict(json.loads(found[0])) if found else {}

    @cached_property
    def names(self) -> dict[str, str]:
        """Code to the plain title, of the occupations that have one in this language."""
        return dict(self.db.execute("SELECT code, name FROM occupation").fetchall())

    @cached_property
    def index(self) -> Index:
        """Every job title of this language, ready to compare."""
        from navigator.engine.foreign_titles import Index

        return Index(self.db.execute("SELECT text, code, words FROM title").fetchall())

    @cached_property
    def sentences(self) -> gettext.NullTranslations:
        """The sentences of the program in this language."""
        path = self.folder / SENTENCES
        if not path.is_file():
            return gettext.NullTranslations()
        with path.open("rb") as file:
            return gettext.GNUTranslations(file)


def source_folder() -> Path | None:
    """Where the languages are written, in a checkout."""
    root = locate.checkout()
    return root / "data" / locate.LANGUAGES if root else None


def known() -> tuple[str, ...]:
    """The codes of all languages there are, English first."""
    folder = source_folder() or locate.SHIPPED / locate.LANGUAGES
    if not folder.is_dir():
        return (ENGLISH,)
    return (ENGLISH, *sorted(p.name for p in folder.iterdir() if p.is_dir() and p.name.isalpha()))


def named(code: str, where: str = "--language") -> str:
    """A language by its code, also with a country after it (``es_MX``). Raises BadInput for one we do not speak."""
    wanted = code.strip().replace("-", "_").split("_")[0].split(".")[0].casefold()
    have = known()
    if wanted in have:
        return wanted
    raise BadInput(
        _("We do not speak {code} yet ({where}). There is: {languages}.").format(
            code=shown(code), where=where, languages=", ".join(have)
        )
    )


@cache
def words_of(code: str) -> Words | None:
    """The words of a language, compiled first where they changed; None for English, which needs none."""
    if code == ENGLISH:
        return None
    source = source_folder()
    if source is None:
        return Words(code, locate.SHIPPED / locate.LANGUAGES / code)
    build = locate.build_folder() / locate.LANGUAGES / code
    folder = locate.current(build, source / code, WORDS) if build.is_dir() else None
    return Words(code, folder or _compile(build, source / code))


def speech(code: str, beside: str = "") -> Speech:
    """A language to speak, perhaps with a second one beside it. Raises BadInput, BadData or CannotWrite."""
    first, second = words_of(code), speech(beside) if beside and beside != code else None
    return Speech(code=code, beside=second) if first is None else Speech(
        code=code, sentences=first.sentences, beside=second
    )  # fmt: skip


def _compile(build: Path, source: Path) -> Path:
    try:
        return locate.compiled(build, source, lambda folder: compile_language(source, folder))
    except OSError as error:
        raise CannotWrite(
            _(
                "The language cannot be built in {folder}: {why}. Free some space or set NAVIGATOR_BUILD to another folder."
            ).format(folder=build, why=error.strerror)
        ) from error


def compile_language(source: Path, target: Path) -> None:
    """Compile one language's folder into ``target``, whole or not at all. Raises BadData when a file is broken."""
    target.parent.mkdir(parents=True, exist_ok=True)
    spare = Path(tempfile.mkdtemp(prefix="compiling-", dir=target.parent))
    try:
        _write_words(source, spare / WORDS)
        if (source / SOURCE).is_file():
            _write_sentences(source / SOURCE, spare / SENTENCES)
        if not target.exists():
            spare.replace(target)
    finally:
        shutil.rmtree(spare, ignore_errors=True)


def _write_words(source: Path, path: Path) -> None:
    from navigator.engine.foreign_titles import words_in

    with sqlite3.connect(path) as db:
        db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
        for file in sorted(source.glob("*.yaml")):
            db.execute("INSERT INTO part VALUES (?,?)", (file.stem, json.dumps(read(file), ensure_ascii=False)))
        for file in sorted((source / OCCUPATIONS).glob("*.yaml")):
            said = read(file)
            body = json.dumps(said, ensure_ascii=False)
            db.execute("INSERT INTO occupation VALUES (?,?,?)", (file.stem, said.get("plain_title", ""), body))
            titles = dict.fromkeys([said.get("plain_title", ""), *said.get("also_called", ())])
            rows = [(text, file.stem, " ".join(words_in(text))) for text in titles if text]
            db.executemany("INSERT INTO title VALUES (?,?,?)", rows)
    db.close()


def read(path: Path) -> dict[str, Any]:
    """One file of words as it is written. Raises BadData with its name and line."""
    from navigator.catalogue import source

    text, problems = source.read_text(path)
    value, more = source.parse(path, text) if not problems else (None, [])
    problems += more
    if problems:
        raise BadData(_("A data file is broken: {problem}.").format(problem=problems[0]))
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
        raise BadData(_("{path} should begin with names and what they are called.").format(path=path))
    return value


def _write_sentences(source: Path, target: Path) -> None:
    """The sentences as gettext reads them. Raises BadData where the package that compiles them is missing."""
    try:
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po
    except ImportError as error:
        raise MissingExtra(
            _(
                "Another language is compiled with the package babel, which is not here. Install it with: {command}."
            ).format(command=installs("babel>=2.16"))
        ) from error
    with source.open("rb") as file:
        try:
            catalog = read_po(file, locale=source.parent.name, abort_invalid=True)
        except ValueError as error:
            raise BadData(_("A data file is broken: {problem}.").format(problem=f"{source}: {error}")) from error
    with target.open("wb") as out:
        write_mo(out, catalog)


def compile_all(data: Path, target: Path, progress: Callable[[str], None] = lambda code: None) -> None:
    """Compile every language of ``data`` into folders under ``target``, for a wheel."""
    folder = data / locate.LANGUAGES
    for one in sorted(p for p in folder.iterdir() if p.is_dir()) if folder.is_dir() else []:
        progress(one.name)
        compile_language(one, target / one.name)


def wanted(environment: dict[str, str] | None = None) -> str:
    """The language the surroundings ask for: NAVIGATOR_LANGUAGE, else that of the system where we speak it. Raises BadInput."""
    around = os.environ if environment is None else environment
    ours = around.get("NAVIGATOR_LANGUAGE", "")
    if ours:
        return named(ours, "NAVIGATOR_LANGUAGE")
    system = next((v for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := around.get(name, ""))), "")
    code = system.split("_")[0].split(".")[0].casefold()
    return code if len(code) == 2 and code != ENGLISH and code in known() else ENGLISH
