"""The compiled catalogue, opened for looking up: one row at a time from SQLite, arrays for the engine."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from navigator import i18n
from navigator.catalogue import locate, npy
from navigator.catalogue.figures import Figures
from navigator.domain.errors import BadData, BadInput, CannotWrite, NotFound
from navigator.domain.framework import Framework
from navigator.domain.matching import Matching
from navigator.domain.occupation import Occupation, Projection, Wages
from navigator.engine.tables import Tables, groups_of_activities, skills_of_elements
from navigator.engine.towns import states_meant
from navigator.engine.validate import one_state, shown
from navigator.i18n import ENGLISH, _

if TYPE_CHECKING:  # what reads data files (YAML, schemas) costs 70 ms: it is loaded by the few that need it, below
    from navigator.catalogue.title_index import TitleIndex
    from navigator.domain.guide import Guide
    from navigator.domain.pathway import Edge, PathwaySettings, Spot
    from navigator.domain.resource import Kind, RaiseNote, Resource
    from navigator.domain.title import TitleFind

T = TypeVar("T")


class Catalogue:
    """Occupations, wages, projections and the framework of one compiled folder. Reads only what is asked for."""

    language = ENGLISH

    def __init__(self, folder: Path, center_file: Path | None = None) -> None:
        self.folder = folder
        self.center_file = center_file
        path = folder / "catalogue.sqlite"
        try:
            # as_uri: a folder's name may hold #, ? or %
            self.db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            self.db.execute("SELECT 1 FROM meta").fetchone()
        except sqlite3.Error as error:
            raise BadData(
                _("The compiled catalogue {path} cannot be opened ({error}). Remove it to build it anew.").format(
                    path=path, error=error
                )
            ) from error

    def meta(self, key: str) -> Any:
        """One small value, decoded."""
        return json.loads(self._meta_text(key))

    def _meta_text(self, key: str) -> str:
        found = self.db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(found[0])

    def _decoded(self, key: str, shape: type[T]) -> T:
        """A part of the data that is kept whole; another language lays its words over it here."""
        return msgspec.json.decode(self._meta_text(key), type=shape)

    @cached_property
    def framework(self) -> Framework:
        """The words of the inventory, with the center's own file laid over them."""
        ours = self._decoded("framework", Framework)
        if self.center_file is None:
            return ours
        from navigator.catalogue import center

        return center.overlaid(ours, self.center_file)

    @cached_property
    def matching(self) -> Matching:
        """The engine's opinions."""
        return self._decoded("matching", Matching)

    @cached_property
    def pathways(self) -> PathwaySettings:
        """What counts as a possible step."""
        from navigator.domain.pathway import PathwaySettings

        return self._decoded("pathways", PathwaySettings)

    @cached_property
    def guide(self) -> Guide:
        """The career advancement guide."""
        from navigator.domain.guide import Guide

        return self._decoded("guide", Guide)

    def spot(self, code: str) -> Spot | None:
        """One occupation as a place on the way, or None."""
        from navigator.catalogue import places

        return places.spot(self.db, code)

    def steps_from(self, code: str) -> tuple[Edge, ...]:
        """The steps that lead from one occupation."""
        from navigator.catalogue import places

        return places.edges(self.db, code)

    def middle_pay(self, area: str) -> dict[str, float | None]:
        """Middle pay an hour of every six-digit code in one area."""
        from navigator.catalogue import places

        return places.middle_pay(self.db, area)

    def asking(self, licence: str) -> tuple[str, ...]:
        """The occupations that require a license and name it first."""
        from navigator.catalogue import places

        return places.asking(self.db, licence)

    def work_opened(self, licences: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The occupations that each of some licenses or papers opens: that require it, or one of several of which it is one.

        What many hold and what opens no work by itself, such as a driver's license, opens none.
        """
        from navigator.catalogue import places

        opened = places.opened_by(self.db)
        return {n: () if n in self.pathways.everyday else opened.get(n, ()) for n in licences}

    @cached_property
    def resource_kinds(self) -> tuple[Kind, ...]:
        """The kinds of need that help is sorted by."""
        from navigator.domain.resource import Kind

        return self._decoded("resource_kinds", tuple[Kind, ...])

    @cached_property
    def raise_notes(self) -> tuple[RaiseNote, ...]:
        """What more pay may touch."""
        from navigator.domain.resource import RaiseNote

        return self._decoded("raise_notes", tuple[RaiseNote, ...])

    def resources(self, area: str) -> list[Resource]:
        """The help we know of in the nation and in one area."""
        from navigator.catalogue.resources import find_resources

        return find_resources(self.db, area)

    @cached_property
    def licences(self) -> dict[str, str]:
        """Licence id to its plain name."""
        return self._decoded("licences", dict[str, str])

    @cached_property
    def areas(self) -> dict[str, str]:
        """Postal code to the name of a state or territory; the nation is `US`."""
        return dict(self.db.execute("SELECT area, name FROM area ORDER BY name").fetchall())

    @cached_property
    def cities(self) -> dict[str, tuple[str, ...]]:
        """Each city that people name for their state, folded, and the states it may be in."""
        return self._decoded("cities", dict[str, tuple[str, ...]])

    def area(self, text: str) -> str:
        """The postal code of a state given by code, by name or by a city of it. Raises BadInput for anything else."""
        wanted = " ".join(text.split()).casefold()
        for code, name in self.areas.items():
            if wanted in (code.casefold(), name.casefold()):
                return code
        if state := one_state(text, self.areas, states_meant(text, self.areas, self.cities)):
            return state
        raise BadInput(
            _("{text} is not a state or territory we know. Use its two letters, such as OH, or its full name.").format(
                text=shown(text)
            )
        )

    @cached_property
    def tables(self) -> Tables:
        """The arrays for the engine."""
        ids = json.loads((self.folder / "elements.json").read_text(encoding="utf-8"))

        def rows(kind: str) -> list[Any]:
            return npy.read(self.folder / f"{kind}.npy")

        return Tables(
            codes=tuple(ids["codes"]),
            zones=tuple(ids["zones"]),
            activity_ids=tuple(ids["activities"]),
            activities=rows("activities"),
            element_ids=tuple(ids["skills"]),
            elements=rows("skills"),
            knowledge_ids=tuple(ids["knowledge"]),
            knowledge=rows("knowledge"),
            interest_ids=tuple(ids["interests"]),
            interests=rows("interests"),
            preference_ids=tuple(ids["preferences"]),
            preferences=rows("preferences"),
            near=rows("near"),
            nearest=[list(zip(map(int, row[::2]), row[1::2], strict=True)) for row in rows("nearest")],
        )

    @cached_property
    def skill_rows(self) -> dict[str, list[float]]:
        """Our skills over the occupations; worked out once, as a walk matches after many of its answers."""
        return skills_of_elements(self.framework, self.tables)

    @cached_property
    def group_rows(self) -> dict[str, list[float]]:
        """The groups of activities over the occupations, worked out once too."""
        return groups_of_activities(self.framework, self.tables)

    def occupation(self, code: str) -> Occupation:
        """One occupation by O*NET-SOC code; a six-digit SOC code finds its first one. Raises NotFound."""
        wanted = code.strip()
        last = wanted + ".99" if re.fullmatch(r"\d\d-\d{4}", wanted) else wanted
        query = "SELECT body FROM occupation WHERE code BETWEEN ? AND ? ORDER BY code"
        found = self.db.execute(query, (wanted, last)).fetchone() if wanted else None
        if found is None:
            raise NotFound(
                _("There is no occupation {code}. 'navigator titles' finds codes from job titles.").format(
                    code=shown(code)
                )
            )
        return msgspec.json.decode(found[0], type=Occupation)

    def untranslated(self, code: str) -> bool:
        """Whether an occupation is only told in English, although another language is spoken."""
        return False

    def find_titles(self, text: str, limit: int = 5, context: str = "") -> tuple[TitleFind, ...]:
        """The occupations behind a title in people's own words, best first; empty when nothing is like it."""
        return self._titles.find(text, limit, context)

    def is_saying(self, text: str, language: str) -> bool:
        """Whether a title says what somebody did (`cleaned houses`), or says it in a language other than this one."""
        words = self._titles.words
        return words.is_saying(text) or (language == "en" and words.is_spanish(text))

    @cached_property
    def _titles(self) -> TitleIndex:
        """The title index, opened once: a walk looks up several titles, and what they share is read once."""
        from navigator.catalogue.title_index import TitleIndex

        return TitleIndex(self.folder)

    @cached_property
    def title_words(self) -> frozenset[str]:
        """Every word that more than one job title holds, in its singular."""
        return frozenset(self._titles.vocabulary)

    def has(self, code: str) -> bool:
        """Whether there is such an occupation."""
        return self.db.execute("SELECT 1 FROM occupation WHERE code = ?", (code,)).fetchone() is not None

    def occupations(self, codes: Iterable[str] | None = None) -> list[Occupation]:
        """Many occupations at once: those named, in their order, or all by code."""
        if codes is not None:
            return [self.occupation(c) for c in codes]
        decode = msgspec.json.Decoder(Occupation).decode
        return [decode(body) for (body,) in self.db.execute("SELECT body FROM occupation ORDER BY code")]

    @cached_property
    def names(self) -> dict[str, str]:
        """Code to the title a worker reads."""
        return dict(self.db.execute("SELECT code, name FROM occupation").fetchall())

    @cached_property
    def _figures(self) -> Figures:
        return Figures(self.db, self.areas, self.vintages)

    def wages(self, code: str, area: str) -> Wages | None:
        """OEWS wages of one occupation in one area, of its wider group where only that is published, or None."""
        return self._figures.wages(code, area)

    @cached_property
    def vintages(self) -> dict[str, str]:
        """Kind of figure to its release."""
        found: dict[str, str] = self.meta("vintages")
        return found

    def projection(self, code: str) -> Projection | None:
        """The projection of one occupation, of its wider group where only that is published, or None."""
        return self._figures.projection(code)


def open_catalogue(progress: Any = None, center_file: Path | None = None) -> Catalogue:
    """The catalogue of this installation, in the language spoken now.

    In a wheel it is shipped compiled; in a checkout it is compiled when the data changed.
    """
    folder = _compiled(progress)
    speech = i18n.spoken()
    if speech.code == ENGLISH and speech.beside is None:
        return Catalogue(folder, center_file)
    from navigator.catalogue.spoken import SpokenCatalogue

    return SpokenCatalogue(folder, center_file, speech)


def _compiled(progress: Any) -> Path:
    root = locate.checkout()
    if root is None:
        return locate.SHIPPED
    build = locate.build_folder()
    folder = locate.current(build, root / "data") if build.is_dir() else None
    return folder or _compile(build, root / "data", progress)


def _compile(build: Path, data: Path, progress: Any) -> Path:
    from navigator.catalogue.compile import compile_catalogue

    if progress is not None:
        progress(0, 0)  # a line at once: the files take seconds to read
    try:
        return locate.compiled(build, data, lambda folder: compile_catalogue(data, folder, progress, build))
    except OSError as error:
        raise CannotWrite(
            _(
                "The catalogue cannot be built in {build}: {strerror}. Free some space or set NAVIGATOR_BUILD to another folder."
            ).format(build=build, strerror=error.strerror)
        ) from error
